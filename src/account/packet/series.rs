//! Progress reports since the start of therapy: where there is none for too long.

use crate::ground::calendar::ServiceDate;
use crate::ground::review_rows::DocumentKind;

use super::request::{Asked, Document};

/// A report is due every 10 treatment days. Which days those were the packet knows only in part, so a time this long is too long whatever they
/// were: no certification of a plan of care lasts longer.
const LONGEST: i64 = 90;
/// As `PROGRESS_REPORT_DAYS` of the record has it.
const TREATMENTS: usize = 10;

/// The day on which therapy began: of the last initial evaluation before the days under review.
#[cfg_attr(small, optimize(size))]
pub(super) fn start(asked: &Asked) -> Option<ServiceDate> {
    let first = asked.days().first().copied()?;
    let evaluations = asked.documents.iter().filter(|document| document.kind == DocumentKind::InitialEvaluation);
    evaluations.map(|document| document.day).filter(|day| *day <= first).max()
}

/// The times since therapy began that no certification covers, between two of them.
#[cfg_attr(small, optimize(size))]
pub(super) fn without(asked: &Asked, certifications: &[&Document]) -> Vec<(ServiceDate, ServiceDate)> {
    let Some(start) = start(asked) else { return Vec::new() };
    let mut periods: Vec<(ServiceDate, ServiceDate)> = Vec::new();
    for one in certifications {
        periods.insert(periods.iter().take_while(|(earlier, _)| *earlier < one.day).count(), (one.day, one.last_day()));
    }
    let (mut gaps, mut reached) = (Vec::new(), None);
    for (from, to) in periods {
        if let Some(before) = reached.filter(|before: &ServiceDate| *before >= start && from.days_since(*before) > 1) {
            gaps.push((before, from));
        }
        reached = reached.max(Some(to));
    }
    gaps
}

/// Whether the packet knows of a treatment on a day.
#[cfg_attr(small, optimize(size))]
fn is_treated(asked: &Asked, day: ServiceDate) -> bool {
    let is_visit =
        |document: &Document| matches!(document.kind, DocumentKind::TreatmentNote | DocumentKind::TreatmentLog) && document.day == day;
    asked.lines.iter().any(|line| line.date == day) || asked.documents.iter().any(is_visit)
}

/// Whether a report was due between two days.
#[cfg_attr(small, optimize(size))]
fn is_long(asked: &Asked, from: ServiceDate, to: ServiceDate) -> bool {
    let days = to.days_since(from);
    let between = |days: &i64| from.plus_days(*days).is_some_and(|day| is_treated(asked, day));
    days > LONGEST || (1..days).filter(between).count() > TREATMENTS
}

/// The times without a report, from the start or the report before to the next or the last day under review.
#[cfg_attr(small, optimize(size))]
pub(super) fn gaps(asked: &Asked, start: Option<ServiceDate>, reports: &[&Document]) -> Vec<(ServiceDate, ServiceDate)> {
    let Some(last) = asked.days().last().copied() else { return Vec::new() };
    let mut periods: Vec<(ServiceDate, ServiceDate)> = vec![(last, last)];
    for report in reports {
        // What is after the days under review answers nothing about them.
        let from = report.day.min(last);
        periods.insert(periods.iter().take_while(|(earlier, _)| *earlier < from).count(), (from, report.last_day()));
    }
    let (mut gaps, mut reached) = (Vec::new(), start);
    for (from, to) in periods {
        if let Some(before) = reached.filter(|before| is_long(asked, *before, from)) {
            gaps.push((before, from));
        }
        reached = reached.max(Some(to));
    }
    gaps
}
