//! What is said about the figures of an eligibility response.

use crate::calendar::{CalendarYear, ServiceDate};
use crate::discipline::ServiceType;
use crate::eligibility::EligibilityAmount;
use crate::money::Money;

/// An amount of another period.
pub fn other_year(amount: &EligibilityAmount, year: CalendarYear) -> String {
    let period: Vec<String> = [amount.from, amount.to].into_iter().flatten().map(|day| day.to_string()).collect();
    format!(
        "The {} amount {} is of another period ({}) than {year} and was left out.",
        amount.service_type.as_str(),
        amount.amount.in_dollars(),
        period.join(" to ")
    )
}

/// Figures of one bucket that do not agree.
pub fn disagree(service_type: ServiceType) -> String {
    format!("The {} figures do not agree with each other, so none of them was taken.", service_type.as_str())
}

/// More of our own than Medicare says was used.
pub fn negative(service_type: ServiceType, used: Money, own: Money) -> String {
    format!(
        "Our own processed {} claims, {}, are more than the {} that Medicare says was used; other providers' use is taken as $0.00.",
        service_type.as_str(),
        own.in_dollars(),
        used.in_dollars()
    )
}

/// Figures of a day in another year.
pub fn as_of_other_year(as_of: ServiceDate, year: CalendarYear) -> String {
    format!("The figures are of {as_of}, which is not in {year}.")
}
