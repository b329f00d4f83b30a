//! Segments and elements of an interchange, by the delimiters that its ISA names, in any line layout.

use std::borrow::Cow;

use crate::ground::error::{Error, ErrorCode, quoted};

/// The delimiters of one interchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Delimiters {
    element: char,
    component: char,
    repetition: char,
    segment: char,
}

/// One segment with its elements. Element 0 is the segment's name.
#[derive(Clone, Debug)]
pub(crate) struct Segment<'t> {
    text: &'t str,
    elements: Vec<&'t str>,
    delimiters: Delimiters,
}

impl<'t> Segment<'t> {
    /// The segment as it stands in the text, without its terminator.
    pub(crate) const fn text(&self) -> &'t str {
        self.text
    }

    /// `EB`, `CLP`, `SVC` …
    pub(crate) fn name(&self) -> &'t str {
        self.element(0)
    }

    /// An element by its number in the guides; empty where it is absent.
    // Not inlined, like the other small things that a hundred places call: they are a twentieth of what is downloaded.
    #[inline(never)]
    pub(crate) fn element(&self, number: usize) -> &'t str {
        self.elements.get(number).copied().unwrap_or_default().trim()
    }

    /// The components of a composite element.
    pub(crate) fn components(&self, number: usize) -> impl Iterator<Item = &'t str> + use<'t> {
        self.element(number).split(self.delimiters.component)
    }

    /// The repeats of an element.
    pub(crate) fn repeats(&self, number: usize) -> impl Iterator<Item = &'t str> + use<'t> {
        self.element(number).split(self.delimiters.repetition)
    }
}

/// The segments of a text with one or more interchanges.
#[derive(Clone, Debug)]
pub(crate) struct Segments<'t> {
    rest: &'t str,
    delimiters: Delimiters,
}

impl<'t> Segments<'t> {
    /// Begins at the first ISA.
    ///
    /// # Errors
    /// `x12-invalid` where the text does not begin with an ISA that names its delimiters.
    pub(crate) fn of(text: &'t str) -> Result<Self, Error> {
        let rest = text.trim_start_matches(is_filler);
        let delimiters = delimiters(rest).ok_or_else(|| {
            Error::new(
                ErrorCode::X12Invalid,
                format!("{} does not begin an X12 interchange", quoted(rest)),
                "give the whole text of the file, from its ISA segment on",
            )
        })?;
        Ok(Self { rest, delimiters })
    }
}

/// Nothing that a segment begins with: blanks, ends of lines, byte order marks and what old systems put at the end of a file.
fn is_filler(letter: char) -> bool {
    letter.is_whitespace() || letter.is_control() || letter == '\u{feff}'
}

const fn is_break(letter: char) -> bool {
    matches!(letter, '\r' | '\n')
}

/// The text without the ends of lines that stand inside its segments: some systems wrap a file after so many columns, in the middle of
/// names and amounts.
///
/// # Errors
/// `x12-invalid` where the text does not begin with an ISA that names its delimiters.
#[cfg_attr(small, optimize(size))]
pub(crate) fn unwrapped(text: &str) -> Result<Cow<'_, str>, Error> {
    let is_wrapped = |segment: &Segment<'_>| !is_break(segment.delimiters.segment) && segment.text.contains(is_break);
    if !Segments::of(text)?.any(|segment| is_wrapped(&segment)) {
        return Ok(Cow::Borrowed(text));
    }
    let mut whole = String::with_capacity(text.len());
    for segment in Segments::of(text)? {
        if is_wrapped(&segment) {
            whole.extend(segment.text.chars().filter(|letter| !is_break(*letter)));
        } else {
            whole.push_str(segment.text);
        }
        whole.push(segment.delimiters.segment);
    }
    Ok(Cow::Owned(whole))
}

/// Two letters, and perhaps the end of a line.
const LONGEST_QUALIFIER: usize = 8;

/// A header is 106 characters long, and those that were not trimmed but filled are not much longer.
const LONGEST_HEADER: usize = 512;

/// From the header: the character behind `ISA`, the eleventh element (a repetition separator from 5010 on), the one-letter sixteenth
/// element and the character behind it. Counting separators instead of columns forgives headers that were trimmed on their way.
#[cfg_attr(small, optimize(size))]
fn delimiters(text: &str) -> Option<Delimiters> {
    let mut header = text;
    for letter in ['I', 'S', 'A'] {
        // A text may be wrapped here too.
        header = header.trim_start_matches(is_break).strip_prefix(letter)?;
    }
    let header = header.trim_start_matches(is_break);
    let header = (LONGEST_HEADER..LONGEST_HEADER.saturating_add(4)).find_map(|end| header.get(..end)).unwrap_or(header);
    let is_mark = |letter: &char| !letter.is_alphanumeric() && (!letter.is_whitespace() || *letter == '\t');
    let element = header.chars().next().filter(is_mark)?;
    let mut elements = header.splitn(17, element).skip(1);
    // Seen before the rest is looked for: junk may have a million lines that begin like a header.
    let is_junk = |letter: char| letter.is_control() && !is_break(letter);
    elements.next().filter(|qualifier| qualifier.len() <= LONGEST_QUALIFIER && !qualifier.contains(is_junk))?;
    let repetition = elements.nth(9)?.trim();
    // A wrapped text may have an end of line on either side of it.
    let mut last = elements.nth(4)?.trim_start_matches(is_break).chars();
    let component = last.next().filter(is_mark)?;
    let ends_segments = |letter: &char| !letter.is_alphanumeric() && *letter != element && *letter != component;
    let segment = terminator(last.as_str(), ends_segments)?;
    // 4010 has a letter there and no repeats; those who repeat all the same use the caret.
    let repetition = repetition
        .chars()
        .next()
        .filter(|letter| !letter.is_alphanumeric() && ![element, component, segment].contains(letter))
        .unwrap_or('^');
    Some(Delimiters { element, component, repetition, segment })
}

/// What stands behind the header: a mark, or the end of the line itself. A text that was wrapped may have an end of line before the mark; the
/// next segment then follows the mark and not the line.
fn terminator(behind: &str, ends_segments: impl Fn(&char) -> bool) -> Option<char> {
    let behind = behind.trim_start_matches(' ');
    let first = behind.chars().next().filter(&ends_segments)?;
    if !is_break(first) {
        return Some(first);
    }
    let is_blank = |letter: char| letter == ' ' || is_break(letter);
    let mut next = behind.trim_start_matches(is_blank).chars();
    let mark = next.next().filter(|letter| ends_segments(letter) && *letter != '\u{feff}');
    let follows = next.as_str().trim_start_matches(is_blank).chars().next().is_some_and(|letter| letter.is_ascii_uppercase());
    let line_end = if behind.starts_with("\r\n") { '\n' } else { first };
    Some(mark.filter(|_| follows).unwrap_or(line_end))
}

impl<'t> Iterator for Segments<'t> {
    type Item = Segment<'t>;

    fn next(&mut self) -> Option<Segment<'t>> {
        loop {
            self.rest = self.rest.trim_start_matches(is_filler);
            if self.rest.is_empty() {
                return None;
            }
            // Another interchange in the same text names its own.
            if let Some(own) = delimiters(self.rest) {
                self.delimiters = own;
            }
            let (text, rest) = self.rest.split_once(self.delimiters.segment).unwrap_or((self.rest, ""));
            // Where the last terminator of an interchange was lost, the next one begins on a line of its own all the same.
            let (text, rest) = next_header(text).and_then(|start| self.rest.split_at_checked(start)).unwrap_or((text, rest));
            self.rest = rest;
            let text = text.trim();
            if !text.is_empty() {
                return Some(Segment { text, elements: text.split(self.delimiters.element).collect(), delimiters: self.delimiters });
            }
        }
    }
}

/// Where a line inside a segment begins another interchange.
fn next_header(segment: &str) -> Option<usize> {
    let starts = segment.match_indices(['\n', '\r']).filter_map(|(place, line_break)| place.checked_add(line_break.len()));
    starts
        .filter_map(|start| {
            let line = segment.get(start..)?;
            let header = line.trim_start_matches(is_filler);
            start.checked_add(line.len().checked_sub(header.len())?).filter(|_| delimiters(header).is_some())
        })
        .next()
}
