//! What is done with an input: called by the fuzzer, and by the crate's own tests with the kept seeds and what they become.

use kx_modifier::ground::env::Env;
use kx_modifier::ground::packed::{Out, Reader, pack_json};
use kx_modifier::ground::sentence::Formats;
use kx_modifier::ground::tables::Tables;
use kx_modifier::wall::{self, Session, call_packed, ndjson as lines_answered, table::How};
use kx_modifier::{Error, Money, ServiceDate};

use super::{answer, check, chosen, function, json as value, refusal, split_line};

/// A target and its name, which is that of its folder of seeds.
pub type Target = (&'static str, fn(&[u8]));

pub const TARGETS: [Target; 5] = [("json", json), ("packed", packed), ("ndjson", ndjson), ("session", session), ("wording", wording)];

/// The first line names a function; the rest is its request as JSON text, or a file. It answers or refuses, and does so twice alike.
pub fn json(input: &[u8]) {
    let Some((function, request)) = function(input, |_| true) else { return };
    let Ok(request) = std::str::from_utf8(request) else { return };
    let first = answer(&Env::BUILT_IN, function, request);
    check(function, &first);
    assert_eq!(first, answer(&Env::BUILT_IN, function, request));
}

/// The first line names a function; the rest is its request in packed bytes, which may lie. What is said as tokens is said as JSON too.
pub fn packed(input: &[u8]) {
    let Some((function, request)) = function(input, |_| true) else { return };
    let (mut text, mut tokens) = (Out::json(), Out::packed());
    let in_text = call_packed(function, request, &Env::BUILT_IN, &mut text);
    let in_tokens = call_packed(function, request, &Env::BUILT_IN, &mut tokens);
    assert_eq!(in_text, in_tokens);
    check(function, &in_text.map(|()| text.into_text()).map_err(|refusal| *refusal));
    let mut echo = Out::json();
    if Reader::new(request).write(&mut echo).is_ok() {
        value(echo.text());
    }
}

/// The first line names a function, the second is what comes beside the lines, and may be empty. One line comes back for each that went in,
/// but for blank ones at the end.
pub fn ndjson(input: &[u8]) {
    let Some((function, rest)) = function(input, |how| matches!(how, How::Lines(_))) else { return };
    let (beside, lines) = split_line(rest);
    let Ok(beside) = std::str::from_utf8(beside) else { return };
    match lines_answered(function.name, lines, Some(beside).filter(|beside| !beside.is_empty())) {
        Ok(answers) => {
            assert_eq!(count(written(lines)), count(answers.as_bytes()));
            check(function, &Ok(answers));
        }
        Err(error) => refusal(&error),
    }
}

/// Without a byte order mark, and without what is blank at the end.
fn written(lines: &[u8]) -> &[u8] {
    let lines = lines.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(lines);
    let end = lines.iter().rposition(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).map_or(0, |last| last + 1);
    &lines[..end]
}

fn count(text: &[u8]) -> usize {
    match text.strip_suffix(b"\n").unwrap_or(text) {
        b"" => 0,
        rest => rest.split(|byte| *byte == b'\n').count(),
    }
}

/// The first line opens the appointment; each later one names a method, with a tab before each of its arguments.
pub fn session(input: &[u8]) {
    let Ok(input) = std::str::from_utf8(input) else { return };
    let mut lines = input.lines();
    let Some(Ok(mut session)) = lines.next().map(Session::open) else { return };
    let methods: Vec<&str> = Session::methods().collect();
    let mut expected = 0;
    for line in lines {
        let (method, arguments) = line.split_once('\t').unwrap_or((line, ""));
        let Some((method, _)) = chosen(method.as_bytes(), &methods) else { continue };
        let arguments: Vec<&str> = if arguments.is_empty() { Vec::new() } else { arguments.split('\t').collect() };
        let decided = session.call("decide", &arguments).is_ok();
        let answer = session.call(method, &arguments);
        said(&answer);
        // What cannot be decided does not come in, and what is refused leaves everything as it was.
        let comes_in = matches!(method, "add" | "update");
        assert!(!comes_in || decided || answer.is_err());
        match (method, answer.is_ok()) {
            ("add", true) => expected += 1,
            ("remove", true) => expected -= 1,
            _ => {}
        }
        let there = session.call("lines", &[]);
        said(&there);
        assert_eq!(there.map(|text| value(&text).as_array().map_or(0, Vec::len)), Ok(expected));
        said(&session.call("thresholds", &[]));
    }
}

fn said(answer: &Result<String, Error>) {
    match answer {
        Ok(text) => drop(value(text)),
        Err(error) => refusal(error),
    }
}

struct Plain;

impl Formats for Plain {
    fn money(&self, amount: Money) -> String {
        amount.to_string()
    }
    fn day(&self, day: ServiceDate) -> String {
        day.to_string()
    }
    fn number(&self, number: i64) -> String {
        number.to_string()
    }
}

/// The first line is a wording, the second names a function, and the rest is a request that is answered in it: whatever was taken can be
/// said.
pub fn wording(input: &[u8]) {
    let (wording, rest) = split_line(input);
    let (Ok(wording), Some((function, request))) = (std::str::from_utf8(wording), function(rest, |_| true)) else { return };
    let (mut packed, Ok(request)) = (Vec::new(), std::str::from_utf8(request)) else { return };
    if pack_json(wording, &mut packed).is_err() {
        return;
    }
    match wall::wording(&packed, Box::new(Plain)) {
        Ok(wording) => check(function, &answer(&Env { tables: &Tables::BUILT_IN, wording: &wording }, function, request)),
        Err(error) => refusal(&error),
    }
}
