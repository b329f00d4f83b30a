//! Which entry takes which payment back.

use crate::ground::known::Groups;
use crate::ground::money::Money;
use crate::visit::usage::EntryStatus;

use super::lines::AuditedLine;

/// What a payment and the entry that takes it back wholly have in common; `None` where the line names no claim or no payer has processed
/// it. Nothing is matched by likeness: with another amount or modifier it is another line.
fn service_of(one: &AuditedLine<'_>) -> Option<String> {
    let line = one.line;
    let claim = line.claim.as_deref().filter(|_| one.standing.is_some() && line.status == EntryStatus::Adjudicated)?;
    let amount = line.allowed.max(Money::ZERO.minus(line.allowed));
    Some(format!("{} {} {} {amount} {:?} {claim}", one.service_type?.as_str(), line.date, line.code, line.modifiers))
}

/// Pairs payments with the entries that take them back, in running order. Of several that are alike none is paired before all of them are
/// taken back: which of them stands is not told.
#[cfg_attr(small, optimize(size))]
pub(super) fn pair(audited: &mut [AuditedLine<'_>]) {
    if !audited.iter().any(|one| one.line.is_reversal()) {
        return;
    }
    let mut services: Groups<usize> = Groups::default();
    for (place, one) in audited.iter().enumerate() {
        if let Some(service) = service_of(one) {
            services.add(service, place);
        }
    }
    for places in services.into_groups() {
        let (mut payments, mut reversals) = (Vec::new(), Vec::new());
        for place in places {
            let Some(one) = audited.get(place) else { continue };
            let ran = (place, one.line.runs_on());
            if !one.line.is_reversal() {
                payments.push(ran);
            } else if !payments.is_empty() {
                reversals.push(ran);
            }
            if payments.len() == reversals.len() {
                for ((payment, paid), (reversal, back)) in payments.drain(..).zip(reversals.drain(..)) {
                    for (place, day) in [(payment, back), (reversal, paid)] {
                        if let Some(one) = audited.get_mut(place) {
                            one.counterpart = Some(day);
                        }
                    }
                }
            }
        }
    }
}
