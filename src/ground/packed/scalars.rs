//! How single values are read and written: amounts, dates, codes, modifiers and counts.

use std::marker::PhantomData;

use crate::ground::calendar::{CalendarYear, ServiceDate};
use crate::ground::discipline::PerServiceType;
use crate::ground::error::{Error, ErrorCode, Refusal, quoted};
use crate::ground::money::Money;
use crate::ground::procedure::{HcpcsCode, Modifier, Modifiers};

use super::read::Reader;
use super::refusals::refuse;
use super::shape::FromPacked;
use super::write::{Out, object};

/// A value that is read from a text's bytes, without a look at what they are as a text before one is shown in a refusal.
fn from_bytes<'a, T>(
    from: &mut Reader<'a>,
    expected: &str,
    read: impl FnOnce(&'a [u8]) -> Option<T>,
    refused: impl FnOnce(&str) -> Error,
) -> Result<T, Refusal> {
    let bytes = from.bytes_of_text(expected)?;
    read(bytes).ok_or_else(|| Box::new(refused(&String::from_utf8_lossy(bytes))))
}

const AMOUNT: &str = "an amount as text";

/// A number in place of an amount is a mistake with a code of its own.
#[inline]
fn refuse_number(from: &Reader<'_>) -> Result<(), Refusal> {
    if from.is_number() {
        let help = "write US dollars as text, such as \"35.10\": a number loses cents";
        return Err(refuse(ErrorCode::MoneyNotText, "an amount is a number", help));
    }
    Ok(())
}

impl FromPacked for Money {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        refuse_number(from)?;
        from_bytes(from, AMOUNT, Self::read, Self::refused)
    }
}

/// An amount above zero.
#[derive(Clone, Copy)]
pub(crate) struct PositiveMoney(pub(crate) Money);

impl FromPacked for PositiveMoney {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        refuse_number(from)?;
        let text = from.text(AMOUNT)?;
        let amount = Money::parse(text).map_err(Box::new)?;
        if amount.is_above_zero() {
            return Ok(Self(amount));
        }
        Err(refuse(ErrorCode::MoneyInvalid, format!("{} is not above zero", quoted(text)), "a threshold is an amount above zero"))
    }
}

impl FromPacked for ServiceDate {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        from_bytes(from, "a date as text, \"YYYY-MM-DD\"", Self::read, Self::refused)
    }
}

impl FromPacked for CalendarYear {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        use rust_decimal::prelude::ToPrimitive as _;
        let number = from.number()?;
        let whole = number.to_u16().filter(|whole| f64::from(*whole) == number);
        whole.and_then(Self::of).ok_or_else(|| bad_number("a calendar year of four digits"))
    }
}

impl FromPacked for HcpcsCode {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        from_bytes(from, "a HCPCS code as text", Self::read, Self::refused)
    }
}

impl FromPacked for Modifier {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        from_bytes(from, "a modifier as text", Self::read, Self::refused)
    }
}

impl FromPacked for Modifiers {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let (mut line, mut count) = (Self::default(), 0_usize);
        from.list(&mut |from| {
            let modifier = <Modifier as FromPacked>::read(from)?;
            line = line.appended(modifier).unwrap_or(line);
            count = count.saturating_add(1);
            Ok(())
        })?;
        if count > Self::PLACES { Err(Box::new(Self::too_many(count))) } else { Ok(line) }
    }
}

impl<T: FromPacked> FromPacked for PerServiceType<Option<T>> {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let mut both = Self { pt_slp: None, ot: None };
        from.object(&["PT/SLP", "OT"], &mut |place, from| {
            match place {
                0 => both.pt_slp = Some(T::read(from)?),
                1 => both.ot = Some(T::read(from)?),
                _ => both = Self { pt_slp: None, ot: None },
            }
            Ok(())
        })?;
        Ok(both)
    }
}

/// What is read, found in order, and of no weight.
pub(crate) struct Checked<T>(PhantomData<T>);

impl<T: FromPacked> FromPacked for Checked<T> {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        T::read(from).map(|_| Self(PhantomData))
    }
}

/// What names an entry of an object whose names are data.
pub(crate) trait Key: Sized {
    fn parse(name: &str) -> Result<Self, Error>;
}

impl Key for CalendarYear {
    fn parse(name: &str) -> Result<Self, Error> {
        Self::read(name).ok_or_else(|| {
            Error::new(ErrorCode::UnknownField, format!("{} is not a calendar year", quoted(name)), "name the year with four digits")
        })
    }
}

impl Key for HcpcsCode {
    fn parse(name: &str) -> Result<Self, Error> {
        Self::parse(name)
    }
}

/// The names and values of an object whose names are data. A list serves the few that there are, at a fraction of a map's code.
pub(crate) struct Pairs<K, V>(pub(crate) Vec<(K, V)>);

impl<K, V> Default for Pairs<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Key, V: FromPacked> FromPacked for Pairs<K, V> {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let mut pairs = Vec::new();
        from.pairs(&mut |name, from| {
            pairs.push((K::parse(name).map_err(Box::new)?, V::read(from)?));
            Ok(())
        })?;
        Ok(Self(pairs))
    }
}

/// The number itself is not repeated: printing a float costs a part of the module.
fn bad_number(wanted: &str) -> Refusal {
    refuse(ErrorCode::UnknownValue, format!("the number is not {wanted}"), format!("give {wanted}"))
}

/// Units of service: finite and not negative.
#[derive(Clone, Copy)]
pub(crate) struct NotNegative(pub(crate) f64);

impl FromPacked for NotNegative {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        match from.number()? {
            value if value.is_finite() && value >= 0.0 => Ok(Self(value)),
            _ => Err(bad_number("a number of units, zero or more")),
        }
    }
}

/// A day has 96 quarters of an hour; a larger number is a slip.
const MOST_UNITS: usize = 99;

/// Units that a fee schedule knows: whole ones.
///
/// # Errors
/// `unknown-value` for a part of a unit, and for more than a day has.
pub(crate) fn whole_units(units: NotNegative) -> Result<usize, Error> {
    use rust_decimal::prelude::ToPrimitive as _;
    let whole = units.0.to_u32().filter(|whole| f64::from(*whole) == units.0).and_then(|whole| usize::try_from(whole).ok());
    whole.filter(|whole| *whole <= MOST_UNITS).ok_or_else(|| {
        let help = format!("give whole units, at most {MOST_UNITS}");
        Error::new(ErrorCode::UnknownValue, "the number is not a whole number of units", help)
    })
}

/// A count of days: whole and not negative.
#[derive(Clone, Copy)]
pub(crate) struct Days(pub(crate) u32);

impl FromPacked for Days {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        use rust_decimal::prelude::ToPrimitive as _;
        let value = from.number()?;
        match value.to_u32() {
            Some(days) if f64::from(days) == value => Ok(Self(days)),
            _ => Err(bad_number("a whole number of days, zero or more")),
        }
    }
}

/// A count: whole and not negative.
#[derive(Clone, Copy)]
pub(crate) struct Count(pub(crate) u64);

impl FromPacked for Count {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        use rust_decimal::prelude::ToPrimitive as _;
        let value = from.number()?;
        match value.to_u64().filter(|count| count.to_f64() == Some(value)) {
            Some(count) => Ok(Self(count)),
            None => Err(bad_number("a whole number, zero or more")),
        }
    }
}

/// A share from 0 to 1.
#[derive(Clone, Copy)]
pub(crate) struct Fraction(pub(crate) f64);

impl FromPacked for Fraction {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        match from.number()? {
            value if (0.0..=1.0).contains(&value) => Ok(Self(value)),
            _ => Err(bad_number("a share from 0 to 1")),
        }
    }
}

impl Out {
    pub(crate) fn money(&mut self, amount: Money) {
        self.ascii(|text| amount.write(text));
    }

    pub(crate) fn date(&mut self, day: ServiceDate) {
        self.ascii(|text| day.write(text));
    }

    /// A number of days, below zero too.
    pub(crate) fn days(&mut self, days: i64) {
        use rust_decimal::prelude::ToPrimitive as _;
        self.number(days.to_f64().unwrap_or_default());
    }

    pub(crate) fn modifiers(&mut self, modifiers: impl Iterator<Item = Modifier>) {
        let mut list = self.list();
        for modifier in modifiers {
            self.item(&mut list);
            self.ascii(|text| text.extend(modifier.letters()));
        }
        self.end_list(list);
    }

    /// One amount a bucket; a bucket that nothing is known of is left out.
    pub(crate) fn known_amounts(&mut self, both: PerServiceType<Option<Money>>) {
        let mut object = self.fields();
        for (name, amount) in [("PT/SLP", both.pt_slp), ("OT", both.ot)] {
            if let Some(amount) = amount {
                self.field(&mut object, name);
                self.money(amount);
            }
        }
        self.end_fields(object);
    }
}

impl Error {
    /// A refusal as plain data.
    pub(crate) fn write(&self, out: &mut Out) {
        object!(out, {
            "code" => out.fixed(self.code.as_str()),
            "path" => out.option(self.path.as_deref(), Out::str),
            "message" => out.str(&self.message),
            "help" => out.str(&self.help),
        });
    }
}
