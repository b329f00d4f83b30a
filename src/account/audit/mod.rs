//! A beneficiary's year of lines: where KX is missing, early or crossing, and when the threshold was reached.

mod findings;
mod lines;
mod reversals;
mod run;
mod sentences;
pub(crate) mod shape;

pub(crate) use findings::gravest_first;
pub(crate) use lines::in_given_order;
pub(crate) use lines::{AuditLine, AuditedLine, KxVerdict};
pub(crate) use run::{OtherUsed, Total, audit};
