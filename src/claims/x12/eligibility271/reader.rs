//! Reads an eligibility response.

use crate::claims::x12::patients::{Patient, Patients};
use crate::claims::x12::reasons;
use crate::claims::x12::tokens::{Segments, unwrapped};
use crate::claims::x12::unread::Unread;
use crate::claims::x12::values::date;
use crate::ground::calendar::ServiceDate;
use crate::ground::error::Error;

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
}

/// Reads the text.
///
/// # Errors
/// `x12-invalid` for text that is no X12; never for odd content.
///
/// ```
/// let text = "ISA*00*          *00*          *ZZ*S              *ZZ*R              *260101*1200*^*00501*000000001*0*P*:~\
///     ST*271*0001~EB*F*IND*AD*MB**29*1840~SE*1*0001~";
/// let read = kx_modifier::call_json("readEligibility271", &format!("\"{text}\""))?;
/// assert!(read.contains(r#""amount":"1840.00""#));
/// # Ok::<(), kx_modifier::Error>(())
/// ```
pub(crate) fn read(text: &str) -> Result<Eligibility, Error> {
    let mut answer = Eligibility::default();
    let mut open: Option<Benefit<'_>> = None;
    let mut patient = Patient::default();
    let text = unwrapped(text)?;
    for segment in Segments::of(&text)? {
        match segment.name() {
            "ST" if segment.element(1) != "271" => answer.unread.push(Unread::new(&segment, reasons::NOT_271)),
            "AAA" => answer.unread.push(Unread::new(&segment, reasons::REJECTED)),
            "EB" => {
                close(open.take(), &patient, &mut answer);
                open = Some(Benefit { segment, dates: Vec::new(), says_used: false });
            }
            "BHT" => answer.answered_on = answer.answered_on.or(date(segment.element(4))),
            "HL" | "SE" | "ST" | "NM1" => {
                close(open.take(), &patient, &mut answer);
                // The subscriber, or the dependent below.
                if segment.name() == "NM1" && ["IL", "03"].contains(&segment.element(1)) {
                    patient = Patient::of(&segment);
                }
            }
            "DTP" => {
                if let Some(benefit) = &mut open {
                    benefit.dates.push(segment);
                }
            }
            "MSG" => {
                if let Some(benefit) = &mut open {
                    benefit.says_used |= says_used(segment.element(1));
                }
            }
            _ => {}
        }
    }
    close(open, &patient, &mut answer);
    Ok(answer)
}

fn close(benefit: Option<Benefit<'_>>, patient: &Patient, answer: &mut Eligibility) {
    let Some(benefit) = benefit else { return };
    match amounts(&benefit, &mut answer.unread) {
        Ok(read) => {
            for amount in read {
                answer.patients.add(patient, answer.amounts.len());
                answer.amounts.push(amount);
            }
        }
        Err(reason) => answer.unread.push(Unread::new(&benefit.segment, reason)),
    }
}
