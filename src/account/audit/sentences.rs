//! The sentences of an audit. Each says by which order it holds: by the day the payer processed the line, or by its date of service.

use crate::ground::discipline::Discipline;
use crate::ground::money::Money;
use crate::ground::procedure::Modifier;
use crate::ground::sentence::{Argument, Sentence, say};

use crate::visit::code_list::sentences::not_in_effect;
use crate::visit::standing::sentences::balance;
use crate::visit::usage::EntryStatus;

use super::lines::{AuditLine, AuditedLine, NotCounted};

fn order(line: &AuditLine) -> Sentence {
    match line.posted {
        Some(day) => say!("audit.order.posted", day = day),
        None => say!("audit.order.date", day = line.date),
    }
}

fn bucket(one: &AuditedLine<'_>) -> Argument {
    one.service_type.map_or_else(|| say!("bucket.unknown").into(), Argument::from)
}

fn left(amount: Option<Money>) -> Money {
    amount.unwrap_or_default()
}

/// Why the line does not count.
pub(super) fn not_counted(reason: NotCounted, line: &AuditLine) -> Sentence {
    match reason {
        NotCounted::Void => say!("audit.not-counted.void"),
        NotCounted::NotInEffect(why) => not_in_effect(line.code, why),
        NotCounted::NotTherapy => say!("audit.not-counted.not-therapy", code = line.code),
        NotCounted::NoServiceType if line.is_in_note() && line.plans_of_care().is_empty() => say!("audit.not-counted.in-note"),
        NotCounted::NoServiceType if line.plans_of_care().is_empty() => say!("audit.not-counted.no-plan"),
        NotCounted::NoServiceType => say!("audit.not-counted.no-service-type"),
        NotCounted::UnknownYear => say!("audit.not-counted.unknown-year", year = line.date.year()),
    }
}

/// A payment that is taken back, on both lines where they are known.
pub(super) fn reversal(one: &AuditedLine<'_>) -> Sentence {
    let amount = Money::ZERO.minus(one.line.allowed);
    match one.counterpart {
        None => say!("audit.reversal.plain", amount = amount),
        Some(day) if one.line.is_reversal() => say!("audit.reversal.line", amount = amount, day = day),
        Some(day) => say!("audit.reversed", day = day),
    }
}

/// What others used counts from the year's first line, since its days are not known.
pub(super) fn others(amount: Money) -> Sentence {
    say!("audit.others", amount = amount)
}

/// What is said of a line, and what others used where the balance has it. A line that waits for the payer comes behind all of that, whatever
/// its days.
fn with_others(one: &AuditedLine<'_>, what: Sentence) -> Sentence {
    if one.others == Money::ZERO || one.line.status != EntryStatus::Adjudicated {
        what
    } else {
        say!("audit.with-others", what = what, others = others(one.others))
    }
}

/// KX is due and absent. On a claim that has not gone out it is still to be decided.
pub(super) fn missing(one: &AuditedLine<'_>) -> Sentence {
    let before = left(one.before);
    let is_pending = one.line.status == EntryStatus::Pending;
    if before.is_above_zero() {
        return if is_pending { say!("audit.check-kx.claim") } else { say!("audit.missing-kx.claim") };
    }
    let (bucket, balance, order) = (bucket(one), balance(before), order(one.line));
    if is_pending {
        return say!("audit.check-kx.bucket", bucket = bucket, balance = balance, order = order);
    }
    with_others(one, say!("audit.missing-kx.bucket", bucket = bucket, balance = balance, order = order))
}

/// KX is present while something was left.
pub(super) fn early(one: &AuditedLine<'_>) -> Sentence {
    with_others(one, say!("audit.early-kx", before = left(one.before), bucket = bucket(one), order = order(one.line)))
}

/// The line crosses without KX.
pub(super) fn crossing(one: &AuditedLine<'_>) -> Sentence {
    let over = one.line.allowed.minus(left(one.before));
    // Nobody decides any more about what the payer has processed.
    let follows = match one.line.status {
        EntryStatus::Adjudicated => say!("audit.crossing.processed"),
        _ => say!("notice.crosses-threshold.unsettled"),
    };
    with_others(one, say!("audit.crossing", bucket = bucket(one), over = over, order = order(one.line), follows = follows))
}

/// More modifiers than places.
pub(super) fn too_many(line: &AuditLine) -> Sentence {
    say!("audit.too-many-modifiers", number = line.modifiers.len())
}

/// No GP, GO or GN.
pub(super) const fn plan_missing(has_kx: bool) -> Sentence {
    if has_kx { say!("audit.plan-missing.kx") } else { say!("audit.plan-missing.plain") }
}

/// A plan of care that contradicts the line's bucket or another modifier.
pub(super) fn plan_conflict(discipline: Discipline, one: &AuditedLine<'_>) -> Sentence {
    if Some(discipline.service_type()) == one.service_type {
        say!("audit.plan-conflict.two", modifiers = all(one.line))
    } else {
        say!("audit.plan-conflict.bucket", modifier = discipline.plan_of_care_modifier(), bucket = bucket(one))
    }
}

/// CQ with GO, or CO with GP.
pub(super) fn assistant_conflict(modifier: Modifier, line: &AuditLine) -> Sentence {
    say!("audit.assistant-conflict", modifier = modifier, modifiers = all(line))
}

/// Repeated modifiers.
pub(super) fn repeated(modifiers: &[Modifier]) -> Sentence {
    say!("audit.repeated-modifier", modifiers = modifiers.iter().copied().collect::<Argument>())
}

fn all(line: &AuditLine) -> String {
    line.modifiers.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}
