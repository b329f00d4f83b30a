//! An 837 claim file, professional or institutional: its therapy lines.

mod line;
mod reader;
pub(crate) mod shape;

pub(crate) use reader::read;
