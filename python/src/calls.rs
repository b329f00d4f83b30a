//! The functions of the table, from JSON text to JSON text.

use kx_modifier::wall::table::FUNCTIONS;
use kx_modifier::wall::{call_json_in, ndjson_in};
use pyo3::prelude::*;

use crate::error::{raised, unnamed};
use crate::tables::{Tables, with_env};

/// The names of the functions that `call` knows.
#[pyfunction]
pub(crate) fn functions() -> Vec<&'static str> {
    FUNCTIONS.iter().map(|function| function.name).collect()
}

/// Calls a function by its name in the contract. Other threads go on meanwhile.
#[pyfunction]
#[pyo3(signature = (name, request, tables=None))]
pub(crate) fn call(py: Python<'_>, name: &str, request: &str, tables: Option<&Bound<'_, Tables>>) -> PyResult<String> {
    if !functions().contains(&name) {
        return Err(raised(py, &unnamed(name)));
    }
    let tables = tables.map(|tables| tables.get().0.clone());
    py.detach(|| with_env(tables.as_ref(), |env| call_json_in(env, name, request))).map_err(|error| raised(py, &error))
}

/// Calls a function that takes lines of NDJSON. `beside`: its other argument as JSON text.
#[pyfunction]
#[pyo3(signature = (name, lines, beside=None, tables=None))]
pub(crate) fn ndjson<'py>(
    py: Python<'py>,
    name: &str,
    lines: &[u8],
    beside: Option<&str>,
    tables: Option<&Bound<'_, Tables>>,
) -> PyResult<Bound<'py, pyo3::types::PyBytes>> {
    let tables = tables.map(|tables| tables.get().0.clone());
    let answers = py.detach(|| with_env(tables.as_ref(), |env| ndjson_in(env, name, lines, beside)));
    answers.map(|text| pyo3::types::PyBytes::new(py, text.as_bytes())).map_err(|error| raised(py, &error))
}
