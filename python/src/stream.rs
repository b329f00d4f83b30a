//! An audit of record batches.

use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_pyarrow::PyArrowType;
use kx_modifier::ErrorCode;
use kx_modifier::ground::packed::Packer;
use kx_modifier::wall::AuditStream;
use pyo3::prelude::*;

use crate::answers::Answers;
use crate::columns::{AUDITED, Columns};
use crate::error::{arrow, raised};
use crate::pending::Pending;
use crate::tables::{Tables, with_env};

/// An audit whose lines come as record batches. The lines of the last beneficiary wait for the next batch, or for `finish`.
#[pyclass(module = "kx_modifier._native")]
pub(crate) struct Stream {
    audit: AuditStream,
    tables: Option<Arc<kx_modifier::ground::tables::Tables>>,
    keep: Vec<String>,
    pending: Pending,
    answers: Answers,
    line: Packer,
}

#[pymethods]
impl Stream {
    #[new]
    #[pyo3(signature = (policy=None, tables=None, keep=Vec::new()))]
    fn new(py: Python<'_>, policy: Option<&str>, tables: Option<&Bound<'_, Tables>>, keep: Vec<String>) -> PyResult<Self> {
        let audit = AuditStream::begin(policy).map_err(|error| raised(py, &error))?;
        let tables = tables.map(|tables| tables.get().0.clone());
        Ok(Self { audit, tables, keep, pending: Pending::default(), answers: Answers::default(), line: Packer::default() })
    }

    /// Takes a batch, and gives the rows that are answered by now.
    fn push(&mut self, py: Python<'_>, batch: PyArrowType<RecordBatch>) -> PyResult<PyArrowType<RecordBatch>> {
        py.detach(|| self.take(&batch.0)).map(PyArrowType).map_err(|error| raised(py, &error))
    }

    /// Gives the rows that still waited.
    fn finish(&mut self, py: Python<'_>) -> PyResult<PyArrowType<RecordBatch>> {
        py.detach(|| {
            with_env(self.tables.as_ref(), |env| self.audit.end(env, &mut self.answers));
            self.answered()
        })
        .map(PyArrowType)
        .map_err(|error| raised(py, &error))
    }
}

impl Stream {
    fn take(&mut self, batch: &RecordBatch) -> Result<RecordBatch, kx_modifier::Error> {
        let mut columns = Columns::of(batch, AUDITED, &self.keep)?;
        self.pending.push(batch).map_err(|error| arrow(&error))?;
        with_env(self.tables.as_ref(), |env| {
            for row in 0..batch.num_rows() {
                columns.pack(row, &mut self.line);
                self.audit.take(self.line.packed(), env, &mut self.answers);
            }
        });
        self.answered()
    }

    fn answered(&mut self) -> Result<RecordBatch, kx_modifier::Error> {
        let answers = std::mem::take(&mut self.answers);
        let rows = answers.len();
        let columns = answers.finish();
        columns.and_then(|columns| self.pending.answered(rows, columns)).map_err(|error| {
            let mut error = arrow(&error);
            error.code = ErrorCode::WrongType;
            error
        })
    }
}
