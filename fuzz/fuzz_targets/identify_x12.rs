#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    let _ = kx_modifier::api::identify_x12(text, &kx_modifier::Wording::ENGLISH);
});
