//! An 835 remittance: therapy lines with their allowed amounts.

mod adjustments;
mod allowed;
mod claim;
mod days;
mod entry;
mod ids;
mod line;
mod reader;
pub(crate) mod shape;

pub(crate) use reader::read;
