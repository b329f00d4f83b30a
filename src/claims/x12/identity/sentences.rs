//! What a text is, in words.

use crate::ground::sentence::{Sentence, say};

use super::{Identity, Kind};

/// What a text is, of which day, and what is wrong with it as a whole.
pub(super) fn identity(identity: &Identity) -> Sentence {
    let flaws = &identity.flaws;
    let mut said = what(identity);
    if flaws.is_cut_off {
        said = say!("identity.cut-off", what = said);
    } else if flaws.counts_differ {
        said = say!("identity.counts-differ", what = said);
    }
    if flaws.has_strays {
        said = say!("identity.strays", what = said);
    }
    if flaws.is_test {
        said = say!("identity.test-file", what = said);
    }
    said
}

fn what(identity: &Identity) -> Sentence {
    match (identity.kind, identity.date) {
        (Some(Kind::Eligibility271), Some(day)) => say!("identity.271.dated", day = day),
        (Some(Kind::Eligibility271), None) => say!("identity.271.undated"),
        (Some(Kind::Remittance835), Some(day)) => say!("identity.835.dated", day = day),
        (Some(Kind::Remittance835), None) => say!("identity.835.undated"),
        (Some(Kind::Claim837), Some(day)) => say!("identity.837.dated", day = day),
        (Some(Kind::Claim837), None) => say!("identity.837.undated"),
        (None, _) => match &identity.flaws.acknowledgement {
            Some(code) => say!("identity.acknowledgement", code = code.as_str()),
            None if identity.flaws.is_empty => say!("identity.empty"),
            None => say!("identity.unread"),
        },
    }
}
