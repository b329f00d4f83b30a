//! What is said of a record. People count its entries from one.

use crate::ground::sentence::{Sentence, say};

use super::fault::Fault;

/// What is found at an entry. `usual`: not at the first entry, where nothing stands before it; of an end that is not the known one, that
/// this one stands further up.
pub(super) fn of(fault: Fault, position: usize, usual: bool) -> Sentence {
    let number = position.saturating_add(1);
    match fault {
        Fault::Changed => say!("record.changed", number = number),
        Fault::Broken if usual => say!("record.broken", number = number),
        Fault::Broken => say!("record.broken.first"),
        Fault::Time => say!("record.time", number = number),
        Fault::Truncated if usual => say!("record.truncated.goes-on"),
        Fault::Truncated => say!("record.truncated"),
        Fault::Unanswered => say!("record.unanswered", number = number),
    }
}

/// Of an answer that does not fit what was asked.
pub(super) fn no_answer(position: usize) -> Sentence {
    say!("record.broken.answer", number = position.saturating_add(1))
}
