//! What accepting a read file would change.

use serde::{Deserialize, Serialize};

use super::account::PerServiceTypeAnswer;
use super::answer::{ThresholdsAnswer, action_name, severity_name};
use super::request::{AppointmentRequest, PerServiceTypeRequest, UsageEntryRequest};
use super::value::Value;
use super::{read, refuse_double_ids};
use crate::calendar::ServiceDate;
use crate::discipline::{PerServiceType, ServiceType};
use crate::error::{Error, ErrorCode};
use crate::import::{self, Change, Origin};
use crate::money::Money;
use crate::notice::Severity;
use crate::procedure::{HcpcsCode, Modifiers};
use crate::wording::{Wording, import as sentences};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ReadRequest {
    entries: Option<Vec<UsageEntryRequest>>,
    other_used: Option<PerServiceTypeRequest<Money>>,
    as_of: Option<ServiceDate>,
}

/// The answer of `previewImport`.
#[derive(Debug, Serialize)]
pub struct PreviewAnswer {
    changes: bool,
    summary: String,
    usage: UsageAnswer,
    entries: Vec<EntryAnswer>,
    buckets: Vec<BucketAnswer>,
    lines: Vec<LineAnswer>,
    notices: Vec<NoticeAnswer>,
    before: Option<ThresholdsAnswer>,
    after: Option<ThresholdsAnswer>,
}

/// What the host keeps. Totals that stay as they were are given back as they came.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct UsageAnswer {
    #[serde(skip_serializing_if = "Option::is_none")]
    entries: Option<Vec<Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    used: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    other_used: Option<PerServiceTypeAnswer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    precomputed_remaining: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<ServiceDate>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct EntryAnswer {
    id: Option<String>,
    service_type: &'static str,
    change: &'static str,
    message: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct BucketAnswer {
    service_type: &'static str,
    changes: bool,
    message: String,
}

#[derive(Debug, Serialize)]
struct LineAnswer {
    position: usize,
    id: Option<String>,
    code: HcpcsCode,
    before: StateAnswer,
    after: StateAnswer,
    message: String,
}

#[derive(Debug, Serialize)]
struct StateAnswer {
    action: &'static str,
    modifiers: Modifiers,
}

#[derive(Debug, Serialize)]
struct NoticeAnswer {
    code: &'static str,
    severity: &'static str,
    message: String,
}

/// What accepting read entries or a checked figure would change: `previewImport` of the package. Nothing is accepted.
///
/// # Errors
/// What the request got wrong, with its path; `unknown-year` where benefits apply and the date's year has no amount.
pub fn preview_import(request: Value, wording: &Wording) -> Result<PreviewAnswer, Error> {
    let Value::Object(mut fields) = request else {
        return Err(Error::new(
            ErrorCode::WrongType,
            format!("expected an object, found {}", request.kind()),
            "give the appointment's request with `read`",
        ));
    };
    let missing = || Error::new(ErrorCode::MissingField, "`read` is missing", "give what was read: entries, or otherUsed with asOf");
    let raw_read = fields.remove("read").filter(|value| *value != Value::Null).ok_or_else(|| missing().in_field("read"))?;
    let raw_usage = fields.get("usage").cloned().unwrap_or(Value::Null);
    let (lines, context) = read::<AppointmentRequest>(Value::Object(fields))?.into_parts()?;
    refuse_double_ids(&lines)?;
    let request: ReadRequest = read(raw_read.clone()).map_err(|error| error.in_field("read"))?;
    let was_read = import::Read {
        entries: request.entries.unwrap_or_default().into_iter().map(Into::into).collect(),
        other_used: request.other_used.map(Into::into),
        as_of: request.as_of,
    };
    let preview = import::preview(&lines, &context, &was_read).map_err(|error| error.in_field("date").in_field("appointment"))?;

    let (mut kept, mut new) = (items(&raw_usage, "entries"), items(&raw_read, "entries"));
    // Each is taken once: no entry of the result has the same origin as another.
    let mut take = |origin: &Origin| {
        let place = match origin {
            Origin::Kept(place) => kept.get_mut(*place),
            Origin::Read(place) => new.get_mut(*place),
        };
        place.map(std::mem::take)
    };
    let entries: Vec<Value> = preview.merge.entries.iter().filter_map(&mut take).collect();
    let has_entries = field(&raw_usage, "entries").is_some() || !was_read.entries.is_empty();
    let buckets = ServiceType::ALL.into_iter().filter_map(|service_type| {
        let (before, after) = (preview.before.as_ref()?.get(service_type), preview.after.as_ref()?.get(service_type));
        Some(BucketAnswer {
            service_type: service_type.as_str(),
            changes: before.remaining != after.remaining,
            message: wording.text(&sentences::bucket(before, after)),
        })
    });
    let notice = |place: &usize| {
        let entry = was_read.entries.get(*place)?;
        let message = wording.text(&sentences::counted_again(entry));
        Some(NoticeAnswer { code: "counted-again", severity: severity_name(Severity::Warning), message })
    };
    Ok(PreviewAnswer {
        changes: preview.changes,
        summary: wording.text(&sentences::summary(&preview.merge, was_read.has_figures(), preview.changes, preview.lines.len())),
        usage: UsageAnswer {
            entries: has_entries.then_some(entries),
            used: field(&raw_usage, "used"),
            other_used: preview.other_used.map(|PerServiceType { pt_slp, ot }| PerServiceTypeAnswer { pt_slp, ot }),
            precomputed_remaining: field(&raw_usage, "precomputedRemaining"),
            as_of: preview.as_of,
        },
        entries: was_read
            .entries
            .iter()
            .zip(&preview.merge.changes)
            .map(|(entry, change)| EntryAnswer {
                id: entry.id.clone(),
                service_type: entry.service_type.as_str(),
                change: change_name(*change),
                message: wording.text(&sentences::entry(entry, *change, &context)),
            })
            .collect(),
        buckets: buckets.collect(),
        lines: preview
            .lines
            .iter()
            .map(|change| LineAnswer {
                position: change.position,
                id: lines.get(change.position).and_then(|line| line.line.id.clone()),
                code: change.code,
                before: StateAnswer { action: action_name(change.before.action), modifiers: change.before.modifiers.clone() },
                after: StateAnswer { action: action_name(change.after.action), modifiers: change.after.modifiers.clone() },
                message: wording.text(&sentences::line(change)),
            })
            .collect(),
        notices: preview.merge.counted_again.iter().filter_map(notice).collect(),
        before: preview.before.map(|buckets| ThresholdsAnswer::new(&buckets, wording)),
        after: preview.after.map(|buckets| ThresholdsAnswer::new(&buckets, wording)),
    })
}

const fn change_name(change: Change) -> &'static str {
    match change {
        Change::Added => "added",
        Change::TakesBack => "takes-back",
        Change::Unchanged => "unchanged",
        Change::Replaces(_) => "replaces",
        Change::Settles(_) => "settles",
    }
}

/// A field of an object, where it is there.
fn field(object: &Value, name: &str) -> Option<Value> {
    match object {
        Value::Object(fields) => fields.get(name).filter(|value| **value != Value::Null).cloned(),
        _ => None,
    }
}

/// The items of a list in a field of an object; none where it is not there.
fn items(object: &Value, name: &str) -> Vec<Value> {
    match field(object, name) {
        Some(Value::List(list)) => list,
        _ => Vec::new(),
    }
}
