//! How single values are read: amounts, dates, codes, modifiers and counts.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error as DeError, Visitor};
use serde::{Serialize, Serializer};

use super::de::Packed;
use crate::calendar::{CalendarYear, ServiceDate};
use crate::error::{Error, ErrorCode, quoted};
use crate::money::Money;
use crate::procedure::{HcpcsCode, Modifier, Modifiers};

/// A value that is read from text.
trait FromText: Sized {
    const EXPECTED: &'static str;
    fn from_text(text: &str) -> Result<Self, Error>;
    /// The error for a number, where that is a mistake with a code of its own.
    fn from_number() -> Option<Error> {
        None
    }
}

struct TextVisitor<T>(PhantomData<T>);

impl<T: FromText> TextVisitor<T> {
    fn number<E: DeError>(self, found: serde::de::Unexpected<'_>) -> Result<T, E> {
        match T::from_number() {
            Some(error) => Err(E::custom(Packed(error))),
            None => Err(E::invalid_type(found, &self)),
        }
    }
}

impl<T: FromText> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_str<E: DeError>(self, text: &str) -> Result<T, E> {
        T::from_text(text).map_err(|error| E::custom(Packed(error)))
    }

    fn visit_i64<E: DeError>(self, found: i64) -> Result<T, E> {
        self.number(serde::de::Unexpected::Signed(found))
    }

    fn visit_f64<E: DeError>(self, found: f64) -> Result<T, E> {
        self.number(serde::de::Unexpected::Float(found))
    }
}

macro_rules! read_from_text {
    ($($type:ty),+) => {$(
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
                source.deserialize_any(TextVisitor(PhantomData))
            }
        }
    )+};
}
read_from_text!(Money, PositiveMoney, ServiceDate, CalendarYear, HcpcsCode, Modifier);

fn money_not_text() -> Error {
    Error::new(ErrorCode::MoneyNotText, "an amount is a number", "write US dollars as text, such as \"35.10\": a number loses cents")
}

impl FromText for Money {
    const EXPECTED: &'static str = "an amount as text";

    fn from_text(text: &str) -> Result<Self, Error> {
        Self::parse(text)
    }

    fn from_number() -> Option<Error> {
        Some(money_not_text())
    }
}

/// An amount above zero.
#[derive(Clone, Copy)]
pub(super) struct PositiveMoney(pub(super) Money);

impl FromText for PositiveMoney {
    const EXPECTED: &'static str = Money::EXPECTED;

    fn from_text(text: &str) -> Result<Self, Error> {
        let amount = Money::parse(text)?;
        if amount.is_above_zero() {
            return Ok(Self(amount));
        }
        Err(Error::new(ErrorCode::MoneyInvalid, format!("{} is not above zero", quoted(text)), "a threshold is an amount above zero"))
    }

    fn from_number() -> Option<Error> {
        Some(money_not_text())
    }
}

impl FromText for ServiceDate {
    const EXPECTED: &'static str = "a date as text, \"YYYY-MM-DD\"";

    fn from_text(text: &str) -> Result<Self, Error> {
        Self::parse(text)
    }
}

impl FromText for CalendarYear {
    const EXPECTED: &'static str = "a year of four digits";

    fn from_text(text: &str) -> Result<Self, Error> {
        Self::read(text).ok_or_else(|| {
            Error::new(ErrorCode::UnknownField, format!("{} is not a calendar year", quoted(text)), "name the year with four digits")
        })
    }
}

impl FromText for HcpcsCode {
    const EXPECTED: &'static str = "a HCPCS code as text";

    fn from_text(text: &str) -> Result<Self, Error> {
        Self::parse(text)
    }
}

impl FromText for Modifier {
    const EXPECTED: &'static str = "a modifier as text";

    fn from_text(text: &str) -> Result<Self, Error> {
        Self::parse(text)
    }
}

impl<'de> Deserialize<'de> for Modifiers {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        Self::new(Vec::deserialize(source)?).map_err(|error| D::Error::custom(Packed(error)))
    }
}

/// A number as it comes, whole or not.
struct NumberVisitor;

impl Visitor<'_> for NumberVisitor {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_i64<E: DeError>(self, value: i64) -> Result<f64, E> {
        use rust_decimal::prelude::ToPrimitive as _;
        Ok(value.to_f64().unwrap_or(f64::NAN))
    }

    fn visit_f64<E: DeError>(self, value: f64) -> Result<f64, E> {
        Ok(value)
    }
}

/// The number itself is not repeated: printing a float costs a large part of the module.
fn bad_number<E: DeError>(wanted: &str) -> E {
    E::custom(Packed(Error::new(ErrorCode::UnknownValue, format!("the number is not {wanted}"), format!("give {wanted}"))))
}

/// Units of service: finite and not negative.
pub(super) struct Units(pub(super) f64);

impl<'de> Deserialize<'de> for Units {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        match source.deserialize_any(NumberVisitor)? {
            value if value.is_finite() && value >= 0.0 => Ok(Self(value)),
            _ => Err(bad_number("a number of units, zero or more")),
        }
    }
}

/// A count of days: whole and not negative.
pub(super) struct Days(pub(super) u32);

impl<'de> Deserialize<'de> for Days {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        use rust_decimal::prelude::ToPrimitive as _;
        let value = source.deserialize_any(NumberVisitor)?;
        match value.to_u32() {
            Some(days) if f64::from(days) == value => Ok(Self(days)),
            _ => Err(bad_number("a whole number of days, zero or more")),
        }
    }
}

/// A count: whole and not negative.
pub(super) struct Count(pub(super) u64);

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        use rust_decimal::prelude::ToPrimitive as _;
        let value = source.deserialize_any(NumberVisitor)?;
        match value.to_u64().filter(|count| count.to_f64() == Some(value)) {
            Some(count) => Ok(Self(count)),
            None => Err(bad_number("a whole number, zero or more")),
        }
    }
}

/// A share from 0 to 1.
pub(super) struct Fraction(pub(super) f64);

impl<'de> Deserialize<'de> for Fraction {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        match source.deserialize_any(NumberVisitor)? {
            value if (0.0..=1.0).contains(&value) => Ok(Self(value)),
            _ => Err(bad_number("a share from 0 to 1")),
        }
    }
}

macro_rules! write_as_text {
    ($($type:ty),+) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
                target.collect_str(self)
            }
        }
    )+};
}
write_as_text!(Money, ServiceDate, HcpcsCode, Modifier);

impl Serialize for Modifiers {
    fn serialize<S: Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
        target.collect_seq(self.iter())
    }
}
