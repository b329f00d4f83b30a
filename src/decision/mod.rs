//! The decision for one line: the eight conditions of seed 002, what keeps KX from being applied although they hold, and the notices.

mod facts;
mod notices;

use crate::calendar::ServiceDate;
use crate::coverage::Coverage;
use crate::discipline::{PerServiceType, ServiceType, Therapist};
use crate::documentation::{Checklist, Documentation};
use crate::error::Error;
use crate::money::Money;
use crate::notice::Notice;
use crate::policy::Policy;
use crate::procedure::{HcpcsCode, Modifier, Modifiers};
use crate::standing::{Bucket, Source, Standing};
use crate::thresholds;
use crate::usage::Usage;
use crate::wording::{self, Sentence};

pub use facts::{Blocker, Due, Facts};

/// A claim line.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceLine {
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
}

/// Where in the appointment a code was added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Section {
    /// Adding the code is enough.
    #[default]
    Treatment,
    /// The intervention has to be marked as done.
    Flowsheet,
}

/// Where and by whom a line is furnished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Where the code was added.
    pub section: Section,
    /// The intervention is marked as done.
    pub done: bool,
    /// Who treats; `None` for a provider without a therapy discipline.
    pub therapist: Option<Therapist>,
}

impl Setting {
    /// Whether the line counts as furnished: always in the treatment section, once done in the flowsheet.
    pub fn is_furnished(&self) -> bool {
        self.section == Section::Treatment || self.done
    }
}

/// Everything a decision rests on but the line.
#[derive(Clone, Debug, PartialEq)]
pub struct Context {
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
    pub fn buckets(&self) -> Result<Option<PerServiceType<Bucket>>, Error> {
        match thresholds::amounts(self.date.year(), &self.policy) {
            Ok(amounts) => Ok(Some(Bucket::both(self.date.year(), &amounts, self.coverage.program, self.usage.as_ref(), &self.policy))),
            Err(_) if !self.coverage.benefits().apply() => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// What happens to the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// KX has been appended.
    Apply,
    /// The line has KX already.
    Keep,
    /// A person decides.
    Suggest,
    /// Nothing.
    None,
}

/// The eight conditions, in the order of seed 002.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConditionId {
    /// Medicare benefits for outpatient therapy apply to the encounter.
    MedicareBenefits,
    /// The preference is on.
    AutoApplyOn,
    /// The rendering provider's discipline maps to a service type.
    DisciplineMaps,
    /// The code is on the qualifying list of the service type.
    CodeQualifies,
    /// The usage is of the appointment's calendar year.
    CalendarYear,
    /// Nothing is left of the bucket.
    ThresholdReached,
    /// KX is not on the line.
    KxAbsent,
    /// The flowsheet intervention is marked as done.
    MarkedDone,
}

impl ConditionId {
    /// All eight, in order.
    pub const ALL: [Self; 8] = [
        Self::MedicareBenefits,
        Self::AutoApplyOn,
        Self::DisciplineMaps,
        Self::CodeQualifies,
        Self::CalendarYear,
        Self::ThresholdReached,
        Self::KxAbsent,
        Self::MarkedDone,
    ];

    /// The condition as the public contract spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::MedicareBenefits => "medicare-benefits",
            Self::AutoApplyOn => "auto-apply-on",
            Self::DisciplineMaps => "discipline-maps",
            Self::CodeQualifies => "code-qualifies",
            Self::CalendarYear => "calendar-year",
            Self::ThresholdReached => "threshold-reached",
            Self::KxAbsent => "kx-absent",
            Self::MarkedDone => "marked-done",
        }
    }
}

/// One condition with its explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Which one.
    pub id: ConditionId,
    /// Whether it holds.
    pub met: bool,
    /// Why, in a sentence.
    pub explanation: Sentence,
}

/// The answer for one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// What happens to the line.
    pub action: Action,
    /// The line's modifiers after it.
    pub modifiers: Modifiers,
    /// The bucket, where it is known.
    pub service_type: Option<ServiceType>,
    /// Where the line stands in it; `None` without a bucket or without benefits.
    pub standing: Option<Standing>,
    /// The eight conditions in order.
    pub conditions: Vec<Condition>,
    /// The chip's tooltip; `None` where there is no chip.
    pub tooltip: Option<Sentence>,
    /// What else there is to say, the gravest first.
    pub notices: Vec<Notice>,
    /// Both buckets before this line.
    pub buckets: Option<PerServiceType<Bucket>>,
    /// The checklist behind the attestation, where it is looked at.
    pub checklist: Option<Checklist>,
    /// What it rests on.
    pub basis: Basis,
}

/// What a decision rests on, for an audit trail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basis {
    /// The appointment's calendar year.
    pub year: crate::calendar::CalendarYear,
    /// What was left of the line's bucket before it, and where that comes from.
    pub remaining: Option<(Money, Source)>,
    /// The day of the usage totals.
    pub as_of: Option<ServiceDate>,
}

/// The decision for a line that stands alone.
///
/// # Errors
/// `unknown-year` where benefits apply and no amounts are known for the date of service.
pub fn decide(line: &ServiceLine, context: &Context) -> Result<Decision, Error> {
    let buckets = context.buckets()?;
    Ok(Facts::new(line, context, context.setting, buckets).decide())
}

impl Facts<'_> {
    /// The action that follows from the facts.
    pub fn action(&self) -> Action {
        if self.kx_present {
            Action::Keep
        } else if self.due == Due::No || !self.setting.is_furnished() || self.line.kx_declined.is_some() {
            Action::None
        } else if self.conditions_met() && self.blockers().next().is_none() {
            Action::Apply
        } else {
            Action::Suggest
        }
    }

    /// The whole answer.
    pub fn decide(&self) -> Decision {
        let action = self.action();
        let modifiers = match action {
            // A line without a place is never applied: see `blockers`.
            Action::Apply => self.line.modifiers.appended(Modifier::KX).unwrap_or_else(|| self.line.modifiers.clone()),
            _ => self.line.modifiers.clone(),
        };
        Decision {
            action,
            modifiers,
            service_type: self.service_type,
            standing: self.standing,
            conditions: ConditionId::ALL
                .into_iter()
                .map(|id| Condition { id, met: self.is_met(id), explanation: wording::conditions::explanation(id, self) })
                .collect(),
            tooltip: wording::tooltips::tooltip(action, self),
            notices: notices::notices(self),
            buckets: self.buckets,
            checklist: self.checklist.clone(),
            basis: Basis {
                year: self.context.date.year(),
                remaining: self.bucket.map(|bucket| (bucket.remaining, bucket.source)),
                as_of: self.context.usage.as_ref().and_then(|usage| usage.as_of),
            },
        }
    }
}
