//! What holds for hostile input: an answer or an error with a way out, never a panic. Every target chooses among the functions of the one
//! table, so that a function which is added to it is fuzzed from then on.

pub mod targets;

use kx_modifier::Error;
use kx_modifier::ground::env::Env;
use kx_modifier::ground::packed::Out;
use kx_modifier::wall::table::{FUNCTIONS, Function, How};
use kx_modifier::wall::{call_json_in, call_packed};
use serde_json::Value;

/// A line of the input and what stands behind it.
pub fn split_line(input: &[u8]) -> (&[u8], &[u8]) {
    let end = input.iter().position(|byte| *byte == b'\n').unwrap_or(input.len());
    (&input[..end], input.get(end + 1..).unwrap_or_default())
}

/// One of those names that the first line names, and the rest of the input. A line that names none chooses by its first byte: a seed
/// names its function, so that it stays a seed when the table grows, and no change of a seed is wasted.
pub fn chosen<'i>(input: &'i [u8], names: &[&'static str]) -> Option<(&'static str, &'i [u8])> {
    let (line, rest) = split_line(input);
    let named = names.iter().find(|name| name.as_bytes() == line);
    let by_byte = || Some(names)?.get(usize::from(*line.first()?) % names.len().max(1));
    named.or_else(by_byte).map(|name| (*name, rest))
}

/// The same for the functions that are called in such a way.
pub fn function(input: &[u8], is_meant: fn(&How) -> bool) -> Option<(&'static Function, &[u8])> {
    let names: Vec<&str> = FUNCTIONS.iter().filter(|function| is_meant(&function.how)).map(|function| function.name).collect();
    let (name, rest) = chosen(input, &names)?;
    FUNCTIONS.iter().find(|function| function.name == name).map(|function| (function, rest))
}

/// Text as a request is packed.
fn packed_text(text: &str) -> Vec<u8> {
    let length = u32::try_from(text.len()).unwrap_or(u32::MAX).to_le_bytes();
    [&[4], &length[..], text.as_bytes()].concat()
}

/// The answer to a request as text: JSON, or the text of a file as it is.
pub fn answer(env: &Env<'_>, function: &Function, request: &str) -> Result<String, Error> {
    if !matches!(function.how, How::File(_)) {
        return call_json_in(env, function.name, request);
    }
    let mut out = Out::json();
    call_packed(function, &packed_text(request), env, &mut out).map_err(|refusal| *refusal)?;
    Ok(out.into_text())
}

/// An answer is JSON, and of the functions that take lines a line of it each; a refusal says what to do.
pub fn check(function: &Function, answer: &Result<String, Error>) {
    match answer {
        Ok(lines) if matches!(function.how, How::Lines(_)) => lines.lines().for_each(|line| drop(json(line))),
        Ok(text) => drop(json(text)),
        Err(error) => refusal(error),
    }
}

/// The text as JSON.
pub fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// A refusal says what is wrong and what to do.
pub fn refusal(error: &Error) {
    assert!(!error.message.is_empty() && !error.help.is_empty());
}
