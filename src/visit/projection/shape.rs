//! Booked visits in a request, and when they use a bucket up.

use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::ServiceType;
use crate::ground::env::Env;
use crate::ground::money::Money;
use crate::ground::packed::{FromPacked, Out, Reader, Refusal, needed, object, shape};
use crate::visit::policy::Policy;
use crate::visit::usage::Usage;

use super::{Projection, Visit, project, sentences};

shape! { struct VisitShape { date: ServiceDate = "date", allowed: Money = "allowed" } }

impl FromPacked for Visit {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let VisitShape { date, allowed } = VisitShape::read(from)?;
        Ok(Self { date: needed(date, "date")?, allowed: needed(allowed, "allowed")? })
    }
}

shape! {
    struct Request {
        date: ServiceDate = "date",
        service_type: ServiceType = "serviceType",
        usage: Usage = "usage",
        policy: Policy = "policy",
        visits: Vec<Visit> = "visits",
        after_lines: bool = "afterLines",
    }
}

fn read(from: &mut Reader<'_>, env: &Env<'_>) -> Result<(Projection, bool), Refusal> {
    let Request { date, service_type, usage, policy, visits, after_lines } = Request::read(from)?;
    let (date, service_type) = (needed(date, "date")?, needed(service_type, "serviceType")?);
    let visits = needed(visits, "visits")?;
    let projection = project(env.tables, date, service_type, usage.as_ref(), &policy.unwrap_or_default(), Money::ZERO, &visits);
    Ok((projection, after_lines.unwrap_or_default()))
}

/// `projectCrossing` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path; never `unknown-year`.
pub(crate) fn project_crossing(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let (projection, _) = read(from, env)?;
    object!(out, {
        "crossesOn" => out.option(projection.crosses_on, Out::date),
        "visitsBeforeCrossing" => out.count(projection.visits_before_crossing),
        "remainingAfterLast" => out.money(projection.remaining_after_last),
        "unknownYears" => out.each(&projection.unknown_years, |out, year| out.integer(year.number().into())),
    });
    Ok(())
}

/// `describeProjection` of the public contract: the same as a sentence for people, empty where no visit counts.
///
/// # Errors
/// As [`project_crossing`].
pub(crate) fn describe_projection(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let (projection, after_lines) = read(from, env)?;
    match sentences::sentence(&projection, after_lines) {
        Some(sentence) => env.say(out, &sentence),
        None => out.str(""),
    }
    Ok(())
}
