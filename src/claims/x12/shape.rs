//! The text of a file in a request, and what of it was left in an answer.

use crate::ground::env::Env;
use crate::ground::error::ErrorCode;
use crate::ground::packed::{Out, Reader, Refusal, refuse, tokens as object};

use super::patients::Patient;
use super::unread::Unread;

/// The text of a file.
///
/// # Errors
/// `wrong-type` at `text` for anything else.
pub(super) fn file<'a>(from: &mut Reader<'a>) -> Result<&'a str, Refusal> {
    if !from.is_text() {
        return Err(Box::new(refuse(ErrorCode::WrongType, "expected text", "give the file's text").in_field("text")));
    }
    from.text("text")
}

/// Whose something is.
pub(super) fn patient(out: &mut Out, patient: &Patient) {
    object!(out, {
        "name" => out.str(&patient.name),
        "memberId" => out.option(patient.member_id.as_deref(), Out::str),
    });
}

/// `UnreadSegment` of the public contract, in a list.
pub(super) fn unread(list: &[Unread], env: &Env<'_>, out: &mut Out) {
    out.each(list, |out, one| {
        object!(out, {
            "segment" => out.str(&one.segment),
            "reason" => env.say(out, &one.reason),
        })
    });
}
