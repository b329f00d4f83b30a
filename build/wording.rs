//! Reading and checking of the sentences of `data/wording`.

use std::fmt::Write as _;

use crate::tables::{Render, rows};
use crate::template::{Piece, pieces};

/// The file with the function that makes Rust source of it.
pub(crate) const CORE: (&str, Render) = ("wording/en/core.csv", core);

/// Turns the English sentences into Rust source, ascending by id.
fn core(file: &str, text: &str) -> Result<String, String> {
    let rows = rows(file, text, &["id", "text"], true)?;
    let mut out = String::from("/// The English sentences, ascending by id.\npub(crate) const CORE: &[Row] = &[\n");
    for (index, row) in rows.iter().enumerate() {
        let (id, text) = (row.cell(0), row.cell(1));
        let is_letter = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-';
        if !id.split('.').all(|part| !part.is_empty() && part.bytes().all(is_letter)) {
            return Err(row.bad(format!("`{id}` is not an id of small letters, digits, hyphens and points")));
        }
        for piece in pieces(text) {
            match piece {
                Err(why) => return Err(row.bad(why)),
                Ok(Piece::Place { name, .. }) if name.is_empty() || !name.bytes().all(|letter| letter.is_ascii_lowercase()) => {
                    return Err(row.bad(format!("`{name}` between braces is not a name of small letters")));
                }
                Ok(_) => {}
            }
        }
        // The text of a count is found beside that of one.
        let sibling = |place: Option<usize>, from: &str, to: &str| {
            let wanted = id.strip_suffix(from).map(|base| format!("{base}{to}"));
            let found = place.and_then(|place| rows.get(place)).map(|row| row.cell(0));
            wanted.is_none_or(|wanted| found == Some(wanted.as_str()))
        };
        if !sibling(index.checked_add(1), ".one", ".other") || !sibling(index.checked_sub(1), ".other", ".one") {
            return Err(row.bad(format!("`{id}` stands without the row for the other counts")));
        }
        let _ = writeln!(out, "    Row {{ id: {id:?}, text: {text:?} }},");
    }
    out.push_str("];\n");
    Ok(out)
}
