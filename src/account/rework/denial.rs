//! A line of a remittance, the account beside it, and what can be done where the line was denied.

use crate::account::audit::{AuditLine, OtherUsed};
use crate::ground::calendar::ServiceDate;
use crate::ground::claim_type::ClaimType;
use crate::ground::discipline::ServiceType;
use crate::ground::money::Money;
use crate::ground::named::named;
use crate::ground::procedure::{HcpcsCode, Modifier};
use crate::visit::policy::Policy;

named! {
    /// What the denial was for, the first that fits.
    pub(crate) enum Verdict {
        /// The reason is not CARC 119.
        NotThreshold = "not-threshold",
        /// The code is no therapy code on the day of service.
        NotTherapy = "not-therapy",
        /// KX was on the line.
        HasKx = "has-kx",
        /// Billed with GA, GZ or GY.
        BilledAsNotNecessary = "billed-as-not-necessary",
        /// By the account something was left.
        BelowThreshold = "below-threshold",
        /// Nothing was left, and KX was not on the line.
        KxMissing = "kx-missing",
    }
}

named! {
    /// How KX can still get on the line.
    pub(crate) enum Channel {
        /// Of a professional claim.
        Reopening = "reopening",
        /// Of an institutional claim, type of bill xx7.
        Adjustment = "adjustment",
    }
}

/// A line of a remittance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The host's name for it.
    pub id: String,
    /// Date of service.
    pub date: ServiceDate,
    /// The bucket.
    pub service_type: ServiceType,
    /// The day the payer processed it.
    pub posted: Option<ServiceDate>,
    /// The HCPCS code.
    pub code: HcpcsCode,
    /// As they were billed.
    pub modifiers: Vec<Modifier>,
    /// The claim.
    pub claim: String,
    /// Whether the line was denied.
    pub denied: bool,
    /// Whether a later remittance says something else of it.
    pub is_answered: bool,
    /// Groups and reasons of its adjustments.
    pub reasons: Vec<String>,
    /// Whether a Medicare Advantage plan denied it.
    pub is_advantage: bool,
    /// Whose it is: name and number.
    pub patient: Option<(String, Option<String>)>,
    /// What Medicare was expected to allow, where the host says so.
    pub expected: Option<Money>,
}

/// The adjustment reason (CARC) of the threshold, in any group (MAC: Palmetto, NGS).
const BENEFIT_MAXIMUM: &str = "119";

impl Entry {
    /// Whether it waits for somebody to do something about it.
    pub(crate) const fn is_open(&self) -> bool {
        self.denied && !self.is_answered
    }

    /// Whether the other one is the same service, processed again: reopened, adjusted or taken back.
    #[cfg_attr(small, optimize(size))]
    pub(super) fn is_answered_by(&self, later: &Self) -> bool {
        matches!((self.posted, later.posted), (Some(then), Some(now)) if then < now)
            && (self.date, self.service_type, self.code) == (later.date, later.service_type, later.code)
            && self.claim == later.claim
    }

    #[cfg_attr(small, optimize(size))]
    pub(super) fn is_of_threshold(&self) -> bool {
        self.reasons.iter().any(|reason| reason.rsplit('-').next() == Some(BENEFIT_MAXIMUM))
    }

    #[cfg_attr(small, optimize(size))]
    pub(super) fn opposing_modifier(&self) -> Option<Modifier> {
        Modifier::opposing_among(self.modifiers.iter().copied())
    }
}

/// What denied lines are looked at with.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Account {
    /// The lines that were billed.
    pub billed: Vec<AuditLine>,
    /// What other providers used.
    pub other_used: OtherUsed,
    /// How the claims were submitted.
    pub claim_type: ClaimType,
    /// The remittance's day.
    pub decided: Option<ServiceDate>,
    /// The day on which all this is looked at.
    pub date: Option<ServiceDate>,
    /// Lines that a clinician attested to.
    pub attested: Vec<String>,
    /// Lines that a clinician left KX off.
    pub left_off: Vec<String>,
    /// The host's choices.
    pub policy: Policy,
}

/// A denied line with what can be done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Denial<'d> {
    /// The line.
    pub entry: &'d Entry,
    /// What it was denied for.
    pub verdict: Verdict,
    /// What was left before it, by the account.
    pub remaining: Option<Money>,
    /// The place among the billed lines of the one that it is.
    pub billed: Option<usize>,
    /// How KX can still get on it.
    pub channel: Option<Channel>,
    /// The channel's last day.
    pub last_day: Option<ServiceDate>,
    /// The appeal's.
    pub appeal_by: Option<ServiceDate>,
    /// Whether the last day of the channel is over, or without a channel that of the appeal.
    pub is_late: bool,
    /// Whether a clinician attested to KX.
    pub attested: bool,
    /// Whether a clinician left KX off: then nobody requests it.
    pub left_off: bool,
}
