//! Threshold amounts by calendar year, from `data/thresholds.csv`.

use crate::calendar::CalendarYear;
use crate::discipline::PerServiceType;
use crate::error::{Error, ErrorCode};
use crate::money::Money;
use crate::policy::Policy;
use crate::wording::Id;

pub(crate) struct ThresholdRow {
    year: u16,
    pt_slp: u32,
    ot: u32,
    medical_review: u32,
}

pub(crate) struct TherapyCodeRow {
    pub(crate) code: [u8; 5],
    pub(crate) description: &'static str,
    pub(crate) always: bool,
    pub(crate) pt: bool,
    pub(crate) ot: bool,
    pub(crate) slp: bool,
    pub(crate) evaluation: bool,
    pub(crate) confirmed: bool,
}

pub(crate) struct DocumentedRow {
    pub(crate) code: [u8; 5],
    pub(crate) pt_slp: bool,
    pub(crate) ot: bool,
}

pub(crate) struct DocumentationRow {
    pub(crate) id: &'static str,
    pub(crate) name: &'static Id,
    pub(crate) text: &'static Id,
    pub(crate) source: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// The amounts of one calendar year, in US dollars of allowed charges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amounts {
    /// The KX modifier threshold of each bucket.
    pub kx: PerServiceType<Money>,
    /// The targeted medical review threshold; the same amount for each bucket. `None` where none is known for the year.
    pub medical_review: Option<Money>,
}

/// The calendar years with amounts of their own, ascending.
pub fn known_years() -> impl Iterator<Item = CalendarYear> {
    THRESHOLDS.iter().filter_map(|row| CalendarYear::read(&row.year.to_string()))
}

fn of_table(year: CalendarYear) -> Option<Amounts> {
    let row = THRESHOLDS.iter().find(|row| row.year == year.number())?;
    let money = |cents: u32| Money::from_cents(i64::from(cents));
    Some(Amounts { kx: PerServiceType { pt_slp: money(row.pt_slp), ot: money(row.ot) }, medical_review: Some(money(row.medical_review)) })
}

/// The amounts for a year: the policy's where it has some, else the table's. Never another year's.
///
/// # Errors
/// `unknown-year` where neither has the year.
pub fn amounts(year: CalendarYear, policy: &Policy) -> Result<Amounts, Error> {
    let table = of_table(year);
    if let Some((_, own)) = policy.thresholds.iter().rfind(|(own, _)| *own == year) {
        let medical_review = own.medical_review.or_else(|| table.and_then(|row| row.medical_review));
        return Ok(Amounts { kx: own.kx, medical_review });
    }
    table.ok_or_else(|| {
        let first = known_years().next().map(|year| year.to_string()).unwrap_or_default();
        let last = known_years().last().map(|year| year.to_string()).unwrap_or_default();
        Error::new(
            ErrorCode::UnknownYear,
            format!("no threshold amounts are known for {year}"),
            format!("amounts are known for {first} to {last}; supply others as policy.thresholds: {{ \"{year}\": {{ \"kx\": \"…\" }} }}"),
        )
    })
}
