//! What happens to a line, by the facts about it.

use crate::ground::money::Money;
use crate::ground::procedure::{Modifier, Modifiers};
use crate::visit::action::Action;

use super::due::Due;
use super::facts::Facts;

impl Facts<'_> {
    /// The action that follows from the facts.
    pub(crate) fn action(&self) -> Action {
        if self.kx_present {
            Action::Keep
        } else if self.due == Due::No || !self.setting.is_furnished() || self.line.kx_declined.is_some() {
            Action::None
        } else if self.conditions_met() && self.blockers().next().is_none() {
            Action::Apply
        } else {
            Action::Suggest
        }
    }

    /// The line's modifiers after the action.
    pub(crate) fn modifiers_after(&self, action: Action) -> Modifiers {
        match action {
            // A line without a place is never applied: see `blockers`.
            Action::Apply => self.line.modifiers.appended(Modifier::KX).unwrap_or(self.line.modifiers),
            _ => self.line.modifiers,
        }
    }

    /// What is left of the line's bucket before the line and after it; `None` without a bucket or without benefits.
    pub(crate) fn remaining_around(&self) -> Option<(Money, Money)> {
        let before = self.bucket.filter(|_| self.benefits.apply())?.remaining;
        let taken = self.line.allowed.filter(|_| self.accrues()).unwrap_or_default();
        Some((before, before.minus(taken)))
    }
}
