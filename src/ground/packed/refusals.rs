//! Why packed bytes are refused, in words.

use crate::ground::error::{Error, ErrorCode, Refusal, quoted};

#[cold]
#[inline(never)]
pub(crate) fn refuse(code: ErrorCode, message: impl Into<String>, help: impl Into<String>) -> Refusal {
    Box::new(Error::new(code, message, help))
}

#[cold]
#[inline(never)]
pub(super) fn in_field(mut error: Refusal, name: &str) -> Refusal {
    *error = (*error).in_field(name);
    error
}

#[cold]
#[inline(never)]
pub(super) fn torn() -> Refusal {
    refuse(ErrorCode::WrongType, "the packed request is torn", "this is a fault of the package: report it")
}

pub(super) fn in_backticks(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

#[cold]
#[inline(never)]
fn missing(name: &str) -> Refusal {
    in_field(refuse(ErrorCode::MissingField, format!("`{name}` is missing"), "this field is needed; null counts as absent"), name)
}

/// An argument that is a value of its own, and is not there.
#[cold]
#[inline(never)]
pub(crate) fn missing_argument(name: &str) -> Refusal {
    in_field(refuse(ErrorCode::MissingField, format!("`{name}` is missing"), "this argument is needed"), name)
}

/// The value of a field that is needed.
#[inline]
pub(crate) fn needed<T>(value: Option<T>, name: &str) -> Result<T, Refusal> {
    match value {
        Some(value) => Ok(value),
        None => Err(missing(name)),
    }
}

#[cold]
#[inline(never)]
pub(crate) fn unknown_field(name: &str, fields: &[&str]) -> Refusal {
    let error = refuse(
        ErrorCode::UnknownField,
        format!("{} is not a field here", quoted(name)),
        format!("the fields here are {}", in_backticks(fields)),
    );
    in_field(error, name)
}
