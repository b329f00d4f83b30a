//! What a screen shows of KX on a line, and what leads out where something stands against it.

use crate::ground::named::named;
use crate::ground::procedure::{Modifier, Modifiers};
use crate::ground::sentence::{Sentence, say};
use crate::visit::standing::Standing;

use super::due::Due;
use super::facts::Facts;
use super::notices::{Notice, NoticeCode};
use crate::visit::action::Action;

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
        /// Adds the plan of care of the provider's discipline.
        AddModifier = "add-modifier",
        /// A person makes room for KX.
        MoveModifier = "move-modifier",
        /// A person looks for KX in the claim's note.
        CheckNote = "check-note",
        /// Takes KX off the line.
        RemoveKx = "remove-kx",
        /// Takes the answer back by which KX was declined.
        KeepKx = "keep-kx",
        /// A person finds out what was used.
        RefreshUsage = "refresh-usage",
    }
}

impl Way {
    /// Whether it leads out of something that stands against KX. The others lead out of a doubt, or complete the line.
    const fn unblocks(self) -> bool {
        !matches!(self, Self::AddModifier | Self::RefreshUsage)
    }
}

/// A step out of what stands against KX, or is not in order on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WayOut {
    /// What it does.
    pub action: Way,
    /// The modifier that goes or is added, where one is.
    gone: Modifier,
    /// The one that comes in its place; beside one that is added, the KX that stands on the line only by the action.
    right: Option<Modifier>,
}

/// Those of a line, the gravest first.
pub(crate) type WaysOut = [Option<WayOut>; 5];

impl WayOut {
    /// The modifiers of the line after it.
    pub(crate) fn applied_to(self, line: Modifiers) -> Modifiers {
        match self.action {
            Way::RemoveModifier | Way::RemoveKx | Way::CorrectModifier => line.changed(self.gone, self.right),
            // The line's own come first; KX that was added by itself will be added behind them.
            Way::AddModifier if self.right.is_some() => line.changed(Modifier::KX, Some(self.gone)),
            Way::AddModifier => line.appended(self.gone).unwrap_or(line),
            Way::MoveModifier | Way::CheckNote | Way::KeepKx | Way::RefreshUsage => line,
        }
    }

    /// The words of its button.
    #[cold]
    #[inline(never)]
    pub(crate) fn label(self) -> Sentence {
        match self.action {
            Way::RemoveModifier | Way::RemoveKx => say!("way.remove", modifier = self.gone),
            Way::CorrectModifier => say!("way.change", modifier = self.gone, right = self.right),
            Way::AddModifier => say!("way.add", modifier = self.gone),
            Way::MoveModifier => say!("way.move"),
            Way::CheckNote => say!("way.check-note"),
            Way::KeepKx => say!("way.keep-kx"),
            Way::RefreshUsage => say!("way.refresh-usage"),
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
            | NoticeCode::AttestationMissing
    )
}

impl Facts<'_> {
    /// What a screen shows of the line.
    #[cold]
    #[inline(never)]
    pub(super) fn state(&self, action: Action, notices: &[Notice], ways_out: &WaysOut) -> State {
        let in_doubt = || !self.is_judged() || notices.iter().any(|notice| questions_kx(notice.code));
        match action {
            _ if ways_out.iter().flatten().any(|way| way.action.unblocks()) => State::Blocked,
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

    /// Whether it is open because nobody has said what was used.
    fn asks_for_usage(&self) -> bool {
        let is_given = self.context.usage.as_ref().is_some_and(|usage| usage.is_given());
        !is_given && self.service_type.is_some() && !self.kx_present && self.due == Due::No && self.is_open()
    }

    /// What leads out, a step at a time; nothing where the line is in order.
    #[cold]
    #[inline(never)]
    pub(super) fn ways_out(&self) -> WaysOut {
        let (asked, on_line) = (self.asks_for_kx(), self.has_therapy_kx());
        let way = |action, gone, right| WayOut { action, gone, right };
        let opposed = self.kx_opposed_by().map(|gone| way(Way::RemoveModifier, gone, None));
        let own = self.setting.therapist.map(|therapist| therapist.discipline.plan_of_care_modifier());
        let conflict = self.conflict().map(|gone| match own.filter(|own| !self.line.modifiers.contains(*own)) {
            Some(own) => way(Way::CorrectModifier, gone, Some(own)),
            None => way(Way::RemoveModifier, gone, None),
        });
        let missing = own.filter(|_| self.lacks_plan_of_care()).and_then(|own| {
            let action = self.action();
            let added = (action == Action::Apply).then_some(Modifier::KX);
            (!self.modifiers_after(action).is_full()).then(|| way(Way::AddModifier, own, added))
        });
        let by_hand = if asked && self.is_in_note() { Some(Way::CheckNote) } else { self.lacks_place().then_some(Way::MoveModifier) };
        let declined = on_line && self.line.kx_declined.is_some();
        let is_blocked = on_line && (declined || opposed.is_some() || conflict.is_some());
        [
            opposed,
            conflict.or(missing),
            by_hand.map(|action| way(action, Modifier::KX, None)),
            is_blocked.then(|| way(Way::RemoveKx, Modifier::KX, None)),
            match (declined && self.due != Due::No, self.asks_for_usage()) {
                (true, _) => Some(way(Way::KeepKx, Modifier::KX, None)),
                (_, true) => Some(way(Way::RefreshUsage, Modifier::KX, None)),
                _ => None,
            },
        ]
    }
}
