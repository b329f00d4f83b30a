//! What a decision rests on: a line, where and by whom it is furnished, and everything about the appointment.

pub(crate) mod shape;

use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::{PerServiceType, Therapist};
use crate::ground::error::Error;
use crate::ground::money::Money;
use crate::ground::named::named;
use crate::ground::procedure::{HcpcsCode, Modifiers};
use crate::ground::tables::Tables;
use crate::visit::attestation::Covering;
use crate::visit::coverage::Coverage;
use crate::visit::documentation::Documentation;
use crate::visit::policy::Policy;
use crate::visit::standing::Bucket;
use crate::visit::thresholds::amounts;
use crate::visit::usage::Usage;

/// A claim line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ServiceLine {
    /// The host's name for the line.
    pub id: Option<String>,
    /// The HCPCS code.
    pub code: HcpcsCode,
    /// The modifiers in claim order.
    pub modifiers: Modifiers,
    /// Units of service; no rule here asks for them.
    pub units: Option<f64>,
    /// Allowed amount of the whole line, expected or adjudicated.
    pub allowed: Option<Money>,
    /// Why a person left KX off.
    pub kx_declined: Option<String>,
    /// Which of the usual reasons that was.
    pub declined_because: Option<DeclineReason>,
}

/// Why a person left KX off, in their words. Which of the usual reasons it was is an answer too.
pub(crate) fn declined(words: Option<String>, because: Option<DeclineReason>) -> Option<String> {
    words.or_else(|| because.map(|_| String::new()))
}

named! {
    /// Why a person leaves KX off.
    pub(crate) enum DeclineReason {
        /// Services above the threshold are not medically necessary.
        NotNecessary = "not-necessary",
        /// The record does not support KX yet.
        Documentation = "documentation",
        /// Another payer comes first.
        NotPrimary = "not-primary",
        /// What was used is not right.
        Balance = "balance",
        /// Any other.
        Other = "other",
    }
}

named! {
    /// Where in the appointment a code was added.
    #[derive(Default)]
    pub(crate) enum Section {
        /// Adding the code is enough.
        #[default]
        Treatment = "treatment",
        /// The intervention has to be marked as done.
        Flowsheet = "flowsheet",
    }
}

/// Where and by whom a line is furnished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Setting {
    /// Where the code was added.
    pub section: Section,
    /// The intervention is marked as done.
    pub done: bool,
    /// Who treats; `None` for a provider without a therapy discipline.
    pub therapist: Option<Therapist>,
}

impl Setting {
    /// Whether the line counts as furnished: always in the treatment section, once done in the flowsheet.
    pub(crate) fn is_furnished(&self) -> bool {
        self.section == Section::Treatment || self.done
    }
}

/// Everything a decision rests on but the line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Context {
    /// Date of service.
    pub date: ServiceDate,
    /// The appointment's section, done mark and provider.
    pub setting: Setting,
    /// The patient's coverage.
    pub coverage: Coverage,
    /// The preference "Auto-Apply KX Modifier".
    pub auto_apply_kx: bool,
    /// What the patient has used.
    pub usage: Option<Usage>,
    /// The patient's answers in the record of attestations, the oldest first.
    pub attestations: Vec<Covering>,
    /// The host's choices.
    pub policy: Policy,
    /// What the record holds.
    pub documentation: Option<Documentation>,
}

impl Context {
    /// Both buckets before any line; `None` where the year is unknown and no Medicare benefits apply, so that nothing depends on it.
    ///
    /// # Errors
    /// `unknown-year` where benefits apply.
    pub(crate) fn buckets(&self, tables: &Tables) -> Result<Option<PerServiceType<Bucket>>, Error> {
        match amounts(tables, self.date.year(), &self.policy.thresholds) {
            Ok(amounts) => Ok(Some(Bucket::both(self.date.year(), &amounts, self.coverage.program, self.usage.as_ref(), &self.policy))),
            Err(_) if !self.coverage.benefits().apply() => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// A line of an appointment with its own section, done mark and provider.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct AppointmentLine {
    /// The claim line.
    pub line: ServiceLine,
    /// Section, done mark and provider: the line's own, else the appointment's.
    pub setting: Setting,
}
