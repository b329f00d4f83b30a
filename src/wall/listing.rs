//! The table of functions as an answer.

use crate::ground::packed::{Out, object};
use crate::visit::session::shape::METHODS;

use super::table::{FUNCTIONS, How, Unreadable};

/// The table as an answer, for the build to write JavaScript wrappers of.
pub(crate) fn write(out: &mut Out) {
    let how = |how: How| match how {
        How::Nothing(_) => "nothing",
        How::Request(_) => "request",
        How::Each { unreadable: Unreadable::InPlace, .. } => "each",
        How::Each { .. } => "each-or-none",
        How::File(_) => "file",
        How::Lines(_) => "lines",
    };
    object!(out, {
        "functions" => out.each(FUNCTIONS, |out, function| object!(out, {
            "name" => out.fixed(function.name),
            "how" => out.fixed(how(function.how)),
        })),
        "methods" => out.each(METHODS, |out, (name, _)| out.fixed(name)),
    });
}
