//! The one reader: packed bytes to shapes, without a tree between. Text is borrowed until a shape keeps it.
//!
//! A value begins with a byte: 0 nothing, 1 false, 2 true, 3 a number (f64, little endian), 4 text (u32 length, UTF-8), 5 a list (u32
//! count), 6 an object (u32 count of names and values), 8 an object with the names of the element before it in its list (u8 count of
//! values), 128 + n a text of n bytes. A name is a byte of length and its bytes, or 255 and a u32 length. Bytes that lie are refused like
//! any other bad request.

use std::collections::BinaryHeap;

use crate::ground::error::{ErrorCode, Refusal, quoted};

use super::form::{DEEPEST, put_count, put_name, tag};
use super::refusals::{in_backticks, in_field, refuse, torn, unknown_field};
use super::write::Out;

/// A place in packed bytes. A copy is a place to come back to.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    bytes: &'a [u8],
    /// In a list, the last element that says its names.
    names: &'a [u8],
    /// The places of those names among a shape's fields, four bits each, once they were found.
    places: Option<u64>,
}

/// Takes a field by its place among the names; the place behind the last one says that what was taken so far counts nothing.
type Take<'t, 'a> = &'t mut dyn FnMut(usize, &mut Reader<'a>) -> Result<(), Refusal>;

/// Lists and objects inside each other: no packer writes more of them, and bytes that lie must not use up the stack.
const LEVELS: usize = DEEPEST.saturating_add(1);

#[inline]
fn deeper(levels: usize) -> Result<usize, Refusal> {
    levels.checked_sub(1).ok_or_else(torn)
}

/// Names are a few bytes long: a loop is quicker than a call.
#[inline]
fn same(name: &str, found: &[u8]) -> bool {
    name.len() == found.len() && name.bytes().zip(found).all(|(one, other)| one == *other)
}

impl<'a> Reader<'a> {
    /// Where there is nothing.
    pub(crate) const NOTHING: Reader<'static> = Reader::new(&[tag::NOTHING]);

    /// At the beginning of packed bytes.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, names: &[], places: None }
    }

    /// Whether everything was read.
    pub const fn is_at_end(&self) -> bool {
        self.bytes.is_empty()
    }

    /// How many bytes there are from here on.
    pub(super) const fn rest(&self) -> usize {
        self.bytes.len()
    }

    #[inline]
    fn byte(&mut self) -> Result<u8, Refusal> {
        let Some((first, rest)) = self.bytes.split_first() else { return Err(torn()) };
        self.bytes = rest;
        Ok(*first)
    }

    #[inline]
    fn take(&mut self, length: usize) -> Result<&'a [u8], Refusal> {
        let Some((taken, rest)) = self.bytes.split_at_checked(length) else { return Err(torn()) };
        self.bytes = rest;
        Ok(taken)
    }

    #[inline]
    fn word(&mut self) -> Result<usize, Refusal> {
        let Some((taken, rest)) = self.bytes.split_first_chunk::<4>() else { return Err(torn()) };
        self.bytes = rest;
        usize::try_from(u32::from_le_bytes(*taken)).map_err(|_| torn())
    }

    #[inline]
    fn name(&mut self) -> Result<&'a [u8], Refusal> {
        let length = match self.byte()? {
            tag::LONG_NAME => self.word()?,
            short => usize::from(short),
        };
        self.take(length)
    }

    /// A name, for a message.
    pub(super) fn name_as_text(&mut self) -> String {
        self.name().map(|name| String::from_utf8_lossy(name).into_owned()).unwrap_or_default()
    }

    /// Whether there is nothing here; then it is read.
    #[inline]
    pub fn nothing(&mut self) -> bool {
        if let [tag::NOTHING, rest @ ..] = self.bytes {
            self.bytes = rest;
            return true;
        }
        false
    }

    /// Takes over what a copy that went ahead has learned of the names of a list's elements.
    pub(crate) const fn learn(&mut self, ahead: &Self) {
        if self.names.len() == ahead.names.len() {
            self.places = ahead.places;
        }
    }

    /// What stands here, as a message names it.
    pub(crate) fn kind(&self) -> &'static str {
        match self.bytes {
            [tag::NOTHING, ..] | [] => "nothing",
            [tag::FALSE | tag::TRUE, ..] => "true or false",
            [tag::NUMBER, ..] => "a number",
            [tag::TEXT | tag::SHORT_TEXT..=255, ..] => "text",
            [tag::LIST, ..] => "a list",
            _ => "an object",
        }
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn wrong(&self, expected: &str) -> Refusal {
        refuse(ErrorCode::WrongType, format!("expected {expected}, found {}", self.kind()), format!("give {expected}"))
    }

    /// Text as it lies here; `None`, and nothing read, where there is none.
    #[inline]
    fn raw_text(&mut self) -> Result<Option<&'a [u8]>, Refusal> {
        let length = match self.bytes {
            [short @ tag::SHORT_TEXT..=255, rest @ ..] => {
                self.bytes = rest;
                usize::from(*short & 127)
            }
            [tag::TEXT, rest @ ..] => {
                self.bytes = rest;
                self.word()?
            }
            _ => return Ok(None),
        };
        self.take(length).map(Some)
    }

    /// Text.
    #[inline]
    pub(crate) fn text(&mut self, expected: &str) -> Result<&'a str, Refusal> {
        match self.raw_text()? {
            Some(bytes) => std::str::from_utf8(bytes).map_err(|_| torn()),
            None => Err(self.wrong(expected)),
        }
    }

    /// The bytes of a text.
    #[inline]
    pub(crate) fn bytes_of_text(&mut self, expected: &str) -> Result<&'a [u8], Refusal> {
        match self.raw_text()? {
            Some(bytes) => Ok(bytes),
            None => Err(self.wrong(expected)),
        }
    }

    pub(crate) fn bool(&mut self) -> Result<bool, Refusal> {
        match self.bytes {
            [found @ (tag::FALSE | tag::TRUE), rest @ ..] => {
                self.bytes = rest;
                Ok(*found == tag::TRUE)
            }
            _ => Err(self.wrong("true or false")),
        }
    }

    pub(crate) fn number(&mut self) -> Result<f64, Refusal> {
        match self.bytes {
            [tag::NUMBER, rest @ ..] => {
                let Some((taken, rest)) = rest.split_first_chunk::<8>() else { return Err(torn()) };
                self.bytes = rest;
                Ok(f64::from_le_bytes(*taken))
            }
            _ => Err(self.wrong("a number")),
        }
    }

    pub(crate) const fn is_number(&self) -> bool {
        matches!(self.bytes, [tag::NUMBER, ..])
    }

    pub(crate) const fn is_text(&self) -> bool {
        matches!(self.bytes, [tag::TEXT | tag::SHORT_TEXT..=255, ..])
    }

    pub(crate) const fn is_nothing(&self) -> bool {
        matches!(self.bytes, [tag::NOTHING, ..])
    }

    pub(crate) const fn is_list(&self) -> bool {
        matches!(self.bytes, [tag::LIST, ..])
    }

    pub(crate) const fn is_object(&self) -> bool {
        matches!(self.bytes, [tag::OBJECT | tag::SAME_NAMES, ..])
    }

    /// The place of a text among the names.
    pub(super) fn choice(&mut self, names: &[&str]) -> Result<usize, Refusal> {
        let Some(bytes) = self.raw_text()? else { return Err(self.wrong(&format!("one of {}", in_backticks(names)))) };
        names.iter().position(|name| same(name, bytes)).ok_or_else(|| {
            let found = quoted(&String::from_utf8_lossy(bytes));
            refuse(ErrorCode::UnknownValue, format!("{found} is not a value of this field"), format!("use one of {}", in_backticks(names)))
        })
    }

    pub(super) fn count(&mut self, tag: u8, expected: &str) -> Result<usize, Refusal> {
        match self.bytes {
            [found, rest @ ..] if *found == tag => {
                self.bytes = rest;
                self.word()
            }
            _ => Err(self.wrong(expected)),
        }
    }

    /// Goes over an object's fields; what is nothing is absent.
    ///
    /// Of several faults an unknown name comes first, then the first field by its name. So that a good request pays nothing for that, an
    /// object with a fault is read once more in that order.
    pub(crate) fn object(&mut self, fields: &[&str], take: Take<'_, 'a>) -> Result<(), Refusal> {
        let start = *self;
        match self.fields(fields, take) {
            Ok(places) => {
                (self.names, self.places) = (start.names, places);
                Ok(())
            }
            Err(_) => {
                *self = start;
                self.in_order(fields, take)?;
                (self.names, self.places) = (start.names, None);
                Ok(())
            }
        }
    }

    #[cold]
    #[inline(never)]
    fn in_order(&mut self, fields: &[&str], take: Take<'_, 'a>) -> Result<(), Refusal> {
        let found = self.by_name()?;
        let place_of = |name: &[u8]| fields.iter().position(|field| field.as_bytes() == name);
        if let Some(name) = found.iter().map(|(name, _)| name).find(|name| place_of(name).is_none()) {
            return Err(unknown_field(&String::from_utf8_lossy(name), fields));
        }
        take(fields.len(), self)?;
        for (name, mut value) in found {
            if let Some(place) = place_of(name).filter(|_| !value.nothing()) {
                take(place, &mut value).map_err(|error| in_field(error, &String::from_utf8_lossy(name)))?;
            }
        }
        Ok(())
    }

    /// The fields of an element whose names are those of the one before it, where their places are known.
    #[inline(always)]
    fn same_fields(&mut self, mut take: impl FnMut(usize, &mut Self) -> Result<(), Refusal>) -> Result<Option<u64>, Refusal> {
        let ([tag::SAME_NAMES, count, rest @ ..], Some(places)) = (self.bytes, self.places) else { return Ok(None) };
        self.bytes = rest;
        let mut left = places;
        for _ in 0..*count {
            if !self.nothing() {
                take(usize::try_from(left & 15).unwrap_or(0), self)?;
            }
            left >>= 4;
        }
        Ok(Some(places))
    }

    /// What [`Reader::object`] does, for the rows of which a request has most: without a call for each field.
    #[inline(always)]
    pub(crate) fn row(&mut self, fields: &[&str], mut take: impl FnMut(usize, &mut Self) -> Result<(), Refusal>) -> Result<(), Refusal> {
        let (start, known) = (*self, (self.names, self.places));
        match self.same_fields(&mut take) {
            Ok(Some(_)) => (self.names, self.places) = known,
            // What was taken of a row with a fault counts nothing.
            _ => {
                *self = start;
                take(fields.len(), self)?;
                self.object(fields, &mut take)?;
            }
        }
        Ok(())
    }

    /// The fields as they come, and their places where those can be remembered. Any error here only says that there is one.
    #[inline]
    fn fields(&mut self, fields: &[&str], take: Take<'_, 'a>) -> Result<Option<u64>, Refusal> {
        if let Some(places) = self.same_fields(&mut *take)? {
            return Ok(Some(places));
        }
        let count = self.count(tag::OBJECT, "an object")?;
        let (mut next, mut places, mut seen) = (0_usize, 0_u64, 0_u64);
        for index in 0..count {
            let name = self.name()?;
            // Names come in the order of the declarations more often than not.
            let place = if fields.get(next).is_some_and(|field| same(field, name)) {
                next
            } else {
                fields.iter().position(|field| same(field, name)).ok_or_else(torn)?
            };
            let bit = u32::try_from(place).ok().and_then(|place| 1_u64.checked_shl(place)).unwrap_or(0);
            if bit == 0 || seen & bit != 0 {
                return Err(torn());
            }
            seen |= bit;
            next = place.wrapping_add(1);
            if let (Ok(nibble), Ok(shift)) = (u64::try_from(place), u32::try_from(index.wrapping_mul(4))) {
                places |= nibble.checked_shl(shift).unwrap_or(0);
            }
            if !self.nothing() {
                take(place, self)?;
            }
        }
        Ok((count <= 16 && fields.len() <= 16).then_some(places))
    }

    /// The names and values of an object, one by one, however it says its names.
    #[inline(never)]
    fn named(&mut self, found: &mut dyn FnMut(&'a [u8], Self)) -> Result<(), Refusal> {
        let mut names = match self.bytes {
            [tag::SAME_NAMES, _, rest @ ..] => {
                self.bytes = rest;
                Some(Self::new(self.names))
            }
            _ => None,
        };
        let count = names.as_mut().unwrap_or(self).count(tag::OBJECT, "an object")?;
        for _ in 0..count {
            let name = match &mut names {
                None => self.name()?,
                Some(names) => {
                    let name = names.name()?;
                    names.skip()?;
                    name
                }
            };
            found(name, *self);
            self.skip()?;
        }
        Ok(())
    }

    /// The values of an object in the order of their names. Of a name that JSON text has twice the last counts, as in JavaScript.
    #[cfg_attr(small, optimize(size))]
    fn by_name(&mut self) -> Result<Vec<(&'a [u8], Self)>, Refusal> {
        let (mut names, mut values) = (Vec::new(), Vec::new());
        self.named(&mut |name, value| {
            names.push((name, values.len()));
            values.push(value);
        })?;
        if !names.is_sorted() {
            names = BinaryHeap::from(names).into_sorted_vec();
        }
        names.dedup_by(|later, kept| {
            let is_one = later.0 == kept.0;
            if is_one {
                kept.1 = later.1;
            }
            is_one
        });
        Ok(names.into_iter().filter_map(|(name, place)| Some((name, *values.get(place)?))).collect())
    }

    /// An object whose names are data, by its names; what is nothing is absent.
    pub(crate) fn pairs(&mut self, take: &mut dyn FnMut(&'a str, &mut Self) -> Result<(), Refusal>) -> Result<(), Refusal> {
        let mut fault = None;
        self.pairs_and_nothing(&mut |name, mut value| {
            if fault.is_none() && !value.nothing() {
                fault = take(name, &mut value).map_err(|error| in_field(error, name)).err();
            }
        })?;
        fault.map_or(Ok(()), Err)
    }

    /// The same, with what is nothing.
    pub(crate) fn pairs_and_nothing(&mut self, take: &mut dyn FnMut(&'a str, Self)) -> Result<(), Refusal> {
        for (name, value) in self.by_name()? {
            take(std::str::from_utf8(name).map_err(|_| torn())?, value);
        }
        Ok(())
    }

    /// The value of one name of an object, where it is there; nothing is read.
    pub(crate) fn field(&self, name: &str) -> Option<Self> {
        let mut value = None;
        let mut here = *self;
        let found = here.named(&mut |own, here| {
            if own == name.as_bytes() {
                value = Some(here);
            }
        });
        found.ok().and(value).filter(|value| !matches!(value.bytes, [tag::NOTHING, ..]))
    }

    /// The object here, packed again without one of its names.
    pub(crate) fn without(&mut self, name: &str) -> Result<Vec<u8>, Refusal> {
        let mut rest: Vec<(&[u8], Self)> = Vec::new();
        self.named(&mut |own, value| {
            if own != name.as_bytes() {
                rest.push((own, value));
            }
        })?;
        let mut bytes = vec![tag::OBJECT];
        put_count(&mut bytes, rest.len());
        for (own, mut value) in rest {
            put_name(&mut bytes, own);
            bytes.extend_from_slice(value.value()?);
        }
        Ok(bytes)
    }

    /// The bytes of the value here. An element that leaves out its names is packed with them.
    pub(crate) fn packed(&mut self) -> Result<Vec<u8>, Refusal> {
        if matches!(self.bytes, [tag::SAME_NAMES, ..]) {
            return self.without("\0");
        }
        self.value().map(<[u8]>::to_vec)
    }

    fn value(&mut self) -> Result<&'a [u8], Refusal> {
        let start = self.bytes;
        self.skip()?;
        start.get(..start.len().saturating_sub(self.bytes.len())).ok_or_else(torn)
    }

    /// Goes over the elements of a list.
    pub(crate) fn list(&mut self, take: &mut dyn FnMut(&mut Self) -> Result<(), Refusal>) -> Result<(), Refusal> {
        let count = self.count(tag::LIST, "a list")?;
        let outer = (self.names, self.places);
        (self.names, self.places) = (&[], None);
        for index in 0..count {
            if let [tag::OBJECT, ..] = self.bytes {
                (self.names, self.places) = (self.bytes, None);
            }
            take(self).map_err(|error| Box::new(error.in_element(index)))?;
        }
        (self.names, self.places) = outer;
        Ok(())
    }

    /// Goes behind the value here.
    pub(crate) fn skip(&mut self) -> Result<(), Refusal> {
        self.skip_within(LEVELS)
    }

    fn skip_within(&mut self, levels: usize) -> Result<(), Refusal> {
        match self.bytes {
            [tag::SHORT_TEXT..=255, ..] | [tag::TEXT, ..] => drop(self.raw_text()?),
            [tag::NUMBER, ..] => drop(self.take(9)?),
            [tag::SAME_NAMES, count, rest @ ..] => {
                let levels = deeper(levels)?;
                self.bytes = rest;
                for _ in 0..*count {
                    self.skip_within(levels)?;
                }
            }
            [tag::LIST, rest @ ..] => {
                let levels = deeper(levels)?;
                self.bytes = rest;
                for _ in 0..self.word()? {
                    self.skip_within(levels)?;
                }
            }
            [tag::OBJECT, rest @ ..] => {
                let levels = deeper(levels)?;
                self.bytes = rest;
                for _ in 0..self.word()? {
                    self.name()?;
                    self.skip_within(levels)?;
                }
            }
            _ => drop(self.byte()?),
        }
        Ok(())
    }

    /// Writes the value here as it came.
    ///
    /// # Errors
    /// `wrong-type` where the bytes are none that a packer writes.
    pub fn write(&mut self, out: &mut Out) -> Result<(), Refusal> {
        self.write_within(LEVELS, out)
    }

    fn write_within(&mut self, levels: usize, out: &mut Out) -> Result<(), Refusal> {
        match self.bytes {
            [tag::NOTHING, rest @ ..] => {
                self.bytes = rest;
                out.null();
            }
            [tag::FALSE | tag::TRUE, ..] => out.bool(self.bool()?),
            [tag::NUMBER, ..] => out.number(self.number()?),
            [tag::LIST, ..] => {
                let levels = deeper(levels)?;
                let mut list = out.list();
                self.list(&mut |one| {
                    out.item(&mut list);
                    one.write_within(levels, out)
                })?;
                out.end_list(list);
            }
            [tag::OBJECT | tag::SAME_NAMES, ..] => {
                let levels = deeper(levels)?;
                // By name: so it is the same however it was packed.
                let values = self.by_name()?;
                let mut object = out.fields();
                for (name, mut value) in values {
                    out.field(&mut object, std::str::from_utf8(name).map_err(|_| torn())?);
                    value.write_within(levels, out)?;
                }
                out.end_fields(object);
            }
            _ => out.str(self.text("text")?),
        }
        Ok(())
    }
}
