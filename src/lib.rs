//! Decides whether Medicare's KX modifier belongs on an outpatient therapy line, says why, and shows what is left of the yearly
//! threshold.
//!
//! The map of the house, from the ground up:
//!
//! - [`money`], [`calendar`], [`procedure`], [`discipline`]: the field's own words as types that cannot hold nonsense.
//! - [`thresholds`], [`code_list`]: the rows of `data/`, compiled in.
//! - [`coverage`], [`usage`], [`documentation`], [`policy`]: what a decision rests on.
//! - [`decision`], [`appointment`], [`session`], [`traits`]: the rules of one visit.
//! - [`projection`], [`fees`], [`eligibility`], [`import`], [`audit`], [`scrub`], [`comparative`], [`worklist`]: what lies before and
//!   behind it.
//! - [`x12`]: what payers and clearinghouses send.
//! - [`wording`]: every sentence that a person reads.
//! - [`api`]: requests and answers as JSON has them. Everything above knows nothing of it.
//! - `wasm` (feature `wasm`): the exports. It converts and does nothing else.
//!
//! There is no clock, no input or output and no global state anywhere: the same request gives the same answer.

pub mod api;
pub mod appointment;
pub mod audit;
pub mod calendar;
pub mod code_list;
pub mod comparative;
pub mod coverage;
pub mod decision;
pub mod discipline;
pub mod documentation;
pub mod eligibility;
pub mod error;
pub mod fees;
pub mod import;
pub mod money;
pub mod notice;
pub mod policy;
pub mod procedure;
pub mod projection;
pub mod scrub;
pub mod session;
pub mod standing;
pub mod thresholds;
pub mod traits;
pub mod usage;
#[cfg(feature = "wasm")]
#[doc(hidden)]
pub mod wasm;
pub mod wording;
pub mod worklist;
pub mod x12;

pub use calendar::{CalendarYear, ServiceDate};
pub use discipline::{Discipline, PerServiceType, ServiceType, Therapist};
pub use error::{Error, ErrorCode};
pub use money::Money;
pub use procedure::{HcpcsCode, Modifier, Modifiers};
pub use wording::Wording;

/// Version of the rules and their tables. It changes whenever a decision, an amount or a code list changes; CHANGELOG.md names each.
pub const RULES_VERSION: &str = "2026.1";
