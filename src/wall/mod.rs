//! The way in and out: one table of functions, what calls them from JSON text, and (feature `wasm`) what exports them to JavaScript. No
//! rule, no sentence and no shape is here.

mod call;
#[cfg(feature = "wasm")]
#[doc(hidden)]
pub mod exports;
#[cfg(feature = "wasm")]
mod listing;
#[cfg(feature = "account")]
mod rows;
mod rules;
pub mod table;
mod wording;

pub use call::{Session, call_json, call_json_in, call_packed, ndjson, ndjson_in};
#[cfg(feature = "account")]
pub use rows::{AuditRow, AuditRows, AuditStream, Counts, Finding, TotalRow, compared, counted_line, report_codes};
pub use rules::rules;
pub use wording::wording;
