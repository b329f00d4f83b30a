//! From sentences to text: a table of texts, and how amounts, days and numbers are written.

use std::fmt::{Display, Write as _};

use crate::ground::calendar::ServiceDate;
use crate::ground::money::Money;

use super::say::{Argument, Sentence};
use super::table::{COUNT, Id, LIST, english};
use super::template::{CAPITAL, NO_PLACE, Step, Template, walk};

/// How a language writes amounts, days and numbers.
pub trait Formats {
    /// An amount of US dollars.
    fn money(&self, amount: Money) -> String;
    /// A day.
    fn day(&self, day: ServiceDate) -> String;
    /// A whole number, such as a count of days; never a year.
    fn number(&self, number: i64) -> String;
    /// The letter that begins a sentence, as a capital where it has one.
    fn capital(&self, letter: char) -> String {
        // A browser has the tables of all alphabets already: a tenth of the module, if they were in it.
        if letter.is_lowercase() { letter.to_uppercase().collect() } else { letter.to_string() }
    }
}

/// The words and formats in which sentences are said.
pub struct Wording {
    /// Texts in place of the English ones, by their place in the table; all of them, or none.
    pub(super) texts: Vec<Option<Template>>,
    /// `None` writes `$1,035.10`, `Sep 14, 2026` and `1234`.
    pub(super) formats: Option<Box<dyn Formats>>,
}

impl Wording {
    /// The sentences as they stand in `data/wording/en/core.csv`, days as `Sep 14, 2026`.
    pub const ENGLISH: Self = Self { texts: Vec::new(), formats: None };

    /// The text of a sentence.
    pub fn text(&self, sentence: &Sentence) -> String {
        // What is filled in is seldom longer than this.
        let filled = sentence.arguments.len().saturating_mul(32);
        let mut out = String::with_capacity(self.template(sentence.id.row(None)).0.len().saturating_add(filled));
        self.write(&mut out, sentence);
        out
    }

    /// The same at the end of a text.
    pub(crate) fn write(&self, out: &mut String, sentence: &Sentence) {
        let argument = |place: u8| sentence.arguments.get(sentence.id.argument(place)?);
        let count = match argument(COUNT) {
            Some(Argument::Number(count)) => Some(*count),
            _ => None,
        };
        let (text, steps) = self.template(sentence.id.row(count));
        for (text, place) in walk(text, steps) {
            out.push_str(text);
            let start = out.len();
            // No argument fills what is no place.
            if let Some(argument) = argument(place & !CAPITAL) {
                self.write_argument(out, argument);
            }
            if place & CAPITAL != 0 {
                self.capitalise(out, start);
            }
        }
    }

    /// The text of an English sentence that is always the same: it is in the module, and need not be written.
    pub(crate) fn fixed(&self, sentence: &Sentence) -> Option<&'static str> {
        let row = sentence.id.row(None);
        if !sentence.arguments.is_empty() || self.texts.get(row).is_some_and(Option::is_some) {
            return None;
        }
        let (text, steps) = english(row);
        steps.iter().all(|(_, place)| *place == NO_PLACE).then_some(text)
    }

    /// The text of a row without its places, and its steps.
    fn template(&self, row: usize) -> (&str, &[Step]) {
        match self.texts.get(row) {
            Some(Some(own)) => (&own.text, &own.steps),
            _ => english(row),
        }
    }

    fn write_argument(&self, out: &mut String, argument: &Argument) {
        match argument {
            Argument::Name(name) => out.push_str(name),
            Argument::Text(text) => out.push_str(text),
            Argument::Code(code) => out.push_str(code.as_str()),
            Argument::Modifier(modifier) => out.push_str(modifier.as_str()),
            Argument::Year(year) => year.write(out),
            Argument::Money(amount) => match &self.formats {
                Some(formats) => out.push_str(&formats.money(*amount)),
                None => amount.write_dollars(out),
            },
            Argument::Day(day) => match &self.formats {
                Some(formats) => out.push_str(&formats.day(*day)),
                None => day.write_in_words(out),
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
        const MORE: &Id = &Id::of("list.more", &["list", "item"]);
        const LAST: &Id = &Id::of("list.last", &["list", "item"]);
        let Some((first, rest)) = items.split_first() else { return };
        let start = out.len();
        self.write_argument(out, first);
        for (place, item) in rest.iter().enumerate() {
            let id = if place.saturating_add(1) == rest.len() { LAST } else { MORE };
            let (text, steps) = self.template(id.row(None));
            // Where the text begins with the list, as most do, the list stands there already.
            let mut list = if steps.first().is_some_and(|step| matches!(step, (0, place) if place & !CAPITAL == LIST)) {
                None
            } else {
                Some(out.split_off(start))
            };
            for (text, place) in walk(text, steps) {
                out.push_str(text);
                let mut start_of_place = out.len();
                if place & !CAPITAL == LIST {
                    match list.take() {
                        Some(list) => out.push_str(&list),
                        None => start_of_place = start,
                    }
                } else if place != NO_PLACE {
                    self.write_argument(out, item);
                }
                if place & CAPITAL != 0 {
                    self.capitalise(out, start_of_place);
                }
            }
        }
    }

    /// Makes the letter at `start` a capital.
    fn capitalise(&self, out: &mut String, start: usize) {
        match out.get_mut(start..start.saturating_add(1)) {
            Some(first) => first.make_ascii_uppercase(),
            None => self.capitalise_any(out, start),
        }
    }

    /// No English sentence begins with a letter beyond ASCII.
    #[cold]
    #[inline(never)]
    fn capitalise_any(&self, out: &mut String, start: usize) {
        let Some(formats) = &self.formats else { return };
        let Some(first) = out.get(start..).and_then(|text| text.chars().next()) else { return };
        let rest = out.split_off(start.saturating_add(first.len_utf8()));
        out.truncate(start);
        out.push_str(&formats.capital(first));
        out.push_str(&rest);
    }
}

fn push(out: &mut String, value: &dyn Display) {
    // Writing to a string never fails.
    let _ = write!(out, "{value}");
}
