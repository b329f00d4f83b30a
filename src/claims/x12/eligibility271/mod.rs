//! A 271 eligibility response: what the two buckets have used or have left.

mod benefit;
mod reader;
pub(crate) mod shape;

pub(crate) use reader::read;
