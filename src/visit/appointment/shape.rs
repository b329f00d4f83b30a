//! The decisions for the lines of one appointment, in an answer.

use crate::ground::env::Env;
use crate::ground::packed::{Out, Reader, Refusal, object};
use crate::visit::card;
use crate::visit::context::shape::appointment as read;
use crate::visit::decision::Action;
use crate::visit::decision::shape::{at_the_date, write};

use super::decide_appointment as decide_lines;

/// `decideAppointment` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path; `duplicate-id` where two lines have one id.
pub(crate) fn decide_appointment(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let (lines, context) = read(from)?;
    let answer = decide_lines(env.tables, &lines, &context).map_err(at_the_date)?;
    let unresolved = answer.decisions.iter().enumerate().filter(|(_, decision)| decision.action == Action::Suggest);
    object!(out, {
        "decisions" => out.each(&answer.decisions, |out, decision| write(decision, env, out)),
        "thresholdsAfter" => card::shape::write_of(answer.buckets_after.as_ref(), &context, env, out),
        "unresolved" => out.each(unresolved, |out, (position, _)| out.count(position)),
    });
    Ok(())
}
