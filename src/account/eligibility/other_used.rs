//! From Medicare's own figure to what other providers used, without counting our claims twice.

use crate::ground::calendar::{CalendarYear, ServiceDate};
use crate::ground::discipline::{PerServiceType, ServiceType};
use crate::ground::error::Error;
use crate::ground::money::Money;
use crate::ground::tables::Tables;
use crate::visit::coverage::Program;
use crate::visit::decision::{Notice, NoticeCode};
use crate::visit::policy::Policy;
use crate::visit::thresholds;
use crate::visit::usage::{Accrued, EntryStatus, Usage, UsageEntry};

use super::amounts::{AmountKind, Counted, EligibilityAmount, Elsewhere};
use super::sentences;

/// What is left of a bucket by Medicare's figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sum {
    /// The bucket.
    pub service_type: ServiceType,
    /// What Medicare says is left, where that was its figure.
    pub stated: Option<Money>,
    /// The KX modifier threshold, where one is known for the year.
    pub threshold: Option<Money>,
    /// All of our own in the year, processed by the day of the figure or not.
    pub used_here: Money,
    /// The part of it that no payer has processed yet.
    pub pending: Money,
    /// What other providers used.
    pub other_used: Money,
}

/// What other providers used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct OtherUsed {
    /// What all providers used, by the figures.
    pub used: PerServiceType<Option<Money>>,
    /// What of it is our own.
    pub ours: PerServiceType<Option<Money>>,
    /// Of each bucket that a figure tells of.
    pub other_used: PerServiceType<Option<Money>>,
    /// What is left by that, a bucket each.
    pub sums: Vec<Sum>,
    /// What their claim lines are to that, of each bucket that has some.
    pub elsewhere: Vec<Elsewhere>,
    /// What was not as expected.
    pub notices: Vec<Notice>,
}

/// Takes our own processed claims off Medicare's figures. `as_of` is the day of the figures; `lines` are other providers' claim lines, which
/// count for a bucket of which Medicare says nothing.
///
/// # Errors
/// `unknown-year` where a figure says what is left and no threshold is known for the year of `date`.
#[cfg_attr(small, optimize(size))]
pub(crate) fn other_used(
    tables: &Tables,
    date: ServiceDate,
    as_of: ServiceDate,
    amounts: &[EligibilityAmount],
    entries: Vec<UsageEntry>,
    lines: Option<Vec<UsageEntry>>,
    policy: &Policy,
) -> Result<OtherUsed, Error> {
    let year = date.year();
    let (here, ours) = {
        let mut usage = Usage { entries: Some(entries), ..Usage::default() };
        let here = usage.accrued(year, Program::PartB);
        keep_processed(&mut usage, as_of);
        (here, usage.accrued(year, Program::PartB))
    };
    let lines = by_lines(lines, year);
    let known = thresholds::amounts(tables, year, &policy.thresholds);
    let mut answer = OtherUsed::default();
    for service_type in ServiceType::ALL {
        let (mut used, mut stated): (Option<Money>, Option<Money>) = (None, None);
        let mut differ = false;
        for amount in amounts.iter().filter(|amount| amount.service_type == service_type) {
            if [amount.from, amount.to].into_iter().flatten().any(|day| day.year() != year) {
                answer.notices.push(NoticeCode::OtherPeriod.says(sentences::other_year(amount, year)));
                continue;
            }
            let figure = match amount.kind {
                AmountKind::Used => amount.amount,
                AmountKind::Remaining => {
                    stated = Some(amount.amount);
                    known.as_ref().map_err(Error::clone)?.kx.get(service_type).minus(amount.amount)
                }
            };
            differ = differ || used.is_some_and(|earlier| earlier != figure);
            used = Some(figure);
        }
        let lines = *lines.get(service_type);
        let counted = if used.is_some() { Counted::Figure } else { Counted::Lines };
        let Some(used) = used.or(lines) else { continue };
        if differ {
            answer.notices.push(NoticeCode::EligibilityDisagrees.says(sentences::disagree(service_type)));
            continue;
        }
        // More left than there is in all: a slip, or another number's place.
        if let Some(stated) = stated.filter(|_| used < Money::ZERO) {
            let threshold = known.as_ref().ok().map(|amounts| *amounts.kx.get(service_type));
            answer.notices.push(NoticeCode::EligibilityDisagrees.says(sentences::above_threshold(service_type, stated, threshold)));
            continue;
        }
        if let Some(lines) = lines {
            answer.elsewhere.push(Elsewhere { service_type, counted, lines });
        }
        let elsewhere = match counted {
            Counted::Lines => used,
            Counted::Figure => {
                let own = ours.get(service_type).adjudicated;
                let rest = used.minus(own);
                if rest < Money::ZERO {
                    answer.notices.push(NoticeCode::OtherUsedNegative.says(sentences::negative(service_type, used, own)));
                }
                *answer.used.get_mut(service_type) = Some(used);
                *answer.ours.get_mut(service_type) = Some(own);
                rest.max(Money::ZERO)
            }
        };
        *answer.other_used.get_mut(service_type) = Some(elsewhere);
        let Accrued { adjudicated, pending, .. } = *here.get(service_type);
        let threshold = known.as_ref().ok().map(|amounts| *amounts.kx.get(service_type));
        answer.sums.push(Sum { service_type, stated, threshold, used_here: adjudicated.plus(pending), pending, other_used: elsewhere });
    }
    if as_of.year() != year {
        answer.notices.push(NoticeCode::OtherYearUsage.says(sentences::as_of_other_year(as_of, year)));
    }
    Ok(answer)
}

/// What claim lines come to in a year, where a bucket has some; never below nothing, since a reversal's payment may be in another feed.
fn by_lines(mut lines: Option<Vec<UsageEntry>>, year: CalendarYear) -> PerServiceType<Option<Money>> {
    if let Some(lines) = &mut lines {
        lines.retain(|line| line.date.year() == year);
    }
    let mut usage = Usage { entries: lines, ..Usage::default() };
    usage.keep_last_of_each_id();
    let accrued = usage.accrued(year, Program::PartB);
    PerServiceType::from_fn(|service_type| {
        let Accrued { adjudicated, pending, .. } = *accrued.get(service_type);
        let is_told = |line: &UsageEntry| line.service_type == service_type && line.status != EntryStatus::Void;
        usage.entries.iter().flatten().any(is_told).then(|| adjudicated.plus(pending).max(Money::ZERO))
    })
}

/// Leaves our claims that Medicare's figure of a day can hold.
fn keep_processed(usage: &mut Usage, as_of: ServiceDate) {
    usage.keep_last_of_each_id();
    if let Some(entries) = &mut usage.entries {
        entries.retain(|entry| entry.status == EntryStatus::Adjudicated && entry.posted.unwrap_or(entry.date) <= as_of);
    }
}
