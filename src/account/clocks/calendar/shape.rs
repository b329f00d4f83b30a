//! Due dates in a request, and their calendar as an answer.

use crate::account::attestation::timestamp;
use crate::ground::calendar::ServiceDate;
use crate::ground::env::Env;
use crate::ground::error::{Error, ErrorCode};
use crate::ground::packed::{Checked, FromPacked, Out, Reader, Refusal, needed, small_shape as shape};

use super::{Event, calendar};
use crate::account::clocks::{Kind, Status};

/// A number of days that is of no weight here.
struct AnyNumber;

impl FromPacked for AnyNumber {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        from.number().map(|_| Self)
    }
}

shape! {
    struct DateShape {
        kind: Kind = "kind",
        id: String = "id",
        day: ServiceDate = "day",
        _days_left: AnyNumber = "daysLeft",
        _treatment_days_left: AnyNumber = "treatmentDaysLeft",
        status: Status = "status",
        title: String = "title",
        message: String = "message",
        next_step: String = "nextStep",
        _source: Checked<String> = "source",
    }
}

/// What a date says beside its day.
struct Given {
    kind: Kind,
    id: Option<String>,
    /// Where it is to stand in a calendar.
    day: Option<ServiceDate>,
    title: String,
    message: String,
    next_step: String,
}

impl FromPacked for Given {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let DateShape { kind, id, day, status, title, message, next_step, .. } = DateShape::read(from)?;
        let status = needed(status, "status")?;
        Ok(Self {
            kind: needed(kind, "kind")?,
            id,
            day: day.filter(|_| status != Status::Done),
            title: needed(title, "title")?,
            message: needed(message, "message")?,
            next_step: needed(next_step, "nextStep")?,
        })
    }
}

/// A moment in UTC, as a calendar has it.
struct At(String);

impl FromPacked for At {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        timestamp(from).map(|at| Self(at.in_utc()))
    }
}

shape! { struct Request { dates: Vec<Given> = "dates", at: At = "at", key: String = "key", patient: String = "patient" } }

/// `toCalendar` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path; `missing-field` for an empty key.
#[cfg_attr(small, optimize(size))]
pub(crate) fn to_calendar(from: &mut Reader<'_>, _: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let Request { dates, at, key, patient } = Request::read(from)?;
    let (dates, at, key) = (needed(dates, "dates")?, needed(at, "at")?, needed(key, "key")?);
    if key.trim().is_empty() {
        let help = "give what tells this patient's dates from another's: it is hashed, and not shown";
        return Err(Box::new(Error::new(ErrorCode::MissingField, "the text is empty", help).in_field("key")));
    }
    let event = |Given { kind, id, day, title, message, next_step }: Given| {
        Some(Event {
            key: format!("{key}\n{}\n{}", kind.as_str(), id.unwrap_or_default()),
            day: day?,
            summary: match &patient {
                Some(patient) => format!("{title} ({patient})"),
                None => title,
            },
            description: format!("{message}\n{next_step}"),
        })
    };
    let events: Vec<Event> = dates.into_iter().filter_map(event).collect();
    out.str(&calendar(&events, &at.0));
    Ok(())
}
