//! What a patient has used of each bucket in a calendar year.

pub(crate) mod shape;

use crate::ground::calendar::{CalendarYear, ServiceDate};
use crate::ground::discipline::{PerServiceType, ServiceType};
use crate::ground::known::Known;
use crate::ground::money::Money;
use crate::ground::named::named;
use crate::ground::procedure::HcpcsCode;
use crate::visit::coverage::Program;

named! {
    /// How far a claim has come.
    #[derive(Default)]
    pub(crate) enum EntryStatus {
        /// The payer has processed it.
        #[default]
        Adjudicated = "adjudicated",
        /// On its way.
        Pending = "pending",
        /// Taken back: it counts nothing.
        Void = "void",
    }
}

/// The adjustment reason (CARC) of what another payer paid before Medicare, in any group.
pub(crate) const PRIOR_PAYER: &str = "23";

named! {
    /// Where the allowed amount of an entry was read in a remittance.
    pub(crate) enum AllowedFrom {
        /// The segment that says it.
        AmountB6 = "AMT*B6",
        /// The charge less the contractual adjustments.
        Adjustments = "adjustments",
    }
}

/// The allowed amount of one service of this patient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UsageEntry {
    /// Entries with one id count once: the last.
    pub id: Option<String>,
    /// Date of service: its calendar year counts.
    pub date: ServiceDate,
    /// The bucket.
    pub service_type: ServiceType,
    /// What Medicare allows, deductible and coinsurance included.
    pub allowed: Money,
    /// How far the claim has come.
    pub status: EntryStatus,
    /// The program it was billed to; `None` is the coverage's own.
    pub program: Option<Program>,
    /// The day the payer processed it.
    pub posted: Option<ServiceDate>,
    /// The HCPCS code, where it was read from a remittance.
    pub code: Option<HcpcsCode>,
    /// The claim it stands on, where that is known.
    pub claim: Option<String>,
    /// By its reasons another payer paid before Medicare.
    pub is_secondary: bool,
}

impl UsageEntry {
    /// Whether both say the same. An earlier version did not keep the reasons.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        Self { is_secondary: other.is_secondary, ..self.clone() } == *other
    }
}

/// What the host knows of a patient's usage. `None` is "not known", which is not zero.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Usage {
    /// Services one by one. An empty list is known usage of nothing.
    pub entries: Option<Vec<UsageEntry>>,
    /// Totals of the appointment's calendar year, added to the entries.
    pub used: Option<PerServiceType<Option<Money>>>,
    /// "Other Medicare Threshold Used": what other providers used.
    pub other_used: Option<PerServiceType<Option<Money>>>,
    /// "Threshold remaining" computed elsewhere.
    pub precomputed_remaining: Option<PerServiceType<Option<Money>>>,
    /// The day of the three totals.
    pub as_of: Option<ServiceDate>,
}

impl Usage {
    /// Whether anything at all is said about usage.
    pub(crate) const fn is_given(&self) -> bool {
        self.entries.is_some() || self.used.is_some() || self.other_used.is_some() || self.precomputed_remaining.is_some()
    }

    /// Whether there are totals and they carry a day of another calendar year: then they are not of this year and do not count.
    pub(crate) fn has_totals_of_other_year(&self, year: CalendarYear) -> bool {
        let totals = [&self.used, &self.other_used, &self.precomputed_remaining];
        let any = totals.into_iter().flatten().any(|both| both.pt_slp.is_some() || both.ot.is_some());
        any && self.is_as_of_other_year(year)
    }

    fn is_as_of_other_year(&self, year: CalendarYear) -> bool {
        self.as_of.is_some_and(|day| day.year() != year)
    }

    /// What each bucket has used in `year` under `program`.
    pub(crate) fn accrued(&self, year: CalendarYear, program: Program) -> PerServiceType<Accrued> {
        let totals_count = !self.is_as_of_other_year(year);
        let total = |totals: &Option<PerServiceType<Option<Money>>>, service_type| {
            totals.as_ref().filter(|_| totals_count).and_then(|totals| *totals.get(service_type))
        };
        let mut accrued = PerServiceType::from_fn(|service_type| {
            let (used, other) = (total(&self.used, service_type), total(&self.other_used, service_type));
            Accrued {
                adjudicated: used.unwrap_or(Money::ZERO),
                pending: Money::ZERO,
                other_used: other.unwrap_or(Money::ZERO),
                precomputed_remaining: total(&self.precomputed_remaining, service_type),
                is_known: self.entries.is_some() || used.is_some() || other.is_some(),
            }
        });
        for entry in self.counted_entries() {
            if entry.date.year() != year || entry.program.is_some_and(|own| own != program) {
                continue;
            }
            let bucket = accrued.get_mut(entry.service_type);
            match entry.status {
                EntryStatus::Adjudicated => bucket.adjudicated = bucket.adjudicated.plus(entry.allowed),
                EntryStatus::Pending => bucket.pending = bucket.pending.plus(entry.allowed),
                EntryStatus::Void => {}
            }
        }
        accrued
    }

    /// Takes out the entries that a later one with the same id replaces.
    pub(crate) fn keep_last_of_each_id(&mut self) {
        let kept: Vec<UsageEntry> = self.counted_entries().cloned().collect();
        if let Some(entries) = &mut self.entries {
            *entries = kept.into_iter().rev().collect();
        }
    }

    /// The entries, the last first, without those that a later one with the same id replaces.
    fn counted_entries(&self) -> impl Iterator<Item = &UsageEntry> {
        let mut known = Known::default();
        self.entries.iter().flatten().rev().filter(move |entry| entry.id.as_deref().is_none_or(|id| known.meet(id)))
    }
}

/// What one bucket has used in one calendar year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Accrued {
    /// The host's total and the adjudicated entries.
    pub adjudicated: Money,
    /// The pending entries.
    pub pending: Money,
    /// What other providers used.
    pub other_used: Money,
    /// What is left by another computation.
    pub precomputed_remaining: Option<Money>,
    /// Whether anything but `precomputed_remaining` was said about this bucket.
    pub is_known: bool,
}
