#![no_main]

use kx_modifier::api::{self, Formats, Value};
use kx_modifier::{Money, ServiceDate};

struct Plain;

impl Formats for Plain {
    fn money(&self, amount: Money) -> String {
        amount.to_string()
    }
    fn day(&self, day: ServiceDate) -> String {
        day.to_string()
    }
    fn number(&self, number: i64) -> String {
        number.to_string()
    }
}

// The first line is a wording, the second a request that is answered in it: whatever was taken can be said.
libfuzzer_sys::fuzz_target!(|text: &str| {
    let Some((wording, request)) = text.split_once('\n') else { return };
    let Ok(wording) = Value::from_json(wording) else { return };
    match api::wording(wording, Box::new(Plain)) {
        Ok(wording) => {
            if let Ok(request) = Value::from_json(request) {
                let _ = api::decide(request, &wording);
            }
        }
        Err(error) => assert!(!error.message.is_empty() && !error.help.is_empty()),
    }
});
