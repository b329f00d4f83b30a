//! The one error, as an exception.

use kx_modifier::{Error, ErrorCode};
use pyo3::create_exception;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

create_exception!(kx_modifier, KxError, PyValueError, "What the caller got wrong, with `code`, `path`, `message` and `help`.");

/// The exception that says what the error says.
pub(crate) fn raised(py: Python<'_>, error: &Error) -> PyErr {
    let exception = KxError::new_err(error.to_string());
    let value = exception.value(py);
    let told = value
        .setattr("code", error.code.as_str())
        .and_then(|()| value.setattr("path", error.path.as_deref()))
        .and_then(|()| value.setattr("message", error.message.as_str()))
        .and_then(|()| value.setattr("help", error.help.as_str()));
    told.err().unwrap_or(exception)
}

/// A name that is none of the contract's. The core names its own table, which Python does not see.
pub(crate) fn unnamed(name: &str) -> Error {
    Error::new(ErrorCode::UnknownValue, format!("`{name}` is no function"), "kx_modifier.functions() lists the names")
}

/// Arrow data that cannot be laid out as it should be.
pub(crate) fn arrow(error: &dyn std::fmt::Display) -> Error {
    Error::new(ErrorCode::WrongType, format!("cannot be read as Arrow data: {error}"), "give record batches with one schema")
}
