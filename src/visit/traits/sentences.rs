//! Why the prompt of a trait is not evaluated.

use crate::ground::sentence::{Sentence, say};
use crate::visit::coverage;

use super::NotReached;

pub(crate) fn skipped(reason: NotReached) -> Sentence {
    match reason {
        NotReached::NoBenefits(benefits) => coverage::sentences::benefits(benefits),
        NotReached::NoServiceType => say!("trait.no-service-type"),
        NotReached::OtherYear(service_type, day) => say!("trait.other-year", bucket = service_type, day = day),
        NotReached::Left(service_type, remaining) => {
            say!("trait.left", bucket = service_type, remaining = remaining)
        }
    }
}
