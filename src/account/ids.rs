//! Lines whose ids tell them apart in an answer.

use crate::ground::error::{Error, ErrorCode, Refusal, quoted};
use crate::ground::ids::repeated;

/// What is said of a line whose id an earlier line has.
pub(super) fn duplicate(id: &str) -> Error {
    Error::new(ErrorCode::DuplicateId, format!("{} is the id of an earlier line", quoted(id)), "give each line an id of its own")
}

/// Whether each of the ids stands once.
///
/// # Errors
/// `duplicate-id`, at the `id` of the element.
pub(super) fn distinct<'i>(ids: impl Iterator<Item = &'i str>) -> Result<(), Refusal> {
    match repeated(ids.map(Some)) {
        Some((place, id)) => Err(Box::new(duplicate(id).in_field("id").in_element(place))),
        None => Ok(()),
    }
}
