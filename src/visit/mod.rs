//! One appointment: what a decision rests on, the decision, several lines of an appointment, and what a screen shows beside it.
//!
//! A room is a rule, its sentences and its shape side by side. A shape says how a request becomes what the rule takes, and how its answer
//! is written; nothing else knows that.

pub(crate) mod action;
pub(crate) mod appointment;
pub(crate) mod attestation;
pub(crate) mod card;
pub(crate) mod code_list;
pub(crate) mod context;
pub(crate) mod coverage;
pub(crate) mod decision;
pub(crate) mod documentation;
pub(crate) mod policy;
pub(crate) mod projection;
pub(crate) mod rule_packs;
pub(crate) mod session;
pub(crate) mod standing;
pub(crate) mod thresholds;
pub(crate) mod traits;
pub(crate) mod usage;
pub(crate) mod versions;
