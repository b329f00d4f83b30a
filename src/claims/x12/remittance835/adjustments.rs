//! What a remittance takes off a charge, and what is left of it as the allowed amount.

use crate::claims::x12::reasons;
use crate::claims::x12::tokens::Segment;
use crate::claims::x12::values::money;
use crate::ground::money::Money;
use crate::ground::sentence::Sentence;

/// One adjustment of a `CAS` segment.
pub(super) struct Adjustment {
    pub(super) group: String,
    pub(super) reason: String,
    pub(super) amount: Money,
}

impl Adjustment {
    /// `CAS*CO*45*25.00**253*4.50`: a group, then reason, amount and quantity up to six times. Also whether something in it cannot be read.
    pub(super) fn all_of(segment: &Segment<'_>) -> (Vec<Self>, bool) {
        let mut found = Vec::new();
        let mut bad = false;
        for first in [2, 5, 8, 11, 14, 17] {
            let (reason, amount) = (segment.element(first), segment.element(first.saturating_add(1)));
            match money(amount) {
                Some(amount) if !reason.is_empty() => {
                    found.push(Self { group: segment.element(1).to_owned(), reason: reason.to_owned(), amount });
                }
                _ => bad |= !reason.is_empty() || !amount.is_empty(),
            }
        }
        (found, bad)
    }
}

/// Deductible, coinsurance and copayment, those of blood and of an institution's professional services, and the psychiatric reduction: the
/// patient's part of what Medicare allows.
const PATIENT_SHARES: [&str; 7] = ["1", "2", "3", "66", "122", "247", "248"];

fn paid(service: &Segment<'_>) -> Result<Money, Sentence> {
    match service.element(3) {
        "" => Ok(Money::ZERO),
        text => money(text).ok_or(reasons::BAD_PAYMENT),
    }
}

/// Nothing paid, and nothing that the patient is to pay.
pub(super) fn is_unpaid(service: &Segment<'_>, adjustments: &[Adjustment]) -> Result<bool, Sentence> {
    let patient: Money = adjustments.iter().filter(|one| one.group == "PR").map(|one| one.amount).sum();
    Ok(paid(service)? == Money::ZERO && patient == Money::ZERO)
}

/// The charge less CO-45 and CO-59. Sequestration (CO-253) lowers the payment and not the allowed amount; the patient's share is part of it.
pub(super) fn from_adjustments(service: &Segment<'_>, adjustments: &[Adjustment]) -> Result<Money, Sentence> {
    let mut allowed = money(service.element(2)).ok_or(reasons::BAD_CHARGE)?;
    let unpaid = paid(service)? == Money::ZERO;
    for one in adjustments {
        match (one.group.as_str(), one.reason.as_str()) {
            ("CO", "45" | "59") => allowed = allowed.minus(one.amount),
            ("CO", "253") => {}
            // Where nothing was paid, a patient who owes all of it for another reason owes it because the line was denied.
            ("PR", reason) if unpaid && !PATIENT_SHARES.contains(&reason) => return Err(reasons::adjustment("PR", reason)),
            ("PR", _) => {}
            (group, reason) => return Err(reasons::adjustment(group, reason)),
        }
    }
    Ok(allowed)
}
