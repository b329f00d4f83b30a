//! A host's texts in place of the English ones.

use crate::ground::error::{Error, ErrorCode, quoted};

use super::render::{Formats, Wording};
use super::table::{NAMES, english, place_of, row_of, rows};
use super::template::{CAPITAL, NO_PLACE, Template, Wrong, walk};

impl Wording {
    /// English with other texts for some ids, and other formats. Whoever says `{name}` in a text may leave a place out, and may not
    /// invent one.
    ///
    /// # Errors
    /// `unknown-value` at `["id"]` for an id that has no sentence, and for a text that is empty or has a brace or a place that is wrong.
    #[cfg_attr(small, optimize(size))]
    pub fn replaced(texts: Vec<(String, String)>, formats: Box<dyn Formats>) -> Result<Self, Error> {
        let mut replaced: Vec<Option<Template>> = (0..rows()).map(|_| None).collect();
        for (id, text) in texts {
            let (row, template) = checked(&id, &text).map_err(|error| error.in_field(&format!("[\"{id}\"]")))?;
            if let Some(place) = replaced.get_mut(row) {
                *place = Some(template);
            }
        }
        Ok(Self { texts: replaced, formats: Some(formats) })
    }
}

/// The row of an id whose text is in order, and the text taken apart.
fn checked(id: &str, text: &str) -> Result<(usize, Template), Error> {
    let refused = |message: String, help: &str| Error::new(ErrorCode::UnknownValue, message, help);
    let Some(row) = row_of(id) else {
        return Err(refused(format!("{} is the id of no sentence", quoted(id)), "the ids are those of `kx-modifier/wording/en`"));
    };
    if text.trim().is_empty() {
        return Err(refused("the text is empty".to_owned(), "leave the id out, and the English text stands"));
    }
    let template = Template::of(text, &mut |name| place_of(row, id, name)).map_err(|wrong| match wrong {
        Wrong::Brace(why) => refused(why.to_owned(), "write {name} or {^name} for a place, and {{ or }} for a brace"),
        Wrong::Place(name) => refused(format!("{} is not a place of this sentence", quoted(name)), &as_written(row)),
    })?;
    // Each item of a list goes through these texts: one left out would be lost, one said twice would grow with each.
    if id.starts_with("list.") {
        let mut places = template.steps.iter().map(|(_, place)| place & !CAPITAL).filter(|place| *place != NO_PLACE);
        // There is no row `list.…` with other places than these two.
        let (one, other, more) = (places.next(), places.next(), places.next());
        if other.is_none() || one == other || more.is_some() {
            return Err(refused("a list is not made of what it was and one item".to_owned(), "use {list} and {item} once each"));
        }
    }
    Ok((row, template))
}

/// The English text as its table has it, but for braces, of which there are none; the places alone where it is another area's.
#[cold]
#[inline(never)]
fn as_written(row: usize) -> String {
    let (text, steps) = english(row);
    let mut out = if text.is_empty() { "its places are: ".to_owned() } else { "in English it is: ".to_owned() };
    for (text, place) in walk(text, steps) {
        out.push_str(text);
        if place != NO_PLACE {
            out.push_str(if place & CAPITAL == 0 { "{" } else { "{^" });
            out.push_str(NAMES.get(usize::from(place & !CAPITAL)).copied().unwrap_or_default());
            out.push('}');
        }
    }
    out
}
