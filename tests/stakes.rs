//! Dollars at stake, and denied lines in a worklist.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use crate::answers::call_json;
use serde_json::{Value, json};

fn call(name: &str, request: &Value) -> Value {
    serde_json::from_str(&call_json(name, &request.to_string()).unwrap()).unwrap()
}

fn stake(on_hold: &str, denied: &str, at_risk: &str) -> Value {
    json!({ "onHold": on_hold, "denied": denied, "atRisk": at_risk })
}

fn entry(id: &str, date: &str, modifiers: &[&str], reason: &str) -> Value {
    json!({
        "id": id, "date": date, "serviceType": "PT/SLP", "allowed": "0.00", "code": "97110", "modifiers": modifiers, "claim": "C7", "denied": true,
        "reasons": [reason],
    })
}

fn patient() -> Value {
    let line =
        |id: &str, date: &str, allowed: &str| json!({ "id": id, "date": date, "code": "97110", "modifiers": ["GP"], "allowed": allowed });
    let mut pending = line("y", "2026-03-04", "31.40");
    pending["status"] = json!("pending");
    pending["claim"] = json!("C7");
    json!({
        "id": "p1", "clinic": "North", "therapist": "Kim Lee, PT",
        "context": {
            "appointment": { "date": "2026-07-01", "renderingProvider": { "discipline": "PT" } }, "coverage": { "program": "medicare-part-b" },
            "usage": { "used": { "PT/SLP": "2500.00" } },
        },
        "lines": [{ "id": "a", "code": "97110", "modifiers": ["GP"], "allowed": "28.00" }, { "code": "97140", "modifiers": ["GP"] }],
        "billed": [line("w", "2026-03-01", "2480.00"), line("x", "2026-03-02", "20.00"), pending],
    })
}

fn items(row: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    row["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| ["kind", "severity", "line", "due"].map(|name| text(&item[name])).join(" "))
        .collect()
}

#[test]
fn a_worklist_says_what_waits_and_what_is_at_risk() {
    let rows = call("worklist", &json!([patient()]));
    assert_eq!(rows[0]["atStake"], stake("28.00", "0.00", "51.40"));
    assert_eq!((&rows[0]["clinic"], &rows[0]["therapist"]), (&json!("North"), &json!("Kim Lee, PT")));
}

#[test]
fn a_denied_line_is_a_step_of_its_own() {
    let mut one = patient();
    one["denied"] = json!([
        entry("d", "2026-03-04", &["GP"], "CO-119"),
        entry("e", "2026-03-05", &["GP", "KX"], "CO-119"),
        entry("f", "2026-03-06", &["GP"], "CO-50"),
    ]);
    one["denied"][2]["expected"] = json!("9.00");
    one["decided"] = json!("2026-04-01");
    let rows = call("worklist", &json!([one]));
    // The pending line of the claim is the denied one: it is missing KX no more, and what was expected of it is denied.
    assert_eq!(
        items(&rows[0]),
        [
            "suggestion error a 2026-07-01",
            "suggestion error - 2026-07-01",
            "denied warning e 2026-07-30",
            "denied info f 2026-07-30",
            "missing-kx error x 2027-03-02",
            "denied error d 2027-04-01",
            "reached warning - -",
        ]
    );
    assert_eq!(rows[0]["atStake"], stake("28.00", "40.40", "20.00"));
    let denied = rows[0]["items"][5].clone();
    assert_eq!(
        denied["message"],
        "97110, Mar 4, 2026. Denied with CARC 119. KX was not on the line, and PT/SLP was over by $20.00 before it."
    );
    assert_eq!(
        denied["nextStep"],
        "Ask the treating clinician whether the record supports KX. Without that attestation, don't request KX. \
         A reopening can be requested through Apr 1, 2027. Contractors differ, so check with your contractor. Appeal by Jul 30, 2026."
    );
    // An institutional claim is adjusted, by the day of the service.
    one["claimType"] = json!("institutional");
    assert!(items(&call("worklist", &json!([one]))[0]).contains(&"denied error d 2027-03-04".to_owned()));
    // What was paid asks for nothing.
    one["denied"] = json!([entry("d", "2026-03-04", &["GP"], "CO-45")]);
    one["denied"][0]["denied"] = json!(false);
    assert_eq!(call("worklist", &json!([one]))[0]["atStake"], stake("28.00", "0.00", "51.40"));
}

#[test]
fn bad_denied_lines_are_the_patients_alone() {
    let mut twice = patient();
    twice["denied"] = json!([entry("d", "2026-03-04", &["GP"], "CO-119"), entry("d", "2026-03-04", &["GP"], "CO-119")]);
    let mut unknown = patient();
    unknown["denied"] = json!([entry("d", "2199-03-04", &["GP"], "CO-119")]);
    let rows = call("worklist", &json!([twice, unknown, patient()]));
    let errors: Vec<[&Value; 2]> = (0..3).map(|place| [&rows[place]["error"]["code"], &rows[place]["error"]["path"]]).collect();
    assert_eq!(errors[0], [&json!("duplicate-id"), &json!("denied[1].id")]);
    assert_eq!(errors[1], [&json!("unknown-year"), &json!("denied[0].date")]);
    assert_eq!(errors[2], [&Value::Null, &Value::Null]);
    assert_eq!((&rows[0]["clinic"], &rows[0]["atStake"]), (&json!("North"), &stake("0.00", "0.00", "0.00")));
}

#[test]
fn claims_say_what_waits_and_what_goes_out_at_risk() {
    let claim = |id: &str, clinic: Value, declined: Value| {
        let line = |n: &str, allowed: &str| json!({ "id": format!("{id}{n}"), "date": "2026-07-01", "code": "97110", "modifiers": ["GP"], "allowed": allowed, "kxDeclined": declined });
        json!({ "id": id, "clinic": clinic, "lines": [line("1", "31.40"), line("2", "10.00")] })
    };
    let request = json!({
        "claims": [claim("a", json!("North"), Value::Null), claim("b", json!("South"), json!("not necessary")), claim("c", json!("North"), Value::Null)],
        "renderingProvider": { "discipline": "PT" }, "coverage": { "program": "medicare-part-b" }, "usage": { "used": { "PT/SLP": "2500.00" } },
        "released": [{ "line": "c1", "by": "Kim Lee", "reason": "checked" }, { "line": "c2", "by": "Kim Lee", "reason": "checked" }],
    });
    let answer = call("holdClaims", &request);
    let of = |place: usize| answer["claims"][place]["atStake"].clone();
    assert_eq!(of(0), stake("41.40", "0.00", "0.00"));
    // Without KX both are expected to be denied, whoever let them go.
    assert_eq!((of(1), of(2)), (stake("0.00", "0.00", "41.40"), stake("0.00", "0.00", "41.40")));
    assert_eq!(
        answer["atStake"],
        json!([
            { "clinic": "North", "therapist": null, "onHold": "41.40", "denied": "0.00", "atRisk": "41.40" },
            { "clinic": "South", "therapist": null, "onHold": "0.00", "denied": "0.00", "atRisk": "41.40" },
        ])
    );
    // GA, GZ and GY are decisions already made, and KX is on the line with auto-apply.
    let mut other = request;
    other["claims"][1]["lines"][0]["modifiers"] = json!(["GP", "GA"]);
    other["claims"][1]["lines"][1]["modifiers"] = json!(["GP", "KX"]);
    other["claims"][1]["lines"][1]["kxDeclined"] = Value::Null;
    assert_eq!(call("holdClaims", &other)["claims"][1]["atStake"], stake("0.00", "0.00", "0.00"));
}

#[test]
fn sums_by_clinic_and_therapist_to_the_cent() {
    let row = |clinic: &str, therapist: Value, on_hold: &str| json!({ "clinic": clinic, "therapist": therapist, "atStake": stake(on_hold, "0.01", "0.10") });
    let rows =
        json!({ "rows": [row("North", json!("Kim"), "0.10"), row("South", Value::Null, "1000.00"), row("North", json!("Kim"), "0.20")] });
    assert_eq!(
        call("totalAtStake", &rows),
        json!({
            "rows": [
                { "clinic": "North", "therapist": "Kim", "onHold": "0.30", "denied": "0.02", "atRisk": "0.20" },
                { "clinic": "South", "therapist": null, "onHold": "1000.00", "denied": "0.01", "atRisk": "0.10" },
            ],
            "total": stake("1000.30", "0.03", "0.30"),
            "summary": "On hold: $1,000.30. Denied: $0.03. At risk: $0.30.",
        })
    );
    // What is not there may be another list's to count.
    let some = json!({ "rows": [{ "clinic": null, "therapist": null, "atStake": stake("0.00", "0.03", "0.00") }] });
    assert_eq!(call("totalAtStake", &some)["summary"], "Denied: $0.03.");
    assert_eq!(call("totalAtStake", &json!({ "rows": [] }))["summary"], "Nothing is at stake.");
    let error = call_json("totalAtStake", &json!({ "rows": [{ "atStake": { "onHold": "1.00" } }] }).to_string()).unwrap_err();
    assert_eq!(error.path.as_deref(), Some("rows[0].atStake.denied"));
}
