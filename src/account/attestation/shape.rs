//! The record in a request, and what is added to it, found in it and told of it in an answer.

use crate::ground::calendar::ServiceDate;
use crate::ground::env::Env;
use crate::ground::packed::{FromPacked, Out, Reader, Refusal, needed, tokens as object};
use crate::ground::timestamp::Timestamp;
use crate::visit::attestation::shape::{put_text, scope};
use crate::visit::attestation::{Answer, Scope};

use super::event::{Answered, Event, Role, Shown};
use super::hash::hash_of;
use super::hash::shape::write;
use super::source::Attribute;
use super::{event, feedback, record, verify};

/// What the functions of the record are called with. Each has some of it.
#[derive(Default)]
struct Request<'a> {
    record: Option<Vec<Event<'a>>>,
    at: Option<Timestamp<'a>>,
    scope: Option<Scope<'a>>,
    shown: Option<Shown<'a>>,
    role: Option<Role>,
    answer: Option<Answer>,
    on: Option<ServiceDate>,
    /// By their places among the names.
    texts: [Option<&'a str>; MOST],
}

/// As many fields as the largest request has.
const MOST: usize = 8;

impl<'a> Request<'a> {
    #[inline(never)]
    #[cfg_attr(small, optimize(size))]
    fn read(from: &mut Reader<'a>, names: &[&str]) -> Result<Self, Refusal> {
        let mut request = Self::default();
        from.object(names, &mut |place, from| {
            match names.get(place).copied() {
                Some("record") => request.record = Some(event::shape::record(from)?),
                Some("at") => request.at = Some(event::shape::timestamp(from)?),
                Some("scope") => request.scope = Some(scope(from)?),
                Some("decision") => request.shown = Some(event::shape::decision(from)?),
                Some("role") => request.role = Some(Role::read(from)?),
                Some("answer") => request.answer = Some(Answer::read(from)?),
                Some("on") => request.on = Some(<ServiceDate as FromPacked>::read(from)?),
                Some(_) => put_text(&mut request.texts, place, from)?,
                None => request = Self::default(),
            }
            Ok(())
        })?;
        Ok(request)
    }
}

/// `askAttestation` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path.
#[cfg_attr(small, optimize(size))]
pub(crate) fn ask_attestation(from: &mut Reader<'_>, _: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let Request { record, at, scope, shown, .. } = Request::read(from, &["record", "at", "scope", "decision"])?;
    let (record, at) = (needed(record, "record")?, needed(at, "at")?);
    let event = record::ask(&record, at, needed(scope, "scope")?, needed(shown, "decision")?)?;
    write(&event, Some(&hash_of(&event)), out);
    Ok(())
}

const ANSWER: &[&str; MOST] = &["record", "at", "asked", "by", "role", "enteredBy", "answer", "reason"];

/// `answerAttestation` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path.
#[cfg_attr(small, optimize(size))]
pub(crate) fn answer_attestation(from: &mut Reader<'_>, _: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let Request { record, at, role, answer, texts, .. } = Request::read(from, ANSWER)?;
    let [_, _, asked, by, _, entered_by, _, reason] = texts;
    let (record, at) = (needed(record, "record")?, needed(at, "at")?);
    let answered = Answered {
        asked: needed(asked, "asked")?,
        by: needed(by, "by")?,
        role: needed(role, "role")?,
        entered_by,
        answer: needed(answer, "answer")?,
        reason,
    };
    let event = record::answer(&record, at, answered)?;
    write(&event, Some(&hash_of(&event)), out);
    Ok(())
}

/// `verifyAttestations` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path.
#[cfg_attr(small, optimize(size))]
pub(crate) fn verify_attestations(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let (mut record, mut head) = (None, None);
    from.object(&["record", "head"], &mut |place, from| {
        match place {
            0 => record = Some(event::shape::as_found(from)?),
            1 => head = Some(from.text("text")?),
            _ => (record, head) = (None, None),
        }
        Ok(())
    })?;
    let record = needed(record, "record")?;
    let findings = verify::verify(&record, head);
    object!(out, {
        "whole" => out.bool(verify::is_whole(&findings)),
        "head" => out.option(record.last().and_then(Option::as_ref), |out, last| out.str(last.hash)),
        "findings" => out.each(&findings, |out, finding| object!(out, {
            "position" => out.count(finding.position),
            "code" => out.fixed(finding.code.as_str()),
            "severity" => out.fixed(finding.code.severity().as_str()),
            "message" => env.say(out, &finding.message),
        })),
    });
    Ok(())
}

/// `standingAttestation` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path.
#[cfg_attr(small, optimize(size))]
pub(crate) fn standing_attestation(from: &mut Reader<'_>, _: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let Request { record, scope, on, .. } = Request::read(from, &["record", "scope", "on"])?;
    let (record, scope, on) = (needed(record, "record")?, needed(scope, "scope")?, needed(on, "on")?);
    out.option(record::standing(&record, &scope, on), |out, (event, answered)| {
        object!(out, {
            "answer" => out.fixed(answered.answer.as_str()),
            "by" => out.str(answered.by),
            "at" => out.str(event.at.as_str()),
            "reason" => out.option(answered.reason, Out::str),
        });
    });
    Ok(())
}

/// `exportFeedback` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path.
#[cfg_attr(small, optimize(size))]
pub(crate) fn export_feedback(from: &mut Reader<'_>, _: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let Request { record, texts: [_, location, ..], .. } = Request::read(from, &["record", "location"])?;
    out.each(feedback::feedback(&needed(record, "record")?), |out, row| {
        object!(out, {
            "intervention" => out.str(&row.intervention),
            "action" => out.fixed(row.answered.answer.as_str()),
            "feedback" => out.option(row.answered.reason, Out::str),
            "user" => out.str(row.answered.by),
            "date" => out.str(row.date),
            "location" => out.option(location, Out::str),
        });
    });
    Ok(())
}

/// `sourceAttributes` of the public contract.
///
/// # Errors
/// None.
#[cfg_attr(small, optimize(size))]
pub(crate) fn source_attributes(_: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    out.each(Attribute::ALL, |out, attribute| {
        object!(out, {
            "id" => out.fixed(attribute.as_str()),
            "label" => env.say(out, &attribute.label()),
            "value" => env.say(out, &attribute.value(env.tables)),
        });
    });
    Ok(())
}
