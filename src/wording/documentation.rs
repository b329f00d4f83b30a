//! When an item of the checklist is to be renewed.

use crate::documentation::Next;

/// The sentence of it.
pub fn next(next: Next) -> String {
    match next {
        Next::Recertification(day) => format!("Recertification is due by {day}."),
        Next::ProgressReport(0) => "The progress report is due today.".to_owned(),
        Next::ProgressReport(1) => "The next progress report is due with the next treatment day.".to_owned(),
        Next::ProgressReport(days) if days > 0 => format!("The next progress report is due within {days} treatment days."),
        Next::ProgressReport(days) => {
            let late = days.unsigned_abs();
            format!("The progress report is {late} treatment {} late.", if late == 1 { "day" } else { "days" })
        }
        Next::ReEvaluation(day) => format!("A re-evaluation is good practice by {day}."),
    }
}
