//! Open appointments and bulk text: the same answers as one by one, and a bad line harms nobody else.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at the first surprise"
)]

use crate::answers::{Session, call_json, ndjson};
use proptest::prelude::*;
use serde_json::{Value, json};

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// A method of a session, with values as arguments.
fn call(session: &mut Session, method: &str, arguments: &[&Value]) -> Result<Value, kx_modifier::Error> {
    let texts: Vec<String> = arguments.iter().map(ToString::to_string).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    session.call(method, &texts).map(|answer| value(&answer))
}

fn context(crossing: &str, mixed: &str) -> Value {
    json!({
        "appointment": { "date": "2026-03-10", "renderingProvider": { "discipline": "PT" } },
        "coverage": { "program": "medicare-part-b" },
        "preferences": { "autoApplyKx": true },
        "usage": { "used": { "PT/SLP": "2440.00", "OT": "2480.00" } },
        "policy": { "crossingLine": crossing, "mixedClaim": mixed },
    })
}

fn appointment(context: &Value, lines: &[Value]) -> Value {
    let mut request = context.clone();
    request["lines"] = json!(lines);
    serde_json::from_str(&call_json("decideAppointment", &request.to_string()).unwrap()).unwrap()
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

fn line(index: usize) -> Value {
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
        let mut lines: Vec<Value> = Vec::new();
        let mut session = Session::open(&context.to_string()).unwrap();
        for step in steps {
            match step {
                Step::Decide(index) => {
                    let mut with = lines.clone();
                    let mut line = line(index);
                    line["id"] = json!("another");
                    with.push(line.clone());
                    let expected = appointment(&context, &with)["decisions"][lines.len()].clone();
                    prop_assert_eq!(call(&mut session, "decide", &[&line]).unwrap(), expected);
                }
                Step::Add(index) => {
                    let line = line(index);
                    let taken = lines.iter().any(|known| known["id"] == line["id"]);
                    let answer = call(&mut session, "add", &[&line]);
                    if taken {
                        let error = answer.unwrap_err();
                        prop_assert_eq!((error.code.as_str(), error.path.as_deref()), ("duplicate-id", Some("line.id")));
                    } else {
                        lines.push(line);
                        prop_assert_eq!(answer.unwrap(), appointment(&context, &lines)["decisions"][lines.len() - 1].clone());
                    }
                }
                Step::Update(index) => {
                    let line = line(index);
                    let position = lines.iter().position(|known| known["id"] == line["id"]);
                    let answer = call(&mut session, "update", &[&line]);
                    match position {
                        None => prop_assert_eq!(answer.unwrap_err().code.as_str(), "unknown-id"),
                        Some(position) => {
                            lines[position] = line;
                            prop_assert_eq!(answer.unwrap(), appointment(&context, &lines)["decisions"][position].clone());
                        }
                    }
                }
                Step::Remove(index) => {
                    let id = format!("line {index}");
                    let position = lines.iter().position(|known| known["id"] == json!(id));
                    prop_assert_eq!(call(&mut session, "remove", &[&json!(id)]).is_ok(), position.is_some());
                    if let Some(position) = position {
                        lines.remove(position);
                    }
                }
                Step::OtherUsed(cents) => {
                    let amount = kx_modifier::Money::from_cents(cents).to_string();
                    context["usage"]["otherUsed"] = json!({ "PT/SLP": amount });
                    call(&mut session, "setOtherUsed", &[&json!("PT/SLP"), &json!(amount)]).unwrap();
                }
                Step::AutoApply(on) => {
                    context["preferences"]["autoApplyKx"] = json!(on);
                    call(&mut session, "setAutoApplyKx", &[&json!(on)]).unwrap();
                }
            }
            let all = appointment(&context, &lines);
            let now = call(&mut session, "lines", &[]).unwrap();
            let expected: Vec<Value> = lines.iter().zip(all["decisions"].as_array().unwrap()).map(|(line, decision)| json!({ "line": line, "decision": decision })).collect();
            prop_assert_eq!(now, json!(expected));
            prop_assert_eq!(call(&mut session, "thresholds", &[]).unwrap(), all["thresholdsAfter"].clone());
        }
    }
}

#[test]
fn a_session_refuses_with_a_path_and_stays_as_it_was() {
    let mut session = Session::open(&context("suggest", "per-line").to_string()).unwrap();
    call(&mut session, "add", &[&line(0)]).unwrap();
    let before = session.call("lines", &[]).unwrap();
    for (given, code, path) in [
        (json!({ "id": "x", "code": "1" }), "code-invalid", "line.code"),
        (json!({ "id": "x", "code": "97110", "modifer": [] }), "unknown-field", "line.modifer"),
        (json!({ "code": "97110" }), "missing-field", "line.id"),
        (json!({ "id": "line 0", "code": "97110" }), "duplicate-id", "line.id"),
        (json!(null), "missing-field", "line"),
        (json!(5), "wrong-type", "line"),
    ] {
        let error = call(&mut session, "add", &[&given]).unwrap_err();
        assert_eq!((error.code.as_str(), error.path.as_deref()), (code, Some(path)), "{given}");
    }
    let error = call(&mut session, "setOtherUsed", &[&json!("PT"), &json!("1")]).unwrap_err();
    assert_eq!((error.code.as_str(), error.path.as_deref()), ("unknown-value", Some("serviceType")));
    let error = call(&mut session, "setOtherUsed", &[&json!("OT"), &json!(1)]).unwrap_err();
    assert_eq!((error.code.as_str(), error.path.as_deref()), ("money-not-text", Some("amount")));
    assert_eq!(call(&mut session, "remove", &[&json!("nobody")]).unwrap_err().code.as_str(), "unknown-id");
    assert_eq!(session.call("lines", &[]).unwrap(), before);
    let error =
        Session::open(&json!({ "line": {}, "appointment": { "date": "2026-01-01" }, "coverage": { "program": "other" } }).to_string())
            .unwrap_err();
    assert_eq!((error.code.as_str(), error.path.as_deref()), ("unknown-field", Some("line")));
    let error =
        Session::open(&json!({ "appointment": { "date": "2099-01-01" }, "coverage": { "program": "medicare-part-b" } }).to_string())
            .unwrap_err();
    assert_eq!((error.code.as_str(), error.path.as_deref()), ("unknown-year", Some("appointment.date")));
}

fn lines_of(text: &str) -> Vec<Value> {
    assert!(text.is_empty() || text.ends_with('\n'));
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn request(code: &str) -> Value {
    let mut request = context("suggest", "per-line");
    request["line"] = json!({ "code": code, "modifiers": ["GP"] });
    request
}

#[test]
fn decisions_as_text() {
    let good = request("97110");
    let input = format!("{good}\r\n{}\nnot json\n\n{good}", request("9711"));
    let answers = lines_of(&ndjson("decideNdjson", input.as_bytes(), None).unwrap());
    let one: Value = serde_json::from_str(&call_json("decide", &good.to_string()).unwrap()).unwrap();
    assert_eq!(answers.len(), 5);
    assert_eq!(answers[0], json!({ "decision": one }));
    assert_eq!(answers[1]["error"]["path"], "line.code");
    assert_eq!(answers[2]["error"]["code"], "wrong-type");
    assert_eq!(answers[3]["error"]["code"], "wrong-type");
    assert_eq!(answers[4], answers[0]);
    assert!(ndjson("decideNdjson", b"", None).unwrap().is_empty());
    for (text, answers) in [("\n\n \n", 0), ("\u{feff}{}\n", 1), ("{}\n\n\r\n", 1), ("\n{}", 2), ("{}\n \n{} ", 3), ("{}\n\0\0", 2)] {
        assert_eq!(lines_of(&ndjson("decideNdjson", text.as_bytes(), None).unwrap()).len(), answers, "{text:?}");
    }
    assert_eq!(lines_of(&ndjson("decideNdjson", b"\n", None).unwrap()).len(), 0);
    assert_eq!(
        lines_of(&ndjson("decideNdjson", b"\xff\xfe\n{}", None).unwrap())
            .iter()
            .map(|one| one["error"]["code"].clone())
            .collect::<Vec<_>>(),
        ["wrong-type", "missing-field"]
    );
}

fn audit_line(beneficiary: &str, id: &str, date: &str, allowed: &str) -> Value {
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
    let answers = lines_of(&ndjson("auditNdjson", input.as_bytes(), None).unwrap());
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
    let strip = |line: &Value| {
        let mut line = line.clone();
        line.as_object_mut().unwrap().remove("beneficiary");
        line
    };
    let one: Value =
        serde_json::from_str(&call_json("audit", &json!({ "lines": [strip(&lines[0]), strip(&lines[1])] }).to_string()).unwrap()).unwrap();
    assert_eq!(one["lines"][1]["before"], answers[0]["before"]);
    let error = ndjson("auditNdjson", b"", Some(&json!({ "codeLst": "cms" }).to_string())).unwrap_err();
    assert_eq!((error.code.as_str(), error.path.as_deref()), ("unknown-field", Some("policy.codeLst")));
}

#[test]
fn an_empty_beneficiary_is_nobody() {
    for name in ["", "  "] {
        let line =
            json!({ "beneficiary": name, "id": "1", "date": "2026-02-02", "code": "97110", "modifiers": ["GP"], "allowed": "60.00" });
        let answer: Value = serde_json::from_str(&ndjson("auditNdjson", line.to_string().as_bytes(), None).unwrap()).unwrap();
        assert_eq!((&answer["error"]["code"], &answer["error"]["path"]), (&json!("missing-field"), &json!("beneficiary")));
    }
}
