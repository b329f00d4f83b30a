//! A reviewer's letter with what is on file in a request, and the packet in an answer.

use crate::ground::env::Env;
use crate::ground::packed::{Out, Reader, Refusal, tokens as object};
use crate::visit::attestation::Answer;

use super::checklist::{Checklist, Item, built_in};
use super::request::Asked;
use super::request::shape::request;
use super::run::{Packet, packet};
use super::section::Section;
use super::words::Words;
use super::{items, sections, sentences, signatures};
use crate::account::clocks::shape::write as write_date;

#[cfg_attr(small, optimize(size))]
fn words(words: &Words, env: &Env<'_>, out: &mut Out) {
    match words {
        Words::Ours(sentence) => env.say(out, sentence),
        Words::Given(text) => out.str(text),
    }
}

/// `reviewChecklists` of the public contract.
///
/// # Errors
/// None.
#[cfg_attr(small, optimize(size))]
pub(crate) fn review_checklists(_: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    out.each(built_in(env.tables), |out, checklist| {
        object!(out, {
            "id" => out.str(&checklist.id),
            "contractor" => out.str(&checklist.contractor),
            "source" => words(&checklist.source, env, out),
            "reviewed" => out.option(checklist.reviewed, Out::date),
            "inOrder" => out.bool(checklist.in_order),
            "items" => out.each(&checklist.items, |out, item| write_item(item, env, out)),
        });
    });
    Ok(())
}

#[cfg_attr(small, optimize(size))]
fn write_item(item: &Item, env: &Env<'_>, out: &mut Out) {
    object!(out, {
        "id" => out.str(&item.id),
        "text" => words(&item.text, env, out),
        "kinds" => out.each(&item.kinds, |out, kind| out.fixed(kind.as_str())),
        "asks" => out.fixed(item.asks.as_str()),
        "ifAny" => out.bool(item.if_any),
    });
}

/// `reviewPacket` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path.
#[cfg_attr(small, optimize(size))]
pub(crate) fn review_packet(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let asked = request(env.tables, from)?;
    let packet = packet(env.tables, &asked);
    let Asked { checklist, documents, .. } = &asked;
    object!(out, {
        "title" => env.say(out, &sentences::title(&asked)),
        "header" => env.say(out, &sentences::header(&asked)),
        "due" => write_date(&packet.due, env, out),
        "checklist" => write_checklist(checklist, env, out),
        "sections" => out.each(&packet.sections, |out, section| write_section(section, &packet, &asked, env, out)),
        "lines" => write_lines(&asked, env, out),
        "progressReports" => out.each(asked.days(), |out, day| {
            let found = items::reports_before(&asked, day);
            object!(out, {
                "day" => out.date(day),
                "reports" => out.each(found.iter().filter_map(|place| documents.get(*place)), |out, document| out.str(&document.id)),
                "missing" => out.count(items::TWO.saturating_sub(found.len())),
            });
        }),
        "signatureLog" => out.each(signatures::log(&asked), |out, row| object!(out, {
            "name" => out.str(row.name),
            "credentials" => out.option(row.signs.and_then(|signs| signs.credentials.as_deref()), Out::str),
            "signature" => out.option(row.signs.and_then(|signs| signs.signature.as_deref()), Out::str),
            "documents" => out.count(row.documents),
        })),
        "abbreviations" => out.each(&asked.abbreviations, |out, one| object!(out, {
            "short" => out.str(&one.short),
            "meaning" => out.str(&one.meaning),
        })),
        "lateEntries" => out.each(documents.iter().filter(|one| one.late_by().is_some()), |out, one| out.str(&one.id)),
        "missing" => out.each(&packet.missing, |out, sentence| env.say(out, sentence)),
        "summary" => env.say(out, &packet.summary),
    });
    Ok(())
}

#[cfg_attr(small, optimize(size))]
fn write_checklist(checklist: &Checklist, env: &Env<'_>, out: &mut Out) {
    object!(out, {
        "id" => out.str(&checklist.id),
        "contractor" => out.str(&checklist.contractor),
        "source" => words(&checklist.source, env, out),
        "reviewed" => out.option(checklist.reviewed, Out::date),
        "inOrder" => out.bool(checklist.in_order),
    });
}

#[cfg_attr(small, optimize(size))]
fn write_lines(asked: &Asked, env: &Env<'_>, out: &mut Out) {
    out.each(&asked.lines, |out, line| {
        object!(out, {
            "id" => out.str(&line.id),
            "date" => out.date(line.date),
            "code" => out.str(line.code.as_str()),
            "modifiers" => out.modifiers(line.modifiers.iter().copied()),
            "units" => out.option(line.units, Out::number),
            "charge" => out.option(line.charge, Out::money),
            "claim" => out.option(line.claim.as_deref(), Out::str),
            "documents" => out.each(items::behind(asked, line.date), |out, document| out.str(&document.id)),
            "missing" => out.each(items::lacking(asked, line.date), |out, what| words(what, env, out)),
            "decision" => out.option(line.decision, |out, decided| object!(out, {
                "action" => out.fixed(decided.action.as_str()),
                "tooltip" => env.say(out, &sentences::decided(line, decided)),
            })),
            "attestation" => out.option(sections::attested(asked, line), |out, attested| object!(out, {
                "answer" => out.fixed(Answer::as_str(attested.covering.answer)),
                "covers" => out.fixed(attested.covering.covered().as_str()),
                "by" => out.str(&attested.covering.by),
                "at" => out.str(&attested.at),
                "reason" => out.option(attested.reason.as_deref(), Out::str),
            })),
        });
    });
}

#[cfg_attr(small, optimize(size))]
fn write_section(section: &Section, packet: &Packet, asked: &Asked, env: &Env<'_>, out: &mut Out) {
    let documents = section.documents.iter().filter_map(|place| {
        let document = asked.documents.get(*place)?;
        Some((document, packet.pages.get(*place).copied().flatten()))
    });
    object!(out, {
        "id" => out.str(&section.id),
        "title" => words(&section.title, env, out),
        "status" => out.fixed(section.status.as_str()),
        "text" => out.each(&section.text, |out, text| words(text, env, out)),
        "notes" => out.each(&section.notes, |out, text| words(text, env, out)),
        "documents" => out.each(documents, |out, (document, pages)| object!(out, {
            "id" => out.str(&document.id),
            "kind" => out.fixed(document.kind.as_str()),
            "title" => match &document.title {
                Some(title) => out.str(title),
                None => env.say(out, &sentences::kind(document.kind)),
            },
            "day" => out.date(document.day),
            "through" => out.option(document.through, Out::date),
            "pages" => out.option(pages, |out, (first, last)| object!(out, {
                "from" => out.integer(first),
                "to" => out.integer(last),
            })),
            "author" => out.option(document.author.as_deref(), Out::str),
            "written" => out.option(document.written, Out::date),
            "late" => out.option(sentences::late(document), |out, late| env.say(out, &late)),
        })),
    });
}
