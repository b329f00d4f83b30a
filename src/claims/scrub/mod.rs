//! Claims before they go out: each therapy line, looked at behind the patient's year so far.

mod expected;
mod lines;
mod run;
mod sentences;
pub(crate) mod shape;
