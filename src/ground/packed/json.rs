//! JSON text, and whatever else a serde format holds, to packed bytes, so that there is one reader.

use std::fmt;

use rust_decimal::prelude::ToPrimitive as _;
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use crate::ground::error::{Error, ErrorCode, Refusal};

use super::form::{DEEPEST, put_count, put_name, put_number, put_text, tag};
use super::read::Reader;

/// Packs one JSON text at the end of `out`.
///
/// # Errors
/// `wrong-type` where the text is no JSON, or is nested more deeply than any request.
pub fn pack_json(text: &str, out: &mut Vec<u8>) -> Result<(), Refusal> {
    let mut reader = serde_json::Deserializer::from_str(text);
    pack_serde(&mut reader, out, |error, _| error.to_string())?;
    reader.end().map_err(|error| Box::new(unreadable(&error.to_string())))
}

/// Packs what a serde format holds, and says where it could not. `told`: what the format's error, and whether it is nested too deeply, are
/// called.
///
/// # Errors
/// `wrong-type`, with the path of what is no plain data.
pub fn pack_serde<'de, D: Deserializer<'de>>(
    source: D,
    out: &mut Vec<u8>,
    told: impl FnOnce(&D::Error, bool) -> String,
) -> Result<(), Refusal> {
    let mut trail = Vec::new();
    Seed { out, trail: &mut trail, depth: 0 }.deserialize(source).map_err(|error| {
        let unreadable = unreadable(&told(&error, trail.len() > DEEPEST));
        Box::new(trail.into_iter().fold(unreadable, |error, step| match step {
            Step::Field(name) => error.in_field(&name),
            Step::Element(index) => error.in_element(index),
        }))
    })
}

fn unreadable(why: &str) -> Error {
    Error::new(ErrorCode::WrongType, format!("cannot be read: {why}"), "give plain data: objects, lists, text, numbers, true and false")
}

enum Step {
    Field(String),
    Element(usize),
}

/// Packs a value, and leaves the steps to a fault behind, the innermost first, because the formats themselves tell no paths.
struct Seed<'s> {
    out: &'s mut Vec<u8>,
    trail: &'s mut Vec<Step>,
    depth: usize,
}

impl Seed<'_> {
    fn inner(&mut self) -> Seed<'_> {
        Seed { out: self.out, trail: self.trail, depth: self.depth.saturating_add(1) }
    }

    /// Begins a list or an object; gives where its count belongs.
    fn begin(&mut self, tag: u8) -> usize {
        self.out.push(tag);
        let place = self.out.len();
        put_count(self.out, 0);
        place
    }

    fn end(&mut self, place: usize, count: usize) {
        let count = u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes();
        if let Some(room) = self.out.get_mut(place..place.saturating_add(count.len())) {
            room.copy_from_slice(&count);
        }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        if self.depth > DEEPEST {
            return Err(D::Error::custom("nested too deeply"));
        }
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("plain data")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.out.push(tag::NOTHING);
        Ok(())
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.out.push(if value { tag::TRUE } else { tag::FALSE });
        Ok(())
    }

    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        put_number(self.out, value.to_f64().unwrap_or(f64::NAN));
        Ok(())
    }

    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        put_number(self.out, i64::try_from(value).ok().and_then(|value| value.to_f64()).unwrap_or(f64::INFINITY));
        Ok(())
    }

    fn visit_f64<E>(self, value: f64) -> Result<(), E> {
        put_number(self.out, value);
        Ok(())
    }

    fn visit_str<E>(self, value: &str) -> Result<(), E> {
        put_text(self.out, value);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut source: A) -> Result<(), A::Error> {
        let place = self.begin(tag::LIST);
        let mut count = 0_usize;
        loop {
            match source.next_element_seed(self.inner()) {
                Ok(Some(())) => count = count.saturating_add(1),
                Ok(None) => break,
                Err(error) => {
                    self.trail.push(Step::Element(count));
                    return Err(error);
                }
            }
        }
        self.end(place, count);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut source: A) -> Result<(), A::Error> {
        let place = self.begin(tag::OBJECT);
        let mut count = 0_usize;
        loop {
            let start = self.out.len();
            if source.next_key_seed(Name(self.out))?.is_none() {
                break;
            }
            let end = self.out.len();
            if let Err(error) = source.next_value_seed(self.inner()) {
                let mut name = Reader::new(self.out.get(start..end).unwrap_or_default());
                self.trail.push(Step::Field(name.name_as_text()));
                return Err(error);
            }
            count = count.saturating_add(1);
        }
        self.end(place, count);
        Ok(())
    }
}

/// Packs a name.
struct Name<'s>(&'s mut Vec<u8>);

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_str(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E>(self, name: &str) -> Result<(), E> {
        put_name(self.0, name.as_bytes());
        Ok(())
    }
}
