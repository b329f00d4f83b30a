//! Reading what clearinghouses and payers send. What is odd is named and left, never guessed at.

mod adjustments;
pub mod claim837;
pub mod eligibility271;
pub mod patient;
pub mod remittance835;
pub mod tokens;

use crate::calendar::ServiceDate;
use crate::error::Error;
use crate::money::Money;
use crate::procedure::{HcpcsCode, Modifier};
use crate::wording::{Sentence, x12 as reasons};
use patient::Patients;
use tokens::{Segment, Segments, unwrapped};

/// A segment that was not read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The segment as it stands in the text.
    pub segment: String,
    /// Why it was left.
    pub reason: Sentence,
}

impl Unread {
    pub(crate) fn new(segment: &Segment<'_>, reason: Sentence) -> Self {
        Self { segment: segment.text().to_owned(), reason }
    }
}

/// Which of the three transactions a text holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An eligibility response.
    Eligibility271,
    /// A remittance.
    Remittance835,
    /// A claim file.
    Claim837,
}

/// What a text is, of which day, and whose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// By its first transaction; `None` for any other.
    pub kind: Option<Kind>,
    /// The day of the response, of the payment or of the batch.
    pub date: Option<ServiceDate>,
    /// Whose it is: positions in `amounts`, `lines` or `claims`.
    pub patients: Patients,
}

/// Tells a text by its first transaction.
///
/// # Errors
/// `x12-invalid` for text that is no X12.
pub fn identify(text: &str) -> Result<Identity, Error> {
    let whole = unwrapped(text)?;
    let first = Segments::of(&whole)?.find(|segment| segment.name() == "ST");
    Ok(match first.map(|segment| segment.element(1)) {
        Some("271") => {
            let read = eligibility271::read(&whole)?;
            Identity { kind: Some(Kind::Eligibility271), date: read.answered_on, patients: read.patients }
        }
        Some("835") => {
            let read = remittance835::read(&whole)?;
            Identity { kind: Some(Kind::Remittance835), date: read.paid_on, patients: read.patients }
        }
        Some("837") => {
            let read = claim837::read(&whole)?;
            Identity { kind: Some(Kind::Claim837), date: read.made_on, patients: read.patients }
        }
        _ => Identity::default(),
    })
}

/// An X12 decimal with at most two places as an amount; `None` for anything else.
pub(crate) fn money(text: &str) -> Option<Money> {
    // X12 leaves out the zero before the point.
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
    let zero = if digits.starts_with('.') { "0" } else { "" };
    Money::parse(&format!("{sign}{zero}{digits}")).ok()
}

/// `CCYYMMDD` as a day that exists.
pub(crate) fn date(text: &str) -> Option<ServiceDate> {
    let (year, month, day) = (text.get(..4)?, text.get(4..6)?, text.get(6..)?);
    ServiceDate::parse(&format!("{year}-{month}-{day}")).ok()
}

/// The first and the last day of a `D8` date or an `RD8` range; a single date has no last day.
pub(crate) fn period(format: &str, text: &str) -> Option<(ServiceDate, Option<ServiceDate>)> {
    match format {
        "D8" => Some((date(text)?, None)),
        "RD8" => {
            let (from, to) = text.split_once('-')?;
            Some((date(from)?, Some(date(to)?)))
        }
        _ => None,
    }
}

/// A procedure composite: a HCPCS code with its modifiers.
pub(crate) struct Procedure {
    pub(crate) code: HcpcsCode,
    pub(crate) modifiers: Vec<Modifier>,
}

/// Reads `HC:97110:GP:59`.
///
/// # Errors
/// Why the composite is none of a HCPCS code.
pub(crate) fn procedure(segment: &Segment<'_>, element: usize) -> Result<Procedure, Sentence> {
    let mut parts = segment.components(element);
    if parts.next() != Some("HC") {
        return Err(reasons::NO_HCPCS);
    }
    let code = parts.next().and_then(|code| HcpcsCode::parse(code).ok()).ok_or(reasons::BAD_HCPCS)?;
    let mut modifiers = Vec::new();
    for text in parts.take(4).filter(|text| !text.is_empty()) {
        modifiers.push(Modifier::parse(text.trim()).map_err(|_| reasons::BAD_MODIFIER)?);
    }
    Ok(Procedure { code, modifiers })
}
