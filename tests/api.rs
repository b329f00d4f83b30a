//! Requests and answers as JSON text: every refusal has its code, its path and a way out, and answers have the shape of the contract.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use crate::answers::call_json;
use serde_json::{Value, json};

fn request() -> Value {
    json!({
        "line": { "code": "97110", "modifiers": ["GP"], "units": 2, "allowed": "31.40" },
        "appointment": { "date": "2026-03-10", "section": "treatment", "renderingProvider": { "discipline": "PT" } },
        "coverage": { "program": "medicare-part-b" },
        "preferences": { "autoApplyKx": true },
        "usage": { "entries": [{ "date": "2026-02-02", "serviceType": "PT/SLP", "allowed": "2480.00" }], "otherUsed": { "PT/SLP": "0.01" } },
        "policy": { "thresholds": { "2031": { "kx": "2900.00" } } },
    })
}

/// The request with one place changed; `null` as the value takes it out.
fn with(pointer: &str, value: Value) -> Value {
    let mut request = request();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match request.pointer_mut(pointer) {
        Some(place) => *place = value,
        None => request.pointer_mut(parent).unwrap()[name.replace("~1", "/").as_str()] = value,
    }
    request
}

fn answer(text: Result<String, kx_modifier::Error>) -> Value {
    serde_json::from_str(&text.unwrap()).unwrap()
}

fn refused(request: &Value, code: &str, path: &str) {
    let error = call_json("decide", &request.to_string()).expect_err(path);
    assert_eq!((error.code.as_str(), error.path.as_deref().unwrap_or("")), (code, path), "{error}");
    assert!(!error.message.is_empty() && !error.message.ends_with('.'), "{error}");
    assert!(error.message.chars().next().is_some_and(|first| !first.is_uppercase() || error.message.starts_with('`')), "{error}");
    assert!(!error.help.is_empty(), "{error}");
}

#[test]
fn a_decision_has_the_fields_of_the_contract() {
    let answer = answer(call_json("decide", &request().to_string()));
    let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
    assert_eq!(
        names(&answer),
        "action basis conditions documentation modifiers notices serviceType standing state thresholds tooltip wayOut"
    );
    assert_eq!(names(&answer["basis"]), "asOf packs remaining remainingSource rules year");
    assert_eq!(
        names(&answer["thresholds"]["PT/SLP"]),
        "fraction label medicalReview otherUsed pending remaining serviceType source status threshold used year"
    );
    assert_eq!(names(&answer["thresholds"]["OT"]["medicalReview"]), "remaining threshold");
    assert_eq!(answer["documentation"], Value::Null);
    assert_eq!(
        answer["basis"],
        json!({ "rules": kx_modifier::RULES_VERSION, "packs": [], "year": 2026, "remaining": "-0.01", "remainingSource": "computed", "asOf": null })
    );
    assert_eq!(answer["thresholds"]["PT/SLP"]["fraction"], json!(248_001.0 / 248_000.0));
}

#[test]
fn conditions_and_notices_have_their_order() {
    let mut request = with("/line/modifiers", json!(["KX", "GA", "GA"]));
    request["usage"]["asOf"] = json!("2026-01-01");
    let answer = answer(call_json("decide", &request.to_string()));
    let ids: Vec<&str> = answer["conditions"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    let expected = [
        "medicare-benefits",
        "auto-apply-on",
        "discipline-maps",
        "code-qualifies",
        "calendar-year",
        "threshold-reached",
        "kx-absent",
        "marked-done",
    ];
    assert_eq!(ids, expected);
    let severities: Vec<&str> = answer["notices"].as_array().unwrap().iter().map(|one| one["severity"].as_str().unwrap()).collect();
    assert_eq!(severities, ["error", "warning", "warning", "info"], "{}", answer["notices"]);
}

#[test]
fn null_is_absent_everywhere() {
    for pointer in [
        "/line/modifiers",
        "/line/units",
        "/line/allowed",
        "/line/id",
        "/line/kxDeclined",
        "/appointment/section",
        "/appointment/done",
        "/appointment/renderingProvider",
        "/appointment/renderingProvider/discipline",
        "/coverage/secondary",
        "/preferences",
        "/preferences/autoApplyKx",
        "/usage",
        "/usage/entries",
        "/usage/entries/0/status",
        "/usage/otherUsed",
        "/usage/otherUsed/PT~1SLP",
        "/usage/asOf",
        "/policy",
        "/policy/thresholds",
        "/policy/thresholds/2031",
        "/policy/thresholds/2031/medicalReview",
        "/documentation",
    ] {
        let request = with(pointer, Value::Null);
        assert!(call_json("decide", &request.to_string()).is_ok(), "{pointer}");
    }
    refused(&with("/line", Value::Null), "missing-field", "line");
    refused(&with("/line/code", Value::Null), "missing-field", "line.code");
    refused(&with("/appointment/date", Value::Null), "missing-field", "appointment.date");
    refused(&with("/usage/entries/0/allowed", Value::Null), "missing-field", "usage.entries[0].allowed");
    refused(&with("/policy/thresholds/2031/kx", Value::Null), "missing-field", "policy.thresholds.2031.kx");
}

#[test]
fn unknown_fields_are_refused_with_their_path() {
    for (parent, path) in [
        ("", "colour"),
        ("/line", "line.colour"),
        ("/appointment", "appointment.colour"),
        ("/appointment/renderingProvider", "appointment.renderingProvider.colour"),
        ("/coverage", "coverage.colour"),
        ("/preferences", "preferences.colour"),
        ("/usage", "usage.colour"),
        ("/usage/entries/0", "usage.entries[0].colour"),
        ("/usage/otherUsed", "usage.otherUsed.colour"),
        ("/policy", "policy.colour"),
        ("/policy/thresholds", "policy.thresholds.colour"),
        ("/policy/thresholds/2031", "policy.thresholds.2031.colour"),
    ] {
        refused(&with(&format!("{parent}/colour"), json!("blue")), "unknown-field", path);
    }
    // A misspelt field is not absent, and not even null makes it so.
    refused(&with("/line/modifier", json!(["GP"])), "unknown-field", "line.modifier");
    refused(&with("/line/modifier", Value::Null), "unknown-field", "line.modifier");
    refused(
        &with("/documentation", json!({ "attestation": { "by": "X", "on": "2026-01-01", "at": "noon" } })),
        "unknown-field",
        "documentation.attestation.at",
    );
}

#[test]
fn wrong_values_are_refused_with_their_path() {
    for (pointer, value, code, path) in [
        ("/line/allowed", json!(31.4), "money-not-text", "line.allowed"),
        ("/line/allowed", json!(31), "money-not-text", "line.allowed"),
        ("/line/allowed", json!(true), "wrong-type", "line.allowed"),
        ("/line/allowed", json!("31.405"), "money-invalid", "line.allowed"),
        ("/usage/otherUsed/PT~1SLP", json!(-1), "money-not-text", "usage.otherUsed.PT/SLP"),
        ("/usage/entries/0/allowed", json!("$5"), "money-invalid", "usage.entries[0].allowed"),
        ("/usage/entries/0/serviceType", json!("PT"), "unknown-value", "usage.entries[0].serviceType"),
        ("/usage/entries/0/serviceType", json!(1), "wrong-type", "usage.entries[0].serviceType"),
        ("/usage/entries/0/program", json!("other"), "unknown-value", "usage.entries[0].program"),
        ("/usage/entries/0", json!("2480.00"), "wrong-type", "usage.entries[0]"),
        ("/usage/entries/0", Value::Null, "wrong-type", "usage.entries[0]"),
        ("/usage/entries", json!({}), "wrong-type", "usage.entries"),
        ("/usage", json!([]), "wrong-type", "usage"),
        ("/appointment/date", json!("2026-02-29"), "date-invalid", "appointment.date"),
        ("/appointment/date", json!("2026-03-10T00:00:00Z"), "date-invalid", "appointment.date"),
        ("/appointment/date", json!("3/10/2026"), "date-invalid", "appointment.date"),
        ("/appointment/date", json!(20_260_310), "wrong-type", "appointment.date"),
        ("/appointment/date", json!("2017-12-31"), "unknown-year", "appointment.date"),
        ("/appointment/done", json!("yes"), "wrong-type", "appointment.done"),
        ("/appointment/section", json!("Treatment"), "unknown-value", "appointment.section"),
        ("/line/code", json!("9711"), "code-invalid", "line.code"),
        ("/line/code", json!("97110-KX"), "code-invalid", "line.code"),
        ("/line/code", json!(97110), "wrong-type", "line.code"),
        ("/line/modifiers", json!(["GP", "G"]), "modifier-invalid", "line.modifiers[1]"),
        ("/line/modifiers", json!([" GP"]), "modifier-invalid", "line.modifiers[0]"),
        ("/line/modifiers", json!(["GP", Value::Null]), "wrong-type", "line.modifiers[1]"),
        ("/line/modifiers", json!("GP"), "wrong-type", "line.modifiers"),
        ("/line/modifiers", json!(["GP", "59", "76", "CQ", "KX"]), "too-many-modifiers", "line.modifiers"),
        ("/line/units", json!(-1), "unknown-value", "line.units"),
        ("/line/units", json!("2"), "wrong-type", "line.units"),
        ("/policy/staleAfterDays", json!(1.5), "unknown-value", "policy.staleAfterDays"),
        ("/policy/addCodes", json!({ "OT": ["97110", "x"] }), "code-invalid", "policy.addCodes.OT[1]"),
        ("/policy/thresholds/2031/kx", json!("0"), "money-invalid", "policy.thresholds.2031.kx"),
        ("/policy/thresholds/2031/kx", json!(2900), "money-not-text", "policy.thresholds.2031.kx"),
        ("/policy/thresholds/2031/kx", json!([]), "wrong-type", "policy.thresholds.2031.kx"),
        ("/policy/thresholds/2031/kx", json!({ "PT/SLP": "1" }), "missing-field", "policy.thresholds.2031.kx.OT"),
        ("/policy/thresholds/2031/kx", json!({ "PT/SLP": "1", "OT": "-1" }), "money-invalid", "policy.thresholds.2031.kx.OT"),
        ("/policy/thresholds/2031/kx", json!({ "PT/SLP": "1", "OT": "1", "PT": "1" }), "unknown-field", "policy.thresholds.2031.kx.PT"),
        ("/policy/thresholds/31", json!({ "kx": "1" }), "unknown-field", "policy.thresholds.31"),
    ] {
        refused(&with(pointer, value), code, path);
    }
}

#[test]
fn what_is_forgiven() {
    let mut request = with("/line/code", json!(" g0283\t"));
    request["line"]["modifiers"] = json!(["gp", "kx"]);
    let answer = answer(call_json("decide", &request.to_string()));
    assert_eq!(answer["modifiers"], json!(["GP", "KX"]));
    assert_eq!(answer["action"], "keep");
}

#[test]
fn text_that_is_no_request() {
    for text in ["", "{", "[]", "null", "1", "\"x\"", "{\"line\":{}} x", "\u{0}"] {
        let error = call_json("decide", text).expect_err(text);
        assert!(["wrong-type", "missing-field"].contains(&error.code.as_str()), "`{text}`: {error}");
    }
    let deep = format!("{}1{}", "[".repeat(100), "]".repeat(100));
    assert_eq!(call_json("decide", &deep).expect_err("deep").code.as_str(), "wrong-type");
    // Of a name that stands twice the last counts, as in JavaScript.
    let twice = request().to_string().replace("\"code\":\"97110\"", "\"code\":\"97110\",\"code\":\"97140\"");
    assert_ne!(twice, request().to_string());
    assert!(call_json("decide", &twice).is_ok());
}

#[test]
fn an_error_says_what_to_do() {
    let error = call_json("decide", &with("/appointment/date", json!("2099-01-04")).to_string()).expect_err("no amount");
    assert!(error.message.contains("2099") && error.help.contains("2018 to ") && error.help.contains("policy.thresholds"), "{error}");
    let error = call_json("decide", &with("/line/modifer", json!([])).to_string()).expect_err("misspelt");
    assert!(error.help.contains("`modifiers`"), "{error}");
    let error = call_json("thresholds", r#"{"date":"2099-01-04"}"#).expect_err("no amount");
    assert_eq!((error.code.as_str(), error.path.as_deref()), ("unknown-year", Some("date")));
}

#[test]
fn thresholds_without_a_line() {
    let shown = answer(call_json(
        "thresholds",
        r#"{"date":"2025-06-02","usage":{"used":{"PT/SLP":"1020.00","OT":"3445.10"},"otherUsed":{"PT/SLP":"1000"},"asOf":"2025-06-01"}}"#,
    ));
    assert_eq!(shown["PT/SLP"]["label"], "$390.00 Medicare Threshold Remaining (PT/SLP)");
    assert_eq!(shown["OT"]["label"], "-$1,035.10 Medicare Threshold Remaining (OT)");
    assert_eq!(shown["OT"]["status"], "medical-review");
    assert_eq!(shown["OT"]["medicalReview"], json!({ "threshold": "3000.00", "remaining": "-445.10" }));
    // Totals of another year are left out, and nothing is thrown.
    let shown = answer(call_json("thresholds", r#"{"date":"2026-01-02","usage":{"used":{"PT/SLP":"2000.00"},"asOf":"2025-12-31"}}"#));
    assert_eq!(shown["PT/SLP"]["remaining"], "2480.00");
}

#[test]
fn several_lines_and_their_paths() {
    let mut request = request();
    let line = request.as_object_mut().unwrap().remove("line").unwrap();
    request["lines"] =
        json!([line, { "code": "97530", "section": "flowsheet", "done": true, "renderingProvider": { "discipline": "OT" } }]);
    let text = request.to_string();
    let answer = answer(call_json("decideAppointment", &text));
    assert_eq!(answer["decisions"].as_array().map(Vec::len), Some(2));
    assert_eq!(answer["decisions"][1]["serviceType"], "OT");
    for (from, to, code, path) in [
        (r#""section":"flowsheet""#, r#""sektion":"flowsheet""#, "unknown-field", "lines[1].sektion"),
        (r#""code":"97530""#, r#""code":"9753""#, "code-invalid", "lines[1].code"),
        (r#""lines":["#, r#""line":["#, "unknown-field", "line"),
    ] {
        assert!(text.contains(from), "{from}");
        let error = call_json("decideAppointment", &text.replace(from, to)).expect_err(path);
        assert_eq!((error.code.as_str(), error.path.as_deref()), (code, Some(path)), "{error}");
    }
    request["lines"] = json!([{ "id": "a", "code": "97110" }, { "id": "b", "code": "97110" }, { "id": "a", "code": "97110" }]);
    let error = call_json("decideAppointment", &request.to_string()).expect_err("twice");
    assert_eq!((error.code.as_str(), error.path.as_deref()), ("duplicate-id", Some("lines[2].id")), "{error}");
    request["lines"] = json!([]);
    let answer: Value = serde_json::from_str(&call_json("decideAppointment", &request.to_string()).unwrap()).unwrap();
    assert_eq!((answer["decisions"].clone(), answer["unresolved"].clone()), (json!([]), json!([])));
    assert_eq!(answer["thresholdsAfter"]["PT/SLP"]["remaining"], "-0.01");
}

#[test]
fn many_requests_with_errors_in_place() {
    let answers =
        answer(call_json("decideAll", &json!([request(), with("/line/code", json!("x")), 5, Value::Null, request()]).to_string()));
    let one = answer(call_json("decide", &request().to_string()));
    assert_eq!(answers[0], json!({ "decision": one }));
    assert_eq!((answers[1]["error"]["code"].clone(), answers[1]["error"]["path"].clone()), (json!("code-invalid"), json!("line.code")));
    assert_eq!((answers[2]["error"]["code"].clone(), answers[2]["error"]["path"].clone()), (json!("wrong-type"), Value::Null));
    assert_eq!(answers[3]["error"]["code"], "wrong-type");
    assert!(answers[1]["error"]["help"].is_string() && answers[1]["error"]["message"].is_string());
    assert_eq!(answers[4], answers[0]);
    assert_eq!(call_json("decideAll", "{}").expect_err("no list").code.as_str(), "wrong-type");
}

#[test]
fn traits_of_a_template() {
    let ask = |change: Value| {
        let mut request = json!({
            "traits": [
                { "name": "Always", "prompt": "How was it?" },
                { "name": "KX", "prompt": "Why is a therapist needed?", "onlyIfMedicareReached": true },
                { "name": "Not only", "prompt": "Pain?", "onlyIfMedicareReached": false },
            ],
            "date": "2026-03-10",
            "serviceType": "PT/SLP",
            "coverage": { "program": "medicare-part-b" },
            "usage": { "used": { "PT/SLP": "2480.00" } },
        });
        for (name, value) in change.as_object().unwrap() {
            request[name] = value.clone();
        }
        (answer(call_json("traitsToEvaluate", &request.to_string())), request["traits"].clone())
    };
    let (reached, traits) = ask(json!({}));
    assert_eq!(reached, json!({ "evaluate": traits, "skipped": [] }));
    for not_reached in [
        json!({ "usage": { "used": { "PT/SLP": "2479.99" } } }),
        json!({ "usage": { "used": { "OT": "2480.00" } } }),
        json!({ "serviceType": null }),
        json!({ "serviceType": "OT" }),
        json!({ "coverage": { "program": "other" } }),
        json!({ "coverage": { "program": "medicare-part-b", "partAStay": true } }),
        json!({ "coverage": { "program": "other" }, "date": "2099-01-01" }),
    ] {
        let (answer, traits) = ask(not_reached.clone());
        assert_eq!(answer["evaluate"], json!([traits[0], traits[2]]), "{not_reached}");
        assert_eq!(answer["skipped"][0]["trait"], traits[1], "{not_reached}");
        assert!(answer["skipped"][0]["reason"].as_str().is_some_and(|reason| reason.ends_with('.')), "{not_reached}");
    }
}

/// The function refuses with code and path.
fn refused_by(name: &str, request: Value, code: &str, path: &str) {
    let error = call_json(name, &request.to_string()).expect_err(path);
    assert_eq!((error.code.as_str(), error.path.as_deref().unwrap_or("")), (code, path), "{error}");
    assert!(!error.help.is_empty() && !error.message.is_empty(), "{error}");
}

#[test]
fn what_shows_an_appointment_refuses_with_its_path() {
    let checklist = "documentationChecklist";
    refused_by(checklist, json!({ "documentation": {} }), "missing-field", "date");
    refused_by(checklist, json!({ "date": "2026-03-10" }), "missing-field", "documentation");
    refused_by(
        checklist,
        json!({ "date": "2026-03-10", "documentation": { "treatmentNote": "yes" } }),
        "wrong-type",
        "documentation.treatmentNote",
    );
    refused_by(
        checklist,
        json!({ "date": "2026-03-10", "documentation": { "treatmentDaysSinceProgressReport": -1 } }),
        "unknown-value",
        "documentation.treatmentDaysSinceProgressReport",
    );
    refused_by(checklist, json!({ "date": "2026-03-10", "documentation": {}, "code": "9" }), "code-invalid", "code");

    let project = "projectCrossing";
    refused_by(project, json!({ "date": "2026-03-10", "serviceType": "PT", "visits": [] }), "unknown-value", "serviceType");
    refused_by(project, json!({ "date": "2026-03-10", "serviceType": "OT" }), "missing-field", "visits");
    refused_by(
        project,
        json!({ "date": "2026-03-10", "serviceType": "OT", "visits": [{ "date": "2026-13-10", "allowed": "1" }] }),
        "date-invalid",
        "visits[0].date",
    );
    refused_by(
        project,
        json!({ "date": "2026-03-10", "serviceType": "OT", "visits": [{ "date": "2026-03-10", "allowed": 1 }] }),
        "money-not-text",
        "visits[0].allowed",
    );
    assert!(
        call_json(project, r#"{"date":"2099-01-01","serviceType":"OT","visits":[]}"#).is_ok(),
        "a year without an amount is named, never an error"
    );
}

#[cfg(feature = "account")]
#[test]
fn account_functions_refuse_with_their_path() {
    let estimate = "estimateAllowed";
    let line = json!({ "id": "a", "code": "97110", "units": 1 });
    refused_by(estimate, json!({ "lines": [line] }), "missing-field", "fees");
    refused_by(estimate, json!({ "lines": [line, line], "fees": {} }), "duplicate-id", "lines[1].id");
    refused_by(estimate, json!({ "lines": [{ "id": "a", "code": "97110", "units": 0.5 }], "fees": {} }), "unknown-value", "lines[0].units");
    refused_by(estimate, json!({ "lines": [{ "id": "a", "code": "97110", "units": 100 }], "fees": {} }), "unknown-value", "lines[0].units");
    refused_by(estimate, json!({ "lines": [], "fees": { "97110": { "full": "1" } } }), "missing-field", "fees.97110.reduced");
    refused_by(
        estimate,
        json!({ "lines": [], "fees": { "97110": { "full": "1", "reduced": "-1" } } }),
        "money-invalid",
        "fees.97110.reduced",
    );
    refused_by(estimate, json!({ "lines": [], "fees": { "9711": { "full": "1", "reduced": "1" } } }), "code-invalid", "fees.9711");

    let other = "otherUsedFromEligibility";
    let figures = |kind: &str, date: &str| json!({ "date": date, "asOf": date, "amounts": [{ "serviceType": "OT", "kind": kind, "amount": "1" }], "entries": [] });
    refused_by(other, figures("left", "2026-03-10"), "unknown-value", "amounts[0].kind");
    refused_by(other, figures("remaining", "2099-03-10"), "unknown-year", "date");
    assert!(call_json(other, &figures("used", "2099-03-10").to_string()).is_ok(), "what was used needs no threshold");

    let audit = "audit";
    let line = json!({ "id": "a", "date": "2026-03-10", "code": "97110", "allowed": "1" });
    refused_by(audit, json!({}), "missing-field", "lines");
    refused_by(audit, json!({ "lines": [line, line] }), "duplicate-id", "lines[1].id");
    refused_by(audit, json!({ "lines": [{ "date": "2026-03-10", "code": "97110", "allowed": "1" }] }), "missing-field", "lines[0].id");
    refused_by(audit, json!({ "lines": [], "otherUsed": { "26": {} } }), "unknown-field", "otherUsed.26");
    refused_by(audit, json!({ "lines": [], "otherUsed": { "2026": { "OT": 1 } } }), "money-not-text", "otherUsed.2026.OT");

    let compare = "compareBilling";
    let peer = |figures: Value| json!({ "lines": [], "peers": [{ "scope": "state", "label": "S", "codes": { "97110": figures } }] });
    refused_by(compare, json!({ "lines": [] }), "missing-field", "peers");
    refused_by(compare, peer(json!({ "kx": 1 })), "missing-field", "peers[0].codes.97110.total");
    refused_by(compare, peer(json!({ "kx": 2, "total": 1 })), "unknown-value", "peers[0].codes.97110.kx");
    refused_by(compare, peer(json!({ "kx": 1.5, "total": 2 })), "unknown-value", "peers[0].codes.97110.kx");
    refused_by(compare, peer(json!({ "proportion": 1.01 })), "unknown-value", "peers[0].codes.97110.proportion");
    refused_by(compare, peer(json!({ "proportion": 0.5, "kx": 1, "total": 2 })), "unknown-field", "peers[0].codes.97110.proportion");
    refused_by(compare, peer(json!({})), "missing-field", "peers[0].codes.97110.kx");
}

#[test]
fn the_checklist_says_when_an_item_is_next() {
    let next = |documentation: Value| {
        let answer =
            answer(call_json("documentationChecklist", &json!({ "date": "2026-03-10", "documentation": documentation }).to_string()));
        let items = answer["items"].as_array().unwrap().clone();
        ["certification", "progress-report", "re-evaluation"].map(|id| items.iter().find(|item| item["id"] == id).unwrap()["next"].clone())
    };
    let advice = json!("Re-evaluation: about every 90 days is usual (no fixed rule). Enter the last one.");
    assert_eq!(next(json!({})), [Value::Null, Value::Null, advice]);
    assert_eq!(
        next(json!({ "certifiedThrough": "2026-04-30", "treatmentDaysSinceProgressReport": 3, "lastReevaluation": "2026-01-01" })),
        [
            json!("Recertification is due by Apr 30, 2026."),
            json!("The next progress report is due within 7 treatment days."),
            json!("Plan a re-evaluation by Apr 1, 2026 (good practice)."),
        ]
    );
    let order = json!({ "orderOnFileAndPlanSent": true, "firstTreatment": "2026-02-02" });
    assert_eq!(next(order)[0], "Recertification is due by May 3, 2026.");
    for (days, sentence) in [
        (9, "The next progress report is due on the next treatment day."),
        (10, "The progress report is due today."),
        (11, "The progress report is 1 treatment day late."),
        (13, "The progress report is 3 treatment days late."),
    ] {
        assert_eq!(next(json!({ "treatmentDaysSinceProgressReport": days }))[1], sentence);
    }
    for (last, sentence) in [
        ("2025-12-10", "Plan a re-evaluation by Mar 10, 2026 (good practice)."),
        ("2025-12-09", "A re-evaluation was due by Mar 9, 2026 (good practice). Plan one."),
    ] {
        assert_eq!(next(json!({ "lastReevaluation": last }))[2], sentence);
    }
    assert_eq!(next(json!({ "lastReevaluation": "9999-12-31" }))[2], Value::Null);
}

fn claim_line() -> Value {
    json!({ "id": "1", "date": "2026-07-01", "code": "97110", "modifiers": ["GP"], "charge": "80.00", "units": 2 })
}

#[test]
fn a_line_of_a_claim_is_taken_as_it_was_read() {
    let line = claim_line();
    let request = |line: &Value| {
        json!({ "line": line, "appointment": { "date": "2026-07-01" }, "coverage": { "program": "medicare-part-b" } }).to_string()
    };
    assert!(call_json("decide", &request(&line)).unwrap().contains("\"action\":\"none\""));
    let mut undated = line.clone();
    undated["date"] = Value::Null;
    assert!(call_json("decide", &request(&undated)).is_ok());
    let mut other = line.clone();
    other["date"] = json!("2026-07-02");
    let error = call_json("decide", &request(&other)).unwrap_err();
    assert_eq!((error.code.as_str(), error.path.as_deref()), ("date-invalid", Some("line.date")));
    let lines = json!({ "lines": [line, other], "appointment": { "date": "2026-07-01" }, "coverage": { "program": "medicare-part-b" } });
    let error = call_json("decideAppointment", &lines.to_string()).unwrap_err();
    assert_eq!(error.path.as_deref(), Some("lines[1].date"));
}

#[cfg(feature = "account")]
#[test]
fn a_line_of_a_claim_is_priced_and_audited_as_it_was_read() {
    let line = claim_line();
    let fees = json!({ "97110": { "full": "30.21", "reduced": "23.60" } });
    let estimate = call_json("estimateAllowed", &json!({ "lines": [line], "fees": fees }).to_string()).unwrap();
    assert!(estimate.contains("\"total\":\"53.81\""), "{estimate}");
    let mut priced = line;
    priced["allowed"] = json!("53.81");
    assert!(call_json("audit", &json!({ "lines": [priced] }).to_string()).unwrap().contains("\"kx\":\"correct\""));
}

fn says(name: &str, request: &str, part: &str) {
    let answer = call_json(name, request).unwrap();
    assert!(answer.contains(part), "{name}: {answer}");
}

/// One example of each function, for whoever looks for one.
#[test]
fn an_example_of_each_function() {
    says("versions", "", r#""rules":""#);
    says("therapyCodes", "null", r#"{"code":"97110","description":""#);
    says(
        "documentationChecklist",
        r#"{ "date": "2026-07-01", "documentation": { "treatmentDaysSinceProgressReport": 10 } }"#,
        r#"{"id":"progress-report","status":"due","#,
    );
    says(
        "projectCrossing",
        r#"{
            "date": "2026-07-01", "serviceType": "PT/SLP",
            "usage": { "used": { "PT/SLP": "2380.00" } },
            "visits": [{ "date": "2026-07-03", "allowed": "60.00" }, { "date": "2026-07-07", "allowed": "60.00" }]
        }"#,
        r#"{"crossesOn":"2026-07-07","visitsBeforeCrossing":1,"remainingAfterLast":"-20.00","unknownYears":[]}"#,
    );
    says(
        "describeProjection",
        r#"{ "date": "2026-07-01", "serviceType": "OT", "visits": [{ "date": "2026-07-08", "allowed": "100.00" }] }"#,
        r#""The booked visit stays within the threshold.""#,
    );
}

#[cfg(feature = "account")]
#[test]
fn an_example_of_each_function_of_an_account() {
    says(
        "otherUsedFromEligibility",
        r#"{
            "date": "2026-07-01", "asOf": "2026-06-30",
            "amounts": [{ "serviceType": "OT", "kind": "used", "amount": "900.00", "from": null, "to": null, "segment": "" }],
            "entries": [{ "date": "2026-05-04", "serviceType": "OT", "allowed": "250.00" }]
        }"#,
        r#""used":{"OT":"900.00"},"ours":{"OT":"250.00"},"otherUsed":{"OT":"650.00"}"#,
    );
    says(
        "audit",
        r#"{ "lines": [{ "id": "a", "date": "2026-02-02", "code": "97110", "modifiers": ["GP", "KX"], "allowed": "60.00" }] }"#,
        r#""kx":"early""#,
    );
    says(
        "compareBilling",
        r#"{
            "lines": [{ "code": "97110", "modifiers": ["GP", "KX"] }], "codes": ["97110"],
            "peers": [{ "scope": "state", "label": "Ohio", "codes": { "97110": { "proportion": 0.25 } } }]
        }"#,
        r#""comparison":"Higher""#,
    );
    let import = r#"{
        "lines": [{ "code": "97110", "modifiers": ["GP"] }],
        "appointment": { "date": "2026-07-01", "renderingProvider": { "discipline": "PT" } },
        "coverage": { "program": "medicare-part-b" }, "preferences": { "autoApplyKx": true },
        "usage": { "entries": [] },
        "read": { "entries": [{ "id": "a", "date": "2026-03-02", "serviceType": "PT/SLP", "allowed": "2500.00" }] }
    }"#;
    says("previewImport", import, r#""before":{"action":"none""#);
    says("previewImport", import, r#""after":{"action":"apply""#);
    says(
        "holdClaims",
        r#"{
            "claims": [{ "id": "c1", "lines": [{ "id": "a", "date": "2026-07-01", "code": "97110", "modifiers": ["GP"] }] }],
            "renderingProvider": { "discipline": "PT" }, "coverage": { "program": "medicare-part-b" },
            "usage": { "used": { "PT/SLP": "2500.00" } }
        }"#,
        r#""summary":"The claim is on hold.""#,
    );
    says(
        "worklist",
        r#"[{
            "id": "p1",
            "context": {
                "appointment": { "date": "2026-07-01" }, "coverage": { "program": "medicare-part-b" },
                "usage": { "used": { "PT/SLP": "2300.00" } }
            }
        }]"#,
        r#""kind":"near""#,
    );
}

#[cfg(feature = "claims")]
#[test]
fn an_example_of_each_function_of_claims() {
    says(
        "matchPatient",
        r#"{ "patients": [{ "name": "DOE, JANE", "memberId": "1AB2CD3EF45", "positions": [0] }], "memberId": "1AB2-CD3-EF45" }"#,
        r#""whose":"theirs","positions":[0]"#,
    );
    says(
        "scrubClaims",
        r#"{ "claims": [{ "id": "C1", "medicare": true, "lines": [{ "id": "1", "date": "2026-07-01", "code": "97110", "units": 1 }] }] }"#,
        r#""code":"therapy-modifier-missing","severity":"warning""#,
    );
}

/// JSON text is looked through eight bytes at a time.
#[test]
fn what_json_writes_in_another_way_is_found_wherever_it_stands() {
    for odd in ["\"", "\\", "\n", "\0", "\u{1f}", " ", "\u{7f}", "\u{80}", "é", "€"] {
        for place in 0..20 {
            let name = format!("{}{odd}{}", "!".repeat(place), "#[]~".repeat(4));
            let request = serde_json::json!({
                "traits": [{ "name": name, "prompt": "p" }], "date": "2026-03-10", "coverage": { "program": "medicare-part-b" },
            });
            let answer = kx_modifier::call_json("traitsToEvaluate", &request.to_string()).unwrap();
            assert!(!answer.bytes().any(|byte| byte < b' '), "{answer}");
            let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
            let names = [&answer["evaluate"], &answer["skip"]].into_iter().filter_map(|list| list.as_array()).flatten();
            assert_eq!(names.map(|one| one["name"].as_str().unwrap()).collect::<Vec<_>>(), [name]);
        }
    }
}
