//! A section of the packet.

use crate::ground::named::named;

use super::words::Words;

named! {
    /// How a section stands.
    pub(super) enum Status {
        /// What is asked for is there.
        OnFile = "on-file",
        /// Some of it is.
        Incomplete = "incomplete",
        /// Nothing is.
        Missing = "missing",
        /// A person has to look.
        Check = "check",
        /// A person said that there is nothing to send.
        NotApplicable = "not-applicable",
    }
}

/// A section of the packet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Section {
    /// The item's id, or ours.
    pub id: String,
    /// What it is called.
    pub title: Words,
    /// How it stands.
    pub status: Status,
    /// For the reviewer, in print.
    pub text: Vec<Words>,
    /// For those who put it together, on the screen alone.
    pub notes: Vec<Words>,
    /// Places of its documents.
    pub documents: Vec<usize>,
}
