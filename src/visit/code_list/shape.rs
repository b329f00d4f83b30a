//! Medicare's therapy codes for a code picker.

use crate::ground::env::Env;
use crate::ground::packed::{Out, Reader, Refusal, object};

/// `therapyCodes` of the public contract: each code with a few words of our own, ascending.
///
/// # Errors
/// None.
pub(crate) fn therapy_codes(_: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    out.each(env.tables.therapy_codes.iter(), |out, row| {
        object!(out, {
            "code" => out.str(std::str::from_utf8(&row.code).unwrap_or_default()),
            "description" => out.str(&row.description),
        });
    });
    Ok(())
}
