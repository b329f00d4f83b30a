//! The events of the record: a question with what was shown, and a clinician's answer. They borrow from where they were read.

pub(super) mod shape;

use crate::ground::named::named;
use crate::ground::timestamp::Timestamp;
use crate::visit::action::Action;
use crate::visit::attestation::{Answer, Scope};

named! {
    /// In which capacity: KX is a clinician's word.
    pub(crate) enum Role {
        /// A therapist.
        Therapist = "therapist",
        /// A physician.
        Physician = "physician",
        /// A practitioner who is no physician and may certify a plan of care.
        Npp = "npp",
    }
}

/// What was shown when a person was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shown<'a> {
    /// The version of the rules.
    pub rules: &'a str,
    /// The rule packs in force.
    pub packs: Vec<&'a str>,
    /// What was to happen to the line.
    pub action: Action,
    /// The sentence on its chip.
    pub tooltip: &'a str,
    /// Codes of the notices beside it. A later version's were shown no less.
    pub notices: Vec<&'a str>,
    /// What was left of the bucket, letter by letter: a record keeps what it was given.
    pub remaining: Option<&'a str>,
}

/// What a clinician answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Answered<'a> {
    /// The hash of what was asked.
    pub asked: &'a str,
    /// The clinician.
    pub by: &'a str,
    /// In which capacity.
    pub role: Role,
    /// Who typed it, where another person did.
    pub entered_by: Option<&'a str>,
    /// What they answered.
    pub answer: Answer,
    /// Why.
    pub reason: Option<&'a str>,
}

/// What kind of event it is, with what only that kind has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum What<'a> {
    /// A person was asked.
    Asked(Shown<'a>),
    /// A clinician answered.
    Answered(Answered<'a>),
}

/// An event of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Event<'a> {
    /// When.
    pub at: Timestamp<'a>,
    /// What it is about.
    pub scope: Scope<'a>,
    /// What happened.
    pub what: What<'a>,
    /// The hash of the event before it; `None` for the first.
    pub previous: Option<&'a str>,
    /// Its own; empty before it has one.
    pub hash: &'a str,
}

impl Answered<'_> {
    /// The name of what an answer has to say and this one does not: who, and why KX is left off.
    pub(crate) fn lacks(&self) -> Option<&'static str> {
        if self.by.trim().is_empty() {
            return Some("by");
        }
        let is_left_off = self.answer == Answer::LeaveKxOff;
        (is_left_off && self.reason.is_none_or(|reason| reason.trim().is_empty())).then_some("reason")
    }
}

impl<'a> Event<'a> {
    /// The answer, where it is one.
    pub(crate) const fn answered(&self) -> Option<&Answered<'a>> {
        match &self.what {
            What::Asked(_) => None,
            What::Answered(answered) => Some(answered),
        }
    }
}
