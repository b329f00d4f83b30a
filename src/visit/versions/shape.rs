//! What the package can tell of itself.

use crate::ground::env::Env;
use crate::ground::packed::{Out, Reader, Refusal, object};
use crate::ground::tables::RULES_VERSION;

/// `versions` of the public contract; the build bakes it into the package, so that it can be told before the module is loaded. Rule packs
/// change it, so `useRules` answers it too.
///
/// # Errors
/// None.
pub(crate) fn versions(_: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    object!(out, {
        "package" => out.fixed(env!("CARGO_PKG_VERSION")),
        "rules" => out.fixed(RULES_VERSION),
        "packs" => out.each(&env.tables.packs, |out, id| out.str(id)),
        "years" => out.each(env.tables.known_years(), |out, year| out.integer(year.number().into())),
    });
    Ok(())
}
