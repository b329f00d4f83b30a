//! The one error of the crate: what the caller got wrong, where, and what to do about it.

use std::fmt;

/// What kind of mistake it is. The text of a code is part of the public contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ErrorCode {
    /// A field that the request does not have.
    UnknownField,
    /// A field that the request needs.
    MissingField,
    /// A value of another type than the field takes.
    WrongType,
    /// A text or number that is not among the values the field takes.
    UnknownValue,
    /// An amount that is not text; numbers lose cents.
    MoneyNotText,
    /// Text that is no amount.
    MoneyInvalid,
    /// Text that is no civil date.
    DateInvalid,
    /// Text that is no HCPCS code.
    CodeInvalid,
    /// Text that is no modifier.
    ModifierInvalid,
    /// More than four modifiers on a line.
    TooManyModifiers,
    /// A date in a calendar year without threshold amounts.
    UnknownYear,
    /// Two things with one id.
    DuplicateId,
    /// An id that nothing has.
    UnknownId,
    /// A session that has been closed.
    SessionClosed,
    /// Text that is no X12 interchange.
    X12Invalid,
}

impl ErrorCode {
    /// Every code.
    pub const ALL: [Self; 15] = [
        Self::UnknownField,
        Self::MissingField,
        Self::WrongType,
        Self::UnknownValue,
        Self::MoneyNotText,
        Self::MoneyInvalid,
        Self::DateInvalid,
        Self::CodeInvalid,
        Self::ModifierInvalid,
        Self::TooManyModifiers,
        Self::UnknownYear,
        Self::DuplicateId,
        Self::UnknownId,
        Self::SessionClosed,
        Self::X12Invalid,
    ];

    /// The code as the public contract spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::UnknownField => "unknown-field",
            Self::MissingField => "missing-field",
            Self::WrongType => "wrong-type",
            Self::UnknownValue => "unknown-value",
            Self::MoneyNotText => "money-not-text",
            Self::MoneyInvalid => "money-invalid",
            Self::DateInvalid => "date-invalid",
            Self::CodeInvalid => "code-invalid",
            Self::ModifierInvalid => "modifier-invalid",
            Self::TooManyModifiers => "too-many-modifiers",
            Self::UnknownYear => "unknown-year",
            Self::DuplicateId => "duplicate-id",
            Self::UnknownId => "unknown-id",
            Self::SessionClosed => "session-closed",
            Self::X12Invalid => "x12-invalid",
        }
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
