#![no_main]

use kx_modifier::wall::{ndjson, table::How};
use kx_modifier_fuzz::{check, function, refusal, split_line};

// The first line names a function, the second is what comes beside the lines, and may be empty. One line comes back for each that went in.
libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    let Some((function, rest)) = function(input, |how| matches!(how, How::Lines(_))) else { return };
    let (beside, lines) = split_line(rest);
    let Ok(beside) = std::str::from_utf8(beside) else { return };
    match ndjson(function.name, lines, Some(beside).filter(|beside| !beside.is_empty())) {
        Ok(answers) => {
            assert_eq!(count(lines), count(answers.as_bytes()));
            check(function, &Ok(answers));
        }
        Err(error) => refusal(&error),
    }
});

fn count(text: &[u8]) -> usize {
    match text.strip_suffix(b"\n").unwrap_or(text) {
        b"" => 0,
        rest => rest.split(|byte| *byte == b'\n').count(),
    }
}
