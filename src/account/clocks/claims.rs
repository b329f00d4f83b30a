//! What is due of a denied line: by its channel, and the appeal.

use crate::ground::sentence::Sentence;
use crate::ground::tables::Tables;

use super::due_date::{DueDate, Kind};
use super::letter::{Asked, Denied};
use super::sentences;

/// Where there is a channel, whether its day is known or not.
#[cfg_attr(small, optimize(size))]
pub(super) fn correction(tables: &Tables, asked: &Asked, denied: &Denied) -> Option<DueDate> {
    let channel = denied.channel?;
    let source = Sentence::plain(tables.deadline(channel.as_str())?.source);
    let what = (Kind::Correction, Some(denied.id.clone()));
    Some(DueDate::on(asked.date, asked.soon_within, what, denied.last_day, sentences::correction(denied, channel), source))
}

/// Where its day is known.
#[cfg_attr(small, optimize(size))]
pub(super) fn appeal(tables: &Tables, asked: &Asked, denied: &Denied) -> Option<DueDate> {
    let day = denied.appeal_by?;
    let source = Sentence::plain(tables.deadline("redetermination")?.source);
    let what = (Kind::Appeal, Some(denied.id.clone()));
    Some(DueDate::on(asked.date, asked.soon_within, what, Some(day), sentences::appeal(denied, day), source))
}
