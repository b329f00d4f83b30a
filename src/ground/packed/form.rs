//! The bytes of a packed request: what a value begins with, and how a count and a name are written. What they mean is told beside the reader.

/// Deeper than any request of the contract; a cycle of JavaScript objects ends here.
pub(super) const DEEPEST: usize = 16;

pub(super) mod tag {
    pub(in crate::ground::packed) const NOTHING: u8 = 0;
    pub(in crate::ground::packed) const FALSE: u8 = 1;
    pub(in crate::ground::packed) const TRUE: u8 = 2;
    pub(in crate::ground::packed) const NUMBER: u8 = 3;
    pub(in crate::ground::packed) const TEXT: u8 = 4;
    pub(in crate::ground::packed) const LIST: u8 = 5;
    pub(in crate::ground::packed) const OBJECT: u8 = 6;
    pub(in crate::ground::packed) const SAME_NAMES: u8 = 8;
    pub(in crate::ground::packed) const SHORT_TEXT: u8 = 128;
    pub(in crate::ground::packed) const LONG_NAME: u8 = 255;
}

pub(super) fn put_count(out: &mut Vec<u8>, count: usize) {
    out.extend_from_slice(&u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes());
}

pub(super) fn put_name(out: &mut Vec<u8>, name: &[u8]) {
    match u8::try_from(name.len()) {
        Ok(short) if short != tag::LONG_NAME => out.push(short),
        _ => {
            out.push(tag::LONG_NAME);
            put_count(out, name.len());
        }
    }
    out.extend_from_slice(name);
}

pub(super) fn put_text(out: &mut Vec<u8>, text: &str) {
    match u8::try_from(text.len()) {
        Ok(short) if short < tag::SHORT_TEXT => out.push(tag::SHORT_TEXT | short),
        _ => {
            out.push(tag::TEXT);
            put_count(out, text.len());
        }
    }
    out.extend_from_slice(text.as_bytes());
}

pub(super) fn put_number(out: &mut Vec<u8>, number: f64) {
    out.push(tag::NUMBER);
    out.extend_from_slice(&number.to_le_bytes());
}
