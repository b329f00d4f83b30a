//! A line that is open, with the segments below it.

use crate::claims::x12::reasons;
use crate::claims::x12::tokens::Segment;
use crate::claims::x12::values::money;
use crate::ground::money::Money;
use crate::ground::sentence::Sentence;

use super::adjustments::Adjustments;
use super::days::Days;

/// A service line before it is judged.
pub(super) struct Line<'t> {
    pub(super) segment: Segment<'t>,
    pub(super) adjustments: Adjustments,
    pub(super) days: Days,
    pub(super) allowed: Option<&'t str>,
    pub(super) states_two_amounts: bool,
}

impl<'t> Line<'t> {
    pub(super) fn new(segment: Segment<'t>) -> Self {
        Self { segment, adjustments: Adjustments::default(), days: Days::default(), allowed: None, states_two_amounts: false }
    }

    /// The allowed amount that the file states.
    pub(super) fn state(&mut self, allowed: &'t str) {
        self.states_two_amounts |= self.allowed.is_some_and(|earlier| money(earlier) != money(allowed));
        self.allowed = Some(allowed);
    }

    /// A revenue code stands on institutional claims only.
    pub(super) fn has_revenue_code(&self) -> bool {
        !self.segment.element(4).is_empty()
    }

    pub(super) fn charge(&self) -> Result<Money, Sentence> {
        money(self.segment.element(2)).ok_or(reasons::BAD_CHARGE)
    }

    pub(super) fn paid(&self) -> Result<Money, Sentence> {
        match self.segment.element(3) {
            "" => Ok(Money::ZERO),
            text => money(text).ok_or(reasons::BAD_PAYMENT),
        }
    }

    /// The adjustments make up all the difference between its charge and its payment.
    pub(super) fn balances(&self, adjustments: &Adjustments) -> Result<bool, Sentence> {
        Ok(self.charge()?.minus(adjustments.sum()) == self.paid()?)
    }

    /// An amount that the line states is below zero.
    pub(super) fn is_signed(&self) -> bool {
        let amounts = [Some(self.segment.element(2)), Some(self.segment.element(3)), self.allowed];
        amounts.into_iter().flatten().any(|text| money(text).is_some_and(|amount| amount < Money::ZERO))
    }
}
