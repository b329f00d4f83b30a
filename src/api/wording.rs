//! A host's wording: texts for some or all sentences.

use std::collections::BTreeMap;

use super::value::Value;
use crate::error::{Error, ErrorCode, quoted};
use crate::wording::{Formats, Wording};

/// The wording of `useWording` of the package: English where it has no text.
///
/// # Errors
/// What it got wrong, with its path: an unknown id, or a text with a place that its sentence does not have, at `texts["id"]`.
pub fn wording(request: Value, formats: Box<dyn Formats>) -> Result<Wording, Error> {
    let mut fields = object(request)?;
    let mut take = |name: &str| fields.remove(name).unwrap_or_default();
    let (locale, texts, labels) = (take("locale"), take("texts"), take("labels"));
    if let Some(name) = fields.into_keys().next() {
        let message = format!("{} is not a field here", quoted(&name));
        return Err(Error::new(ErrorCode::UnknownField, message, "the fields here are `locale`, `texts` and `labels`").in_field(&name));
    }
    // What amounts, days and numbers look like in the locale is for the formats to know.
    if !matches!(locale, Value::Text(_)) {
        return Err(wrong("text", &locale).in_field("locale"));
    }
    // Labels are for screens: no sentence is among them.
    if labels != Value::Null {
        self::texts(labels).map_err(|error| error.in_field("labels"))?;
    }
    self::texts(texts).and_then(|texts| Wording::replaced(texts, formats)).map_err(|error| error.in_field("texts"))
}

fn texts(value: Value) -> Result<Vec<(String, String)>, Error> {
    let mut texts = Vec::new();
    for (id, text) in object(value)? {
        match text {
            Value::Text(text) => texts.push((id, text)),
            Value::Null => {}
            other => return Err(wrong("text", &other).in_field(&format!("[\"{id}\"]"))),
        }
    }
    Ok(texts)
}

fn object(value: Value) -> Result<BTreeMap<String, Value>, Error> {
    match value {
        Value::Object(fields) => Ok(fields),
        other => Err(wrong("an object", &other)),
    }
}

fn wrong(expected: &str, found: &Value) -> Error {
    Error::new(
        ErrorCode::WrongType,
        format!("expected {expected}, found {}", found.kind()),
        "give a wording: { locale: \"es-US\", texts: { \"notice.hospice\": \"…\" } }",
    )
}
