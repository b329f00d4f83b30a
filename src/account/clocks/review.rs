//! The day by which a reviewer must have the records.

use crate::ground::calendar::ServiceDate;
use crate::ground::sentence::Sentence;
use crate::ground::tables::Tables;

use super::due_date::{DueDate, Kind, Status, stands, with_days};
use super::letter::Review;
use super::sentences;

/// The letter's own day wins; else so many days after its date, or after it was received.
#[cfg_attr(small, optimize(size))]
pub(crate) fn due(tables: &Tables, date: ServiceDate, soon_within: i64, review: &Review) -> DueDate {
    let row = tables.deadline(review.kind.deadline());
    let from = review.dated.or(review.received);
    let counted = row.zip(from).and_then(|(row, from)| row.after(from));
    let day = review.due.or(counted);
    let (days_left, status) = stands(date, soon_within, day);
    let days = row.map_or(0, |row| i64::from(row.days));
    let message = match &review.sent {
        Some(sent) => sentences::sent(sent),
        None => with_days(sentences::review(review, day, days, from), days_left),
    };
    DueDate {
        kind: Kind::Review,
        id: Some(review.id.clone()),
        day,
        days_left,
        treatment_days_left: None,
        status: if review.sent.is_some() { Status::Done } else { status },
        message,
        source: row.filter(|_| review.due.is_none()).map_or_else(sentences::letter, |row| Sentence::plain(row.source)),
    }
}
