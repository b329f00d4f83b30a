//! Texts with places in them: `{name}` is filled as it comes, `{^name}` with a capital first letter, `{{` and `}}` are braces. A text is
//! taken apart once, into what stands between the places and a step for each place.
//!
//! The build reads this file too: it takes the English texts apart, and a row that is malformed stops it.

/// So many bytes of text, and the number of the place behind them with [`CAPITAL`] in it, or [`NO_PLACE`].
pub(crate) type Step = (u8, u8);

/// Behind the end of a text, and where more text follows than a step can say.
pub(crate) const NO_PLACE: u8 = 0;

/// The first letter of what is filled in becomes a capital.
pub(crate) const CAPITAL: u8 = 0x80;

/// A text that was taken apart.
#[derive(Debug, Default)]
pub(crate) struct Template {
    /// What stands between the places.
    pub(crate) text: String,
    pub(crate) steps: Vec<Step>,
    /// How much text stands behind the last place, while it is taken apart.
    open: u8,
}

/// What is wrong with a text.
pub(crate) enum Wrong<'t> {
    Brace(&'static str),
    /// A place of this name has no number.
    Place(&'t str),
}

impl Template {
    /// Takes a text apart. `number` gives a place its number by its name.
    pub(crate) fn of<'t>(text: &'t str, number: &mut dyn FnMut(&str) -> Option<u8>) -> Result<Self, Wrong<'t>> {
        let mut template = Self::default();
        for piece in pieces(text) {
            match piece.map_err(Wrong::Brace)? {
                Piece::Text(text) => template.add(text),
                Piece::Place { name, capital } => {
                    let place = number(name).ok_or(Wrong::Place(name))?;
                    template.place(if capital { place | CAPITAL } else { place });
                }
            }
        }
        template.place(NO_PLACE);
        Ok(template)
    }

    fn add(&mut self, text: &str) {
        for letter in text.chars() {
            // A letter has four bytes at most.
            if self.open > u8::MAX - 4 {
                self.place(NO_PLACE);
            }
            self.text.push(letter);
            self.open = self.open.saturating_add(u8::try_from(letter.len_utf8()).unwrap_or(4));
        }
    }

    fn place(&mut self, place: u8) {
        self.steps.push((self.open, place));
        self.open = 0;
    }
}

/// Each text of a template with the place behind it.
pub(crate) fn walk<'t>(mut text: &'t str, steps: &'t [Step]) -> impl Iterator<Item = (&'t str, u8)> {
    steps.iter().map(move |(length, place)| {
        let (before, rest) = text.split_at_checked((*length).into()).unwrap_or((text, ""));
        text = rest;
        (before, *place)
    })
}

/// A piece of a text.
enum Piece<'t> {
    /// As it stands.
    Text(&'t str),
    /// To be filled.
    Place {
        /// By what.
        name: &'t str,
        /// The first letter becomes a capital: the place begins a sentence.
        capital: bool,
    },
}

/// The pieces of a text, to its end or to the first brace that is out of place.
struct Pieces<'t>(&'t str);

/// Takes a text apart.
const fn pieces(text: &str) -> Pieces<'_> {
    Pieces(text)
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Result<Piece<'t>, &'static str>;

    fn next(&mut self) -> Option<Self::Item> {
        let text = self.0;
        let (piece, rest) = match text.bytes().position(|letter| letter == b'{' || letter == b'}') {
            None if text.is_empty() => return None,
            None => (Ok(Piece::Text(text)), ""),
            Some(0) => match brace(text) {
                Ok((piece, rest)) => (Ok(piece), rest),
                Err(why) => (Err(why), ""),
            },
            Some(at) => {
                let (before, rest) = text.split_at_checked(at)?;
                (Ok(Piece::Text(before)), rest)
            }
        };
        self.0 = rest;
        Some(piece)
    }
}

/// What a brace at the start of a text begins, and the rest.
fn brace(text: &str) -> Result<(Piece<'_>, &str), &'static str> {
    let Some(inside) = text.strip_prefix('{') else {
        let rest = text.strip_prefix("}}").ok_or("a closing brace stands alone")?;
        return Ok((Piece::Text("}"), rest));
    };
    if let Some(rest) = inside.strip_prefix('{') {
        return Ok((Piece::Text("{"), rest));
    }
    let (place, rest) = inside.split_once('}').ok_or("a brace is not closed")?;
    let (name, capital) = place.strip_prefix('^').map_or((place, false), |name| (name, true));
    Ok((Piece::Place { name, capital }, rest))
}
