//! The hash of an event: by it a change to the record shows.

pub(super) mod shape;

use crate::account::digest::sha256;

use super::event::Event;

/// Lower-case hex SHA-256 over the RFC 8785 form of the event without its own hash.
#[cfg_attr(small, optimize(size))]
pub(super) fn hash_of(event: &Event<'_>) -> String {
    sha256(&shape::canonical(event))
}
