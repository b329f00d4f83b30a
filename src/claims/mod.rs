//! What payers and clearinghouses send, and claims before they go out.

pub(crate) mod patient;
pub(crate) mod scrub;
pub(crate) mod x12;
