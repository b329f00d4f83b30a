//! What an eligibility response says, in an answer.

use crate::claims::x12::shape::{file, patient, unread};
use crate::ground::env::Env;
use crate::ground::packed::{Out, Reader, Refusal, tokens as object};

use super::reader::read;

/// `readEligibility271` of the public contract.
///
/// # Errors
/// `wrong-type` for what is no text, `x12-invalid` for text that is no X12; never for odd content.
#[cfg_attr(small, optimize(size))]
pub(crate) fn read_eligibility271(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let read = read(file(from)?)?;
    object!(out, {
        "amounts" => out.each(&read.amounts, |out, one| object!(out, {
            "serviceType" => out.fixed(one.amount.service_type.as_str()),
            "kind" => out.fixed(one.amount.kind.as_str()),
            "amount" => out.money(one.amount.amount),
            "from" => out.option(one.amount.from, Out::date),
            "to" => out.option(one.amount.to, Out::date),
            "segment" => out.str(&one.segment),
            "patient" => patient(out, &one.patient),
        })),
        "unread" => unread(&read.unread, env, out),
    });
    Ok(())
}
