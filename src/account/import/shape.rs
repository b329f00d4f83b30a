//! What was read beside an appointment in a request, and what accepting it would change in an answer.

use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::{PerServiceType, ServiceType};
use crate::ground::env::Env;
use crate::ground::error::{Error, ErrorCode};
use crate::ground::money::Money;
use crate::ground::packed::{FromPacked, Out, Reader, Refusal, refuse, small_shape as shape, tokens as object};
use crate::visit::context::shape::appointment;
use crate::visit::decision::Decision;
use crate::visit::decision::shape::{at_the_date, notices};
use crate::visit::standing;
use crate::visit::usage::UsageEntry;

use super::merge::Origin;
use super::preview::{Preview, Read, preview};
use super::sentences;

shape! {
    struct ReadShape {
        entries: Vec<UsageEntry> = "entries",
        other_used: PerServiceType<Option<Money>> = "otherUsed",
        as_of: ServiceDate = "asOf",
    }
}

impl FromPacked for Read {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let ReadShape { entries, other_used, as_of } = ReadShape::read(from)?;
        Ok(Self { entries: entries.unwrap_or_default(), other_used, as_of })
    }
}

/// `previewImport` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path: first that `read` is missing, then the appointment, then what was read. `unknown-year` where
/// benefits apply and the date's year has no amount.
#[cfg_attr(small, optimize(size))]
pub(crate) fn preview_import(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    if !from.is_object() {
        let message = format!("expected an object, found {}", from.kind());
        return Err(refuse(ErrorCode::WrongType, message, "give the appointment's request with `read`"));
    }
    let given_read = from.field("read").ok_or_else(|| {
        Error::new(ErrorCode::MissingField, "`read` is missing", "give what was read: entries, or otherUsed with asOf").in_field("read")
    })?;
    let rest = from.without("read")?;
    let (lines, context) = appointment(&mut Reader::new(&rest))?;
    let read = Read::read(&mut { given_read }).map_err(|refusal| Box::new(refusal.in_field("read")))?;
    let preview = preview(env.tables, &lines, &context, &read).map_err(at_the_date)?;

    let figures = read.has_figures();
    let summary = sentences::summary(&preview.merge, &read.entries, figures, preview.changes, preview.lines.len());
    let changes = read.entries.iter().zip(&preview.merge.changes);
    let buckets = ServiceType::ALL
        .into_iter()
        .filter_map(|service_type| Some((preview.before.as_ref()?.get(service_type), preview.after.as_ref()?.get(service_type))));
    object!(out, {
        "changes" => out.bool(preview.changes),
        "summary" => env.say(out, &summary),
        "usage" => usage(Reader::new(&rest).field("usage"), given_read, &preview, out)?,
        "entries" => out.each(changes, |out, (entry, change)| object!(out, {
            "id" => out.option(entry.id.as_deref(), Out::str),
            "serviceType" => out.fixed(entry.service_type.as_str()),
            "change" => out.fixed(change.change.as_str()),
            "message" => env.say(out, &sentences::entry(entry, *change, &context)),
        })),
        "buckets" => out.each(buckets, |out, (before, after)| object!(out, {
            "serviceType" => out.fixed(after.service_type.as_str()),
            "changes" => out.bool(before.remaining != after.remaining),
            "message" => env.say(out, &sentences::bucket(before, after)),
        })),
        "lines" => out.each(&preview.lines, |out, change| object!(out, {
            "position" => out.count(change.position),
            "id" => out.option(change.line.line.id.as_deref(), Out::str),
            "code" => out.str(change.line.line.code.as_str()),
            "before" => state(&change.before, out),
            "after" => state(&change.after, out),
            "message" => env.say(out, &sentences::line(change)),
        })),
        "notices" => notices(&preview.notices, env, out),
        "before" => out.option(preview.before.as_ref(), |out, both| standing::shape::write(both, env, out)),
        "after" => out.option(preview.after.as_ref(), |out, both| standing::shape::write(both, env, out)),
    });
    Ok(())
}

fn state(decision: &Decision, out: &mut Out) {
    object!(out, {
        "action" => out.fixed(decision.action.as_str()),
        "modifiers" => out.modifiers(decision.modifiers.iter()),
    });
}

/// What the host keeps. Entries, and totals that stay as they were, are given back as they came; what is absent stays absent.
fn usage(given: Option<Reader<'_>>, read: Reader<'_>, preview: &Preview<'_>, out: &mut Out) -> Result<(), Refusal> {
    let given = |name| given.and_then(|usage| usage.field(name));
    let (kept, new) = (elements(given("entries"))?, elements(read.field("entries"))?);
    let mut fields = out.fields();
    if given("entries").is_some() || !new.is_empty() {
        out.field(&mut fields, "entries");
        let mut list = out.list();
        for origin in &preview.merge.entries {
            let entry = match *origin {
                Origin::Kept(place) => kept.get(place),
                Origin::Read(place) => new.get(place),
            };
            if let Some(mut entry) = entry.copied() {
                out.item(&mut list);
                entry.write(out)?;
            }
        }
        out.end_list(list);
    }
    if let Some(mut totals) = given("used") {
        out.field(&mut fields, "used");
        totals.write(out)?;
    }
    if let Some(both) = preview.other_used {
        out.field(&mut fields, "otherUsed");
        out.known_amounts(both);
    }
    if let Some(mut totals) = given("precomputedRemaining") {
        out.field(&mut fields, "precomputedRemaining");
        totals.write(out)?;
    }
    if let Some(day) = preview.as_of {
        out.field(&mut fields, "asOf");
        out.date(day);
    }
    out.end_fields(fields);
    Ok(())
}

/// The places of a list's elements; none where there is no list.
fn elements(list: Option<Reader<'_>>) -> Result<Vec<Reader<'_>>, Refusal> {
    let mut places = Vec::new();
    if let Some(mut list) = list {
        list.list(&mut |one| {
            places.push(*one);
            one.skip()
        })?;
    }
    Ok(places)
}
