//! The one error of the crate: what the caller got wrong, where, and what to do about it.

use std::fmt;

use super::named::named;

named! {
    /// What kind of mistake it is. The text of a code is part of the public contract.
    pub enum ErrorCode {
        /// A field that the request does not have.
        UnknownField = "unknown-field",
        /// A field that the request needs.
        MissingField = "missing-field",
        /// A value of another type than the field takes.
        WrongType = "wrong-type",
        /// A text or number that is not among the values the field takes.
        UnknownValue = "unknown-value",
        /// An amount that is not text; numbers lose cents.
        MoneyNotText = "money-not-text",
        /// Text that is no amount.
        MoneyInvalid = "money-invalid",
        /// Text that is no civil date.
        DateInvalid = "date-invalid",
        /// Text that is no HCPCS code.
        CodeInvalid = "code-invalid",
        /// Text that is no modifier.
        ModifierInvalid = "modifier-invalid",
        /// More than four modifiers on a line.
        TooManyModifiers = "too-many-modifiers",
        /// A date in a calendar year without threshold amounts.
        UnknownYear = "unknown-year",
        /// Two things with one id.
        DuplicateId = "duplicate-id",
        /// An id that nothing has.
        UnknownId = "unknown-id",
        /// A session that has been closed.
        SessionClosed = "session-closed",
        /// Text that is no X12 interchange.
        X12Invalid = "x12-invalid",
    }
}

/// A refused request. Nothing has been changed by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// What kind of mistake it is.
    pub code: ErrorCode,
    /// Where in the request, such as `usage.entries[3].allowed`; `None` where the request as a whole is meant.
    pub path: Option<String>,
    /// What is wrong: lower case, no full stop, the caller's input in backticks.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl Error {
    /// An error whose place is not known yet.
    pub fn new(code: ErrorCode, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { code, path: None, message: message.into(), help: help.into() }
    }

    /// The same error inside the field `name`.
    #[must_use]
    pub fn in_field(mut self, name: &str) -> Self {
        self.path = Some(match self.path {
            None => name.to_owned(),
            Some(rest) if rest.starts_with('[') => format!("{name}{rest}"),
            Some(rest) => format!("{name}.{rest}"),
        });
        self
    }

    /// The same error inside the element `index` of a list.
    #[must_use]
    pub fn in_element(mut self, index: usize) -> Self {
        self.path = Some(match self.path {
            None => format!("[{index}]"),
            Some(rest) if rest.starts_with('[') => format!("[{index}]{rest}"),
            Some(rest) => format!("[{index}].{rest}"),
        });
        self
    }
}

/// Why a request is refused. Boxed: every step on the way hands it on, and most hand on none.
pub type Refusal = Box<Error>;

/// The caller's text as a message shows it: in backticks, cut where it is long, without control characters.
pub(crate) fn quoted(text: &str) -> String {
    const LONGEST: usize = 40;
    let shown: String = text.chars().take(LONGEST).map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect();
    let more = if text.chars().nth(LONGEST).is_some() { "…" } else { "" };
    format!("`{shown}{more}`")
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.path {
            Some(path) => write!(f, "{path}: {} ({})", self.message, self.help),
            None => write!(f, "{} ({})", self.message, self.help),
        }
    }
}

impl std::error::Error for Error {}
