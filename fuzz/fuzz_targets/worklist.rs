#![no_main]

libfuzzer_sys::fuzz_target!(|request: &str| kx_modifier_fuzz::twin(request, kx_modifier::api::worklist_json));
