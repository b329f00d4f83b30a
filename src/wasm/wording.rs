//! The words in which sentences are said.

use crate::api::Wording;

/// The wording of the moment.
pub(super) const fn current() -> Wording {
    Wording::ENGLISH
}
