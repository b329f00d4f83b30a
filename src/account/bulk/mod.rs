//! Many requests as NDJSON: one JSON value a line in, one a line out, in order. A bad line is an error in its place.

pub(crate) mod audits;
pub(crate) mod decisions;
mod lines;
