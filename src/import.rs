//! What read entries or a checked figure would change in a patient's usage, before a person accepts them. Nothing is accepted here.

use std::collections::{HashMap, HashSet};

use crate::appointment::{self, AppointmentLine};
use crate::calendar::ServiceDate;
use crate::decision::{Action, Context, Decision};
use crate::discipline::{PerServiceType, ServiceType};
use crate::error::Error;
use crate::money::Money;
use crate::notice::NoticeCode;
use crate::procedure::HcpcsCode;
use crate::standing::Bucket;
use crate::usage::{EntryStatus, Usage, UsageEntry};

/// What was read and is to be looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// Entries, such as those of a remittance.
    pub entries: Vec<UsageEntry>,
    /// What other providers used, by Medicare's own figure.
    pub other_used: Option<PerServiceType<Option<Money>>>,
    /// The day of that figure.
    pub as_of: Option<ServiceDate>,
}

impl Read {
    /// Whether a figure of any bucket was read.
    pub fn has_figures(&self) -> bool {
        self.other_used.is_some_and(|both| both.pt_slp.is_some() || both.ot.is_some())
    }
}

/// What a read entry does to the entries that are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Added,
    /// It is new and takes an earlier amount back.
    TakesBack,
    /// It is there already, to the letter.
    Unchanged,
    /// One with its id is there and says something else.
    Replaces(Money),
    /// It stands in for a pending entry of its claim.
    Settles(Money),
}

/// Where an entry of the result comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The position of an entry that was there.
    Kept(usize),
    /// The position of an entry that was read.
    Read(usize),
}

/// A patient's entries with the read ones among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// The entries as they would be, in their order, new ones behind.
    pub entries: Vec<Origin>,
    /// What each read entry does, in the order read.
    pub changes: Vec<Change>,
    /// Positions of read entries whose claim is counted already from another payment that nothing takes back.
    pub counted_again: Vec<usize>,
}

/// A line whose decision is another one afterwards.
#[derive(Clone, Debug, PartialEq)]
pub struct LineChange {
    /// Its position in the appointment.
    pub position: usize,
    /// Its HCPCS code.
    pub code: HcpcsCode,
    /// The decision as things stand.
    pub before: Decision,
    /// The decision once accepted.
    pub after: Decision,
}

/// Everything that accepting would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// What happens to the entries.
    pub merge: Merge,
    /// Whether anything kept becomes other than it is.
    pub changes: bool,
    /// What other providers used, once accepted.
    pub other_used: Option<PerServiceType<Option<Money>>>,
    /// The day of the totals, once accepted.
    pub as_of: Option<ServiceDate>,
    /// Both buckets as they stand, before any line.
    pub before: Option<PerServiceType<Bucket>>,
    /// Both buckets once accepted, before any line.
    pub after: Option<PerServiceType<Bucket>>,
    /// The lines whose action or modifiers are others then, or whose KX becomes early or is early no more.
    pub lines: Vec<LineChange>,
}

/// Looks at what accepting would change. The lines are decided twice: as things stand, and with what was read.
///
/// # Errors
/// `unknown-year` where benefits apply and no amounts are known for the date of service.
pub fn preview(lines: &[AppointmentLine], context: &Context, read: &Read) -> Result<Preview, Error> {
    let usage = context.usage.clone().unwrap_or_default();
    let existing = usage.entries.as_deref().unwrap_or_default();
    let merge = merge(existing, &read.entries);
    let entries = merge.entries.iter().filter_map(|origin| match origin {
        Origin::Kept(place) => existing.get(*place).cloned(),
        Origin::Read(place) => read.entries.get(*place).cloned(),
    });
    // No entries at all stay "not known" where none were read.
    let entries = (usage.entries.is_some() || !read.entries.is_empty()).then(|| entries.collect());
    let (usage_other_used, usage_as_of) = (usage.other_used.unwrap_or_default(), usage.as_of);
    let accepted = Usage { entries, other_used: other_used(&usage, read), as_of: as_of(&usage, read), ..usage };
    let (other_used, as_of) = (accepted.other_used, accepted.as_of);
    let entries_change = merge.changes.iter().any(|change| *change != Change::Unchanged);
    let changes = entries_change || other_used.unwrap_or_default() != usage_other_used || as_of != usage_as_of;
    let now = context.buckets()?;
    let then_context = Context { usage: Some(accepted), ..context.clone() };
    let then = then_context.buckets()?;
    let before = appointment::decide_appointment(lines, context)?.decisions;
    let after = appointment::decide_appointment(lines, &then_context)?.decisions;
    let changed = lines.iter().enumerate().zip(before.into_iter().zip(after)).filter_map(|((position, line), (before, after))| {
        let early = |decision: &Decision| decision.notices.iter().any(|notice| notice.code == NoticeCode::EarlyKx);
        let differs = before.action != after.action || before.modifiers != after.modifiers || early(&before) != early(&after);
        differs.then_some(LineChange { position, code: line.line.code, before, after })
    });
    Ok(Preview { merge, changes, other_used, as_of, before: now, after: then, lines: changed.collect() })
}

impl LineChange {
    /// Whether KX is on the line or suggested for it, once accepted.
    pub fn calls_for_kx(&self) -> bool {
        self.after.action != Action::None
    }
}

fn other_used(usage: &Usage, read: &Read) -> Option<PerServiceType<Option<Money>>> {
    let Some(read) = &read.other_used else { return usage.other_used };
    let known = usage.other_used.unwrap_or_default();
    Some(PerServiceType::from_fn(|service_type| read.get(service_type).or(*known.get(service_type))))
}

/// The day of the totals. They have one day together: where an older total stays beside a new figure, they are as old as the older.
fn as_of(usage: &Usage, read: &Read) -> Option<ServiceDate> {
    let (Some(figures), Some(day), true) = (&read.other_used, read.as_of, read.has_figures()) else { return usage.as_of };
    let has =
        |totals: &Option<PerServiceType<Option<Money>>>, service_type| totals.as_ref().is_some_and(|both| both.get(service_type).is_some());
    let stays = |service_type: ServiceType| {
        let replaced = figures.get(service_type).is_some();
        (has(&usage.other_used, service_type) && !replaced)
            || has(&usage.used, service_type)
            || has(&usage.precomputed_remaining, service_type)
    };
    match usage.as_of {
        Some(older) if ServiceType::ALL.into_iter().any(stays) => Some(older.min(day)),
        _ => Some(day),
    }
}

/// What tells that two entries may be of one service.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Service<'e> {
    claim: &'e str,
    date: ServiceDate,
    service_type: ServiceType,
}

impl<'e> Service<'e> {
    fn of(entry: &'e UsageEntry) -> Option<Self> {
        let claim = entry.claim.as_deref()?;
        Some(Self { claim, date: entry.date, service_type: entry.service_type })
    }
}

/// Puts read entries among those that are there. One with a known id takes its place; one of a claim that is pending takes the pending
/// entry's place; any other is new. A reversal is an entry below zero, so that it takes back by being counted.
pub fn merge(existing: &[UsageEntry], read: &[UsageEntry]) -> Merge {
    let entry_at = |origin: Origin| match origin {
        Origin::Kept(place) => existing.get(place),
        Origin::Read(place) => read.get(place),
    };
    let mut entries: Vec<Origin> = (0..existing.len()).map(Origin::Kept).collect();
    let mut by_id: HashMap<&str, usize> = HashMap::new();
    let mut pending: HashMap<Service<'_>, Vec<usize>> = HashMap::new();
    for (place, entry) in existing.iter().enumerate() {
        if let Some(id) = &entry.id {
            by_id.insert(id, place);
        }
        if let (EntryStatus::Pending, Some(service)) = (entry.status, Service::of(entry)) {
            pending.entry(service).or_default().push(place);
        }
    }
    let mut changes = Vec::with_capacity(read.len());
    for (position, entry) in read.iter().enumerate() {
        let known = entry.id.as_deref().and_then(|id| by_id.get(id).copied());
        let settled = if known.is_none() { settles(entry, &mut pending, existing) } else { None };
        let was = known.or(settled).and_then(|place| entries.get(place)).and_then(|origin| entry_at(*origin));
        let change = match (known, was) {
            (Some(_), Some(was)) if was == entry => Change::Unchanged,
            (Some(_), Some(was)) => Change::Replaces(was.allowed),
            (None, Some(was)) => Change::Settles(was.allowed),
            _ if entry.allowed < Money::ZERO => Change::TakesBack,
            _ => Change::Added,
        };
        changes.push(change);
        let place = known.or(settled).unwrap_or(entries.len());
        match entries.get_mut(place) {
            Some(_) if change == Change::Unchanged => {}
            Some(origin) => *origin = Origin::Read(position),
            None => entries.push(Origin::Read(position)),
        }
        if let Some(id) = &entry.id {
            by_id.insert(id, place);
        }
    }
    let counted_again = counted_again(existing, read, &changes);
    Merge { entries, changes, counted_again }
}

/// The pending entry that a read one stands in for: of its claim, day and bucket, and of its code where both tell one.
fn settles<'e>(entry: &'e UsageEntry, pending: &mut HashMap<Service<'e>, Vec<usize>>, existing: &[UsageEntry]) -> Option<usize> {
    if entry.status != EntryStatus::Adjudicated || entry.allowed < Money::ZERO {
        return None;
    }
    let places = pending.get_mut(&Service::of(entry)?)?;
    let same_code =
        |place: &usize| existing.get(*place).is_some_and(|other| other.code.is_none() || entry.code.is_none() || other.code == entry.code);
    let found = places.iter().position(same_code)?;
    Some(places.remove(found))
}

/// Read entries of a claim that another payment has paid already, where no reversal takes either back: a person has to look.
fn counted_again(existing: &[UsageEntry], read: &[UsageEntry], changes: &[Change]) -> Vec<usize> {
    let counts = |entry: &&UsageEntry| entry.status == EntryStatus::Adjudicated && entry.allowed.is_above_zero();
    let reversed: HashSet<&str> =
        existing.iter().chain(read).filter(|entry| entry.allowed < Money::ZERO).filter_map(|entry| entry.claim.as_deref()).collect();
    let mut paid: HashMap<Service<'_>, Vec<&UsageEntry>> = HashMap::new();
    for entry in existing.iter().filter(counts) {
        if let Some(service) = Service::of(entry) {
            paid.entry(service).or_default().push(entry);
        }
    }
    let again = |entry: &UsageEntry| {
        let Some(service) = Service::of(entry) else { return false };
        !reversed.contains(service.claim)
            && paid.get(&service).is_some_and(|others| {
                others
                    .iter()
                    .any(|other| other.posted != entry.posted && (other.code.is_none() || entry.code.is_none() || other.code == entry.code))
            })
    };
    let new = read.iter().zip(changes).enumerate().filter(|(_, (entry, change))| **change == Change::Added && counts(entry));
    new.filter(|(_, (entry, _))| again(entry)).map(|(position, _)| position).collect()
}
