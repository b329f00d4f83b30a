//! An 835 remittance: therapy lines with their allowed amounts.

use std::collections::HashMap;

use crate::calendar::ServiceDate;
use crate::coverage::Program;
use crate::discipline::{Discipline, ServiceType};
use crate::error::Error;
use crate::money::Money;
use crate::procedure::{HcpcsCode, Modifier};

use crate::wording::{Sentence, x12 as reasons};

use super::adjustments::{Adjustment, from_adjustments, is_unpaid};
use super::patient::{Patient, Patients};
use super::tokens::{Segment, Segments, unwrapped};
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
    /// The payment's number and who pays.
    trace: String,
    on: Option<ServiceDate>,
    on_text: String,
}

struct Claim<'t> {
    segment: Segment<'t>,
    /// `None` where its lines are skipped.
    program: Option<Program>,
    adjustments: Vec<Adjustment>,
    bad_adjustment: bool,
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
    bad_date: bool,
    allowed: Option<&'t str>,
}

/// Institutional bill types of a Part A stay.
const PART_A_STAYS: [&str; 3] = ["11", "18", "21"];

/// Reads the text.
///
/// # Errors
/// `x12-invalid` for text that is no X12.
pub fn read(text: &str) -> Result<Remittance, Error> {
    let mut reader = Reader::default();
    let text = unwrapped(text)?;
    for segment in Segments::of(&text)? {
        reader.take(segment);
    }
    reader.close_line();
    Ok(reader.answer)
}

/// The ids that were given.
#[derive(Default)]
struct Ids {
    /// How often in the open payment, for claims that a payer lists twice.
    here: HashMap<String, usize>,
    /// The lines of the payments before.
    earlier: HashMap<String, usize>,
    /// Where the open payment's lines begin.
    first: usize,
}

impl Ids {
    fn open_payment(&mut self, lines: &[RemittanceLine]) {
        self.here.clear();
        self.earlier.extend(lines.iter().enumerate().skip(self.first).map(|(place, line)| (line.id.clone(), place)));
        self.first = lines.len();
    }

    /// Gives the line an id of its own; false where it is the very line of a payment before, as in a file that was put together twice.
    fn give(&mut self, read: &mut RemittanceLine, lines: &[RemittanceLine]) -> bool {
        let id = read.id.clone();
        loop {
            let count = self.here.entry(id.clone()).or_insert(0);
            *count = count.saturating_add(1);
            if *count > 1 {
                read.id = format!("{id} ({count})");
            }
            match self.earlier.get(&read.id).and_then(|place| lines.get(*place)) {
                None => return true,
                Some(earlier) if earlier == read => return false,
                Some(_) => {}
            }
        }
    }
}

#[derive(Default)]
struct Reader<'t> {
    answer: Remittance,
    payment: Payment,
    claim: Option<Claim<'t>>,
    line: Option<Line<'t>>,
    ids: Ids,
}

impl<'t> Reader<'t> {
    fn take(&mut self, segment: Segment<'t>) {
        match segment.name() {
            "ST" => {
                self.close_line();
                self.open_payment();
                if segment.element(1) != "835" {
                    self.answer.skipped.push(Unread::new(&segment, reasons::NOT_835));
                }
            }
            "BPR" => {
                self.payment.on = date(segment.element(16));
                self.answer.paid_on = self.answer.paid_on.or(self.payment.on);
                self.payment.on_text = segment.element(16).to_owned();
            }
            "TRN" => {
                let parts = [segment.element(2), segment.element(3)].into_iter().filter(|part| !part.is_empty());
                self.payment.trace = parts.collect::<Vec<_>>().join(" ");
            }
            "CLP" => {
                self.close_line();
                self.claim = Some(self.open_claim(segment));
            }
            "SVC" => {
                self.close_line();
                self.line =
                    Some(Line { segment, adjustments: Vec::new(), bad_adjustment: false, date: None, bad_date: false, allowed: None });
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

    fn open_payment(&mut self) {
        self.claim = None;
        self.payment = Payment::default();
        self.ids.open_payment(&self.answer.lines);
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
            bad_adjustment: false,
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

    fn adjust(&mut self, segment: &Segment<'_>) {
        let (mut found, bad) = Adjustment::all_of(segment);
        match (&mut self.line, &mut self.claim) {
            (Some(line), _) => {
                line.adjustments.append(&mut found);
                line.bad_adjustment |= bad;
            }
            (None, Some(claim)) => {
                claim.adjustments.append(&mut found);
                claim.bad_adjustment |= bad;
            }
            (None, None) => {}
        }
    }

    fn date(&mut self, segment: &Segment<'_>) {
        let day = date(segment.element(2));
        match (segment.element(1), &mut self.line, &mut self.claim) {
            // A service date, or the first day of a service period.
            ("472" | "150", Some(line), _) => {
                line.date = line.date.or(day);
                line.bad_date |= day.is_none();
            }
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
                if !self.ids.give(&mut read, &self.answer.lines) {
                    self.answer.skipped.push(Unread::new(&line.segment, reasons::TWICE));
                    return;
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
