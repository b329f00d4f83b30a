//! A host's texts in place of the English ones.

use crate::error::{Error, ErrorCode, quoted};

use super::render::{Formats, Wording};
use super::table::{CORE, has_argument, row_of};
use super::template::{Piece, pieces};

impl Wording {
    /// English with other texts for some ids, and other formats. Whoever says `{name}` in a text may leave a place out, and may not
    /// invent one.
    ///
    /// # Errors
    /// `unknown-value` at `["id"]` for an id that has no sentence, and for a text that is empty or has a brace or a place that is wrong.
    pub fn replaced(texts: Vec<(String, String)>, formats: Box<dyn Formats>) -> Result<Self, Error> {
        let mut rows: Vec<Option<Box<str>>> = CORE.iter().map(|_| None).collect();
        for (id, text) in texts {
            let place = checked(&id, &text).map_err(|error| error.in_field(&format!("[\"{id}\"]")))?;
            if let Some(row) = rows.get_mut(place) {
                *row = Some(text.into());
            }
        }
        Ok(Self { texts: rows, formats: Some(formats) })
    }
}

/// The row of an id whose text is in order.
fn checked(id: &str, text: &str) -> Result<usize, Error> {
    let refuse = |message: String, help: &str| Err(Error::new(ErrorCode::UnknownValue, message, help));
    let Some(row) = row_of(id) else {
        return refuse(format!("{} is the id of no sentence", quoted(id)), "the ids are those of `kx-modifier/wording/en`");
    };
    if text.trim().is_empty() {
        return refuse("the text is empty".to_owned(), "leave the id out, and the English text stands");
    }
    let mut places = Vec::new();
    for piece in pieces(text) {
        match piece {
            Ok(Piece::Text(_)) => {}
            Ok(Piece::Place { name, .. }) if has_argument(row, name) => places.push(name),
            Ok(Piece::Place { name, .. }) => {
                let english = CORE.get(row).map_or("", |row| row.text);
                return refuse(format!("{} is not a place of this sentence", quoted(name)), &format!("in English it is: {english}"));
            }
            Err(why) => return refuse(why.to_owned(), "write {name} or {^name} for a place, and {{ or }} for a brace"),
        }
    }
    // Each item of a list goes through these texts: one left out would be lost, one said twice would grow with each.
    if id.starts_with("list.") && places != ["list", "item"] && places != ["item", "list"] {
        return refuse("a list is not made of what it was and one item".to_owned(), "use {list} and {item} once each");
    }
    Ok(row)
}
