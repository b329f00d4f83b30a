//! What a text is, in an answer.

use crate::claims::x12::shape::file;
use crate::ground::env::Env;
use crate::ground::packed::{Out, Reader, Refusal, tokens as object};

use super::{identify, sentences};

/// `identifyX12` of the public contract.
///
/// # Errors
/// `wrong-type` for what is no text, `x12-invalid` for text that is no X12.
#[cfg_attr(small, optimize(size))]
pub(crate) fn identify_x12(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let identity = identify(env.tables, file(from)?)?;
    object!(out, {
        "kind" => out.option(identity.kind, |out, kind| out.fixed(kind.as_str())),
        "message" => env.say(out, &sentences::identity(&identity)),
        "date" => out.option(identity.date, Out::date),
        "patients" => out.each(identity.patients.iter(), |out, (patient, positions)| object!(out, {
            "name" => out.str(&patient.name),
            "memberId" => out.option(patient.member_id.as_deref(), Out::str),
            "positions" => out.each(positions, |out, position| out.count(*position)),
        })),
    });
    Ok(())
}
