//! What is due in the record: the plan of care's certification, the progress report, the re-evaluation.

use crate::ground::calendar::ServiceDate;
use crate::ground::sentence::Sentence;
use crate::ground::tables::Tables;
use crate::visit::documentation::{Documentation, INITIAL_CERTIFICATION_DAYS, PROGRESS_REPORT_DAYS, RE_EVALUATION_DAYS, order_stands_in};

use super::due_date::{DueDate, Kind, Status, stands};
use super::letter::Asked;
use super::sentences;

/// Treatment days that are soon.
const SOON_TREATMENT_DAYS: i64 = 2;

/// Where an item of the record is asked for.
#[cfg_attr(small, optimize(size))]
fn source(tables: &Tables, item: &str) -> Sentence {
    tables.documentation.iter().find(|row| row.id == item).map_or_else(sentences::letter, |row| Sentence::plain(row.source))
}

#[cfg_attr(small, optimize(size))]
fn on(asked: &Asked, kind: Kind, day: Option<ServiceDate>, message: Sentence, source: Sentence) -> DueDate {
    DueDate::on(asked.record_date, asked.soon_within, (kind, None), day, message, source)
}

/// The initial certification while there is none and nothing stands in for it, and the last day of the certification that runs.
#[cfg_attr(small, optimize(size))]
pub(super) fn certification(tables: &Tables, asked: &Asked, record: &Documentation, dates: &mut Vec<DueDate>) {
    let of_item = source(tables, "certification");
    if let Some(through) = record.certified_through {
        dates.push(on(asked, Kind::Recertification, Some(through), sentences::certified(through), of_item));
        return;
    }
    let Some(first) = record.first_treatment else { return };
    let has_order = order_stands_in(asked.record_date, record);
    if let (false, Some(row)) = (has_order, tables.deadline(Kind::InitialCertification.as_str())) {
        let day = row.after(first);
        dates.push(on(asked, Kind::InitialCertification, day, sentences::initial(first, row.days.into()), Sentence::plain(row.source)));
    }
    let plan = asked.plan_days.map(i64::from).filter(|days| *days < INITIAL_CERTIFICATION_DAYS);
    let days = plan.unwrap_or(INITIAL_CERTIFICATION_DAYS);
    if let Some(day) = first.plus_days(days) {
        dates.push(on(asked, Kind::Recertification, Some(day), sentences::lasts(day, days, has_order, plan.is_some()), of_item));
    }
}

/// By treatment days; the day itself can be told today, and from the days that are booked.
#[cfg_attr(small, optimize(size))]
pub(super) fn progress_report(tables: &Tables, asked: &Asked, record: &Documentation) -> Option<DueDate> {
    let left = i64::from(PROGRESS_REPORT_DAYS).saturating_sub(i64::from(record.treatment_days_since_progress_report?));
    let day = match left {
        0 => Some(asked.record_date),
        1.. => booked(asked, left),
        _ => None,
    };
    let (days_left, by_day) = stands(asked.record_date, asked.soon_within, day);
    let status = match left {
        0 => Status::Due,
        ..0 => Status::Overdue,
        1..=SOON_TREATMENT_DAYS => Status::Soon,
        _ if by_day == Status::Soon => Status::Soon,
        _ => Status::Later,
    };
    let message = sentences::progress_report(left, day.filter(|_| left > 0));
    let source = source(tables, "progress-report");
    Some(DueDate { kind: Kind::ProgressReport, id: None, day, days_left, treatment_days_left: Some(left), status, message, source })
}

/// The day of the treatment day that is so many away, where as many are booked.
#[cfg_attr(small, optimize(size))]
fn booked(asked: &Asked, ahead: i64) -> Option<ServiceDate> {
    let mut day = asked.record_date;
    for _ in 0..ahead {
        day = asked.visits.iter().copied().filter(|visit| *visit > day).min()?;
    }
    Some(day)
}

/// Usual, and no hard rule: it is due at most.
#[cfg_attr(small, optimize(size))]
pub(super) fn re_evaluation(tables: &Tables, asked: &Asked, record: &Documentation) -> Option<DueDate> {
    let last = record.last_reevaluation?;
    let day = last.plus_days(RE_EVALUATION_DAYS);
    let (days_left, status) = stands(asked.record_date, asked.soon_within, day);
    let status = if status == Status::Overdue { Status::Due } else { status };
    let message = sentences::re_evaluation(last, RE_EVALUATION_DAYS, day);
    let source = source(tables, "re-evaluation");
    Some(DueDate { kind: Kind::ReEvaluation, id: None, day, days_left, treatment_days_left: None, status, message, source })
}
