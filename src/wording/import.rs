//! What accepting a read file would change, entry by entry, bucket by bucket and line by line.

use crate::coverage::Program;
use crate::decision::{Action, Context};
use crate::import::{Change, LineChange};
use crate::money::Money;
use crate::standing::Bucket;
use crate::usage::UsageEntry;

use super::{Sentence, say};

/// What a read entry does, and where it counts.
pub fn entry(entry: &UsageEntry, change: Change, context: &Context) -> Sentence {
    let (amount, day, bucket) = (entry.allowed, entry.date, entry.service_type);
    let what = match change {
        Change::Unchanged => return say!("import.entry.unchanged", amount = amount, day = day, bucket = bucket),
        Change::Added => say!("import.entry.added", amount = amount, day = day, bucket = bucket),
        Change::TakesBack => say!("import.entry.takes-back", amount = Money::ZERO.minus(amount), day = day, bucket = bucket),
        Change::Replaces(was) => say!("import.entry.replaces", amount = amount, day = day, bucket = bucket, was = was),
        Change::Settles(was) => say!("import.entry.settles", amount = amount, day = day, bucket = bucket, was = was),
    };
    let elsewhere = entry.program.is_some_and(|program| program != context.coverage.program);
    if elsewhere {
        let program =
            if entry.program == Some(Program::Advantage) { say!("program.medicare-advantage") } else { say!("program.medicare-part-b") };
        say!("import.entry.elsewhere", what = what, program = program)
    } else if day.year() != context.date.year() {
        say!("import.entry.other-year", what = what, own = day.year(), year = context.date.year())
    } else {
        say!("import.entry.counts", what = what)
    }
}

/// A claim that another payment has paid already.
pub fn counted_again(entry: &UsageEntry) -> Sentence {
    say!("import.counted-again", claim = entry.claim.as_deref(), day = entry.date)
}

/// What happens to a bucket.
pub fn bucket(before: &Bucket, after: &Bucket) -> Sentence {
    let bucket = after.service_type;
    if before.remaining == after.remaining {
        say!("import.bucket.same", bucket = bucket, after = after.remaining)
    } else {
        say!("import.bucket.changed", bucket = bucket, after = after.remaining, before = before.remaining)
    }
}

/// What happens to a line.
pub fn line(change: &LineChange) -> Sentence {
    let code = change.code;
    if change.calls_for_kx() {
        return say!("import.line.calls", code = code, tooltip = change.after.tooltip.clone());
    }
    let why = change.after.conditions.iter().find(|condition| !condition.met).map(|condition| condition.explanation.clone());
    if matches!(change.before.action, Action::Suggest) {
        say!("import.line.withdrawn", code = code, why = why)
    } else {
        say!("import.line.off", code = code, why = why)
    }
}
