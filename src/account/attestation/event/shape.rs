//! Events of the record in a request. Nothing is copied: a record is long, and most of it is only looked at.

use crate::ground::error::{ErrorCode, quoted};
use crate::ground::money::Money;
use crate::ground::packed::{FromPacked, Reader, Refusal, needed, refuse};
use crate::ground::timestamp::Timestamp;
use crate::visit::action::Action;
use crate::visit::attestation::shape::{EVENT, put_text, scope};
use crate::visit::attestation::{Answer, Kind};
use crate::visit::decision::NoticeCode;

use super::{Answered, Event, Role, Shown, What};

/// A moment, at its place.
pub(crate) fn timestamp<'a>(from: &mut Reader<'a>) -> Result<Timestamp<'a>, Refusal> {
    Ok(Timestamp::parse(from.text("a time as text, with an offset")?)?)
}

/// A list of texts.
pub(crate) fn texts<'a>(from: &mut Reader<'a>) -> Result<Vec<&'a str>, Refusal> {
    let mut texts = Vec::new();
    from.list(&mut |from| from.text("text").map(|text| texts.push(text)))?;
    Ok(texts)
}

const SHOWN: &[&str] = &["rules", "packs", "action", "tooltip", "notices", "remaining"];

#[inline(never)]
#[cfg_attr(small, optimize(size))]
fn shown<'a>(from: &mut Reader<'a>) -> Result<Shown<'a>, Refusal> {
    let mut found = [None; SHOWN.len()];
    let (mut packs, mut notices, mut action) = (None, None, None);
    from.object(SHOWN, &mut |place, from| {
        match place {
            1 => packs = Some(texts(from)?),
            2 => action = Some(Action::read(from)?),
            4 => notices = Some(texts(from)?),
            5 => amount_text(&mut found, place, from)?,
            6 => (found, packs, notices, action) = ([None; 6], None, None, None),
            text => put_text(&mut found, text, from)?,
        }
        Ok(())
    })?;
    let [rules, _, _, tooltip, _, remaining] = found;
    Ok(Shown {
        rules: needed(rules, "rules")?,
        packs: needed(packs, "packs")?,
        action: needed(action, "action")?,
        tooltip: needed(tooltip, "tooltip")?,
        notices: needed(notices, "notices")?,
        remaining,
    })
}

/// The fields that only an answer has, by their places in the list.
const OF_AN_ANSWER: std::ops::RangeInclusive<usize> = 4..=9;

/// `AttestationEvent` of the public contract.
#[inline(never)]
#[cfg_attr(small, optimize(size))]
fn event<'a>(from: &mut Reader<'a>) -> Result<Event<'a>, Refusal> {
    let mut texts = [None; EVENT.len()];
    let (mut kind, mut at, mut about, mut was_shown, mut role, mut answer) = (None, None, None, None, None, None);
    from.object(EVENT, &mut |place, from| {
        match place {
            0 => kind = Some(Kind::read(from)?),
            1 => at = Some(timestamp(from)?),
            2 => about = Some(scope(from)?),
            3 => was_shown = Some(shown(from)?),
            6 => role = Some(Role::read(from)?),
            8 => answer = Some(Answer::read(from)?),
            12 => (texts, kind, at, about, was_shown, role, answer) = ([None; 12], None, None, None, None, None, None),
            text => put_text(&mut texts, text, from)?,
        }
        Ok(())
    })?;
    let [_, _, _, _, asked, by, _, entered_by, _, reason, previous, hash] = texts;
    let kind = needed(kind, "kind")?;
    let what = match kind {
        Kind::Asked => {
            let of_answer = [("answer", answer.is_some()), ("role", role.is_some())].into_iter();
            let foreign = EVENT.iter().copied().zip(texts).zip(0..).filter(|(_, place)| OF_AN_ANSWER.contains(place));
            let mut foreign = foreign.map(|((name, text), _)| (name, text.is_some())).chain(of_answer);
            refuse_foreign(kind, foreign.find(|(_, is_there)| *is_there).map(|(name, _)| name))?;
            What::Asked(needed(was_shown, "shown")?)
        }
        Kind::Answered => {
            refuse_foreign(kind, was_shown.map(|_| "shown"))?;
            What::Answered(Answered {
                asked: needed(asked, "asked")?,
                by: needed(by, "by")?,
                role: needed(role, "role")?,
                entered_by,
                answer: needed(answer, "answer")?,
                reason,
            })
        }
    };
    Ok(Event { at: needed(at, "at")?, scope: needed(about, "scope")?, what, previous, hash: needed(hash, "hash")? })
}

/// A field that only the other kind of event has.
fn refuse_foreign(kind: Kind, found: Option<&str>) -> Result<(), Refusal> {
    let Some(name) = found else { return Ok(()) };
    let message = format!("`{name}` is not a field of an event of the kind {}", quoted(kind.as_str()));
    let refusal = refuse(ErrorCode::UnknownField, message, "give the events as the package wrote them");
    Err(Box::new(refusal.in_field(name)))
}

/// The record, the oldest event first.
pub(crate) fn record<'a>(from: &mut Reader<'a>) -> Result<Vec<Event<'a>>, Refusal> {
    let mut events = Vec::new();
    from.list(&mut |from| event(from).map(|event| events.push(event)))?;
    Ok(events)
}

/// The record as it is found: `None` stands for an event that cannot be read.
#[cfg_attr(small, optimize(size))]
pub(crate) fn as_found<'a>(from: &mut Reader<'a>) -> Result<Vec<Option<Event<'a>>>, Refusal> {
    let mut events = Vec::new();
    from.list(&mut |from| {
        events.push(event(&mut { *from }).ok());
        from.skip()
    })?;
    Ok(events)
}

const DECISION: &[&str] = &[
    "action",
    "state",
    "wayOut",
    "modifiers",
    "serviceType",
    "standing",
    "conditions",
    "tooltip",
    "notices",
    "thresholds",
    "documentation",
    "basis",
];

/// What a `Decision` of the public contract shows. The rest of it follows from the request it answers, and is left.
#[inline(never)]
#[cfg_attr(small, optimize(size))]
pub(crate) fn decision<'a>(from: &mut Reader<'a>) -> Result<Shown<'a>, Refusal> {
    let (mut action, mut tooltip, mut notices, mut basis) = (None, None, None, None);
    from.object(DECISION, &mut |place, from| {
        match place {
            0 => action = Some(Action::read(from)?),
            7 => tooltip = Some(from.text("text")?),
            8 => notices = Some(codes(from)?),
            11 => basis = Some(rests_on(from)?),
            12 => (action, tooltip, notices, basis) = (None, None, None, None),
            _ => from.skip()?,
        }
        Ok(())
    })?;
    let (action, tooltip, notices) = (needed(action, "action")?, needed(tooltip, "tooltip")?, needed(notices, "notices")?);
    let (rules, packs, remaining) = needed(basis, "basis")?;
    Ok(Shown { rules, packs, action, tooltip, notices, remaining })
}

/// The codes of notices.
fn codes<'a>(from: &mut Reader<'a>) -> Result<Vec<&'a str>, Refusal> {
    let mut codes = Vec::new();
    from.list(&mut |from| {
        let mut code = None;
        from.object(&["code", "severity", "message"], &mut |place, from| {
            if place == 0 {
                code = Some(NoticeCode::read(from)?);
                return Ok(());
            }
            if place < 3 {
                return from.skip();
            }
            code = None;
            Ok(())
        })?;
        codes.push(needed(code, "code")?.as_str());
        Ok(())
    })?;
    Ok(codes)
}

const BASIS: &[&str] = &["rules", "packs", "year", "remaining", "remainingSource", "asOf"];

/// Rules, packs and what was left.
type Basis<'a> = (&'a str, Vec<&'a str>, Option<&'a str>);

fn rests_on<'a>(from: &mut Reader<'a>) -> Result<Basis<'a>, Refusal> {
    let mut found = [None; BASIS.len()];
    let mut packs = None;
    from.object(BASIS, &mut |place, from| match place {
        0 => put_text(&mut found, place, from),
        1 => texts(from).map(|ids| packs = Some(ids)),
        3 => amount_text(&mut found, place, from),
        6 => {
            (found, packs) = ([None; 6], None);
            Ok(())
        }
        _ => from.skip(),
    })?;
    let [rules, _, _, remaining, ..] = found;
    Ok((needed(rules, "rules")?, needed(packs, "packs")?, remaining))
}

/// An amount, letter by letter.
fn amount_text<'a>(found: &mut [Option<&'a str>], place: usize, from: &mut Reader<'a>) -> Result<(), Refusal> {
    <Money as FromPacked>::read(&mut { *from })?;
    put_text(found, place, from)
}
