//! From Medicare's own figure to what other providers used, without counting our claims twice.

use crate::calendar::ServiceDate;
use crate::coverage::Program;
use crate::discipline::{PerServiceType, ServiceType};
use crate::error::Error;
use crate::money::Money;
use crate::notice::Severity;
use crate::policy::Policy;
use crate::thresholds;
use crate::usage::{EntryStatus, Usage, UsageEntry};
use crate::wording::{self, Sentence};

/// Whether an amount says what was used or what is left: opposites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountKind {
    /// What all providers used.
    Used,
    /// What is left.
    Remaining,
}

/// What an eligibility response says of a bucket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EligibilityAmount {
    /// The bucket.
    pub service_type: ServiceType,
    /// Used or remaining.
    pub kind: AmountKind,
    /// The amount.
    pub amount: Money,
    /// First day of its period, where it says so.
    pub from: Option<ServiceDate>,
    /// Last day of its period, where it says so.
    pub to: Option<ServiceDate>,
}

/// What there is to say about the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EligibilityNotice {
    /// Its name.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// The sentence that a person reads.
    pub message: Sentence,
}

/// What other providers used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OtherUsed {
    /// What all providers used, by the figures.
    pub used: PerServiceType<Option<Money>>,
    /// What of it is our own.
    pub ours: PerServiceType<Option<Money>>,
    /// Of each bucket that a figure tells of.
    pub other_used: PerServiceType<Option<Money>>,
    /// What was not as expected.
    pub notices: Vec<EligibilityNotice>,
}

/// Takes our own processed claims off Medicare's figures. `as_of` is the day of the figures.
///
/// # Errors
/// `unknown-year` where a figure says what is left and no threshold is known for the year of `date`.
pub fn other_used(
    date: ServiceDate,
    as_of: ServiceDate,
    amounts: &[EligibilityAmount],
    entries: Vec<UsageEntry>,
    policy: &Policy,
) -> Result<OtherUsed, Error> {
    let year = date.year();
    let ours = processed(entries, as_of).accrued(year, Program::PartB);
    let mut answer = OtherUsed::default();
    for service_type in ServiceType::ALL {
        let mut used: Option<Money> = None;
        let mut differ = false;
        for amount in amounts.iter().filter(|amount| amount.service_type == service_type) {
            if [amount.from, amount.to].into_iter().flatten().any(|day| day.year() != year) {
                answer.notices.push(notice("other-period", Severity::Info, wording::eligibility::other_year(amount, year)));
                continue;
            }
            let figure = match amount.kind {
                AmountKind::Used => amount.amount,
                AmountKind::Remaining => thresholds::amounts(year, policy)?.kx.get(service_type).minus(amount.amount),
            };
            differ = differ || used.is_some_and(|earlier| earlier != figure);
            used = Some(figure);
        }
        let Some(used) = used else { continue };
        if differ {
            answer.notices.push(notice("eligibility-disagrees", Severity::Error, wording::eligibility::disagree(service_type)));
            continue;
        }
        let own = ours.get(service_type).adjudicated;
        let rest = used.minus(own);
        if rest < Money::ZERO {
            answer.notices.push(notice("other-used-negative", Severity::Warning, wording::eligibility::negative(service_type, used, own)));
        }
        *answer.used.get_mut(service_type) = Some(used);
        *answer.ours.get_mut(service_type) = Some(own);
        *answer.other_used.get_mut(service_type) = Some(rest.max(Money::ZERO));
    }
    if as_of.year() != year {
        answer.notices.push(notice("other-year-usage", Severity::Error, wording::eligibility::as_of_other_year(as_of, year)));
    }
    Ok(answer)
}

/// Our claims that Medicare's figure of a day can hold.
fn processed(entries: Vec<UsageEntry>, as_of: ServiceDate) -> Usage {
    let mut usage = Usage { entries: Some(entries), ..Usage::default() };
    usage.keep_last_of_each_id();
    if let Some(entries) = &mut usage.entries {
        entries.retain(|entry| entry.status == EntryStatus::Adjudicated && entry.posted.unwrap_or(entry.date) <= as_of);
    }
    usage
}

fn notice(code: &'static str, severity: Severity, message: Sentence) -> EligibilityNotice {
    EligibilityNotice { code, severity, message }
}
