//! What pVerify's eligibility response says each bucket has used: its model's `{ Value, Notes }`, with the amount written for people.

pub(crate) mod shape;

use crate::ground::discipline::ServiceType;
use crate::ground::money::Money;

/// Where the amounts of the buckets are, below `MedicareInfoSummary`.
pub(crate) const FIELDS: [(&str, ServiceType); 2] = [("OT_UsedAmount", ServiceType::Ot), ("PT_SLP_UsedAmount", ServiceType::PtSlp)];

/// The amount of a text such as "$1,234.50": a dollar sign and commas before each three digits are forgiven, nothing else. Nobody has
/// used less than nothing.
pub(crate) fn amount(text: &str) -> Option<Money> {
    let text = text.trim();
    let digits = text.strip_prefix('$').unwrap_or(text);
    let (whole, cents) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut groups = whole.split(',');
    let first = groups.next().map_or(0, str::len);
    let is_grouped = (1..=3).contains(&first) && groups.all(|group| group.len() == 3);
    if whole.contains(',') && !is_grouped {
        return None;
    }
    Money::read(format!("{}{cents}", whole.replace(',', "")).as_bytes()).filter(|amount| *amount >= Money::ZERO)
}
