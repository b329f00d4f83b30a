//! Rules as data: threshold amounts and codes that a host puts beside the built-in tables, checked as strictly as the build checks `data/`.

pub(crate) mod shape;

use crate::ground::calendar::{CalendarYear, ServiceDate};
use crate::ground::error::{Error, ErrorCode, quoted};
use crate::ground::ids::repeated;
use crate::ground::packed::Refusal;
use crate::ground::tables::{Tables, TherapyCodeRow, ThresholdRow};

/// A row of a pack, and whether it takes the place of one that is built in.
#[derive(Clone, Debug)]
pub(crate) struct Row<T> {
    pub row: T,
    pub replaces: bool,
}

/// Rows that were made known together.
#[derive(Clone, Debug)]
pub(crate) struct RulePack {
    /// What a decision's basis names.
    pub id: String,
    /// Threshold amounts, a row a calendar year.
    pub thresholds: Vec<Row<ThresholdRow>>,
    /// Therapy codes.
    pub codes: Vec<Row<TherapyCodeRow>>,
}

/// The first and the last year that a row may be of: before, other rules held.
pub(crate) const YEARS: std::ops::RangeInclusive<u16> = 2018..=2199;

/// Whether a code counts on any day.
pub(crate) fn is_never(from: Option<ServiceDate>, to: Option<ServiceDate>) -> bool {
    matches!((from, to), (Some(from), Some(to)) if to < from)
}

/// The built-in tables with the rows of all packs beside them, or in their place.
///
/// # Errors
/// `duplicate-id` for a pack, a year or a code that is there already; with the path from the list of packs on.
pub(crate) fn with(packs: Vec<RulePack>) -> Result<Tables, Refusal> {
    let mut tables = Tables::BUILT_IN;
    if let Some((place, id)) = repeated(packs.iter().map(|pack| Some(pack.id.as_str()))) {
        let message = format!("{} is the id of an earlier pack", quoted(id));
        return Err(Box::new(
            Error::new(ErrorCode::DuplicateId, message, "give each pack an id of its own").in_field("id").in_element(place),
        ));
    }
    let (mut years, mut codes) = (Vec::new(), Vec::new());
    for (place, pack) in packs.into_iter().enumerate() {
        let here = |list: &str, row: usize, field: &str, error: Error| {
            Box::new(error.in_field(field).in_element(row).in_field(list).in_element(place))
        };
        for (at, Row { row, replaces }) in pack.thresholds.into_iter().enumerate() {
            let year = row.year;
            let name = CalendarYear::of(year).map(|year| year.to_string()).unwrap_or_default();
            join(tables.thresholds.to_mut(), &mut years, row, replaces, |row| row.year, &name)
                .map_err(|error| here("thresholds", at, "year", error))?;
        }
        for (at, Row { row, replaces }) in pack.codes.into_iter().enumerate() {
            let name = String::from_utf8_lossy(&row.code).into_owned();
            join(tables.therapy_codes.to_mut(), &mut codes, row, replaces, |row| row.code, &name)
                .map_err(|error| here("codes", at, "code", error))?;
        }
        tables.packs.push(pack.id);
    }
    Ok(tables)
}

/// Puts a row in its place. `given`: what earlier rows of packs are of.
fn join<T, K: Ord + Copy>(
    rows: &mut Vec<T>,
    given: &mut Vec<K>,
    row: T,
    replaces: bool,
    key: impl Fn(&T) -> K,
    name: &str,
) -> Result<(), Error> {
    let wanted = key(&row);
    if given.contains(&wanted) {
        let help = "it stands once over all packs: leave one of the two out";
        return Err(Error::new(ErrorCode::DuplicateId, format!("an earlier row of a pack has {} too", quoted(name)), help));
    }
    match rows.binary_search_by_key(&wanted, key) {
        Ok(place) if replaces => {
            if let Some(built_in) = rows.get_mut(place) {
                *built_in = row;
            }
        }
        Ok(_) => {
            let help = "add `replaces: true` to put this row in its place, or leave the row out";
            return Err(Error::new(ErrorCode::DuplicateId, format!("{} is built in already", quoted(name)), help));
        }
        Err(place) => rows.insert(place, row),
    }
    given.push(wanted);
    Ok(())
}
