//! An 835 remittance: therapy lines with their allowed amounts.

mod adjustments;
mod ids;
mod line;
mod reader;
pub(crate) mod shape;

pub(crate) use reader::read;
