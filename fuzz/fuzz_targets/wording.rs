#![no_main]

use kx_modifier::ground::env::Env;
use kx_modifier::ground::packed::pack_json;
use kx_modifier::ground::sentence::Formats;
use kx_modifier::ground::tables::Tables;
use kx_modifier::{Money, ServiceDate, wall};
use kx_modifier_fuzz::{answer, check, function, refusal, split_line};

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

// The first line is a wording, the second names a function, and the rest is a request that is answered in it: whatever was taken can be
// said.
libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    let (wording, rest) = split_line(input);
    let (Ok(wording), Some((function, request))) = (std::str::from_utf8(wording), function(rest, |_| true)) else { return };
    let (mut packed, Ok(request)) = (Vec::new(), std::str::from_utf8(request)) else { return };
    if pack_json(wording, &mut packed).is_err() {
        return;
    }
    match wall::wording(&packed, Box::new(Plain)) {
        Ok(wording) => check(function, &answer(&Env { tables: &Tables::BUILT_IN, wording: &wording }, function, request)),
        Err(error) => refusal(&error),
    }
});
