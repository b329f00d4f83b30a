//! Lines of NDJSON, one by one.

use crate::ground::error::{Error, ErrorCode};
use crate::ground::packed::{Out, Refusal, object, pack_json};

/// The lines of the text without the end of line; the last one may do without. A byte order mark is forgiven, and blank lines at the end are
/// none.
pub(super) fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
    let written = text.iter().rposition(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).map_or(0, |last| last.saturating_add(1));
    let (written, blank) = text.split_at_checked(written).unwrap_or((text, &[]));
    // Blanks behind what is written are of its line.
    let length = blank.iter().position(|byte| *byte == b'\n').unwrap_or(blank.len());
    let text = text.get(..written.len().saturating_add(length)).unwrap_or(text);
    let none = written.is_empty();
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
