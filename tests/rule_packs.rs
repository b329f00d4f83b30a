//! Rule packs: what they change, what is refused, and that a decision comes out the same when it is asked again with the packs of its day.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::sync::Arc;

use kx_modifier::ground::env::Env;
use kx_modifier::ground::packed::pack_json;
use kx_modifier::ground::tables::Tables;
use kx_modifier::wall::{Session, call_json_in, rules};
use kx_modifier::{Error, ServiceDate, Wording};
use serde_json::{Value, json};

fn tables(packs: &Value) -> Result<Tables, Error> {
    let mut packed = Vec::new();
    pack_json(&packs.to_string(), &mut packed).unwrap();
    rules(&packed)
}

fn ask(tables: &Tables, name: &str, request: &Value) -> Result<Value, Error> {
    let env = Env { tables, wording: &Wording::ENGLISH };
    call_json_in(&env, name, &request.to_string()).map(|text| serde_json::from_str(&text).unwrap())
}

fn year() -> Value {
    json!({ "year": 2097, "ptSlp": "2540", "ot": "2550.50", "medicalReview": "3000", "source": "made up for a test" })
}

fn code() -> Value {
    json!({
        "code": "97999", "description": "made-up service", "class": "always", "pt": true, "ot": false, "slp": false, "timed": true,
        "evaluation": false, "confirmed": true, "from": "2097-07-01", "source": "made up for a test"
    })
}

fn pack() -> Value {
    json!({ "id": "2097.1", "published": "2026-11-20", "thresholds": [year()] })
}

/// A later pack: a code, and another amount of medical review for a year that is built in.
fn later() -> Value {
    json!({
        "id": "2097.2", "published": "2097-06-15", "codes": [code()],
        "thresholds": [{ "year": 2026, "ptSlp": "2480", "ot": "2480", "source": "made up for a test", "replaces": true }]
    })
}

fn request(day: &str, code: &str) -> Value {
    json!({
        "line": { "code": code, "modifiers": ["GP"], "allowed": "31.40" },
        "appointment": { "date": day, "renderingProvider": { "discipline": "PT" } },
        "coverage": { "program": "medicare-part-b" },
        "preferences": { "autoApplyKx": true },
        "usage": { "used": { "PT/SLP": "2539.99" }, "asOf": day }
    })
}

#[test]
fn a_year_of_a_pack_is_a_year_like_any_other() {
    let refused = ask(&Tables::BUILT_IN, "decide", &request("2097-03-01", "97110")).unwrap_err();
    assert_eq!((refused.code.as_str(), refused.path.as_deref()), ("unknown-year", Some("appointment.date")));
    let tables = tables(&json!([pack()])).unwrap();
    let decision = ask(&tables, "decide", &request("2097-03-01", "97110")).unwrap();
    assert_eq!(decision["basis"]["packs"], json!(["2097.1"]));
    assert_eq!(decision["thresholds"]["PT/SLP"]["threshold"], "2540.00");
    assert_eq!(decision["thresholds"]["OT"]["threshold"], "2550.50");
    assert_eq!(decision["thresholds"]["OT"]["medicalReview"]["threshold"], "3000.00");
    assert_eq!(decision["standing"], "crosses");
    assert_eq!(ask(&tables, "versions", &Value::Null).unwrap()["packs"], json!(["2097.1"]));
    assert!(ask(&tables, "versions", &Value::Null).unwrap()["years"].as_array().unwrap().contains(&json!(2097)));
}

#[test]
fn a_code_counts_on_its_days_and_a_replaced_row_as_it_says() {
    let tables = tables(&json!([pack(), later()])).unwrap();
    let over = |day: &str| {
        let mut request = request(day, "97999");
        request["usage"]["used"]["PT/SLP"] = json!("2600");
        ask(&tables, "decide", &request).unwrap()
    };
    assert_eq!(over("2097-07-01")["action"], "suggest", "not on the documented list");
    assert_eq!(over("2097-06-30")["notices"][0]["code"], "code-not-in-effect");
    assert_eq!(over("2097-07-01")["basis"]["packs"], json!(["2097.1", "2097.2"]));
    let before = ask(&tables, "decide", &request("2026-03-01", "97110")).unwrap();
    assert_eq!(before["thresholds"]["PT/SLP"]["medicalReview"], Value::Null, "the row that replaces has no such amount");
    let codes = ask(&tables, "therapyCodes", &json!({ "date": "2097-07-01" })).unwrap();
    assert!(codes.as_array().unwrap().iter().any(|row| row["code"] == "97999"));
    assert!(codes.as_array().unwrap().windows(2).all(|pair| pair[0]["code"].as_str() < pair[1]["code"].as_str()));
    // The host's own amount still wins.
    let mut own = request("2097-03-01", "97110");
    own["policy"] = json!({ "thresholds": { "2097": { "kx": "2000" } } });
    assert_eq!(ask(&tables, "decide", &own).unwrap()["standing"], "reached");
}

#[test]
fn no_pack_is_the_built_in_tables() {
    assert_eq!(rules(&[]).unwrap(), Tables::BUILT_IN);
    assert_eq!(tables(&Value::Null).unwrap(), Tables::BUILT_IN);
    assert_eq!(tables(&json!([])).unwrap(), Tables::BUILT_IN);
}

#[test]
fn a_session_keeps_the_rules_it_was_opened_with() {
    let tables = Arc::new(tables(&json!([pack()])).unwrap());
    let mut context = request("2097-03-01", "97110");
    let line = context.as_object_mut().unwrap().remove("line").unwrap();
    let mut session = Session::open_with(tables, &context.to_string()).unwrap();
    let decision: Value = serde_json::from_str(&session.call("decide", &[&line.to_string()]).unwrap()).unwrap();
    assert_eq!(decision["basis"]["packs"], json!(["2097.1"]));
    assert!(Session::open(&context.to_string()).is_err());
}

/// What is refused, by where it is changed and to what.
#[test]
fn a_bad_pack_is_refused_where_it_is_bad() {
    let rows: [(&str, Value, &str, &str); 35] = [
        ("/0/id", Value::Null, "missing-field", "packs[0].id"),
        ("/0/id", json!(""), "unknown-value", "packs[0].id"),
        ("/0/id", json!(" 2097.1"), "unknown-value", "packs[0].id"),
        ("/0/id", json!(2097), "wrong-type", "packs[0].id"),
        ("/1/id", json!("2097.1"), "duplicate-id", "packs[1].id"),
        ("/0/published", Value::Null, "missing-field", "packs[0].published"),
        ("/0/published", json!("2026-13-01"), "date-invalid", "packs[0].published"),
        ("/0/author", json!("x"), "unknown-field", "packs[0].author"),
        ("/0/thresholds", json!([]), "missing-field", "packs[0].thresholds"),
        ("/0/thresholds", json!({}), "wrong-type", "packs[0].thresholds"),
        ("/0/thresholds/0/source", Value::Null, "missing-field", "packs[0].thresholds[0].source"),
        ("/0/thresholds/0/source", json!(""), "unknown-value", "packs[0].thresholds[0].source"),
        ("/0/thresholds/0/year", json!("2097"), "wrong-type", "packs[0].thresholds[0].year"),
        ("/0/thresholds/0/year", json!(2017), "unknown-value", "packs[0].thresholds[0].year"),
        ("/0/thresholds/0/year", json!(2097.5), "unknown-value", "packs[0].thresholds[0].year"),
        ("/0/thresholds/0/year", json!(20970), "unknown-value", "packs[0].thresholds[0].year"),
        ("/0/thresholds/0/year", json!(2025), "duplicate-id", "packs[0].thresholds[0].year"),
        ("/0/thresholds/0/ptSlp", json!(2540), "money-not-text", "packs[0].thresholds[0].ptSlp"),
        ("/0/thresholds/0/ptSlp", json!("0"), "money-invalid", "packs[0].thresholds[0].ptSlp"),
        ("/0/thresholds/0/ot", Value::Null, "missing-field", "packs[0].thresholds[0].ot"),
        ("/0/thresholds/0/medicalReview", json!("-1"), "money-invalid", "packs[0].thresholds[0].medicalReview"),
        ("/1/thresholds/0/year", json!(2097), "duplicate-id", "packs[1].thresholds[0].year"),
        ("/1/thresholds/0/replaces", json!(false), "duplicate-id", "packs[1].thresholds[0].year"),
        ("/1/codes/0/code", json!("9799"), "code-invalid", "packs[1].codes[0].code"),
        ("/1/codes/0/code", json!("g9999"), "code-invalid", "packs[1].codes[0].code"),
        ("/1/codes/0/code", json!(" 97999"), "code-invalid", "packs[1].codes[0].code"),
        ("/1/codes/0/code", json!(97999), "wrong-type", "packs[1].codes[0].code"),
        ("/1/codes/0/pt", Value::Null, "missing-field", "packs[1].codes[0].pt"),
        ("/1/codes/0/years", json!([2097]), "unknown-field", "packs[1].codes[0].years"),
        ("/0/thresholds/0/replaces", json!("yes"), "wrong-type", "packs[0].thresholds[0].replaces"),
        ("/1/codes/0/code", json!("97110"), "duplicate-id", "packs[1].codes[0].code"),
        ("/1/codes/0/class", json!("often"), "unknown-value", "packs[1].codes[0].class"),
        ("/1/codes/0/timed", json!("Y"), "wrong-type", "packs[1].codes[0].timed"),
        ("/1/codes/0/description", json!(""), "unknown-value", "packs[1].codes[0].description"),
        ("/1/codes/0/to", json!("2097-06-30"), "date-invalid", "packs[1].codes[0].to"),
    ];
    for (pointer, value, code, path) in rows {
        let mut packs = json!([pack(), later()]);
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        match packs.pointer_mut(pointer) {
            Some(place) => *place = value.clone(),
            None => packs.pointer_mut(parent).unwrap()[name] = value.clone(),
        }
        let refused = tables(&packs).expect_err(pointer);
        assert_eq!((refused.code.as_str(), refused.path.as_deref()), (code, Some(path)), "{pointer} = {value}");
        assert!(!refused.help.is_empty() && !refused.message.ends_with('.'), "{refused}");
    }
    assert_eq!(tables(&json!({})).unwrap_err().path.as_deref(), Some("packs"));
}

#[test]
fn a_row_that_would_replace_stands_where_there_is_nothing_to_replace() {
    // So one pack serves the version before the year was built in and the one after.
    let mut early = pack();
    early["thresholds"][0]["replaces"] = json!(true);
    let decision = ask(&tables(&json!([early])).unwrap(), "decide", &request("2097-03-01", "97110")).unwrap();
    assert_eq!(decision["thresholds"]["PT/SLP"]["threshold"], "2540.00");
    // What is null is absent; a list of one kind may be empty beside the other.
    let mut sparse = later();
    sparse["thresholds"] = json!([]);
    sparse["codes"][0]["to"] = Value::Null;
    assert!(tables(&json!([sparse])).is_ok());
}

#[test]
fn packs_stand_in_the_order_given() {
    let tables = tables(&json!([later(), pack()])).unwrap();
    assert_eq!(ask(&tables, "versions", &Value::Null).unwrap()["packs"], json!(["2097.2", "2097.1"]));
}

/// A year of decisions: each is kept with the packs of its day, and asked again when the year is over.
#[test]
fn a_year_of_decisions_comes_out_the_same_with_the_packs_of_their_days() {
    let published = [("2026-11-20", pack()), ("2097-06-15", later())];
    let known_on = |day: ServiceDate| {
        let packs: Vec<Value> =
            published.iter().filter(|(from, _)| ServiceDate::parse(from).unwrap() <= day).map(|(_, pack)| pack.clone()).collect();
        tables(&Value::Array(packs)).unwrap()
    };
    let (mut day, mut kept) = (ServiceDate::parse("2097-01-01").unwrap(), Vec::new());
    while day.year().number() == 2097 {
        for code in ["97110", "97999"] {
            let request = request(&day.to_string(), code);
            let decision = ask(&known_on(day), "decide", &request).unwrap();
            kept.push((request, decision));
        }
        day = day.plus_days(1).unwrap();
    }
    assert_eq!(kept.len(), 730);
    let by_id: Vec<_> = published.iter().map(|(_, pack)| pack.clone()).collect();
    for (request, decision) in kept {
        let named = decision["basis"]["packs"].as_array().unwrap();
        let packs: Vec<Value> = by_id.iter().filter(|pack| named.contains(&pack["id"])).cloned().collect();
        assert_eq!(ask(&tables(&Value::Array(packs)).unwrap(), "decide", &request).unwrap(), decision);
    }
}
