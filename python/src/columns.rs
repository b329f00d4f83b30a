//! Columns of a record batch as fields of a billed line.

use std::fmt::Write as _;

use arrow_array::cast::AsArray as _;
use arrow_array::types::{Date32Type, Decimal128Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::DataType;
use kx_modifier::ground::packed::Packer;
use kx_modifier::{Error, ErrorCode, ServiceDate};

/// Columns that are read, and the field of the contract that each is.
pub(crate) type Fields = &'static [(&'static str, &'static str)];

/// Those of a line that is only counted.
pub(crate) const COUNTED: Fields = &[("code", "code"), ("modifiers", "modifiers")];

/// Those of an audit.
pub(crate) const AUDITED: Fields = &[
    ("beneficiary", "beneficiary"),
    ("id", "id"),
    ("date", "date"),
    ("code", "code"),
    ("modifiers", "modifiers"),
    ("units", "units"),
    ("allowed", "allowed"),
    ("kx_declined", "kxDeclined"),
    ("kx_declined_because", "kxDeclinedBecause"),
    ("service_type", "serviceType"),
    ("status", "status"),
    ("posted", "posted"),
    ("claim", "claim"),
    ("charge", "charge"),
    ("note", "note"),
];

enum Kind {
    Text,
    LargeText,
    TextView,
    Day,
    Decimal(i8),
    Whole,
    Float,
    Texts,
}

struct Column {
    field: &'static str,
    kind: Kind,
    values: ArrayRef,
}

/// The columns of a batch that are fields of a line.
pub(crate) struct Columns {
    columns: Vec<Column>,
    first_day: Option<ServiceDate>,
    text: String,
}

fn is_text(kind: &DataType) -> bool {
    matches!(kind, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View)
}

fn kind_of(name: &str, found: &DataType) -> Result<Kind, Error> {
    Ok(match found {
        DataType::Utf8 => Kind::Text,
        DataType::LargeUtf8 => Kind::LargeText,
        DataType::Utf8View => Kind::TextView,
        DataType::Date32 => Kind::Day,
        DataType::Decimal128(_, scale) => Kind::Decimal(*scale),
        DataType::Int8 | DataType::Int16 | DataType::Int32 | DataType::Int64 => Kind::Whole,
        DataType::Float32 | DataType::Float64 => Kind::Float,
        DataType::List(item) | DataType::LargeList(item) if is_text(item.data_type()) => Kind::Texts,
        _ => {
            let message = format!("a column of {found} is no field of a line");
            let help = "give text, a date without a time, a decimal128, or a list of text";
            return Err(Error::new(ErrorCode::WrongType, message, help).in_field(name));
        }
    })
}

impl Columns {
    /// Finds the fields among the columns; `keep` names those that are only handed on.
    ///
    /// # Errors
    /// `unknown-field` for a column that is neither, `wrong-type` for one that no field can be read from.
    pub(crate) fn of(batch: &RecordBatch, fields: Fields, keep: &[String]) -> Result<Self, Error> {
        let mut columns = Vec::new();
        for (found, values) in batch.schema().fields().iter().zip(batch.columns()) {
            let name = found.name();
            if let Some((name, field)) = fields.iter().find(|(own, _)| own == name) {
                columns.push(Column { field, kind: kind_of(name, values.data_type())?, values: values.clone() });
            } else if !keep.contains(name) {
                let names = fields.iter().map(|(name, _)| format!("`{name}`")).collect::<Vec<_>>().join(", ");
                let message = format!("`{name}` is no column here");
                let help = format!("the columns are {names}; name others in `keep` to have them back");
                return Err(Error::new(ErrorCode::UnknownField, message, help).in_field(name));
            }
        }
        Ok(Self { columns, first_day: ServiceDate::parse("1970-01-01").ok(), text: String::new() })
    }

    /// Packs a row. What is null is absent.
    pub(crate) fn pack(&mut self, row: usize, line: &mut Packer) {
        line.begin();
        for Column { field, kind, values } in self.columns.iter().filter(|column| !column.values.is_null(row)) {
            match kind {
                Kind::Text => line.text(field, values.as_string::<i32>().value(row)),
                Kind::LargeText => line.text(field, values.as_string::<i64>().value(row)),
                Kind::TextView => line.text(field, values.as_string_view().value(row)),
                Kind::Day => {
                    self.text.clear();
                    let days = values.as_primitive::<Date32Type>().value(row);
                    let _ = match self.first_day.and_then(|day| day.plus_days(days.into())) {
                        Some(day) => write!(self.text, "{day}"),
                        None => write!(self.text, "day {days}"),
                    };
                    line.text(field, &self.text);
                }
                Kind::Decimal(scale) => {
                    self.text.clear();
                    write_decimal(&mut self.text, values.as_primitive::<Decimal128Type>().value(row), *scale);
                    line.text(field, &self.text);
                }
                Kind::Whole => line.number(field, whole(values, row)),
                Kind::Float => line.number(field, float(values, row)),
                Kind::Texts => texts(field, values, row, line),
            }
        }
    }
}

/// Numbers are handed on as numbers: which field takes one is the rules' to say.
fn whole(values: &ArrayRef, row: usize) -> f64 {
    let number = match values.data_type() {
        DataType::Int8 => i64::from(values.as_primitive::<Int8Type>().value(row)),
        DataType::Int16 => i64::from(values.as_primitive::<Int16Type>().value(row)),
        DataType::Int32 => i64::from(values.as_primitive::<Int32Type>().value(row)),
        _ => values.as_primitive::<Int64Type>().value(row),
    };
    #[expect(clippy::as_conversions, reason = "the standard library has no other way, and a rounded number is refused like any other")]
    let number = number as f64;
    number
}

fn float(values: &ArrayRef, row: usize) -> f64 {
    match values.data_type() {
        DataType::Float32 => f64::from(values.as_primitive::<Float32Type>().value(row)),
        _ => values.as_primitive::<Float64Type>().value(row),
    }
}

fn texts(field: &str, values: &ArrayRef, row: usize, line: &mut Packer) {
    let items = match values.data_type() {
        DataType::List(_) => values.as_list::<i32>().value(row),
        _ => values.as_list::<i64>().value(row),
    };
    match items.data_type() {
        DataType::Utf8 => line.texts(field, items.as_string::<i32>().iter().flatten()),
        DataType::LargeUtf8 => line.texts(field, items.as_string::<i64>().iter().flatten()),
        _ => line.texts(field, items.as_string_view().iter().flatten()),
    }
}

/// A decimal as text, exactly: of its decimals those beyond the second are left out where they are zeros. Others are refused by whoever
/// reads an amount.
fn write_decimal(out: &mut String, value: i128, scale: i8) {
    let mut digits = value.unsigned_abs().to_string();
    let decimals = usize::try_from(scale).unwrap_or(0);
    for _ in 0..scale.min(0).unsigned_abs() {
        digits.push('0');
    }
    if digits.len() <= decimals {
        digits.insert_str(0, &"0".repeat(decimals.saturating_sub(digits.len()).saturating_add(1)));
    }
    let (whole, fraction) = digits.split_at_checked(digits.len().saturating_sub(decimals)).unwrap_or((&digits, ""));
    let fraction = match fraction.split_at_checked(2) {
        Some((cents, rest)) if rest.bytes().all(|digit| digit == b'0') => cents,
        _ => fraction,
    };
    let point = if fraction.is_empty() { "" } else { "." };
    let sign = if value < 0 { "-" } else { "" };
    let _ = write!(out, "{sign}{whole}{point}{fraction}");
}
