//! One benefit of an eligibility response, with what stands below it.

use crate::account::eligibility::{AmountKind, EligibilityAmount};
use crate::claims::x12::patients::Patient;
use crate::claims::x12::reasons;
use crate::claims::x12::tokens::Segment;
use crate::claims::x12::unread::Unread;
use crate::claims::x12::values::{money, period};
use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::{PerServiceType, ServiceType};
use crate::ground::sentence::Sentence;

/// An amount with the segment it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ReadAmount {
    /// What it says.
    pub amount: EligibilityAmount,
    /// The segment.
    pub segment: String,
    /// Whose it is.
    pub patient: Patient,
}

/// A benefit segment with what stands below it.
pub(super) struct Benefit<'t> {
    pub(super) segment: Segment<'t>,
    pub(super) dates: Vec<Segment<'t>>,
    pub(super) says_used: bool,
}

/// Whether a message has the words *used amount*; "unused amount" is the opposite.
pub(super) fn says_used(message: &str) -> bool {
    let words: Vec<&str> = message.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(2).any(|pair| matches!(pair, [one, other] if one.eq_ignore_ascii_case("used") && other.eq_ignore_ascii_case("amount")))
}

/// Coinsurance, copayment, deductible, out of pocket and spend down: what a patient pays, whatever is left of it.
const PATIENT_SHARES: [&str; 5] = ["A", "B", "C", "G", "Y"];

const CODES: [(&str, ServiceType); 3] = [("AD", ServiceType::Ot), ("AE", ServiceType::PtSlp), ("AF", ServiceType::PtSlp)];

/// The amounts of a benefit that concerns a bucket; none where it concerns none or states no amount.
pub(super) fn amounts(benefit: &Benefit<'_>, patient: &Patient, unread: &mut Vec<Unread>) -> Result<Vec<ReadAmount>, Sentence> {
    let eb = &benefit.segment;
    let is_code = |text: &str| CODES.iter().any(|(code, _)| *code == text);
    let shifted = reasons::SHIFTED;
    if [2, 4, 5, 6].into_iter().any(|element| is_code(eb.element(element))) {
        return Err(shifted);
    }
    let by_code = PerServiceType::from_fn(|service_type| eb.repeats(3).any(|code| CODES.contains(&(code.trim(), service_type))));
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
    // Its percentage stands in EB08.
    if PATIENT_SHARES.contains(&eb.element(1)) {
        return Err(reasons::PATIENT_SHARE);
    }
    if !eb.element(8).is_empty() {
        return Err(shifted);
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
            patient: patient.clone(),
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
