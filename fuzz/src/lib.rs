//! What holds for hostile input: an answer or an error with a way out, never a panic.

use kx_modifier::Error;

/// A JSON twin answers or refuses, and does so twice alike.
pub fn twin(request: &str, function: fn(&str) -> Result<String, Error>) {
    let answer = function(request);
    match &answer {
        Ok(text) => assert!(text.starts_with(['{', '['])),
        Err(error) => assert!(!error.message.is_empty() && !error.help.is_empty()),
    }
    assert_eq!(answer, function(request));
}

/// One line comes back for each line that went in.
pub fn ndjson(given: &[u8], answers: &[u8]) {
    let lines = |text: &[u8]| match text.strip_suffix(b"\n").unwrap_or(text) {
        b"" => 0,
        rest => rest.split(|byte| *byte == b'\n').count(),
    };
    assert_eq!(lines(given), lines(answers));
}
