//! A 271 eligibility response: what the two buckets have used or have left.

use crate::calendar::ServiceDate;
use crate::discipline::{PerServiceType, ServiceType};
use crate::eligibility::{AmountKind, EligibilityAmount};
use crate::error::Error;

use crate::wording::{Sentence, x12 as reasons};

use super::patient::{Patient, Patients};
use super::tokens::{Segment, Segments, unwrapped};
use super::{Unread, date, money, period};

/// An amount with the segment it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadAmount {
    /// What it says.
    pub amount: EligibilityAmount,
    /// The segment.
    pub segment: String,
}

/// What a response says of the buckets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Eligibility {
    /// In the order of the text.
    pub amounts: Vec<ReadAmount>,
    /// What concerns a bucket and was not read.
    pub unread: Vec<Unread>,
    /// Whose the amounts are, by their position in `amounts`.
    pub patients: Patients,
    /// The day of the first response (BHT04).
    pub answered_on: Option<ServiceDate>,
}

/// A benefit segment with what stands below it.
struct Benefit<'t> {
    segment: Segment<'t>,
    dates: Vec<Segment<'t>>,
    says_used: bool,
}

/// Reads the text.
///
/// # Errors
/// `x12-invalid` for text that is no X12.
pub fn read(text: &str) -> Result<Eligibility, Error> {
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

/// Whether a message has the words *used amount*; "unused amount" is the opposite.
fn says_used(message: &str) -> bool {
    let words: Vec<&str> = message.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(2).any(|pair| matches!(pair, [one, other] if one.eq_ignore_ascii_case("used") && other.eq_ignore_ascii_case("amount")))
}

/// Coinsurance, copayment, deductible, out of pocket and spend down: what a patient pays, whatever is left of it.
const PATIENT_SHARES: [&str; 5] = ["A", "B", "C", "G", "Y"];

const CODES: [(&str, ServiceType); 3] = [("AD", ServiceType::Ot), ("AE", ServiceType::PtSlp), ("AF", ServiceType::PtSlp)];

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

/// The amounts of a benefit that concerns a bucket; none where it concerns none or states no amount.
fn amounts(benefit: &Benefit<'_>, unread: &mut Vec<Unread>) -> Result<Vec<ReadAmount>, Sentence> {
    let eb = &benefit.segment;
    let is_code = |text: &str| CODES.iter().any(|(code, _)| *code == text);
    let shifted = reasons::SHIFTED;
    if [2, 4, 5, 6].into_iter().any(|element| is_code(eb.element(element))) {
        return Err(shifted);
    }
    let by_code = buckets(|service_type| eb.repeats(3).any(|code| CODES.contains(&(code.trim(), service_type))));
    let by_name = named(eb.element(5));
    let any = |which: PerServiceType<bool>| which.pt_slp || which.ot;
    let concerned = if any(by_code) { by_code } else { by_name };
    if [3, 4, 6, 7].into_iter().any(|element| any(named(eb.element(element)))) || (any(concerned) && eb.element(9) == "29") {
        return Err(shifted);
    }
    let states_nothing = [6, 7, 8].into_iter().all(|element| eb.element(element).is_empty()) && !benefit.says_used;
    if !any(concerned) || states_nothing {
        return Ok(Vec::new());
    }
    if any(by_code) && any(by_name) && by_code != by_name {
        return Err(reasons::DIFFERENT_BUCKETS);
    }
    if !["MB", ""].contains(&eb.element(4)) {
        return Err(reasons::other_insurance(eb.element(4)));
    }
    if !eb.element(8).is_empty() {
        return Err(shifted);
    }
    if PATIENT_SHARES.contains(&eb.element(1)) {
        return Err(reasons::PATIENT_SHARE);
    }
    let kind = match (eb.element(6) == "29", benefit.says_used) {
        (true, false) => AmountKind::Remaining,
        (false, true) => AmountKind::Used,
        (true, true) => return Err(reasons::USED_AND_REMAINING),
        (false, false) => return Err(reasons::NEITHER_USED_NOR_REMAINING),
    };
    let amount = money(eb.element(7)).ok_or(reasons::NO_AMOUNT)?;
    let (from, to) = benefit_period(benefit, unread);
    Ok(ServiceType::ALL
        .into_iter()
        .filter(|service_type| *concerned.get(*service_type))
        .map(|service_type| ReadAmount {
            amount: EligibilityAmount { service_type, kind, amount, from, to },
            segment: eb.text().to_owned(),
        })
        .collect())
}

/// The buckets that a plan's description names.
fn named(description: &str) -> PerServiceType<bool> {
    let name = description.to_ascii_lowercase();
    let has = |word: &str| name.contains(word);
    // A yearly physical is no physical therapy.
    PerServiceType { pt_slp: (has("physical") && !has("exam")) || has("speech"), ot: has("occupational") }
}

fn buckets(is: impl Fn(ServiceType) -> bool) -> PerServiceType<bool> {
    PerServiceType::from_fn(is)
}

type Period = (Option<ServiceDate>, Option<ServiceDate>);

/// The benefit period (292), else the plan's (291), else none.
fn benefit_period(benefit: &Benefit<'_>, unread: &mut Vec<Unread>) -> Period {
    for qualifier in ["292", "291"] {
        let Some(dates) = benefit.dates.iter().find(|dates| dates.element(1) == qualifier) else { continue };
        match period(dates.element(2), dates.element(3)) {
            Some((from, to)) => return (Some(from), to),
            None => unread.push(Unread::new(dates, reasons::NO_PERIOD)),
        }
    }
    (None, None)
}
