//! Lines of NDJSON, one by one.

use crate::ground::error::{Error, ErrorCode};
use crate::ground::packed::{Out, Refusal, object, pack_json};

/// The lines of the text without the end of line; the last one may do without.
pub(super) fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let text = text.strip_suffix(b"\n").unwrap_or(text);
    let none = text.is_empty();
    text.split(|byte| *byte == b'\n').filter(move |_| !none).map(|line| line.strip_suffix(b"\r").unwrap_or(line))
}

/// Packs a line in place of the one before it, so that all of them need the room of the longest.
///
/// # Errors
/// `wrong-type` where the line is no text, or no JSON.
pub(super) fn pack(line: &[u8], packed: &mut Vec<u8>) -> Result<(), Refusal> {
    packed.clear();
    let text = std::str::from_utf8(line)
        .map_err(|error| Error::new(ErrorCode::WrongType, format!("the line is no UTF-8 text: {error}"), "write the requests as UTF-8"))?;
    pack_json(text, packed)
}

/// The answer to a bad line.
pub(super) fn failed(refusal: &Error, out: &mut Out) {
    object!(out, { "error" => refusal.write(out) });
}
