//! Several lines of one appointment, in the order they were added.

pub(crate) mod shape;

use crate::ground::discipline::PerServiceType;
use crate::ground::error::Error;
use crate::ground::tables::Tables;
use crate::visit::context::{AppointmentLine, Context};
use crate::visit::decision::{Decision, Facts, whole_claims};
use crate::visit::standing::Bucket;

/// The decisions for the lines of one appointment.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct AppointmentDecisions {
    /// One decision a line, in order.
    pub decisions: Vec<Decision>,
    /// Both buckets after the last line; `None` where the year is unknown and no benefits apply.
    pub buckets_after: Option<PerServiceType<Bucket>>,
}

/// Decides line after line. A therapy line under benefits that is furnished lowers what is left for the lines after it.
///
/// # Errors
/// `unknown-year` where benefits apply and no amounts are known for the date of service.
pub(crate) fn decide_appointment(tables: &Tables, lines: &[AppointmentLine], context: &Context) -> Result<AppointmentDecisions, Error> {
    let (facts, buckets_after) = facts(tables, lines.iter(), context, context.buckets(tables)?);
    Ok(AppointmentDecisions { decisions: facts.iter().map(Facts::decide).collect(), buckets_after })
}

/// The facts of each line, given both buckets before the first, and both buckets after the last.
pub(crate) fn facts<'a>(
    tables: &'a Tables,
    lines: impl Iterator<Item = &'a AppointmentLine>,
    context: &'a Context,
    mut buckets: Option<PerServiceType<Bucket>>,
) -> (Vec<Facts<'a>>, Option<PerServiceType<Bucket>>) {
    let mut facts = Vec::new();
    for line in lines {
        let one = Facts::new(tables, &line.line, context, line.setting, buckets);
        if let (true, Some(both), Some(service_type)) = (one.accrues(), &mut buckets, one.service_type) {
            both.get_mut(service_type).take(line.line.allowed.unwrap_or_default());
        }
        facts.push(one);
    }
    // The lines of an appointment go out on one claim.
    let claims: PerServiceType<bool> =
        whole_claims(context.policy.mixed_claim, facts.iter().map(|one| (one.service_type, one.due)), |bucket| bucket);
    if claims != PerServiceType::default() {
        let is_due = |one: &Facts<'_>| one.service_type.is_some_and(|service_type| *claims.get(service_type));
        facts = facts.into_iter().map(|one| if is_due(&one) { one.on_due_claim() } else { one }).collect();
    }
    (facts, buckets)
}
