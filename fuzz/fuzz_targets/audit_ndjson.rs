#![no_main]

use kx_modifier::api::{Value, audit_ndjson};

libfuzzer_sys::fuzz_target!(|lines: &[u8]| {
    if let Ok(answers) = audit_ndjson(lines, Value::Null, &kx_modifier::Wording::ENGLISH) {
        kx_modifier_fuzz::ndjson(lines, &answers);
    }
});
