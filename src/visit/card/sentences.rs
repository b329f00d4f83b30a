//! What is said of a card's figures alone.

use crate::ground::sentence::{Sentence, say};
use crate::visit::standing::Bucket;

/// What a supplied remaining amount stands in for.
pub(super) fn supplied(bucket: &Bucket) -> Sentence {
    if bucket.is_supplied_beside_usage() {
        say!("card.supplied.instead", used = bucket.used, other = bucket.other_used)
    } else {
        say!("card.supplied.alone")
    }
}
