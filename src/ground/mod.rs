//! The ground floor: the field's own words as types that cannot hold nonsense, the rows of `data/`, the engine that makes sentences, and
//! the form in which requests and answers cross. It knows no rule.

pub(crate) mod calendar;
#[cfg(feature = "account")]
pub(crate) mod claim_type;
pub(crate) mod discipline;
pub mod env;
pub(crate) mod error;
pub(crate) mod ids;
pub(crate) mod known;
pub(crate) mod money;
pub(crate) mod named;
pub(crate) mod order;
pub mod packed;
pub(crate) mod procedure;
#[cfg(feature = "account")]
pub(crate) mod review_rows;
pub mod sentence;
pub mod tables;
pub mod timestamp;
