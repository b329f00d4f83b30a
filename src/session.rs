//! One open appointment: the context is read once, and lines come and go.

use crate::appointment::{AppointmentLine, facts};
use crate::decision::{Context, Decision, Facts};
use crate::discipline::{PerServiceType, ServiceType};
use crate::error::{Error, ErrorCode, quoted};
use crate::money::Money;
use crate::standing::Bucket;
use crate::usage::Usage;

/// An open appointment with the lines added so far. Its answers are those of [`crate::appointment::decide_appointment`].
#[derive(Clone, Debug)]
pub struct Session {
    context: Context,
    /// Both buckets before the first line.
    start: Option<PerServiceType<Bucket>>,
    lines: Vec<AppointmentLine>,
}

impl Session {
    /// Opens an appointment without lines.
    ///
    /// # Errors
    /// `unknown-year` where benefits apply and no amounts are known for the date of service.
    pub fn open(context: Context) -> Result<Self, Error> {
        let start = context.buckets()?;
        Ok(Self { context, start, lines: Vec::new() })
    }

    /// What the appointment rests on.
    pub const fn context(&self) -> &Context {
        &self.context
    }

    /// The decision for a line that is not on the appointment.
    pub fn decide(&self, line: &AppointmentLine) -> Option<Decision> {
        self.decide_last(self.lines.iter().chain([line]))
    }

    /// Adds a line and decides it.
    ///
    /// # Errors
    /// `missing-field` for a line without an id, `duplicate-id` for one whose id is taken.
    pub fn add(&mut self, line: AppointmentLine) -> Result<Option<Decision>, Error> {
        let id = id_of(&line)?;
        if self.position(id).is_some() {
            let message = format!("{} is the id of a line that is there already", quoted(id));
            return Err(
                Error::new(ErrorCode::DuplicateId, message, "call `update` to replace it, or give the line another id").in_field("id")
            );
        }
        self.lines.push(line);
        Ok(self.decide_last(self.lines.iter()))
    }

    /// Replaces the line with the same id and decides it in its place.
    ///
    /// # Errors
    /// `missing-field` for a line without an id, `unknown-id` where no line has it.
    pub fn update(&mut self, line: AppointmentLine) -> Result<Option<Decision>, Error> {
        let position = self.known_position(id_of(&line)?).map_err(|error| error.in_field("id"))?;
        if let Some(place) = self.lines.get_mut(position) {
            *place = line;
        }
        let (facts, _) = self.facts();
        Ok(facts.get(position).map(Facts::decide))
    }

    /// Takes a line off.
    ///
    /// # Errors
    /// `unknown-id` where no line has the id.
    pub fn remove(&mut self, id: &str) -> Result<(), Error> {
        let position = self.known_position(id)?;
        self.lines.remove(position);
        Ok(())
    }

    /// Changes "Other Medicare Threshold Used" of one bucket.
    ///
    /// # Errors
    /// None that did not show when the appointment was opened.
    pub fn set_other_used(&mut self, service_type: ServiceType, amount: Money) -> Result<(), Error> {
        let usage = self.context.usage.get_or_insert_with(Usage::default);
        let other_used = usage.other_used.get_or_insert_with(PerServiceType::default);
        *other_used.get_mut(service_type) = Some(amount);
        self.start = self.context.buckets()?;
        Ok(())
    }

    /// Turns "Auto-Apply KX Modifier" on or off.
    pub const fn set_auto_apply_kx(&mut self, on: bool) {
        self.context.auto_apply_kx = on;
    }

    /// Both buckets with the lines added so far; `None` where the year is unknown and no benefits apply.
    pub fn buckets(&self) -> Option<PerServiceType<Bucket>> {
        self.facts().1
    }

    /// Every line's decision as things stand, in the order the lines were added.
    pub fn decisions(&self) -> Vec<Decision> {
        self.facts().0.iter().map(Facts::decide).collect()
    }

    /// The lines in the order they were added.
    pub fn lines(&self) -> &[AppointmentLine] {
        &self.lines
    }

    fn facts(&self) -> (Vec<Facts<'_>>, Option<PerServiceType<Bucket>>) {
        facts(self.lines.iter(), &self.context, self.start)
    }

    fn decide_last<'a>(&'a self, lines: impl Iterator<Item = &'a AppointmentLine>) -> Option<Decision> {
        facts(lines, &self.context, self.start).0.last().map(Facts::decide)
    }

    fn position(&self, id: &str) -> Option<usize> {
        self.lines.iter().position(|line| line.line.id.as_deref() == Some(id))
    }

    fn known_position(&self, id: &str) -> Result<usize, Error> {
        self.position(id)
            .ok_or_else(|| Error::new(ErrorCode::UnknownId, format!("no line has the id {}", quoted(id)), "add the line first"))
    }
}

fn id_of(line: &AppointmentLine) -> Result<&str, Error> {
    let missing =
        || Error::new(ErrorCode::MissingField, "`id` is missing", "a line that stays on the appointment needs an id").in_field("id");
    line.line.id.as_deref().ok_or_else(missing)
}
