//! Clauses that several sentences of a decision share.

use crate::ground::calendar::ServiceDate;
use crate::ground::procedure::Modifier;
use crate::ground::sentence::{Argument, Sentence, say};
use crate::visit::standing::Disagreement;
use crate::visit::standing::sentences::remaining;

use super::due::Due;
use super::facts::Facts;

/// Why KX is due.
pub(super) fn due(facts: &Facts<'_>) -> Option<Sentence> {
    let bucket = facts.bucket.as_ref()?;
    Some(match facts.due {
        Due::CrossingApplied | Due::CrossingSuggested => say!("due.crossing", left = remaining(bucket)),
        Due::WithClaim => say!("due.with-claim", bucket = bucket.service_type),
        Due::Reached | Due::No => remaining(bucket),
    })
}

/// The checklist's items that are missing or unknown; `None` where there are none.
pub(super) fn open_items(facts: &Facts<'_>) -> Option<Argument> {
    let mut open = facts.checklist.iter().flat_map(|checklist| checklist.open_items()).peekable();
    open.peek()?;
    Some(open.map(|item| Sentence::plain(item.name)).collect())
}

/// GA, GZ or GY beside KX.
pub(crate) fn opposing_modifier(modifier: Modifier) -> Sentence {
    say!("opposing-modifier", modifier = modifier)
}

/// 99: what is in the claim's note is not seen.
pub(crate) const fn modifiers_in_note() -> Sentence {
    say!("modifiers-in-note")
}

/// GA, GZ or GY without KX, of an open line and of a billed one.
pub(crate) fn billed_as_not_necessary(modifier: Modifier) -> Sentence {
    match modifier {
        Modifier::GA => say!("billed-as-not-necessary.ga"),
        Modifier::GZ => say!("billed-as-not-necessary.gz"),
        _ => say!("billed-as-not-necessary.gy"),
    }
}

/// KX is due, and a person left it off. So too of a billed line, whose coverage is not known.
pub(crate) fn kx_declined(reason: &str) -> Sentence {
    match reason.trim() {
        "" => say!("kx-declined.plain"),
        reason => say!("kx-declined.reason", reason = reason),
    }
}

/// The same under a Medicare Advantage plan.
pub(super) fn kx_declined_advantage(reason: &str) -> Sentence {
    match reason.trim() {
        "" => say!("kx-declined.advantage.plain"),
        reason => say!("kx-declined.advantage.reason", reason = reason),
    }
}

/// A person left KX off, and it is on the line.
pub(crate) const fn kx_declined_present() -> Sentence {
    say!("kx-declined-present")
}

/// Totals of another calendar year.
pub(crate) fn other_year_usage(as_of: ServiceDate) -> Sentence {
    say!("notice.other-year-usage", day = as_of)
}

/// A supplied remaining amount that says something else than what was used.
pub(crate) fn precomputed_disagrees(both: Disagreement, bucket: Argument) -> Sentence {
    say!("notice.precomputed-disagrees", supplied = both.supplied, computed = both.computed, bucket = bucket)
}

/// Totals that are old.
pub(crate) fn stale_usage(date: ServiceDate, as_of: ServiceDate) -> Sentence {
    say!("notice.stale-usage", count = date.days_since(as_of), day = as_of)
}

/// Nothing is known of what was used.
pub(crate) const fn usage_unknown() -> Sentence {
    say!("notice.usage-unknown")
}
