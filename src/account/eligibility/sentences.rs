//! What is said about the figures of an eligibility response.

use crate::ground::calendar::{CalendarYear, ServiceDate};
use crate::ground::discipline::ServiceType;
use crate::ground::money::Money;
use crate::ground::sentence::{Argument, Sentence, say};

use super::amounts::EligibilityAmount;

/// An amount of another period.
pub(super) fn other_year(amount: &EligibilityAmount, year: CalendarYear) -> Sentence {
    let period: Argument = match (amount.from, amount.to) {
        (Some(from), Some(to)) => say!("period.range", from = from, to = to).into(),
        (from, to) => from.or(to).into(),
    };
    say!("eligibility.other-period", bucket = amount.service_type, amount = amount.amount, period = period, year = year)
}

/// Figures of one bucket that do not agree.
pub(super) fn disagree(service_type: ServiceType) -> Sentence {
    say!("eligibility.disagree", bucket = service_type)
}

/// More left than the threshold.
pub(super) fn above_threshold(service_type: ServiceType, stated: Money, threshold: Option<Money>) -> Sentence {
    say!("eligibility.above-threshold", bucket = service_type, amount = stated, threshold = threshold)
}

/// More of our own than Medicare says was used.
pub(super) fn negative(service_type: ServiceType, used: Money, own: Money) -> Sentence {
    say!("eligibility.negative", bucket = service_type, own = own, used = used, nothing = Money::ZERO)
}

/// Figures of a day in another year.
pub(super) fn as_of_other_year(as_of: ServiceDate, year: CalendarYear) -> Sentence {
    say!("eligibility.other-year", day = as_of, year = year)
}
