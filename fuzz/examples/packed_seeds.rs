//! Writes the seeds of the target `packed` anew, from those of the target `json`: `cargo run --example packed_seeds`.

use std::path::Path;

use kx_modifier::ground::packed::pack_json;
use kx_modifier::wall::table::{FUNCTIONS, How};
use kx_modifier_fuzz::split_line;
use serde_json::Value;

fn main() -> std::io::Result<()> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for entry in std::fs::read_dir(corpus.join("json"))? {
        let entry = entry?;
        let seed = std::fs::read(entry.path())?;
        let (name, request) = split_line(&seed);
        let text = String::from_utf8_lossy(request);
        // What is no JSON is the text of a file; of a list of requests one is packed.
        let request = match serde_json::from_str(&text) {
            Ok(Value::Array(requests)) if is_one_of_many(name) => requests.into_iter().next(),
            Ok(request) => Some(request),
            Err(_) if text.is_empty() => None,
            Err(_) => Some(Value::from(text)),
        };
        let mut packed = [name, b"\n"].concat();
        if let Some(request) = request {
            pack_json(&request.to_string(), &mut packed).map_err(|refusal| std::io::Error::other(*refusal))?;
        }
        std::fs::write(corpus.join("packed").join(entry.file_name()), packed)?;
    }
    Ok(())
}

fn is_one_of_many(name: &[u8]) -> bool {
    FUNCTIONS.iter().any(|function| function.name.as_bytes() == name && matches!(function.how, How::Each { .. }))
}
