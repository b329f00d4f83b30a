//! Rule packs, read once.

use std::sync::Arc;

use kx_modifier::ground::env::Env;
use kx_modifier::ground::packed::pack_json;
use kx_modifier::ground::sentence::Wording;
use kx_modifier::wall;
use pyo3::prelude::*;

use crate::error::raised;

/// The tables that a call reads: the built-in ones with a list of rule packs beside them.
#[pyclass(frozen, module = "kx_modifier._native")]
pub(crate) struct Tables(pub(crate) Arc<kx_modifier::ground::tables::Tables>);

#[pymethods]
impl Tables {
    /// Reads a list of packs as JSON text.
    #[new]
    fn new(py: Python<'_>, packs: &str) -> PyResult<Self> {
        let mut packed = Vec::new();
        let tables = pack_json(packs, &mut packed).map_err(|refusal| *refusal).and_then(|()| wall::rules(&packed));
        tables.map(|tables| Self(Arc::new(tables))).map_err(|error| raised(py, &error))
    }
}

/// Does something with the tables that are given, or with the built-in ones.
pub(crate) fn with_env<T>(tables: Option<&Arc<kx_modifier::ground::tables::Tables>>, run: impl FnOnce(&Env<'_>) -> T) -> T {
    match tables {
        Some(tables) => run(&Env { tables, wording: &Wording::ENGLISH }),
        None => run(&Env::BUILT_IN),
    }
}
