#![no_main]

use kx_modifier::Error;
use kx_modifier::wall::Session;
use kx_modifier_fuzz::{chosen, json, refusal};

// The first line opens the appointment; each later one names a method, with a tab before each of its arguments.
libfuzzer_sys::fuzz_target!(|input: &str| {
    let mut lines = input.lines();
    let Some(Ok(mut session)) = lines.next().map(Session::open) else { return };
    let methods: Vec<&str> = Session::methods().collect();
    let mut expected = 0;
    for line in lines {
        let (method, arguments) = line.split_once('\t').unwrap_or((line, ""));
        let Some((method, _)) = chosen(method.as_bytes(), &methods) else { continue };
        let arguments: Vec<&str> = if arguments.is_empty() { Vec::new() } else { arguments.split('\t').collect() };
        let decided = session.call("decide", &arguments).is_ok();
        let answer = session.call(method, &arguments);
        check(&answer);
        // What cannot be decided does not come in, and what is refused leaves everything as it was.
        let comes_in = matches!(method, "add" | "update");
        assert!(!comes_in || decided || answer.is_err());
        match (method, answer.is_ok()) {
            ("add", true) => expected += 1,
            ("remove", true) => expected -= 1,
            _ => {}
        }
        let there = session.call("lines", &[]);
        check(&there);
        assert_eq!(there.map(|text| json(&text).as_array().map_or(0, Vec::len)), Ok(expected));
        check(&session.call("thresholds", &[]));
    }
});

fn check(answer: &Result<String, Error>) {
    match answer {
        Ok(text) => drop(json(text)),
        Err(error) => refusal(error),
    }
}
