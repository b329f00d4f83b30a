//! The record of attestations, as far as a decision asks: which clinician's answer covers KX on a line.

pub(crate) mod shape;

use crate::ground::calendar::{CalendarYear, ServiceDate};
use crate::ground::discipline::Discipline;
use crate::ground::named::named;

named! {
    /// What kind of event it is.
    pub(crate) enum Kind {
        /// A person was asked.
        Asked = "asked",
        /// A clinician answered.
        Answered = "answered",
    }
}

named! {
    /// What a clinician answers.
    pub(crate) enum Answer {
        /// The services are necessary and documented: KX belongs on the line.
        AddKx = "add-kx",
        /// KX does not belong there.
        LeaveKxOff = "leave-kx-off",
    }
}

#[cfg(feature = "account")]
named! {
    /// How far an answer reaches.
    pub(crate) enum Covers {
        /// One line.
        Line = "line",
        /// One visit.
        Visit = "visit",
        /// The services under a plan of care.
        Plan = "plan-of-care",
    }
}

/// What an answer covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scope<'a> {
    /// The host's name for the patient.
    pub patient: &'a str,
    /// Whose services. A bucket is shared by two disciplines, an answer is not.
    pub discipline: Discipline,
    /// The calendar year.
    pub year: CalendarYear,
    /// One line, by the host's name for it.
    pub line: Option<&'a str>,
    /// One visit.
    pub visit: Option<ServiceDate>,
    /// All of the discipline's services under a plan of care.
    pub plan_of_care: Option<&'a str>,
    /// The last day of the plan's certification.
    pub until: Option<ServiceDate>,
}

/// The plan of care under which an answer is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Plan<'a> {
    /// Any that was named: a line does not say its own.
    Any,
    /// This one, or none.
    Of(Option<&'a str>),
}

impl Plan<'_> {
    /// Whether an answer for a whole plan of care is one for this.
    fn is(self, answered: Option<&str>) -> bool {
        match self {
            Self::Any => answered.is_some(),
            Self::Of(own) => own == answered,
        }
    }

    /// Whether an answer for a line or a visit, which may name its plan, can be one for this.
    fn agrees(self, answered: Option<&str>) -> bool {
        match (self, answered) {
            (Self::Of(Some(own)), Some(answered)) => own == answered,
            _ => true,
        }
    }
}

/// A service that an answer is looked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Service<'a> {
    /// Whose it is.
    pub discipline: Discipline,
    /// Its day.
    pub on: ServiceDate,
    /// The host's name for its line.
    pub line: Option<&'a str>,
    /// Its plan of care.
    pub plan: Plan<'a>,
}

impl Scope<'_> {
    /// Whether an answer with this scope covers a service of the patient.
    pub(crate) fn covers(&self, service: &Service<'_>) -> bool {
        let Service { discipline, on, line, plan } = *service;
        let is_in_time = self.year == on.year() && self.until.is_none_or(|until| on <= until);
        let is_within = match (self.line, self.visit) {
            (Some(own), visit) => line == Some(own) && visit.is_none_or(|visit| visit == on) && plan.agrees(self.plan_of_care),
            (None, Some(visit)) => visit == on && plan.agrees(self.plan_of_care),
            (None, None) => plan.is(self.plan_of_care),
        };
        self.discipline == discipline && is_in_time && is_within
    }
}

/// An answer as a decision keeps it: what it covers, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Covering {
    discipline: Discipline,
    year: CalendarYear,
    line: Option<String>,
    visit: Option<ServiceDate>,
    /// A line does not say its plan of care: any that has a name will do.
    has_plan: bool,
    until: Option<ServiceDate>,
    /// What was answered.
    pub answer: Answer,
    /// Who answered.
    pub by: String,
}

impl Covering {
    /// What a decision keeps of an answer.
    pub(crate) fn of(scope: &Scope<'_>, answer: Answer, by: &str) -> Self {
        Self {
            discipline: scope.discipline,
            year: scope.year,
            line: scope.line.map(str::to_owned),
            visit: scope.visit,
            has_plan: scope.plan_of_care.is_some_and(|plan| !plan.is_empty()),
            until: scope.until,
            answer,
            by: by.to_owned(),
        }
    }

    /// Whether it covers a service of the patient.
    pub(crate) fn covers(&self, service: &Service<'_>) -> bool {
        self.scope().covers(service)
    }

    /// How far it reaches.
    #[cfg(feature = "account")]
    pub(crate) fn covered(&self) -> Covers {
        match (&self.line, self.visit) {
            (Some(_), _) => Covers::Line,
            (None, Some(_)) => Covers::Visit,
            (None, None) => Covers::Plan,
        }
    }

    fn scope(&self) -> Scope<'_> {
        let Self { discipline, year, visit, until, .. } = *self;
        Scope { patient: "", discipline, year, line: self.line.as_deref(), visit, plan_of_care: self.has_plan.then_some(""), until }
    }
}

/// The newest of a patient's answers, the oldest first, that covers a line.
#[cold]
#[inline(never)]
pub(crate) fn newest<'c>(answers: &'c [Covering], discipline: Discipline, on: ServiceDate, line: Option<&str>) -> Option<&'c Covering> {
    let service = Service { discipline, on, line, plan: Plan::Any };
    answers.iter().rev().find(|answer| answer.covers(&service))
}
