//! What is due, in words.

use crate::account::both::and;
use crate::account::rework::{Channel, appeal_by, by_when};
use crate::ground::calendar::ServiceDate;
use crate::ground::sentence::{Sentence, say};
use crate::visit::documentation::{Next, sentences::next};

use super::due_date::{DueDate, Kind, Status};
use super::letter::{Denied, How, Review, Sent};

/// A few words, for a calendar.
pub(crate) const fn title(kind: Kind) -> Sentence {
    match kind {
        Kind::InitialCertification => say!("clock.title.initial-certification"),
        Kind::Recertification => say!("clock.title.recertification"),
        Kind::ProgressReport => say!("clock.title.progress-report"),
        Kind::ReEvaluation => say!("clock.title.re-evaluation"),
        Kind::Correction => say!("clock.title.correction"),
        Kind::Appeal => say!("clock.title.appeal"),
        Kind::Review => say!("clock.title.review"),
    }
}

/// What to do about it.
pub(crate) const fn next_step(kind: Kind, status: Status) -> Sentence {
    match (kind, status) {
        (Kind::Review, Status::Done) => say!("clock.next.sent"),
        (Kind::Review, Status::Unknown) => say!("clock.next.review-unknown"),
        (Kind::Correction, Status::Unknown) => say!("clock.next.correction-unknown"),
        (Kind::Correction, Status::Overdue) => say!("clock.next.correction-late"),
        (Kind::InitialCertification, Status::Overdue) => say!("clock.next.initial-late"),
        (Kind::InitialCertification, _) => say!("clock.next.initial-certification"),
        (Kind::Recertification, _) => say!("clock.next.recertification"),
        (Kind::ProgressReport, _) => say!("clock.next.progress-report"),
        (Kind::ReEvaluation, _) => say!("clock.next.re-evaluation"),
        (Kind::Correction, _) => say!("clock.next.correction"),
        (Kind::Appeal, _) => say!("clock.next.appeal"),
        (Kind::Review, _) => say!("clock.next.review"),
    }
}

/// Certified through a day.
#[cfg_attr(small, optimize(size))]
pub(super) fn certified(through: ServiceDate) -> Sentence {
    say!("clock.certified", day = through)
}

/// No certification is on record.
#[cfg_attr(small, optimize(size))]
pub(super) fn initial(first: ServiceDate, days: i64) -> Sentence {
    say!("clock.initial", day = first, days = days)
}

/// How long a certification from the first treatment lasts.
#[cfg_attr(small, optimize(size))]
pub(super) fn lasts(day: ServiceDate, days: i64, by_order: bool, by_plan: bool) -> Sentence {
    match (by_order, by_plan) {
        (true, _) => say!("clock.order", day = day),
        (false, true) => say!("clock.plan", day = day, days = days),
        (false, false) => say!("clock.longest", day = day, days = days),
    }
}

/// By treatment days, and by the day where that is booked.
#[cfg_attr(small, optimize(size))]
pub(super) fn progress_report(left: i64, booked: Option<ServiceDate>) -> Sentence {
    let what = next(Next::ProgressReport(left));
    match booked {
        Some(day) => and(what, say!("clock.booked", day = day)),
        None => what,
    }
}

/// Usual, and no hard rule.
#[cfg_attr(small, optimize(size))]
pub(super) fn re_evaluation(last: ServiceDate, days: i64, day: Option<ServiceDate>) -> Sentence {
    let usual = say!("clock.usual", days = days);
    match day {
        Some(day) => and(usual, say!("clock.usual-by", last = last, day = day)),
        None => usual,
    }
}

/// What is open for a denied line.
#[cfg_attr(small, optimize(size))]
fn denied(denied: &Denied, what: Sentence) -> Sentence {
    say!("clock.denied", code = denied.code, claim = denied.claim.as_str(), what = what)
}

/// Its channel, and through which day.
#[cfg_attr(small, optimize(size))]
pub(super) fn correction(line: &Denied, channel: Channel) -> Sentence {
    denied(line, by_when(channel, line.last_day))
}

/// Through which day it can be appealed.
#[cfg_attr(small, optimize(size))]
pub(super) fn appeal(line: &Denied, day: ServiceDate) -> Sentence {
    denied(line, appeal_by(day))
}

/// What a letter asks for, by when.
#[cfg_attr(small, optimize(size))]
pub(super) fn review(review: &Review, day: Option<ServiceDate>, days: i64, from: Option<ServiceDate>) -> Sentence {
    let (contractor, number) = (review.contractor.as_str(), review.control_number.as_str());
    let Some(day) = day else { return say!("clock.review-unknown", contractor = contractor, number = number) };
    let due = say!("clock.review", contractor = contractor, number = number, day = day);
    match from.filter(|_| review.due.is_none()) {
        None => due,
        Some(from) if review.dated.is_some() => and(due, say!("clock.counted.dated", days = days, day = from)),
        Some(from) => and(due, say!("clock.counted.received", days = days, day = from)),
    }
}

/// Proof that the records were sent.
#[cfg_attr(small, optimize(size))]
pub(crate) fn sent(sent: &Sent) -> Sentence {
    let how = match sent.how {
        How::Portal => say!("clock.how.portal"),
        How::Esmd => say!("clock.how.esmd"),
        How::Fax => say!("clock.how.fax"),
        How::Mail => say!("clock.how.mail"),
    };
    let what = match &sent.by {
        Some(by) => say!("clock.sent.by", day = sent.on, how = how, by = by.as_str()),
        None => say!("clock.sent", day = sent.on, how = how),
    };
    match &sent.confirmation {
        Some(number) => and(what, say!("clock.confirmation", number = number.as_str())),
        None => and(what, say!("clock.no-confirmation")),
    }
}

/// The letter's own day.
pub(super) const fn letter() -> Sentence {
    say!("clock.source.letter")
}

/// How many are late, and which comes next.
#[cfg_attr(small, optimize(size))]
pub(super) fn summary(dates: &[DueDate]) -> Sentence {
    let late = dates.iter().filter(|date| date.status == Status::Overdue).count();
    let is_next = |date: &&DueDate| matches!(date.status, Status::Due | Status::Soon | Status::Later);
    let next = dates.iter().filter(is_next).find_map(|date| Some(say!("clock.summary.next", title = title(date.kind), day = date.day?)));
    let late = (late > 0).then(|| say!("clock.summary.late", count = late));
    match (late, next) {
        (Some(late), Some(next)) => and(late, next),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => say!("clock.summary.none"),
    }
}
