//! Lines that are only counted, for a comparative billing report.

use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch, RecordBatchOptions};
use arrow_pyarrow::PyArrowType;
use arrow_schema::{ArrowError, Field, Schema};
use kx_modifier::ground::packed::Packer;
use kx_modifier::wall;
use pyo3::prelude::*;

use crate::answers::Errors;
use crate::columns::{COUNTED, Columns};
use crate::error::{arrow, raised};

/// For each row of `code` and `modifiers`: the code, whether KX is on the line, or an error.
#[pyfunction]
pub(crate) fn counted(py: Python<'_>, batch: PyArrowType<RecordBatch>) -> PyResult<PyArrowType<RecordBatch>> {
    py.detach(|| of(&batch.0)).map(PyArrowType).map_err(|error| raised(py, &error))
}

/// What a report says of own lines beside the peers', each as lines with KX and lines in all.
#[pyfunction]
#[pyo3(signature = (own, peers=None))]
pub(crate) fn compared(own: wall::Counts, peers: Option<wall::Counts>) -> &'static str {
    wall::compared(own, peers)
}

/// The codes of the contractor's report.
#[pyfunction]
pub(crate) fn report_codes() -> Vec<&'static str> {
    wall::report_codes().to_vec()
}

fn of(batch: &RecordBatch) -> Result<RecordBatch, kx_modifier::Error> {
    let mut columns = Columns::of(batch, COUNTED, &[])?;
    let (mut line, mut code, mut has_kx, mut errors) = (Packer::default(), StringBuilder::new(), BooleanBuilder::new(), Errors::default());
    for row in 0..batch.num_rows() {
        columns.pack(row, &mut line);
        match wall::counted_line(line.packed()) {
            Ok((found, kx)) => {
                code.append_value(found.as_str());
                has_kx.append_value(kx);
                errors.none();
            }
            Err(error) => {
                code.append_null();
                has_kx.append_null();
                errors.some(&error);
            }
        }
    }
    let (code, has_kx): (ArrayRef, ArrayRef) = (Arc::new(code.finish()), Arc::new(has_kx.finish()));
    let columns = errors.finish().map(|error| vec![code, has_kx, error]);
    columns.and_then(|columns| laid_out(columns, batch.num_rows())).map_err(|error| arrow(&error))
}

fn laid_out(columns: Vec<ArrayRef>, rows: usize) -> Result<RecordBatch, ArrowError> {
    let fields: Vec<_> = ["code", "has_kx", "error"]
        .iter()
        .zip(&columns)
        .map(|(name, column)| Field::new(*name, column.data_type().clone(), true))
        .collect();
    RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), columns, &RecordBatchOptions::new().with_row_count(Some(rows)))
}
