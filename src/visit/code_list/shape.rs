//! Medicare's therapy codes for a code picker.

use crate::ground::calendar::ServiceDate;
use crate::ground::env::Env;
use crate::ground::packed::{FromPacked, Out, Reader, Refusal, object, shape};

shape! { struct Request { date: ServiceDate = "date" } }

/// `therapyCodes` of the public contract: each code with a few words of our own, ascending; with a day those of that day.
///
/// # Errors
/// What the request got wrong, with its path.
pub(crate) fn therapy_codes(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let day = if from.nothing() { None } else { Request::read(from)?.date };
    let listed = env.tables.all_therapy_codes().into_iter().filter(|row| day.is_none_or(|day| row.on(day).is_ok()));
    out.each(listed, |out, row| {
        object!(out, {
            "code" => out.str(std::str::from_utf8(&row.code).unwrap_or_default()),
            "description" => out.str(&row.description),
        });
    });
    Ok(())
}
