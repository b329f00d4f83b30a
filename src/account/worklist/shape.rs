//! Patients in a request, and what waits for each in an answer.

use crate::account::audit::AuditLine;
use crate::account::audit::shape::refuse_double_ids;
use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::ServiceType;
use crate::ground::env::Env;
use crate::ground::money::Money;
use crate::ground::packed::{FromPacked, Out, Reader, Refusal, needed, object, shape};
use crate::visit::context::Context;
use crate::visit::context::shape::{GivenLine, lines_on};
use crate::visit::decision::shape::at_the_date;
use crate::visit::standing;

use super::steps::{Booked, Patient, steps};

shape! { struct BookedShape { date: ServiceDate = "date", service_type: ServiceType = "serviceType", allowed: Money = "allowed" } }

impl FromPacked for Booked {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let BookedShape { date, service_type, allowed } = BookedShape::read(from)?;
        Ok(Self { date: needed(date, "date")?, service_type: needed(service_type, "serviceType")?, allowed: needed(allowed, "allowed")? })
    }
}

shape! {
    struct PatientShape {
        id: String = "id",
        context: Context = "context",
        lines: Vec<GivenLine> = "lines",
        billed: Vec<AuditLine> = "billed",
        booked: Vec<Booked> = "booked",
    }
}

/// A patient with the name that the host has for them.
struct NamedPatient(String, Patient);

impl FromPacked for NamedPatient {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let PatientShape { id, context, lines, billed, booked } = PatientShape::read(from)?;
        let (id, context) = (needed(id, "id")?, needed(context, "context")?);
        let lines = lines_on(lines.unwrap_or_default(), &context)?;
        let billed = billed.unwrap_or_default();
        refuse_double_ids(&billed).map_err(|refusal| Box::new(refusal.in_field("billed")))?;
        Ok(Self(id, Patient { context, lines, billed, booked: booked.unwrap_or_default() }))
    }
}

/// One patient of `worklist` of the public contract. One whose data is bad is answered with the error in place of the steps.
///
/// # Errors
/// None.
#[cfg_attr(small, optimize(size))]
pub(crate) fn worklist_of_one(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let given = *from;
    let waiting = NamedPatient::read(from).and_then(|NamedPatient(id, patient)| {
        let steps = steps(env.tables, &patient).map_err(|error| at_the_date(error).in_field("context"))?;
        Ok((id, steps))
    });
    match waiting {
        Ok((id, steps)) => object!(out, {
            "id" => out.str(&id),
            "thresholds" => out.option(steps.buckets.as_ref(), |out, both| standing::shape::write(both, env, out)),
            "items" => out.each(&steps.items, |out, item| object!(out, {
                "kind" => out.fixed(item.kind.as_str()),
                "severity" => out.fixed(item.severity.as_str()),
                "serviceType" => out.option(item.service_type, |out, bucket| out.fixed(bucket.as_str())),
                "line" => out.option(item.line.as_deref(), Out::str),
                "due" => out.option(item.due, Out::date),
                "message" => env.say(out, &item.message),
                "nextStep" => env.say(out, &item.next_step),
            })),
            "error" => out.null(),
        }),
        Err(refusal) => object!(out, {
            // Where it can be told whose the bad data is.
            "id" => out.option(given.field("id").and_then(|mut id| String::read(&mut id).ok()).as_deref(), Out::str),
            "thresholds" => out.null(),
            "items" => out.each([(); 0], |_, ()| {}),
            "error" => refusal.write(out),
        }),
    }
    Ok(())
}
