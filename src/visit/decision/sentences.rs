//! Clauses that several sentences of a decision share.

use crate::ground::calendar::ServiceDate;
use crate::ground::money::Money;
use crate::ground::procedure::Modifier;
use crate::ground::sentence::{Argument, Sentence, say};
use crate::visit::documentation::Checklist;
use crate::visit::standing::sentences::{balance, remaining};
use crate::visit::standing::{Disagreement, Standing};

use super::due::Due;
use super::facts::Facts;

/// Why KX is due.
pub(super) fn due(facts: &Facts<'_>) -> Option<Sentence> {
    let bucket = facts.bucket.as_ref()?;
    Some(match facts.due {
        Due::WithClaim => say!("due.with-claim", bucket = bucket.service_type),
        _ => crossing(facts).unwrap_or_else(|| remaining(bucket)),
    })
}

/// How far a crossing line goes over.
pub(super) fn crossing(facts: &Facts<'_>) -> Option<Sentence> {
    Some(say!("due.crossing", bucket = facts.service_type, over = over(facts)?))
}

/// By how much a crossing line goes over; `None` of every other line.
pub(super) fn over(facts: &Facts<'_>) -> Option<Money> {
    let bucket = facts.bucket.as_ref().filter(|_| facts.standing == Some(Standing::Crosses))?;
    Some(facts.line.allowed?.minus(bucket.remaining))
}

/// More items than a sentence can name and still be read.
const MANY: usize = 4;

/// The checklist's items that are missing or unknown; `None` where they are many.
#[cold]
#[inline(never)]
pub(super) fn open_items(checklist: &Checklist) -> Option<Argument> {
    let open = || checklist.open_items();
    open().nth(MANY - 1).is_none().then(|| open().map(|item| Sentence::plain(item.name)).collect())
}

/// A GP, GO or GN that contradicts the provider's discipline.
#[cold]
#[inline(never)]
pub(super) fn therapy_modifier_conflict(facts: &Facts<'_>) -> Option<Sentence> {
    let own = facts.setting.therapist.map(|therapist| therapist.discipline);
    facts.conflict().map(|modifier| say!("notice.therapy-modifier-conflict", modifier = modifier, discipline = own))
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
    say!("notice.precomputed-disagrees", bucket = bucket, supplied = balance(both.supplied), computed = balance(both.computed))
}

/// Totals that are old.
pub(crate) fn stale_usage(date: ServiceDate, as_of: ServiceDate) -> Sentence {
    say!("notice.stale-usage", count = date.days_since(as_of), day = as_of)
}

/// Nothing is known of what was used.
pub(crate) const fn usage_unknown() -> Sentence {
    say!("notice.usage-unknown")
}
