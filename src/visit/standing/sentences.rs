//! What is left of a bucket, in words.

use crate::ground::money::Money;
use crate::ground::sentence::{Sentence, say};

use super::{Bucket, Source};

/// `$390.00 Medicare Threshold Remaining (PT/SLP)`: the label of seed 002.
pub(crate) fn label(bucket: &Bucket) -> Sentence {
    say!("label.remaining", remaining = bucket.remaining, bucket = bucket.service_type)
}

/// What is left of a bucket, as part of a sentence.
pub(crate) fn remaining(bucket: &Bucket) -> Sentence {
    let Bucket { threshold, remaining, year, service_type, source, lines, .. } = *bucket;
    let left = if remaining.is_above_zero() {
        say!("left.some", remaining = remaining, threshold = threshold, bucket = service_type, year = year)
    } else if remaining == Money::ZERO {
        say!("left.none", threshold = threshold, bucket = service_type, year = year)
    } else {
        say!("left.exceeded", threshold = threshold, bucket = service_type, year = year, over = Money::ZERO.minus(remaining))
    };
    let left = if source == Source::Precomputed { say!("left.supplied", left = left) } else { left };
    if lines == Money::ZERO { left } else { say!("left.after-lines", left = left) }
}

/// More than the targeted medical review threshold.
pub(crate) fn medical_review(bucket: &Bucket, review: Money) -> Sentence {
    say!("medical-review", accrued = bucket.accrued(), bucket = bucket.service_type, review = review)
}
