//! Reads a remittance.

use crate::claims::x12::patients::{Patient, Patients};
use crate::claims::x12::reasons;
use crate::claims::x12::tokens::{Segment, Segments, unwrapped};
use crate::claims::x12::unread::Unread;
use crate::claims::x12::values::date;
use crate::ground::calendar::ServiceDate;
use crate::ground::error::Error;
use crate::visit::coverage::Program;

use super::adjustments::Adjustment;
use super::ids::Ids;
use super::line::{Claim, Line, Payment, RemittanceLine, read_line};

/// What a remittance says of therapy lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Remittance {
    /// In the order of the text.
    pub lines: Vec<RemittanceLine>,
    /// Claims and lines that were left, and why.
    pub skipped: Vec<Unread>,
    /// Whose the lines are, by their position in `lines`.
    pub patients: Patients,
    /// The payment date of the first payment.
    pub paid_on: Option<ServiceDate>,
}

/// Institutional bill types of a Part A stay.
const PART_A_STAYS: [&str; 3] = ["11", "18", "21"];

/// Reads the text.
///
/// # Errors
/// `x12-invalid` for text that is no X12.
pub(crate) fn read(text: &str) -> Result<Remittance, Error> {
    let mut reader = Reader::default();
    let text = unwrapped(text)?;
    for segment in Segments::of(&text)? {
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
