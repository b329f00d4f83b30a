//! One open appointment. Lines come as in `decideAppointment`; the answers are its answers.

use serde::Serialize;

use super::answer::{DecisionAnswer, ThresholdsAnswer};
use super::read;
use super::request::{AppointmentLineRequest, ContextRequest, ServiceTypeRequest};
use super::value::Value;
use crate::appointment::AppointmentLine;
use crate::decision::Decision;
use crate::error::{Error, ErrorCode};
use crate::money::Money;
use crate::session;
use crate::wording::Wording;

/// An open appointment, with each line as it was given beside what became of it.
///
/// ```
/// use kx_modifier::{Wording, api::{Session, Value}};
/// let context = r#"{
///     "appointment": { "date": "2026-07-01", "renderingProvider": { "discipline": "PT" } },
///     "coverage": { "program": "medicare-part-b" },
///     "usage": { "used": { "PT/SLP": "2470.00" } }
/// }"#;
/// let mut session = Session::open(Value::from_json(context)?)?;
/// session.add(Value::from_json(r#"{ "id": "a", "code": "97110", "modifiers": ["GP"], "allowed": "31.40" }"#)?, &Wording::ENGLISH)?;
/// let decision = session.decide(Value::from_json(r#"{ "code": "97140", "modifiers": ["GP"] }"#)?, &Wording::ENGLISH)?;
/// assert!(serde_json::to_string(&decision).is_ok_and(|text| text.contains(r#""standing":"reached""#)));
/// # Ok::<(), kx_modifier::Error>(())
/// ```
#[derive(Debug)]
pub struct Session {
    session: session::Session,
    given: Vec<Value>,
}

/// A line of the appointment with its decision as things stand.
#[derive(Debug, Serialize)]
pub struct SessionLine<'a> {
    line: &'a Value,
    decision: DecisionAnswer,
}

impl Session {
    /// `openAppointment` of the public contract.
    ///
    /// # Errors
    /// What the context got wrong, with its path; `unknown-year` at `appointment.date` where benefits apply.
    pub fn open(context: Value) -> Result<Self, Error> {
        let context = read::<ContextRequest>(context)?.into_context();
        let session = session::Session::open(context).map_err(|error| error.in_field("date").in_field("appointment"))?;
        Ok(Self { session, given: Vec::new() })
    }

    /// The decision for a line that is not on the appointment.
    ///
    /// # Errors
    /// What the line got wrong, with its path below `line`.
    pub fn decide(&self, line: Value, wording: &Wording) -> Result<DecisionAnswer, Error> {
        let line = self.line(line)?;
        answer(self.session.decide(&line), wording)
    }

    /// The same, and the line stays.
    ///
    /// # Errors
    /// What the line got wrong, with its path below `line`: `duplicate-id` too.
    pub fn add(&mut self, line: Value, wording: &Wording) -> Result<DecisionAnswer, Error> {
        let given = line.clone();
        let line = self.line(line)?;
        let decision = self.session.add(line).map_err(|error| error.in_field("line"))?;
        self.given.push(given);
        answer(decision, wording)
    }

    /// Replaces a line.
    ///
    /// # Errors
    /// What the line got wrong, with its path below `line`: `unknown-id` too.
    pub fn update(&mut self, line: Value, wording: &Wording) -> Result<DecisionAnswer, Error> {
        let given = line.clone();
        let line = self.line(line)?;
        let position = self.session.lines().iter().position(|known| known.line.id == line.line.id);
        let decision = self.session.update(line).map_err(|error| error.in_field("line"))?;
        if let Some(place) = position.and_then(|position| self.given.get_mut(position)) {
            *place = given;
        }
        answer(decision, wording)
    }

    /// Takes a line off.
    ///
    /// # Errors
    /// `unknown-id` at `id`.
    pub fn remove(&mut self, id: &str) -> Result<(), Error> {
        let position = self.session.lines().iter().position(|known| known.line.id.as_deref() == Some(id));
        self.session.remove(id).map_err(|error| error.in_field("id"))?;
        if let Some(position) = position.filter(|position| *position < self.given.len()) {
            self.given.remove(position);
        }
        Ok(())
    }

    /// Changes "Other Medicare Threshold Used".
    ///
    /// # Errors
    /// What the arguments got wrong, at `serviceType` or `amount`.
    pub fn set_other_used(&mut self, service_type: Value, amount: Value, wording: &Wording) -> Result<Option<ThresholdsAnswer>, Error> {
        let service_type: ServiceTypeRequest = needed(service_type, "serviceType")?;
        let amount: Money = needed(amount, "amount")?;
        self.session.set_other_used(service_type.into(), amount)?;
        Ok(self.thresholds(wording))
    }

    /// Turns "Auto-Apply KX Modifier" on or off.
    pub const fn set_auto_apply_kx(&mut self, on: bool) {
        self.session.set_auto_apply_kx(on);
    }

    /// Both buckets with the lines added so far.
    pub fn thresholds(&self, wording: &Wording) -> Option<ThresholdsAnswer> {
        self.session.buckets().map(|buckets| ThresholdsAnswer::new(&buckets, wording))
    }

    /// Every line with its decision as things stand.
    pub fn lines(&self, wording: &Wording) -> Vec<SessionLine<'_>> {
        let decisions = self.session.decisions().into_iter().map(|decision| DecisionAnswer::new(decision, wording));
        self.given.iter().zip(decisions).map(|(line, decision)| SessionLine { line, decision }).collect()
    }

    fn line(&self, line: Value) -> Result<AppointmentLine, Error> {
        let line: AppointmentLineRequest = needed(line, "line")?;
        line.into_line(self.session.context()).map_err(|error| error.in_field("line"))
    }
}

fn needed<T: serde::de::DeserializeOwned>(value: Value, name: &str) -> Result<T, Error> {
    if value == Value::Null {
        return Err(Error::new(ErrorCode::MissingField, format!("`{name}` is missing"), "this argument is needed").in_field(name));
    }
    read(value).map_err(|error| error.in_field(name))
}

fn answer(decision: Option<Decision>, wording: &Wording) -> Result<DecisionAnswer, Error> {
    // The line that was just given is always among those that are decided.
    decision
        .map(|decision| DecisionAnswer::new(decision, wording))
        .ok_or_else(|| Error::new(ErrorCode::UnknownId, "the line is not on the appointment", "add it first"))
}
