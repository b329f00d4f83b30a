//! Turns the rows of `data/` into sorted constant tables. A row that is malformed, unsorted, double, or without a source or words, stops the
//! build with its file and number.

mod reviews;
mod tables;
#[allow(dead_code, reason = "the crate uses all of it")]
#[path = "../src/ground/sentence/template.rs"]
mod template;
mod wording;

use std::{env, fs, path::Path, process::exit};

fn main() {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/ground/sentence/template.rs");
    if let Err(problem) = generate() {
        println!("cargo::error={problem}");
        exit(1);
    }
}

fn generate() -> Result<(), String> {
    let data = Path::new(&env::var("CARGO_MANIFEST_DIR").map_err(|e| e.to_string())?).join("data");
    let out = Path::new(&env::var("OUT_DIR").map_err(|e| e.to_string())?).to_owned();
    let rows = |file: &str| fs::read_to_string(data.join(file)).map_err(|e| format!("data/{file}: {e}"));
    let mut text = String::new();
    for (file, render) in tables::ALL.into_iter().chain(reviews::ALL) {
        text.push_str(&render(file, &rows(file)?)?);
    }
    fs::write(out.join("tables.rs"), text).map_err(|e| e.to_string())?;
    let (file, _) = wording::CORE;
    let left_out: Vec<&str> =
        wording::AREAS.iter().map(|(area, _)| *area).filter(|area| env::var_os(format!("CARGO_FEATURE_{area}")).is_none()).collect();
    fs::write(out.join("wording.rs"), wording::core_without(file, &rows(file)?, &left_out)?).map_err(|e| e.to_string())
}
