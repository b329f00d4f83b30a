//! Where it is known from what other providers used: their claim lines beside Medicare's own figure, and pVerify's response.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use std::collections::BTreeMap;

use crate::answers::call_json;
use serde_json::{Value, json};

fn rows(file: &str) -> Vec<BTreeMap<String, String>> {
    let path = format!("{}/tests/spec/{file}.csv", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    reader.deserialize().map(|row| row.unwrap_or_else(|error| panic!("{path}: {error}"))).collect()
}

fn ask(function: &str, request: &Value) -> Value {
    let text = call_json(function, &request.to_string()).unwrap_or_else(|error| panic!("{request}: {error}"));
    serde_json::from_str(&text).unwrap()
}

/// `first second third name=value …`, of each part of a cell.
fn objects(cell: &str, names: [&str; 3]) -> Value {
    let one = |text: &str| {
        let mut words = text.split_whitespace();
        let mut object: serde_json::Map<String, Value> = names.iter().map(|name| ((*name).to_owned(), json!(words.next()))).collect();
        for word in words {
            let (name, value) = word.split_once('=').unwrap_or(("status", word));
            object.insert(name.to_owned(), json!(value));
        }
        Value::Object(object)
    };
    cell.split(';').map(str::trim).filter(|text| *text != "[]").map(one).collect()
}

fn sorted(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = text.split_whitespace().filter(|word| *word != "-").collect();
    words.sort_unstable();
    words
}

#[test]
fn others_lines_count_where_medicare_says_nothing() {
    for row in rows("used_elsewhere") {
        let request = json!({
            "date": row["date"], "asOf": row["date"],
            "amounts": objects(&row["amounts"], ["serviceType", "kind", "amount"]),
            "entries": objects(&row["entries"], ["date", "serviceType", "allowed"]),
            "elsewhere": objects(&row["lines"], ["date", "serviceType", "allowed"])
        });
        let answer = ask("otherUsedFromEligibility", &request);
        let used: Vec<String> =
            answer["otherUsed"].as_object().unwrap().iter().map(|(name, amount)| format!("{name}={}", amount.as_str().unwrap())).collect();
        assert_eq!(sorted(&used.join(" ")), sorted(&row["other_used"]), "{}: {answer}", row["situation"]);
        let mut counted = Vec::new();
        for one in answer["elsewhere"].as_array().unwrap() {
            let [service_type, by, lines] = ["serviceType", "counted", "lines"].map(|name| one[name].as_str().unwrap());
            counted.push(format!("{service_type}={by}/{lines}"));
            assert!(one["message"].as_str().unwrap().starts_with(&format!("{service_type}: ")), "{one}");
            let sum = answer["sums"].as_array().unwrap().iter().find(|sum| sum["serviceType"] == service_type).unwrap();
            assert_eq!(sum["otherUsed"], answer["otherUsed"][service_type], "{}", row["situation"]);
            // What is ours of Medicare's figure is told of a figure only.
            assert_eq!(answer["used"].get(service_type).is_some(), by == "figure", "{}", row["situation"]);
        }
        assert_eq!(sorted(&counted.join(" ")), sorted(&row["counted"]), "{}: {answer}", row["situation"]);
    }
}

#[test]
fn without_lines_nothing_is_said_of_them() {
    let request = json!({ "date": "2026-06-15", "asOf": "2026-06-15", "amounts": [], "entries": [] });
    assert_eq!(ask("otherUsedFromEligibility", &request)["elsewhere"], json!([]));
}

#[test]
fn what_pverify_says_was_used() {
    for row in rows("pverify") {
        let value: Value = serde_json::from_str(&row["value"]).unwrap();
        let response = json!({ "PayerName": "Medicare", "MedicareInfoSummary": { "OT_UsedAmount": { "Value": value, "Notes": null } } });
        let answer = ask("amountsFromPverify", &json!({ "response": response, "checked": "2026-07-01" }));
        let segment = "MedicareInfoSummary.OT_UsedAmount";
        let unread = answer["unread"].as_array().unwrap();
        // The other amount is absent in all rows.
        assert_eq!(unread.last().unwrap()["segment"], "MedicareInfoSummary.PT_SLP_UsedAmount", "{}", row["situation"]);
        if row["amount"] == "-" {
            assert_eq!((answer["amounts"].as_array().unwrap().len(), unread.len()), (0, 2), "{}: {answer}", row["situation"]);
            assert_eq!(unread[0]["segment"], segment);
        } else {
            let amount = json!({
                "serviceType": "OT", "kind": "used", "amount": row["amount"], "from": "2026-01-01", "to": "2026-12-31", "segment": segment
            });
            assert_eq!((&answer["amounts"], unread.len()), (&json!([amount]), 1), "{}", row["situation"]);
        }
    }
}

#[test]
fn a_response_of_another_kind_says_nothing() {
    for response in
        [json!({}), json!({ "MedicareInfoSummary": null }), json!({ "MedicareInfoSummary": "none" }), json!({ "MedicareInfoSummary": [] })]
    {
        let answer = ask("amountsFromPverify", &json!({ "response": response, "checked": "2026-07-01" }));
        assert_eq!((answer["amounts"].as_array().unwrap().len(), answer["unread"].as_array().unwrap().len()), (0, 2));
    }
    for (request, code, path) in [
        (json!({ "checked": "2026-07-01" }), "missing-field", "response"),
        (json!({ "response": {} }), "missing-field", "checked"),
        (json!({ "response": [], "checked": "2026-07-01" }), "wrong-type", "response"),
        (json!({ "response": {}, "checked": "07/01/2026" }), "date-invalid", "checked"),
        (json!({ "response": {}, "checked": "2026-07-01", "asOf": "2026-07-01" }), "unknown-field", "asOf"),
    ] {
        let refused = call_json("amountsFromPverify", &request.to_string()).unwrap_err();
        assert_eq!((refused.code.as_str(), refused.path.as_deref()), (code, Some(path)), "{request}");
    }
}

#[test]
fn plans_whose_policy_was_read() {
    let plans: Value = serde_json::from_str(&call_json("medicareAdvantagePlans", "").unwrap()).unwrap();
    let known: Vec<&str> = plans.as_array().unwrap().iter().map(|plan| plan["payer"].as_str().unwrap()).collect();
    assert_eq!(known, ["Priority Health"]);
    assert_eq!((&plans[0]["followsKxThreshold"], &plans[0]["from"]), (&json!(true), &json!("2021-01-01")));
    assert!(plans[0]["source"].as_str().unwrap().starts_with("https://"), "{plans}");
}
