//! Cards in an answer, and the function that asks for them without a line.

use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::PerServiceType;
use crate::ground::env::Env;
use crate::ground::packed::{FromPacked, Out, Reader, Refusal, needed, object, shape};
use crate::visit::context::Context;
use crate::visit::coverage::Coverage;
use crate::visit::decision::shape::notices as write_notices;
use crate::visit::policy::Policy;
use crate::visit::standing::Bucket;
use crate::visit::standing::shape::{bucket as write_display, values};
use crate::visit::thresholds::amounts;
use crate::visit::usage::Usage;

use super::{Rests, notices};

/// `ThresholdCards` of the public contract.
pub(crate) fn write(both: &PerServiceType<Bucket>, rests: &Rests<'_>, env: &Env<'_>, out: &mut Out) {
    object!(out, { "PT/SLP" => card(&both.pt_slp, rests, env, out), "OT" => card(&both.ot, rests, env, out) });
}

/// The cards of an appointment, where its year is known.
pub(crate) fn write_of(both: Option<&PerServiceType<Bucket>>, context: &Context, env: &Env<'_>, out: &mut Out) {
    let Context { date, coverage, usage, policy, .. } = context;
    out.option(both, |out, both| write(both, &Rests { date: *date, coverage, usage: usage.as_ref(), policy }, env, out));
}

fn card(bucket: &Bucket, rests: &Rests<'_>, env: &Env<'_>, out: &mut Out) {
    let before = bucket.before_lines();
    out.object("serviceType,year,threshold,used,pending,otherUsed,remaining,source,status,label,medicalReview,fraction,before,notices");
    values(bucket, env, out);
    out.name(",\"before\":");
    out.option(before.as_ref(), |out, before| write_display(before, env, out));
    out.name(",\"notices\":");
    write_notices(&notices(before.as_ref().unwrap_or(bucket), rests), env, out);
    out.end();
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
    let date = needed(date, "date")?;
    let (coverage, usage, policy) = (coverage.unwrap_or(Coverage::PART_B), usage.as_ref(), policy.unwrap_or_default());
    let amounts = amounts(env.tables, date.year(), &policy.thresholds).map_err(|error| error.in_field("date"))?;
    let both = Bucket::both(date.year(), &amounts, coverage.program, usage, &policy);
    write(&both, &Rests { date, coverage: &coverage, usage, policy: &policy }, env, out);
    Ok(())
}
