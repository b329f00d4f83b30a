//! What is due and by when: of the record, of denied lines and of reviewers' letters.

pub(crate) mod calendar;
mod claims;
mod due_date;
mod letter;
mod record;
mod review;
mod run;
mod sentences;
pub(crate) mod shape;

pub(crate) use due_date::{DueDate, Kind, SOON_WITHIN, Status};
pub(crate) use letter::Review;
pub(crate) use review::due as due_of;
pub(crate) use sentences::sent;
