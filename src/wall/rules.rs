//! Rule packs as a host gives them.

use crate::ground::error::Error;
use crate::ground::packed::Reader;
use crate::ground::tables::Tables;
use crate::visit::rule_packs::shape::tables;

/// The tables of `useRules` of the public contract, from the packed list of packs; those that are built in where there is none.
///
/// # Errors
/// What a pack got wrong, with its path from `packs` on.
pub fn rules(packs: &[u8]) -> Result<Tables, Error> {
    if packs.is_empty() {
        return Ok(Tables::BUILT_IN);
    }
    tables(&mut Reader::new(packs)).map_err(|refusal| *refusal)
}
