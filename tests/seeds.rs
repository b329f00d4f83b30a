//! The seeds of the fuzzing: every function of the table has one that names it, and that is answered.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

use std::collections::BTreeMap;

use kx_modifier::call_json;
use kx_modifier::ground::env::Env;
use kx_modifier::ground::packed::{Out, pack_json};
use kx_modifier::wall::table::{FUNCTIONS, How};
use kx_modifier::wall::{call_packed, ndjson};
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
        // Of the functions that take a file the seed is its text as it is.
        let request = match function.how {
            How::File(_) => Value::from(text(&seed_in_json)).to_string(),
            _ => text(&seed_in_json).to_owned(),
        };
        // Of a list of requests, one is packed.
        let packed_of = match function.how {
            How::Each { .. } => serde_json::from_str::<Vec<Value>>(&request).unwrap().first().unwrap().to_string(),
            _ => request.clone(),
        };
        let mut packed = Vec::new();
        if !packed_of.is_empty() {
            pack_json(&packed_of, &mut packed).unwrap();
        }
        let (in_text, in_packed) = (call_json(name, &request).unwrap(), by_bytes(&packed).unwrap());
        match function.how {
            How::Each { .. } => assert!(in_text.starts_with(&format!("[{in_packed}")), "{name}"),
            _ => assert_eq!(in_text, in_packed, "{name}"),
        }
        // Packed seeds are kept for the fuzzing alone, and written from these.
        if let Some(kept) = in_bytes.get(name) {
            assert_eq!(by_bytes(kept).unwrap(), in_packed, "{name}");
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
