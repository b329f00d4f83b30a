//! The therapy lines of a claim file in an answer, each ready to be decided.

use crate::claims::x12::shape::{file, patient, unread};
use crate::ground::env::Env;
use crate::ground::packed::{Out, Reader, Refusal, tokens as object};

use super::line::ClaimLine;
use super::reader::read;

/// `readClaim837` of the public contract.
///
/// # Errors
/// `wrong-type` for what is no text, `x12-invalid` for text that is no X12; never for odd content.
#[cfg_attr(small, optimize(size))]
pub(crate) fn read_claim837(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let read = read(env.tables, file(from)?)?;
    object!(out, {
        "claims" => out.each(&read.claims, |out, claim| object!(out, {
            "id" => out.str(&claim.id),
            "type" => out.fixed(claim.claim_type.as_str()),
            "frequency" => out.str(&claim.frequency),
            "payer" => out.option(claim.payer.as_deref(), Out::str),
            "medicare" => out.bool(claim.medicare),
            "patient" => patient(out, &claim.patient),
            "lines" => out.each(&claim.lines, line),
        })),
        "skipped" => unread(&read.skipped, env, out),
    });
    Ok(())
}

fn line(out: &mut Out, line: &ClaimLine) {
    object!(out, {
        "id" => out.str(&line.id),
        "date" => out.option(line.date, Out::date),
        "code" => out.str(line.code.as_str()),
        "modifiers" => out.modifiers(line.modifiers.iter().copied()),
        "charge" => out.money(line.charge),
        "units" => out.float(line.units),
        "note" => out.option(line.note.as_deref(), Out::str),
    });
}
