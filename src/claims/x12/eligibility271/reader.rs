//! Reads an eligibility response.

use crate::claims::x12::envelope::{End, Flaws, Transactions, walk};
use crate::claims::x12::patients::{Patient, Patients};
use crate::claims::x12::reasons;
use crate::claims::x12::tokens::{Segment, unwrapped};
use crate::claims::x12::unread::Unread;
use crate::claims::x12::values::date;
use crate::ground::calendar::ServiceDate;
use crate::ground::error::Error;
use crate::ground::sentence::Sentence;

use super::benefit::{Benefit, ReadAmount, amounts, says_used};

/// What a response says of the buckets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Eligibility {
    /// In the order of the text.
    pub amounts: Vec<ReadAmount>,
    /// What concerns a bucket and was not read.
    pub unread: Vec<Unread>,
    /// Whose the amounts are, by their position in `amounts`.
    pub patients: Patients,
    /// The day of the first response (BHT04).
    pub answered_on: Option<ServiceDate>,
    /// What is wrong with the text as a whole.
    pub flaws: Flaws,
}

/// Reads the text.
///
/// # Errors
/// `x12-invalid` for text that is no X12; never for odd content.
///
/// ```
/// let text = "ISA*00*          *00*          *ZZ*S              *ZZ*R              *260101*1200*^*00501*000000001*0*P*:~\
///     GS*HB*S*R*20260101*1200*1*X*005010X279A1~ST*271*0001~EB*F*IND*AD*MB**29*1840~SE*3*0001~GE*1*1~IEA*1*000000001~";
/// let read = kx_modifier::call_json("readEligibility271", &format!("\"{text}\""))?;
/// assert!(read.contains(r#""amount":"1840.00""#));
/// # Ok::<(), kx_modifier::Error>(())
/// ```
pub(crate) fn read(text: &str) -> Result<Eligibility, Error> {
    let text = unwrapped(text)?;
    let mut reader = Reader::default();
    let flaws = walk(&text, &mut reader)?;
    Ok(Eligibility { flaws, ..reader.answer })
}

#[derive(Default)]
struct Reader<'t> {
    answer: Eligibility,
    benefit: Option<Benefit<'t>>,
    subscriber: Patient,
    patient: Patient,
    place: Place,
}

/// Where in the response the reader is: a name is the patient's in the loop of the subscriber or the dependent, and somebody else's below a
/// benefit.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Place {
    /// The response has no loops.
    #[default]
    NoLoop,
    /// A loop, before its first benefit.
    Loop,
    /// Below a benefit of a loop.
    Benefits,
    /// Between LS and LE: another coverage.
    Related,
}

impl<'t> Transactions<'t> for Reader<'t> {
    fn kind(&self) -> (&'static str, Sentence) {
        ("271", reasons::NOT_271)
    }

    fn open(&mut self, _header: &Segment<'t>) {
        self.patient = Patient::default();
        self.subscriber = Patient::default();
        self.place = Place::NoLoop;
    }

    #[cfg_attr(small, optimize(size))]
    fn take(&mut self, segment: Segment<'t>) {
        match segment.name() {
            "BHT" => self.answer.answered_on = self.answer.answered_on.or(date(segment.element(4))),
            "AAA" => self.answer.unread.push(Unread::new(&segment, reasons::REJECTED)),
            "HL" => {
                self.close_benefit();
                self.place = Place::Loop;
                if segment.element(3) != "23" {
                    self.subscriber = Patient::default();
                }
                self.patient = self.subscriber.clone();
            }
            "LS" => {
                self.close_benefit();
                self.place = Place::Related;
            }
            "LE" => self.place = Place::Benefits,
            "NM1" => {
                self.close_benefit();
                self.name(&segment);
            }
            "EB" => {
                self.close_benefit();
                if self.place != Place::NoLoop {
                    self.place = Place::Benefits;
                }
                self.benefit = Some(Benefit { segment, dates: Vec::new(), says_used: false });
            }
            "DTP" => {
                if let Some(benefit) = &mut self.benefit {
                    benefit.dates.push(segment);
                }
            }
            "MSG" => {
                if let Some(benefit) = &mut self.benefit {
                    benefit.says_used |= says_used(segment.element(1));
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, end: End) {
        match (end, self.benefit.take()) {
            // What stands below it may have said what the amount is.
            (End::CutOff, Some(benefit)) => self.answer.unread.push(Unread::new(&benefit.segment, reasons::CUT_OFF)),
            (_, benefit) => {
                self.benefit = benefit;
                self.close_benefit();
            }
        }
    }

    fn leave(&mut self, unread: Unread) {
        self.answer.unread.push(unread);
    }
}

impl Reader<'_> {
    /// The subscriber, or the dependent below, who is known by the subscriber's number where they have none.
    fn name(&mut self, name: &Segment<'_>) {
        if !matches!(self.place, Place::NoLoop | Place::Loop) {
            return;
        }
        match name.element(1) {
            "IL" => {
                self.subscriber = Patient::of(name);
                self.patient = self.subscriber.clone();
            }
            "03" => self.patient = Patient::of(name).numbered_like(&self.subscriber),
            _ => {}
        }
    }

    #[cfg_attr(small, optimize(size))]
    fn close_benefit(&mut self) {
        let Some(benefit) = self.benefit.take() else { return };
        match amounts(&benefit, &self.patient, &mut self.answer.unread) {
            Ok(read) => {
                for amount in read {
                    self.answer.patients.add(&self.patient, self.answer.amounts.len());
                    self.answer.amounts.push(amount);
                }
            }
            Err(reason) => self.answer.unread.push(Unread::new(&benefit.segment, reason)),
        }
    }
}
