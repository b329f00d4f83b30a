//! What is said about a code's row, wherever a code is judged.

use crate::ground::procedure::HcpcsCode;
use crate::ground::sentence::{Sentence, say};
use crate::ground::tables::NotInEffect;

/// A code that only a draft row lists.
pub(crate) fn unconfirmed(code: HcpcsCode) -> Sentence {
    say!("notice.unconfirmed-code", code = code)
}

/// A code that is no therapy code on the day of service.
pub(crate) fn not_in_effect(code: HcpcsCode, why: NotInEffect) -> Sentence {
    match why {
        NotInEffect::Before(day) => say!("code-not-in-effect.before", code = code, day = day),
        NotInEffect::After(day) => say!("code-not-in-effect.after", code = code, day = day),
    }
}
