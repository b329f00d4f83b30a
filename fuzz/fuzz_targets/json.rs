#![no_main]

use kx_modifier::ground::env::Env;
use kx_modifier_fuzz::{answer, check, function};

// The first line names a function; the rest is its request as JSON text, or a file. It answers or refuses, and does so twice alike.
libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    let Some((function, request)) = function(input, |_| true) else { return };
    let Ok(request) = std::str::from_utf8(request) else { return };
    let first = answer(&Env::BUILT_IN, function, request);
    check(function, &first);
    assert_eq!(first, answer(&Env::BUILT_IN, function, request));
});
