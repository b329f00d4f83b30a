//! The decision for one line.

mod action;
mod attested;
mod conditions;
mod decide;
mod due;
mod facts;
mod modifiers;
mod notices;
pub(crate) mod sentences;
pub(crate) mod shape;
mod state;
mod tooltips;

pub(crate) use super::action::Action;
pub(crate) use decide::Decision;
pub(crate) use due::{Due, whole_claims};
pub use facts::ConditionId;
pub(crate) use facts::Facts;
pub use notices::NoticeCode;
pub(crate) use notices::{Notice, Severity};
