//! What a denied line was denied for, and what to do about it. A channel is never said to be certain, and nobody is told to bill the patient.

use crate::account::both::and;
use crate::ground::calendar::ServiceDate;
use crate::ground::procedure::Modifier;
use crate::ground::sentence::{Argument, Sentence, say};
use crate::visit::standing::sentences::balance;

use super::denial::{Channel, Denial, Entry, Verdict};

/// What there is, with the line.
#[cfg_attr(small, optimize(size))]
pub(crate) fn message(denial: &Denial<'_>) -> Sentence {
    let entry = denial.entry;
    say!("rework.line", code = entry.code, day = entry.date, what = what(denial))
}

#[cfg_attr(small, optimize(size))]
fn what(denial: &Denial<'_>) -> Sentence {
    let entry = denial.entry;
    let left = denial.remaining.unwrap_or_default();
    match denial.verdict {
        Verdict::NotThreshold if entry.reasons.is_empty() => say!("rework.not-threshold.plain"),
        Verdict::NotThreshold => {
            say!("rework.not-threshold", reasons = entry.reasons.iter().map(String::as_str).collect::<Argument>())
        }
        Verdict::NotTherapy => say!("rework.not-therapy", code = entry.code),
        Verdict::HasKx => say!("rework.has-kx"),
        Verdict::BilledAsNotNecessary => say!("rework.billed-as-not-necessary", modifier = entry.opposing_modifier().map(Argument::from)),
        Verdict::BelowThreshold => say!("rework.below-threshold", remaining = left, bucket = entry.service_type),
        Verdict::KxMissing if is_in_note(entry) => say!("rework.kx-missing.in-note", bucket = entry.service_type, balance = balance(left)),
        Verdict::KxMissing => say!("rework.kx-missing", bucket = entry.service_type, balance = balance(left)),
    }
}

/// Modifiers that are not seen may be in the claim's note, KX too.
#[cfg_attr(small, optimize(size))]
fn is_in_note(entry: &Entry) -> bool {
    entry.modifiers.contains(&Modifier::IN_NOTE)
}

/// What a channel is open for, and through which day.
#[cfg_attr(small, optimize(size))]
pub(crate) fn by_when(channel: Channel, last_day: Option<ServiceDate>) -> Sentence {
    match (channel, last_day) {
        (Channel::Reopening, Some(day)) => say!("rework.channel.reopening.by", day = day),
        (Channel::Reopening, None) => say!("rework.channel.reopening"),
        (Channel::Adjustment, Some(day)) => say!("rework.channel.adjustment.by", day = day),
        (Channel::Adjustment, None) => say!("rework.channel.adjustment"),
    }
}

/// Through which day an appeal is open.
#[cfg_attr(small, optimize(size))]
pub(crate) fn appeal_by(day: ServiceDate) -> Sentence {
    say!("rework.appeal.by", day = day)
}

/// What to do, and by when.
#[cfg_attr(small, optimize(size))]
pub(crate) fn next_step(denial: &Denial<'_>) -> Sentence {
    let entry = denial.entry;
    if entry.is_advantage {
        let first = first_step(denial);
        return and(first, say!("rework.next.advantage"));
    }
    let by_when = match (denial.channel, denial.last_day.or(denial.appeal_by)) {
        (Some(_), Some(day)) if denial.is_late => Some(say!("rework.channel.late", day = day)),
        (None, Some(day)) if denial.is_late => Some(say!("rework.appeal.late", day = day)),
        (Some(channel), _) => Some(by_when(channel, denial.last_day)),
        (None, day) => day.map(appeal_by),
    };
    match by_when {
        Some(by_when) => and(first_step(denial), by_when),
        None => first_step(denial),
    }
}

#[cfg_attr(small, optimize(size))]
fn first_step(denial: &Denial<'_>) -> Sentence {
    match denial.verdict {
        Verdict::NotThreshold => say!("rework.next.not-threshold"),
        Verdict::NotTherapy => say!("rework.next.not-therapy"),
        Verdict::HasKx => say!("rework.next.has-kx"),
        Verdict::BilledAsNotNecessary if denial.entry.opposing_modifier() == Some(Modifier::GA) => say!("rework.next.billed-with-ga"),
        Verdict::BilledAsNotNecessary => say!("rework.next.billed-as-not-necessary"),
        Verdict::BelowThreshold => say!("rework.next.below-threshold"),
        Verdict::KxMissing if denial.left_off => say!("rework.next.left-off"),
        Verdict::KxMissing if is_in_note(denial.entry) => say!("rework.next.in-note"),
        Verdict::KxMissing if denial.attested => say!("rework.next.attested"),
        Verdict::KxMissing => say!("rework.next.kx-missing"),
    }
}
