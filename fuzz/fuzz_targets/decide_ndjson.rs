#![no_main]

libfuzzer_sys::fuzz_target!(|requests: &[u8]| kx_modifier_fuzz::ndjson(requests, &kx_modifier::api::decide_ndjson(requests, &kx_modifier::Wording::ENGLISH)));
