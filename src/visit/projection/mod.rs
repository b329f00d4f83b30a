//! When booked visits will use a bucket up.

pub(crate) mod sentences;
pub(crate) mod shape;

use crate::ground::calendar::{CalendarYear, ServiceDate, in_order};
use crate::ground::discipline::ServiceType;
use crate::ground::money::Money;
use crate::ground::tables::Tables;
use crate::visit::coverage::Program;
use crate::visit::policy::Policy;
use crate::visit::standing::Bucket;
use crate::visit::thresholds;
use crate::visit::usage::Usage;

/// A booked visit with what Medicare is expected to allow for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Visit {
    /// The day it is booked for.
    pub date: ServiceDate,
    /// Expected allowed amount of the whole visit.
    pub allowed: Money,
}

/// What booked visits do to a bucket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Projection {
    /// The day asked about.
    pub on: ServiceDate,
    /// Day of the first visit after which less than nothing is left.
    pub crosses_on: Option<ServiceDate>,
    /// The visits before that one, or all.
    pub visits_before_crossing: usize,
    /// Nothing is left before the visit that crosses, whichever day it is.
    pub is_reached: bool,
    /// By how much that visit finds the bucket over.
    pub over: Money,
    /// What is left before the visit of the day asked about, where that is among the visits: the one that a person has before them.
    pub before_at_hand: Option<Money>,
    /// What is left after the last visit, in that visit's year; without a visit, what is left on the day asked about.
    pub remaining_after_last: Money,
    /// The years without an amount, ascending. Visits in them are left out.
    pub unknown_years: Vec<CalendarYear>,
}

/// Runs the visits through the bucket in the order of their days. Each calendar year starts from its own threshold and from what is known
/// to be used in it; the usage totals are those of the year of `date`, and so is what the `lines` of its appointment take.
#[cfg_attr(small, optimize(size))]
pub(crate) fn project(
    tables: &Tables,
    date: ServiceDate,
    service_type: ServiceType,
    usage: Option<&Usage>,
    policy: &Policy,
    lines: Money,
    visits: &[Visit],
) -> Projection {
    let entries_only = usage.map(|usage| Usage { entries: usage.entries.clone(), ..Usage::default() });
    let start = |year: CalendarYear| {
        let amounts = thresholds::amounts(tables, year, &policy.thresholds).ok()?;
        let (known, taken) = if year == date.year() { (usage, lines) } else { (entries_only.as_ref(), Money::ZERO) };
        Some(Bucket::both(year, &amounts, Program::PartB, known, policy).get(service_type).remaining.minus(taken))
    };
    let visits: Vec<Visit> =
        in_order(visits.iter().map(|visit| visit.date)).into_iter().filter_map(|place| visits.get(place).copied()).collect();

    let mut year = date.year();
    let mut remaining = start(year);
    let mut projection = Projection {
        on: date,
        crosses_on: None,
        visits_before_crossing: 0,
        is_reached: false,
        over: Money::ZERO,
        before_at_hand: None,
        remaining_after_last: Money::ZERO,
        unknown_years: Vec::new(),
    };
    for visit in &visits {
        if visit.date.year() != year {
            year = visit.date.year();
            remaining = start(year);
        }
        let Some(left) = &mut remaining else {
            if !projection.unknown_years.contains(&year) {
                projection.unknown_years.push(year);
            }
            continue;
        };
        let before = *left;
        if visit.date == date && projection.before_at_hand.is_none() {
            projection.before_at_hand = Some(before);
        }
        *left = before.minus(visit.allowed);
        projection.remaining_after_last = *left;
        if projection.crosses_on.is_none() {
            if *left < Money::ZERO {
                projection.crosses_on = Some(visit.date);
                projection.is_reached = before <= Money::ZERO;
                projection.over = Money::ZERO.minus(before);
            } else {
                projection.visits_before_crossing = projection.visits_before_crossing.saturating_add(1);
            }
        }
    }
    if visits.iter().all(|visit| projection.unknown_years.contains(&visit.date.year())) {
        match start(date.year()) {
            Some(left) => projection.remaining_after_last = left,
            None if projection.unknown_years.contains(&date.year()) => {}
            None => {
                let place = projection.unknown_years.partition_point(|year| *year < date.year());
                projection.unknown_years.insert(place, date.year());
            }
        }
    }
    projection
}
