//! What an open appointment is asked, and what it answers: lines come as in `decideAppointment`, the answers are its answers.

use std::sync::Arc;

use crate::ground::discipline::ServiceType;
use crate::ground::env::Env;
use crate::ground::error::{Error, ErrorCode};
use crate::ground::money::Money;
use crate::ground::packed::{FromPacked, Out, Reader, Refusal, missing_argument, object};
use crate::ground::sentence::Wording;
use crate::ground::tables::Tables;
use crate::visit::card;
use crate::visit::context::shape::GivenLine;
use crate::visit::context::{AppointmentLine, Context};
use crate::visit::decision::Decision;
use crate::visit::decision::shape::{at_the_date, outcome as write_outcome, write};

use super::Session;

/// An open appointment, with each line as it was given beside what became of it.
#[derive(Debug)]
pub(crate) struct OpenAppointment {
    session: Session,
    given: Vec<Vec<u8>>,
}

/// A method of `AppointmentSession`: its arguments come one behind the other.
pub(crate) type Method = fn(&mut OpenAppointment, &mut Reader<'_>, &Wording, &mut Out) -> Result<(), Refusal>;

/// The methods by their names in the public contract.
pub(crate) const METHODS: &[(&str, Method)] = &[
    ("decide", OpenAppointment::decide),
    ("outcome", OpenAppointment::outcome),
    ("add", OpenAppointment::add),
    ("update", OpenAppointment::update),
    ("remove", OpenAppointment::remove),
    ("setOtherUsed", OpenAppointment::set_other_used),
    ("setAutoApplyKx", OpenAppointment::set_auto_apply_kx),
    ("thresholds", OpenAppointment::thresholds),
    ("lines", OpenAppointment::lines),
];

impl OpenAppointment {
    /// `openAppointment` of the public contract.
    ///
    /// # Errors
    /// What the context got wrong, with its path; `unknown-year` at `appointment.date` where benefits apply.
    pub(crate) fn open(tables: Arc<Tables>, context: &mut Reader<'_>) -> Result<Self, Refusal> {
        let session = Session::open(tables, Context::read(context)?).map_err(at_the_date)?;
        Ok(Self { session, given: Vec::new() })
    }

    fn line(&self, from: &mut Reader<'_>) -> Result<AppointmentLine, Refusal> {
        let on_the_day = |line: GivenLine| line.on(self.session.context()).map_err(|refusal| Box::new(refusal.in_field("line")));
        argument::<GivenLine>(from, "line").and_then(on_the_day)
    }

    fn decide(&mut self, from: &mut Reader<'_>, wording: &Wording, out: &mut Out) -> Result<(), Refusal> {
        let line = self.line(from)?;
        self.write(self.session.decide(&line).as_ref(), wording, out);
        Ok(())
    }

    fn outcome(&mut self, from: &mut Reader<'_>, _: &Wording, out: &mut Out) -> Result<(), Refusal> {
        let line = self.line(from)?;
        out.option(self.session.facts_of(&line).as_ref(), |out, facts| write_outcome(facts, out));
        Ok(())
    }

    fn add(&mut self, from: &mut Reader<'_>, wording: &Wording, out: &mut Out) -> Result<(), Refusal> {
        let mut given = *from;
        let line = self.line(from)?;
        let decision = self.session.add(line).map_err(|error| error.in_field("line"))?;
        self.given.push(given.packed()?);
        self.write(decision.as_ref(), wording, out);
        Ok(())
    }

    fn update(&mut self, from: &mut Reader<'_>, wording: &Wording, out: &mut Out) -> Result<(), Refusal> {
        let mut given = *from;
        let line = self.line(from)?;
        let position = line.line.id.as_deref().and_then(|id| self.session.position_of(id).ok());
        let decision = self.session.update(line).map_err(|error| error.in_field("line"))?;
        if let Some(place) = position.and_then(|position| self.given.get_mut(position)) {
            *place = given.packed()?;
        }
        self.write(decision.as_ref(), wording, out);
        Ok(())
    }

    fn remove(&mut self, from: &mut Reader<'_>, _: &Wording, out: &mut Out) -> Result<(), Refusal> {
        if !from.is_text() {
            return Err(expected("text", "id"));
        }
        let id = String::read(from)?;
        let position = self.session.position_of(&id).map_err(|error| error.in_field("id"))?;
        self.session.remove(&id)?;
        self.given.remove(position);
        out.null();
        Ok(())
    }

    fn set_other_used(&mut self, from: &mut Reader<'_>, wording: &Wording, out: &mut Out) -> Result<(), Refusal> {
        let service_type: ServiceType = argument(from, "serviceType")?;
        let amount: Money = argument(from, "amount")?;
        self.session.set_other_used(service_type, amount)?;
        self.thresholds(from, wording, out)
    }

    fn set_auto_apply_kx(&mut self, from: &mut Reader<'_>, _: &Wording, out: &mut Out) -> Result<(), Refusal> {
        let on = bool::read(from).map_err(|_| expected("true or false", "on"))?;
        self.session.set_auto_apply_kx(on);
        out.null();
        Ok(())
    }

    fn thresholds(&mut self, _: &mut Reader<'_>, wording: &Wording, out: &mut Out) -> Result<(), Refusal> {
        let env = Env { tables: self.session.tables(), wording };
        card::shape::write_of(self.session.buckets().as_ref(), self.session.context(), &env, out);
        Ok(())
    }

    fn lines(&mut self, _: &mut Reader<'_>, wording: &Wording, out: &mut Out) -> Result<(), Refusal> {
        let env = Env { tables: self.session.tables(), wording };
        let decisions = self.session.decisions();
        let mut list = out.list();
        for (given, decision) in self.given.iter().zip(&decisions) {
            out.item(&mut list);
            object!(out, { "line" => Reader::new(given).write(out)?, "decision" => write(decision, &env, out) });
        }
        out.end_list(list);
        Ok(())
    }

    fn write(&self, decision: Option<&Decision>, wording: &Wording, out: &mut Out) {
        let env = Env { tables: self.session.tables(), wording };
        // The line that was just given is always among those that are decided.
        out.option(decision, |out, decision| write(decision, &env, out));
    }
}

/// An argument that is needed.
fn argument<T: FromPacked>(from: &mut Reader<'_>, name: &str) -> Result<T, Refusal> {
    if from.nothing() {
        return Err(missing_argument(name));
    }
    T::read(from).map_err(|refusal| Box::new(refusal.in_field(name)))
}

fn expected(expected: &str, name: &str) -> Refusal {
    Box::new(Error::new(ErrorCode::WrongType, format!("expected {expected}"), format!("give {expected}")).in_field(name))
}
