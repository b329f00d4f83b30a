//! The seeds of the fuzzing: every function of the table has one that names it, and that is answered.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

use std::collections::BTreeMap;

use kx_modifier::ground::env::Env;
use kx_modifier::ground::packed::{Out, pack_json};
use kx_modifier::wall::table::{FUNCTIONS, How};
use kx_modifier::wall::{call_packed, ndjson};
use kx_modifier::{Error, call_json};
use serde_json::json;

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
        let by_text: Result<String, Error> = match function.how {
            // The text of a file as it is.
            How::File(_) => {
                let mut packed = Vec::new();
                pack_json(&json!(text(&seed_in_json)).to_string(), &mut packed).unwrap();
                by_bytes(&packed)
            }
            _ => call_json(name, text(&seed_in_json)),
        };
        let (by_text, by_bytes) = (by_text.unwrap(), by_bytes(&seed(&in_bytes)).unwrap());
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
