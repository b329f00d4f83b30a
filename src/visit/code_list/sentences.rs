//! What is said about a code's row, wherever a code is judged.

use crate::ground::procedure::HcpcsCode;
use crate::ground::sentence::{Sentence, say};

/// A code that only a draft row lists.
pub(crate) fn unconfirmed(code: HcpcsCode) -> Sentence {
    say!("notice.unconfirmed-code", code = code)
}
