//! Due dates as an iCalendar text (RFC 5545).

pub(crate) mod shape;

use crate::account::digest::sha256;
use crate::ground::calendar::ServiceDate;

/// An event of a whole day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Event {
    /// What tells it from all others, and stays.
    pub key: String,
    /// The day.
    pub day: ServiceDate,
    /// A few words.
    pub summary: String,
    /// What is known, and what to do.
    pub description: String,
}

/// Octets of a line, without its end (RFC 5545, 3.1).
const LONGEST: usize = 75;
/// A digest's digits in a UID: no two events of a calendar have the first 128 bits in common.
const DIGITS: usize = 32;

/// The text of a calendar with these events, as of a moment in UTC.
#[cfg_attr(small, optimize(size))]
pub(super) fn calendar(events: &[Event], stamp: &str) -> String {
    let mut out = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kx-modifier//due dates//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"] {
        put(&mut out, line);
    }
    for Event { key, day, summary, description } in events {
        let uid: String = sha256(key).chars().take(DIGITS).collect();
        put(&mut out, "BEGIN:VEVENT");
        put(&mut out, &format!("UID:{uid}@kx-modifier"));
        put(&mut out, &format!("DTSTAMP:{stamp}"));
        put(&mut out, &format!("DTSTART;VALUE=DATE:{}", day.basic()));
        put(&mut out, &format!("SUMMARY:{}", escaped(summary)));
        put(&mut out, &format!("DESCRIPTION:{}", escaped(description)));
        // A reminder does not make anybody busy.
        put(&mut out, "TRANSP:TRANSPARENT");
        put(&mut out, "END:VEVENT");
    }
    put(&mut out, "END:VCALENDAR");
    out
}

/// A text as a value: what separates values is escaped, and control characters are left out (3.3.11).
#[cfg_attr(small, optimize(size))]
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            control if control.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

/// A content line, folded: a long one goes on behind a line end and a space. No letter is cut in two.
#[cfg_attr(small, optimize(size))]
fn put(out: &mut String, line: &str) {
    let mut length = 0_usize;
    for letter in line.chars() {
        if length.saturating_add(letter.len_utf8()) > LONGEST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length = length.saturating_add(letter.len_utf8());
    }
    out.push_str("\r\n");
}
