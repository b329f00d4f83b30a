//! What is said about the figures of an eligibility response.

use crate::ground::calendar::{CalendarYear, ServiceDate};
use crate::ground::discipline::ServiceType;
use crate::ground::error::quoted;
use crate::ground::money::Money;
use crate::ground::sentence::{Argument, Sentence, say};

use super::amounts::{Counted, EligibilityAmount, Elsewhere};

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

/// What other providers' claim lines are to what is used elsewhere.
pub(super) fn elsewhere(Elsewhere { service_type, counted, lines }: Elsewhere) -> Sentence {
    match counted {
        Counted::Figure => say!("eligibility.elsewhere-figure", bucket = service_type, amount = lines),
        Counted::Lines => say!("eligibility.elsewhere-lines", bucket = service_type, amount = lines),
    }
}

/// A response of pVerify without an amount of a bucket.
pub(super) fn pverify_absent() -> Sentence {
    say!("eligibility.pverify-absent")
}

/// An amount that went through a float.
pub(super) fn pverify_number() -> Sentence {
    say!("eligibility.pverify-number")
}

/// Text that is no amount.
pub(super) fn pverify_no_amount(text: &str) -> Sentence {
    if text.trim().is_empty() { pverify_absent() } else { say!("eligibility.pverify-text", what = quoted(text)) }
}
