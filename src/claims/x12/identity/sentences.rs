//! What a text is, in words.

use crate::ground::sentence::{Sentence, say};

use super::{Identity, Kind};

/// What a text is, and of which day.
pub(super) fn identity(identity: &Identity) -> Sentence {
    match (identity.kind, identity.date) {
        (Some(Kind::Eligibility271), Some(day)) => say!("identity.271.dated", day = day),
        (Some(Kind::Eligibility271), None) => say!("identity.271.undated"),
        (Some(Kind::Remittance835), Some(day)) => say!("identity.835.dated", day = day),
        (Some(Kind::Remittance835), None) => say!("identity.835.undated"),
        (Some(Kind::Claim837), Some(day)) => say!("identity.837.dated", day = day),
        (Some(Kind::Claim837), None) => say!("identity.837.undated"),
        (None, _) => say!("identity.unread"),
    }
}
