//! What waits to be done for many patients: the workflow of seed 003, one item a step.

mod kind;
mod sentences;
pub(crate) mod shape;
mod steps;
