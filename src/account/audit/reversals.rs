//! Which entry takes which payment back.

use crate::ground::known::Known;
use crate::ground::money::Money;
use crate::ground::procedure::Modifier;
use crate::visit::usage::EntryStatus;

use super::lines::AuditedLine;

/// Of several payments that are alike.
const SEVERAL: usize = usize::MAX;

/// What a payment and the entry that takes it back wholly have in common; `None` where the line names no claim or no payer has processed
/// it. Nothing is matched by likeness: with another amount or modifier it is another line.
fn service_of(one: &AuditedLine<'_>) -> Option<String> {
    let line = one.line;
    let mut service = one.claim().filter(|_| one.standing.is_some() && line.status == EntryStatus::Adjudicated)?;
    let amount = line.allowed.max(Money::ZERO.minus(line.allowed));
    for part in [&line.date.to_string(), line.code.as_str(), &amount.to_string()] {
        service.push(' ');
        service.push_str(part);
    }
    service.extend(line.modifiers.iter().map(Modifier::as_str));
    Some(service)
}

/// Pairs payments with the entries that take them back, in running order. Of several that are alike none is: which of them stands is not
/// told.
#[inline(never)]
#[cfg_attr(small, optimize(size))]
pub(super) fn pair(audited: &mut [AuditedLine<'_>]) {
    for one in audited.iter_mut() {
        one.reversed = one.standing.is_some() && one.line.is_reversal();
    }
    if !audited.iter().any(|one| one.reversed) {
        return;
    }
    let mut payments = Known::default();
    for place in 0..audited.len() {
        let Some(one) = audited.get(place) else { continue };
        let (Some(service), day, is_reversal) = (service_of(one), one.line.runs_on(), one.line.is_reversal()) else { continue };
        let known = payments.get(&service);
        let open = known.and_then(|payment| audited.get_mut(payment)).filter(|payment| payment.counterpart.is_none());
        match (open, is_reversal) {
            (Some(payment), true) => {
                payment.counterpart = Some(day);
                payment.reversed = true;
                let paid_on = payment.line.runs_on();
                if let Some(one) = audited.get_mut(place) {
                    one.counterpart = Some(paid_on);
                }
            }
            (None, true) => {}
            (open, false) => {
                let is_one = open.is_none() && known != Some(SEVERAL);
                payments.put(service, if is_one { place } else { SEVERAL });
            }
        }
    }
}
