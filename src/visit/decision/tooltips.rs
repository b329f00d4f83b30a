//! The one or two sentences on a line's chip.

use crate::ground::sentence::{Argument, Sentence, say};
use crate::visit::code_list::{Listing, OfOthers, disciplines};
use crate::visit::documentation::sentences::summary;
use crate::visit::policy::CodeList;
use crate::visit::standing::Standing;
use crate::visit::standing::sentences::remaining;

use super::attested::not_attested;
use super::due::Due;
use super::facts::{Blocker, ConditionId, Facts};
use super::sentences::{due, kx_declined_present, open_items, opposing_modifier, therapy_modifier_conflict};
use crate::visit::action::Action;

/// The tooltip of a line; `None` where the line has no chip.
pub(super) fn tooltip(action: Action, facts: &Facts<'_>) -> Option<Sentence> {
    Some(match action {
        Action::Apply => say!("tooltip.apply", why = due(facts), attestation = attestation(facts)),
        Action::Keep => keep(facts),
        Action::Suggest => say!("tooltip.suggest", why = due(facts), hindrance = why_not(facts)),
        Action::None => return None,
    })
}

/// What the person attests to, naming what the record lacks.
#[cold]
#[inline(never)]
fn attestation(facts: &Facts<'_>) -> Sentence {
    let Some(checklist) = facts.checklist.as_ref().filter(|checklist| !checklist.is_ready()) else {
        return say!("attestation.complete");
    };
    match open_items(checklist) {
        Some(open) => say!("attestation.open", open = open),
        None => say!("attestation.many", how = summary(checklist)),
    }
}

#[cold]
fn keep(facts: &Facts<'_>) -> Sentence {
    if facts.listing == Listing::NotTherapy {
        return say!("tooltip.keep.not-therapy", code = facts.line.code);
    }
    if !facts.listing.is_therapy() {
        return say!("tooltip.keep.not-judged");
    }
    if let Some(blocked) = blocked(facts) {
        return blocked;
    }
    if !facts.benefits.apply() {
        return say!("tooltip.keep.no-benefits");
    }
    match (&facts.bucket, facts.standing, facts.due) {
        (Some(bucket), Some(Standing::Below), Due::No) => say!("tooltip.keep.early", left = remaining(bucket)),
        (Some(bucket), Some(Standing::Lands), Due::No) => say!("tooltip.keep.lands", left = remaining(bucket)),
        (Some(_), Some(_), _) => say!("tooltip.keep.due", why = due(facts), attestation = attestation(facts)),
        _ => say!("tooltip.keep.not-judged"),
    }
}

/// What stands against the KX on the line.
fn blocked(facts: &Facts<'_>) -> Option<Sentence> {
    if let Some(modifier) = facts.kx_opposed_by() {
        return Some(opposing_modifier(modifier));
    }
    if facts.line.kx_declined.is_some() { Some(kx_declined_present()) } else { therapy_modifier_conflict(facts) }
}

/// The gravest reason that leaves the line to a person.
fn why_not(facts: &Facts<'_>) -> Sentence {
    if let Some(blocker) = facts.blockers().next() {
        return match blocker {
            Blocker::Conflict(modifier) => say!("hindrance.modifier-conflict", modifier = modifier),
            Blocker::InNote => say!("hindrance.modifiers-in-note"),
            Blocker::NoPlace => say!("hindrance.no-modifier-place"),
            Blocker::Documentation => say!("hindrance.documentation"),
            Blocker::Attestation => not_attested(facts),
        };
    }
    let code = facts.line.code;
    if !facts.is_met(ConditionId::DisciplineMaps) {
        say!("hindrance.discipline")
    } else if !facts.is_met(ConditionId::CalendarYear) {
        say!("hindrance.calendar-year")
    } else if facts.listing == Listing::Unconfirmed {
        say!("hindrance.unconfirmed-code", code = code)
    } else if !facts.is_met(ConditionId::CodeQualifies) {
        match facts.billed_by_others() {
            Some(OfOthers { bill, own, list: CodeList::Cms, .. }) => {
                say!("hindrance.code-of-another", code = code, disciplines = disciplines(bill).collect::<Argument>(), own = own)
            }
            _ => say!("hindrance.off-list-code", code = code),
        }
    } else if !facts.is_met(ConditionId::ThresholdReached) {
        say!("hindrance.crossing")
    } else {
        say!("hindrance.auto-apply-off")
    }
}
