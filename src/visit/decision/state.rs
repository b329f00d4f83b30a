//! What a screen shows of KX on a line, and what leads out where something stands against it.

use crate::ground::named::named;
use crate::ground::procedure::{Modifier, Modifiers};
use crate::ground::sentence::{Argument, Sentence, say};
use crate::visit::standing::Standing;

use super::action::Action;
use super::due::Due;
use super::facts::Facts;
use super::notices::{Notice, NoticeCode};

named! {
    /// What a screen shows of KX on a line.
    pub(crate) enum State {
        /// KX is on the line after the action, and nothing questions it.
        Added = "added",
        /// A person decides.
        Check = "check",
        /// Something on the line stands against KX; there is a way out.
        Blocked = "blocked",
        /// KX does not belong on the line, and is not on it.
        NotNeeded = "not-needed",
        /// A person left KX off although it is due or suggested.
        Declined = "declined",
    }
}

named! {
    /// What a way out does.
    pub(crate) enum Way {
        /// Takes modifiers off the line.
        RemoveModifier = "remove-modifier",
        /// Puts the plan of care of the provider's discipline in the place of another.
        CorrectModifier = "correct-modifier",
        /// A person makes room for KX.
        MoveModifier = "move-modifier",
        /// A person looks for KX in the claim's note.
        CheckNote = "check-note",
        /// Takes KX off the line.
        RemoveKx = "remove-kx",
        /// Takes the answer back by which KX was declined.
        KeepKx = "keep-kx",
    }
}

/// A step out of what stands against KX.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WayOut {
    /// What it does.
    pub action: Way,
    /// The line's modifiers after it.
    pub modifiers: Modifiers,
    /// The words of its button.
    pub label: Sentence,
}

/// The notices that question the KX on a line. Others are about something else on it, or leave open what a person has answered by KX.
const IN_DOUBT: [NoticeCode; 6] = [
    NoticeCode::OtherYearUsage,
    NoticeCode::AssistantEvaluation,
    NoticeCode::EarlyKx,
    NoticeCode::PrecomputedDisagrees,
    NoticeCode::UsageUnknown,
    NoticeCode::DocumentationIncomplete,
];

impl Facts<'_> {
    /// What a screen shows of the line.
    pub(super) fn state(&self, action: Action, notices: &[Notice], ways_out: &[WayOut]) -> State {
        let in_doubt = || !self.is_judged() || notices.iter().any(|notice| IN_DOUBT.contains(&notice.code));
        match action {
            _ if !ways_out.is_empty() => State::Blocked,
            Action::Apply | Action::Keep if in_doubt() => State::Check,
            Action::Apply | Action::Keep => State::Added,
            Action::Suggest => State::Check,
            Action::None if self.due != Due::No => State::Declined,
            Action::None if self.is_open() => State::Check,
            Action::None => State::NotNeeded,
        }
    }

    /// Whether it is known that the KX on the line belongs there.
    fn is_judged(&self) -> bool {
        self.is_medicare_therapy() && (self.due != Due::No || matches!(self.standing, Some(Standing::Reached | Standing::Crosses)))
    }

    /// Whether nobody can say that KX is not needed on a line on which it is not due: what was used is not known, or the bucket is not.
    fn is_open(&self) -> bool {
        let may_be_due = self.benefits.apply() && self.listing.is_therapy() && self.setting.is_furnished();
        let is_answered = self.line.kx_declined.is_some() || self.not_necessary().is_some();
        let usage = self.context.usage.as_ref();
        let is_known = self.service_type.is_some() && !self.other_year && usage.is_some_and(|usage| usage.is_given());
        may_be_due && !is_answered && !is_known
    }

    /// What leads out, the gravest first; nothing where nothing stands against KX.
    pub(super) fn ways_out(&self) -> Vec<WayOut> {
        let mut ways = Vec::new();
        let on_line = self.has_therapy_kx();
        if !on_line && !self.asks_for_kx() {
            return ways;
        }
        let own = self.line.modifiers;
        let mut way = |action, modifiers, label| ways.push(WayOut { action, modifiers, label });
        if self.kx_opposed_by().is_some() {
            let opposing = |modifier| Modifier::OPPOSING.contains(&modifier);
            way(Way::RemoveModifier, own.without(opposing), say!("way.remove", modifiers = named(own, opposing)));
        }
        if let (Some(_), Some(therapist)) = (self.conflict(), self.setting.therapist) {
            let right = therapist.discipline.plan_of_care_modifier();
            let wrong = |modifier| therapist.discipline.is_contradicted_by(modifier);
            let names = named(own, wrong);
            if own.contains(right) {
                way(Way::RemoveModifier, own.without(wrong), say!("way.remove", modifiers = names));
            } else {
                way(Way::CorrectModifier, own.corrected(wrong, right), say!("way.change", modifiers = names, right = right));
            }
        }
        if self.asks_for_kx() && self.is_in_note() {
            way(Way::CheckNote, own, say!("way.check-note"));
        }
        if self.lacks_place() {
            way(Way::MoveModifier, own, say!("way.move"));
        }
        let declined = self.line.kx_declined.is_some();
        if on_line && (declined || !ways.is_empty()) {
            let kx = |modifier| modifier == Modifier::KX;
            ways.push(WayOut { action: Way::RemoveKx, modifiers: own.without(kx), label: say!("way.remove", modifiers = Modifier::KX) });
            if declined && self.due != Due::No {
                ways.push(WayOut { action: Way::KeepKx, modifiers: own, label: say!("way.keep-kx") });
            }
        }
        ways
    }
}

/// Those of the modifiers, each once.
fn named(modifiers: Modifiers, is_one: impl Fn(Modifier) -> bool) -> Argument {
    let others = modifiers.without(|modifier| !is_one(modifier));
    let first = |(place, modifier): &(usize, Modifier)| !others.iter().take(*place).any(|earlier| earlier == *modifier);
    others.iter().enumerate().filter(first).map(|(_, modifier)| modifier).collect()
}
