//! Texts with places in them: `{name}` is filled as it comes, `{^name}` with a capital first letter, `{{` and `}}` are braces.
//!
//! The build reads this file too, so that a row that is malformed stops it.

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
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
pub(crate) struct Pieces<'t>(&'t str);

/// Takes a text apart.
pub(crate) const fn pieces(text: &str) -> Pieces<'_> {
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
