//! Reading what clearinghouses and payers send. What is odd is named and left, never guessed at.

mod bill_type;
pub(crate) mod claim837;
pub(crate) mod eligibility271;
pub(crate) mod envelope;
pub(crate) mod identity;
pub(crate) mod patients;
mod reasons;
pub(crate) mod remittance835;
mod shape;
pub(crate) mod tokens;
pub(crate) mod unread;
mod values;
