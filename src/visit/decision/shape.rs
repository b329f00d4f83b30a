//! A decision in an answer, whole or as what a list needs of it.

use crate::ground::env::Env;
use crate::ground::error::Error;
use crate::ground::packed::{Out, Reader, Refusal, object};
use crate::ground::tables::RULES_VERSION;
use crate::visit::context::shape::decision as read;
use crate::visit::{documentation, standing};

use super::decide::{Decision, decide as decide_line};
use super::facts::Facts;
use super::notices::{Notice, NoticeCode};

/// `Decision` of the public contract.
pub(crate) fn write(decision: &Decision, env: &Env<'_>, out: &mut Out) {
    object!(out, {
        "action" => out.fixed(decision.action.as_str()),
        "state" => out.fixed(decision.state.as_str()),
        "wayOut" => ways_out(decision, env, out),
        "modifiers" => out.modifiers(decision.modifiers.iter()),
        "serviceType" => out.option(decision.service_type, |out, one| out.fixed(one.as_str())),
        "standing" => out.option(decision.standing, |out, one| out.fixed(one.as_str())),
        "conditions" => out.each(&decision.conditions, |out, one| object!(out, {
            "id" => out.fixed(one.id.as_str()),
            "met" => out.bool(one.met),
            "explanation" => env.say(out, &one.explanation),
        })),
        "tooltip" => match &decision.tooltip {
            Some(tooltip) => env.say(out, tooltip),
            None => out.fixed(""),
        },
        "notices" => notices(&decision.notices, env, out),
        "thresholds" => out.option(decision.buckets.as_ref(), |out, both| standing::shape::write(both, env, out)),
        "documentation" => out.option(decision.checklist.as_ref(), |out, list| documentation::shape::write(list, env, out)),
        "basis" => {
            let basis = &decision.basis;
            object!(out, {
                "rules" => out.fixed(RULES_VERSION),
                "packs" => out.each(&env.tables.packs, |out, id| out.str(id)),
                "year" => out.integer(basis.year.number().into()),
                "remaining" => out.option(basis.remaining, |out, (amount, _)| out.money(amount)),
                "remainingSource" => out.option(basis.remaining, |out, (_, source)| out.fixed(source.as_str())),
                "asOf" => out.option(basis.as_of, Out::date),
            });
        },
    });
}

#[cold]
#[inline(never)]
fn ways_out(decision: &Decision, env: &Env<'_>, out: &mut Out) {
    out.each(decision.ways_out.iter().flatten(), |out, one| {
        object!(out, {
            "action" => out.fixed(one.action.as_str()),
            "modifiers" => out.modifiers(one.applied_to(decision.modifiers).iter()),
            "label" => env.say(out, &one.label()),
        })
    });
}

/// `Notice` of the public contract, in a list.
pub(crate) fn notices<'n>(notices: impl IntoIterator<Item = &'n Notice>, env: &Env<'_>, out: &mut Out) {
    out.each(notices, |out, Notice { code, message }| {
        object!(out, {
            "code" => out.fixed(NoticeCode::as_str(*code)),
            "severity" => out.fixed(code.severity().as_str()),
            "message" => env.say(out, message),
        })
    });
}

/// `Outcome` of the public contract: no sentence is made.
pub(crate) fn outcome(facts: &Facts<'_>, out: &mut Out) {
    let action = facts.action();
    let around = facts.remaining_around();
    object!(out, {
        "action" => out.fixed(action.as_str()),
        "modifiers" => out.modifiers(facts.modifiers_after(action).iter()),
        "serviceType" => out.option(facts.service_type, |out, one| out.fixed(one.as_str())),
        "standing" => out.option(facts.standing, |out, one| out.fixed(one.as_str())),
        "remaining" => out.option(around, |out, (before, _)| out.money(before)),
        "remainingAfter" => out.option(around, |out, (_, after)| out.money(after)),
    });
}

/// A year without an amount, where the date of service says it.
pub(crate) fn at_the_date(error: Error) -> Error {
    error.in_field("date").in_field("appointment")
}

/// `decide` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path.
pub(crate) fn decide(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let (line, context) = read(from)?;
    write(&decide_line(env.tables, &line, &context).map_err(at_the_date)?, env, out);
    Ok(())
}

/// One request of `decideAll`, answered as `{ decision }` or `{ error }`.
///
/// # Errors
/// None.
pub(crate) fn decide_one(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let decided = read(from).and_then(|(line, context)| Ok(decide_line(env.tables, &line, &context).map_err(at_the_date)?));
    match decided {
        Ok(decision) => object!(out, { "decision" => write(&decision, env, out) }),
        Err(refusal) => object!(out, { "error" => refusal.write(out) }),
    }
    Ok(())
}

/// One request of `decideAll` with `{ answer: "outcome" }`, answered as `{ outcome }` or `{ error }`.
///
/// # Errors
/// None.
pub(crate) fn outcome_of_one(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let context_of = read(from).and_then(|(line, context)| {
        let buckets = context.buckets(env.tables).map_err(at_the_date)?;
        Ok((line, context, buckets))
    });
    match context_of {
        Ok((line, context, buckets)) => {
            let facts = Facts::new(env.tables, &line, &context, context.setting, buckets);
            object!(out, { "outcome" => outcome(&facts, out) });
        }
        Err(refusal) => object!(out, { "error" => refusal.write(out) }),
    }
    Ok(())
}
