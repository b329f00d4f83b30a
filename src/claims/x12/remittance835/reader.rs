//! Reads a remittance.

use crate::claims::x12::envelope::{End, Flaws, Transactions, walk};
use crate::claims::x12::patients::Patients;
use crate::claims::x12::reasons;
use crate::claims::x12::tokens::{Segment, unwrapped};
use crate::claims::x12::unread::Unread;
use crate::claims::x12::values::date;
use crate::ground::calendar::ServiceDate;
use crate::ground::error::Error;
use crate::ground::known::Known;
use crate::ground::sentence::Sentence;
use crate::visit::coverage::Program;

use super::claim::{Claim, Payment};
use super::entry::{RemittanceLine, read_line};
use super::ids::Ids;
use super::line::Line;

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
    /// What is wrong with the text as a whole.
    pub flaws: Flaws,
}

/// Reads the text.
///
/// # Errors
/// `x12-invalid` for text that is no X12.
pub(crate) fn read(text: &str) -> Result<Remittance, Error> {
    let text = unwrapped(text)?;
    let mut reader = Reader::default();
    let flaws = walk(&text, &mut reader)?;
    Ok(Remittance { flaws, ..reader.answer })
}

#[derive(Default)]
struct Reader<'t> {
    answer: Remittance,
    payment: Payment,
    claim: Option<Claim<'t>>,
    ids: Ids,
    /// The numbers of claims that were reversed with negative amounts.
    reversed: Known<'static>,
}

impl<'t> Transactions<'t> for Reader<'t> {
    fn kind(&self) -> (&'static str, Sentence) {
        ("835", reasons::NOT_835)
    }

    fn open(&mut self, _header: &Segment<'t>) {
        self.payment = Payment::default();
        self.ids.open_payment(&self.answer.lines);
    }

    #[cfg_attr(small, optimize(size))]
    fn take(&mut self, segment: Segment<'t>) {
        match segment.name() {
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
                self.close_claim();
                self.claim = Some(Claim::new(segment));
            }
            "LX" | "PLB" => self.close_claim(),
            _ => self.take_below_claim(segment),
        }
    }

    fn close(&mut self, end: End) {
        if end == End::CutOff {
            self.cut_off();
        }
        self.close_claim();
    }

    fn leave(&mut self, unread: Unread) {
        self.answer.skipped.push(unread);
    }
}

impl<'t> Reader<'t> {
    fn take_below_claim(&mut self, segment: Segment<'t>) {
        let Some(claim) = &mut self.claim else {
            if segment.name() == "SVC" {
                self.answer.skipped.push(Unread::new(&segment, reasons::NO_CLAIM));
            }
            return;
        };
        if segment.name() == "SVC" {
            claim.lines.push(Line::new(segment));
            return;
        }
        match (segment.name(), segment.element(1), claim.lines.last_mut()) {
            ("NM1", _, _) => claim.names.add(&segment),
            ("CAS", _, Some(line)) => line.adjustments.add(&segment),
            ("CAS", _, None) => claim.adjustments.add(&segment),
            ("AMT", "B6", Some(line)) => line.state(segment.element(2)),
            // A service date or period, and the claim's statement period.
            ("DTM", "472" | "150", Some(line)) => line.days.begin(segment.element(2)),
            ("DTM", "151", Some(line)) => line.days.end(segment.element(2)),
            ("DTM", "232", None) => claim.days.begin(segment.element(2)),
            ("DTM", "233", None) => claim.days.end(segment.element(2)),
            _ => {}
        }
    }

    /// What was being read when the text ended is not whole: the line, or the claim where it has none yet.
    fn cut_off(&mut self) {
        let Some(claim) = &mut self.claim else { return };
        claim.is_cut_off = true;
        let open = claim.lines.pop();
        let segment = open.as_ref().map_or(&claim.segment, |line| &line.segment);
        self.answer.skipped.push(Unread::new(segment, reasons::CUT_OFF));
        if claim.lines.is_empty() {
            self.claim = None;
        }
    }

    #[cfg_attr(small, optimize(size))]
    fn close_claim(&mut self) {
        let Some(claim) = self.claim.take() else { return };
        let program = match self.judge(&claim) {
            Ok(program) => program,
            Err(reason) => return self.answer.skipped.push(Unread::new(&claim.segment, reason)),
        };
        for (place, line) in claim.lines.iter().enumerate() {
            match read_line(line, place.saturating_add(1), &claim, program, &self.payment) {
                Ok(mut read) => {
                    if !self.ids.give(&mut read, &self.answer.lines) {
                        self.answer.skipped.push(Unread::new(&line.segment, reasons::TWICE));
                        continue;
                    }
                    self.answer.patients.add(&read.patient, self.answer.lines.len());
                    self.answer.lines.push(read);
                }
                Err(reason) => self.answer.skipped.push(Unread::new(&line.segment, reason)),
            }
        }
    }

    /// Whether the claim's lines are read.
    fn judge(&mut self, claim: &Claim<'_>) -> Result<Program, Sentence> {
        if claim.status() == "22" {
            if claim.is_signed() {
                self.reversed.put(claim.number().to_owned(), 0);
            } else if self.reversed.get(claim.number()).is_some() {
                return Err(reasons::POSITIVE_REVERSAL);
            }
        }
        let program = claim.program()?;
        if claim.lines.is_empty() { Err(reasons::NO_SERVICE_LINES) } else { Ok(program) }
    }
}
