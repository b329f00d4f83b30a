//! Both buckets as a screen shows them.

use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::PerServiceType;
use crate::ground::env::Env;
use crate::ground::packed::{FromPacked, Out, Reader, Refusal, needed, object, shape};
use crate::visit::coverage::Coverage;
use crate::visit::policy::Policy;
use crate::visit::thresholds::amounts;
use crate::visit::usage::Usage;

use super::{Bucket, sentences};

/// `Thresholds` of the public contract.
pub(crate) fn write(both: &PerServiceType<Bucket>, env: &Env<'_>, out: &mut Out) {
    object!(out, { "PT/SLP" => bucket(&both.pt_slp, env, out), "OT" => bucket(&both.ot, env, out) });
}

fn bucket(bucket: &Bucket, env: &Env<'_>, out: &mut Out) {
    object!(out, {
        "serviceType" => out.fixed(bucket.service_type.as_str()),
        "year" => out.integer(bucket.year.number().into()),
        "threshold" => out.money(bucket.threshold),
        "used" => out.money(bucket.used),
        "pending" => out.money(bucket.pending),
        "otherUsed" => out.money(bucket.other_used),
        "remaining" => out.money(bucket.remaining),
        "source" => out.fixed(bucket.source.as_str()),
        "status" => out.fixed(bucket.status().as_str()),
        "label" => env.say(out, &sentences::label(bucket)),
        "medicalReview" => out.option(bucket.medical_review, |out, threshold| {
            object!(out, { "threshold" => out.money(threshold), "remaining" => out.money(threshold.minus(bucket.accrued())) });
        }),
        "fraction" => out.float(bucket.fraction()),
    });
}

shape! {
    struct Request {
        date: ServiceDate = "date",
        coverage: Coverage = "coverage",
        usage: Usage = "usage",
        policy: Policy = "policy",
    }
}

/// `thresholds` of the public contract: both buckets, without a line.
///
/// # Errors
/// What the request got wrong, with its path; `unknown-year` at `date`.
pub(crate) fn thresholds(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let Request { date, coverage, usage, policy } = Request::read(from)?;
    let year = needed(date, "date")?.year();
    let (coverage, policy) = (coverage.unwrap_or(Coverage::PART_B), policy.unwrap_or_default());
    let amounts = amounts(env.tables, year, &policy.thresholds).map_err(|error| error.in_field("date"))?;
    write(&Bucket::both(year, &amounts, coverage.program, usage.as_ref(), &policy), env, out);
    Ok(())
}
