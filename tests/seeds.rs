//! The seeds of the fuzzing: every function of the table has one that names it, and that is answered.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

use std::collections::BTreeMap;

use kx_modifier::ground::env::Env;
use kx_modifier::ground::packed::{Out, pack_json};
use kx_modifier::wall::table::{FUNCTIONS, How};
use kx_modifier::wall::{call_packed, ndjson};
use kx_modifier::{Error, call_json};
use serde_json::Value;

/// Of a target, what stands behind the function's name on the first line.
fn seeds(target: &str) -> BTreeMap<String, Vec<u8>> {
    let folder = format!("{}/fuzz/corpus/{target}", env!("CARGO_MANIFEST_DIR"));
    let seed = |file: std::io::Result<std::fs::DirEntry>| {
        let seed = std::fs::read(file.unwrap().path()).unwrap();
        let end = seed.iter().position(|byte| *byte == b'\n').unwrap();
        let (name, rest) = seed.split_at(end);
        (String::from_utf8(name.to_vec()).unwrap(), rest.strip_prefix(b"\n").unwrap().to_vec())
    };
    std::fs::read_dir(folder).unwrap().map(seed).collect()
}

fn text(seed: &[u8]) -> &str {
    std::str::from_utf8(seed).unwrap()
}

#[test]
fn every_function_has_a_seed_that_is_answered() {
    let (in_json, in_bytes, in_lines) = (seeds("json"), seeds("packed"), seeds("ndjson"));
    for function in FUNCTIONS {
        let name = function.name;
        let seed = |seeds: &BTreeMap<String, Vec<u8>>| seeds.get(name).unwrap_or_else(|| panic!("no seed names {name}")).clone();
        if let How::Lines(_) = function.how {
            // The second line is what comes beside the lines.
            let seed = seed(&in_lines);
            let (beside, lines) = text(&seed).split_once('\n').unwrap();
            let answers = ndjson(name, lines.as_bytes(), Some(beside).filter(|beside| !beside.is_empty())).unwrap();
            assert_eq!(answers.lines().count(), lines.lines().count(), "{name}");
            continue;
        }
        let by_bytes = |packed: &[u8]| {
            let mut out = Out::json();
            call_packed(function, packed, &Env::BUILT_IN, &mut out).map(|()| out.into_text()).map_err(|refusal| *refusal)
        };
        let seed_in_json = seed(&in_json);
        let given = text(&seed_in_json);
        let mut packed = Vec::new();
        // What is no JSON is the text of a file.
        let request = match serde_json::from_str(given) {
            Ok(Value::Array(requests)) if matches!(function.how, How::Each { .. }) => requests.into_iter().next(),
            Ok(request) => Some(request),
            Err(_) => Some(Value::from(given)).filter(|_| !given.is_empty()),
        };
        if let Some(request) = request {
            pack_json(&request.to_string(), &mut packed).unwrap();
        }
        let in_packed = by_bytes(&packed).unwrap();
        let by_text: Result<String, Error> = match function.how {
            How::File(_) => Ok(in_packed.clone()),
            _ => call_json(name, given),
        };
        // Packed seeds are there for the fuzzing alone, and written from these.
        let by_bytes = in_bytes.get(name).map_or_else(|| in_packed.clone(), |seed| by_bytes(seed).unwrap());
        assert_eq!(by_bytes, in_packed, "{name}");
        let by_text = by_text.unwrap();
        match function.how {
            // Of a list of requests, one is packed.
            How::Each { .. } => assert!(by_text.starts_with(&format!("[{by_bytes}")), "{name}"),
            _ => assert_eq!(by_text, by_bytes, "{name}"),
        }
    }
}

#[cfg(feature = "claims")]
#[test]
fn every_seed_names_a_function() {
    for name in ["json", "packed", "ndjson"].into_iter().flat_map(seeds).map(|(name, _)| name) {
        assert!(FUNCTIONS.iter().any(|function| function.name == name), "{name} is no function");
    }
}
