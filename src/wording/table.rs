//! The English sentences, from `data/wording/en/core.csv`, and their ids. An id that has no row does not compile, nor does a sentence
//! whose arguments are not those that its row has places for.

pub(crate) struct Row {
    pub(crate) id: &'static str,
    pub(crate) text: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/wording.rs"));

/// A row of the table with the names of its places. Where the text depends on a count it is the row `….one`, and `….other` is the next.
#[derive(Debug, PartialEq, Eq)]
pub struct Id {
    row: usize,
    pub(super) names: &'static [&'static str],
}

impl Id {
    /// The row of an id, when the crate is compiled.
    pub(crate) const fn of(id: &str, names: &'static [&'static str]) -> Self {
        let mut rows = CORE;
        let mut row = 0_usize;
        loop {
            assert!(!rows.is_empty(), "no row has the id");
            if let [first, rest @ ..] = rows {
                if same(first.id.as_bytes(), id.as_bytes(), b"") {
                    assert!(!any_begins(b"count}", names), "a count chooses between two rows");
                    assert!(fills(first.text, names), "a place has no argument");
                    assert!(is_filled(first.text, "", names), "an argument has no place");
                    return Self { row, names };
                }
                if let ([other, ..], true) = (rest, same(first.id.as_bytes(), id.as_bytes(), b".one")) {
                    assert!(fills(first.text, names) && fills(other.text, names), "a place has no argument");
                    assert!(is_filled(first.text, other.text, names), "an argument has no place");
                    return Self { row, names };
                }
                rows = rest;
                row = row.saturating_add(1);
            }
        }
    }

    /// The place of the row, for a count where there is one.
    pub(super) fn row(&self, count: Option<i64>) -> usize {
        match count {
            Some(1) | None => self.row,
            Some(_) => self.row.saturating_add(1),
        }
    }
}

/// Where an id stands in the table.
pub(super) fn row_of(id: &str) -> Option<usize> {
    CORE.binary_search_by(|row| row.id.cmp(id)).ok()
}

/// Whether the text of a row may have this place: the English one has it, or the one for the other counts, or it is the count.
pub(super) fn has_argument(row: usize, name: &str) -> bool {
    let Some(Row { id, text }) = CORE.get(row) else { return false };
    let other = if id.ends_with(".one") { row.checked_add(1) } else { row.checked_sub(1) };
    let is_counted = id.ends_with(".one") || id.ends_with(".other");
    let other = other.filter(|_| is_counted).and_then(|other| CORE.get(other)).map_or("", |row| row.text);
    has_place(text, name) || has_place(other, name) || (is_counted && name == "count")
}

/// `found` is `wanted` with `end` behind it.
const fn same(mut found: &[u8], mut wanted: &[u8], end: &[u8]) -> bool {
    while let ([a, found_rest @ ..], [b, wanted_rest @ ..]) = (found, wanted) {
        if *a != *b {
            return false;
        }
        found = found_rest;
        wanted = wanted_rest;
    }
    wanted.is_empty() && (found.len() == end.len()) && (end.is_empty() || same(found, end, b""))
}

/// Whether `text` begins with `start` and a closing brace.
const fn begins(mut text: &[u8], mut start: &[u8]) -> bool {
    while let ([a, text_rest @ ..], [b, start_rest @ ..]) = (text, start) {
        if *a != *b {
            return false;
        }
        text = text_rest;
        start = start_rest;
    }
    start.is_empty() && matches!(text, [b'}', ..])
}

/// Whether each place of the text has a name among these.
const fn fills(text: &str, names: &[&str]) -> bool {
    let mut text = text.as_bytes();
    loop {
        match text {
            [] => return true,
            [b'{', b'{', rest @ ..] => text = rest,
            [b'{', b'^', rest @ ..] | [b'{', rest @ ..] => {
                if !any_begins(rest, names) {
                    return false;
                }
                text = rest;
            }
            [_, rest @ ..] => text = rest,
        }
    }
}

const fn any_begins(text: &[u8], mut names: &[&str]) -> bool {
    while let [name, rest @ ..] = names {
        if begins(text, name.as_bytes()) {
            return true;
        }
        names = rest;
    }
    false
}

/// Whether each name has a place in one of the texts. The count chooses between the two, and need not be shown.
const fn is_filled(one: &str, other: &str, mut names: &[&str]) -> bool {
    while let [name, rest @ ..] = names {
        let chooses = !other.is_empty() && same(name.as_bytes(), b"count", b"");
        if !chooses && !has_place(one, name) && !has_place(other, name) {
            return false;
        }
        names = rest;
    }
    true
}

const fn has_place(text: &str, name: &str) -> bool {
    let mut text = text.as_bytes();
    loop {
        match text {
            [] => return false,
            [b'{', b'^', rest @ ..] | [b'{', rest @ ..] if begins(rest, name.as_bytes()) => return true,
            [_, rest @ ..] => text = rest,
        }
    }
}
