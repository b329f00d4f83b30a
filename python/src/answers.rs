//! Answers as columns.

use std::sync::Arc;

use arrow_array::builder::{Date32Builder, Decimal128Builder, Int32Builder, StringBuilder};
use arrow_array::{ArrayRef, ListArray, StructArray};
use arrow_buffer::{NullBuffer, OffsetBuffer};
use arrow_schema::{ArrowError, DataType, Field, Fields};
use kx_modifier::wall::{AuditRow, AuditRows, TotalRow};
use kx_modifier::{Error, Money, ServiceDate};

/// Amounts are whole cents, and no sum of a beneficiary's lines has more digits.
const MONEY: DataType = DataType::Decimal128(18, 2);

fn amounts() -> Decimal128Builder {
    Decimal128Builder::new().with_data_type(MONEY)
}

fn cents(amount: Money) -> i128 {
    amount.cents().into()
}

/// The columns of a struct, built side by side.
struct Table {
    fields: Fields,
    columns: Vec<ArrayRef>,
}

impl Table {
    fn new(columns: Vec<(&str, bool, ArrayRef)>) -> Self {
        let fields = columns.iter().map(|(name, nullable, column)| Field::new(*name, column.data_type().clone(), *nullable)).collect();
        Self { fields, columns: columns.into_iter().map(|(_, _, column)| column).collect() }
    }

    fn into_structs(self, nulls: Option<NullBuffer>) -> Result<StructArray, ArrowError> {
        StructArray::try_new(self.fields, self.columns, nulls)
    }

    /// So many structs to each row.
    fn into_lists(self, lengths: &[usize]) -> Result<ArrayRef, ArrowError> {
        let structs = self.into_structs(None)?;
        let item = Field::new("element", DataType::Struct(structs.fields().clone()), false);
        let offsets = OffsetBuffer::from_lengths(lengths.iter().copied());
        Ok(Arc::new(ListArray::try_new(Arc::new(item), offsets, Arc::new(structs), None)?))
    }
}

#[derive(Default)]
struct Findings {
    lengths: Vec<usize>,
    code: StringBuilder,
    severity: StringBuilder,
    message: StringBuilder,
}

struct Totals {
    /// Those that belong to the next row.
    waiting: usize,
    lengths: Vec<usize>,
    year: Int32Builder,
    service_type: StringBuilder,
    /// allowed, with_kx, threshold, remaining.
    amounts: [Decimal128Builder; 4],
    reached_on: Date32Builder,
    reached_at: Date32Builder,
}

/// Why rows have no answer.
#[derive(Default)]
pub(crate) struct Errors {
    present: Vec<bool>,
    code: StringBuilder,
    path: StringBuilder,
    message: StringBuilder,
    help: StringBuilder,
}

impl Errors {
    /// A row that has one.
    pub(crate) fn none(&mut self) {
        self.present.push(false);
        let Self { code, path, message, help, .. } = self;
        [code, path, message, help].into_iter().for_each(StringBuilder::append_null);
    }

    /// A row that has none.
    pub(crate) fn some(&mut self, error: &Error) {
        self.present.push(true);
        self.code.append_value(error.code.as_str());
        self.path.append_option(error.path.as_deref());
        self.message.append_value(&error.message);
        self.help.append_value(&error.help);
    }

    /// The column.
    pub(crate) fn finish(self) -> Result<ArrayRef, ArrowError> {
        let Self { present, mut code, mut path, mut message, mut help } = self;
        let columns = Table::new(vec![
            ("code", true, Arc::new(code.finish())),
            ("path", true, Arc::new(path.finish())),
            ("message", true, Arc::new(message.finish())),
            ("help", true, Arc::new(help.finish())),
        ]);
        Ok(Arc::new(columns.into_structs(Some(NullBuffer::from(present)))?))
    }
}

/// The answers since the last batch.
pub(crate) struct Answers {
    service_type: StringBuilder,
    before: Decimal128Builder,
    after: Decimal128Builder,
    standing: StringBuilder,
    kx: StringBuilder,
    findings: Findings,
    totals: Totals,
    errors: Errors,
    first_day: Option<ServiceDate>,
}

impl Default for Answers {
    fn default() -> Self {
        Self {
            service_type: StringBuilder::new(),
            before: amounts(),
            after: amounts(),
            standing: StringBuilder::new(),
            kx: StringBuilder::new(),
            findings: Findings::default(),
            totals: Totals {
                waiting: 0,
                lengths: Vec::new(),
                year: Int32Builder::new(),
                service_type: StringBuilder::new(),
                amounts: [amounts(), amounts(), amounts(), amounts()],
                reached_on: Date32Builder::new(),
                reached_at: Date32Builder::new(),
            },
            errors: Errors::default(),
            first_day: ServiceDate::parse("1970-01-01").ok(),
        }
    }
}

/// The names of the columns of an answer.
pub(crate) const NAMES: [&str; 8] = ["service_type", "before", "after", "standing", "kx", "findings", "totals", "error"];

impl Answers {
    /// How many rows are answered.
    pub(crate) fn len(&self) -> usize {
        self.errors.present.len()
    }

    fn day(&self, day: ServiceDate) -> Option<i32> {
        self.first_day.and_then(|first| i32::try_from(day.days_since(first)).ok())
    }

    fn end_row(&mut self, findings: usize) {
        self.findings.lengths.push(findings);
        self.totals.lengths.push(std::mem::take(&mut self.totals.waiting));
    }

    /// The columns, by `NAMES`.
    pub(crate) fn finish(mut self) -> Result<Vec<ArrayRef>, ArrowError> {
        let Findings { lengths, mut code, mut severity, mut message } = self.findings;
        let findings = Table::new(vec![
            ("code", false, Arc::new(code.finish())),
            ("severity", false, Arc::new(severity.finish())),
            ("message", false, Arc::new(message.finish())),
        ])
        .into_lists(&lengths)?;
        let Totals { lengths, mut year, mut service_type, amounts: [mut allowed, mut with_kx, mut threshold, mut remaining], .. } =
            self.totals;
        let totals = Table::new(vec![
            ("year", false, Arc::new(year.finish())),
            ("service_type", false, Arc::new(service_type.finish())),
            ("allowed", false, Arc::new(allowed.finish())),
            ("with_kx", false, Arc::new(with_kx.finish())),
            ("threshold", false, Arc::new(threshold.finish())),
            ("remaining", false, Arc::new(remaining.finish())),
            ("reached_on", true, Arc::new(self.totals.reached_on.finish())),
            ("reached_at", true, Arc::new(self.totals.reached_at.finish())),
        ])
        .into_lists(&lengths)?;
        let error = self.errors.finish()?;
        Ok(vec![
            Arc::new(self.service_type.finish()),
            Arc::new(self.before.finish()),
            Arc::new(self.after.finish()),
            Arc::new(self.standing.finish()),
            Arc::new(self.kx.finish()),
            findings,
            totals,
            error,
        ])
    }
}

impl AuditRows for Answers {
    fn line(&mut self, row: AuditRow<'_>) {
        self.service_type.append_option(row.service_type);
        self.before.append_option(row.before.map(cents));
        self.after.append_option(row.after.map(cents));
        self.standing.append_option(row.standing);
        self.kx.append_value(row.kx);
        for finding in &row.findings {
            self.findings.code.append_value(finding.code);
            self.findings.severity.append_value(finding.severity);
            self.findings.message.append_value(&finding.message);
        }
        self.errors.none();
        self.end_row(row.findings.len());
    }

    fn refused(&mut self, error: &Error) {
        self.service_type.append_null();
        self.before.append_null();
        self.after.append_null();
        self.standing.append_null();
        self.kx.append_null();
        self.errors.some(error);
        self.end_row(0);
    }

    fn total(&mut self, total: TotalRow) {
        let (on, at) = total.reached.map_or((None, None), |(on, at)| (self.day(on), self.day(at)));
        let to = &mut self.totals;
        to.waiting = to.waiting.saturating_add(1);
        to.year.append_value(total.year.into());
        to.service_type.append_value(total.service_type);
        for (column, amount) in to.amounts.iter_mut().zip([total.allowed, total.with_kx, total.threshold, total.remaining]) {
            column.append_value(cents(amount));
        }
        to.reached_on.append_option(on);
        to.reached_at.append_option(at);
    }
}
