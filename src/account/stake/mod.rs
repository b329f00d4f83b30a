//! Dollars at stake: allowed amounts that wait, that were denied, and that may be denied, by clinic and therapist.

pub(crate) mod shape;

use crate::account::both::and;
use crate::ground::money::Money;
use crate::ground::sentence::{Sentence, say};

/// Allowed amounts at stake.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct AtStake {
    /// Of lines that hold their claim.
    pub on_hold: Money,
    /// Expected of lines that the payer denied.
    pub denied: Money,
    /// Of lines over the threshold without KX that the payer has not denied.
    pub at_risk: Money,
}

impl AtStake {
    #[cfg_attr(small, optimize(size))]
    fn plus(self, other: Self) -> Self {
        Self {
            on_hold: self.on_hold.plus(other.on_hold),
            denied: self.denied.plus(other.denied),
            at_risk: self.at_risk.plus(other.at_risk),
        }
    }
}

/// Where and by whom a patient is treated, in the host's words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Site {
    /// The clinic.
    pub clinic: Option<String>,
    /// The therapist.
    pub therapist: Option<String>,
}

/// A row for each place, in the order in which they are first named.
#[cfg_attr(small, optimize(size))]
pub(crate) fn by_site<'p>(rows: impl Iterator<Item = (&'p Site, AtStake)>) -> Vec<(&'p Site, AtStake)> {
    let mut sums: Vec<(&Site, AtStake)> = Vec::new();
    for (place, at_stake) in rows {
        match sums.iter_mut().find(|(known, _)| *known == place) {
            Some((_, sum)) => *sum = sum.plus(at_stake),
            None => sums.push((place, at_stake)),
        }
    }
    sums
}

/// Of all places.
#[cfg_attr(small, optimize(size))]
pub(crate) fn total(rows: &[(&Site, AtStake)]) -> AtStake {
    rows.iter().fold(AtStake::default(), |sum, (_, at_stake)| sum.plus(*at_stake))
}

/// The amounts as a sentence each: where there is none, it may be another list's to count.
#[cfg_attr(small, optimize(size))]
fn summary(sum: AtStake) -> Sentence {
    let of = |amount: Money, sentence: fn(Money) -> Sentence| (amount != Money::ZERO).then(|| sentence(amount));
    [
        of(sum.on_hold, |amount| say!("stake.on-hold", amount = amount)),
        of(sum.denied, |amount| say!("stake.denied", amount = amount)),
        of(sum.at_risk, |amount| say!("stake.at-risk", amount = amount)),
    ]
    .into_iter()
    .flatten()
    .reduce(and)
    .unwrap_or(say!("stake.nothing"))
}
