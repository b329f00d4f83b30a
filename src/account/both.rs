//! Two sentences as one.

use crate::ground::sentence::{Sentence, say};

/// One sentence and another behind it.
pub(super) fn and(first: Sentence, second: Sentence) -> Sentence {
    say!("both.sentences", first = first, second = second)
}
