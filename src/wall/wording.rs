//! A host's wording as it is given: texts for some or all sentences.

use crate::ground::error::{Error, ErrorCode, quoted};
use crate::ground::packed::{Reader, Refusal};
use crate::ground::sentence::{Formats, Wording};

/// The wording of `useWording` of the public contract: English where it has no text.
///
/// # Errors
/// What it got wrong, with its path: an unknown id, or a text with a place that its sentence does not have, at `texts["id"]`.
#[cfg_attr(small, optimize(size))]
pub fn wording(request: &[u8], formats: Box<dyn Formats>) -> Result<Wording, Error> {
    read(&mut Reader::new(request), formats).map_err(|refusal| *refusal)
}

fn read(from: &mut Reader<'_>, formats: Box<dyn Formats>) -> Result<Wording, Refusal> {
    if !from.is_object() {
        return Err(wrong("an object", from));
    }
    let (mut locale, mut texts, mut labels, mut unknown) = (None, None, None, None);
    from.pairs_and_nothing(&mut |name, value| match name {
        "locale" => locale = Some(value),
        "texts" => texts = Some(value),
        "labels" => labels = Some(value),
        _ => unknown = unknown.or(Some(name)),
    })?;
    if let Some(name) = unknown {
        let message = format!("{} is not a field here", quoted(name));
        let error = Error::new(ErrorCode::UnknownField, message, "the fields here are `locale`, `texts` and `labels`");
        return Err(Box::new(error.in_field(name)));
    }
    let nothing = Reader::NOTHING;
    // What amounts, days and numbers look like in the locale is for the formats to know.
    let locale = locale.unwrap_or(nothing);
    if !locale.is_text() {
        return Err(in_field(wrong("text", &locale), "locale"));
    }
    // Labels are for screens: no sentence is among them.
    if let Some(labels) = labels.filter(|labels| !labels.is_nothing()) {
        texts_of(labels).map_err(|refusal| in_field(refusal, "labels"))?;
    }
    texts_of(texts.unwrap_or(nothing))
        .and_then(|texts| Ok(Wording::replaced(texts, formats)?))
        .map_err(|refusal| in_field(refusal, "texts"))
}

fn texts_of(mut from: Reader<'_>) -> Result<Vec<(String, String)>, Refusal> {
    if !from.is_object() {
        return Err(wrong("an object", &from));
    }
    let mut texts = Vec::new();
    let mut fault = None;
    from.pairs_and_nothing(&mut |id, mut value| {
        if value.is_nothing() || fault.is_some() {
            return;
        }
        match value.text("text") {
            Ok(text) => texts.push((id.to_owned(), text.to_owned())),
            Err(_) => fault = Some(in_field(wrong("text", &value), &format!("[\"{id}\"]"))),
        }
    })?;
    fault.map_or(Ok(texts), Err)
}

fn in_field(mut refusal: Refusal, name: &str) -> Refusal {
    *refusal = (*refusal).in_field(name);
    refusal
}

fn wrong(expected: &str, found: &Reader<'_>) -> Refusal {
    Box::new(Error::new(
        ErrorCode::WrongType,
        format!("expected {expected}, found {}", found.kind()),
        "give a wording: { locale: \"es-US\", texts: { \"notice.hospice\": \"…\" } }",
    ))
}
