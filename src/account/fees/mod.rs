//! Expected allowed amounts of one patient's day under the multiple procedure payment reduction (MPPR).
//!
//! The unit with the highest practice expense is allowed in full, every later unit and procedure with its practice expense halved. Fees come
//! as the fee schedule publishes them, so nothing is multiplied or rounded here.

pub(crate) mod shape;

use crate::ground::money::Money;
use crate::ground::named::named;
use crate::ground::procedure::HcpcsCode;

/// What the fee schedule publishes for one unit of a code in a locality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fee {
    /// The full amount.
    pub full: Money,
    /// The amount with the practice expense halved; equal to `full` where the reduction does not apply.
    pub reduced: Money,
}

impl Fee {
    /// A fee as published. The published files print 0.00 as the reduced amount of a code that the reduction does not apply to.
    pub(crate) fn published(full: Money, reduced: Money) -> Self {
        Self { full, reduced: if reduced == Money::ZERO { full } else { reduced } }
    }

    /// Half the practice expense of a unit: what the reduction takes.
    fn reduction(self) -> Money {
        self.full.minus(self.reduced)
    }
}

/// A code with its units on one day, of whatever discipline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FeeLine<Id> {
    /// What its estimate is told by.
    pub id: Id,
    /// The HCPCS code.
    pub code: HcpcsCode,
    /// Whole units.
    pub units: usize,
    /// Its fee; `None` where the schedule has none for the code.
    pub fee: Option<Fee>,
    /// What is charged for the line, where that is known.
    pub charge: Option<Money>,
}

named! {
    /// What an expected amount is told by.
    pub(crate) enum Basis {
        /// Every unit in full.
        FeeSchedule = "fee-schedule",
        /// A unit with its practice expense halved.
        Mppr = "mppr",
        /// The charge, which is less than the schedule's amount.
        Charge = "charge",
    }
}

/// The expected amounts of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Estimate<Id> {
    /// The line's id.
    pub id: Id,
    /// The sum of its units, or its charge where that is less: Medicare pays on the lesser of both (42 USC 1395m(k)(1)(B)).
    pub allowed: Money,
    /// What `allowed` is told by.
    pub basis: Basis,
    /// Each unit by the schedule, in the line's order.
    pub units: Vec<Money>,
}

/// The expected amounts of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DayEstimate<Id> {
    /// The lines with a fee, in order.
    pub lines: Vec<Estimate<Id>>,
    /// Their sum.
    pub total: Money,
    /// The codes without a fee, each once; they are in no total, and never zero.
    pub unpriced: Vec<HcpcsCode>,
}

/// Estimates the lines of one patient and day, all disciplines of the practice together.
pub(crate) fn estimate<Id>(lines: Vec<FeeLine<Id>>) -> DayEstimate<Id> {
    let first = in_full(&lines);
    let mut day = DayEstimate { lines: Vec::new(), total: Money::ZERO, unpriced: Vec::new() };
    for (position, line) in lines.into_iter().enumerate() {
        let Some(fee) = line.fee else {
            if !day.unpriced.contains(&line.code) {
                day.unpriced.push(line.code);
            }
            continue;
        };
        let units: Vec<Money> =
            (0..line.units).map(|unit| if unit == 0 && first == Some(position) { fee.full } else { fee.reduced }).collect();
        let by_schedule: Money = units.iter().copied().sum();
        // A charge below zero is none: it takes something back.
        let charge = line.charge.filter(|charge| *charge >= Money::ZERO);
        let (allowed, basis) = match charge {
            Some(charge) if charge < by_schedule => (charge, Basis::Charge),
            _ if units.iter().all(|unit| *unit == fee.full) => (by_schedule, Basis::FeeSchedule),
            _ => (by_schedule, Basis::Mppr),
        };
        day.total = day.total.plus(allowed);
        day.lines.push(Estimate { id: line.id, allowed, basis, units });
    }
    day
}

/// Position of the line whose first unit is allowed in full: the largest reduction, then the higher full amount, then the earlier line.
fn in_full<Id>(lines: &[FeeLine<Id>]) -> Option<usize> {
    let mut best: Option<(usize, Fee)> = None;
    for (position, line) in lines.iter().enumerate().filter(|(_, line)| line.units > 0) {
        let Some(fee) = line.fee else { continue };
        if best.is_none_or(|(_, best)| (fee.reduction(), fee.full) > (best.reduction(), best.full)) {
            best = Some((position, fee));
        }
    }
    best.map(|(position, _)| position)
}
