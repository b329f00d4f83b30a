//! What an audited line gives someone to look at.

use crate::code_list;
use crate::discipline::Discipline;
use crate::notice::Severity;
use crate::policy::{CrossingLine, Policy};
use crate::procedure::{Modifier, Modifiers, repeated};
use crate::wording::{Sentence, audit as wording};

use super::{AuditLine, AuditedLine, Finding, KxVerdict, NotCounted, has_kx, not_counted};

/// The findings of one line, the gravest first.
pub(super) fn of(one: &AuditedLine, line: &AuditLine, policy: &Policy) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut say =
        |code: &'static str, severity: Severity, message: Sentence| found.push(Finding { position: one.position, code, severity, message });

    if let Some(reason) = not_counted(line, policy) {
        let (code, severity) = match reason {
            NotCounted::Void => ("void", Severity::Info),
            NotCounted::NotTherapy => ("not-therapy", Severity::Info),
            NotCounted::UnknownYear => ("unknown-year", Severity::Error),
            NotCounted::NoServiceType if plan_of_care(line).is_empty() => ("therapy-modifier-missing", Severity::Warning),
            NotCounted::NoServiceType => ("therapy-modifier-conflict", Severity::Error),
        };
        say(code, severity, wording::not_counted(reason, line));
    }
    match one.kx {
        KxVerdict::Missing => say("missing-kx", Severity::Error, wording::missing(one, line)),
        KxVerdict::Early => say("early-kx", Severity::Warning, wording::early(one, line)),
        KxVerdict::Crossing if policy.crossing_line != CrossingLine::Ignore => {
            say("crossing-without-kx", Severity::Warning, wording::crossing(one, line))
        }
        _ => {}
    }
    if one.kx == KxVerdict::Missing && line.kx_declined.is_some() {
        say("kx-declined", Severity::Error, wording::declined(line));
    }
    if line.modifiers.len() > Modifiers::PLACES {
        say("too-many-modifiers", Severity::Error, wording::too_many(line));
    }
    if one.standing.is_some() {
        modifiers(one, line, &mut say);
        let is_draft = one.service_type.is_some_and(|service_type| code_list::listing(line.code, service_type, policy).is_draft());
        if is_draft {
            say("unconfirmed-code", Severity::Warning, wording::unconfirmed(line));
        }
    }
    let repeated = repeated(&line.modifiers);
    if !repeated.is_empty() {
        say("repeated-modifier", Severity::Info, wording::repeated(&repeated));
    }
    let of = |severity: Severity| found.iter().filter(move |finding| finding.severity == severity).cloned();
    of(Severity::Error).chain(of(Severity::Warning)).chain(of(Severity::Info)).collect()
}

/// What the modifiers of a line that counts say against each other.
fn modifiers(one: &AuditedLine, line: &AuditLine, say: &mut impl FnMut(&'static str, Severity, Sentence)) {
    let opposing = line.modifiers.iter().find(|modifier| Modifier::OPPOSING.contains(modifier));
    if let Some(opposing) = opposing
        && (has_kx(line) || one.due)
    {
        say("opposing-modifier", Severity::Error, wording::opposing(*opposing, has_kx(line)));
    }
    let named = plan_of_care(line);
    if named.is_empty() {
        say("therapy-modifier-missing", Severity::Warning, wording::plan_missing(has_kx(line)));
    }
    // Two plans of care on a line, a plan of the other bucket, or an assistant of another discipline than the plan's.
    let of_other_bucket = named.iter().find(|discipline| Some(discipline.service_type()) != one.service_type);
    let assistant = [(Modifier::CQ, Discipline::Pt), (Modifier::CO, Discipline::Ot)]
        .into_iter()
        .find(|(modifier, own)| line.modifiers.contains(modifier) && !named.is_empty() && !named.contains(own));
    if let Some(discipline) = of_other_bucket.or_else(|| named.get(1)) {
        say("therapy-modifier-conflict", Severity::Error, wording::plan_conflict(*discipline, one, line));
    } else if let Some((modifier, _)) = assistant {
        say("therapy-modifier-conflict", Severity::Error, wording::assistant_conflict(modifier, line));
    }
}

/// The disciplines whose plans of care the line names, each once.
fn plan_of_care(line: &AuditLine) -> Vec<Discipline> {
    let mut named = Vec::new();
    for discipline in line.modifiers.iter().filter_map(|modifier| Discipline::of_modifier(*modifier)) {
        if !named.contains(&discipline) {
            named.push(discipline);
        }
    }
    named
}
