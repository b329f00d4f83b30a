//! What answers a reviewer's letter: the contractor's checklist in its order, with what is on file and what is missing.

mod checklist;
mod items;
mod request;
mod run;
mod section;
mod sections;
mod sentences;
mod series;
pub(crate) mod shape;
mod signatures;
mod words;
