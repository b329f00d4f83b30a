//! What accepting would change, all of it.

use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::{PerServiceType, ServiceType};
use crate::ground::error::Error;
use crate::ground::money::Money;
use crate::ground::tables::Tables;
use crate::visit::appointment::decide_appointment;
use crate::visit::context::{AppointmentLine, Context};
use crate::visit::decision::{Notice, NoticeCode};
use crate::visit::standing::Bucket;
use crate::visit::usage::{Usage, UsageEntry};

use super::lines::LineChange;
use super::merge::{Change, Merge, Origin, merge};
use super::sentences;

/// What was read and is to be looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Read {
    /// Entries, such as those of a remittance.
    pub entries: Vec<UsageEntry>,
    /// What other providers used, by Medicare's own figure.
    pub other_used: Option<PerServiceType<Option<Money>>>,
    /// The day of that figure.
    pub as_of: Option<ServiceDate>,
}

impl Read {
    /// Whether a figure of any bucket was read.
    pub(crate) fn has_figures(&self) -> bool {
        self.other_used.is_some_and(|both| both.pt_slp.is_some() || both.ot.is_some())
    }
}

/// Everything that accepting would change.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Preview<'l> {
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
    pub lines: Vec<LineChange<'l>>,
    /// What a person has to look at.
    pub notices: Vec<Notice>,
}

/// Looks at what accepting would change. The lines are decided twice: as things stand, and with what was read.
///
/// # Errors
/// `unknown-year` where benefits apply and no amounts are known for the date of service.
#[cfg_attr(small, optimize(size))]
pub(crate) fn preview<'l>(tables: &Tables, lines: &'l [AppointmentLine], context: &Context, read: &Read) -> Result<Preview<'l>, Error> {
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
    let entries_change = merge.changes.iter().any(|one| one.change != Change::Unchanged);
    let changes = entries_change || other_used.unwrap_or_default() != usage_other_used || as_of != usage_as_of;
    let now = context.buckets(tables)?;
    let then_context = Context { usage: Some(accepted), ..context.clone() };
    let then = then_context.buckets(tables)?;
    let before = decide_appointment(tables, lines, context)?.decisions;
    let after = decide_appointment(tables, lines, &then_context)?.decisions;
    let changed = lines.iter().enumerate().zip(before.into_iter().zip(after));
    let changed = changed.map(|((position, line), (before, after))| LineChange { position, line, before, after });
    let again = merge.counted_again.iter().filter_map(|place| read.entries.get(*place));
    let again = again.map(|entry| NoticeCode::CountedAgain.says(sentences::counted_again(entry)));
    let secondary = read.entries.iter().filter(|entry| entry.is_secondary).count();
    let secondary = (secondary > 0).then(|| NoticeCode::MedicareSecondary.says(sentences::secondary(secondary)));
    Ok(Preview {
        lines: changed.filter(LineChange::differs).collect(),
        notices: again.chain(secondary).collect(),
        merge,
        changes,
        other_used,
        as_of,
        before: now,
        after: then,
    })
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
