//! One tree for what JSON text and JavaScript values can say.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Serialize, Serializer};

use crate::error::{Error, ErrorCode};

/// Deeper than any request of the contract; a cycle of JavaScript objects ends here.
const DEEPEST: usize = 16;

/// A request before anything is known about its shape.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `null` or `undefined`: absent.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Float(f64),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object. Of a name that JSON text has twice, the last counts, as in JavaScript.
    Object(BTreeMap<String, Value>),
}

impl Value {
    /// Reads JSON text.
    ///
    /// # Errors
    /// `wrong-type` where the text is no JSON, or is nested more deeply than any request.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        let mut reader = serde_json::Deserializer::from_str(text);
        let value = Self::read(&mut reader)?;
        reader.end().map_err(|error| unreadable(&error))?;
        Ok(value)
    }

    /// Reads whatever a serde format holds, and says where it could not.
    pub(crate) fn read<'de, D: Deserializer<'de>>(source: D) -> Result<Self, Error> {
        let trail = RefCell::new(Vec::new());
        Seed { trail: &trail, depth: 0 }.deserialize(source).map_err(|error| {
            trail.into_inner().into_iter().rev().fold(unreadable(&error), |error, step| match step {
                Step::Field(name) => error.in_field(&name),
                Step::Element(index) => error.in_element(index),
            })
        })
    }

    /// What it is, as a message names it.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Bool(_) => "true or false",
            Self::Integer(_) | Self::Float(_) => "a number",
            Self::Text(_) => "text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

fn unreadable(error: &dyn fmt::Display) -> Error {
    Error::new(ErrorCode::WrongType, format!("cannot be read: {error}"), "give plain data: objects, lists, text, numbers, true and false")
}

enum Step {
    Field(String),
    Element(usize),
}

/// Builds a value and leaves its trail behind where that fails, because the formats themselves tell no paths.
#[derive(Clone, Copy)]
struct Seed<'t> {
    trail: &'t RefCell<Vec<Step>>,
    depth: usize,
}

impl<'t> Seed<'t> {
    fn enter(self, step: Step) -> Self {
        self.trail.borrow_mut().push(step);
        Self { depth: self.depth.saturating_add(1), ..self }
    }

    fn leave(self) {
        self.trail.borrow_mut().pop();
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Value, D::Error> {
        if self.depth > DEEPEST {
            return Err(serde::de::Error::custom("nested too deeply"));
        }
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("plain data")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, source: D) -> Result<Value, D::Error> {
        source.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Integer(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(i64::try_from(value).map_or(Value::Float(f64::INFINITY), Value::Integer))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Float(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut source: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = source.next_element_seed(self.enter(Step::Element(list.len())))? {
            self.leave();
            list.push(value);
        }
        self.leave();
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut source: A) -> Result<Value, A::Error> {
        let mut object = BTreeMap::new();
        while let Some(name) = source.next_key::<String>()? {
            let value = source.next_value_seed(self.enter(Step::Field(name.clone())))?;
            self.leave();
            object.insert(name, value);
        }
        Ok(Value::Object(object))
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => target.serialize_unit(),
            Self::Bool(value) => target.serialize_bool(*value),
            Self::Integer(value) => target.serialize_i64(*value),
            Self::Float(value) => target.serialize_f64(*value),
            Self::Text(text) => target.serialize_str(text),
            Self::List(list) => target.collect_seq(list),
            Self::Object(object) => target.collect_map(object),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        Self::read(source).map_err(serde::de::Error::custom)
    }
}
