//! Many requests as NDJSON: one JSON value a line in, one a line out, in order. A bad line is an error in its place.

use std::collections::HashSet;

use serde::Serialize;

use super::answer::{DecideAllItem, ErrorAnswer};
use super::audit::{AuditLineRequest, audit_group};
use super::decide;
use super::read;
use super::request::PolicyRequest;
use super::value::Value;
use crate::audit::AuditLine;
use crate::error::{Error, ErrorCode, quoted};
use crate::policy::Policy;
use crate::wording::Wording;

#[derive(Serialize)]
struct Failed {
    error: ErrorAnswer,
}

fn write(out: &mut Vec<u8>, answer: &impl Serialize) {
    // Writing into memory fails for no answer of this crate: their keys are text and their numbers finite.
    if serde_json::to_writer(&mut *out, answer).is_ok() {
        out.push(b'\n');
    }
}

/// The lines of the text without the end of line; the last one may do without.
fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let text = text.strip_suffix(b"\n").unwrap_or(text);
    let none = text.is_empty();
    text.split(|byte| *byte == b'\n').filter(move |_| !none).map(|line| line.strip_suffix(b"\r").unwrap_or(line))
}

fn value(line: &[u8]) -> Result<Value, Error> {
    let text = std::str::from_utf8(line)
        .map_err(|error| Error::new(ErrorCode::WrongType, format!("the line is no UTF-8 text: {error}"), "write the requests as UTF-8"))?;
    Value::from_json(text)
}

/// `decideNdjson` of the public contract.
///
/// ```
/// let answers = kx_modifier::api::decide_ndjson(b"{}\nnot json\n", &kx_modifier::Wording::ENGLISH);
/// assert_eq!(String::from_utf8_lossy(&answers).lines().count(), 2);
/// ```
pub fn decide_ndjson(requests: &[u8], wording: &Wording) -> Vec<u8> {
    let mut out = Vec::new();
    for line in lines(requests) {
        write(&mut out, &DecideAllItem::from(value(line).and_then(|request| decide(request, wording))));
    }
    out
}

/// A line of one beneficiary, or what was wrong with it.
type Read = Result<AuditLine, Error>;

/// `auditNdjson` of the public contract. `policy` is one of the contract, or [`Value::Null`].
///
/// # Errors
/// What the policy got wrong, with its path.
///
/// ```
/// use kx_modifier::{Wording, api::{Value, audit_ndjson}};
/// let lines = br#"{"beneficiary":"b","id":"1","date":"2026-02-02","code":"97110","modifiers":["GP","KX"],"allowed":"60.00"}"#;
/// let answers = String::from_utf8(audit_ndjson(lines, Value::Null, &Wording::ENGLISH)?).unwrap_or_default();
/// assert!(answers.starts_with(r#"{"beneficiary":"b","id":"1","serviceType":"PT/SLP","before":"2480.00","after":"2420.00","#));
/// # Ok::<(), kx_modifier::Error>(())
/// ```
pub fn audit_ndjson(lines_of_all: &[u8], policy: Value, wording: &Wording) -> Result<Vec<u8>, Error> {
    let policy = match policy {
        Value::Null => Policy::default(),
        policy => read::<PolicyRequest>(policy).map_err(|error| error.in_field("policy"))?.into(),
    };
    let mut out = Vec::new();
    let mut seen: HashSet<String> = HashSet::new();
    let mut current: Option<String> = None;
    let mut group: Vec<Read> = Vec::new();
    let mut ids: HashSet<String> = HashSet::new();
    for line in lines(lines_of_all) {
        let line = value(line).and_then(split_beneficiary).and_then(|(beneficiary, rest)| {
            if current.as_ref() != Some(&beneficiary) {
                write_group(&mut out, current.as_deref(), &mut group, &policy, wording);
                ids.clear();
                current = Some(beneficiary.clone());
                if !seen.insert(beneficiary.clone()) {
                    // Kept as the current one, so that each of its stray lines says the same.
                    current = None;
                }
            }
            if current.is_none() {
                let message = format!("lines of {} stood earlier", quoted(&beneficiary));
                let help = "sort the lines, so that those of one beneficiary stand together";
                return Err(Error::new(ErrorCode::DuplicateId, message, help).in_field("beneficiary"));
            }
            let line = AuditLine::from(read::<AuditLineRequest>(rest)?);
            if ids.insert(line.id.clone()) { Ok(line) } else { Err(super::account::duplicate_id(&line.id).in_field("id")) }
        });
        group.push(line);
    }
    write_group(&mut out, current.as_deref(), &mut group, &policy, wording);
    Ok(out)
}

/// The beneficiary of a line, and the line without it.
fn split_beneficiary(line: Value) -> Result<(String, Value), Error> {
    let Value::Object(mut fields) = line else {
        return Err(Error::new(
            ErrorCode::WrongType,
            format!("expected an object, found {}", line.kind()),
            "give one line of a claim as an object",
        ));
    };
    match fields.remove("beneficiary") {
        Some(Value::Text(beneficiary)) => Ok((beneficiary, Value::Object(fields))),
        None | Some(Value::Null) => {
            Err(Error::new(ErrorCode::MissingField, "`beneficiary` is missing", "name whose line it is").in_field("beneficiary"))
        }
        Some(other) => {
            let message = format!("expected text, found {}", other.kind());
            Err(Error::new(ErrorCode::WrongType, message, "name whose line it is, as text").in_field("beneficiary"))
        }
    }
}

fn write_group(out: &mut Vec<u8>, beneficiary: Option<&str>, group: &mut Vec<Read>, policy: &Policy, wording: &Wording) {
    let mut errors = Vec::with_capacity(group.len());
    let mut good = Vec::with_capacity(group.len());
    for line in group.drain(..) {
        match line {
            Ok(line) => {
                good.push(line);
                errors.push(None);
            }
            Err(error) => errors.push(Some(error)),
        }
    }
    let mut audited = audit_group(beneficiary.unwrap_or_default(), &good, policy, wording).into_iter();
    for error in errors {
        match error {
            Some(error) => write(out, &Failed { error: error.into() }),
            None => {
                if let Some(line) = audited.next() {
                    write(out, &line);
                }
            }
        }
    }
}
