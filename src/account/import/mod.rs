//! What read entries or a checked figure would change in a patient's usage, before a person accepts them. Nothing is accepted here.

mod lines;
mod merge;
mod preview;
mod sentences;
pub(crate) mod shape;
