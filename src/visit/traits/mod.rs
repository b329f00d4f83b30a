//! Template question traits: which prompts are to be evaluated for an appointment (seed 002).

pub(crate) mod sentences;
pub(crate) mod shape;

use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::ServiceType;
use crate::ground::money::Money;
use crate::visit::coverage::Benefits;
use crate::visit::standing::Bucket;

/// A name and a prompt of a template question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Trait {
    /// Its name.
    pub name: String,
    /// The prompt to be evaluated.
    pub prompt: String,
    /// "Evaluate only if Medicare has been reached".
    pub only_if_medicare_reached: Option<bool>,
}

impl Trait {
    /// Why the prompt is not to be evaluated, given whether "Medicare has been reached"; `None` where it is.
    pub(crate) fn skipped_because(&self, reached: Result<(), NotReached>) -> Option<NotReached> {
        reached.err().filter(|_| self.only_if_medicare_reached == Some(true))
    }
}

/// Why "Medicare has been reached" does not hold for an appointment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotReached {
    /// Benefits do not apply.
    NoBenefits(Benefits),
    /// The appointment has no bucket.
    NoServiceType,
    /// The totals are of another calendar year, so nobody can say.
    OtherYear(ServiceType, ServiceDate),
    /// Something is left of it.
    Left(ServiceType, Money),
}

/// Whether "Medicare has been reached" holds: benefits apply, a bucket is known, and nothing is left of it.
///
/// # Errors
/// The first reason why it does not.
pub(crate) fn medicare_reached(benefits: Benefits, bucket: Option<&Bucket>, other_year: Option<ServiceDate>) -> Result<(), NotReached> {
    match bucket {
        _ if !benefits.apply() => Err(NotReached::NoBenefits(benefits)),
        None => Err(NotReached::NoServiceType),
        Some(bucket) if bucket.is_reached() => Ok(()),
        Some(bucket) => Err(match other_year {
            Some(day) => NotReached::OtherYear(bucket.service_type, day),
            None => NotReached::Left(bucket.service_type, bucket.remaining),
        }),
    }
}
