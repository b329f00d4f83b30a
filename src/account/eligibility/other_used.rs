//! From Medicare's own figure to what other providers used, without counting our claims twice.

use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::{PerServiceType, ServiceType};
use crate::ground::error::Error;
use crate::ground::money::Money;
use crate::ground::tables::Tables;
use crate::visit::coverage::Program;
use crate::visit::decision::{Notice, NoticeCode};
use crate::visit::policy::Policy;
use crate::visit::thresholds;
use crate::visit::usage::{EntryStatus, Usage, UsageEntry};

use super::amounts::{AmountKind, EligibilityAmount};
use super::sentences;

/// What other providers used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct OtherUsed {
    /// What all providers used, by the figures.
    pub used: PerServiceType<Option<Money>>,
    /// What of it is our own.
    pub ours: PerServiceType<Option<Money>>,
    /// Of each bucket that a figure tells of.
    pub other_used: PerServiceType<Option<Money>>,
    /// The KX modifier threshold, where one is known for the year.
    pub threshold: PerServiceType<Option<Money>>,
    /// All of our own in the year, processed by that day or not.
    pub used_here: PerServiceType<Option<Money>>,
    /// The part of it that no payer has processed yet.
    pub pending: PerServiceType<Option<Money>>,
    /// The threshold less our own and other providers'.
    pub remaining: PerServiceType<Option<Money>>,
    /// What was not as expected.
    pub notices: Vec<Notice>,
}

/// Takes our own processed claims off Medicare's figures. `as_of` is the day of the figures.
///
/// # Errors
/// `unknown-year` where a figure says what is left and no threshold is known for the year of `date`.
pub(crate) fn other_used(
    tables: &Tables,
    date: ServiceDate,
    as_of: ServiceDate,
    amounts: &[EligibilityAmount],
    entries: Vec<UsageEntry>,
    policy: &Policy,
) -> Result<OtherUsed, Error> {
    let year = date.year();
    let (here, ours) = {
        let mut usage = Usage { entries: Some(entries), ..Usage::default() };
        let here = usage.accrued(year, Program::PartB);
        keep_processed(&mut usage, as_of);
        (here, usage.accrued(year, Program::PartB))
    };
    let mut answer = OtherUsed::default();
    for service_type in ServiceType::ALL {
        let mut used: Option<Money> = None;
        let mut differ = false;
        for amount in amounts.iter().filter(|amount| amount.service_type == service_type) {
            if [amount.from, amount.to].into_iter().flatten().any(|day| day.year() != year) {
                answer.notices.push(NoticeCode::OtherPeriod.says(sentences::other_year(amount, year)));
                continue;
            }
            let figure = match amount.kind {
                AmountKind::Used => amount.amount,
                AmountKind::Remaining => thresholds::amounts(tables, year, &policy.thresholds)?.kx.get(service_type).minus(amount.amount),
            };
            differ = differ || used.is_some_and(|earlier| earlier != figure);
            used = Some(figure);
        }
        let Some(used) = used else { continue };
        if differ {
            answer.notices.push(NoticeCode::EligibilityDisagrees.says(sentences::disagree(service_type)));
            continue;
        }
        let own = ours.get(service_type).adjudicated;
        let rest = used.minus(own);
        if rest < Money::ZERO {
            answer.notices.push(NoticeCode::OtherUsedNegative.says(sentences::negative(service_type, used, own)));
        }
        *answer.used.get_mut(service_type) = Some(used);
        *answer.ours.get_mut(service_type) = Some(own);
        let elsewhere = rest.max(Money::ZERO);
        *answer.other_used.get_mut(service_type) = Some(elsewhere);
        let all_here = here.get(service_type);
        let used_here = all_here.adjudicated.plus(all_here.pending);
        let threshold = thresholds::amounts(tables, year, &policy.thresholds).ok().map(|amounts| *amounts.kx.get(service_type));
        *answer.threshold.get_mut(service_type) = threshold;
        *answer.used_here.get_mut(service_type) = Some(used_here);
        *answer.pending.get_mut(service_type) = Some(all_here.pending);
        *answer.remaining.get_mut(service_type) = threshold.map(|threshold| threshold.minus(used_here).minus(elsewhere));
    }
    if as_of.year() != year {
        answer.notices.push(NoticeCode::OtherYearUsage.says(sentences::as_of_other_year(as_of, year)));
    }
    Ok(answer)
}

/// Leaves our claims that Medicare's figure of a day can hold.
fn keep_processed(usage: &mut Usage, as_of: ServiceDate) {
    usage.keep_last_of_each_id();
    if let Some(entries) = &mut usage.entries {
        entries.retain(|entry| entry.status == EntryStatus::Adjudicated && entry.posted.unwrap_or(entry.date) <= as_of);
    }
}
