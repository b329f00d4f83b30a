//! The rows of `data/`, as the build checked them. They are a value that rules are given: a host's rows can stand beside them.

use std::borrow::Cow;

use super::calendar::{CalendarYear, ServiceDate};
use super::discipline::Discipline;
use super::money::Money;
use super::procedure::HcpcsCode;
#[cfg(feature = "account")]
use super::review_rows::{DeadlineRow, ReviewChecklistRow, ReviewItemRow};
use super::sentence::Id;

/// Version of the rules and their tables. It changes whenever a decision, an amount or a code list changes; CHANGELOG.md names each.
pub const RULES_VERSION: &str = "2026.2";

/// The first and the last year that a row may be of: before, other rules held.
pub(crate) const YEARS: std::ops::RangeInclusive<u16> = 2018..=2199;

/// Threshold amounts of a calendar year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThresholdRow {
    pub(crate) year: u16,
    pub(crate) pt_slp: Money,
    pub(crate) ot: Money,
    pub(crate) medical_review: Option<Money>,
}

/// A code of Medicare's therapy code list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TherapyCodeRow {
    pub(crate) code: [u8; 5],
    pub(crate) description: Cow<'static, str>,
    pub(crate) always: bool,
    pub(crate) pt: bool,
    pub(crate) ot: bool,
    pub(crate) slp: bool,
    pub(crate) evaluation: bool,
    pub(crate) confirmed: bool,
    /// The first and the last day of service on which it is a therapy code, where it is not on every day.
    pub(crate) from: Option<ServiceDate>,
    pub(crate) to: Option<ServiceDate>,
}

/// Why a code is no therapy code on a day of service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotInEffect {
    /// It is one from this day on.
    Before(ServiceDate),
    /// It was one through this day.
    After(ServiceDate),
}

impl TherapyCodeRow {
    /// Whether it is a therapy code on a day of service.
    pub(crate) fn on(&self, day: ServiceDate) -> Result<&Self, NotInEffect> {
        match (self.from, self.to) {
            (Some(from), _) if day < from => Err(NotInEffect::Before(from)),
            (_, Some(to)) if to < day => Err(NotInEffect::After(to)),
            _ => Ok(self),
        }
    }

    /// Whether the discipline may bill it, as far as edits are known.
    pub(crate) const fn is_billed_by(&self, discipline: Discipline) -> bool {
        match discipline {
            Discipline::Pt => self.pt,
            Discipline::Ot => self.ot,
            Discipline::Slp => self.slp,
        }
    }
}

/// A code of the documented qualifying list (seed 002).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentedRow {
    pub(crate) code: [u8; 5],
    pub(crate) pt_slp: bool,
    pub(crate) ot: bool,
}

/// An item of the checklist behind the attestation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentationRow {
    pub(crate) id: &'static str,
    pub(crate) name: &'static Id,
    pub(crate) text: &'static Id,
    pub(crate) source: &'static Id,
}

/// A Medicare Advantage payer whose policy on KX is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    pub(crate) payer: &'static str,
    /// Whether its plans follow the threshold.
    pub(crate) follows: bool,
    /// Since when, where it says so.
    pub(crate) from: Option<ServiceDate>,
    /// The day on which somebody read it.
    pub(crate) read: Option<ServiceDate>,
    pub(crate) source: &'static str,
}

/// Every table that a rule reads; rows ascend by year or code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tables {
    pub(crate) thresholds: Cow<'static, [ThresholdRow]>,
    pub(crate) therapy_codes: Cow<'static, [TherapyCodeRow]>,
    pub(crate) documented_codes: Cow<'static, [DocumentedRow]>,
    pub(crate) documentation: Cow<'static, [DocumentationRow]>,
    pub(crate) plans: &'static [PlanRow],
    #[cfg(feature = "account")]
    pub(crate) deadlines: &'static [DeadlineRow],
    #[cfg(feature = "account")]
    pub(crate) review_checklists: &'static [ReviewChecklistRow],
    #[cfg(feature = "account")]
    pub(crate) review_items: &'static [ReviewItemRow],
    /// The ids of the packs that a host put beside them, in the order in which they were given.
    pub(crate) packs: Vec<String>,
    /// Rows of packs: one of a year or a code that is built in stands in its place.
    pub(crate) own_thresholds: Vec<ThresholdRow>,
    pub(crate) own_codes: Vec<TherapyCodeRow>,
}

mod rows {
    use super::{Cow, DocumentationRow, DocumentedRow, Id, Money, PlanRow, ServiceDate, TherapyCodeRow, ThresholdRow};
    #[cfg(feature = "account")]
    use crate::ground::review_rows::{Asks, CountedFrom, DeadlineRow, DocumentKind, ReviewChecklistRow, ReviewItemRow, Spans};

    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}

/// A code as a number with the same order: five bytes are compared by a call, a number is not.
fn in_order(code: [u8; 5]) -> u64 {
    code.iter().fold(0, |number, byte| (number << 8) | u64::from(*byte))
}

impl Tables {
    /// The tables of `data/`.
    pub const BUILT_IN: Self = Self {
        thresholds: Cow::Borrowed(rows::THRESHOLDS),
        therapy_codes: Cow::Borrowed(rows::THERAPY_CODES),
        documented_codes: Cow::Borrowed(rows::DOCUMENTED_CODES),
        documentation: Cow::Borrowed(rows::DOCUMENTATION),
        plans: rows::PLANS,
        #[cfg(feature = "account")]
        deadlines: rows::DEADLINES,
        #[cfg(feature = "account")]
        review_checklists: rows::REVIEW_CHECKLISTS,
        #[cfg(feature = "account")]
        review_items: rows::REVIEW_ITEMS,
        packs: Vec::new(),
        own_thresholds: Vec::new(),
        own_codes: Vec::new(),
    };

    /// The row of a code on Medicare's therapy code list.
    pub(crate) fn therapy_code(&self, code: HcpcsCode) -> Option<&TherapyCodeRow> {
        if let Some(own) = self.own_codes.iter().find(|row| row.code == code.bytes()) {
            return Some(own);
        }
        let wanted = in_order(code.bytes());
        self.therapy_codes.binary_search_by_key(&wanted, |row| in_order(row.code)).ok().and_then(|index| self.therapy_codes.get(index))
    }

    /// The row of a code on the documented qualifying list.
    pub(crate) fn documented_code(&self, code: HcpcsCode) -> Option<&DocumentedRow> {
        let wanted = in_order(code.bytes());
        self.documented_codes
            .binary_search_by_key(&wanted, |row| in_order(row.code))
            .ok()
            .and_then(|index| self.documented_codes.get(index))
    }

    /// How long something is open.
    #[cfg(feature = "account")]
    pub(crate) fn deadline(&self, id: &str) -> Option<&DeadlineRow> {
        self.deadlines.iter().find(|row| row.id == id)
    }

    /// The amounts of a year.
    pub(crate) fn threshold(&self, year: CalendarYear) -> Option<&ThresholdRow> {
        self.own_thresholds.iter().chain(&*self.thresholds).find(|row| row.year == year.number())
    }

    /// The calendar years with amounts of their own, ascending.
    pub fn known_years(&self) -> impl Iterator<Item = CalendarYear> + '_ {
        YEARS.filter_map(CalendarYear::of).filter(|year| self.threshold(*year).is_some())
    }

    /// Medicare's therapy code list, ascending.
    pub(crate) fn all_therapy_codes(&self) -> Vec<&TherapyCodeRow> {
        let is_own = |row: &TherapyCodeRow| self.own_codes.iter().any(|own| own.code == row.code);
        let mut all: Vec<_> = self.therapy_codes.iter().filter(|row| !is_own(row)).collect();
        for own in &self.own_codes {
            all.insert(all.iter().take_while(|row| row.code < own.code).count(), own);
        }
        all
    }
}
