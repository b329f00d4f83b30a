//! A patient's year and a practice's: audits, comparative billing, eligibility figures, expected amounts, previews of what was read,
//! the worklist, claims that wait, and what follows a denial or a reviewer's letter. It rests on the visit's rules and knows nothing of files or claims.

pub(crate) mod attestation;
pub(crate) mod audit;
mod both;
pub(crate) mod bulk;
pub(crate) mod clocks;
pub(crate) mod comparative;
mod digest;
pub(crate) mod eligibility;
pub(crate) mod fees;
pub(crate) mod holds;
mod ids;
pub(crate) mod import;
pub(crate) mod packet;
pub(crate) mod rework;
pub(crate) mod stake;
pub(crate) mod worklist;
