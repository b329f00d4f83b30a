//! Rules as data: threshold amounts and codes that a host puts beside the built-in tables, checked as strictly as the build checks `data/`.

pub(crate) mod shape;

use crate::ground::calendar::ServiceDate;
use crate::ground::error::{Error, ErrorCode};
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

/// Whether a code counts on any day.
pub(crate) fn is_never(from: Option<ServiceDate>, to: Option<ServiceDate>) -> bool {
    matches!((from, to), (Some(from), Some(to)) if to < from)
}

/// Puts a pack's rows beside those that are there, or in the place of built-in ones.
///
/// # Errors
/// `duplicate-id` for a pack, a year or a code that is there already; with the path from the pack on.
pub(crate) fn join(tables: &mut Tables, RulePack { id, thresholds, codes }: RulePack) -> Result<(), Error> {
    if tables.packs.contains(&id) {
        return Err(double("an earlier pack has this id", "give each pack an id of its own", "id", None));
    }
    for (at, Row { row, replaces }) in thresholds.into_iter().enumerate() {
        let year = row.year;
        let is_built_in = tables.thresholds.iter().any(|row| row.year == year);
        has_no_place(tables.own_thresholds.iter().any(|row| row.year == year), is_built_in && !replaces, "year", ("thresholds", at))?;
        tables.own_thresholds.push(row);
    }
    for (at, Row { row, replaces }) in codes.into_iter().enumerate() {
        let code = row.code;
        let is_built_in = tables.therapy_codes.iter().any(|row| row.code == code);
        has_no_place(tables.own_codes.iter().any(|row| row.code == code), is_built_in && !replaces, "code", ("codes", at))?;
        tables.own_codes.push(row);
    }
    tables.packs.push(id);
    Ok(())
}

fn double(message: &str, help: &str, field: &str, row: Option<(&str, usize)>) -> Error {
    let error = Error::new(ErrorCode::DuplicateId, message, help).in_field(field);
    match row {
        Some((list, at)) => error.in_element(at).in_field(list),
        None => error,
    }
}

/// Refuses a row of a year or code that an earlier row of a pack is of, or a built-in one that it does not replace.
fn has_no_place(is_own: bool, is_kept: bool, field: &str, row: (&str, usize)) -> Result<(), Error> {
    match (is_own, is_kept) {
        (true, _) => {
            Err(double("an earlier row has it already", "over all packs it stands once: leave one of the rows out", field, Some(row)))
        }
        (_, true) => {
            let help = "add `replaces: true` to put this row in its place, or leave the row out";
            Err(double("it is built in already", help, field, Some(row)))
        }
        _ => Ok(()),
    }
}
