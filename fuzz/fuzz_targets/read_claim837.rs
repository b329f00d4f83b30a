#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    let _ = kx_modifier::api::read_claim837(text, &kx_modifier::Wording::ENGLISH);
});
