//! One packed object, field by field, for whoever has rows and no JSON text.

use super::form::{put_count, put_name, put_number, put_text, tag};

/// Writes an object with text, numbers and lists of text in it. What is begun anew needs the room of the longest object before it.
///
/// ```
/// use kx_modifier::ground::packed::{Out, Packer, Reader};
/// let mut line = Packer::default();
/// line.begin();
/// line.text("code", "97110");
/// line.texts("modifiers", ["GP", "KX"]);
/// let mut out = Out::json();
/// Reader::new(line.packed()).write(&mut out)?;
/// assert_eq!(out.text(), r#"{"code":"97110","modifiers":["GP","KX"]}"#);
/// # Ok::<(), Box<kx_modifier::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Packer {
    bytes: Vec<u8>,
    fields: usize,
}

/// Where the count of an object stands: behind its tag.
const COUNT: std::ops::Range<usize> = 1..5;

impl Packer {
    /// Begins an object in place of the one before it.
    pub fn begin(&mut self) {
        self.bytes.clear();
        self.bytes.push(tag::OBJECT);
        put_count(&mut self.bytes, 0);
        self.fields = 0;
    }

    fn field(&mut self, name: &str) {
        self.fields = self.fields.saturating_add(1);
        put_name(&mut self.bytes, name.as_bytes());
    }

    /// A field that holds text.
    pub fn text(&mut self, name: &str, text: &str) {
        self.field(name);
        put_text(&mut self.bytes, text);
    }

    /// A field that holds a number.
    pub fn number(&mut self, name: &str, number: f64) {
        self.field(name);
        put_number(&mut self.bytes, number);
    }

    /// A field that holds a list of text.
    pub fn texts<'t>(&mut self, name: &str, texts: impl IntoIterator<Item = &'t str>) {
        self.field(name);
        self.bytes.push(tag::LIST);
        let place = self.bytes.len();
        put_count(&mut self.bytes, 0);
        let mut count = 0_usize;
        for text in texts {
            put_text(&mut self.bytes, text);
            count = count.saturating_add(1);
        }
        self.put_back(place..place.saturating_add(4), count);
    }

    /// The object as far as it was written.
    pub fn packed(&mut self) -> &[u8] {
        self.put_back(COUNT, self.fields);
        &self.bytes
    }

    fn put_back(&mut self, place: std::ops::Range<usize>, count: usize) {
        let count = u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes();
        if let Some(room) = self.bytes.get_mut(place) {
            room.copy_from_slice(&count);
        }
    }
}
