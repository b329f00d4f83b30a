//! The entries of a patient's usage with read ones among them.

use crate::ground::known::{Groups, Known};
use crate::ground::money::Money;
use crate::ground::named::named;
use crate::visit::usage::{EntryStatus, UsageEntry};

named! {
    /// What a read entry does to the entries that are there.
    pub(crate) enum Change {
        /// It is new.
        Added = "added",
        /// It is new and takes an earlier amount back.
        TakesBack = "takes-back",
        /// It is there already, to the letter.
        Unchanged = "unchanged",
        /// One with its id is there and says something else.
        Replaces = "replaces",
        /// It stands in for a pending entry of its claim.
        Settles = "settles",
    }
}

/// What a read entry does, and to what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EntryChange {
    /// What it does.
    pub change: Change,
    /// The amount of the entry whose place it takes; `None` for a new one.
    pub was: Option<Money>,
}

/// Where an entry of the result comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The position of an entry that was there.
    Kept(usize),
    /// The position of an entry that was read.
    Read(usize),
}

/// A patient's entries with the read ones among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Merge {
    /// The entries as they would be, in their order, new ones behind. None has the same origin as another.
    pub entries: Vec<Origin>,
    /// What each read entry does, in the order read.
    pub changes: Vec<EntryChange>,
    /// Positions of read entries whose claim is counted already from another payment that nothing takes back.
    pub counted_again: Vec<usize>,
}

/// What tells that two entries may be of one service: the same bucket, day and claim.
fn service_of(entry: &UsageEntry) -> Option<String> {
    Some(format!("{} {} {}", entry.service_type.as_str(), entry.date, entry.claim.as_deref()?))
}

/// Puts read entries among those that are there. One with a known id takes its place; one of a claim that is pending takes the pending
/// entry's place; any other is new. A reversal is an entry below zero, so that it takes back by being counted.
#[cfg_attr(small, optimize(size))]
pub(crate) fn merge(existing: &[UsageEntry], read: &[UsageEntry]) -> Merge {
    let entry_at = |origin: Origin| match origin {
        Origin::Kept(place) => existing.get(place),
        Origin::Read(place) => read.get(place),
    };
    let mut entries: Vec<Origin> = (0..existing.len()).map(Origin::Kept).collect();
    let mut by_id = Known::default();
    let mut pending = by_service(existing, |entry| entry.status == EntryStatus::Pending);
    for (place, entry) in existing.iter().enumerate() {
        if let Some(id) = &entry.id {
            by_id.put(id, place);
        }
    }
    let mut changes = Vec::with_capacity(read.len());
    for (position, entry) in read.iter().enumerate() {
        let known = entry.id.as_deref().and_then(|id| by_id.get(id));
        let settled = if known.is_none() { settles(entry, &mut pending, existing) } else { None };
        let was = known.or(settled).and_then(|place| entries.get(place)).and_then(|origin| entry_at(*origin));
        let change = match (known, was) {
            (Some(_), Some(was)) if was.says_the_same(entry) => Change::Unchanged,
            (Some(_), Some(_)) => Change::Replaces,
            (None, Some(_)) => Change::Settles,
            _ if entry.allowed < Money::ZERO => Change::TakesBack,
            _ => Change::Added,
        };
        changes.push(EntryChange { change, was: was.map(|was| was.allowed) });
        let place = known.or(settled).unwrap_or(entries.len());
        match entries.get_mut(place) {
            Some(_) if change == Change::Unchanged => {}
            Some(origin) => *origin = Origin::Read(position),
            None => entries.push(Origin::Read(position)),
        }
        if let Some(id) = &entry.id {
            by_id.put(id, place);
        }
    }
    let counted_again = counted_again(existing, read, &changes);
    Merge { entries, changes, counted_again }
}

/// The places of entries, by what service they are of.
fn by_service(entries: &[UsageEntry], of: impl Fn(&UsageEntry) -> bool) -> Groups<usize> {
    let mut places = Groups::default();
    for (place, entry) in entries.iter().enumerate().filter(|(_, entry)| of(entry)) {
        if let Some(service) = service_of(entry) {
            places.add(service, place);
        }
    }
    places
}

/// The pending entry that a read one stands in for: of its claim, day and bucket, and of its code where both tell one.
fn settles(entry: &UsageEntry, pending: &mut Groups<usize>, existing: &[UsageEntry]) -> Option<usize> {
    if entry.status != EntryStatus::Adjudicated || entry.allowed < Money::ZERO {
        return None;
    }
    let places = pending.get_mut(&service_of(entry)?)?;
    let same_code =
        |place: &usize| existing.get(*place).is_some_and(|other| other.code.is_none() || entry.code.is_none() || other.code == entry.code);
    let found = places.iter().position(same_code)?;
    Some(places.remove(found))
}

/// Read entries of a claim that another payment has paid already, where no reversal takes either back: a person has to look.
fn counted_again(existing: &[UsageEntry], read: &[UsageEntry], changes: &[EntryChange]) -> Vec<usize> {
    let counts = |entry: &UsageEntry| entry.status == EntryStatus::Adjudicated && entry.allowed.is_above_zero();
    let mut reversed = Known::default();
    for claim in existing.iter().chain(read).filter(|entry| entry.allowed < Money::ZERO).filter_map(|entry| entry.claim.as_deref()) {
        reversed.meet(claim);
    }
    let mut paid = by_service(existing, counts);
    let mut again = |entry: &UsageEntry| {
        let (Some(service), Some(claim)) = (service_of(entry), &entry.claim) else { return false };
        reversed.get(claim).is_none()
            && paid.get_mut(&service).is_some_and(|others| {
                others
                    .iter()
                    .filter_map(|place| existing.get(*place))
                    .any(|other| other.posted != entry.posted && (other.code.is_none() || entry.code.is_none() || other.code == entry.code))
            })
    };
    let new = read.iter().zip(changes).enumerate().filter(|(_, (entry, change))| change.change == Change::Added && counts(entry));
    new.filter(|(_, (entry, _))| again(entry)).map(|(position, _)| position).collect()
}
