//! The form in which requests and answers cross, whoever sends them: a request is packed bytes, an answer is JSON text or tokens with one
//! run of text. What reads and writes knows no field of the contract; shapes do.

mod form;
mod json;
mod pack;
pub(crate) mod read;
mod refusals;
mod scalars;
pub(crate) mod shape;
mod write;

pub use crate::ground::error::Refusal;
pub use json::{pack_json, pack_serde};
pub use pack::Packer;
pub use read::Reader;
pub(crate) use refusals::{missing_argument, needed, refuse, unknown_field};
pub(crate) use scalars::{Checked, Count, Days, Fraction, NotNegative, Pairs, PositiveMoney, whole_units};
pub use shape::FromPacked;
pub(crate) use shape::shape;
#[cfg(feature = "account")]
pub(crate) use shape::small_shape;
pub use write::Out;
#[cfg(feature = "account")]
pub(crate) use write::tokens;
pub(crate) use write::{Open, object};
