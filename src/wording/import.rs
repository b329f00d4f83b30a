//! What accepting a read file would change, entry by entry, bucket by bucket and line by line.

use crate::coverage::Program;
use crate::decision::{Action, Context};
use crate::import::{Change, LineChange, Merge};
use crate::money::Money;
use crate::standing::Bucket;
use crate::usage::UsageEntry;

/// What a read entry does, and where it counts.
pub fn entry(entry: &UsageEntry, change: Change, context: &Context) -> String {
    let bucket = entry.service_type.as_str();
    let (amount, day) = (entry.allowed.in_dollars(), entry.date);
    let what = match change {
        Change::Unchanged => return format!("{amount} of {day} ({bucket}) is there already; nothing changes."),
        Change::Added => format!("{amount} of {day} is added to {bucket}"),
        Change::TakesBack => format!("{} of {day} is taken back from {bucket}", Money::ZERO.minus(entry.allowed).in_dollars()),
        Change::Replaces(was) => format!("{amount} of {day} ({bucket}) replaces {}, read before", was.in_dollars()),
        Change::Settles(was) => format!("{amount} of {day} ({bucket}) replaces the pending {}", was.in_dollars()),
    };
    let elsewhere = entry.program.is_some_and(|program| program != context.coverage.program);
    if elsewhere {
        let program = if entry.program == Some(Program::Advantage) { "Medicare Advantage" } else { "Medicare Part B" };
        format!("{what}; it was billed to {program} and does not count under this coverage.")
    } else if entry.date.year() != context.date.year() {
        format!("{what}; it counts toward {}, not {}.", entry.date.year(), context.date.year())
    } else {
        format!("{what}.")
    }
}

/// A claim that another payment has paid already.
pub fn counted_again(entry: &UsageEntry) -> String {
    format!(
        "Claim {} has a service of {} that an earlier payment counts already, and nothing takes that one back: look whether it would count twice.",
        entry.claim.as_deref().unwrap_or_default(),
        entry.date
    )
}

/// What happens to a bucket.
pub fn bucket(before: &Bucket, after: &Bucket) -> String {
    let name = after.service_type.as_str();
    if before.remaining == after.remaining {
        format!("{name}: {} left, as before.", after.remaining.in_dollars())
    } else {
        format!("{name}: {} left instead of {}.", after.remaining.in_dollars(), before.remaining.in_dollars())
    }
}

/// What happens to a line.
pub fn line(change: &LineChange) -> String {
    let code = change.code;
    if change.calls_for_kx() {
        return format!("{code}: {}", change.after.tooltip);
    }
    let off = if matches!(change.before.action, Action::Suggest) { "KX is not suggested any more" } else { "KX is taken off" };
    let why = change.after.conditions.iter().find(|condition| !condition.met).map(|condition| condition.explanation.as_str());
    format!("{code}: {off}. {}", why.unwrap_or_default())
}

/// What accepting does, in a word. `figures`: a checked figure was read.
pub fn summary(merge: &Merge, figures: bool, changes: bool, lines: usize) -> String {
    if merge.changes.is_empty() && !figures {
        return "Nothing was read that counts toward a threshold, so nothing changes.".to_owned();
    }
    if !changes {
        return "Nothing changes: all of it is there already.".to_owned();
    }
    let count = |is: fn(&Change) -> bool| merge.changes.iter().filter(|change| is(change)).count();
    let mut parts: Vec<String> = Vec::new();
    let mut say = |count: usize, one: &str, many: &str| {
        // The first of them says what is counted.
        let what = match (parts.is_empty(), count) {
            (false, _) => "",
            (true, 1) => " amount",
            (true, _) => " amounts",
        };
        match count {
            0 => {}
            1 => parts.push(format!("1{what} {one}")),
            _ => parts.push(format!("{count}{what} {many}")),
        }
    };
    say(count(|change| *change == Change::Added), "is added", "are added");
    say(count(|change| matches!(change, Change::Settles(_))), "takes the place of a pending one", "take the place of pending ones");
    say(count(|change| matches!(change, Change::Replaces(_))), "replaces what was read before", "replace what was read before");
    say(count(|change| *change == Change::TakesBack), "takes an earlier one back", "take earlier ones back");
    say(count(|change| *change == Change::Unchanged), "is there already", "are there already");
    if figures {
        parts.push("what other providers used is entered from Medicare's own figure".to_owned());
    }
    let open = match lines {
        0 => "No open line is decided otherwise.".to_owned(),
        1 => "1 open line is decided otherwise.".to_owned(),
        _ => format!("{lines} open lines are decided otherwise."),
    };
    format!("{}. {open}", super::sentence_start(&super::list(&parts)))
}
