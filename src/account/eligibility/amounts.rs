//! What an eligibility response says of a bucket.

use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::ServiceType;
use crate::ground::money::Money;
use crate::ground::named::named;

named! {
    /// Whether an amount says what was used or what is left: opposites.
    pub(crate) enum AmountKind {
        /// What all providers used.
        Used = "used",
        /// What is left.
        Remaining = "remaining",
    }
}

/// What an eligibility response says of a bucket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EligibilityAmount {
    /// The bucket.
    pub service_type: ServiceType,
    /// Used or remaining.
    pub kind: AmountKind,
    /// The amount.
    pub amount: Money,
    /// First day of its period, where it says so.
    pub from: Option<ServiceDate>,
    /// Last day of its period, where it says so.
    pub to: Option<ServiceDate>,
}

named! {
    /// What tells of other providers' use of a bucket.
    pub(crate) enum Counted {
        /// Medicare's own figure.
        Figure = "figure",
        /// Their claim lines.
        Lines = "lines",
    }
}

/// Other providers' claim lines of a bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Elsewhere {
    /// The bucket.
    pub service_type: ServiceType,
    /// Whether they count. Medicare's own figure holds them already.
    pub counted: Counted,
    /// What they come to.
    pub lines: Money,
}
