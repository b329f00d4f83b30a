// The crate's report: what is public with its signature, and nothing else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { rustApi } from "../../scripts/lib/rust-api.mjs";

const FILE = `//! A module.
pub mod inner;
pub(crate) mod hidden;
pub use inner::{A, B};

/// A day.
#[derive(Clone, Debug)]
pub struct Day {
    /// Which.
    pub number: u8,
    own: u8,
}

pub(crate) struct Hidden {
    pub field: u8,
}

impl Day {
    /// The first.
    pub const FIRST: Self = Self { number: 1, own: 2 };

    #[must_use]
    pub fn after(
        &self,
        days: u8,
    ) -> Option<Self> {
        let pub_like = 1;
        None
    }

    pub(crate) fn hidden(&self) {}
    fn own(&self) {}
}

impl fmt::Display for Day {
    fn fmt(&self) {}
}

impl fmt::Display for Hidden {}

named! {
    /// What.
    pub enum Kind {
        /// One.
        One = "one",
        Two = "two",
    }
}
`;

test("public items, each once, with what they stand in", () => {
  assert.deepEqual(
    rustApi([["src/day.rs", FILE]])
      .trim()
      .split("\n"),
    [
      "src/day.rs: pub mod inner",
      "src/day.rs: pub use inner::{A, B}",
      "src/day.rs: pub struct Day // Clone, Debug",
      "src/day.rs: struct Day: pub number: u8",
      "src/day.rs: impl Day: pub const FIRST: Self",
      "src/day.rs: impl Day: pub fn after( &self, days: u8, ) -> Option<Self>",
      'src/day.rs: pub enum Kind { One = "one", Two = "two", }',
      "src/day.rs: impl fmt::Display for Day",
    ],
  );
});
