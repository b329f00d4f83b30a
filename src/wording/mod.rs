//! Every sentence that a person reads, and nothing that decides.
//!
//! The rules say *which* sentence and what it is about ([`Sentence`]); its words are a row of `data/wording/en/core.csv`, and a host can
//! put a table of its own in the place of it ([`Wording`]).
//!
//! Full sentences end with a full stop; labels and the messages of [`crate::Error`] do not. "Suggested" is never "required": where no
//! source settles a case, the sentence leaves it to a person.

pub mod audit;
pub mod conditions;
pub mod documentation;
pub mod eligibility;
pub mod import;
pub mod notices;
pub mod patient;
pub mod projection;
mod render;
mod replace;
pub mod scrub;
mod sentence;
mod table;
mod template;
pub mod tooltips;
pub mod worklist;
pub mod x12;

use crate::coverage::Benefits;
use crate::decision::Facts;
use crate::money::Money;
use crate::standing::{Bucket, Source};
use crate::traits::NotReached;

pub use render::{Formats, Wording};
pub use sentence::Sentence;
pub(crate) use sentence::{Argument, say};
pub use table::Id;

/// `$390.00 Medicare Threshold Remaining (PT/SLP)`: the label of seed 002.
pub fn remaining_label(bucket: &Bucket) -> Sentence {
    say!("label.remaining", remaining = bucket.remaining, bucket = bucket.service_type)
}

/// What is left of a bucket, as part of a sentence.
pub(crate) fn remaining_clause(bucket: &Bucket) -> Sentence {
    let Bucket { threshold, remaining, year, service_type, source, .. } = *bucket;
    let left = if remaining.is_above_zero() {
        say!("left.some", remaining = remaining, threshold = threshold, bucket = service_type, year = year)
    } else if remaining == Money::ZERO {
        say!("left.none", threshold = threshold, bucket = service_type, year = year)
    } else {
        say!("left.exceeded", threshold = threshold, bucket = service_type, year = year, over = Money::ZERO.minus(remaining))
    };
    if source == Source::Precomputed { say!("left.supplied", left = left) } else { left }
}

/// Whether benefits apply, as a sentence.
pub(crate) const fn benefits_sentence(benefits: Benefits) -> Sentence {
    match benefits {
        Benefits::PartB => say!("benefits.part-b"),
        Benefits::Advantage => say!("benefits.advantage"),
        Benefits::NotMedicare => say!("benefits.not-medicare"),
        Benefits::PlanDoesNotFollow => say!("benefits.plan-does-not-follow"),
        Benefits::PartAStay => say!("benefits.part-a-stay"),
    }
}

/// Why the prompt of a trait is not evaluated.
pub fn trait_skipped(reason: NotReached) -> Sentence {
    match reason {
        NotReached::NoBenefits(benefits) => benefits_sentence(benefits),
        NotReached::NoServiceType => say!("trait.no-service-type"),
        NotReached::Left(service_type, remaining) => say!("trait.left", bucket = service_type, remaining = remaining),
    }
}

/// More than the targeted medical review threshold.
pub(crate) fn medical_review(bucket: &Bucket, review: Money) -> Sentence {
    say!("medical-review", accrued = bucket.accrued(), bucket = bucket.service_type, review = review)
}

/// The checklist's items that are missing or unknown; `None` where there are none.
pub(crate) fn open_items(facts: &Facts<'_>) -> Option<Argument> {
    let mut open = facts.checklist.iter().flat_map(|checklist| checklist.open_items()).peekable();
    open.peek()?;
    Some(open.map(|item| Sentence::plain(item.name)).collect())
}
