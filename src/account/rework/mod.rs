//! Denied lines beside the account: what the denial was for, and what can be done about it by when.

mod account;
mod denial;
mod letter;
mod run;
mod sentences;
pub(crate) mod shape;

pub(crate) use account::lines;
pub(crate) use denial::{Account, Channel, Denial, Entry, Verdict};
pub(crate) use run::rework;
pub(crate) use sentences::{appeal_by, by_when, message, next_step};
