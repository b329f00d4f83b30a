//! From sentences to text: a table of texts, and how amounts, days and numbers are written.

use std::fmt::{Display, Write as _};

use crate::calendar::ServiceDate;
use crate::money::Money;

use super::say;
use super::sentence::{Argument, Sentence};
use super::table::CORE;
use super::template::{Piece, pieces};

/// How a language writes amounts, days and numbers.
pub trait Formats {
    /// An amount of US dollars.
    fn money(&self, amount: Money) -> String;
    /// A day.
    fn day(&self, day: ServiceDate) -> String;
    /// A whole number, such as a count of days; never a year.
    fn number(&self, number: i64) -> String;
}

/// The words and formats in which sentences are said.
pub struct Wording {
    /// Texts in place of the English ones, by their place in the table; all of them, or none.
    pub(super) texts: Vec<Option<Box<str>>>,
    /// `None` writes `$1,035.10`, `2026-09-14` and `1234`.
    pub(super) formats: Option<Box<dyn Formats>>,
}

impl Wording {
    /// The sentences as they stand in `data/wording/en/core.csv`, days as `YYYY-MM-DD`.
    pub const ENGLISH: Self = Self { texts: Vec::new(), formats: None };

    /// The text of a sentence.
    pub fn text(&self, sentence: &Sentence) -> String {
        // What is filled in is seldom longer than this.
        let filled = sentence.arguments.len().saturating_mul(32);
        let mut out = String::with_capacity(self.pattern(sentence.id.row(None)).len().saturating_add(filled));
        self.write(&mut out, sentence);
        out
    }

    fn write(&self, out: &mut String, sentence: &Sentence) {
        let argument = |name: &str| sentence.id.names.iter().zip(&sentence.arguments).find(|(known, _)| **known == name);
        let count = match argument("count") {
            Some((_, Argument::Number(count))) => Some(*count),
            _ => None,
        };
        for piece in pieces(self.pattern(sentence.id.row(count))) {
            match piece {
                Ok(Piece::Text(text)) => out.push_str(text),
                Ok(Piece::Place { name, capital }) => {
                    let start = out.len();
                    if let Some((_, argument)) = argument(name) {
                        self.write_argument(out, argument);
                    }
                    if capital {
                        capitalise(out, start);
                    }
                }
                // Every text was taken apart once before it came into a table.
                Err(_) => {}
            }
        }
    }

    fn pattern(&self, row: usize) -> &str {
        let english = || CORE.get(row).map_or("", |row| row.text);
        self.texts.get(row).and_then(Option::as_deref).unwrap_or_else(english)
    }

    fn write_argument(&self, out: &mut String, argument: &Argument) {
        match argument {
            Argument::Name(name) => out.push_str(name),
            Argument::Text(text) => out.push_str(text),
            Argument::Code(code) => out.push_str(code.as_str()),
            Argument::Modifier(modifier) => out.push_str(modifier.as_str()),
            Argument::Year(year) => push(out, year),
            Argument::Money(amount) => match &self.formats {
                Some(formats) => out.push_str(&formats.money(*amount)),
                None => amount.write_dollars(out),
            },
            Argument::Day(day) => match &self.formats {
                Some(formats) => out.push_str(&formats.day(*day)),
                None => push(out, day),
            },
            Argument::Number(number) => match &self.formats {
                Some(formats) => out.push_str(&formats.number(*number)),
                None => push(out, number),
            },
            Argument::Sentence(sentence) => self.write(out, sentence),
            Argument::List(items) => self.write_list(out, items),
        }
    }

    /// Joined from the left, so that a table of two texts says how.
    fn write_list(&self, out: &mut String, items: &[Argument]) {
        let mut joined = String::new();
        for (place, item) in items.iter().enumerate() {
            let mut next = String::new();
            self.write_argument(&mut next, item);
            joined = match place {
                0 => next,
                _ if place.saturating_add(1) == items.len() => self.text(&say!("list.last", list = joined, item = next)),
                _ => self.text(&say!("list.more", list = joined, item = next)),
            };
        }
        out.push_str(&joined);
    }
}

fn push(out: &mut String, value: &dyn Display) {
    // Writing to a string never fails.
    let _ = write!(out, "{value}");
}

/// Makes the letter at `start` a capital.
fn capitalise(out: &mut String, start: usize) {
    let Some(first) = out.get(start..).and_then(|text| text.chars().next()) else { return };
    if first.is_lowercase() {
        let capital: String = first.to_uppercase().collect();
        out.replace_range(start..start.saturating_add(first.len_utf8()), &capital);
    }
}
