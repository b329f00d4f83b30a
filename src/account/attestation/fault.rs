//! What can be found about a record.

use crate::ground::named::named;
use crate::visit::decision::Severity;

named! {
    /// What can be found about a record.
    pub(crate) enum Fault {
        /// An event does not have its hash, or cannot be read.
        Changed = "changed",
        /// An event does not follow the one before it, or does not answer one that asked.
        Broken = "broken",
        /// An event is earlier than the one before it.
        Time = "time",
        /// The record ends elsewhere than the host knows.
        Truncated = "truncated",
        /// A question without an answer. Nothing is wrong with the record.
        Unanswered = "unanswered",
    }
}

impl Fault {
    /// How much it weighs.
    pub(super) const fn severity(self) -> Severity {
        match self {
            Self::Unanswered => Severity::Info,
            _ => Severity::Error,
        }
    }
}
