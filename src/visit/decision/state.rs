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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WayOut {
    /// What it does.
    pub action: Way,
    /// The line's modifiers after it.
    pub modifiers: Modifiers,
    /// Those that go.
    gone: Modifiers,
    /// The one that comes in their place.
    right: Option<Modifier>,
}

impl WayOut {
    /// The words of its button.
    #[cold]
    #[inline(never)]
    pub(crate) fn label(&self) -> Sentence {
        let gone = || self.gone.iter().collect::<Argument>();
        match self.action {
            Way::RemoveModifier | Way::RemoveKx => say!("way.remove", modifiers = gone()),
            Way::CorrectModifier => say!("way.change", modifiers = gone(), right = self.right),
            Way::MoveModifier => say!("way.move"),
            Way::CheckNote => say!("way.check-note"),
            Way::KeepKx => say!("way.keep-kx"),
        }
    }
}

/// Whether a notice questions the KX on a line. Others are about something else on it, or leave open what a person has answered by KX.
const fn questions_kx(notice: NoticeCode) -> bool {
    matches!(
        notice,
        NoticeCode::OtherYearUsage
            | NoticeCode::AssistantEvaluation
            | NoticeCode::EarlyKx
            | NoticeCode::PrecomputedDisagrees
            | NoticeCode::UsageUnknown
            | NoticeCode::DocumentationIncomplete
    )
}

impl Facts<'_> {
    /// What a screen shows of the line.
    #[cold]
    #[inline(never)]
    pub(super) fn state(&self, action: Action, notices: &[Notice], ways_out: &[WayOut]) -> State {
        let in_doubt = || !self.is_judged() || notices.iter().any(|notice| questions_kx(notice.code));
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
        if self.has_therapy_kx() || self.asks_for_kx() { self.ways_of_kx() } else { Vec::new() }
    }

    // Apart and cold, as what is above: small is quick enough here, and the module has little room.
    #[cold]
    #[inline(never)]
    fn ways_of_kx(&self) -> Vec<WayOut> {
        let own = self.line.modifiers;
        let mut ways = Vec::new();
        let mut way = |action, gone, right| ways.push(WayOut { action, modifiers: own.changed(gone, right), gone, right });
        let none = Modifiers::default();
        let mut is_blocked = self.line.kx_declined.is_some();
        if self.kx_opposed_by().is_some() {
            way(Way::RemoveModifier, own.among(&Modifier::OPPOSING), None);
            is_blocked = true;
        }
        if let (Some(_), Some(therapist)) = (self.conflict(), self.setting.therapist) {
            let right = Some(therapist.discipline.plan_of_care_modifier()).filter(|right| !own.contains(*right));
            let action = if right.is_some() { Way::CorrectModifier } else { Way::RemoveModifier };
            way(action, own.among(&therapist.discipline.other_plans_of_care()), right);
            is_blocked = true;
        }
        if self.asks_for_kx() && self.is_in_note() {
            way(Way::CheckNote, none, None);
        } else if self.lacks_place() {
            way(Way::MoveModifier, none, None);
        } else if self.kx_present && is_blocked {
            way(Way::RemoveKx, own.among(&[Modifier::KX]), None);
            if self.line.kx_declined.is_some() && self.due != Due::No {
                way(Way::KeepKx, none, None);
            }
        }
        ways
    }
}
