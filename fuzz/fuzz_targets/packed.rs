#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| kx_modifier_fuzz::targets::packed(input));
