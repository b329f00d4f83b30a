//! The tests of the crate as one program: a file is compiled, linted and linked once with what all of them use. `cargo test spec::` runs
//! those of one file.

mod account_laws;
mod account_spec;
mod answers;
mod api;
mod attestation;
mod bulk;
mod calendars;
mod cards;
mod denials_spec;
mod field;
mod holds;
mod hostile;
mod import;
mod interchanges;
mod laws;
mod packed;
mod packet;
mod remittance_amounts;
mod rule_packs;
mod scrub;
mod seeds;
mod sentences;
mod spec;
mod stakes;
mod tables;
mod used_elsewhere;
mod whole_files;
mod whose;
mod wording;
mod worklist;
mod x12;

#[test]
fn every_file_is_among_them() {
    let here = include_str!("all.rs");
    let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests")).into_iter().flatten().flatten();
    let names: Vec<String> = files.filter_map(|file| Some(file.file_name().to_str()?.strip_suffix(".rs")?.to_owned())).collect();
    // This one, and the wall in a browser.
    let missing: Vec<&String> =
        names.iter().filter(|name| !["all", "wasm"].contains(&name.as_str()) && !here.contains(&format!("\nmod {name};\n"))).collect();
    assert!(names.len() > 2 && missing.is_empty(), "{missing:?}");
}
