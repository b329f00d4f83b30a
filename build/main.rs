//! Turns the rows of `data/` into sorted constant tables. A row that is malformed, unsorted, double or without a source stops the
//! build with its file and number.

mod tables;

use std::{env, fs, path::Path, process::exit};

fn main() {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=data");
    if let Err(problem) = generate() {
        println!("cargo::error={problem}");
        exit(1);
    }
}

fn generate() -> Result<(), String> {
    let data = Path::new(&env::var("CARGO_MANIFEST_DIR").map_err(|e| e.to_string())?).join("data");
    let out = Path::new(&env::var("OUT_DIR").map_err(|e| e.to_string())?).join("tables.rs");
    let mut text = String::new();
    for (file, render) in tables::ALL {
        let rows = fs::read_to_string(data.join(file)).map_err(|e| format!("data/{file}: {e}"))?;
        text.push_str(&render(file, &rows)?);
    }
    fs::write(out, text).map_err(|e| e.to_string())
}
