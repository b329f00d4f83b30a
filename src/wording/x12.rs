//! Why something of an X12 text was left. Clauses, shown behind the segment they are about.

#![allow(missing_docs, reason = "each is its own sentence")]

use crate::x12::{Identity, Kind};

use super::{Sentence, say};

pub const NOT_271: Sentence = say!("unread.not-271");
pub const SHIFTED: Sentence = say!("unread.shifted");
pub const REJECTED: Sentence = say!("unread.rejected");
pub const PATIENT_SHARE: Sentence = say!("unread.patient-share");
pub const DIFFERENT_BUCKETS: Sentence = say!("unread.different-buckets");
pub const USED_AND_REMAINING: Sentence = say!("unread.used-and-remaining");
pub const NEITHER_USED_NOR_REMAINING: Sentence = say!("unread.neither-used-nor-remaining");
pub const NO_AMOUNT: Sentence = say!("unread.no-amount");
pub const NO_PERIOD: Sentence = say!("unread.no-period");
pub const NOT_835: Sentence = say!("unread.not-835");
pub const PART_A_STAY: Sentence = say!("unread.part-a-stay");
pub const NO_FILING_CODE: Sentence = say!("unread.no-filing-code");
pub const NO_CLAIM: Sentence = say!("unread.no-claim");
pub const NO_BUCKET: Sentence = say!("unread.no-bucket");
pub const NO_DATE: Sentence = say!("unread.no-date");
pub const BAD_DATE: Sentence = say!("unread.bad-date");
pub const TWICE: Sentence = say!("unread.twice");
pub const BAD_CHARGE: Sentence = say!("unread.bad-charge");
pub const BAD_PAYMENT: Sentence = say!("unread.bad-payment");
pub const BAD_ALLOWED: Sentence = say!("unread.bad-allowed");
pub const BAD_ADJUSTMENT: Sentence = say!("unread.bad-adjustment");
pub const CLAIM_ADJUSTED: Sentence = say!("unread.claim-adjusted");
pub const NOT_837: Sentence = say!("unread.not-837");
pub const NO_LINE: Sentence = say!("unread.no-line");
pub const NOT_A_THERAPY_LINE: Sentence = say!("unread.not-a-therapy-line");
pub const BAD_UNITS: Sentence = say!("unread.bad-units");
pub const NO_HCPCS: Sentence = say!("unread.no-hcpcs");
pub const BAD_HCPCS: Sentence = say!("unread.bad-hcpcs");
pub const BAD_MODIFIER: Sentence = say!("unread.bad-modifier");

/// What a text is, and of which day.
pub fn identity(identity: &Identity) -> Sentence {
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

/// An insurance type that is not Part B.
pub fn other_insurance(code: &str) -> Sentence {
    say!("unread.other-insurance", code = code)
}

/// A filing code of another payer.
pub fn other_payer(code: &str) -> Sentence {
    say!("unread.other-payer", code = code)
}

/// An adjustment that may or may not be part of the allowed amount.
pub fn adjustment(group: &str, reason: &str) -> Sentence {
    say!("unread.adjustment", group = group, reason = reason)
}

/// A quantity in minutes, days …
pub fn other_measure(code: &str) -> Sentence {
    say!("unread.other-measure", code = code)
}
