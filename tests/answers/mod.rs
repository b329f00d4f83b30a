//! The functions of the wall, called as the tests call them; and, on request, every answer and refusal kept, so that a check beside the
//! tests can hold them against the declarations of the public contract.
//!
//! `KX_ANSWERS` names a folder: each file of tests then has a file of its own there, a line of JSON for each answer
//! (`{"function":"decide","answer":…}`) and each refusal (`{"function":"decide","error":{"code":…}}`). Without it nothing is written.
#![allow(dead_code, reason = "no test needs all of it")]
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::Path;
use std::sync::{Mutex, OnceLock};

use kx_modifier::Error;
use kx_modifier::ground::env::Env;
use kx_modifier::ground::sentence::Wording;
use kx_modifier::wall;
use serde_json::json;

/// More of them say nothing new: a test of a law asks thousands of times.
const MOST: usize = 2000;

/// [`kx_modifier::call_json`], and its answer is kept.
pub(crate) fn call_json(name: &str, request: &str) -> Result<String, Error> {
    keep(name, kx_modifier::call_json(name, request))
}

/// [`wall::call_json_in`], and its answer is kept.
pub(crate) fn call_json_in(env: &Env<'_>, name: &str, request: &str) -> Result<String, Error> {
    keep(name, wall::call_json_in(env, name, request))
}

/// [`wall::ndjson`], and each of its lines is kept.
pub(crate) fn ndjson(name: &str, lines: &[u8], beside: Option<&str>) -> Result<String, Error> {
    let answers = wall::ndjson(name, lines, beside);
    match &answers {
        Ok(text) => text.lines().for_each(|line| write(|| answer_line(&format!("{name}.line"), line))),
        Err(error) => write(|| error_line(name, error)),
    }
    answers
}

/// [`wall::Session`], and its answers are kept as those of `session.add` and so on.
#[derive(Debug)]
pub(crate) struct Session(wall::Session);

impl Session {
    pub(crate) fn open(context: &str) -> Result<Self, Error> {
        let session = wall::Session::open(context).map(Self);
        if let Err(error) = &session {
            write(|| error_line("openAppointment", error));
        }
        session
    }

    pub(crate) fn call(&mut self, method: &str, arguments: &[&str]) -> Result<String, Error> {
        self.call_in(&Wording::ENGLISH, method, arguments)
    }

    pub(crate) fn call_in(&mut self, wording: &Wording, method: &str, arguments: &[&str]) -> Result<String, Error> {
        keep(&format!("session.{method}"), self.0.call_in(wording, method, arguments))
    }
}

fn keep(name: &str, answer: Result<String, Error>) -> Result<String, Error> {
    write(|| match &answer {
        Ok(text) => answer_line(name, text),
        Err(error) => error_line(name, error),
    });
    answer
}

/// The answer stands as it came: reading it and writing it again could hide what is wrong with it.
fn answer_line(name: &str, answer: &str) -> String {
    format!("{{\"function\":{},\"answer\":{answer}}}\n", json!(name))
}

fn error_line(name: &str, error: &Error) -> String {
    let Error { code, path, message, help } = error;
    format!("{}\n", json!({ "function": name, "error": { "code": code.as_str(), "path": path, "message": message, "help": help } }))
}

/// Of each file of tests, what it writes to and how many lines it may still have.
type Files = HashMap<String, (File, usize)>;

fn write(line: impl FnOnce() -> String) {
    static KEPT: OnceLock<Option<Mutex<Files>>> = OnceLock::new();
    let Some(kept) = KEPT.get_or_init(|| std::env::var_os("KX_ANSWERS").map(|_| Mutex::default())) else { return };
    // A test runs in a thread of its name.
    let thread = std::thread::current();
    let test = thread.name().and_then(|name| name.split("::").next()).unwrap_or_default();
    let mut kept = kept.lock().unwrap();
    let (file, left) = kept.entry(test.to_owned()).or_insert_with(|| (file(test), MOST));
    if let Some(fewer) = left.checked_sub(1) {
        *left = fewer;
        file.write_all(line().as_bytes()).unwrap();
    }
}

fn file(test: &str) -> File {
    let folder = std::env::var_os("KX_ANSWERS").unwrap();
    std::fs::create_dir_all(&folder).unwrap();
    let name = format!("{test}-{}.ndjson", std::process::id());
    OpenOptions::new().create(true).append(true).open(Path::new(&folder).join(name)).unwrap()
}
