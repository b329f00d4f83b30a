//! From Medicare's own figure to what other providers used.

mod amounts;
mod other_used;
pub(crate) mod pverify;
mod sentences;
pub(crate) mod shape;

pub(crate) use amounts::{AmountKind, EligibilityAmount};
