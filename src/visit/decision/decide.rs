//! The decision for one line: the eight conditions of seed 002, what keeps KX from being applied although they hold, and the notices.

use crate::ground::calendar::{CalendarYear, ServiceDate};
use crate::ground::discipline::{PerServiceType, ServiceType};
use crate::ground::error::Error;
use crate::ground::money::Money;
use crate::ground::procedure::Modifiers;
use crate::ground::sentence::Sentence;
use crate::ground::tables::Tables;
use crate::visit::context::{Context, ServiceLine};
use crate::visit::documentation::Checklist;
use crate::visit::standing::{Bucket, Source, Standing};

use super::facts::{ConditionId, Facts};
use super::notices::{self, Notice};
use super::state::{State, WaysOut};
use super::{conditions, tooltips};
use crate::visit::action::Action;

/// One condition with its explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Condition {
    /// Which one.
    pub id: ConditionId,
    /// Whether it holds.
    pub met: bool,
    /// Why, in a sentence.
    pub explanation: Sentence,
}

/// The answer for one line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Decision {
    /// What happens to the line.
    pub action: Action,
    /// What a screen shows of it.
    pub state: State,
    /// What leads out of `blocked`.
    pub ways_out: WaysOut,
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
pub(crate) struct Basis {
    /// The appointment's calendar year.
    pub year: CalendarYear,
    /// What was left of the line's bucket before it, and where that comes from.
    pub remaining: Option<(Money, Source)>,
    /// The day of the usage totals.
    pub as_of: Option<ServiceDate>,
}

/// The decision for a line that stands alone.
///
/// # Errors
/// `unknown-year` where benefits apply and no amounts are known for the date of service.
pub(crate) fn decide(tables: &Tables, line: &ServiceLine, context: &Context) -> Result<Decision, Error> {
    let buckets = context.buckets(tables)?;
    Ok(Facts::new(tables, line, context, context.setting, buckets).decide())
}

impl Facts<'_> {
    /// The whole answer.
    pub(crate) fn decide(&self) -> Decision {
        let action = self.action();
        let (notices, ways_out) = (notices::of(self), self.ways_out());
        Decision {
            action,
            state: self.state(action, &notices, &ways_out),
            ways_out,
            modifiers: self.modifiers_after(action),
            service_type: self.service_type,
            standing: self.standing,
            conditions: ConditionId::ALL
                .into_iter()
                .map(|id| Condition { id, met: self.is_met(id), explanation: conditions::explanation(id, self, action) })
                .collect(),
            tooltip: tooltips::tooltip(action, self),
            notices,
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
