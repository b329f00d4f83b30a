//! What is looked at in a request, and what is due in an answer.

use crate::account::ids;
use crate::account::rework::Channel;
use crate::ground::calendar::ServiceDate;
use crate::ground::env::Env;
use crate::ground::money::Money;
use crate::ground::packed::{Checked, Days, FromPacked, Out, Reader, Refusal, needed, small_shape as shape, tokens as object};
use crate::ground::procedure::HcpcsCode;
use crate::visit::documentation::Documentation;

use super::due_date::{DueDate, SOON_WITHIN};
use super::letter::{Asked, Denied, How, Review, Reviewer, Sent};
use super::run::due_dates;
use super::sentences;

shape! { struct SentShape { on: ServiceDate = "on", how: How = "how", by: String = "by", confirmation: String = "confirmation" } }

impl FromPacked for Sent {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let SentShape { on, how, by, confirmation } = SentShape::read(from)?;
        Ok(Self { on: needed(on, "on")?, how: needed(how, "how")?, by, confirmation })
    }
}

shape! {
    struct ReviewShape {
        id: String = "id",
        contractor: String = "contractor",
        kind: Reviewer = "kind",
        control_number: String = "controlNumber",
        dated: ServiceDate = "dated",
        received: ServiceDate = "received",
        due: ServiceDate = "due",
        sent: Sent = "sent",
    }
}

impl FromPacked for Review {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let ReviewShape { id, contractor, kind, control_number, dated, received, due, sent } = ReviewShape::read(from)?;
        Ok(Self {
            id: needed(id, "id")?,
            contractor: needed(contractor, "contractor")?,
            kind: needed(kind, "kind")?,
            control_number: needed(control_number, "controlNumber")?,
            dated,
            received,
            due,
            sent,
        })
    }
}

shape! {
    struct DenialShape {
        id: String = "id",
        claim: String = "claim",
        code: HcpcsCode = "code",
        // What else is answered of a denied line says nothing of a day.
        _verdict: Checked<String> = "verdict",
        _remaining: Money = "remaining",
        channel: Channel = "channel",
        last_day: ServiceDate = "lastDay",
        appeal_by: ServiceDate = "appealBy",
        _message: Checked<String> = "message",
        _next_step: Checked<String> = "nextStep",
        _text: Checked<String> = "text",
    }
}

impl FromPacked for Denied {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let DenialShape { id, claim, code, channel, last_day, appeal_by, .. } = DenialShape::read(from)?;
        Ok(Self { id: needed(id, "id")?, claim: needed(claim, "claim")?, code: needed(code, "code")?, channel, last_day, appeal_by })
    }
}

shape! {
    struct Request {
        date: ServiceDate = "date",
        record_date: ServiceDate = "recordDate",
        documentation: Documentation = "documentation",
        plan_days: Days = "planDays",
        visits: Vec<ServiceDate> = "visits",
        denials: Vec<Denied> = "denials",
        reviews: Vec<Review> = "reviews",
        soon_within: Days = "soonWithin",
    }
}

/// `dueDates` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path; `duplicate-id` where two denied lines or two reviews have one id.
#[cfg_attr(small, optimize(size))]
pub(crate) fn due_dates_of(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let request = Request::read(from)?;
    let date = needed(request.date, "date")?;
    let asked = Asked {
        date,
        record_date: request.record_date.unwrap_or(date),
        documentation: request.documentation,
        plan_days: request.plan_days.map(|days| days.0),
        visits: request.visits.unwrap_or_default(),
        denials: request.denials.unwrap_or_default(),
        reviews: request.reviews.unwrap_or_default(),
        soon_within: request.soon_within.map_or(SOON_WITHIN, |days| days.0.into()),
    };
    let in_field = |name: &'static str| move |refusal: Refusal| Box::new(refusal.in_field(name));
    ids::distinct(asked.denials.iter().map(|one| one.id.as_str())).map_err(in_field("denials"))?;
    ids::distinct(asked.reviews.iter().map(|one| one.id.as_str())).map_err(in_field("reviews"))?;
    let dates = due_dates(env.tables, &asked);
    object!(out, {
        "dates" => out.each(&dates, |out, date| write(date, env, out)),
        "summary" => env.say(out, &sentences::summary(&dates)),
    });
    Ok(())
}

/// `DueDate` of the public contract.
#[cfg_attr(small, optimize(size))]
pub(crate) fn write(date: &DueDate, env: &Env<'_>, out: &mut Out) {
    object!(out, {
        "kind" => out.fixed(date.kind.as_str()),
        "id" => out.option(date.id.as_deref(), Out::str),
        "day" => out.option(date.day, Out::date),
        "daysLeft" => out.option(date.days_left, Out::days),
        "treatmentDaysLeft" => out.option(date.treatment_days_left, Out::days),
        "status" => out.fixed(date.status.as_str()),
        "title" => env.say(out, &sentences::title(date.kind)),
        "message" => env.say(out, &date.message),
        "nextStep" => env.say(out, &sentences::next_step(date.kind, date.status)),
        "source" => env.say(out, &date.source),
    });
}
