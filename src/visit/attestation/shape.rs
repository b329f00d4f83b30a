//! Events of the record in a request. Nothing is copied: a record is long, and most of it is only looked at.

use crate::ground::calendar::{CalendarYear, ServiceDate};
use crate::ground::discipline::Discipline;
use crate::ground::error::{ErrorCode, quoted};
use crate::ground::packed::{FromPacked, Reader, Refusal, needed, refuse};

use super::{Answer, Covering, Kind, Scope};

/// Puts a text at its place among the fields.
pub(crate) fn put_text<'a>(texts: &mut [Option<&'a str>], place: usize, from: &mut Reader<'a>) -> Result<(), Refusal> {
    let text = from.text("text")?;
    if let Some(place) = texts.get_mut(place) {
        *place = Some(text);
    }
    Ok(())
}

const SCOPE: &[&str] = &["patient", "discipline", "year", "line", "visit", "planOfCare", "until"];

/// `AttestationScope` of the public contract.
#[inline(never)]
#[cfg_attr(small, optimize(size))]
pub(crate) fn scope<'a>(from: &mut Reader<'a>) -> Result<Scope<'a>, Refusal> {
    let mut texts = [None; SCOPE.len()];
    let mut days = [None; SCOPE.len()];
    let (mut discipline, mut year) = (None, None);
    from.object(SCOPE, &mut |place, from| {
        match place {
            1 => discipline = Some(Discipline::read(from)?),
            2 => year = Some(<CalendarYear as FromPacked>::read(from)?),
            4 | 6 => {
                let day = <ServiceDate as FromPacked>::read(from)?;
                if let Some(place) = days.get_mut(place) {
                    *place = Some(day);
                }
            }
            7 => (texts, days, discipline, year) = ([None; 7], [None; 7], None, None),
            text => put_text(&mut texts, text, from)?,
        }
        Ok(())
    })?;
    let ([patient, _, _, line, _, plan_of_care, _], [.., visit, _, until]) = (texts, days);
    Ok(Scope {
        patient: needed(patient, "patient")?,
        discipline: needed(discipline, "discipline")?,
        year: needed(year, "year")?,
        line,
        visit,
        plan_of_care,
        until,
    })
}

/// The fields of an event.
pub(crate) const EVENT: &[&str] =
    &["kind", "at", "scope", "shown", "asked", "by", "role", "enteredBy", "answer", "reason", "previous", "hash"];

/// What a decision keeps of the record, all of one patient. It looks at what an answer covers and says, and leaves the rest of an event to
/// whoever verifies the record.
#[derive(Default)]
pub(crate) struct OfOnePatient(pub(crate) Vec<Covering>);

impl FromPacked for OfOnePatient {
    #[inline(never)]
    #[cfg_attr(small, optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let mut patient = None;
        let mut answers = Vec::new();
        from.list(&mut |from| {
            let (own, answer) = covering(from)?;
            if *patient.get_or_insert(own) != own {
                return Err(another_patient(own));
            }
            answers.extend(answer);
            Ok(())
        })?;
        Ok(Self(answers))
    }
}

/// Whose an event is, and what a decision keeps of it.
#[inline(never)]
#[cfg_attr(small, optimize(size))]
fn covering<'a>(from: &mut Reader<'a>) -> Result<(&'a str, Option<Covering>), Refusal> {
    let (mut kind, mut about, mut by, mut answer) = (None, None, None, None);
    from.object(EVENT, &mut |place, from| {
        match place {
            0 => kind = Some(Kind::read(from)?),
            2 => about = Some(scope(from)?),
            5 => by = Some(from.text("text")?),
            8 => answer = Some(Answer::read(from)?),
            12 => (kind, about, by, answer) = (None, None, None, None),
            _ => from.skip()?,
        }
        Ok(())
    })?;
    let (kind, scope) = (needed(kind, "kind")?, needed(about, "scope")?);
    let answer = match kind {
        Kind::Asked => None,
        Kind::Answered => Some(Covering::of(&scope, needed(answer, "answer")?, needed(by, "by")?)),
    };
    Ok((scope.patient, answer))
}

#[cold]
#[inline(never)]
fn another_patient(patient: &str) -> Refusal {
    let message = format!("{} is another patient than the first event's", quoted(patient));
    let refusal = refuse(ErrorCode::UnknownValue, message, "give the events of the line's patient alone");
    Box::new(refusal.in_field("patient").in_field("scope"))
}
