//! The English sentences, from `data/wording/en/core.csv`, and their ids. An id that has no row does not compile, nor does a sentence
//! whose arguments are not those that its row has places for.

use std::cmp::Ordering;

use super::template::{CAPITAL, NO_PLACE, Step};

/// What is known of a row when the crate is compiled.
struct Row {
    /// Its place in the table.
    row: u16,
    id: &'static str,
    /// The numbers of its places, each once.
    places: &'static [u8],
    /// Of an area that is not compiled: it has no text.
    is_left_out: bool,
}

/// Where a row begins in the text of all. It ends where the next one begins.
struct Start {
    text: u16,
    step: u16,
}

include!(concat!(env!("OUT_DIR"), "/wording.rs"));

/// The number of the place that chooses between two rows.
pub(super) const COUNT: u8 = 1;

/// The number of the place of what a list was before an item.
pub(super) const LIST: u8 = number_of("list");

/// No sentence is about more.
const MOST: usize = 8;

/// A row of the table with the numbers of the places that the arguments fill, one for each. Where the text depends on a count it is the
/// row `….one`, and `….other` is the next.
#[derive(Debug, PartialEq, Eq)]
pub struct Id {
    row: u16,
    fills: [u8; MOST],
}

impl Id {
    /// The row of an id, when the crate is compiled.
    pub(crate) const fn of(id: &str, names: &[&str]) -> Self {
        let fills = numbers(names);
        let plain = at(id, "");
        let has_counts = plain.is_empty();
        let rows = if has_counts { at(id, ".one") } else { plain };
        assert!(!rows.is_empty(), "no row has the id");
        assert!(has_counts || !has(&fills, COUNT), "a count chooses between two rows");
        let [one, rest @ ..] = rows else { return Self { row: 0, fills } };
        let other = if let ([other, ..], true) = (rest, has_counts) { other } else { one };
        assert!(!one.is_left_out, "the row is another area's");
        assert!(are_in(one.places, &fills) && are_in(other.places, &fills), "a place has no argument");
        // It need not be shown for each count.
        assert!(are_filled(&fills, one.places, other.places), "an argument has no place");
        Self { row: one.row, fills }
    }

    /// The place of the row, for a count where there is one.
    pub(super) fn row(&self, count: Option<i64>) -> usize {
        let row = usize::from(self.row);
        match count {
            Some(1) | None => row,
            Some(_) => row.saturating_add(1),
        }
    }

    /// Which argument fills a place.
    #[inline]
    pub(super) fn argument(&self, place: u8) -> Option<usize> {
        self.fills.iter().position(|fills| *fills == place)
    }
}

/// The text of a row without its places, and its steps.
pub(super) fn english(row: usize) -> (&'static str, &'static [Step]) {
    let (start, end) = (STARTS.get(row), STARTS.get(row.saturating_add(1)));
    let Some(start) = start else { return ("", &[]) };
    let text = TEXTS.get(start.text.into()..end.map_or(TEXTS.len(), |end| end.text.into()));
    let steps = STEPS.get(start.step.into()..end.map_or(STEPS.len(), |end| end.step.into()));
    (text.unwrap_or_default(), steps.unwrap_or_default())
}

/// How many rows there are.
pub(super) const fn rows() -> usize {
    STARTS.len()
}

/// Where an id stands in the table.
pub(super) fn row_of(id: &str) -> Option<usize> {
    IDS.split('\n').position(|known| known == id)
}

/// The number of a place that the text of a row may have: the English one has it, or the one for the other counts, or it is the count.
pub(super) fn place_of(row: usize, id: &str, name: &str) -> Option<u8> {
    let place = NAMES.iter().zip(0..).skip(1).find(|(known, _)| **known == name)?.1;
    let other = if id.ends_with(".one") {
        row.checked_add(1)
    } else if id.ends_with(".other") {
        row.checked_sub(1)
    } else {
        None
    };
    let has_place = |row: usize| english(row).1.iter().any(|(_, found)| found & !CAPITAL == place);
    (has_place(row) || other.is_some_and(|other| place == COUNT || has_place(other))).then_some(place)
}

/// The rows from the one whose id is `id` with `end` behind it, by halves: this is asked for each sentence whenever the crate is compiled.
const fn at(id: &str, end: &str) -> &'static [Row] {
    let mut rows = ROWS;
    while !rows.is_empty() {
        let (before, from) = rows.split_at(rows.len() / 2);
        if let [middle, after @ ..] = from {
            match order(middle.id.as_bytes(), id.as_bytes(), end.as_bytes()) {
                Ordering::Less => rows = after,
                Ordering::Equal => return from,
                Ordering::Greater => rows = before,
            }
        }
    }
    &[]
}

/// How `found` stands to `wanted` with `end` behind it.
const fn order<'a>(mut found: &[u8], mut wanted: &'a [u8], mut end: &'a [u8]) -> Ordering {
    loop {
        if wanted.is_empty() {
            (wanted, end) = (end, &[]);
        }
        match (found, wanted) {
            ([], []) => return Ordering::Equal,
            ([], _) => return Ordering::Less,
            (_, []) => return Ordering::Greater,
            ([a, ..], [b, ..]) if *a != *b => return if *a < *b { Ordering::Less } else { Ordering::Greater },
            ([_, found_rest @ ..], [_, wanted_rest @ ..]) => (found, wanted) = (found_rest, wanted_rest),
        }
    }
}

/// The numbers of places by their names.
const fn numbers(mut names: &[&str]) -> [u8; MOST] {
    let mut numbers = [NO_PLACE; MOST];
    let mut left: &mut [u8] = &mut numbers;
    while let [name, rest @ ..] = names {
        assert!(!left.is_empty(), "a sentence has too many arguments");
        if let [number, left_rest @ ..] = left {
            *number = number_of(name);
            left = left_rest;
        }
        names = rest;
    }
    numbers
}

const fn number_of(name: &str) -> u8 {
    let mut known: &[&str] = &NAMES;
    let mut number = 0_u8;
    loop {
        assert!(!known.is_empty(), "an argument has no place");
        if let [first, rest @ ..] = known {
            if matches!(order(first.as_bytes(), name.as_bytes(), b""), Ordering::Equal) {
                return number;
            }
            known = rest;
            number = number.saturating_add(1);
        }
    }
}

const fn has(mut places: &[u8], place: u8) -> bool {
    while let [first, rest @ ..] = places {
        if *first == place {
            return true;
        }
        places = rest;
    }
    false
}

/// Whether each place is among those that are filled.
const fn are_in(mut places: &[u8], fills: &[u8]) -> bool {
    while let [place, rest @ ..] = places {
        if !has(fills, *place) {
            return false;
        }
        places = rest;
    }
    true
}

/// Whether each argument has a place in one of the texts, or is the count, which chooses between the two.
const fn are_filled(mut fills: &[u8], one: &[u8], other: &[u8]) -> bool {
    while let [place, rest @ ..] = fills {
        if *place != NO_PLACE && *place != COUNT && !has(one, *place) && !has(other, *place) {
            return false;
        }
        fills = rest;
    }
    true
}
