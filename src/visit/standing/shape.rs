//! Both buckets in an answer.

use crate::ground::discipline::PerServiceType;
use crate::ground::env::Env;
use crate::ground::packed::{Out, object};

use super::Bucket;

/// The fields of `ThresholdDisplay`, and what stands behind them.
macro_rules! display {
    ($bucket:expr, $env:expr, $out:expr $(, $name:literal => $value:expr)*) => {{
        let (bucket, env) = ($bucket, $env);
        object!($out, {
            "serviceType" => $out.fixed(bucket.service_type.as_str()),
            "year" => $out.integer(bucket.year.number().into()),
            "threshold" => $out.money(bucket.threshold),
            "used" => $out.money(bucket.used),
            "pending" => $out.money(bucket.pending),
            "otherUsed" => $out.money(bucket.other_used),
            "remaining" => $out.money(bucket.remaining),
            "source" => $out.fixed(bucket.source.as_str()),
            "status" => $out.fixed(bucket.status().as_str()),
            "label" => env.say($out, &$crate::visit::standing::sentences::label(bucket)),
            "medicalReview" => $out.option(bucket.medical_review, |out, threshold| {
                object!(out, { "threshold" => out.money(threshold), "remaining" => out.money(threshold.minus(bucket.accrued())) });
            }),
            "fraction" => $out.float(bucket.fraction())
            $(, $name => $value)*
        });
    }};
}
pub(crate) use display;

/// `Thresholds` of the public contract.
pub(crate) fn write(both: &PerServiceType<Bucket>, env: &Env<'_>, out: &mut Out) {
    object!(out, { "PT/SLP" => bucket(&both.pt_slp, env, out), "OT" => bucket(&both.ot, env, out) });
}

/// `ThresholdDisplay` of the public contract.
pub(crate) fn bucket(bucket: &Bucket, env: &Env<'_>, out: &mut Out) {
    display!(bucket, env, out);
}
