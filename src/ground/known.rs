//! Texts that were met before, such as ids, each with a number. A hash map is compiled anew for each kind of thing, two KiB each; this is
//! the one for all texts.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Texts, each with a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Known<'t>(HashMap<Cow<'t, str>, usize, BuildHasherDefault<Mixed>>);

/// FNV-1a. Ids are short, and the standard library's hash costs more to set up than this to the end, and a KiB of code. What it protects
/// from, texts chosen to collide, would slow down only the page that was given them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mixed(u64);

impl Default for Mixed {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Mixed {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl<'t> Known<'t> {
    /// Whether it is new.
    pub(crate) fn meet(&mut self, text: impl Into<Cow<'t, str>>) -> bool {
        self.put(text, 0).is_none()
    }

    /// Gives a text its number in place of the one it had.
    pub(crate) fn put(&mut self, text: impl Into<Cow<'t, str>>, number: usize) -> Option<usize> {
        self.put_cow(text.into(), number)
    }

    #[inline(never)]
    fn put_cow(&mut self, text: Cow<'t, str>, number: usize) -> Option<usize> {
        self.0.insert(text, number)
    }

    /// The number of a text.
    #[inline(never)]
    pub(crate) fn get(&self, text: &str) -> Option<usize> {
        self.0.get(text).copied()
    }

    /// Forgets all.
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}
