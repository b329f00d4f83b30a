//! Patients in a request, and what waits for each in an answer.

use crate::account::audit::AuditLine;
use crate::account::audit::shape::refuse_double_ids;
use crate::account::rework::Entry;
use crate::account::rework::shape::{at_entry, refuse_unknown, told_apart};
use crate::account::stake::{AtStake, Site, shape::write as write_at_stake};
use crate::ground::calendar::ServiceDate;
use crate::ground::claim_type::ClaimType;
use crate::ground::discipline::ServiceType;
use crate::ground::env::Env;
use crate::ground::money::Money;
use crate::ground::packed::{FromPacked, Out, Reader, Refusal, needed, small_shape as shape, tokens as object};
use crate::visit::context::Context;
use crate::visit::context::shape::{GivenLine, lines_on};
use crate::visit::decision::shape::at_the_date;
use crate::visit::standing;

use super::steps::{Booked, Fault, Patient, steps};

shape! { struct BookedShape { date: ServiceDate = "date", service_type: ServiceType = "serviceType", allowed: Money = "allowed" } }

impl FromPacked for Booked {
    #[cfg_attr(small, inline(never), optimize(size))]
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
        denied: Vec<Entry> = "denied",
        claim_type: ClaimType = "claimType",
        decided: ServiceDate = "decided",
        attested: Vec<String> = "attested",
        left_off: Vec<String> = "leftOff",
        clinic: String = "clinic",
        therapist: String = "therapist",
    }
}

/// A patient with the name that the host has for them, and where they are treated.
struct NamedPatient(String, Site, Patient);

impl FromPacked for NamedPatient {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let shape = PatientShape::read(from)?;
        let PatientShape { id, context, lines, billed, booked, denied, .. } = shape;
        let (id, context) = (needed(id, "id")?, needed(context, "context")?);
        let lines = lines_on(lines.unwrap_or_default(), &context)?;
        let billed = billed.unwrap_or_default();
        refuse_double_ids(&billed).map_err(|refusal| Box::new(refusal.in_field("billed")))?;
        let denied = told_apart(denied.unwrap_or_default())?;
        let (attested, left_off) = (shape.attested.unwrap_or_default(), shape.left_off.unwrap_or_default());
        refuse_unknown(&attested, &denied, "attested")?;
        refuse_unknown(&left_off, &denied, "leftOff")?;
        let (booked, claim_type) = (booked.unwrap_or_default(), shape.claim_type.unwrap_or_default());
        let place = Site { clinic: shape.clinic, therapist: shape.therapist };
        Ok(Self(id, place, Patient { context, lines, billed, booked, denied, claim_type, decided: shape.decided, attested, left_off }))
    }
}

/// One patient of `worklist` of the public contract. One whose data is bad is answered with the error in place of the steps.
///
/// # Errors
/// None.
#[cfg_attr(small, optimize(size))]
pub(crate) fn worklist_of_one(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let given = *from;
    let waiting = NamedPatient::read(from).and_then(|NamedPatient(id, place, patient)| {
        let steps = steps(env.tables, &patient).map_err(|fault| match fault {
            Fault::Year(error) => Box::new(at_the_date(error).in_field("context")),
            Fault::Denied(place, error) => at_entry((place, error)),
        })?;
        Ok((id, place, steps))
    });
    // Where it can be told whose the bad data is.
    let text = |name: &str| given.field(name).and_then(|mut text| String::read(&mut text).ok());
    match waiting {
        Ok((id, place, steps)) => object!(out, {
            "id" => out.str(&id),
            "thresholds" => out.option(steps.buckets.as_ref(), |out, both| standing::shape::write(both, env, out)),
            "items" => out.each(&steps.items, |out, item| object!(out, {
                "kind" => out.fixed(item.kind.as_str()),
                "code" => out.option(item.code, |out, code| out.fixed(code.as_str())),
                "severity" => out.fixed(item.severity.as_str()),
                "serviceType" => out.option(item.service_type, |out, bucket| out.fixed(bucket.as_str())),
                "line" => out.option(item.line.as_deref(), Out::str),
                "due" => out.option(item.due, Out::date),
                "message" => env.say(out, &item.message),
                "nextStep" => env.say(out, &item.next_step),
            })),
            "atStake" => write_at_stake(&steps.at_stake, out),
            "clinic" => out.option(place.clinic.as_deref(), Out::str),
            "therapist" => out.option(place.therapist.as_deref(), Out::str),
            "error" => out.null(),
        }),
        Err(refusal) => object!(out, {
            "id" => out.option(text("id").as_deref(), Out::str),
            "thresholds" => out.null(),
            "items" => out.each([(); 0], |_, ()| {}),
            "atStake" => write_at_stake(&AtStake::default(), out),
            "clinic" => out.option(text("clinic").as_deref(), Out::str),
            "therapist" => out.option(text("therapist").as_deref(), Out::str),
            "error" => refusal.write(out),
        }),
    }
    Ok(())
}
