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

    /// Whether nothing was met.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Forgets all.
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}

impl FromIterator<String> for Known<'static> {
    fn from_iter<I: IntoIterator<Item = String>>(texts: I) -> Self {
        let mut known = Self::default();
        for text in texts {
            known.meet(text);
        }
        known
    }
}

/// Things that are put together by a text, in the order in which the texts were met.
#[derive(Clone, Debug)]
pub(crate) struct Groups<T> {
    places: Known<'static>,
    groups: Vec<Vec<T>>,
}

impl<T> Default for Groups<T> {
    fn default() -> Self {
        Self { places: Known::default(), groups: Vec::new() }
    }
}

impl<T> Groups<T> {
    /// Puts a thing to the others of its text.
    pub(crate) fn add(&mut self, text: String, thing: T) {
        match self.get_mut(&text) {
            Some(group) => group.push(thing),
            None => {
                self.places.put(text, self.groups.len());
                self.groups.push(vec![thing]);
            }
        }
    }

    /// The things of a text.
    pub(crate) fn get_mut(&mut self, text: &str) -> Option<&mut Vec<T>> {
        self.places.get(text).and_then(|place| self.groups.get_mut(place))
    }

    /// All groups.
    pub(crate) fn into_groups(self) -> Vec<Vec<T>> {
        self.groups
    }
}
