//! What a remittance takes off a charge, and what is left of it as the allowed amount.

use crate::claims::x12::reasons;
use crate::claims::x12::tokens::Segment;
use crate::claims::x12::values::money;
use crate::ground::money::Money;
use crate::ground::sentence::Sentence;
use crate::visit::usage::PRIOR_PAYER;

/// One adjustment of a `CAS` segment.
#[derive(Clone, Debug)]
pub(super) struct Adjustment {
    pub(super) group: String,
    pub(super) reason: String,
    pub(super) amount: Money,
}

/// Deductible, coinsurance and copayment, those of blood and of an institution's professional services, and the psychiatric reduction: the
/// patient's part of what Medicare allows.
const PATIENT_SHARES: [&str; 7] = ["1", "2", "3", "66", "122", "247", "248"];

/// Reasons by which a line is denied although the patient is said to owe it: not covered, and information missing.
const DENIALS: [&str; 2] = ["96", "16"];

/// The benefit maximum is reached: the denial of a line over the threshold, whoever is said to owe it.
const BENEFIT_MAXIMUM: &str = "119";

impl Adjustment {
    /// Lowers what is allowed, and not only what is paid.
    fn lowers_allowed(&self) -> bool {
        self.group == "CO" && ["45", "59"].contains(&self.reason.as_str())
    }

    /// Lowers what is paid and not what is allowed: the patient's share, and sequestration.
    fn is_within_allowed(&self) -> bool {
        (self.group == "PR" && self.is_patient_share()) || (self.group == "CO" && self.reason == "253")
    }

    fn is_patient_share(&self) -> bool {
        PATIENT_SHARES.contains(&self.reason.as_str())
    }

    /// The patient owes it, and not because the line was denied. Corrections (CR) do not say who owes.
    fn is_owed(&self) -> bool {
        let owes = match self.group.as_str() {
            "PR" => !DENIALS.contains(&self.reason.as_str()),
            "CR" => self.is_patient_share(),
            _ => false,
        };
        owes && self.amount != Money::ZERO
    }

    fn is_of_prior_payer(&self) -> bool {
        self.reason == PRIOR_PAYER && self.amount != Money::ZERO
    }
}

/// The adjustments of a claim or of a line.
#[derive(Clone, Debug, Default)]
pub(super) struct Adjustments {
    pub(super) list: Vec<Adjustment>,
    /// `CO-45`, also where the amount beside it cannot be read.
    pub(super) reasons: Vec<String>,
    /// Something in them cannot be read.
    pub(super) is_bad: bool,
}

impl Adjustments {
    /// `CAS*CO*45*25.00**253*4.50`: a group, then reason, amount and quantity up to six times.
    pub(super) fn add(&mut self, segment: &Segment<'_>) {
        let group = segment.element(1);
        for first in [2, 5, 8, 11, 14, 17] {
            let (reason, amount) = (segment.element(first), segment.element(first.saturating_add(1)));
            if !reason.is_empty() {
                self.note(format!("{group}-{reason}"));
            }
            match money(amount) {
                Some(amount) if !reason.is_empty() => {
                    self.list.push(Adjustment { group: group.to_owned(), reason: reason.to_owned(), amount });
                }
                _ => self.is_bad |= !reason.is_empty() || !amount.is_empty(),
            }
        }
    }

    fn note(&mut self, reason: String) {
        if !self.reasons.contains(&reason) {
            self.reasons.push(reason);
        }
    }

    /// Both together.
    pub(super) fn with(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.list.extend_from_slice(&other.list);
        other.reasons.iter().for_each(|reason| both.note(reason.clone()));
        both.is_bad |= other.is_bad;
        both
    }

    pub(super) fn sum(&self) -> Money {
        self.list.iter().map(|one| one.amount).sum()
    }

    pub(super) fn are_none(&self) -> bool {
        self.list.is_empty() && !self.is_bad
    }

    /// They say that the benefit maximum was reached.
    pub(super) fn say_benefit_maximum(&self) -> Option<&Adjustment> {
        self.list.iter().find(|one| one.reason == BENEFIT_MAXIMUM)
    }

    /// Of a line that was not paid: nobody owes it and nobody else paid it, so that it was denied.
    pub(super) fn leave_it_denied(&self) -> bool {
        !self.list.iter().any(|one| one.is_owed() || one.is_of_prior_payer())
    }

    /// The charge less CO-45 and CO-59. Sequestration (CO-253) lowers the payment and not the allowed amount; the patient's share is part of
    /// it.
    ///
    /// # Errors
    /// The adjustment that may or may not be part of it.
    pub(super) fn allowed_of(&self, charge: Money) -> Result<Money, Sentence> {
        let mut allowed = charge;
        for one in &self.list {
            if one.lowers_allowed() {
                allowed = allowed.minus(one.amount);
            } else if one.is_of_prior_payer() {
                return Err(reasons::MEDICARE_SECONDARY);
            } else if !one.is_within_allowed() {
                return Err(reasons::adjustment(&one.group, &one.reason));
            }
        }
        Ok(allowed)
    }
}
