//! Every sentence that a person reads, and nothing that decides.
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
pub mod scrub;
pub mod tooltips;
pub mod worklist;
pub mod x12;

use crate::coverage::Benefits;
use crate::decision::Facts;
use crate::standing::{Bucket, Source};
use crate::traits::NotReached;

/// `$390.00 Medicare Threshold Remaining (PT/SLP)`: the label of seed 002.
pub fn remaining_label(bucket: &Bucket) -> String {
    format!("{} Medicare Threshold Remaining ({})", bucket.remaining.in_dollars(), bucket.service_type.as_str())
}

/// What is left of a bucket, as part of a sentence.
pub(crate) fn remaining_clause(bucket: &Bucket) -> String {
    let Bucket { threshold, remaining, year, service_type, source, .. } = bucket;
    let supplied = if *source == Source::Precomputed { ", as supplied" } else { "" };
    let name = service_type.as_str();
    let threshold = threshold.in_dollars();
    if remaining.is_above_zero() {
        format!("{} of the {threshold} {name} threshold for {year} is left{supplied}", remaining.in_dollars())
    } else if *remaining == crate::Money::ZERO {
        format!("the {threshold} {name} threshold for {year} is used up{supplied}")
    } else {
        let over = crate::Money::ZERO.minus(*remaining).in_dollars();
        format!("the {threshold} {name} threshold for {year} is used up and exceeded by {over}{supplied}")
    }
}

/// Whether benefits apply, as a sentence.
pub(crate) fn benefits_sentence(benefits: Benefits) -> &'static str {
    match benefits {
        Benefits::PartB => "Medicare Part B benefits for outpatient therapy apply.",
        Benefits::Advantage => "The patient's Medicare Advantage plan follows the KX threshold.",
        Benefits::NotMedicare => "Medicare is not the payer for this encounter, so the threshold does not apply.",
        Benefits::PlanDoesNotFollow => "The patient's Medicare Advantage plan is not known to follow the KX threshold.",
        Benefits::PartAStay => "The patient is in a covered Part A stay, so Part B therapy benefits do not apply.",
    }
}

/// Why the prompt of a trait is not evaluated.
pub fn trait_skipped(reason: NotReached) -> String {
    match reason {
        NotReached::NoBenefits(benefits) => benefits_sentence(benefits).to_owned(),
        NotReached::NoServiceType => "The appointment has no service type (PT/SLP or OT), so no threshold can be reached.".to_owned(),
        NotReached::Left(service_type, remaining) => {
            format!("The {} threshold is not reached: {} is left.", service_type.as_str(), remaining.in_dollars())
        }
    }
}

/// The checklist's items that are missing or unknown, as words; empty where there are none.
pub(crate) fn open_items(facts: &Facts<'_>) -> String {
    let open = facts.checklist.iter().flat_map(|checklist| checklist.open_items());
    list(&open.map(|item| item.id.replace('-', " ")).collect::<Vec<_>>())
}

/// The first letter as a capital, where a clause begins a sentence.
pub(crate) fn sentence_start(clause: &str) -> String {
    let mut letters = clause.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// `a`, `a and b`, `a, b and c`.
pub(crate) fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}
