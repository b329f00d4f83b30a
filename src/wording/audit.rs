//! The sentences of an audit. Each says by which order it holds: by the day the payer processed the line, or by its date of service.

use crate::audit::{AuditLine, AuditedLine, NotCounted};
use crate::discipline::Discipline;
use crate::money::Money;
use crate::procedure::Modifier;

use super::list;

fn order(line: &AuditLine) -> String {
    match line.posted {
        Some(day) => format!("in the order of processing (posted {day})"),
        None => format!("in the order of dates of service ({})", line.date),
    }
}

fn bucket(one: &AuditedLine) -> &'static str {
    one.service_type.map_or("therapy", |service_type| service_type.as_str())
}

fn left(amount: Option<Money>) -> String {
    amount.unwrap_or_default().in_dollars()
}

/// Why the line does not count.
pub fn not_counted(reason: NotCounted, line: &AuditLine) -> String {
    match reason {
        NotCounted::Void => "The claim was taken back, so the line counts nothing.".to_owned(),
        NotCounted::NotTherapy => format!("{} is not a therapy code, so the line counts nothing and KX on it is not judged.", line.code),
        NotCounted::NoServiceType => {
            "No single GP, GO or GN says which threshold the line counts toward, so it counts nothing here.".to_owned()
        }
        NotCounted::UnknownYear => format!("No threshold amount is known for {}, so the line counts nothing here.", line.date.year()),
    }
}

/// KX is due and absent.
pub fn missing(one: &AuditedLine, line: &AuditLine) -> String {
    match one.before {
        Some(before) if before.is_above_zero() => {
            format!("KX is missing: other lines of its claim or its own amount call for it, {}.", order(line))
        }
        before => format!("KX is missing: {} was left of the {} threshold before this line, {}.", left(before), bucket(one), order(line)),
    }
}

/// KX is present while something was left.
pub fn early(one: &AuditedLine, line: &AuditLine) -> String {
    format!("Early KX: {} was still left of the {} threshold after this line, {}.", left(one.after), bucket(one), order(line))
}

/// The line crosses without KX.
pub fn crossing(one: &AuditedLine, line: &AuditLine) -> String {
    format!(
        "This line's {} goes over the {} that was left of the {} threshold, {}; KX on it is suggested, since no source settles a line that only partly exceeds it.",
        line.allowed.in_dollars(),
        left(one.before),
        bucket(one),
        order(line)
    )
}

/// A person left KX off.
pub fn declined(line: &AuditLine) -> String {
    format!(
        "KX was left off (\u{201c}{}\u{201d}); without it Medicare denies the line.",
        line.kx_declined.as_deref().unwrap_or_default().trim()
    )
}

/// More modifiers than places.
pub fn too_many(line: &AuditLine) -> String {
    format!("The line has {} modifiers; a claim line has four places.", line.modifiers.len())
}

/// GA, GZ or GY where KX is due or present.
pub fn opposing(modifier: Modifier, has_kx: bool) -> String {
    if has_kx {
        format!("{modifier} and KX are opposing modifiers and never stand together on a line.")
    } else {
        format!("KX is due, but {modifier} says the opposite: the two never stand together on a line.")
    }
}

/// No GP, GO or GN.
pub fn plan_missing(has_kx: bool) -> String {
    if has_kx { "KX stands without GP, GO or GN, which it is used beside.".to_owned() } else { "GP, GO or GN is missing.".to_owned() }
}

/// A plan of care that contradicts the line's bucket or another modifier.
pub fn plan_conflict(discipline: Discipline, one: &AuditedLine, line: &AuditLine) -> String {
    let modifier = discipline.plan_of_care_modifier();
    if Some(discipline.service_type()) == one.service_type {
        format!("The line names two plans of care ({}), so its service type is in doubt.", all(line))
    } else {
        format!("{modifier} contradicts the line's service type {}, which is in doubt.", bucket(one))
    }
}

/// CQ with GO, or CO with GP.
pub fn assistant_conflict(modifier: Modifier, line: &AuditLine) -> String {
    format!("{modifier} is the modifier of another discipline's assistant than the plan of care names ({}).", all(line))
}

/// A code that only a draft row lists.
pub fn unconfirmed(line: &AuditLine) -> String {
    format!("No source read so far confirms that {} is on Medicare's therapy code list.", line.code)
}

/// Repeated modifiers.
pub fn repeated(modifiers: &[Modifier]) -> String {
    let names: Vec<String> = modifiers.iter().map(ToString::to_string).collect();
    format!("{} stands on the line more than once.", list(&names))
}

fn all(line: &AuditLine) -> String {
    line.modifiers.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}
