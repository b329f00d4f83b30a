//! Several lines of one appointment, in the order they were added.

use crate::decision::{Context, Decision, Facts, ServiceLine, Setting};
use crate::discipline::PerServiceType;
use crate::error::Error;
use crate::policy::MixedClaim;
use crate::standing::Bucket;

/// A line of an appointment with its own section, done mark and provider.
#[derive(Clone, Debug, PartialEq)]
pub struct AppointmentLine {
    /// The claim line.
    pub line: ServiceLine,
    /// Section, done mark and provider: the line's own, else the appointment's.
    pub setting: Setting,
}

/// The decisions for the lines of one appointment.
#[derive(Clone, Debug, PartialEq)]
pub struct AppointmentDecisions {
    /// One decision a line, in order.
    pub decisions: Vec<Decision>,
    /// Both buckets after the last line; `None` where the year is unknown and no benefits apply.
    pub buckets_after: Option<PerServiceType<Bucket>>,
}

/// Decides line after line. A therapy line under benefits that is furnished lowers what is left for the lines after it.
///
/// # Errors
/// `unknown-year` where benefits apply and no amounts are known for the date of service.
pub fn decide_appointment(lines: &[AppointmentLine], context: &Context) -> Result<AppointmentDecisions, Error> {
    let (facts, buckets_after) = facts(lines.iter(), context, context.buckets()?);
    Ok(AppointmentDecisions { decisions: facts.iter().map(Facts::decide).collect(), buckets_after })
}

/// The facts of each line, given both buckets before the first, and both buckets after the last.
pub fn facts<'a>(
    lines: impl Iterator<Item = &'a AppointmentLine>,
    context: &'a Context,
    mut buckets: Option<PerServiceType<Bucket>>,
) -> (Vec<Facts<'a>>, Option<PerServiceType<Bucket>>) {
    let mut facts = Vec::new();
    for line in lines {
        let one = Facts::new(&line.line, context, line.setting, buckets);
        if let (true, Some(both), Some(service_type)) = (accrues(&one), &mut buckets, one.service_type) {
            both.get_mut(service_type).take(line.line.allowed.unwrap_or_default());
        }
        facts.push(one);
    }
    if context.policy.mixed_claim == MixedClaim::WholeBucket {
        let claim =
            PerServiceType::from_fn(|service_type| facts.iter().any(|one| one.service_type == Some(service_type) && one.due.is_settled()));
        let is_due = |one: &Facts<'_>| one.service_type.is_some_and(|service_type| *claim.get(service_type));
        facts = facts.into_iter().map(|one| if is_due(&one) { one.on_due_claim() } else { one }).collect();
    }
    (facts, buckets)
}

fn accrues(facts: &Facts<'_>) -> bool {
    facts.is_medicare_therapy() && facts.setting.is_furnished()
}
