//! The therapy lines of a remittance in an answer, each ready for `usage.entries`.

use crate::claims::x12::shape::{file, patient, unread};
use crate::ground::env::Env;
use crate::ground::packed::{Out, Reader, Refusal, tokens as object};
use crate::visit::usage::EntryStatus;

use super::entry::RemittanceLine;
use super::reader::read;

/// `readRemittance835` of the public contract.
///
/// # Errors
/// `wrong-type` for what is no text, `x12-invalid` for text that is no X12; never for odd content.
#[cfg_attr(small, optimize(size))]
pub(crate) fn read_remittance835(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let read = read(file(from)?)?;
    object!(out, {
        "entries" => out.each(&read.lines, entry),
        "skipped" => unread(&read.skipped, env, out),
    });
    Ok(())
}

/// An entry, with the day of payment or without.
macro_rules! entry {
    ($out:ident, $line:ident $(, $posted:literal => $day:expr)?) => {
        object!($out, {
            "id" => $out.str(&$line.id),
            "date" => $out.date($line.date),
            "serviceType" => $out.fixed($line.service_type.as_str()),
            "allowed" => $out.money($line.allowed),
            "status" => $out.fixed(EntryStatus::Adjudicated.as_str()),
            "program" => $out.fixed($line.program.as_str()),
            $($posted => $out.date($day),)?
            "code" => $out.str($line.code.as_str()),
            "modifiers" => $out.modifiers($line.modifiers.iter().copied()),
            "claim" => $out.str(&$line.claim),
            "denied" => $out.bool($line.denied),
            "allowedFrom" => $out.fixed($line.allowed_from.as_str()),
            "reasons" => $out.each(&$line.reasons, |out, reason| out.str(reason)),
            "patient" => patient($out, &$line.patient),
        })
    };
}

/// The day of payment is left out where it is not known.
fn entry(out: &mut Out, line: &RemittanceLine) {
    match line.posted {
        Some(day) => entry!(out, line, "posted" => day),
        None => entry!(out, line),
    }
}
