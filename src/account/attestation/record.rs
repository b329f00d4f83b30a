//! Adding to the record: a question with what was shown, and a clinician's answer to it.

use crate::ground::calendar::ServiceDate;
use crate::ground::error::{Error, ErrorCode, quoted};
use crate::ground::timestamp::Timestamp;
use crate::visit::attestation::{Plan, Scope, Service};

use super::event::{Answered, Event, Shown, What};

/// The event that asks.
///
/// # Errors
/// `date-invalid` at `at` for a moment before the last event of the record, at `scope.visit` for a day of another year and at `scope.until`
/// for one that is over before; `missing-field` for an empty name of the patient, the line or the plan of care.
pub(super) fn ask<'e>(record: &[Event<'e>], at: Timestamp<'e>, scope: Scope<'e>, shown: Shown<'e>) -> Result<Event<'e>, Error> {
    if let Some(visit) = scope.visit.filter(|visit| visit.year() != scope.year) {
        let message = format!("the visit of {visit} is not in {}", scope.year);
        let error = Error::new(ErrorCode::DateInvalid, message, "give the calendar year of the visit as the scope's year");
        return Err(error.in_field("visit").in_field("scope"));
    }
    if let Some(until) = scope.until.filter(|until| until.year() < scope.year || scope.visit.is_some_and(|visit| *until < visit)) {
        let error =
            Error::new(ErrorCode::DateInvalid, format!("an answer until {until} covers no service"), "give the last day that it covers");
        return Err(error.in_field("until").in_field("scope"));
    }
    let named = [("patient", Some(scope.patient)), ("line", scope.line), ("planOfCare", scope.plan_of_care)];
    if let Some((name, _)) = named.into_iter().find(|(_, text)| text.is_some_and(|text| text.trim().is_empty())) {
        return Err(missing(name, "an empty name names nothing: leave the field out, or give a name").in_field("scope"));
    }
    next(record, at, scope, What::Asked(shown))
}

/// The event that answers one that asked.
///
/// # Errors
/// `date-invalid` at `at` as above; `unknown-id` at `asked` where nothing with the hash was asked, `duplicate-id` where it was answered;
/// `missing-field` at `by` without a name, and at `reason` where KX is left off without one.
pub(super) fn answer<'e>(record: &[Event<'e>], at: Timestamp<'e>, answered: Answered<'e>) -> Result<Event<'e>, Error> {
    let question = record.iter().find(|event| event.answered().is_none() && event.hash == answered.asked).ok_or_else(|| {
        let message = format!("nothing with the hash {} was asked", quoted(answered.asked));
        Error::new(ErrorCode::UnknownId, message, "give the hash of an event of the record that asks").in_field("asked")
    })?;
    if record.iter().filter_map(Event::answered).any(|earlier| earlier.asked == answered.asked) {
        let message = format!("the question {} was answered already", quoted(answered.asked));
        let help = "a changed mind is a new question: ask again, and answer that";
        return Err(Error::new(ErrorCode::DuplicateId, message, help).in_field("asked"));
    }
    if let Some(name) = answered.lacks() {
        return Err(missing(name, if name == "by" { "name the clinician who answered" } else { "say why KX is left off" }));
    }
    next(record, at, question.scope, What::Answered(answered))
}

fn missing(name: &str, help: &str) -> Error {
    Error::new(ErrorCode::MissingField, format!("`{name}` is missing"), help).in_field(name)
}

fn next<'e>(record: &[Event<'e>], at: Timestamp<'e>, scope: Scope<'e>, what: What<'e>) -> Result<Event<'e>, Error> {
    let last = record.last();
    if let Some(last) = last.filter(|last| at.is_before(&last.at)) {
        let message = format!("{} is before the last event of the record, {}", quoted(at.as_str()), quoted(last.at.as_str()));
        return Err(Error::new(ErrorCode::DateInvalid, message, "time never goes back: give the moment at which it happens").in_field("at"));
    }
    Ok(Event { at, scope, what, previous: last.map(|last| last.hash), hash: "" })
}

/// The newest answer that covers a service of the scope on a day.
pub(super) fn standing<'r, 'e>(record: &'r [Event<'e>], scope: &Scope<'_>, on: ServiceDate) -> Option<(&'r Event<'e>, &'r Answered<'e>)> {
    // The year of a scope is the service's: an answer of another covers nothing of it.
    if scope.year != on.year() {
        return None;
    }
    let service = Service { discipline: scope.discipline, on, line: scope.line, plan: Plan::Of(scope.plan_of_care) };
    let covers = |event: &&Event<'_>| event.scope.patient == scope.patient && event.scope.covers(&service);
    record.iter().rev().filter(covers).find_map(|event| Some((event, event.answered()?)))
}
