//! Why something of an X12 text was left. Clauses, shown behind the segment they are about.

#![allow(missing_docs, reason = "each is its own sentence")]

use crate::x12::{Identity, Kind};

pub const NOT_271: &str = "the transaction is not a 271 eligibility response";
pub const SHIFTED: &str = "the elements are shifted: the service type or the amount does not stand in its place";
pub const REJECTED: &str = "the payer rejected the inquiry, or a part of it";
pub const PATIENT_SHARE: &str = "what a patient pays (deductible, coinsurance and the like), not what is used of a threshold";
pub const DIFFERENT_BUCKETS: &str = "the service type code and the plan description name different buckets";
pub const USED_AND_REMAINING: &str = "it says both used and remaining";
pub const NEITHER_USED_NOR_REMAINING: &str = "it does not say whether the amount is used or remaining";
pub const NO_AMOUNT: &str = "there is no amount in its place";
pub const NO_PERIOD: &str = "the period is not a date or a range of dates";
pub const NOT_835: &str = "the transaction is not an 835 remittance";
pub const PART_A_STAY: &str = "a Part A stay: its therapy does not count";
pub const NO_FILING_CODE: &str = "the claim does not say which payer it was filed under";
pub const NO_CLAIM: &str = "the line stands under no claim";
pub const NO_BUCKET: &str = "no single GP, GO or GN says which threshold it counts toward";
pub const NO_DATE: &str = "there is no date of service";
pub const BAD_DATE: &str = "the date of service is not a date";
pub const TWICE: &str = "the same line of the same payment stands in this text before";
pub const BAD_CHARGE: &str = "the charge is not an amount";
pub const BAD_PAYMENT: &str = "the payment is not an amount";
pub const BAD_ALLOWED: &str = "the allowed amount (AMT*B6) is not an amount";
pub const BAD_ADJUSTMENT: &str = "an adjustment is not a reason with an amount";
pub const CLAIM_ADJUSTED: &str = "only the claim as a whole was adjusted, so the line's allowed amount is not known";
pub const NOT_837: &str = "the transaction is not an 837 claim";
pub const NO_LINE: &str = "the service stands under no line";
pub const NOT_A_THERAPY_LINE: &str = "not a therapy line: no therapy code, and no GP, GO or GN";
pub const BAD_UNITS: &str = "the units are not a number";
pub const NO_HCPCS: &str = "the service is not told by a HCPCS code";
pub const BAD_HCPCS: &str = "the HCPCS code is not five letters and digits";
pub const BAD_MODIFIER: &str = "a modifier is not two letters and digits";

/// What a text is, and of which day.
pub fn identity(identity: &Identity) -> String {
    let (what, of) = match identity.kind {
        Some(Kind::Eligibility271) => ("An eligibility response (271)", "answered on"),
        Some(Kind::Remittance835) => ("A remittance (835)", "paid on"),
        Some(Kind::Claim837) => ("A claim file (837)", "made on"),
        None => {
            return "This is X12, but none of the three that can be read: 271 eligibility responses, 835 remittances and 837 claims."
                .to_owned();
        }
    };
    match identity.date {
        Some(day) => format!("{what}, {of} {day}."),
        None => format!("{what} that does not say of which day it is."),
    }
}

/// An insurance type that is not Part B.
pub fn other_insurance(code: &str) -> String {
    format!("the insurance type `{code}` is not Medicare Part B")
}

/// A filing code of another payer.
pub fn other_payer(code: &str) -> String {
    format!("another payer: the claim was filed under `{code}`")
}

/// An adjustment that may or may not be part of the allowed amount.
pub fn adjustment(group: &str, reason: &str) -> String {
    format!("the adjustment {group}-{reason} leaves the allowed amount unknown")
}

/// A quantity in minutes, days …
pub fn other_measure(code: &str) -> String {
    format!("the quantity is measured in `{code}`, not in units")
}
