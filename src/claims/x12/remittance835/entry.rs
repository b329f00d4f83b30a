//! A therapy line of a remittance: its day, its bucket and its allowed amount.

use crate::claims::x12::patients::Patient;
use crate::claims::x12::reasons;
use crate::claims::x12::values::procedure;
use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::{Discipline, ServiceType};
use crate::ground::money::Money;
use crate::ground::procedure::{HcpcsCode, Modifier};
use crate::ground::sentence::Sentence;
use crate::visit::coverage::Program;
use crate::visit::usage::AllowedFrom;

use super::allowed::allowed;
use super::claim::{Claim, Payment};
use super::line::Line;

/// A therapy line of a remittance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RemittanceLine {
    /// The same when the same remittance is read again.
    pub id: String,
    /// Date of service.
    pub date: ServiceDate,
    /// The bucket, by GP, GO or GN.
    pub service_type: ServiceType,
    /// What Medicare allows; 0.00 where denied, negative in a reversal.
    pub allowed: Money,
    /// Part B or Medicare Advantage.
    pub program: Program,
    /// The payment date.
    pub posted: Option<ServiceDate>,
    /// The HCPCS code.
    pub code: HcpcsCode,
    /// The modifiers in claim order.
    pub modifiers: Vec<Modifier>,
    /// The provider's claim number.
    pub claim: String,
    /// Whether the line was denied.
    pub denied: bool,
    /// Where the allowed amount was read.
    pub allowed_from: AllowedFrom,
    /// Why it was not paid as charged: `CO-45`, `PR-119`.
    pub reasons: Vec<String>,
    /// Whose it is.
    pub patient: Patient,
}

/// The line, or why it is left.
pub(super) fn read_line(
    line: &Line<'_>,
    number: usize,
    claim: &Claim<'_>,
    program: Program,
    payment: &Payment,
) -> Result<RemittanceLine, Sentence> {
    let procedure = procedure(&line.segment, 1)?;
    let names_a_plan = procedure.modifiers.iter().any(|modifier| Discipline::of_modifier(*modifier).is_some());
    let why_not = if names_a_plan { reasons::NO_BUCKET } else { reasons::NO_PLAN_OF_CARE };
    let discipline = Discipline::of_one_plan_of_care(procedure.modifiers.iter().copied()).ok_or(why_not)?;
    let date = line.days.first_or(&claim.days)?;
    // What the claim says of all its lines is said of its only one.
    let is_only = claim.has_one_line();
    let adjustments = if is_only { claim.adjustments.with(&line.adjustments) } else { line.adjustments.clone() };
    let (allowed, denied) = allowed(line, claim, &adjustments)?;
    let allowed_from = if line.allowed.is_some() { AllowedFrom::AmountB6 } else { AllowedFrom::Adjustments };
    let status = claim.status();
    // Payers write a reversal with or without the sign.
    let allowed = if status == "22" && allowed.is_above_zero() { Money::ZERO.minus(allowed) } else { allowed };
    let of_claim = adjustments.reasons.is_empty();
    Ok(RemittanceLine {
        id: format!("835 {} {} {} {} {status} line {number}", payment.trace, payment.on_text, claim.number(), claim.segment.element(7)),
        date,
        service_type: discipline.service_type(),
        allowed,
        program,
        posted: payment.on,
        code: procedure.code,
        modifiers: procedure.modifiers,
        claim: claim.number().to_owned(),
        // Taking a denial back denies nothing.
        denied: denied && status != "22",
        allowed_from,
        reasons: if of_claim { claim.adjustments.reasons.clone() } else { adjustments.reasons },
        patient: claim.names.patient(),
    })
}
