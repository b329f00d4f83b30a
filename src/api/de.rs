//! From a [`Value`] to a request shape: unknown fields are refused, null is absent, and every refusal knows its path.
//!
//! `deny_unknown_fields` is not used: it does nothing for JavaScript values, and it would let a misspelt field pass as absent.

use std::fmt;

use serde::de::value::StringDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error as _, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

use super::value::Value;
use crate::error::{Error, ErrorCode, quoted};

/// An [`Error`] on its way through serde. Boxed: every step on the way hands it on, and most hand on none.
#[derive(Debug)]
pub(super) struct Refused(pub(super) Box<Error>);

impl Refused {
    fn new(code: ErrorCode, message: String, help: String) -> Self {
        Self(Box::new(Error::new(code, message, help)))
    }

    fn in_field(self, name: &str) -> Self {
        Self(Box::new(self.0.in_field(name)))
    }

    fn in_element(self, index: usize) -> Self {
        Self(Box::new(self.0.in_element(index)))
    }
}

const MARK: char = '\u{1f}';

/// An [`Error`] in the form in which it passes through serde's `custom`, which takes text only.
pub(super) struct Packed(pub(super) Error);

impl fmt::Display for Packed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Error { code, path, message, help } = &self.0;
        write!(f, "{MARK}{}{MARK}{}{MARK}{message}{MARK}{help}", code.as_str(), path.as_deref().unwrap_or(""))
    }
}

fn unpack(text: &str) -> Option<Error> {
    let mut parts = text.strip_prefix(MARK)?.splitn(4, MARK);
    let (code, path, message, help) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let code = ErrorCode::ALL.into_iter().find(|known| known.as_str() == code)?;
    let mut error = Error::new(code, message, help);
    error.path = (!path.is_empty()).then(|| path.to_owned());
    Some(error)
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Refused {}

impl serde::de::Error for Refused {
    fn custom<T: fmt::Display>(message: T) -> Self {
        let text = message.to_string();
        let unforeseen = |text: String| Error::new(ErrorCode::WrongType, text, "see the type of this field in the package's declarations");
        Self(Box::new(unpack(&text).unwrap_or_else(|| unforeseen(text))))
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Unit | Unexpected::Option => "nothing",
            Unexpected::Bool(_) => "true or false",
            Unexpected::Unsigned(_) | Unexpected::Signed(_) | Unexpected::Float(_) => "a number",
            Unexpected::Str(_) | Unexpected::Char(_) => "text",
            Unexpected::Seq => "a list",
            _ => "an object",
        };
        Self::new(ErrorCode::WrongType, format!("expected {expected}, found {found}"), format!("give {expected}"))
    }

    fn unknown_variant(found: &str, expected: &'static [&'static str]) -> Self {
        Self::new(
            ErrorCode::UnknownValue,
            format!("{} is not a value of this field", quoted(found)),
            format!("use one of {}", names(expected)),
        )
    }

    fn unknown_field(found: &str, expected: &'static [&'static str]) -> Self {
        let (message, help) = (format!("{} is not a field here", quoted(found)), format!("the fields here are {}", names(expected)));
        Self::new(ErrorCode::UnknownField, message, help).in_field(found)
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(ErrorCode::MissingField, format!("`{field}` is missing"), "this field is needed; null counts as absent".to_owned())
            .in_field(field)
    }
}

fn names(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// Reads a request shape out of a [`Value`].
pub(super) struct ValueDeserializer(pub(super) Value);

impl ValueDeserializer {
    fn refuse<'de, V: Visitor<'de>>(&self, visitor: &V) -> Refused {
        let found = match &self.0 {
            Value::Null => Unexpected::Unit,
            Value::Bool(value) => Unexpected::Bool(*value),
            Value::Integer(value) => Unexpected::Signed(*value),
            Value::Float(value) => Unexpected::Float(*value),
            Value::Text(text) => Unexpected::Str(text),
            Value::List(_) => Unexpected::Seq,
            Value::Object(_) => Unexpected::Map,
        };
        Refused::invalid_type(found, visitor)
    }
}

impl<'de> Deserializer<'de> for ValueDeserializer {
    type Error = Refused;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(value),
            Value::Integer(value) => visitor.visit_i64(value),
            Value::Float(value) => visitor.visit_f64(value),
            Value::Text(text) => visitor.visit_string(text),
            Value::List(list) => visitor.visit_seq(Elements(list.into_iter().enumerate())),
            Value::Object(object) => visitor.visit_map(Fields { rest: object.into_iter(), value: None }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            value => visitor.visit_some(Self(value)),
        }
    }

    // Here and below only the one method of the visitor that fits is called: what is never called is never compiled, for any shape.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        let Value::Object(object) = self.0 else { return Err(self.refuse(&Shape)) };
        if let Some(unknown) = object.keys().find(|name| !fields.contains(&name.as_str())) {
            return Err(Refused::unknown_field(unknown, fields));
        }
        visitor.visit_map(Fields { rest: object.into_iter(), value: None })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.0 {
            Value::Object(object) => visitor.visit_map(Fields { rest: object.into_iter(), value: None }),
            _ => Err(self.refuse(&Shape)),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        match self.0 {
            Value::Text(text) if variants.contains(&text.as_str()) => {
                let text: StringDeserializer<Refused> = text.into_deserializer();
                visitor.visit_enum(text)
            }
            Value::Text(text) => Err(Refused::unknown_variant(&text, variants)),
            _ => Err(self.refuse(&Choice(variants))),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.0 {
            Value::Bool(value) => visitor.visit_bool(value),
            _ => Err(self.refuse(&YesNo)),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.0 {
            Value::Text(text) => visitor.visit_string(text),
            _ => Err(self.refuse(&Words)),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.0 {
            Value::List(list) => visitor.visit_seq(Elements(list.into_iter().enumerate())),
            _ => Err(self.refuse(&Listed)),
        }
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str bytes byte_buf unit unit_struct
        tuple tuple_struct identifier ignored_any
    }
}

/// What was expected, in the words of a message.
macro_rules! expectations {
    ($($name:ident: $words:literal),+) => {$(
        struct $name;
        impl<'de> Visitor<'de> for $name {
            type Value = ();
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str($words)
            }
        }
    )+};
}
expectations!(Shape: "an object", YesNo: "true or false", Words: "text", Listed: "a list");

struct Choice(&'static [&'static str]);

impl<'de> Visitor<'de> for Choice {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "one of {}", names(self.0))
    }
}

struct Elements(std::iter::Enumerate<std::vec::IntoIter<Value>>);

impl<'de> SeqAccess<'de> for Elements {
    type Error = Refused;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refused> {
        let Some((index, value)) = self.0.next() else {
            return Ok(None);
        };
        seed.deserialize(ValueDeserializer(value)).map(Some).map_err(|refused| refused.in_element(index))
    }
}

/// The fields of an object; a null one is absent.
struct Fields {
    rest: std::collections::btree_map::IntoIter<String, Value>,
    value: Option<(String, Value)>,
}

impl<'de> MapAccess<'de> for Fields {
    type Error = Refused;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refused> {
        self.value = self.rest.by_ref().find(|(_, value)| *value != Value::Null);
        let Some((name, _)) = &self.value else {
            return Ok(None);
        };
        let key: StringDeserializer<Refused> = name.clone().into_deserializer();
        seed.deserialize(key).map(Some).map_err(|refused| refused.in_field(name))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refused> {
        let (name, value) = self.value.take().unwrap_or((String::new(), Value::Null));
        seed.deserialize(ValueDeserializer(value)).map_err(|refused| refused.in_field(&name))
    }
}
