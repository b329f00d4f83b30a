//! Reads a claim file.

use crate::claims::x12::bill_type::not_outpatient_therapy;
use crate::claims::x12::envelope::{End, Flaws, Transactions, walk};
use crate::claims::x12::patients::{Patient, Patients};
use crate::claims::x12::reasons;
use crate::claims::x12::tokens::{Segment, unwrapped};
use crate::claims::x12::unread::Unread;
use crate::claims::x12::values::{Period, date, period};
use crate::ground::calendar::ServiceDate;
use crate::ground::claim_type::ClaimType;
use crate::ground::error::Error;
use crate::ground::sentence::Sentence;
use crate::ground::tables::Tables;

use super::line::{ClaimLine, Line, read_line};

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
    /// Whose it is.
    pub patient: Patient,
    /// Its therapy lines.
    pub lines: Vec<ClaimLine>,
}

/// What a claim file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Claims {
    /// In the order of the text.
    pub claims: Vec<Claim>,
    /// Claims and lines that were left, and why.
    pub skipped: Vec<Unread>,
    /// Whose the claims are, by their position in `claims`.
    pub patients: Patients,
    /// The day the first batch was made (BHT04).
    pub made_on: Option<ServiceDate>,
    /// What is wrong with the text as a whole.
    pub flaws: Flaws,
}

/// The guides of institutional claims, 5010 and 4010.
const INSTITUTIONAL: [&str; 2] = ["X223", "X096"];

/// Reads the text.
///
/// # Errors
/// `x12-invalid` for text that is no X12.
pub(crate) fn read(tables: &Tables, text: &str) -> Result<Claims, Error> {
    let text = unwrapped(text)?;
    let mut reader = Reader {
        tables,
        answer: Claims::default(),
        claim_type: ClaimType::Professional,
        guide: String::new(),
        payer: None,
        medicare: false,
        subscriber: Patient::default(),
        patient: Patient::default(),
        claim: None,
        line: None,
    };
    let flaws = walk(&text, &mut reader)?;
    Ok(Claims { flaws, ..reader.answer })
}

/// A claim that is open.
struct OpenClaim<'t> {
    segment: Segment<'t>,
    claim: Claim,
    /// How many service lines it has, read or not.
    services: usize,
    /// The statement's period of an institutional claim.
    period: Option<Period>,
}

struct Reader<'t> {
    tables: &'t Tables,
    answer: Claims,
    claim_type: ClaimType,
    /// The implementation guide that the group names.
    guide: String,
    payer: Option<String>,
    medicare: bool,
    subscriber: Patient,
    patient: Patient,
    claim: Option<OpenClaim<'t>>,
    line: Option<Line<'t>>,
}

impl<'t> Transactions<'t> for Reader<'t> {
    fn kind(&self) -> (&'static str, Sentence) {
        ("837", reasons::NOT_837)
    }

    fn group(&mut self, header: &Segment<'t>) {
        header.element(8).clone_into(&mut self.guide);
    }

    fn open(&mut self, header: &Segment<'t>) {
        // 4010 says it in the group's header only.
        let guide = if header.element(3).is_empty() { self.guide.as_str() } else { header.element(3) };
        let is_institutional = INSTITUTIONAL.iter().any(|number| guide.contains(number));
        self.claim_type = if is_institutional { ClaimType::Institutional } else { ClaimType::Professional };
    }

    #[cfg_attr(small, optimize(size))]
    fn take(&mut self, segment: Segment<'t>) {
        match segment.name() {
            "BHT" => self.answer.made_on = self.answer.made_on.or(date(segment.element(4))),
            "HL" => self.level(&segment),
            // Below a claim the same segments tell of its other payers.
            "SBR" if self.claim.is_none() => self.medicare = ["MA", "MB"].contains(&segment.element(9)),
            "NM1" if self.claim.is_none() => self.name(&segment),
            "CLM" => {
                self.close_claim();
                self.claim = Some(self.open_claim(segment));
            }
            "LX" => {
                self.close_line();
                self.line = Some(Line { number: segment.element(1).to_owned(), ..Line::default() });
            }
            "SV1" | "SV2" => self.service(segment),
            "DTP" => match (segment.element(1), &mut self.line, &mut self.claim) {
                ("472", Some(line), _) => line.days.push(period(segment.element(2), segment.element(3))),
                ("434", None, Some(open)) => open.period = period(segment.element(2), segment.element(3)),
                _ => {}
            },
            "REF" if segment.element(1) == "6R" => {
                if let Some(line) = &mut self.line {
                    line.control = Some(segment.element(2).to_owned()).filter(|control| !control.is_empty());
                }
            }
            "NTE" => {
                if let Some(line) = &mut self.line {
                    line.notes.push(segment.element(2));
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, end: End) {
        if end == End::CutOff
            && let Some(open) = self.claim.take()
        {
            // A claim is judged as a whole, so that one without some of its lines is none.
            self.line = None;
            self.answer.skipped.push(Unread::new(&open.segment, reasons::CUT_OFF));
        }
        self.close_claim();
    }

    fn leave(&mut self, unread: Unread) {
        self.answer.skipped.push(unread);
    }
}

impl<'t> Reader<'t> {
    /// A new subscriber has a payer of its own; a patient below keeps the subscriber's.
    fn level(&mut self, level: &Segment<'_>) {
        self.close_claim();
        if level.element(3) == "22" {
            self.payer = None;
            self.medicare = false;
            self.subscriber = Patient::default();
        }
        self.patient = self.subscriber.clone();
    }

    /// The payer, the subscriber, or the patient below, who is known by the subscriber's number where they have none.
    fn name(&mut self, name: &Segment<'_>) {
        match name.element(1) {
            "PR" => self.payer = Some(name.element(3).to_owned()).filter(|name| !name.is_empty()),
            "IL" => {
                self.subscriber = Patient::of(name);
                self.patient = self.subscriber.clone();
            }
            "QC" => self.patient = Patient::of(name).numbered_like(&self.subscriber),
            _ => {}
        }
    }

    fn open_claim(&self, segment: Segment<'t>) -> OpenClaim<'t> {
        let claim = Claim {
            id: segment.element(1).to_owned(),
            claim_type: self.claim_type,
            frequency: segment.components(5).nth(2).unwrap_or_default().to_owned(),
            payer: self.payer.clone(),
            medicare: self.medicare,
            patient: self.patient.clone(),
            lines: Vec::new(),
        };
        OpenClaim { segment, claim, services: 0, period: None }
    }

    fn service(&mut self, segment: Segment<'t>) {
        if let Some(open) = &mut self.claim {
            open.services = open.services.saturating_add(1);
            if segment.name() == "SV2" {
                open.claim.claim_type = ClaimType::Institutional;
            }
        }
        match &mut self.line {
            Some(line) if line.service.is_none() => line.service = Some(segment),
            _ => self.answer.skipped.push(Unread::new(&segment, reasons::NO_LINE)),
        }
    }

    #[cfg_attr(small, optimize(size))]
    fn close_claim(&mut self) {
        self.close_line();
        let Some(OpenClaim { segment, claim, services, .. }) = self.claim.take() else { return };
        let is_institutional = claim.medicare && claim.claim_type == ClaimType::Institutional;
        let bill_type = segment.components(5).next().unwrap_or_default();
        if let Some(reason) = not_outpatient_therapy(bill_type).filter(|_| is_institutional) {
            self.answer.skipped.push(Unread::new(&segment, reason));
            return;
        }
        if services == 0 {
            self.answer.skipped.push(Unread::new(&segment, reasons::NO_SERVICE_LINES));
        }
        self.answer.patients.add(&claim.patient, self.answer.claims.len());
        self.answer.claims.push(claim);
    }

    #[cfg_attr(small, optimize(size))]
    fn close_line(&mut self) {
        let Some(line) = self.line.take() else { return };
        let Some(service) = &line.service else { return };
        let Some(open) = &mut self.claim else {
            self.answer.skipped.push(Unread::new(service, reasons::NO_CLAIM));
            return;
        };
        match read_line(self.tables, &line, open.period, service) {
            Ok((read, left)) => {
                open.claim.lines.push(read);
                self.answer.skipped.extend(left.map(|reason| Unread::new(service, reason)));
            }
            Err(reason) => self.answer.skipped.push(Unread::new(service, reason)),
        }
    }
}
