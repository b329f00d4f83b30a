//! Why the prompt of a trait is not evaluated.

use crate::ground::sentence::{Sentence, say};
use crate::visit::coverage;

use super::NotReached;

pub(crate) fn skipped(reason: NotReached) -> Sentence {
    match reason {
        NotReached::NoBenefits(benefits) => coverage::sentences::benefits(benefits),
        NotReached::NoServiceType => say!("trait.no-service-type"),
        NotReached::Left(service_type, remaining) => {
            say!("trait.before-visit", left = say!("trait.left", bucket = service_type, remaining = remaining))
        }
    }
}
