//! One open appointment: the context is read once, and lines come and go.

pub(crate) mod shape;

use std::sync::Arc;

use crate::ground::discipline::{PerServiceType, ServiceType};
use crate::ground::error::{Error, ErrorCode, quoted};
use crate::ground::money::Money;
use crate::ground::tables::Tables;
use crate::visit::appointment::facts;
use crate::visit::context::{AppointmentLine, Context};
use crate::visit::decision::{Decision, Facts};
use crate::visit::standing::Bucket;
use crate::visit::usage::Usage;

/// An open appointment with the lines added so far. Its answers are those of [`crate::visit::appointment::decide_appointment`].
#[derive(Clone, Debug)]
pub(crate) struct Session {
    /// The rules as they were when it was opened.
    tables: Arc<Tables>,
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
    pub(crate) fn open(tables: Arc<Tables>, context: Context) -> Result<Self, Error> {
        let start = context.buckets(&tables)?;
        Ok(Self { tables, context, start, lines: Vec::new() })
    }

    /// The rules that its answers follow.
    pub(crate) fn tables(&self) -> &Tables {
        &self.tables
    }

    /// What the appointment rests on.
    pub(crate) const fn context(&self) -> &Context {
        &self.context
    }

    /// The decision for a line that is not on the appointment.
    pub(crate) fn decide(&self, line: &AppointmentLine) -> Option<Decision> {
        self.facts_of(line).as_ref().map(Facts::decide)
    }

    /// What is so about a line that is not on the appointment.
    pub(crate) fn facts_of<'a>(&'a self, line: &'a AppointmentLine) -> Option<Facts<'a>> {
        if self.lines.is_empty() {
            return Some(Facts::new(&self.tables, &line.line, &self.context, line.setting, self.start));
        }
        facts(&self.tables, self.lines.iter().chain([line]), &self.context, self.start).0.pop()
    }

    /// Adds a line and decides it.
    ///
    /// # Errors
    /// `missing-field` for a line without an id, `duplicate-id` for one whose id is taken.
    pub(crate) fn add(&mut self, line: AppointmentLine) -> Result<Option<Decision>, Error> {
        let id = id_of(&line)?;
        if self.position(id).is_some() {
            let message = format!("{} is the id of a line that is there already", quoted(id));
            return Err(
                Error::new(ErrorCode::DuplicateId, message, "call `update` to replace it, or give the line another id").in_field("id")
            );
        }
        self.lines.push(line);
        Ok(self.facts().0.last().map(Facts::decide))
    }

    /// Replaces the line with the same id and decides it in its place.
    ///
    /// # Errors
    /// `missing-field` for a line without an id, `unknown-id` where no line has it.
    pub(crate) fn update(&mut self, line: AppointmentLine) -> Result<Option<Decision>, Error> {
        let position = self.position_of(id_of(&line)?).map_err(|error| error.in_field("id"))?;
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
    pub(crate) fn remove(&mut self, id: &str) -> Result<(), Error> {
        let position = self.position_of(id)?;
        self.lines.remove(position);
        Ok(())
    }

    /// Changes "Other Medicare Threshold Used" of one bucket.
    ///
    /// # Errors
    /// None that did not show when the appointment was opened.
    pub(crate) fn set_other_used(&mut self, service_type: ServiceType, amount: Money) -> Result<(), Error> {
        let usage = self.context.usage.get_or_insert_with(Usage::default);
        let other_used = usage.other_used.get_or_insert_with(PerServiceType::default);
        *other_used.get_mut(service_type) = Some(amount);
        self.start = self.context.buckets(&self.tables)?;
        Ok(())
    }

    /// Turns "Auto-Apply KX Modifier" on or off.
    pub(crate) const fn set_auto_apply_kx(&mut self, on: bool) {
        self.context.auto_apply_kx = on;
    }

    /// Both buckets with the lines added so far; `None` where the year is unknown and no benefits apply.
    pub(crate) fn buckets(&self) -> Option<PerServiceType<Bucket>> {
        self.facts().1
    }

    /// Every line's decision as things stand, in the order the lines were added.
    pub(crate) fn decisions(&self) -> Vec<Decision> {
        self.facts().0.iter().map(Facts::decide).collect()
    }

    fn facts(&self) -> (Vec<Facts<'_>>, Option<PerServiceType<Bucket>>) {
        facts(&self.tables, self.lines.iter(), &self.context, self.start)
    }

    fn position(&self, id: &str) -> Option<usize> {
        self.lines.iter().position(|line| line.line.id.as_deref() == Some(id))
    }

    /// Where the line with an id stands.
    ///
    /// # Errors
    /// `unknown-id` where no line has it.
    pub(crate) fn position_of(&self, id: &str) -> Result<usize, Error> {
        self.position(id)
            .ok_or_else(|| Error::new(ErrorCode::UnknownId, format!("no line has the id {}", quoted(id)), "add the line first"))
    }
}

fn id_of(line: &AppointmentLine) -> Result<&str, Error> {
    let missing =
        || Error::new(ErrorCode::MissingField, "`id` is missing", "a line that stays on the appointment needs an id").in_field("id");
    line.line.id.as_deref().ok_or_else(missing)
}
