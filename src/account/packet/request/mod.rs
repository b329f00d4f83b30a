//! What is looked at: the letter, the lines under review, what is on file, and what the contractor asks for.

pub(super) mod shape;

use crate::account::clocks::Review;
use crate::ground::calendar::ServiceDate;
use crate::ground::money::Money;
use crate::ground::procedure::{HcpcsCode, Modifier};
use crate::ground::review_rows::DocumentKind;
use crate::visit::action::Action;
use crate::visit::attestation::{Answer, Covering};

use super::checklist::Checklist;

/// How a person signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Signature {
    /// As it stands in documents.
    pub name: String,
    /// Such as PT.
    pub credentials: Option<String>,
    /// What the signature looks like, in letters.
    pub signature: Option<String>,
}

/// A document on file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Document {
    /// The host's name for it.
    pub id: String,
    /// What kind it is.
    pub kind: DocumentKind,
    /// What the host calls it.
    pub title: Option<String>,
    /// The first day that it is about.
    pub day: ServiceDate,
    /// The last, where it is about several.
    pub through: Option<ServiceDate>,
    /// How many pages it has.
    pub pages: Option<u32>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When.
    pub written: Option<ServiceDate>,
}

impl Document {
    #[cfg_attr(small, optimize(size))]
    pub(in crate::account::packet) fn last_day(&self) -> ServiceDate {
        self.through.unwrap_or(self.day)
    }

    /// Whether it is about a day.
    #[cfg_attr(small, optimize(size))]
    pub(in crate::account::packet) fn covers(&self, day: ServiceDate) -> bool {
        self.day <= day && day <= self.last_day()
    }

    /// How many days after the service it was written, where it was written later.
    #[cfg_attr(small, optimize(size))]
    pub(in crate::account::packet) fn late_by(&self) -> Option<i64> {
        Some(self.written?.days_since(self.last_day())).filter(|days| *days > 0)
    }
}

/// What was decided at the time. The sentence that was shown then was for those who worked on the line, so it is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decided {
    /// The action.
    pub action: Action,
    /// What was left of the line's threshold before it.
    pub remaining: Option<Money>,
}

/// A line under review.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    /// The host's name for it.
    pub id: String,
    /// Date of service.
    pub date: ServiceDate,
    /// The HCPCS code.
    pub code: HcpcsCode,
    /// As they were billed.
    pub modifiers: Vec<Modifier>,
    /// As they were billed.
    pub units: Option<f64>,
    /// What was charged.
    pub charge: Option<Money>,
    /// The claim.
    pub claim: Option<String>,
    /// What was decided at the time.
    pub decision: Option<Decided>,
}

impl Line {
    #[cfg_attr(small, optimize(size))]
    pub(in crate::account::packet) fn has_kx(&self) -> bool {
        self.modifiers.contains(&Modifier::KX)
    }

    /// Whether KX may be in the claim's note.
    #[cfg_attr(small, optimize(size))]
    pub(in crate::account::packet) fn is_in_note(&self) -> bool {
        self.modifiers.contains(&Modifier::IN_NOTE)
    }
}

/// A clinician's answer in the patient's record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attested {
    /// What it covers, and what it is.
    pub covering: Covering,
    /// When, as it was given.
    pub at: String,
    /// On which day that was.
    pub day: ServiceDate,
    /// Why.
    pub reason: Option<String>,
}

impl Attested {
    #[cfg_attr(small, optimize(size))]
    pub(in crate::account::packet) fn is_for_kx(&self) -> bool {
        self.covering.answer == Answer::AddKx
    }
}

/// An abbreviation with what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Abbreviation {
    /// As it stands in the record.
    pub short: String,
    /// What it means.
    pub meaning: String,
}

/// What is looked at.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Asked {
    /// The day that days left are counted from.
    pub date: ServiceDate,
    /// The letter.
    pub review: Review,
    /// The beneficiary: name and number.
    pub beneficiary: (String, Option<String>),
    /// The lines under review; there is one.
    pub lines: Vec<Line>,
    /// What is on file.
    pub documents: Vec<Document>,
    /// The clinicians' answers, the oldest first.
    pub attested: Vec<Attested>,
    /// What the contractor asks for.
    pub checklist: Checklist,
    /// Items for which a person said that there is nothing to send.
    pub not_applicable: Vec<String>,
    /// How people sign.
    pub signatures: Vec<Signature>,
    /// What abbreviations mean.
    pub abbreviations: Vec<Abbreviation>,
}

impl Asked {
    /// The days under review, each once and in order.
    #[cfg_attr(small, optimize(size))]
    pub(in crate::account::packet) fn days(&self) -> Vec<ServiceDate> {
        let mut days: Vec<ServiceDate> = Vec::new();
        for day in self.lines.iter().map(|line| line.date) {
            if !days.contains(&day) {
                days.insert(days.iter().take_while(|earlier| **earlier < day).count(), day);
            }
        }
        days
    }
}
