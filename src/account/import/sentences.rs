//! What accepting a read file would change, entry by entry, bucket by bucket and line by line.

use crate::ground::money::Money;
use crate::ground::sentence::{Argument, Sentence, say};
use crate::visit::context::Context;
use crate::visit::coverage::Program;
use crate::visit::decision::{Action, ConditionId};
use crate::visit::standing::Bucket;
use crate::visit::standing::sentences::balance;
use crate::visit::usage::UsageEntry;

use super::lines::LineChange;
use super::merge::{Change, EntryChange, Merge};

/// What a read entry does, and where it counts.
pub(super) fn entry(entry: &UsageEntry, EntryChange { change, was }: EntryChange, context: &Context) -> Sentence {
    let (amount, day, bucket) = (entry.allowed, entry.date, entry.service_type);
    let what = match change {
        Change::Unchanged => return say!("import.entry.unchanged", amount = amount, day = day, bucket = bucket),
        Change::Added if amount == Money::ZERO => say!("import.entry.zero", day = day, bucket = bucket),
        Change::Added => say!("import.entry.added", amount = amount, day = day, bucket = bucket),
        Change::TakesBack => say!("import.entry.takes-back", amount = Money::ZERO.minus(amount), day = day, bucket = bucket),
        Change::Replaces => say!("import.entry.replaces", amount = amount, day = day, bucket = bucket, was = was),
        Change::Settles => say!("import.entry.settles", amount = amount, day = day, bucket = bucket, was = was),
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
pub(super) fn counted_again(entry: &UsageEntry) -> Sentence {
    say!("import.counted-again", claim = entry.claim.as_deref(), day = entry.date)
}

/// Lines that another payer paid first.
pub(super) fn secondary(lines: usize) -> Sentence {
    say!("import.secondary", count = lines)
}

/// What happens to a bucket.
pub(super) fn bucket(before: &Bucket, after: &Bucket) -> Sentence {
    let bucket = after.service_type;
    if before.remaining == after.remaining {
        say!("import.bucket.same", bucket = bucket, after = balance(after.remaining))
    } else {
        say!("import.bucket.changed", bucket = bucket, after = balance(after.remaining), before = balance(before.remaining))
    }
}

/// What happens to a line.
pub(super) fn line(change: &LineChange<'_>) -> Sentence {
    let code = change.line.line.code;
    if change.calls_for_kx() {
        return say!("import.line.calls", code = code, tooltip = change.after.tooltip.clone());
    }
    // That something is left goes before a preference that is off.
    let unmet = || change.after.conditions.iter().filter(|condition| !condition.met);
    let why = unmet().find(|condition| condition.id == ConditionId::ThresholdReached).or_else(|| unmet().next());
    let why = why.map(|condition| condition.explanation.clone());
    if matches!(change.before.action, Action::Suggest) {
        say!("import.line.withdrawn", code = code, why = why)
    } else {
        say!("import.line.off", code = code, why = why)
    }
}

/// What accepting does, in a word. `figures`: a checked figure was read.
#[cfg_attr(small, optimize(size))]
pub(super) fn summary(merge: &Merge, entries: &[UsageEntry], figures: bool, changes: bool, lines: usize) -> Sentence {
    if merge.changes.is_empty() && !figures {
        return say!("import.summary.nothing-read");
    }
    if !changes {
        return say!("import.summary.no-change");
    }
    let mut parts: Vec<Sentence> = Vec::new();
    let mut add = |change: Change, say: fn(usize, Argument) -> Sentence| {
        // A line of 0.00, such as a denied one, is kept and adds nothing.
        let is_counted =
            |(one, entry): &(&EntryChange, &UsageEntry)| one.change == change && (change != Change::Added || entry.allowed != Money::ZERO);
        let count = merge.changes.iter().zip(entries).filter(is_counted).count();
        if count > 0 {
            // The first of them says what is counted.
            let what = if parts.is_empty() { say!("import.summary.amounts", count = count).into() } else { count.into() };
            parts.push(say(count, what));
        }
    };
    add(Change::Added, |count, what| say!("import.summary.added", count = count, what = what));
    add(Change::Settles, |count, what| say!("import.summary.settles", count = count, what = what));
    add(Change::Replaces, |count, what| say!("import.summary.replaces", count = count, what = what));
    add(Change::TakesBack, |count, what| say!("import.summary.takes-back", count = count, what = what));
    add(Change::Unchanged, |count, what| say!("import.summary.unchanged", count = count, what = what));
    if figures {
        parts.push(say!("import.summary.figures"));
    }
    if parts.is_empty() {
        parts.push(say!("import.summary.zero"));
    }
    let open = match lines {
        // What others used counts before lines that are processed too.
        0 if figures => say!("import.summary.no-line.figures"),
        0 => say!("import.summary.no-line"),
        _ => say!("import.summary.lines", count = lines),
    };
    say!("import.summary", parts = parts.into_iter().collect::<Argument>(), open = open)
}
