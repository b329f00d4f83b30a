//! What is left of a bucket, and where a line lands in it.

pub(crate) mod sentences;
pub(crate) mod shape;

use crate::ground::calendar::CalendarYear;
use crate::ground::discipline::{PerServiceType, ServiceType};
use crate::ground::money::Money;
use crate::ground::named::named;
use crate::visit::coverage::Program;
use crate::visit::policy::Policy;
use crate::visit::thresholds::Amounts;
use crate::visit::usage::{Accrued, Usage};

named! {
    /// Where the remaining amount comes from.
    pub(crate) enum Source {
        /// Threshold less what was used.
        Computed = "computed",
        /// Supplied as "threshold remaining".
        Precomputed = "precomputed",
    }
}

named! {
    /// How far a bucket is, for the display.
    pub(crate) enum Status {
        /// More is left than the policy's warning amount.
        Below = "below",
        /// Above zero, within the policy's warning amount.
        Near = "near",
        /// Nothing is left.
        Reached = "reached",
        /// More than the targeted medical review threshold has accrued.
        MedicalReview = "medical-review",
    }
}

named! {
    /// Where a line stands in its bucket.
    pub(crate) enum Standing {
        /// Something is left before the line and after it, or the line's amount is not known.
        Below = "below",
        /// The line takes exactly what is left: not "more than" the threshold (statute), so no crossing.
        Lands = "lands",
        /// The line takes the bucket over the threshold.
        Crosses = "crosses",
        /// Nothing was left before the line.
        Reached = "reached",
    }
}

impl Standing {
    /// Where a line with this allowed amount stands, given what was left before it.
    pub(crate) fn of(remaining: Money, allowed: Option<Money>) -> Self {
        match allowed {
            _ if !remaining.is_above_zero() => Self::Reached,
            Some(allowed) if allowed > remaining => Self::Crosses,
            Some(allowed) if allowed == remaining => Self::Lands,
            _ => Self::Below,
        }
    }
}

/// One bucket in one calendar year, at one point of an appointment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bucket {
    /// PT/SLP or OT.
    pub service_type: ServiceType,
    /// The calendar year.
    pub year: CalendarYear,
    /// The KX modifier threshold.
    pub threshold: Money,
    /// The host's total, the year's entries, and earlier lines of the appointment.
    pub used: Money,
    /// The part of `used` that no payer has processed yet.
    pub pending: Money,
    /// The part of `pending` that is earlier lines of the appointment.
    pub lines: Money,
    /// What other providers used.
    pub other_used: Money,
    /// What is left; negative once the threshold is exceeded.
    pub remaining: Money,
    /// Where `remaining` comes from.
    pub source: Source,
    /// The targeted medical review threshold, where one is known.
    pub medical_review: Option<Money>,
    /// The computed and the supplied remaining amount, where both are there.
    both_remaining: Option<Disagreement>,
    warn_within: Money,
}

/// Two figures for what is left that do not agree on whether the threshold is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Disagreement {
    /// Threshold less what was used.
    pub computed: Money,
    /// As supplied.
    pub supplied: Money,
}

impl Bucket {
    /// Both buckets of a year, before any line of the appointment.
    pub(crate) fn both(
        year: CalendarYear,
        amounts: &Amounts,
        program: Program,
        usage: Option<&Usage>,
        policy: &Policy,
    ) -> PerServiceType<Self> {
        let accrued = usage.map(|usage| usage.accrued(year, program)).unwrap_or_default();
        PerServiceType::from_fn(|service_type| {
            let Accrued { adjudicated, pending, other_used, precomputed_remaining, is_known } = *accrued.get(service_type);
            let threshold = *amounts.kx.get(service_type);
            let used = adjudicated.plus(pending);
            let computed = threshold.minus(used).minus(other_used);
            // One that says "reached" is used as it is (seed 002); one that does not gives way to usage that is known.
            let supplied_stands = |supplied: &Money| !supplied.is_above_zero() || !is_known;
            let standing_supplied = precomputed_remaining.filter(supplied_stands);
            Self {
                service_type,
                year,
                threshold,
                used,
                pending,
                lines: Money::ZERO,
                other_used,
                remaining: standing_supplied.unwrap_or(computed),
                source: if standing_supplied.is_some() { Source::Precomputed } else { Source::Computed },
                medical_review: amounts.medical_review,
                both_remaining: precomputed_remaining.filter(|_| is_known).map(|supplied| Disagreement { computed, supplied }),
                warn_within: policy.warn_within,
            }
        })
    }

    /// The bucket after a line of the appointment, which lowers whichever remaining amount stands.
    pub(crate) fn take(&mut self, allowed: Money) {
        self.used = self.used.plus(allowed);
        self.pending = self.pending.plus(allowed);
        self.lines = self.lines.plus(allowed);
        self.remaining = self.remaining.minus(allowed);
        self.both_remaining =
            self.both_remaining.map(|both| Disagreement { computed: both.computed.minus(allowed), supplied: both.supplied.minus(allowed) });
    }

    /// The bucket as the appointment found it; `None` where no line has taken from it.
    pub(crate) fn before_lines(&self) -> Option<Self> {
        let mut before = *self;
        before.take(Money::ZERO.minus(self.lines));
        (self.lines != Money::ZERO).then_some(before)
    }

    /// Whether anything but a supplied remaining amount is known of what was used.
    pub(crate) const fn is_supplied_beside_usage(&self) -> bool {
        self.both_remaining.is_some()
    }

    /// The computed and the supplied remaining amount, where they differ on "reached".
    pub(crate) fn disagreement(&self) -> Option<Disagreement> {
        self.both_remaining.filter(|both| both.computed.is_above_zero() != both.supplied.is_above_zero())
    }

    /// Whether nothing is left.
    pub(crate) fn is_reached(&self) -> bool {
        !self.remaining.is_above_zero()
    }

    /// Everything that counts against the threshold, by whichever remaining amount stands.
    pub(crate) fn accrued(&self) -> Money {
        self.threshold.minus(self.remaining)
    }

    /// How far the bucket is.
    pub(crate) fn status(&self) -> Status {
        if self.medical_review.is_some_and(|review| self.accrued() > review) {
            Status::MedicalReview
        } else if self.is_reached() {
            Status::Reached
        } else if self.remaining <= self.warn_within {
            Status::Near
        } else {
            Status::Below
        }
    }

    /// Where a line with this allowed amount stands.
    pub(crate) fn standing_of(&self, allowed: Option<Money>) -> Standing {
        Standing::of(self.remaining, allowed)
    }

    /// The share of the threshold that is used up, for drawing a bar; not money.
    pub(crate) fn fraction(&self) -> f64 {
        self.accrued().share_of(self.threshold)
    }
}
