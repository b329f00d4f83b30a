//! A line as it was billed, and the line after the audit.

use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::{Discipline, ServiceType};
use crate::ground::money::Money;
use crate::ground::named::named;
use crate::ground::order::in_order;
use crate::ground::procedure::{HcpcsCode, Modifier};
use crate::ground::tables::NotInEffect;
use crate::visit::context::DeclineReason;
use crate::visit::decision::{Due, Notice};
use crate::visit::standing::Standing;
use crate::visit::usage::EntryStatus;

/// A line as it was billed. It may carry more modifiers than a claim has places for; that is a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AuditLine {
    /// The host's name for the line.
    pub id: String,
    /// Date of service.
    pub date: ServiceDate,
    /// The HCPCS code.
    pub code: HcpcsCode,
    /// The modifiers in claim order.
    pub modifiers: Vec<Modifier>,
    /// What Medicare allows for it.
    pub allowed: Money,
    /// The bucket, where the host knows it.
    pub service_type: Option<ServiceType>,
    /// How far the claim has come.
    pub status: EntryStatus,
    /// The day the payer processed it: orders the line in place of its date.
    pub posted: Option<ServiceDate>,
    /// The claim it stands on.
    pub claim: Option<String>,
    /// Why a person left KX off.
    pub kx_declined: Option<String>,
    /// Which of the usual reasons that was.
    pub declined_because: Option<DeclineReason>,
}

impl AuditLine {
    /// The bucket it accrues to: the host's, else that of its one plan of care.
    pub(crate) fn bucket(&self) -> Option<ServiceType> {
        self.service_type.or_else(|| Discipline::of_one_plan_of_care(self.modifiers.iter().copied()).map(Discipline::service_type))
    }

    /// The day that orders it: the payer's, or else its own.
    pub(super) fn runs_on(&self) -> ServiceDate {
        self.posted.unwrap_or(self.date)
    }

    /// Whether KX is on it.
    pub(super) fn has_kx(&self) -> bool {
        self.modifiers.contains(&Modifier::KX)
    }

    /// The first of GA, GZ and GY on it.
    pub(super) fn opposing_modifier(&self) -> Option<Modifier> {
        Modifier::opposing_among(self.modifiers.iter().copied())
    }

    /// The modifier by which it was billed as not necessary or excluded: GA, GZ or GY, without KX beside it.
    pub(super) fn not_necessary(&self) -> Option<Modifier> {
        self.opposing_modifier().filter(|_| !self.has_kx())
    }

    /// Whether modifiers of it are only in the claim's note.
    pub(super) fn is_in_note(&self) -> bool {
        self.modifiers.contains(&Modifier::IN_NOTE)
    }

    /// Whether it takes an earlier payment back: it corrects what was counted, and bills no service.
    pub(super) fn is_reversal(&self) -> bool {
        self.allowed < Money::ZERO
    }

    /// The disciplines whose plans of care it names, each once.
    pub(super) fn plans_of_care(&self) -> Vec<Discipline> {
        let mut named = Vec::new();
        for discipline in self.modifiers.iter().filter_map(|modifier| Discipline::of_modifier(*modifier)) {
            if !named.contains(&discipline) {
                named.push(discipline);
            }
        }
        named
    }
}

named! {
    /// What the audit says of the KX on a line, or of its absence.
    pub(crate) enum KxVerdict {
        /// Due and absent.
        Missing = "missing",
        /// Present while something was left.
        Early = "early",
        /// As it should be.
        Correct = "correct",
        /// The line crosses without it.
        Crossing = "crossing",
        /// The line does not count, takes a payment back or was taken back, or whether KX is on it is not known.
        NotApplicable = "not-applicable",
    }
}

/// Why a line does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotCounted {
    /// The claim was taken back.
    Void,
    /// No bucket is known.
    NoServiceType,
    /// The code is not on Medicare's therapy code list.
    NotTherapy,
    /// The code is on it, but not on the day of service.
    NotInEffect(NotInEffect),
    /// No threshold is known for its year.
    UnknownYear,
}

/// A line after the audit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AuditedLine<'l> {
    /// The line.
    pub line: &'l AuditLine,
    /// Its place in what was given.
    pub position: usize,
    /// The bucket, where it is known.
    pub service_type: Option<ServiceType>,
    /// Why it does not count, where that is so.
    pub not_counted: Option<NotCounted>,
    /// What was left before it; `None` where the line does not count.
    pub before: Option<Money>,
    /// What was left after it.
    pub after: Option<Money>,
    /// What other providers used of its bucket; on which days is not known.
    pub others: Money,
    /// Where it stands; `None` where the line does not count.
    pub standing: Option<Standing>,
    /// No service that is still billed: it takes a payment back, or its own was.
    pub reversed: bool,
    /// The day on which the line ran that takes it back, or that it takes back.
    pub counterpart: Option<ServiceDate>,
    /// Whether KX is due on it, by itself or by its claim.
    pub due: Due,
    /// What is to be said of KX.
    pub kx: KxVerdict,
    /// What someone should look at, the gravest first.
    pub findings: Vec<Notice>,
}

impl AuditedLine<'_> {
    /// What the lines of one claim, bucket and year have in common.
    pub(super) fn claim(&self) -> Option<String> {
        Some(format!("{} {} {}", self.service_type?.as_str(), self.line.date.year(), self.line.claim.as_deref()?))
    }
}

/// Lines that ran by day, in the order in which they were given.
pub(crate) fn in_given_order(lines: Vec<AuditedLine<'_>>) -> Vec<AuditedLine<'_>> {
    in_order(lines, |one| u64::try_from(one.position).unwrap_or(u64::MAX))
}
