//! Traits of template questions, in a request and in its answer.

use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::ServiceType;
use crate::ground::env::Env;
use crate::ground::packed::{FromPacked, Out, Reader, Refusal, needed, object, shape};
use crate::visit::coverage::Coverage;
use crate::visit::policy::Policy;
use crate::visit::standing::Bucket;
use crate::visit::thresholds::amounts;
use crate::visit::usage::Usage;

use super::{Trait, medicare_reached, sentences};

shape! { struct TraitShape { name: String = "name", prompt: String = "prompt", only_if_medicare_reached: bool = "onlyIfMedicareReached" } }

impl FromPacked for Trait {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let TraitShape { name, prompt, only_if_medicare_reached } = TraitShape::read(from)?;
        Ok(Self { name: needed(name, "name")?, prompt: needed(prompt, "prompt")?, only_if_medicare_reached })
    }
}

fn write(one: &Trait, out: &mut Out) {
    match one.only_if_medicare_reached {
        Some(only) => {
            object!(out, { "name" => out.str(&one.name), "prompt" => out.str(&one.prompt), "onlyIfMedicareReached" => out.bool(only) })
        }
        None => object!(out, { "name" => out.str(&one.name), "prompt" => out.str(&one.prompt) }),
    }
}

shape! {
    struct Request {
        traits: Vec<Trait> = "traits",
        date: ServiceDate = "date",
        service_type: ServiceType = "serviceType",
        coverage: Coverage = "coverage",
        usage: Usage = "usage",
        policy: Policy = "policy",
    }
}

/// `traitsToEvaluate` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path; `unknown-year` at `date` where benefits apply.
#[cfg_attr(small, optimize(size))]
pub(crate) fn traits_to_evaluate(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let Request { traits, date, service_type, coverage, usage, policy } = Request::read(from)?;
    let (traits, date, coverage) = (needed(traits, "traits")?, needed(date, "date")?, needed(coverage, "coverage")?);
    let policy = policy.unwrap_or_default();
    let buckets = match amounts(env.tables, date.year(), &policy.thresholds) {
        Ok(amounts) => Some(Bucket::both(date.year(), &amounts, coverage.program, usage.as_ref(), &policy)),
        Err(_) if !coverage.benefits().apply() => None,
        Err(error) => return Err(Box::new(error.in_field("date"))),
    };
    let bucket = service_type.and_then(|service_type| buckets.as_ref().map(|both| both.get(service_type)));
    let other_year = usage.as_ref().filter(|usage| usage.has_totals_of_other_year(date.year())).and_then(|usage| usage.as_of);
    let reached = medicare_reached(coverage.benefits(), bucket, other_year);
    let why_not = |one: &Trait| one.skipped_because(reached);
    object!(out, {
        "evaluate" => out.each(traits.iter().filter(|one| why_not(one).is_none()), |out, one| write(one, out)),
        "skipped" => out.each(traits.iter().filter_map(|one| Some((one, why_not(one)?))), |out, (one, reason)| object!(out, {
            "trait" => write(one, out),
            "reason" => env.say(out, &sentences::skipped(reason)),
        })),
    });
    Ok(())
}
