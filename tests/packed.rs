//! The form in which requests and answers cross: every byte that says something, whatever order names come in, and bytes that lie.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "a test may stop at the first surprise"
)]

use std::collections::BTreeMap;

use kx_modifier::ground::env::Env;
use kx_modifier::ground::packed::{Out, Reader, pack_json};
use kx_modifier::wall::{call_packed, table};
use kx_modifier::{Error, call_json};
use proptest::prelude::*;
use serde_json::{Value, json};

// ---------------------------------------------------------------- a packer of its own

const NOTHING: &[u8] = &[0];

fn count(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap().to_le_bytes()
}

fn long_text(text: &str) -> Vec<u8> {
    [&[4], &count(text.len())[..], text.as_bytes()].concat()
}

fn short_text(text: &str) -> Vec<u8> {
    [&[128 + u8::try_from(text.len()).unwrap()], text.as_bytes()].concat()
}

fn text(text: &str) -> Vec<u8> {
    if text.len() < 128 { short_text(text) } else { long_text(text) }
}

fn number(number: f64) -> Vec<u8> {
    [&[3], &number.to_le_bytes()[..]].concat()
}

fn long_name(name: &[u8]) -> Vec<u8> {
    [&[255], &count(name.len())[..], name].concat()
}

fn name(name: &str) -> Vec<u8> {
    if name.len() < 255 { [&[name.len() as u8], name.as_bytes()].concat() } else { long_name(name.as_bytes()) }
}

fn list(elements: &[Vec<u8>]) -> Vec<u8> {
    [&[5], &count(elements.len())[..], &elements.concat()].concat()
}

fn object<'n>(pairs: impl IntoIterator<Item = (&'n str, Vec<u8>)>) -> Vec<u8> {
    let pairs: Vec<Vec<u8>> = pairs.into_iter().map(|(own, value)| [name(own), value].concat()).collect();
    [&[6], &count(pairs.len())[..], &pairs.concat()].concat()
}

fn same_names(values: &[Vec<u8>]) -> Vec<u8> {
    [&[8, u8::try_from(values.len()).unwrap()], &values.concat()[..]].concat()
}

/// A value, with the names of its objects in the order that `order` gives them. An element of a list leaves its names out where it has
/// those of the last one that said them: null stands for what it does not have.
fn pack(value: &Value, order: &dyn Fn(&mut Vec<&str>)) -> Vec<u8> {
    match value {
        Value::Null => NOTHING.to_vec(),
        Value::Bool(value) => vec![if *value { 2 } else { 1 }],
        Value::Number(value) => number(value.as_f64().unwrap()),
        Value::String(value) => text(value),
        Value::Object(fields) => {
            let mut names: Vec<&str> = fields.keys().map(String::as_str).collect();
            order(&mut names);
            object(names.into_iter().map(|name| (name, pack(&fields[name], order))))
        }
        Value::Array(elements) => {
            let mut last: Option<Vec<&str>> = None;
            let packed: Vec<Vec<u8>> = elements
                .iter()
                .map(|element| match (element, &last) {
                    (Value::Object(fields), Some(names)) if fields.keys().all(|name| names.contains(&name.as_str())) => {
                        let values: Vec<Vec<u8>> = names.iter().map(|name| pack(&element[*name], order)).collect();
                        same_names(&values)
                    }
                    (Value::Object(fields), _) => {
                        let mut names: Vec<&str> = fields.keys().map(String::as_str).collect();
                        order(&mut names);
                        let packed = object(names.iter().map(|name| (*name, pack(&fields[*name], order))));
                        last = Some(names);
                        packed
                    }
                    _ => pack(element, order),
                })
                .collect();
            list(&packed)
        }
    }
}

fn as_it_comes(_: &mut Vec<&str>) {}

fn backwards(names: &mut Vec<&str>) {
    names.reverse();
}

// ---------------------------------------------------------------- what reads and writes

fn echo(packed: &[u8]) -> Result<String, Error> {
    let mut out = Out::json();
    Reader::new(packed).write(&mut out).map_err(|refusal| *refusal)?;
    Ok(out.into_text())
}

fn of_json(text: &str) -> Vec<u8> {
    let mut packed = Vec::new();
    pack_json(text, &mut packed).unwrap();
    packed
}

/// The answer to packed bytes; the same is asked for tokens, which say whether there is an answer at all.
fn call(function: &str, packed: &[u8]) -> Result<Value, Error> {
    let function = table::function(function).unwrap();
    let mut out = Out::json();
    let answered = call_packed(function, packed, &Env::BUILT_IN, &mut out);
    let mut tokens = Out::packed();
    assert_eq!(
        call_packed(function, packed, &Env::BUILT_IN, &mut tokens).map_err(|refusal| *refusal),
        answered.clone().map_err(|refusal| *refusal)
    );
    match answered {
        Ok(()) => {
            assert!(!tokens.tokens().is_empty() || out.text().is_empty());
            Ok(serde_json::from_str(out.text()).unwrap())
        }
        Err(refusal) => {
            assert!(!refusal.message.is_empty() && !refusal.help.is_empty());
            Err(*refusal)
        }
    }
}

/// Code and path of the refusal.
fn refused(function: &str, packed: &[u8]) -> (String, String) {
    let error = call(function, packed).unwrap_err();
    (error.code.as_str().to_owned(), error.path.unwrap_or_default())
}

fn of_text(function: &str, request: &Value) -> Result<Value, Error> {
    call_json(function, &request.to_string()).map(|answer| serde_json::from_str(&answer).unwrap())
}

/// Tokens and their text as a value: of what holds no text of the binary, whose address only JavaScript can read.
fn of_tokens(out: &Out) -> Value {
    let mut tokens = out.tokens().iter().copied();
    let units: Vec<u16> = out.text().encode_utf16().collect();
    let mut place = 0;
    let value = token(&mut tokens, &units, &mut place);
    assert_eq!((tokens.next(), place), (None, units.len()), "everything is said");
    value
}

fn token(tokens: &mut dyn Iterator<Item = u32>, units: &[u16], place: &mut usize) -> Value {
    let first = tokens.next().unwrap();
    let (kind, what) = (first & 7, (first >> 3) as usize);
    let mut next_text = |what: usize| {
        *place += what;
        String::from_utf16(&units[*place - what..*place]).unwrap()
    };
    match kind {
        0 => [Value::Null, json!(false), json!(true)][what].clone(),
        1 => json!(next_text(what)),
        4 => (0..what).map(|_| token(tokens, units, place)).collect(),
        5 => json!(what),
        6 => {
            let (low, high) = (tokens.next().unwrap(), tokens.next().unwrap());
            json!(f64::from_bits(u64::from(high) << 32 | u64::from(low)))
        }
        7 => {
            let mut object = serde_json::Map::new();
            for _ in 0..what {
                let name = token(tokens, units, place);
                let value = token(tokens, units, place);
                assert!(object.insert(name.as_str().unwrap().to_owned(), value).is_none());
            }
            Value::Object(object)
        }
        other => panic!("no kind {other} is in here"),
    }
}

/// Whole numbers and others are one kind in JavaScript.
fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.as_f64() == right.as_f64(),
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| same(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len() && left.iter().all(|(name, value)| right.get(name).is_some_and(|other| same(value, other)))
        }
        _ => left == right,
    }
}

// ---------------------------------------------------------------- single values

#[test]
fn every_kind_of_value() {
    for (packed, json) in [
        (NOTHING.to_vec(), "null"),
        (vec![1], "false"),
        (vec![2], "true"),
        (number(0.0), "0"),
        (number(-0.0), "0"),
        (number(2.0), "2"),
        (number(-2.5), "-2.5"),
        (number(1e15), "1000000000000000"),
        (number(0.1), "0.1"),
        // Neither is a number of JSON.
        (number(f64::NAN), "null"),
        (number(f64::INFINITY), "null"),
        (short_text(""), r#""""#),
        (long_text(""), r#""""#),
        (short_text("a \" \\ \n \r \t \u{1} é 😀"), "\"a \\\" \\\\ \\n \\r \\t \\u0001 é 😀\""),
        (long_text("short"), r#""short""#),
        (list(&[]), "[]"),
        (list(&[vec![1], NOTHING.to_vec(), list(&[text("x")])]), r#"[false,null,["x"]]"#),
        (object([]), "{}"),
        (object([("b", vec![1]), ("", NOTHING.to_vec()), ("a", list(&[]))]), r#"{"":null,"a":[],"b":false}"#),
        ([&[6], &count(1)[..], &long_name(b"a"), NOTHING].concat(), r#"{"a":null}"#),
        (
            list(&[object([("b", vec![1]), ("a", vec![2])]), same_names(&[NOTHING.to_vec(), text("x")])]),
            r#"[{"a":true,"b":false},{"a":"x","b":null}]"#,
        ),
        // What stands between does not change whose names are left out, and each list has its own.
        (
            list(&[
                object([("a", list(&[object([("z", vec![1])]), same_names(&[vec![2]])]))]),
                number(1.0),
                same_names(&[vec![1]]),
                object([("c", vec![1])]),
                same_names(&[object([("d", vec![2])])]),
                same_names(&[vec![2]]),
            ]),
            r#"[{"a":[{"z":false},{"z":true}]},1,{"a":false},{"c":false},{"c":{"d":true}},{"c":true}]"#,
        ),
    ] {
        assert_eq!(echo(&packed).unwrap(), json, "{packed:?}");
        let mut tokens = Out::packed();
        Reader::new(&packed).write(&mut tokens).unwrap();
        assert!(same(&of_tokens(&tokens).to_string().parse().unwrap(), &json.parse().unwrap()), "{json}");
    }
}

#[test]
fn texts_and_names_of_every_length() {
    for length in [0, 1, 127, 128, 129, 254, 255, 256, 65_535, 65_536] {
        let long = "n".repeat(length);
        assert_eq!(of_json(&json!(long).to_string()), text(&long), "{length}");
        assert_eq!(of_json(&json!({ &long: 1 }).to_string()), object([(long.as_str(), number(1.0))]), "{length}");
        assert_eq!(echo(&text(&long)).unwrap(), format!("\"{long}\""));
        assert_eq!(echo(&object([(long.as_str(), text(&long))])).unwrap(), format!("{{\"{long}\":\"{long}\"}}"));
        let error = call("decide", &object([(format!("x{long}").as_str(), NOTHING.to_vec())])).unwrap_err();
        assert_eq!((error.code.as_str(), error.path), ("unknown-field", Some(format!("x{long}"))));
        assert!(error.message.chars().count() < 70, "a long name is cut: {}", error.message);
    }
    // A text may be written long where it is short, and so may a name.
    let date = |date: Vec<u8>| call("thresholds", &object([("date", date)]));
    assert_eq!(date(long_text("2026-03-10")).unwrap(), date(short_text("2026-03-10")).unwrap());
    let long = [&[6], &count(1)[..], &long_name(b"date"), &text("2026-03-10")].concat();
    assert_eq!(call("thresholds", &long).unwrap(), date(text("2026-03-10")).unwrap());
}

#[test]
fn what_no_packer_writes_is_refused() {
    let deep = |levels: usize, open: &[u8]| [open.repeat(levels), NOTHING.to_vec()].concat();
    let one_element = [&[5], &count(1)[..]].concat();
    let one_field = [&[6], &count(1)[..], &[1, b'a']].concat();
    for packed in [
        vec![],
        vec![3, 0, 0],
        vec![7],
        vec![9],
        vec![127],
        vec![128 + 3, b'a', b'b'],
        // No UTF-8.
        vec![129, 0xff],
        [&[6], &count(1)[..], &[1, 0xff], NOTHING].concat(),
        // Promises more than is there.
        [&[4], &u32::MAX.to_le_bytes()[..]].concat(),
        [&[5], &u32::MAX.to_le_bytes()[..]].concat(),
        [&[6], &u32::MAX.to_le_bytes()[..]].concat(),
        [&[6], &count(1)[..], &[255], &u32::MAX.to_le_bytes()].concat(),
        // Names left out where nothing said them.
        same_names(&[vec![1]]),
        list(&[same_names(&[vec![1]])]),
        list(&[object([("a", list(&[same_names(&[vec![1]])]))])]),
        // Deeper than the stack.
        deep(18, &one_element),
        deep(18, &one_field),
        deep(1_000_000, &one_element),
        deep(1_000_000, &one_field),
        deep(1_000_000, &[8, 1]),
    ] {
        let start = &packed[..packed.len().min(12)];
        assert!(echo(&packed).is_err(), "{start:?}");
        for function in table::FUNCTIONS.iter().filter(|function| !matches!(function.how, table::How::Nothing(_) | table::How::Lines(_))) {
            let is_refused = |packed: &[u8]| call(function.name, packed).map_or(true, |answer| answer["error"].is_object());
            assert!(is_refused(&packed), "{}: {start:?}", function.name);
            // Where a function has such a field it is refused there, and as an unknown one where not.
            assert!(is_refused(&object([("date", packed.clone())])), "{}: {start:?}", function.name);
        }
    }
    assert!(echo(&deep(17, &one_element)).is_ok() && echo(&deep(17, &one_field)).is_ok());
}

#[test]
fn text_is_packed_as_deep_as_requests_are() {
    let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    let packed = |text: &str| {
        let mut packed = Vec::new();
        pack_json(text, &mut packed).map(|()| packed).map_err(|refusal| *refusal)
    };
    assert_eq!(echo(&packed(&nested(17)).unwrap()).unwrap(), nested(17));
    let error = packed(&nested(18)).unwrap_err();
    assert_eq!((error.code.as_str(), error.path), ("wrong-type", Some("[0]".repeat(17))));
    assert!(error.message.contains("nested too deeply"), "{}", error.message);
    let error = packed(r#"{"a":[1,{"b":01}]}"#).unwrap_err();
    assert_eq!(error.path.as_deref(), Some("a[1].b"), "{error}");
    for text in ["", " ", "{", "[1,]", "nul", "{\"a\"}", "1 2", "\"\u{1}\"", "NaN"] {
        assert_eq!(packed(text).unwrap_err().code.as_str(), "wrong-type", "`{text}`");
    }
    // Numbers that no whole number of 64 bits holds are numbers all the same.
    for (text, written) in [("9007199254740993", "9007199254740992"), ("1e2", "100"), ("-9223372036854775808", "-9223372036854775808")] {
        assert_eq!(echo(&packed(text).unwrap()).unwrap(), written);
    }
    assert_eq!(packed("18446744073709551615").unwrap(), number(f64::INFINITY));
}

// ---------------------------------------------------------------- objects

fn line(change: &Value) -> Value {
    let mut line = json!({ "id": "a", "code": "97110", "modifiers": ["GP"], "units": 1, "allowed": "31.40" });
    for (name, value) in change.as_object().unwrap() {
        line[name] = value.clone();
    }
    line
}

fn day_of(lines: &Value) -> Value {
    json!({
        "lines": lines,
        "appointment": { "date": "2026-03-10", "renderingProvider": { "discipline": "PT" } },
        "coverage": { "program": "medicare-part-b" },
        "preferences": { "autoApplyKx": true },
        "usage": {
            "entries": [
                { "id": "1", "date": "2026-02-02", "serviceType": "PT/SLP", "allowed": "2400.00" },
                { "id": "2", "date": "2026-02-03", "serviceType": "OT", "allowed": "100.00", "status": "pending" },
                { "id": "3", "date": "2026-02-04", "serviceType": "PT/SLP", "allowed": "79.99" },
            ],
            "otherUsed": { "OT": "3.00" },
        },
    })
}

#[test]
fn elements_that_leave_their_names_out() {
    let lines = json!([
        line(&json!({})),
        line(&json!({ "id": "b", "code": "97140", "allowed": null })),
        { "id": "c", "code": "97535" },
        { "code": "97530", "kxDeclined": "no", "id": "d", "section": "flowsheet" },
        { "code": "97530", "id": "e" },
        { "id": "f", "code": "97110", "kxDeclined": null, "section": "treatment" },
    ]);
    let request = day_of(&lines);
    let expected = of_text("decideAppointment", &request).unwrap();
    assert_eq!(expected["decisions"].as_array().map(Vec::len), Some(6));
    for order in [as_it_comes, backwards] {
        let packed = pack(&request, &order);
        assert!(packed.windows(2).filter(|two| *two == [8, 5]).count() >= 2, "the names of a line are left out");
        assert_eq!(call("decideAppointment", &packed).unwrap(), expected);
    }
}

#[test]
fn faults_where_names_are_left_out() {
    let good = line(&json!({}));
    for (changes, code, path) in [
        (json!({ "id": "b", "code": "9711" }), "code-invalid", "lines[1].code"),
        (json!({ "id": "b", "code": null }), "missing-field", "lines[1].code"),
        (json!({}), "duplicate-id", "lines[1].id"),
        (json!({ "id": "b", "modifiers": ["GP", "G"] }), "modifier-invalid", "lines[1].modifiers[1]"),
        // The first by its name, whatever order the names came in.
        (json!({ "id": 5, "allowed": 1, "code": 9 }), "money-not-text", "lines[1].allowed"),
        (json!({ "id": 5, "units": "2" }), "wrong-type", "lines[1].id"),
    ] {
        // That ids are double is told when each line is in order.
        let allowed = if code == "duplicate-id" { json!("2") } else { json!(2) };
        let request = day_of(&json!([good, line(&changes), line(&json!({ "id": "c", "allowed": allowed }))]));
        let of_text = of_text("decideAppointment", &request).unwrap_err();
        assert_eq!((of_text.code.as_str(), of_text.path.as_deref().unwrap_or_default()), (code, path));
        for order in [as_it_comes, backwards] {
            assert_eq!(call("decideAppointment", &pack(&request, &order)).unwrap_err(), of_text, "{changes}");
        }
    }
    // An element that says a name twice has what it said last; the next one leaves out as many values as it has.
    let twice = object([("id", text("a")), ("code", text("9")), ("code", text("97110"))]);
    let request = |lines: &[Vec<u8>]| {
        object([
            ("lines", list(lines)),
            ("appointment", object([("date", text("2026-03-10"))])),
            ("coverage", object([("program", text("other"))])),
        ])
    };
    let answer = call("decideAppointment", &request(&[twice.clone(), same_names(&[text("b"), text("9"), text("97140")])])).unwrap();
    assert_eq!(answer["decisions"].as_array().map(Vec::len), Some(2));
    let last = same_names(&[text("b"), text("97140"), text("9")]);
    assert_eq!(refused("decideAppointment", &request(&[twice, last])), ("code-invalid".to_owned(), "lines[1].code".to_owned()));
}

#[test]
fn of_a_name_that_stands_twice_the_last_counts() {
    let ask = |text: &str| call_json("thresholds", text);
    let good = ask(r#"{"date":"2026-03-10"}"#).unwrap();
    for text in [
        r#"{"date":"2025-03-10","date":"2026-03-10"}"#,
        r#"{"date":5,"date":"2026-03-10"}"#,
        r#"{"date":null,"date":"2026-03-10"}"#,
        r#"{"usage":{"asOf":5},"date":"2026-03-10","usage":null}"#,
        r#"{"usage":5,"date":"2026-03-10","usage":{}}"#,
        r#"{"date":"2026-03-10","usage":{"used":{"OT":"1"},"used":null}}"#,
    ] {
        assert_eq!(ask(text).as_ref(), Ok(&good), "{text}");
    }
    for (text, code, path) in [
        (r#"{"date":"2026-03-10","date":null}"#, "missing-field", "date"),
        (r#"{"date":"2026-03-10","date":5}"#, "wrong-type", "date"),
        (r#"{"date":"2026-03-10","usage":{},"usage":{"asOf":5}}"#, "wrong-type", "usage.asOf"),
        // A name that is not one of the fields is refused however often it stands.
        (r#"{"date":"2026-03-10","day":1,"day":null}"#, "unknown-field", "day"),
    ] {
        let error = ask(text).unwrap_err();
        assert_eq!((error.code.as_str(), error.path.as_deref()), (code, Some(path)), "{text}");
    }
}

#[test]
fn which_of_several_faults_is_told() {
    for (request, code, path) in [
        // An unknown name comes before everything else, and of several the first by its name.
        (json!({ "line": 5, "zebra": 1, "usage": [] }), "unknown-field", "zebra"),
        (json!({ "zebra": 1, "ape": null }), "unknown-field", "ape"),
        // Then the first field by its name, then what is missing.
        (json!({ "usage": [], "line": 5, "policy": "x" }), "wrong-type", "line"),
        (json!({ "usage": [], "coverage": { "program": "medicare" } }), "unknown-value", "coverage.program"),
        (json!({ "usage": [] }), "wrong-type", "usage"),
        (json!({ "coverage": { "hospice": true } }), "missing-field", "coverage.program"),
        (json!({}), "missing-field", "line"),
        (json!({ "line": { "code": "97110" } }), "missing-field", "appointment"),
        (json!({ "line": { "code": "97110" }, "appointment": { "date": "2026-03-10" } }), "missing-field", "coverage"),
        // The same one level below, and names that are data come in their order too.
        (json!({ "policy": { "zebra": 1, "warnWithin": 5 } }), "unknown-field", "policy.zebra"),
        (json!({ "policy": { "warnWithin": 5, "addCodes": 5 } }), "wrong-type", "policy.addCodes"),
        (json!({ "policy": { "thresholds": { "2031": 5, "2030": 5, "31": 5 } } }), "wrong-type", "policy.thresholds.2030"),
        (json!({ "policy": { "thresholds": { "2031": null, "31": 5 } } }), "unknown-field", "policy.thresholds.31"),
        // Of a list the first element.
        (json!({ "usage": { "entries": [{ "date": 1, "zebra": 1 }, { "ape": 1 }] } }), "unknown-field", "usage.entries[0].zebra"),
    ] {
        for order in [as_it_comes, backwards] {
            assert_eq!(refused("decide", &pack(&request, &order)), (code.to_owned(), path.to_owned()), "{request}");
        }
        let of_text = of_text("decide", &request).unwrap_err();
        assert_eq!(of_text, call("decide", &pack(&request, &as_it_comes)).unwrap_err());
    }
}

#[test]
fn a_request_that_ends_early_is_refused_wherever_it_does() {
    let lines = json!([line(&json!({})), line(&json!({ "id": "b", "allowed": null })), line(&json!({ "id": "c" }))]);
    let of_line = |mut request: Value| {
        let fields = request.as_object_mut().unwrap();
        fields.insert("line".to_owned(), line(&json!({})));
        fields.remove("lines");
        request
    };
    for (function, request) in [("decideAppointment", day_of(&lines)), ("decide", of_line(day_of(&lines)))] {
        let packed = pack(&request, &as_it_comes);
        assert!(call(function, &packed).is_ok());
        for end in 0..packed.len() {
            assert_eq!(call(function, &packed[..end]).unwrap_err().code.as_str(), "wrong-type", "{function}: {end}");
            assert!(echo(&packed[..end]).is_err(), "{end}");
        }
    }
}

// ---------------------------------------------------------------- random ones

fn value() -> impl Strategy<Value = Value> {
    let name = || prop_oneof!["[a-c]{1,2}", "\\PC{0,8}", Just("n".repeat(300))];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-1_i64 << 53..=1 << 53).prop_map(Value::from),
        any::<f64>().prop_filter("JSON has no others", |number| number.is_finite()).prop_map(Value::from),
        "\\PC{0,20}".prop_map(Value::from),
        prop::collection::vec(any::<char>(), 0..200).prop_map(|letters| Value::from(letters.into_iter().collect::<String>())),
    ];
    leaf.prop_recursive(6, 60, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            prop::collection::btree_map(name(), inner.clone(), 0..8).prop_map(|fields| Value::Object(fields.into_iter().collect())),
            // Elements that have their names alike.
            (prop::collection::vec(name(), 1..4), prop::collection::vec(prop::collection::vec(inner, 4), 1..5)).prop_map(
                |(names, rows)| {
                    rows.into_iter()
                        .map(|values| names.iter().cloned().zip(values).collect::<BTreeMap<_, _>>())
                        .map(|fields| json!(fields))
                        .collect()
                }
            ),
        ]
    })
}

fn shuffled(seed: u64) -> impl Fn(&mut Vec<&str>) {
    move |names| names.sort_by_key(|name| name.bytes().fold(seed, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)))
}

/// Nulls that stand for what an element does not have.
fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Array(elements) => elements.iter().map(without_nulls).collect(),
        Value::Object(fields) => {
            fields.iter().filter(|(_, value)| **value != Value::Null).map(|(name, value)| (name.clone(), without_nulls(value))).collect()
        }
        other => other.clone(),
    }
}

/// Bytes that every function takes as they are, or with a few of them changed.
fn nearly_good() -> impl Strategy<Value = Vec<u8>> {
    let lines = json!([line(&json!({})), line(&json!({ "id": "b" })), line(&json!({ "id": "c", "units": null }))]);
    let request = day_of(&lines);
    let packed: Vec<Vec<u8>> = [
        json!({ "date": "2026-03-10", "documentation": { "treatmentNote": true }, "code": "97110" }),
        json!({ "date": "2026-03-10", "serviceType": "OT", "visits": [{ "date": "2026-03-11", "allowed": "1" }, { "date": "2026-03-12", "allowed": "1" }] }),
        request,
    ]
    .iter()
    .map(|request| pack(request, &as_it_comes))
    .collect();
    (prop::sample::select(packed), prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4)).prop_map(
        |(mut packed, changes)| {
            for (place, byte) in changes {
                let place = place.index(packed.len());
                packed[place] = byte;
            }
            packed
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn what_is_packed_comes_back(value in value(), seed in any::<u64>()) {
        let text = value.to_string();
        let packed = of_json(&text);
        let back: Value = serde_json::from_str(&echo(&packed).unwrap()).unwrap();
        prop_assert!(same(&back, &value), "{} became {}", value, back);
        // By another packer, with the names in another order and left out where they may be.
        let terse = pack(&value, &shuffled(seed));
        let back: Value = serde_json::from_str(&echo(&terse).unwrap()).unwrap();
        prop_assert!(same(&without_nulls(&back), &without_nulls(&value)), "{} became {}", value, back);
        let mut tokens = Out::packed();
        Reader::new(&packed).write(&mut tokens).unwrap();
        prop_assert!(same(&of_tokens(&tokens), &value));
    }

    #[test]
    fn names_in_any_order_say_the_same(
        seed in any::<u64>(),
        lines in prop::collection::vec((any::<bool>(), any::<bool>(), prop::option::of(0_u32..3), prop::option::of("[A-Z]{1,2}")), 1..6),
    ) {
        let lines: Vec<Value> = lines.into_iter().enumerate().map(|(place, (short, declined, units, modifier))| {
            let mut line = json!({ "id": place.to_string(), "code": "97110" });
            if !short {
                line["units"] = json!(units);
                line["modifiers"] = json!(modifier.map(|one| [one]));
            }
            if declined {
                line["kxDeclined"] = json!("no");
            }
            line
        }).collect();
        let request = day_of(&json!(lines));
        prop_assert_eq!(call("decideAppointment", &pack(&request, &shuffled(seed))), of_text("decideAppointment", &request));
    }

    #[test]
    fn any_bytes_are_answered_or_refused(bytes in prop::collection::vec(prop_oneof![0_u8..10, 128..=140_u8, any::<u8>()], 0..80)) {
        for function in table::FUNCTIONS {
            let _ = call_packed(function, &bytes, &Env::BUILT_IN, &mut Out::json());
            let _ = call_packed(function, &bytes, &Env::BUILT_IN, &mut Out::packed());
        }
        let _ = echo(&bytes);
    }

    #[test]
    fn nearly_good_bytes_are_answered_or_refused(bytes in nearly_good()) {
        for function in table::FUNCTIONS {
            let mut out = Out::json();
            match call_packed(function, &bytes, &Env::BUILT_IN, &mut out) {
                // What takes lines is given none here, and answers none.
                Ok(()) if matches!(function.how, table::How::Lines(_)) => prop_assert_eq!(out.text(), ""),
                Ok(()) => prop_assert!(serde_json::from_str::<Value>(out.text()).is_ok()),
                Err(refusal) => prop_assert!(!refusal.message.is_empty() && !refusal.help.is_empty()),
            }
            let _ = call_packed(function, &bytes, &Env::BUILT_IN, &mut Out::packed());
        }
        let _ = echo(&bytes);
    }
}
