//! From Medicare's own figure to what other providers used.

mod amounts;
mod other_used;
mod sentences;
pub(crate) mod shape;

pub(crate) use amounts::{AmountKind, EligibilityAmount};
