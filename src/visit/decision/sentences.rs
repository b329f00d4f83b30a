//! Clauses that several sentences of a decision share.

use crate::ground::calendar::ServiceDate;
use crate::ground::money::Money;
use crate::ground::procedure::Modifier;
use crate::ground::sentence::{Argument, Sentence, say};
use crate::visit::context::DeclineReason;
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

/// What the record lacks of what KX attests to. KX that is on the line goes out with it, attested or not.
#[cold]
#[inline(never)]
pub(super) fn incomplete_record(facts: &Facts<'_>, checklist: &Checklist) -> Sentence {
    let lacks = match open_items(checklist) {
        Some(open) => say!("documentation.open", open = open),
        None => say!("documentation.many"),
    };
    if !facts.modifiers_after(facts.action()).contains(Modifier::KX) {
        say!("notice.documentation-incomplete", lacks = lacks)
    } else if facts.is_attested() {
        say!("notice.documentation-incomplete.attested", lacks = lacks)
    } else {
        say!("notice.documentation-incomplete.on-line", lacks = lacks)
    }
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

/// Four modifiers are on the line already.
pub(crate) const fn no_modifier_place() -> Sentence {
    say!("notice.no-modifier-place")
}

/// GA, GZ or GY without KX, of an open line and of a billed one.
pub(crate) fn billed_as_not_necessary(modifier: Modifier) -> Sentence {
    match modifier {
        Modifier::GA => say!("billed-as-not-necessary.ga"),
        Modifier::GZ => say!("billed-as-not-necessary.gz"),
        _ => say!("billed-as-not-necessary.gy"),
    }
}

/// KX is due, and a person left it off. Whoever doubts the balance or who pays first has said that the denial is not known.
pub(crate) fn kx_declined(reason: &str, because: Option<DeclineReason>, is_part_b: bool) -> Sentence {
    let off = match reason.trim() {
        "" => say!("kx-declined.off"),
        reason => say!("kx-declined.off.reason", reason = reason),
    };
    let payer = if is_part_b { say!("kx-declined.payer.medicare") } else { say!("kx-declined.payer.plan") };
    match because {
        Some(DeclineReason::Balance) => say!("kx-declined.balance", off = off, payer = payer),
        Some(DeclineReason::NotPrimary) => say!("kx-declined.not-primary", off = off, payer = payer),
        _ => say!("kx-declined.denied", off = off, payer = payer),
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
