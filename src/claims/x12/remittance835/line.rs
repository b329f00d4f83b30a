//! A therapy line of a remittance: its day, its bucket and its allowed amount.

use crate::claims::x12::patients::Patient;
use crate::claims::x12::reasons;
use crate::claims::x12::tokens::Segment;
use crate::claims::x12::values::{money, procedure};
use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::{Discipline, ServiceType};
use crate::ground::money::Money;
use crate::ground::procedure::{HcpcsCode, Modifier};
use crate::ground::sentence::Sentence;
use crate::visit::coverage::Program;
use crate::visit::usage::AllowedFrom;

use super::adjustments::{Adjustment, from_adjustments, is_unpaid};

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
}

/// The payment that claims stand under.
#[derive(Default)]
pub(super) struct Payment {
    /// The payment's number and who pays.
    pub(super) trace: String,
    pub(super) on: Option<ServiceDate>,
    pub(super) on_text: String,
}

/// A claim that is open, and what its lines have of it.
pub(super) struct Claim<'t> {
    pub(super) segment: Segment<'t>,
    /// `None` where its lines are skipped.
    pub(super) program: Option<Program>,
    pub(super) adjustments: Vec<Adjustment>,
    pub(super) bad_adjustment: bool,
    pub(super) from: Option<ServiceDate>,
    pub(super) lines: usize,
    pub(super) patient: Patient,
    pub(super) patient_is_named: bool,
}

/// A line that is open, with the segments below it.
pub(super) struct Line<'t> {
    pub(super) segment: Segment<'t>,
    pub(super) adjustments: Vec<Adjustment>,
    pub(super) bad_adjustment: bool,
    pub(super) date: Option<ServiceDate>,
    pub(super) bad_date: bool,
    pub(super) allowed: Option<&'t str>,
}

/// The line, or why it is left.
pub(super) fn read_line(line: &Line<'_>, claim: &Claim<'_>, program: Program, payment: &Payment) -> Result<RemittanceLine, Sentence> {
    let procedure = procedure(&line.segment, 1)?;
    let discipline = Discipline::of_one_plan_of_care(procedure.modifiers.iter().copied()).ok_or(reasons::NO_BUCKET)?;
    let date = match line.date {
        Some(date) => date,
        None if line.bad_date => return Err(reasons::BAD_DATE),
        None => claim.from.ok_or(reasons::NO_DATE)?,
    };
    // Adjustments of the whole claim speak for a line only where it has none of its own.
    let of_claim = line.adjustments.is_empty() && !line.bad_adjustment;
    let adjustments = if of_claim { &claim.adjustments } else { &line.adjustments };
    let bad_adjustment = if of_claim { claim.bad_adjustment } else { line.bad_adjustment };
    let status = claim.segment.element(2);
    let denied = status == "4" || (!bad_adjustment && is_unpaid(&line.segment, adjustments)?);
    let (allowed, allowed_from) = match line.allowed {
        Some(_) if denied => (Money::ZERO, AllowedFrom::AmountB6),
        Some(text) => (money(text).ok_or(reasons::BAD_ALLOWED)?, AllowedFrom::AmountB6),
        None if denied => (Money::ZERO, AllowedFrom::Adjustments),
        None if bad_adjustment => return Err(reasons::BAD_ADJUSTMENT),
        None if of_claim && adjustments.iter().any(|one| one.group != "PR") => {
            return Err(reasons::CLAIM_ADJUSTED);
        }
        None => (from_adjustments(&line.segment, adjustments)?, AllowedFrom::Adjustments),
    };
    // Payers write a reversal with or without the sign.
    let allowed = if status == "22" && allowed.is_above_zero() { Money::ZERO.minus(allowed) } else { allowed };
    let claim_number = claim.segment.element(1);
    Ok(RemittanceLine {
        id: format!("835 {} {} {claim_number} {} {status} line {}", payment.trace, payment.on_text, claim.segment.element(7), claim.lines),
        date,
        service_type: discipline.service_type(),
        allowed,
        program,
        posted: payment.on,
        code: procedure.code,
        modifiers: procedure.modifiers,
        claim: claim_number.to_owned(),
        denied,
        allowed_from,
    })
}
