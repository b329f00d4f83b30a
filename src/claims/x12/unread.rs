//! What of a text was left.

use crate::ground::sentence::Sentence;

use super::tokens::Segment;

/// A segment that was not read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unread {
    /// The segment as it stands in the text.
    pub segment: String,
    /// Why it was left.
    pub reason: Sentence,
}

impl Unread {
    pub(super) fn new(segment: &Segment<'_>, reason: Sentence) -> Self {
        Self::of(segment.text(), reason)
    }

    #[inline(never)]
    pub(super) fn of(segment: &str, reason: Sentence) -> Self {
        Self { segment: segment.to_owned(), reason }
    }
}
