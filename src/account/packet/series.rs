//! Progress reports since the start of therapy: where there is none for too long.

use crate::ground::calendar::ServiceDate;
use crate::ground::review_rows::DocumentKind;
use crate::visit::documentation::PROGRESS_REPORT_DAYS;

use super::request::{Asked, Document};

/// A report is due every 10 treatment days. Which days those were the packet knows only in part, so a time this long is too long whatever they
/// were: no certification of a plan of care lasts longer.
const LONGEST: i64 = 90;

/// The day on which therapy began: of the last initial evaluation before the days under review.
#[cfg_attr(small, optimize(size))]
pub(super) fn start(asked: &Asked) -> Option<ServiceDate> {
    let first = asked.days().first().copied()?;
    let evaluations = asked.documents.iter().filter(|document| document.kind == DocumentKind::InitialEvaluation);
    evaluations.map(|document| document.day).filter(|day| *day <= first).max()
}

/// Days of treatment that the packet knows of.
#[cfg_attr(small, optimize(size))]
fn treated(asked: &Asked) -> Vec<ServiceDate> {
    let is_of_visit = |document: &&Document| matches!(document.kind, DocumentKind::TreatmentNote | DocumentKind::TreatmentLog);
    let mut days = asked.days();
    days.extend(asked.documents.iter().filter(is_of_visit).map(|document| document.day));
    days.sort_unstable();
    days.dedup();
    days
}

/// The times without a report, from the start or the report before to the next or the last day under review.
#[cfg_attr(small, optimize(size))]
pub(super) fn gaps(asked: &Asked, start: Option<ServiceDate>, reports: &[&Document]) -> Vec<(ServiceDate, ServiceDate)> {
    let treated = treated(asked);
    let Some(last) = asked.days().last().copied() else { return Vec::new() };
    let mut periods: Vec<(ServiceDate, ServiceDate)> = reports.iter().map(|report| (report.day, report.last_day())).collect();
    periods.sort_unstable();
    periods.push((last, last));
    let is_long = |from: ServiceDate, to: ServiceDate| {
        let visits = treated.iter().filter(|day| from < **day && **day < to).count();
        to.days_since(from) > LONGEST || u32::try_from(visits).is_ok_and(|visits| visits > PROGRESS_REPORT_DAYS)
    };
    let (mut gaps, mut reached) = (Vec::new(), start);
    for (from, to) in periods {
        // What is after the days under review answers nothing about them.
        let from = from.min(last);
        if let Some(reached) = reached.filter(|reached| is_long(*reached, from)) {
            gaps.push((reached, from));
        }
        reached = reached.max(Some(to));
    }
    gaps
}
