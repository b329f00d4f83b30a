//! Reads a claim file.

use crate::claims::x12::patients::{Patient, Patients};
use crate::claims::x12::reasons;
use crate::claims::x12::tokens::{Segment, Segments, unwrapped};
use crate::claims::x12::unread::Unread;
use crate::claims::x12::values::{date, period};
use crate::ground::calendar::ServiceDate;
use crate::ground::error::Error;
use crate::ground::named::named;
use crate::ground::tables::Tables;

use super::line::{ClaimLine, Line, read_line};

named! {
    /// Which of the two forms a claim has.
    pub(crate) enum ClaimType {
        /// A practitioner's claim.
        Professional = "professional",
        /// A facility's claim.
        Institutional = "institutional",
    }
}

/// A claim with its therapy lines.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Claim {
    /// The provider's claim number.
    pub id: String,
    /// Professional or institutional.
    pub claim_type: ClaimType,
    /// `1` original, `7` replacement, `8` void …
    pub frequency: String,
    /// Name of the payer the claim goes to.
    pub payer: Option<String>,
    /// Filed under Medicare Part A or B.
    pub medicare: bool,
    /// Its therapy lines.
    pub lines: Vec<ClaimLine>,
}

/// What a claim file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Claims {
    /// In the order of the text.
    pub claims: Vec<Claim>,
    /// Lines that were left, and why.
    pub skipped: Vec<Unread>,
    /// Whose the claims are, by their position in `claims`.
    pub patients: Patients,
    /// The day the first batch was made (BHT04).
    pub made_on: Option<ServiceDate>,
}

/// The guides of institutional claims, 5010 and 4010.
const INSTITUTIONAL: [&str; 2] = ["X223", "X096"];

/// Reads the text.
///
/// # Errors
/// `x12-invalid` for text that is no X12.
pub(crate) fn read(tables: &Tables, text: &str) -> Result<Claims, Error> {
    let mut reader = Reader {
        tables,
        answer: Claims::default(),
        claim_type: ClaimType::Professional,
        guide: String::new(),
        payer: None,
        medicare: false,
        patient: Patient::default(),
        line: None,
        in_claim: false,
    };
    let text = unwrapped(text)?;
    for segment in Segments::of(&text)? {
        reader.take(segment);
    }
    reader.close_line();
    Ok(reader.answer)
}

struct Reader<'t> {
    tables: &'t Tables,
    answer: Claims,
    claim_type: ClaimType,
    /// The implementation guide that the group names.
    guide: String,
    payer: Option<String>,
    medicare: bool,
    patient: Patient,
    line: Option<Line<'t>>,
    in_claim: bool,
}

impl<'t> Reader<'t> {
    fn take(&mut self, segment: Segment<'t>) {
        match segment.name() {
            "GS" => segment.element(8).clone_into(&mut self.guide),
            "ST" => {
                self.leave_claim();
                // 4010 says it in the group's header only.
                let guide = if segment.element(3).is_empty() { self.guide.as_str() } else { segment.element(3) };
                let is_institutional = INSTITUTIONAL.iter().any(|number| guide.contains(number));
                self.claim_type = if is_institutional { ClaimType::Institutional } else { ClaimType::Professional };
                if segment.element(1) != "837" {
                    self.answer.skipped.push(Unread::new(&segment, reasons::NOT_837));
                }
            }
            // A new subscriber has a payer of its own; a patient below keeps the subscriber's.
            "HL" => {
                self.leave_claim();
                if segment.element(3) == "22" {
                    self.payer = None;
                    self.medicare = false;
                    self.patient = Patient::default();
                }
            }
            // Below a claim the same segments tell of its other payers.
            "SBR" if !self.in_claim => self.medicare = ["MA", "MB"].contains(&segment.element(9)),
            "NM1" if !self.in_claim && segment.element(1) == "PR" => {
                self.payer = Some(segment.element(3).to_owned()).filter(|name| !name.is_empty());
            }
            // The subscriber, or the patient below.
            "NM1" if !self.in_claim && ["IL", "QC"].contains(&segment.element(1)) => self.patient = Patient::of(&segment),
            "BHT" => self.answer.made_on = self.answer.made_on.or(date(segment.element(4))),
            "CLM" => {
                self.leave_claim();
                self.answer.patients.add(&self.patient, self.answer.claims.len());
                self.in_claim = true;
                self.answer.claims.push(Claim {
                    id: segment.element(1).to_owned(),
                    claim_type: self.claim_type,
                    frequency: segment.components(5).nth(2).unwrap_or_default().to_owned(),
                    payer: self.payer.clone(),
                    medicare: self.medicare,
                    lines: Vec::new(),
                });
            }
            "LX" => {
                self.close_line();
                self.line = Some(Line { number: segment.element(1).to_owned(), service: None, date: None, control: None });
            }
            "SV1" | "SV2" => {
                if segment.name() == "SV2"
                    && let Some(claim) = self.answer.claims.last_mut()
                {
                    claim.claim_type = ClaimType::Institutional;
                }
                match &mut self.line {
                    Some(line) if line.service.is_none() => line.service = Some(segment),
                    _ => self.answer.skipped.push(Unread::new(&segment, reasons::NO_LINE)),
                }
            }
            "DTP" if segment.element(1) == "472" => {
                if let Some(line) = &mut self.line {
                    line.date = line.date.or(period(segment.element(2), segment.element(3)).map(|(from, _)| from));
                }
            }
            "REF" if segment.element(1) == "6R" => {
                if let Some(line) = &mut self.line {
                    line.control = Some(segment.element(2).to_owned()).filter(|control| !control.is_empty());
                }
            }
            "SE" => self.leave_claim(),
            _ => {}
        }
    }

    fn leave_claim(&mut self) {
        self.close_line();
        self.in_claim = false;
    }

    fn close_line(&mut self) {
        let Some(line) = self.line.take() else { return };
        let Some(service) = &line.service else { return };
        let (true, Some(claim)) = (self.in_claim, self.answer.claims.last_mut()) else {
            self.answer.skipped.push(Unread::new(service, reasons::NO_CLAIM));
            return;
        };
        match read_line(self.tables, &line, service) {
            Ok(read) => claim.lines.push(read),
            Err(reason) => self.answer.skipped.push(Unread::new(service, reason)),
        }
    }
}
