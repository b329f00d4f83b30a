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
        facts.push(next_line(tables, line, context, &mut buckets));
    }
    // The lines of an appointment go out on one claim.
    let claims: PerServiceType<bool> =
        whole_claims(context.policy.mixed_claim, facts.iter().map(|one| (one.service_type, one.due)), |bucket| bucket);
    if claims != PerServiceType::default() {
        let is_due = |one: &&mut Facts<'_>| one.service_type.is_some_and(|service_type| *claims.get(service_type));
        facts.iter_mut().filter(is_due).for_each(Facts::join_due_claim);
    }
    (facts, buckets)
}

/// The facts of the next line, whose amount counts against the lines after it.
#[inline]
pub(crate) fn next_line<'a>(
    tables: &'a Tables,
    line: &'a AppointmentLine,
    context: &'a Context,
    buckets: &mut Option<PerServiceType<Bucket>>,
) -> Facts<'a> {
    let facts = Facts::new(tables, &line.line, context, line.setting, *buckets);
    if let (true, Some(both), Some(service_type)) = (facts.accrues(), buckets, facts.service_type) {
        both.get_mut(service_type).take(line.line.allowed.unwrap_or_default());
    }
    facts
}
