//! The kinds of steps that wait.

use crate::ground::named::named;

named! {
    /// What kind of step it is, in the order of their urgency.
    pub(crate) enum Kind {
        /// What holds the claim of the open appointment: an open suggestion, or what else its code says.
        Suggestion = "suggestion",
        /// A line with KX, open or billed, although a person left it off.
        DeclinedKx = "declined-kx",
        /// A line that the payer denied.
        Denied = "denied",
        /// A billed line without the KX that was due, or on a claim that has not gone out, on which KX is to be decided.
        MissingKx = "missing-kx",
        /// Documentation behind the attestation is missing, or due.
        Documentation = "documentation",
        /// More than the targeted medical review threshold has accrued.
        MedicalReview = "medical-review",
        /// Nothing is left of a bucket.
        Reached = "reached",
        /// A billed line that crosses without KX.
        Crossing = "crossing",
        /// A billed line with KX while something was left.
        EarlyKx = "early-kx",
        /// Little is left of a bucket.
        Near = "near",
    }
}
