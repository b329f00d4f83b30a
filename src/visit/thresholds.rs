//! Threshold amounts by calendar year: the table's, or the host's own.

use crate::ground::calendar::CalendarYear;
use crate::ground::discipline::PerServiceType;
use crate::ground::error::{Error, ErrorCode};
use crate::ground::money::Money;
use crate::ground::tables::Tables;

/// The amounts of one calendar year, in US dollars of allowed charges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Amounts {
    /// The KX modifier threshold of each bucket.
    pub kx: PerServiceType<Money>,
    /// The targeted medical review threshold; the same amount for each bucket. `None` where none is known for the year.
    pub medical_review: Option<Money>,
}

fn of_table(tables: &Tables, year: CalendarYear) -> Option<Amounts> {
    let row = tables.threshold(year)?;
    Some(Amounts { kx: PerServiceType { pt_slp: row.pt_slp, ot: row.ot }, medical_review: row.medical_review })
}

/// Amounts of the host's own, by year; of one year the last counts.
pub(crate) type OwnAmounts = Vec<(CalendarYear, Amounts)>;

/// The amounts for a year: the host's own where it has some, else the table's. Never another year's.
///
/// # Errors
/// `unknown-year` where neither has the year.
pub(crate) fn amounts(tables: &Tables, year: CalendarYear, own: &OwnAmounts) -> Result<Amounts, Error> {
    let table = of_table(tables, year);
    if let Some((_, own)) = own.iter().rfind(|(own, _)| *own == year) {
        let medical_review = own.medical_review.or_else(|| table.and_then(|row| row.medical_review));
        return Ok(Amounts { kx: own.kx, medical_review });
    }
    table.ok_or_else(|| {
        let first = tables.known_years().next().map(|year| year.to_string()).unwrap_or_default();
        let last = tables.known_years().last().map(|year| year.to_string()).unwrap_or_default();
        Error::new(
            ErrorCode::UnknownYear,
            format!("no threshold amounts are known for {year}"),
            format!("amounts are known for {first} to {last}; supply others as policy.thresholds: {{ \"{year}\": {{ \"kx\": \"…\" }} }}, or as a rule pack (useRules, --rules)"),
        )
    })
}
