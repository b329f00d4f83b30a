//! What is told apart by its id in an answer.

use crate::ground::error::{Error, ErrorCode, Refusal, quoted};
use crate::ground::ids::repeated;

/// What is said of an id that stands earlier in its list.
pub(super) fn duplicate(id: &str) -> Error {
    Error::new(ErrorCode::DuplicateId, format!("{} stands earlier in the list", quoted(id)), "give each an id of its own")
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
