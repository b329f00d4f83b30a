//! The kept seeds of the fuzzing, and what a few changes make of them, through every target. The search by coverage is cargo-fuzz's (`fuzz/`).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at the first surprise"
)]

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

#[path = "../fuzz/src/lib.rs"]
#[allow(unreachable_pub, reason = "a crate of its own, elsewhere")]
mod fuzzed;

use fuzzed::targets::TARGETS;

fn root() -> std::path::PathBuf {
    std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn seeds(target: &str) -> Vec<Vec<u8>> {
    let mut files: Vec<_> = std::fs::read_dir(root().join("fuzz/corpus").join(target)).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| std::fs::read(file).unwrap()).collect()
}

/// The words that the fuzzer puts in.
fn words() -> Vec<Vec<u8>> {
    let text = std::fs::read_to_string(root().join("fuzz/words.dict")).unwrap();
    text.lines().filter_map(|line| Some(line.split_once('"')?.1.strip_suffix('"')?.replace("\\\"", "\"").into_bytes())).collect()
}

#[derive(Clone, Debug)]
enum Change {
    Byte(Index, u8),
    Cut(Index, usize),
    Word(Index, Index),
    Again(Index, usize),
    /// From here on as another seed goes on.
    Other(Index, Index),
}

fn change() -> impl Strategy<Value = Change> {
    let at = || any::<Index>();
    prop_oneof![
        (at(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        (at(), 1_usize..40).prop_map(|(at, length)| Change::Cut(at, length)),
        (at(), at()).prop_map(|(at, word)| Change::Word(at, word)),
        (at(), 1_usize..40).prop_map(|(at, length)| Change::Again(at, length)),
        (at(), at()).prop_map(|(at, seed)| Change::Other(at, seed)),
    ]
}

fn changed(mut input: Vec<u8>, change: &Change, seeds: &[Vec<u8>], words: &[Vec<u8>]) -> Vec<u8> {
    let place = |at: &Index| at.index(input.len() + 1);
    let piece = |from: usize, length: usize| from..(from + length).min(input.len());
    match change {
        Change::Byte(at, byte) => {
            let at = place(at);
            input.splice(piece(at, 1), [*byte]);
        }
        Change::Cut(at, length) => {
            let at = place(at);
            input.drain(piece(at, *length));
        }
        Change::Word(at, word) => {
            let at = place(at);
            input.splice(at..at, words[word.index(words.len())].clone());
        }
        Change::Again(at, length) => {
            let at = place(at);
            let again = input[piece(at, *length)].to_vec();
            input.splice(at..at, again);
        }
        Change::Other(at, seed) => {
            let other = &seeds[seed.index(seeds.len())];
            let at = place(at);
            input.truncate(at);
            input.extend_from_slice(&other[at.min(other.len())..]);
        }
    }
    input
}

#[test]
fn every_seed_is_answered_or_refused() {
    for (name, target) in TARGETS {
        let seeds = seeds(name);
        assert!(!seeds.is_empty(), "{name} has no seed");
        seeds.iter().for_each(|seed| target(seed));
    }
}

#[test]
fn what_a_seed_becomes_is_answered_or_refused() {
    let words = words();
    assert!(words.len() > 100, "the words of fuzz/words.dict are read in another way");
    for (name, target) in TARGETS {
        let seeds = seeds(name);
        let config = ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() };
        proptest!(config, |(seed in any::<Index>(), changes in vec(change(), 1..6))| {
            let seed = seeds[seed.index(seeds.len())].clone();
            target(&changes.iter().fold(seed, |input, change| changed(input, change, &seeds, &words)));
        });
    }
}
