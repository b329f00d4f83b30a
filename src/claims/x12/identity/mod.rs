//! What a text is, of which day, and whose.

mod sentences;
pub(crate) mod shape;

use crate::claims::x12::envelope::Flaws;
use crate::claims::x12::patients::Patients;
use crate::claims::x12::tokens::{Segment, Segments, unwrapped};
use crate::claims::x12::{claim837, eligibility271, remittance835};
use crate::ground::calendar::ServiceDate;
use crate::ground::error::Error;
use crate::ground::named::named;
use crate::ground::tables::Tables;

named! {
    /// Which of the three transactions a text holds.
    pub(crate) enum Kind {
        /// An eligibility response.
        Eligibility271 = "271",
        /// A remittance.
        Remittance835 = "835",
        /// A claim file.
        Claim837 = "837",
    }
}

/// What a text is, of which day, and whose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Identity {
    /// By its first transaction of one of the three kinds; an acknowledgement may stand before it.
    pub kind: Option<Kind>,
    /// The day of the response, of the payment or of the batch.
    pub date: Option<ServiceDate>,
    /// Whose it is: positions in `amounts`, `lines` or `claims`.
    pub patients: Patients,
    /// What is wrong with it as a whole.
    pub flaws: Flaws,
}

/// Tells a text by its first transaction of a kind that is read.
///
/// # Errors
/// `x12-invalid` for text that is no X12.
#[cfg_attr(small, optimize(size))]
pub(crate) fn identify(tables: &Tables, text: &str) -> Result<Identity, Error> {
    let whole = unwrapped(text)?;
    let kind_of = |segment: Segment<'_>| Kind::ALL.into_iter().find(|kind| segment.name() == "ST" && segment.element(1) == kind.as_str());
    let kind = Segments::of(&whole)?.find_map(kind_of);
    let (date, patients, flaws) = match kind {
        Some(Kind::Eligibility271) => {
            let read = eligibility271::read(&whole)?;
            (read.answered_on, read.patients, read.flaws)
        }
        Some(Kind::Remittance835) => {
            let read = remittance835::read(&whole)?;
            (read.paid_on, read.patients, read.flaws)
        }
        Some(Kind::Claim837) => {
            let read = claim837::read(tables, &whole)?;
            (read.made_on, read.patients, read.flaws)
        }
        None => (None, Patients::default(), eligibility271::read(&whole)?.flaws),
    };
    Ok(Identity { kind, date, patients, flaws })
}
