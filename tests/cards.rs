//! What a card shows of a bucket, as rows: the balance before the visit, the one after its lines, and what is said of the figures.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use std::collections::BTreeMap;

use crate::answers::call_json;
use serde_json::{Value, json};

type Row = BTreeMap<String, String>;

fn amounts(text: &str) -> Option<Value> {
    let (name, amount) = text.split_once('=')?;
    Some(json!({ name: amount }))
}

fn usage(row: &Row) -> Option<Value> {
    let mut usage = json!({});
    for (column, field) in [("used", "used"), ("other", "otherUsed"), ("precomputed", "precomputedRemaining")] {
        if let Some(amounts) = amounts(&row[column]) {
            usage[field] = amounts;
        }
    }
    if usage == json!({}) {
        return None;
    }
    usage["asOf"] = json!(row["as_of"]);
    Some(usage)
}

fn lines(text: &str) -> Vec<Value> {
    let line = |one: &str| match one.split_once(' ') {
        Some((code, allowed)) => json!({ "code": code, "modifiers": ["GP"], "allowed": allowed }),
        None => json!({ "code": one, "modifiers": ["GP"] }),
    };
    text.split(';').map(str::trim).filter(|one| !one.is_empty()).map(line).collect()
}

fn asked(function: &str, request: &Value) -> Value {
    serde_json::from_str(&call_json(function, &request.to_string()).unwrap()).unwrap()
}

#[test]
fn cards() {
    let path = format!("{}/tests/spec/cards.csv", env!("CARGO_MANIFEST_DIR"));
    let rows: Vec<Row> = csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect();
    assert!(rows.len() >= 15, "{} rows", rows.len());
    for row in rows {
        let situation = &row["situation"];
        let program = if row["program"].is_empty() { "medicare-part-b" } else { &row["program"] };
        let lines = lines(&row["lines"]);
        let mut request = json!({ "coverage": { "program": program } });
        if let Some(usage) = usage(&row) {
            request["usage"] = usage;
        }
        let mut alone = request.clone();
        alone["date"] = json!("2026-07-01");
        request["appointment"] = json!({ "date": "2026-07-01", "renderingProvider": { "discipline": "PT" } });
        request["lines"] = json!(lines);
        let after = asked("decideAppointment", &request)["thresholdsAfter"]["PT/SLP"].take();
        let start = asked("thresholds", &alone)["PT/SLP"].take();
        let before = &after["before"];
        assert_eq!(before["remaining"].as_str().unwrap_or("-"), row["before"], "{situation}: before");
        assert_eq!(after["remaining"], row["remaining"], "{situation}: remaining");
        let codes: Vec<&str> = after["notices"].as_array().unwrap().iter().map(|notice| notice["code"].as_str().unwrap()).collect();
        assert_eq!(if codes.is_empty() { "-".to_owned() } else { codes.join(" ") }, row["notices"], "{situation}: notices");
        if !row["says"].is_empty() {
            assert!(after["notices"].as_array().unwrap().iter().any(|one| one["message"] == row["says"]), "{situation}: {after}");
        }
        // The visit's first balance is the one that is answered without a line, whole.
        assert_eq!(start["notices"], after["notices"], "{situation}: the notices without a line");
        for (field, value) in (if before.is_null() { &after } else { before }).as_object().unwrap() {
            assert_eq!(*value, start[field], "{situation}: {field} before the lines");
        }
    }
}

#[test]
fn a_later_line_says_that_earlier_ones_count() {
    let answer = asked(
        "decideAppointment",
        &json!({
            "appointment": { "date": "2026-07-01", "renderingProvider": { "discipline": "PT" } },
            "coverage": { "program": "medicare-part-b" },
            "preferences": { "autoApplyKx": true },
            "usage": { "used": { "PT/SLP": "2468.00" } },
            "lines": lines("97110 31.40; 97140 28.00"),
        }),
    );
    let tooltip = |line: usize| answer["decisions"][line]["tooltip"].as_str().unwrap();
    assert!(tooltip(0).starts_with("Check KX: this line takes PT/SLP $19.40 over"), "{}", tooltip(0));
    assert!(tooltip(1).contains("PT/SLP is $19.40 over the threshold before this line"), "{}", tooltip(1));
}

#[test]
fn prompts_say_what_remains() {
    let answer = asked(
        "traitsToEvaluate",
        &json!({
            "traits": [{ "name": "a", "prompt": "b", "onlyIfMedicareReached": true }],
            "date": "2026-07-01", "serviceType": "PT/SLP", "coverage": { "program": "medicare-part-b" },
            "usage": { "used": { "PT/SLP": "2468.00" } },
        }),
    );
    assert!(answer["skipped"][0]["reason"].as_str().unwrap().contains("$12.00 remains."), "{answer}");
}
