//! Billed lines as NDJSON on standard input, their audit on standard output: the crate itself, to hold its twins against.

use std::io::{self, Read as _, Write as _};

fn main() -> io::Result<()> {
    let mut lines = Vec::new();
    io::stdin().read_to_end(&mut lines)?;
    let answers = kx_modifier::wall::ndjson("auditNdjson", &lines, None).map_err(io::Error::other)?;
    io::stdout().write_all(answers.as_bytes())
}
