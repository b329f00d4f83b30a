//! What is said about a code's row, wherever a code is judged.

use crate::ground::procedure::HcpcsCode;
use crate::ground::sentence::{Argument, Sentence, say};
use crate::ground::tables::NotInEffect;
use crate::visit::policy::CodeList;

use super::{OfOthers, disciplines};

/// What a code list is called.
pub(crate) fn list_name(list: CodeList) -> Sentence {
    match list {
        CodeList::Documented => say!("code-list.documented"),
        CodeList::Cms => say!("code-list.cms"),
    }
}

/// A code that a list has for others than who treats. What Medicare's list has for others alone is theirs; a host's list says no more than
/// what it adds KX to.
#[cold]
#[inline(never)]
pub(crate) fn of_others(OfOthers { code, list, bill, own }: OfOthers) -> Sentence {
    let disciplines = disciplines(bill).collect::<Argument>();
    match list {
        CodeList::Cms => say!("code-list.of-another", code = code, disciplines = disciplines, own = own),
        CodeList::Documented => say!("code-list.of-others", list = list_name(list), code = code, disciplines = disciplines, own = own),
    }
}

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
