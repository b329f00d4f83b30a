//! Words of a packet.

use crate::ground::sentence::Sentence;

/// Words of ours, or of the host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    /// In the language of the answer.
    Ours(Sentence),
    /// As they were given.
    Given(String),
}

/// Sentences of ours.
#[cfg_attr(small, optimize(size))]
pub(super) fn ours(sentences: Vec<Sentence>) -> Vec<Words> {
    sentences.into_iter().map(Words::Ours).collect()
}
