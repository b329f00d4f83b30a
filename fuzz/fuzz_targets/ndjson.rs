#![no_main]

use kx_modifier::wall::{ndjson, table::How};
use kx_modifier_fuzz::{check, function, refusal, split_line};

// The first line names a function, the second is what comes beside the lines, and may be empty. One line comes back for each that went in, but for blank ones at the end.
libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    let Some((function, rest)) = function(input, |how| matches!(how, How::Lines(_))) else { return };
    let (beside, lines) = split_line(rest);
    let Ok(beside) = std::str::from_utf8(beside) else { return };
    match ndjson(function.name, lines, Some(beside).filter(|beside| !beside.is_empty())) {
        Ok(answers) => {
            assert_eq!(count(written(lines)), count(answers.as_bytes()));
            check(function, &Ok(answers));
        }
        Err(error) => refusal(&error),
    }
});

/// Without a byte order mark, and without what is blank at the end.
fn written(lines: &[u8]) -> &[u8] {
    let lines = lines.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(lines);
    let end = lines.iter().rposition(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).map_or(0, |last| last + 1);
    &lines[..end]
}

fn count(text: &[u8]) -> usize {
    match text.strip_suffix(b"\n").unwrap_or(text) {
        b"" => 0,
        rest => rest.split(|byte| *byte == b'\n').count(),
    }
}
