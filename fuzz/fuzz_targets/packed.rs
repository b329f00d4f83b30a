#![no_main]

use kx_modifier::ground::env::Env;
use kx_modifier::ground::packed::{Out, Reader};
use kx_modifier::wall::call_packed;
use kx_modifier_fuzz::{check, function};

// The first line names a function; the rest is its request in packed bytes, which may lie. What is said as tokens is said as JSON too.
libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    let Some((function, request)) = function(input, |_| true) else { return };
    let (mut text, mut tokens) = (Out::json(), Out::packed());
    let in_text = call_packed(function, request, &Env::BUILT_IN, &mut text);
    let in_tokens = call_packed(function, request, &Env::BUILT_IN, &mut tokens);
    assert_eq!(in_text, in_tokens);
    check(function, &in_text.map(|()| text.into_text()).map_err(|refusal| *refusal));
    let mut echo = Out::json();
    if Reader::new(request).write(&mut echo).is_ok() {
        kx_modifier_fuzz::json(echo.text());
    }
});
