//! When an item of the checklist is to be renewed.

use crate::ground::sentence::{Sentence, say};

use super::Next;

/// The sentence of it.
pub(crate) fn next(next: Next) -> Sentence {
    match next {
        Next::Recertification(day) => say!("next.recertification", day = day),
        Next::ProgressReport(0) => say!("next.progress-report.today"),
        Next::ProgressReport(days) if days > 0 => say!("next.progress-report.within", count = days),
        Next::ProgressReport(days) => say!("next.progress-report.late", count = days.saturating_neg()),
        Next::ReEvaluation(day) => say!("next.re-evaluation", day = day),
    }
}
