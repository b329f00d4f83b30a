//! Clauses that several sentences of a decision share.

use crate::ground::sentence::{Argument, Sentence, say};
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
