//! Open appointments and bulk text: the same answers as one by one, and a bad line harms nobody else.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at the first surprise"
)]

use kx_modifier::Wording;
use kx_modifier::api::{self, Session, Value};
use proptest::prelude::*;
use serde_json::json;

type Json = serde_json::Value;

fn value(json: &Json) -> Value {
    Value::from_json(&json.to_string()).unwrap()
}

fn text(answer: &impl serde::Serialize) -> String {
    serde_json::to_string(answer).unwrap()
}

fn context(crossing: &str, mixed: &str) -> Json {
    json!({
        "appointment": { "date": "2026-03-10", "renderingProvider": { "discipline": "PT" } },
        "coverage": { "program": "medicare-part-b" },
        "preferences": { "autoApplyKx": true },
        "usage": { "used": { "PT/SLP": "2440.00", "OT": "2480.00" } },
        "policy": { "crossingLine": crossing, "mixedClaim": mixed },
    })
}

fn appointment(context: &Json, lines: &[Json]) -> Json {
    let mut request = context.clone();
    request["lines"] = json!(lines);
    serde_json::from_str(&api::decide_appointment_json(&request.to_string()).unwrap()).unwrap()
}

#[derive(Clone, Debug)]
enum Step {
    Decide(usize),
    Add(usize),
    Update(usize),
    Remove(usize),
    OtherUsed(i64),
    AutoApply(bool),
}

fn line(index: usize) -> Json {
    let lines = [
        json!({ "code": "97110", "modifiers": ["GP"], "allowed": "31.40" }),
        json!({ "code": "97140", "modifiers": ["GP", "59"], "allowed": "20.00", "section": "flowsheet", "done": true }),
        json!({ "code": "97530", "modifiers": ["GO"], "allowed": "35.00", "renderingProvider": { "discipline": "OT" } }),
        json!({ "code": "97161", "modifiers": ["GP", "KX"], "allowed": "90.00" }),
        json!({ "code": "97112", "section": "flowsheet" }),
    ];
    let mut line = lines[index % lines.len()].clone();
    line["id"] = json!(format!("line {}", index % 4));
    line
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0usize..20).prop_map(Step::Decide),
        (0usize..20).prop_map(Step::Add),
        (0usize..20).prop_map(Step::Update),
        (0usize..4).prop_map(Step::Remove),
        (-5_000i64..10_000).prop_map(Step::OtherUsed),
        any::<bool>().prop_map(Step::AutoApply),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever was done to a session, it answers what `decideAppointment` answers for the lines that are there.
    #[test]
    fn a_session_answers_as_an_appointment(
        steps in prop::collection::vec(step(), 1..25),
        crossing in prop::sample::select(vec!["suggest", "apply", "ignore"]),
        mixed in prop::sample::select(vec!["per-line", "whole-bucket"]),
    ) {
        let mut context = context(crossing, mixed);
        let mut lines: Vec<Json> = Vec::new();
        let mut session = Session::open(value(&context)).unwrap();
        for step in steps {
            match step {
                Step::Decide(index) => {
                    let mut with = lines.clone();
                    let mut line = line(index);
                    line["id"] = json!("another");
                    with.push(line.clone());
                    let expected = appointment(&context, &with)["decisions"][lines.len()].clone();
                    prop_assert_eq!(serde_json::from_str::<Json>(&text(&session.decide(value(&line), &Wording::ENGLISH).unwrap())).unwrap(), expected);
                }
                Step::Add(index) => {
                    let line = line(index);
                    let taken = lines.iter().any(|known| known["id"] == line["id"]);
                    let answer = session.add(value(&line), &Wording::ENGLISH);
                    if taken {
                        let error = answer.unwrap_err();
                        prop_assert_eq!((error.code.as_str(), error.path.as_deref()), ("duplicate-id", Some("line.id")));
                    } else {
                        lines.push(line);
                        prop_assert_eq!(serde_json::to_value(answer.unwrap()).unwrap(), appointment(&context, &lines)["decisions"][lines.len() - 1].clone());
                    }
                }
                Step::Update(index) => {
                    let line = line(index);
                    let position = lines.iter().position(|known| known["id"] == line["id"]);
                    let answer = session.update(value(&line), &Wording::ENGLISH);
                    match position {
                        None => prop_assert_eq!(answer.unwrap_err().code.as_str(), "unknown-id"),
                        Some(position) => {
                            lines[position] = line;
                            prop_assert_eq!(serde_json::to_value(answer.unwrap()).unwrap(), appointment(&context, &lines)["decisions"][position].clone());
                        }
                    }
                }
                Step::Remove(index) => {
                    let id = format!("line {index}");
                    let position = lines.iter().position(|known| known["id"] == json!(id));
                    prop_assert_eq!(session.remove(&id).is_ok(), position.is_some());
                    if let Some(position) = position {
                        lines.remove(position);
                    }
                }
                Step::OtherUsed(cents) => {
                    let amount = kx_modifier::Money::from_cents(cents).to_string();
                    context["usage"]["otherUsed"] = json!({ "PT/SLP": amount });
                    session.set_other_used(Value::Text("PT/SLP".to_owned()), Value::Text(amount), &Wording::ENGLISH).unwrap();
                }
                Step::AutoApply(on) => {
                    context["preferences"]["autoApplyKx"] = json!(on);
                    session.set_auto_apply_kx(on);
                }
            }
            let all = appointment(&context, &lines);
            let now = serde_json::to_value(session.lines(&Wording::ENGLISH)).unwrap();
            let expected: Vec<Json> = lines.iter().zip(all["decisions"].as_array().unwrap()).map(|(line, decision)| json!({ "line": line, "decision": decision })).collect();
            prop_assert_eq!(now, json!(expected));
            prop_assert_eq!(serde_json::to_value(session.thresholds(&Wording::ENGLISH)).unwrap(), all["thresholdsAfter"].clone());
        }
    }
}

#[test]
fn a_session_refuses_with_a_path_and_stays_as_it_was() {
    let mut session = Session::open(value(&context("suggest", "per-line"))).unwrap();
    session.add(value(&line(0)), &Wording::ENGLISH).unwrap();
    let before = text(&session.lines(&Wording::ENGLISH));
    for (given, code, path) in [
        (json!({ "id": "x", "code": "1" }), "code-invalid", "line.code"),
        (json!({ "id": "x", "code": "97110", "modifer": [] }), "unknown-field", "line.modifer"),
        (json!({ "code": "97110" }), "missing-field", "line.id"),
        (json!({ "id": "line 0", "code": "97110" }), "duplicate-id", "line.id"),
        (json!(null), "missing-field", "line"),
        (json!(5), "wrong-type", "line"),
    ] {
        let error = session.add(value(&given), &Wording::ENGLISH).unwrap_err();
        assert_eq!((error.code.as_str(), error.path.as_deref()), (code, Some(path)), "{given}");
    }
    let error = session.set_other_used(value(&json!("PT")), value(&json!("1")), &Wording::ENGLISH).unwrap_err();
    assert_eq!((error.code.as_str(), error.path.as_deref()), ("unknown-value", Some("serviceType")));
    let error = session.set_other_used(value(&json!("OT")), value(&json!(1)), &Wording::ENGLISH).unwrap_err();
    assert_eq!((error.code.as_str(), error.path.as_deref()), ("money-not-text", Some("amount")));
    assert_eq!(session.remove("nobody").unwrap_err().code.as_str(), "unknown-id");
    assert_eq!(text(&session.lines(&Wording::ENGLISH)), before);
    let error = Session::open(value(&json!({ "line": {}, "appointment": { "date": "2026-01-01" }, "coverage": { "program": "other" } })))
        .unwrap_err();
    assert_eq!((error.code.as_str(), error.path.as_deref()), ("unknown-field", Some("line")));
    let error = Session::open(value(&json!({ "appointment": { "date": "2099-01-01" }, "coverage": { "program": "medicare-part-b" } })))
        .unwrap_err();
    assert_eq!((error.code.as_str(), error.path.as_deref()), ("unknown-year", Some("appointment.date")));
}

fn lines_of(bytes: &[u8]) -> Vec<Json> {
    assert!(bytes.is_empty() || bytes.ends_with(b"\n"));
    std::str::from_utf8(bytes).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn request(code: &str) -> Json {
    let mut request = context("suggest", "per-line");
    request["line"] = json!({ "code": code, "modifiers": ["GP"] });
    request
}

#[test]
fn decisions_as_text() {
    let good = request("97110");
    let input = format!("{good}\r\n{}\nnot json\n\n{good}", request("9711"));
    let answers = lines_of(&api::decide_ndjson(input.as_bytes(), &Wording::ENGLISH));
    let one: Json = serde_json::from_str(&api::decide_json(&good.to_string()).unwrap()).unwrap();
    assert_eq!(answers.len(), 5);
    assert_eq!(answers[0], json!({ "decision": one }));
    assert_eq!(answers[1]["error"]["path"], "line.code");
    assert_eq!(answers[2]["error"]["code"], "wrong-type");
    assert_eq!(answers[3]["error"]["code"], "wrong-type");
    assert_eq!(answers[4], answers[0]);
    assert!(api::decide_ndjson(b"", &Wording::ENGLISH).is_empty());
    assert_eq!(lines_of(&api::decide_ndjson(b"\n", &Wording::ENGLISH)).len(), 0);
    assert_eq!(
        lines_of(&api::decide_ndjson(b"\xff\xfe\n{}", &Wording::ENGLISH))
            .iter()
            .map(|one| one["error"]["code"].clone())
            .collect::<Vec<_>>(),
        ["wrong-type", "missing-field"]
    );
}

fn audit_line(beneficiary: &str, id: &str, date: &str, allowed: &str) -> Json {
    json!({ "beneficiary": beneficiary, "id": id, "date": date, "code": "97110", "modifiers": ["GP"], "allowed": allowed })
}

#[test]
fn audits_as_text() {
    let lines = [
        audit_line("a", "1", "2026-05-01", "100.00"),
        audit_line("a", "2", "2026-02-01", "2480.00"),
        json!({ "beneficiary": "a", "id": "3", "date": "2026-02-01", "code": "97110", "allowed": 1 }),
        audit_line("b", "1", "2026-05-01", "100.00"),
        json!({ "id": "1" }),
        audit_line("b", "1", "2026-05-02", "100.00"),
        audit_line("a", "9", "2026-05-02", "100.00"),
        audit_line("c", "1", "2026-05-02", "100.00"),
    ];
    let input: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let answers = lines_of(&api::audit_ndjson(input.as_bytes(), Value::Null, &Wording::ENGLISH).unwrap());
    assert_eq!(answers.len(), lines.len());
    // In input order, although the second line ran first.
    assert_eq!(
        (answers[0]["beneficiary"].clone(), answers[0]["kx"].clone(), answers[0]["before"].clone()),
        (json!("a"), json!("missing"), json!("0.00"))
    );
    assert_eq!((answers[1]["kx"].clone(), answers[1]["standing"].clone()), (json!("correct"), json!("lands")));
    assert_eq!((answers[2]["error"]["code"].clone(), answers[2]["error"]["path"].clone()), (json!("money-not-text"), json!("allowed")));
    assert_eq!(answers[3]["before"], "2480.00");
    assert_eq!((answers[4]["error"]["code"].clone(), answers[4]["error"]["path"].clone()), (json!("missing-field"), json!("beneficiary")));
    assert_eq!(answers[5]["error"]["code"], "duplicate-id");
    assert_eq!((answers[6]["error"]["code"].clone(), answers[6]["error"]["path"].clone()), (json!("duplicate-id"), json!("beneficiary")));
    assert_eq!(answers[7]["before"], "2480.00");
    assert_eq!(answers[0]["findings"][0]["code"], "missing-kx");
    // The same lines one beneficiary at a time.
    let strip = |line: &Json| {
        let mut line = line.clone();
        line.as_object_mut().unwrap().remove("beneficiary");
        line
    };
    let one: Json =
        serde_json::from_str(&api::audit_json(&json!({ "lines": [strip(&lines[0]), strip(&lines[1])] }).to_string()).unwrap()).unwrap();
    assert_eq!(one["lines"][1]["before"], answers[0]["before"]);
    let error = api::audit_ndjson(b"", value(&json!({ "codeLst": "cms" })), &Wording::ENGLISH).unwrap_err();
    assert_eq!((error.code.as_str(), error.path.as_deref()), ("unknown-field", Some("policy.codeLst")));
}
