//! The sentences of a held claim: what there is, and what to do about it.

use crate::ground::calendar::ServiceDate;
use crate::ground::money::Money;
use crate::ground::procedure::HcpcsCode;
use crate::ground::sentence::{Sentence, say};
use crate::visit::decision::{Action, ConditionId, Decision, Notice, NoticeCode};
use crate::visit::standing::Standing;

use super::reasons::Code;

/// What a reason says of a line: a claim may have many of one code, and of several days.
pub(super) fn of_line(code: HcpcsCode, day: ServiceDate, what: Sentence) -> Sentence {
    say!("hold.line", code = code, day = day, what = what)
}

/// What there is, without the line. Once the claim's note was read, KX may no longer be there.
pub(crate) fn message(code: Code, decision: &Decision, note_is_read: bool) -> Option<Sentence> {
    match code {
        Code::Suggestion if note_is_read => {
            let reached = decision.conditions.iter().find(|condition| condition.id == ConditionId::ThresholdReached);
            reached.map(|condition| condition.explanation.clone())
        }
        Code::Suggestion => decision.tooltip.clone(),
        Code::Notice(code) => decision.notices.iter().find(|notice| notice.code == code).map(|notice| notice.message.clone()),
    }
}

/// What to do about a suggestion. Where KX cannot be put on the line nobody is told to add it.
fn answer(notices: &[Notice]) -> Sentence {
    let says = |code: NoticeCode| notices.iter().any(|notice| notice.code == code);
    if says(NoticeCode::ModifiersInNote) {
        say!("worklist.next.suggestion-in-note")
    } else if says(NoticeCode::NoModifierPlace) {
        say!("worklist.next.suggestion-no-place")
    } else if says(NoticeCode::TherapyModifierConflict) {
        say!("hold.next.therapy-modifier-conflict")
    } else if says(NoticeCode::AttestationMissing) {
        say!("hold.next.attestation-missing")
    } else {
        say!("worklist.next.suggestion")
    }
}

/// What to do about it: of what has one cause, one step.
pub(crate) fn next_step(code: Code, decision: &Decision, note_is_read: bool) -> Sentence {
    let Code::Notice(notice) = code else {
        return if note_is_read { say!("hold.next.not-in-note") } else { answer(&decision.notices) };
    };
    let is_suggested = decision.action == Action::Suggest;
    match notice {
        NoticeCode::NoModifierPlace => answer(&decision.notices),
        NoticeCode::ModifiersInNote | NoticeCode::AttestationMissing if is_suggested => answer(&decision.notices),
        NoticeCode::ModifiersInNote if decision.standing == Some(Standing::Below) => say!("hold.next.modifiers-in-note.early"),
        NoticeCode::KxDeclinedPresent => say!("worklist.next.declined-kx"),
        // The claim has not gone out.
        NoticeCode::EarlyKx => say!("worklist.next.early-kx-pending"),
        NoticeCode::DocumentationIncomplete => say!("worklist.next.documentation"),
        NoticeCode::OpposingModifier => say!("hold.next.opposing-modifier"),
        NoticeCode::AttestationMissing => say!("hold.next.attestation-missing"),
        NoticeCode::AssistantEvaluation => say!("hold.next.assistant-evaluation"),
        NoticeCode::AssistantModifierMissing => say!("hold.next.assistant-modifier-missing"),
        NoticeCode::TherapyModifierMissing => say!("hold.next.therapy-modifier-missing"),
        NoticeCode::ModifiersInNote => say!("hold.next.modifiers-in-note"),
        NoticeCode::OtherYearUsage | NoticeCode::UsageUnknown => say!("hold.next.usage"),
        NoticeCode::HomeHealthEpisode | NoticeCode::Hospice => say!("hold.next.other-payer"),
        _ => say!("hold.next.therapy-modifier-conflict"),
    }
}

/// How many of the claims wait, and what for.
pub(super) fn summary(held: usize, all: usize, amount: Money) -> Sentence {
    match (held, all) {
        (_, 0) => say!("hold.summary.no-claim"),
        (0, _) => say!("hold.summary.free", count = all),
        _ => {
            let held = say!("hold.summary.held", count = all, number = held);
            // Where no amount is known there is nothing to add up.
            if amount == Money::ZERO { held } else { say!("hold.summary.amount", held = held, amount = amount) }
        }
    }
}
