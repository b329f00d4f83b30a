//! What an audited line gives someone to look at.

use crate::ground::discipline::Discipline;
use crate::ground::named::Named as _;
use crate::ground::order::in_order;
use crate::ground::procedure::{Modifier, Modifiers, repeated};
use crate::ground::sentence::Sentence;
use crate::ground::tables::Tables;
use crate::visit::code_list::{self, sentences::unconfirmed};
use crate::visit::decision::sentences::{
    billed_as_not_necessary, kx_declined, kx_declined_present, modifiers_in_note, no_modifier_place, opposing_modifier,
};
use crate::visit::decision::{Notice, NoticeCode};
use crate::visit::policy::{CrossingLine, Policy};
use crate::visit::usage::EntryStatus;

use super::lines::{AuditedLine, KxVerdict, NotCounted};
use super::sentences;

/// The findings of a line that was judged, the gravest first.
pub(super) fn of(tables: &Tables, one: &AuditedLine<'_>, policy: &Policy) -> Vec<Notice> {
    let line = one.line;
    let mut found = Vec::new();
    let mut say = |code: NoticeCode, message: Sentence| found.push(code.says(message));

    if let Some(reason) = one.not_counted {
        let code = match reason {
            NotCounted::Void => NoticeCode::Void,
            NotCounted::NotTherapy => NoticeCode::NotTherapy,
            NotCounted::NotInEffect(_) => NoticeCode::CodeNotInEffect,
            NotCounted::UnknownYear => NoticeCode::UnknownYear,
            NotCounted::NoServiceType => match line.plans_of_care().is_empty() {
                true if line.is_in_note() => NoticeCode::ModifiersInNote,
                true => NoticeCode::TherapyModifierMissing,
                false => NoticeCode::TherapyModifierConflict,
            },
        };
        say(code, sentences::not_counted(reason, line));
    }
    if one.reversed {
        // It is corrected by what the payer does next, and not by its modifiers.
        say(NoticeCode::Reversal, sentences::reversal(one));
        return found;
    }
    match one.kx {
        KxVerdict::Missing => say(NoticeCode::MissingKx, sentences::missing(one)),
        KxVerdict::Early => say(NoticeCode::EarlyKx, sentences::early(one)),
        KxVerdict::Crossing if policy.crossing_line != CrossingLine::Ignore => say(NoticeCode::CrossingWithoutKx, sentences::crossing(one)),
        _ => {}
    }
    // Where the claim has not gone out, KX is still to find a place.
    let is_asked = one.kx == KxVerdict::Missing || (one.kx == KxVerdict::Crossing && policy.crossing_line != CrossingLine::Ignore);
    if is_asked && line.status == EntryStatus::Pending && line.modifiers.len() >= Modifiers::PLACES {
        say(NoticeCode::NoModifierPlace, no_modifier_place());
    }
    match (one.kx, &line.kx_declined) {
        (KxVerdict::Missing, Some(reason)) => say(NoticeCode::KxDeclined, kx_declined(reason, line.declined_because, true)),
        (_, Some(_)) if one.standing.is_some() && line.has_kx() => say(NoticeCode::KxDeclinedPresent, kx_declined_present()),
        _ => {}
    }
    if line.modifiers.len() > Modifiers::PLACES {
        say(NoticeCode::TooManyModifiers, sentences::too_many(line));
    }
    if one.standing.is_some() {
        modifiers(one, &mut say);
        let is_draft = one.service_type.is_some_and(|bucket| code_list::listing(tables, line.code, line.date, bucket, policy).is_draft());
        if is_draft {
            say(NoticeCode::UnconfirmedCode, unconfirmed(line.code));
        }
    }
    let repeated = repeated(&line.modifiers);
    if !repeated.is_empty() {
        say(NoticeCode::RepeatedModifier, sentences::repeated(&repeated));
    }
    gravest_first(found)
}

/// Those of one weight stay in the order in which they were found.
pub(crate) fn gravest_first(notices: Vec<Notice>) -> Vec<Notice> {
    in_order(notices, |notice| notice.code.severity().place())
}

/// What the modifiers of a line that counts say against each other.
fn modifiers(one: &AuditedLine<'_>, say: &mut impl FnMut(NoticeCode, Sentence)) {
    let line = one.line;
    match line.opposing_modifier() {
        Some(modifier) if line.has_kx() => say(NoticeCode::OpposingModifier, opposing_modifier(modifier)),
        Some(modifier) => say(NoticeCode::BilledAsNotNecessary, billed_as_not_necessary(modifier)),
        None => {}
    }
    let named = line.plans_of_care();
    if line.is_in_note() {
        say(NoticeCode::ModifiersInNote, modifiers_in_note());
    } else if named.is_empty() {
        say(NoticeCode::TherapyModifierMissing, sentences::plan_missing(line.has_kx()));
    }
    // Two plans of care on a line, a plan of the other bucket, or an assistant of another discipline than the plan's.
    let of_other_bucket = named.iter().find(|discipline| Some(discipline.service_type()) != one.service_type);
    let assistant = [(Modifier::CQ, Discipline::Pt), (Modifier::CO, Discipline::Ot)]
        .into_iter()
        .find(|(modifier, own)| line.modifiers.contains(modifier) && !named.is_empty() && !named.contains(own));
    if let Some(discipline) = of_other_bucket.or_else(|| named.get(1)) {
        say(NoticeCode::TherapyModifierConflict, sentences::plan_conflict(*discipline, one));
    } else if let Some((modifier, _)) = assistant {
        say(NoticeCode::TherapyModifierConflict, sentences::assistant_conflict(modifier, line));
    }
}
