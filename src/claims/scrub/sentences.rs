//! What is said about claims before they go out.

use crate::ground::money::Money;
use crate::ground::procedure::HcpcsCode;
use crate::ground::sentence::{Argument, Sentence, say};

/// The patient's year is not known.
pub(super) const YEAR_UNKNOWN: Sentence = say!("scrub.year-unknown");
/// The line cannot be placed in a year.
pub(super) const NO_DATE: Sentence = say!("scrub.no-date");
/// Another payer's claim.
pub(super) const NOT_MEDICARE: Sentence = say!("scrub.not-medicare");

/// The line counts nothing, because its amount is not known.
pub(super) fn amount_unknown(code: HcpcsCode, before: Option<Money>) -> Sentence {
    match before {
        Some(left) => say!("scrub.amount-unknown.left", code = code, left = left),
        None => say!("scrub.amount-unknown.plain", code = code),
    }
}

/// How many lines have what to look at, the gravest kind of each.
pub(super) fn summary(errors: usize, warnings: usize, notes: usize, clean: usize) -> Sentence {
    let all: usize = [errors, warnings, notes, clean].iter().sum();
    if all == 0 {
        return say!("scrub.no-line");
    }
    let parts: Argument = [
        (errors, say!("scrub.with-error", number = errors)),
        (warnings, say!("scrub.with-warning", number = warnings)),
        (notes, say!("scrub.with-note", number = notes)),
        (clean, say!("scrub.without-finding", number = clean)),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(_, part)| part)
    .collect();
    say!("scrub.summary", count = all, parts = parts)
}
