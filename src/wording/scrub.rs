//! What is said about claims before they go out.

use crate::money::Money;

/// The patient's year is not known.
pub const YEAR_UNKNOWN: &str =
    "Nothing is known of what this patient has used, so whether KX belongs on these lines is not judged; the rest of each line is.";
/// The line cannot be placed in a year.
pub const NO_DATE: &str = "The line has no date of service, so it cannot go out, and nothing else of it is judged.";
/// Another payer's claim.
pub const NOT_MEDICARE: &str = "The claim is not filed under Medicare Part B, so KX on its lines is not judged.";

/// The line counts nothing, because its amount is not known.
pub fn amount_unknown(code: &str, before: Option<Money>) -> String {
    let left = before.map(|left| format!(": {} was left before it", left.in_dollars())).unwrap_or_default();
    format!("What Medicare allows for {code} is not known, so whether this line crosses the threshold is not known either{left}.")
}

/// How many lines have what to look at, the gravest kind of each.
pub fn summary(errors: usize, warnings: usize, notes: usize, clean: usize) -> String {
    let all: usize = [errors, warnings, notes, clean].iter().sum();
    if all == 0 {
        return "There is no therapy line in these claims.".to_owned();
    }
    let parts: Vec<String> =
        [(errors, "with an error"), (warnings, "with a warning"), (notes, "with a note"), (clean, "without a finding")]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
    let lines = if all == 1 { "1 therapy line".to_owned() } else { format!("{all} therapy lines") };
    format!("{lines}: {}.", super::list(&parts))
}
