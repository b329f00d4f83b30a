//! An 835 remittance: therapy lines with their allowed amounts.

use std::collections::HashMap;

use crate::calendar::ServiceDate;
use crate::coverage::Program;
use crate::discipline::{Discipline, ServiceType};
use crate::error::Error;
use crate::money::Money;
use crate::procedure::{HcpcsCode, Modifier};

use crate::wording::{Sentence, x12 as reasons};

use super::patient::{Patient, Patients};
use super::tokens::{Segment, Segments};
use super::{Unread, date, money, procedure};

/// Where an allowed amount was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AllowedFrom {
    /// The segment that says it.
    AmountB6,
    /// The charge less the contractual adjustments.
    Adjustments,
}

/// A therapy line of a remittance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemittanceLine {
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

/// What a remittance says of therapy lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remittance {
    /// In the order of the text.
    pub lines: Vec<RemittanceLine>,
    /// Claims and lines that were left, and why.
    pub skipped: Vec<Unread>,
    /// Whose the lines are, by their position in `lines`.
    pub patients: Patients,
    /// The payment date of the first payment.
    pub paid_on: Option<ServiceDate>,
}

/// The payment that claims stand under.
#[derive(Default)]
struct Payment {
    trace: String,
    on: Option<ServiceDate>,
    on_text: String,
}

struct Claim<'t> {
    segment: Segment<'t>,
    /// `None` where its lines are skipped.
    program: Option<Program>,
    adjustments: Vec<Adjustment>,
    from: Option<ServiceDate>,
    lines: usize,
    patient: Patient,
    patient_is_named: bool,
}

struct Line<'t> {
    segment: Segment<'t>,
    adjustments: Vec<Adjustment>,
    bad_adjustment: bool,
    date: Option<ServiceDate>,
    allowed: Option<&'t str>,
}

struct Adjustment {
    group: String,
    reason: String,
    amount: Money,
}

/// Institutional bill types of a Part A stay.
const PART_A_STAYS: [&str; 3] = ["11", "18", "21"];

/// Reads the text.
///
/// # Errors
/// `x12-invalid` for text that is no X12.
pub fn read(text: &str) -> Result<Remittance, Error> {
    let mut reader = Reader::default();
    for segment in Segments::of(text)? {
        reader.take(segment);
    }
    reader.close_line();
    Ok(reader.answer)
}

#[derive(Default)]
struct Reader<'t> {
    answer: Remittance,
    payment: Payment,
    claim: Option<Claim<'t>>,
    line: Option<Line<'t>>,
    /// How often an id has been given, for claims that a payer lists twice in one payment.
    given: HashMap<String, usize>,
}

impl<'t> Reader<'t> {
    fn take(&mut self, segment: Segment<'t>) {
        match segment.name() {
            "ST" => {
                self.close_line();
                self.claim = None;
                self.payment = Payment::default();
                if segment.element(1) != "835" {
                    self.answer.skipped.push(Unread::new(&segment, reasons::NOT_835));
                }
            }
            "BPR" => {
                self.payment.on = date(segment.element(16));
                self.answer.paid_on = self.answer.paid_on.or(self.payment.on);
                self.payment.on_text = segment.element(16).to_owned();
            }
            "TRN" => self.payment.trace = segment.element(2).to_owned(),
            "CLP" => {
                self.close_line();
                self.claim = Some(self.open_claim(segment));
            }
            "SVC" => {
                self.close_line();
                self.line = Some(Line { segment, adjustments: Vec::new(), bad_adjustment: false, date: None, allowed: None });
            }
            "NM1" => self.name(&segment),
            "CAS" => self.adjust(&segment),
            "DTM" => self.date(&segment),
            "AMT" if segment.element(1) == "B6" => {
                if let Some(line) = &mut self.line {
                    line.allowed = Some(segment.element(2));
                }
            }
            "LX" | "SE" | "PLB" => {
                self.close_line();
                self.claim = None;
            }
            _ => {}
        }
    }

    fn open_claim(&mut self, segment: Segment<'t>) -> Claim<'t> {
        let program = match segment.element(6) {
            "MB" => Ok(Program::PartB),
            "MA" if PART_A_STAYS.contains(&segment.element(8)) => Err(reasons::PART_A_STAY),
            "MA" => Ok(Program::PartB),
            "16" => Ok(Program::Advantage),
            "" => Err(reasons::NO_FILING_CODE),
            other => Err(reasons::other_payer(other)),
        };
        if let Err(reason) = &program {
            self.answer.skipped.push(Unread::new(&segment, reason.clone()));
        }
        Claim {
            segment,
            program: program.ok(),
            adjustments: Vec::new(),
            from: None,
            lines: 0,
            patient: Patient::default(),
            patient_is_named: false,
        }
    }

    /// The patient, or else the insured.
    fn name(&mut self, segment: &Segment<'_>) {
        let Some(claim) = &mut self.claim else { return };
        let is_patient = segment.element(1) == "QC";
        if is_patient || (segment.element(1) == "IL" && !claim.patient_is_named) {
            claim.patient = Patient::of(segment);
            claim.patient_is_named |= is_patient;
        }
    }

    /// `CAS*CO*45*25.00**253*4.50`: a group, then reason, amount and quantity up to six times.
    fn adjust(&mut self, segment: &Segment<'_>) {
        let mut found = Vec::new();
        let mut bad = false;
        for first in [2, 5, 8, 11, 14, 17] {
            let (reason, amount) = (segment.element(first), segment.element(first.saturating_add(1)));
            match money(amount) {
                Some(amount) if !reason.is_empty() => {
                    found.push(Adjustment { group: segment.element(1).to_owned(), reason: reason.to_owned(), amount });
                }
                _ => bad |= !reason.is_empty() || !amount.is_empty(),
            }
        }
        match (&mut self.line, &mut self.claim) {
            (Some(line), _) => {
                line.adjustments.append(&mut found);
                line.bad_adjustment |= bad;
            }
            (None, Some(claim)) => claim.adjustments.append(&mut found),
            (None, None) => {}
        }
    }

    fn date(&mut self, segment: &Segment<'_>) {
        let day = date(segment.element(2));
        match (segment.element(1), &mut self.line, &mut self.claim) {
            // A service date, or the first day of a service period.
            ("472" | "150", Some(line), _) => line.date = line.date.or(day),
            // The first day of the claim's statement period.
            ("232", None, Some(claim)) => claim.from = day,
            _ => {}
        }
    }

    fn close_line(&mut self) {
        let Some(line) = self.line.take() else { return };
        let Some(claim) = &mut self.claim else {
            self.answer.skipped.push(Unread::new(&line.segment, reasons::NO_CLAIM));
            return;
        };
        claim.lines = claim.lines.saturating_add(1);
        let Some(program) = claim.program else { return };
        match read_line(&line, claim, program, &self.payment) {
            Ok(mut read) => {
                let times = self.given.entry(read.id.clone()).or_insert(0);
                *times = times.saturating_add(1);
                if *times > 1 {
                    read.id = format!("{} ({times})", read.id);
                }
                self.answer.patients.add(&claim.patient, self.answer.lines.len());
                self.answer.lines.push(read);
            }
            Err(reason) => self.answer.skipped.push(Unread::new(&line.segment, reason)),
        }
    }
}

fn read_line(line: &Line<'_>, claim: &Claim<'_>, program: Program, payment: &Payment) -> Result<RemittanceLine, Sentence> {
    let procedure = procedure(&line.segment, 1)?;
    let mut named = procedure.modifiers.iter().filter_map(|modifier| Discipline::of_modifier(*modifier));
    let discipline = named.next().filter(|_| named.next().is_none()).ok_or(reasons::NO_BUCKET)?;
    let date = line.date.or(claim.from).ok_or(reasons::NO_DATE)?;
    let charge = money(line.segment.element(2)).ok_or(reasons::BAD_CHARGE)?;
    let paid = match line.segment.element(3) {
        "" => Money::ZERO,
        text => money(text).ok_or(reasons::BAD_PAYMENT)?,
    };
    let status = claim.segment.element(2);
    // Adjustments of the whole claim speak for a line only where it has none of its own.
    let of_claim = line.adjustments.is_empty();
    let adjustments = if of_claim { &claim.adjustments } else { &line.adjustments };
    let patient: Money = adjustments.iter().filter(|one| one.group == "PR").map(|one| one.amount).sum();
    let denied = status == "4" || (paid == Money::ZERO && patient == Money::ZERO);
    let (allowed, allowed_from) = match line.allowed {
        Some(text) => (money(text).ok_or(reasons::BAD_ALLOWED)?, AllowedFrom::AmountB6),
        None if denied => (Money::ZERO, AllowedFrom::Adjustments),
        None if line.bad_adjustment => return Err(reasons::BAD_ADJUSTMENT),
        None if of_claim && adjustments.iter().any(|one| one.group != "PR") => {
            return Err(reasons::CLAIM_ADJUSTED);
        }
        None => (from_adjustments(charge, adjustments)?, AllowedFrom::Adjustments),
    };
    let allowed = match (denied, status) {
        (true, _) => Money::ZERO,
        // Payers write a reversal with or without the sign.
        (false, "22") if allowed.is_above_zero() => Money::ZERO.minus(allowed),
        (false, _) => allowed,
    };
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

/// The charge less CO-45 and CO-59. Sequestration (CO-253) lowers the payment and not the allowed amount; the patient's share is part of it.
fn from_adjustments(charge: Money, adjustments: &[Adjustment]) -> Result<Money, Sentence> {
    let mut allowed = charge;
    for one in adjustments {
        match (one.group.as_str(), one.reason.as_str()) {
            ("CO", "45" | "59") => allowed = allowed.minus(one.amount),
            ("CO", "253") | ("PR", _) => {}
            (group, reason) => return Err(reasons::adjustment(group, reason)),
        }
    }
    Ok(allowed)
}
