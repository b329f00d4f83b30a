//! The rules of kx-modifier for Python. It moves data and knows no rule: a request goes to the table of functions as JSON text, rows go to the
//! audit as packed bytes, and the answers come back as they are.

mod answers;
mod calls;
mod columns;
mod counts;
mod error;
mod pending;
mod stream;
mod tables;

use pyo3::prelude::*;

/// What `kx_modifier` is built on.
#[pymodule]
mod _native {
    #[pymodule_export]
    use crate::calls::{call, functions, ndjson};
    #[pymodule_export]
    use crate::counts::{compared, counted, report_codes};
    #[pymodule_export]
    use crate::error::KxError;
    #[pymodule_export]
    use crate::stream::Stream;
    #[pymodule_export]
    use crate::tables::Tables;
}
