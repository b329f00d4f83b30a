//! The one writer. An answer goes out as JSON text, or as tokens with one run of text; what writes it does not know which.
//!
//! A token has three bits of kind and 29 of what it says. A text of the binary, and the names of an object, cross as address and length
//! and are kept on the other side.

use std::fmt::Write as _;

use rust_decimal::prelude::ToPrimitive as _;

mod kind {
    /// 0 null, 1 false, 2 true.
    pub(super) const CONSTANT: u32 = 0;
    /// So many UTF-16 units of the run of text.
    pub(super) const TEXT: u32 = 1;
    /// The address of a text; the next token is its length.
    pub(super) const FIXED: u32 = 2;
    /// The address of an object's names; the next token is their length.
    pub(super) const OBJECT: u32 = 3;
    /// So many elements.
    pub(super) const LIST: u32 = 4;
    pub(super) const INTEGER: u32 = 5;
    /// The next two tokens are its bits.
    pub(super) const FLOAT: u32 = 6;
    /// An object of so many pairs of text and value.
    pub(super) const NAMED: u32 = 7;
}

/// The largest number that a token says by itself.
const LARGEST: u32 = u32::MAX >> 3;

/// Whether anything here writes JSON text. A module without NDJSON does not, and leaves out what only that needs.
const WRITES_JSON: bool = cfg!(any(not(target_arch = "wasm32"), feature = "account"));

/// An answer as it is written.
#[derive(Debug, Default)]
pub struct Out {
    text: String,
    tokens: Vec<u32>,
    packed: bool,
}

/// A list or an object whose end is not written yet.
#[derive(Clone, Copy)]
pub(crate) struct Open {
    token: usize,
    count: u32,
}

fn saturated(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn address(text: &'static str) -> u32 {
    saturated(text.as_ptr().addr())
}

/// Whether JSON text writes some of the bytes in another way. Eight at a time: every text of every answer is asked.
fn is_escaped(text: &[u8]) -> bool {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let (eights, rest) = text.as_chunks::<8>();
    let has_none = |bytes: u64| bytes.wrapping_sub(EACH) & !bytes;
    eights.iter().any(|eight| {
        let bytes = u64::from_le_bytes(*eight);
        let control = bytes.wrapping_sub(EACH.wrapping_mul(32)) & !bytes;
        let quote = has_none(bytes ^ EACH.wrapping_mul(b'"'.into()));
        let backslash = has_none(bytes ^ EACH.wrapping_mul(b'\\'.into()));
        (control | quote | backslash) & EACH.wrapping_mul(128) != 0
    }) || rest.iter().any(|byte| matches!(byte, 0..=31 | b'"' | b'\\'))
}

impl Out {
    /// For JSON text.
    pub const fn json() -> Self {
        Self { text: String::new(), tokens: Vec::new(), packed: false }
    }

    /// For tokens and a run of text.
    pub const fn packed() -> Self {
        Self { text: String::new(), tokens: Vec::new(), packed: true }
    }

    /// Whether it is for tokens.
    #[inline]
    pub const fn is_packed(&self) -> bool {
        self.packed || !WRITES_JSON
    }

    /// The JSON text, or the run of text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The JSON text.
    pub fn into_text(self) -> String {
        self.text
    }

    /// The tokens.
    pub fn tokens(&self) -> &[u32] {
        &self.tokens
    }

    /// Begins anew, and keeps the room for what is usual.
    pub fn clear(&mut self) {
        const USUAL: usize = 1 << 18;
        self.text.clear();
        self.text.shrink_to(USUAL);
        self.tokens.clear();
        self.tokens.shrink_to(USUAL / 8);
    }

    #[inline]
    fn token(&mut self, kind: u32, what: u32) {
        self.tokens.push(kind | (what << 3));
    }

    #[inline]
    fn static_token(&mut self, kind: u32, text: &'static str) {
        self.token(kind, address(text));
        self.tokens.push(saturated(text.len()));
    }

    pub(crate) fn null(&mut self) {
        if self.is_packed() { self.token(kind::CONSTANT, 0) } else { self.text.push_str("null") }
    }

    pub(crate) fn bool(&mut self, value: bool) {
        if self.is_packed() {
            self.token(kind::CONSTANT, if value { 2 } else { 1 });
        } else {
            self.text.push_str(if value { "true" } else { "false" });
        }
    }

    /// One of the texts of the binary.
    pub(crate) fn fixed(&mut self, text: &'static str) {
        if self.is_packed() { self.static_token(kind::FIXED, text) } else { self.str(text) }
    }

    pub(crate) fn str(&mut self, text: &str) {
        self.written(|out| out.push_str(text));
    }

    /// Text that is written in its place.
    pub(crate) fn written(&mut self, write: impl FnOnce(&mut String)) {
        if !self.is_packed() {
            self.text.push('"');
        }
        let start = self.text.len();
        write(&mut self.text);
        self.end_text(start);
    }

    /// The same for what is made of digits, capital letters and signs: nothing in it is escaped, and a byte is a unit.
    pub(crate) fn ascii(&mut self, write: impl FnOnce(&mut String)) {
        if self.is_packed() {
            let start = self.text.len();
            write(&mut self.text);
            self.token(kind::TEXT, saturated(self.text.len().saturating_sub(start)));
        } else {
            self.text.push('"');
            write(&mut self.text);
            self.text.push('"');
        }
    }

    fn end_text(&mut self, start: usize) {
        let new = self.text.as_bytes().get(start..).unwrap_or_default();
        if self.is_packed() {
            let units = if new.is_ascii() { new.len() } else { self.text.get(start..).map_or(0, |text| text.encode_utf16().count()) };
            self.token(kind::TEXT, saturated(units));
        } else {
            if is_escaped(new) {
                self.escape(start);
            }
            self.text.push('"');
        }
    }

    #[cold]
    #[inline(never)]
    fn escape(&mut self, start: usize) {
        let plain = self.text.split_off(start);
        for letter in plain.chars() {
            match letter {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\t' => self.text.push_str("\\t"),
                '\u{8}' => self.text.push_str("\\b"),
                '\u{c}' => self.text.push_str("\\f"),
                control if control < ' ' => drop(write!(self.text, "\\u{:04x}", u32::from(control))),
                other => self.text.push(other),
            }
        }
    }

    pub(crate) fn integer(&mut self, value: u64) {
        match u32::try_from(value) {
            Ok(small) if self.is_packed() && small <= LARGEST => self.token(kind::INTEGER, small),
            _ if self.is_packed() => self.float(value.to_f64().unwrap_or(f64::MAX)),
            _ => drop(write!(self.text, "{value}")),
        }
    }

    pub(crate) fn count(&mut self, value: usize) {
        self.integer(u64::try_from(value).unwrap_or(u64::MAX));
    }

    /// A number as JavaScript has them.
    pub(crate) fn number(&mut self, value: f64) {
        match value.to_i64() {
            Some(whole) if !self.is_packed() && whole.to_f64() == Some(value) => drop(write!(self.text, "{whole}")),
            _ => self.float(value),
        }
    }

    /// A number that is no whole number, but by chance.
    pub(crate) fn float(&mut self, value: f64) {
        if self.is_packed() {
            self.token(kind::FLOAT, 0);
            let bits = value.to_bits();
            self.tokens.push(u32::try_from(bits & u64::from(u32::MAX)).unwrap_or(0));
            self.tokens.push(u32::try_from(bits >> 32).unwrap_or(0));
        } else if value.is_finite() {
            // Writing to a string never fails.
            let _ = write!(self.text, "{value}");
        } else {
            self.null();
        }
    }

    /// An object with these names, `a,b,c`. As many values follow, each behind its name.
    pub(crate) fn object(&mut self, names: &'static str) {
        if self.is_packed() { self.static_token(kind::OBJECT, names) } else { self.text.push('{') }
    }

    #[inline]
    pub(crate) fn name(&mut self, in_json: &'static str) {
        if !self.is_packed() {
            self.text.push_str(in_json);
        }
    }

    /// The same in an answer that a browser never gets as JSON text: its module leaves it out.
    #[inline]
    pub(crate) fn name_outside(&mut self, in_json: &'static str) {
        if !cfg!(target_arch = "wasm32") {
            self.name(in_json);
        }
    }

    pub(crate) fn end(&mut self) {
        if !self.is_packed() {
            self.text.push('}');
        }
    }

    fn open(&mut self, kind: u32, bracket: char) -> Open {
        let token = self.tokens.len();
        if self.is_packed() {
            self.tokens.push(kind)
        } else {
            self.text.push(bracket)
        }
        Open { token, count: 0 }
    }

    fn close(&mut self, open: Open, bracket: char) {
        if !self.is_packed() {
            self.text.push(bracket);
        } else if let Some(token) = self.tokens.get_mut(open.token) {
            *token |= open.count << 3;
        }
    }

    pub(crate) fn list(&mut self) -> Open {
        self.open(kind::LIST, '[')
    }

    /// Before each element.
    pub(crate) fn item(&mut self, list: &mut Open) {
        if !self.is_packed() && list.count > 0 {
            self.text.push(',');
        }
        list.count = list.count.saturating_add(1);
    }

    pub(crate) fn end_list(&mut self, list: Open) {
        self.close(list, ']');
    }

    /// A whole list, by what writes one element.
    pub(crate) fn each<T>(&mut self, items: impl IntoIterator<Item = T>, mut write: impl FnMut(&mut Self, T)) {
        let mut list = self.list();
        for one in items {
            self.item(&mut list);
            write(self, one);
        }
        self.end_list(list);
    }

    /// An object whose names are data.
    pub(crate) fn fields(&mut self) -> Open {
        self.open(kind::NAMED, '{')
    }

    /// Before each value.
    pub(crate) fn field(&mut self, object: &mut Open, name: &str) {
        self.item(object);
        self.str(name);
        if !self.is_packed() {
            self.text.push(':');
        }
    }

    pub(crate) fn end_fields(&mut self, object: Open) {
        self.close(object, '}');
    }

    /// A value, or null.
    pub(crate) fn option<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) {
        match value {
            Some(value) => write(self, value),
            None => self.null(),
        }
    }

    /// The end of a line of NDJSON.
    pub(crate) fn end_line(&mut self) {
        self.text.push('\n');
    }
}

/// `object!(out, { "name" => out.str(…), … })`: an object with these names, in this order.
macro_rules! object {
    ($out:expr, { $first:literal => $one:expr $(, $name:literal => $value:expr)* $(,)? }) => {{
        $out.object(concat!($first $(, ",", $name)*));
        $out.name(concat!("\"", $first, "\":"));
        $one;
        $(
            $out.name(concat!(",\"", $name, "\":"));
            $value;
        )*
        $out.end();
    }};
}
pub(crate) use object;

/// The same for answers that a browser never gets as JSON text: all but a line of NDJSON, and what such a line and a session have in common.
#[cfg(feature = "account")]
macro_rules! tokens {
    ($out:expr, { $first:literal => $one:expr $(, $name:literal => $value:expr)* $(,)? }) => {{
        $out.object(concat!($first $(, ",", $name)*));
        $out.name_outside(concat!("\"", $first, "\":"));
        $one;
        $(
            $out.name_outside(concat!(",\"", $name, "\":"));
            $value;
        )*
        $out.end();
    }};
}
#[cfg(feature = "account")]
pub(crate) use tokens;
