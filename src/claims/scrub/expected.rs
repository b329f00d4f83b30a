//! What Medicare is expected to allow for claims' lines.

use crate::account::fees::{Fee, FeeLine, estimate};
use crate::ground::known::Groups;
use crate::ground::money::Money;
use crate::ground::procedure::HcpcsCode;

use super::lines::ClaimLine;

/// Each line with its expected amount, where there is one: the lines of a day go together, whichever claim they stand on.
pub(super) fn expected<'l>(lines: &'l [ClaimLine], fees: &[(HcpcsCode, Fee)]) -> Vec<(&'l ClaimLine, Option<Money>)> {
    let mut expected: Vec<_> = lines.iter().map(|line| (line, None)).collect();
    // By day, each line by the place of its amount.
    let mut days: Groups<FeeLine<&mut Option<Money>>> = Groups::default();
    for (line, amount) in &mut expected {
        if let (Some(day), Some(units), true) = (line.date, line.units, line.medicare && !line.void) {
            let fee = fees.iter().rfind(|(code, _)| *code == line.code).map(|(_, fee)| *fee);
            days.add(day.to_string(), FeeLine { id: amount, code: line.code, units, fee, charge: line.charge });
        }
    }
    for one in days.into_groups().into_iter().flat_map(|day| estimate(day).lines) {
        *one.id = Some(one.allowed);
    }
    expected
}
