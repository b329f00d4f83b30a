//! What is left of a bucket, in words.

use crate::ground::money::Money;
use crate::ground::sentence::{Sentence, say};

use super::{Bucket, Source};

/// `$390.00 Medicare Threshold Remaining (PT/SLP)`: the label of seed 002.
pub(crate) fn label(bucket: &Bucket) -> Sentence {
    say!("label.remaining", remaining = bucket.remaining, bucket = bucket.service_type)
}

/// What is left of a bucket before a line, as part of a sentence.
pub(crate) fn remaining(bucket: &Bucket) -> Sentence {
    let Bucket { remaining, service_type, .. } = *bucket;
    let left = if remaining.is_above_zero() {
        say!("left.some", remaining = remaining, bucket = service_type)
    } else if remaining == Money::ZERO {
        say!("left.none", bucket = service_type)
    } else {
        say!("left.exceeded", bucket = service_type, over = Money::ZERO.minus(remaining))
    };
    supplied(bucket, left)
}

/// `$390.00 remaining`, `over by $30.22`: what is left of any bucket at any moment, which the sentence around it names. No amount below
/// zero is ever left.
pub(crate) fn balance(remaining: Money) -> Sentence {
    if remaining.is_above_zero() {
        say!("balance.some", remaining = remaining)
    } else if remaining == Money::ZERO {
        say!("balance.none")
    } else {
        say!("balance.over", over = Money::ZERO.minus(remaining))
    }
}

/// The balance of a bucket, marked where it is not ours.
pub(crate) fn balance_of(bucket: &Bucket) -> Sentence {
    supplied(bucket, balance(bucket.remaining))
}

fn supplied(bucket: &Bucket, left: Sentence) -> Sentence {
    if bucket.source == Source::Precomputed { say!("left.supplied", left = left) } else { left }
}

/// More than the targeted medical review threshold.
pub(crate) fn medical_review(bucket: &Bucket, review: Money) -> Sentence {
    say!("medical-review", bucket = bucket.service_type, over = bucket.accrued().minus(review), review = review)
}
