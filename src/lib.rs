//! Decides whether Medicare's KX modifier belongs on an outpatient therapy line, says why, and shows what is left of the yearly
//! threshold.
//!
//! The map of the house, from the ground up. A floor never imports from the one above it:
//!
//! - [`ground`]: the field's own words as types that cannot hold nonsense, the rows of `data/`, the engine of sentences, and the form in
//!   which requests and answers cross. It knows no rule.
//! - [`visit`]: one appointment, from coverage to the decision and an open session.
//! - [`account`] (feature `account`): a patient's year and a practice's.
//! - [`claims`] (feature `claims`): what payers and clearinghouses send, and claims before they go out.
//! - [`wall`]: the table of functions and the ways to call them.
//!
//! A room is a rule, its sentences and its shape side by side. There is no clock, no input or output and no global state anywhere: the
//! same request gives the same answer.
//!
//! ```
//! let answer = kx_modifier::call_json("decide", r#"{
//!     "line": { "code": "97110", "modifiers": ["GP"] },
//!     "appointment": { "date": "2026-07-01", "renderingProvider": { "discipline": "PT" } },
//!     "coverage": { "program": "medicare-part-b" },
//!     "preferences": { "autoApplyKx": true },
//!     "usage": { "used": { "PT/SLP": "2480.01" } }
//! }"#)?;
//! assert!(answer.contains(r#""action":"apply","state":"added""#));
//! # Ok::<(), kx_modifier::Error>(())
//! ```

#![cfg_attr(small, feature(optimize_attribute))]
#![cfg_attr(not(feature = "claims"), allow(dead_code, unused_imports, reason = "lower floors have what only upper ones need"))]

#[cfg(feature = "account")]
mod account;
#[cfg(feature = "claims")]
mod claims;
pub mod ground;
mod visit;
pub mod wall;

pub use ground::calendar::{CalendarYear, ServiceDate};
pub use ground::discipline::{Discipline, PerServiceType, ServiceType, Therapist};
pub use ground::error::{Error, ErrorCode};
pub use ground::money::Money;
pub use ground::procedure::{HcpcsCode, Modifier, Modifiers};
pub use ground::sentence::Wording;
pub use ground::tables::RULES_VERSION;
pub use visit::decision::{ConditionId, NoticeCode};
pub use wall::call_json;
