//! A patient's year and a practice's: audits, comparative billing, eligibility figures, expected amounts, previews of what was read, and
//! the worklist. It rests on the visit's rules and knows nothing of files or claims.

pub(crate) mod audit;
pub(crate) mod bulk;
pub(crate) mod comparative;
pub(crate) mod eligibility;
pub(crate) mod fees;
mod ids;
pub(crate) mod import;
pub(crate) mod worklist;
