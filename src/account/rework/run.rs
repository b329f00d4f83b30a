//! What each denied line was denied for, and by when something can be done about it.

use crate::account::audit::AuditedLine;
use crate::ground::claim_type::ClaimType;
use crate::ground::error::Error;
use crate::ground::money::Money;
use crate::ground::procedure::Modifier;
use crate::ground::review_rows::{CountedFrom, DeadlineRow};
use crate::ground::tables::Tables;
use crate::visit::code_list;
use crate::visit::policy::Policy;
use crate::visit::thresholds;

use super::account;
use super::denial::{Account, Channel, Denial, Entry, Verdict};

/// What can be done about each denied line, in the order given. `audited`: the account's lines; `places`: of each entry among them.
///
/// # Errors
/// `unknown-year` where only the balance can tell and the year has no amount, with the place of the entry.
#[cfg_attr(small, optimize(size))]
pub(crate) fn rework<'d>(
    tables: &Tables,
    entries: &'d [Entry],
    account: &Account,
    places: &[Option<usize>],
    audited: &[AuditedLine<'_>],
) -> Result<Vec<Denial<'d>>, (usize, Error)> {
    let mut denials = Vec::new();
    for (place, (entry, known)) in
        entries.iter().zip(account::known(account, places, audited)).enumerate().filter(|(_, (entry, _))| entry.is_open())
    {
        let verdict = verdict(tables, entry, known.remaining, &account.policy).map_err(|error| (place, error))?;
        let is_missing = verdict == Verdict::KxMissing;
        let left_off = is_missing && account.left_off.contains(&entry.id);
        let channel = (is_missing && !left_off && !entry.is_advantage).then_some(match account.claim_type {
            ClaimType::Professional => Channel::Reopening,
            ClaimType::Institutional => Channel::Adjustment,
        });
        // Of several remittances each has its own day. A plan has appeals of its own.
        let decided = account.decided.or(entry.posted).filter(|_| !entry.is_advantage);
        let last_day = |row: &DeadlineRow| match row.counted_from {
            CountedFrom::Determination => row.after(decided?),
            CountedFrom::Service => row.after(entry.date),
            CountedFrom::FirstTreatment | CountedFrom::Letter => None,
        };
        let appeal_by = tables.deadline("redetermination").and_then(last_day);
        let last_day = channel.and_then(|channel| last_day(tables.deadline(channel.as_str())?));
        let ends = if channel.is_some() { last_day } else { appeal_by };
        denials.push(Denial {
            entry,
            verdict,
            remaining: known.remaining,
            billed: known.billed,
            channel,
            last_day,
            appeal_by,
            is_late: matches!((ends, account.date), (Some(end), Some(today)) if end < today),
            attested: is_missing && !left_off && account.attested.contains(&entry.id),
            left_off,
        });
    }
    Ok(denials)
}

#[cfg_attr(small, optimize(size))]
fn verdict(tables: &Tables, entry: &Entry, remaining: Option<Money>, policy: &Policy) -> Result<Verdict, Error> {
    if !entry.is_of_threshold() {
        return Ok(Verdict::NotThreshold);
    }
    if !code_list::listing(tables, entry.code, entry.date, entry.service_type, policy).is_therapy() {
        return Ok(Verdict::NotTherapy);
    }
    if entry.modifiers.contains(&Modifier::KX) {
        return Ok(Verdict::HasKx);
    }
    if entry.opposing_modifier().is_some() {
        return Ok(Verdict::BilledAsNotNecessary);
    }
    match remaining {
        Some(left) if left.is_above_zero() => Ok(Verdict::BelowThreshold),
        Some(_) => Ok(Verdict::KxMissing),
        None => thresholds::amounts(tables, entry.date.year(), &policy.thresholds).map(|_| Verdict::BelowThreshold),
    }
}
