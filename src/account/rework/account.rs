//! What was left before each line of a remittance, by the account.

use crate::account::audit::{AuditLine, AuditedLine};
use crate::ground::money::Money;
use crate::visit::usage::EntryStatus;

use super::denial::{Account, Entry};

/// What the account knows of a line.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// What was left of its bucket before it.
    pub remaining: Option<Money>,
    /// The billed line that it is.
    pub billed: Option<usize>,
}

/// The account with each denied line at nothing, and the place of each entry that is denied among its lines: a denied line takes nothing
/// from a threshold, whatever was expected of it.
#[cfg_attr(small, optimize(size))]
pub(crate) fn lines(entries: &[Entry], account: &Account) -> (Vec<AuditLine>, Vec<Option<usize>>) {
    let mut lines = account.billed.clone();
    let mut places: Vec<Option<usize>> = Vec::new();
    for entry in entries {
        places.push(entry.is_open().then(|| {
            let own = billed_as(entry, account, &places);
            let line = AuditLine {
                id: entry.id.clone(),
                date: entry.date,
                code: entry.code,
                modifiers: entry.modifiers.clone(),
                allowed: Money::ZERO,
                service_type: Some(entry.service_type),
                status: EntryStatus::Adjudicated,
                posted: entry.posted,
                claim: Some(entry.claim.clone()),
                kx_declined: None,
                declined_because: None,
            };
            match own.and_then(|place| Some((place, lines.get_mut(place)?))) {
                Some((place, billed)) => {
                    let posted = line.posted.or(billed.posted);
                    *billed = AuditLine { posted, ..line };
                    place
                }
                None => {
                    lines.push(line);
                    lines.len().saturating_sub(1)
                }
            }
        }));
    }
    (lines, places)
}

/// What the account knows of each entry, by its audit. `places`: of each entry among the lines.
#[cfg_attr(small, optimize(size))]
pub(super) fn known(account: &Account, places: &[Option<usize>], audited: &[AuditedLine<'_>]) -> Vec<Known> {
    let mut known = vec![Known::default(); places.len()];
    for one in audited {
        let entry = places.iter().position(|place| *place == Some(one.position));
        if let Some(known) = entry.and_then(|entry| known.get_mut(entry)) {
            *known = Known { remaining: one.before, billed: Some(one.position).filter(|place| *place < account.billed.len()) };
        }
    }
    known
}

/// The billed line that an entry is: by its id, else a pending one of its claim, day, bucket and code that no other entry is.
#[cfg_attr(small, optimize(size))]
fn billed_as(entry: &Entry, account: &Account, taken: &[Option<usize>]) -> Option<usize> {
    let is_free = |place: &usize| !taken.contains(&Some(*place));
    let by_id = account.billed.iter().position(|line| line.id == entry.id).filter(is_free);
    by_id.or_else(|| {
        let is_it = |line: &AuditLine| {
            line.status == EntryStatus::Pending
                && line.claim.as_deref() == Some(&entry.claim)
                && (line.date, line.code, line.bucket()) == (entry.date, entry.code, Some(entry.service_type))
        };
        account.billed.iter().enumerate().filter(|(_, line)| is_it(line)).map(|(place, _)| place).find(is_free)
    })
}
