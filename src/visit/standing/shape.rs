//! Both buckets in an answer.

use crate::ground::discipline::PerServiceType;
use crate::ground::env::Env;
use crate::ground::packed::{Out, object};

use super::{Bucket, sentences};

/// `Thresholds` of the public contract.
pub(crate) fn write(both: &PerServiceType<Bucket>, env: &Env<'_>, out: &mut Out) {
    object!(out, { "PT/SLP" => bucket(&both.pt_slp, env, out), "OT" => bucket(&both.ot, env, out) });
}

/// `ThresholdDisplay` of the public contract.
pub(crate) fn bucket(bucket: &Bucket, env: &Env<'_>, out: &mut Out) {
    out.object("serviceType,year,threshold,used,pending,otherUsed,remaining,source,status,label,medicalReview,fraction");
    values(bucket, env, out);
    out.end();
}

/// What stands behind the names of `ThresholdDisplay`: once, for all that begin with them.
pub(crate) fn values(bucket: &Bucket, env: &Env<'_>, out: &mut Out) {
    out.name("\"serviceType\":");
    out.fixed(bucket.service_type.as_str());
    out.name(",\"year\":");
    out.integer(bucket.year.number().into());
    let amounts = [
        (",\"threshold\":", bucket.threshold),
        (",\"used\":", bucket.used),
        (",\"pending\":", bucket.pending),
        (",\"otherUsed\":", bucket.other_used),
        (",\"remaining\":", bucket.remaining),
    ];
    for (name, amount) in amounts {
        out.name(name);
        out.money(amount);
    }
    out.name(",\"source\":");
    out.fixed(bucket.source.as_str());
    out.name(",\"status\":");
    out.fixed(bucket.status().as_str());
    out.name(",\"label\":");
    env.say(out, &sentences::label(bucket));
    out.name(",\"medicalReview\":");
    out.option(bucket.medical_review, |out, threshold| {
        object!(out, { "threshold" => out.money(threshold), "remaining" => out.money(threshold.minus(bucket.accrued())) });
    });
    out.name(",\"fraction\":");
    out.float(bucket.fraction());
}
