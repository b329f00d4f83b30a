//! Claims before they go out: what the sentences say, what is refused and where, and laws that hold for any claims. The rules themselves
//! are rows: `tests/spec/holds.csv`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;

use crate::answers::call_json;
use kx_modifier::Money;
use proptest::prelude::*;
use serde_json::{Value, json};

fn hold(request: &Value) -> Value {
    serde_json::from_str(&call_json("holdClaims", &request.to_string()).unwrap()).unwrap()
}

fn line(id: &str, date: &str, modifiers: &[&str]) -> Value {
    json!({ "id": id, "date": date, "code": "97110", "modifiers": modifiers, "allowed": "31.40" })
}

fn request(lines: Value) -> Value {
    json!({
        "claims": [{ "id": "c1", "lines": lines }],
        "renderingProvider": { "discipline": "PT" },
        "coverage": { "program": "medicare-part-b" },
        "usage": { "used": { "PT/SLP": "2500.00" } },
    })
}

fn with(mut request: Value, name: &str, value: Value) -> Value {
    request[name] = value;
    request
}

fn refused(request: &Value, code: &str, path: &str) {
    let error = call_json("holdClaims", &request.to_string()).expect_err(path);
    assert_eq!((error.code.as_str(), error.path.as_deref().unwrap_or("")), (code, path), "{error}");
    assert!(!error.message.is_empty() && !error.message.ends_with('.') && !error.help.is_empty(), "{error}");
}

#[test]
fn what_goes_out_without_kx_is_at_risk_and_what_may_have_kx_in_its_note_is_not_known_to_be() {
    let release = json!([{ "line": "a", "by": "Jo Park", "reason": "Checked by phone." }]);
    let at_risk = |modifiers: &[&str]| {
        let answer = hold(&with(request(json!([line("a", "2026-07-08", modifiers)])), "released", release.clone()));
        assert_ne!(answer["claims"][0]["status"], "hold");
        answer["claims"][0]["atStake"]["atRisk"].clone()
    };
    assert_eq!([at_risk(&["GP"]), at_risk(&["GP", "99"]), at_risk(&["GP", "GA"])], ["31.40", "0.00", "0.00"].map(Value::from));
}

#[test]
fn a_reason_names_its_line_and_what_to_do() {
    let answer = hold(&request(json!([line("a", "2026-07-08", &["GP"])])));
    let reason = &answer["claims"][0]["reasons"][0];
    assert_eq!(
        reason["message"],
        "97110, Jul 8, 2026. Check KX: PT/SLP is $20.00 over the threshold before this line, but Auto-Apply KX Modifier is off."
    );
    assert_eq!(reason["nextStep"], "Add KX, or leave KX off, before the claim goes out.");
    // Lines of another day and claim are not earlier ones of today.
    let claims = json!([
        { "id": "c1", "lines": [line("a", "2026-07-01", &["GP", "KX"])] },
        { "id": "c2", "lines": [line("b", "2026-07-08", &["GP"])] },
    ]);
    let reason = &hold(&with(request(json!([])), "claims", claims))["claims"][1]["reasons"][0];
    assert_eq!(
        reason["message"],
        "97110, Jul 8, 2026. Check KX: PT/SLP is $51.40 over the threshold before this line, but Auto-Apply KX Modifier is off."
    );
    // What is about the patient names no line.
    let hospice = with(
        request(json!([line("a", "2026-07-08", &["GP", "KX"])])),
        "coverage",
        json!({ "program": "medicare-part-b", "hospice": true }),
    );
    let reason = &hold(&hospice)["claims"][0]["reasons"][0];
    assert_eq!(
        reason["message"],
        "The patient has elected hospice. Another payer may be responsible for this therapy; check before you bill."
    );
    assert_eq!(reason["nextStep"], "Find out which payer is responsible. If it is this one, release the claim and give the reason.");
}

#[test]
fn a_claim_has_the_fields_of_the_contract() {
    let given = with(
        request(json!([line("a", "2026-07-08", &["GP"])])),
        "released",
        json!([{ "line": "a", "by": " Kim Lee ", "reason": "record checked" }]),
    );
    let answer = hold(&given);
    let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
    let claim = &answer["claims"][0];
    assert_eq!(names(&answer), "atStake claims summary");
    assert_eq!(names(claim), "amount atStake clinic id lines reasons status therapist");
    assert_eq!(names(&claim["lines"][0]), "held id outcome therapy");
    assert_eq!(names(&claim["lines"][0]["outcome"]), "action modifiers remaining remainingAfter serviceType standing");
    assert_eq!(names(&claim["reasons"][0]), "answers code line message nextStep released severity who");
    assert_eq!(claim["reasons"][0]["released"], json!({ "by": "Kim Lee", "reason": "record checked" }));
    assert_eq!((claim["status"].as_str(), claim["lines"][0]["held"].as_bool()), (Some("release"), Some(false)));
}

#[test]
fn what_is_left_runs_by_days_and_then_by_claims() {
    let claims = json!([
        { "id": "c1", "lines": [line("a", "2026-07-08", &["GP"]), line("b", "2026-07-01", &["GP"])] },
        { "id": "c2", "lines": [line("c", "2026-07-01", &["GP"]), line("d", "2026-07-08", &["GP"])] },
    ]);
    let answer = hold(&with(request(json!([])), "claims", claims));
    let remaining: Vec<(&str, &str)> = answer["claims"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|claim| claim["lines"].as_array().unwrap())
        .map(|line| (line["id"].as_str().unwrap(), line["outcome"]["remaining"].as_str().unwrap()))
        .collect();
    assert_eq!(remaining, [("a", "-82.80"), ("b", "-20.00"), ("c", "-51.40"), ("d", "-114.20")]);
}

#[test]
fn what_is_pending_of_the_claims_themselves_is_not_counted_twice() {
    let entry = |claim: &str, status: &str| json!({ "date": "2026-07-01", "serviceType": "PT/SLP", "allowed": "31.40", "claim": claim, "status": status });
    let remaining = |entries: Value| {
        let given = with(request(json!([line("a", "2026-07-01", &["GP"])])), "usage", json!({ "entries": entries }));
        hold(&given)["claims"][0]["lines"][0]["outcome"]["remaining"].clone()
    };
    assert_eq!(remaining(json!([entry("c1", "pending")])), "2480.00");
    assert_eq!(remaining(json!([entry("c0", "pending")])), "2448.60");
    // What the payer has processed was another submission of the claim.
    assert_eq!(remaining(json!([entry("c1", "adjudicated")])), "2448.60");
}

#[test]
fn refusals_have_their_place() {
    let good = request(json!([line("a", "2026-07-01", &["GP"]), line("b", "2026-07-02", &["GP"])]));
    let at = |pointer: &str, value: Value| {
        let mut request = good.clone();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        request.pointer_mut(parent).unwrap()[name] = value;
        request
    };
    refused(&at("/claims", Value::Null), "missing-field", "claims");
    refused(&at("/coverage", Value::Null), "missing-field", "coverage");
    refused(&json!({ "claims": [] }), "missing-field", "coverage");
    refused(&at("/claim", json!([])), "unknown-field", "claim");
    refused(&at("/claims/0/id", Value::Null), "missing-field", "claims[0].id");
    refused(&at("/claims/0/lines", Value::Null), "missing-field", "claims[0].lines");
    refused(&at("/claims/0/type", json!("837P")), "unknown-value", "claims[0].type");
    let mut second = good["claims"][0]["lines"].clone();
    second[1]["id"] = Value::Null;
    refused(&at("/claims/0/lines", second.clone()), "missing-field", "claims[0].lines[1].id");
    second[1]["date"] = Value::Null;
    refused(&at("/claims/0/lines", second.clone()), "missing-field", "claims[0].lines[1].date");
    second[1] = line("a", "2026-07-02", &["GP"]);
    refused(&at("/claims/0/lines", second.clone()), "duplicate-id", "claims[0].lines[1].id");
    second[1] = line("b", "2025-07-02", &["GP"]);
    refused(&at("/claims/0/lines", second.clone()), "date-invalid", "claims[0].lines[1].date");
    second[1] = json!({ "id": "b", "date": "2026-07-02", "code": "97110", "allowed": 31.4 });
    refused(&at("/claims/0/lines", second), "money-not-text", "claims[0].lines[1].allowed");

    // An id is told apart from those of other claims too: a word names a line alone.
    let twice = json!([good["claims"][0], { "id": "c2", "lines": [line("c", "2026-07-01", &["GP"]), line("b", "2026-07-01", &["GP"])] }]);
    refused(&at("/claims", twice), "duplicate-id", "claims[1].lines[1].id");
    let twice = json!([good["claims"][0], { "id": "c1", "lines": [line("c", "2026-07-01", &["GP"])] }]);
    refused(&at("/claims", twice), "duplicate-id", "claims[1].id");
    let other_year = json!([good["claims"][0], { "id": "c2", "lines": [line("c", "2027-01-02", &["GP"])] }]);
    refused(&at("/claims", other_year), "date-invalid", "claims[1].lines[0].date");
    let unknown_year = json!([{ "id": "c0", "lines": [] }, { "id": "c1", "lines": [line("c", "2099-01-02", &["GP"])] }]);
    refused(&at("/claims", unknown_year.clone()), "unknown-year", "claims[1].lines[0].date");
    // Where no benefits apply, nothing depends on the year.
    let other = json!({ "claims": unknown_year, "coverage": { "program": "other" } });
    assert_eq!(hold(&other)["claims"][1]["status"], "release");

    let word = |word: Value| at("/released", json!([{ "line": "a", "by": "Kim", "reason": "ok" }, word]));
    refused(&word(json!({ "line": "z", "by": "Kim", "reason": "ok" })), "unknown-id", "released[1].line");
    refused(&word(json!({ "by": "Kim", "reason": "ok" })), "missing-field", "released[1].line");
    refused(&word(json!({ "line": "a", "reason": "ok" })), "missing-field", "released[1].by");
    refused(&word(json!({ "line": "a", "by": " ", "reason": "ok" })), "missing-field", "released[1].by");
    refused(&word(json!({ "line": "a", "by": "Kim", "reason": "" })), "missing-field", "released[1].reason");
    refused(&word(json!({ "line": "a", "by": "Kim", "reason": "ok", "codes": ["sugestion"] })), "unknown-value", "released[1].codes[0]");
    // A word that is not needed any more does no harm.
    assert_eq!(
        hold(&with(at("/preferences", json!({ "autoApplyKx": true })), "released", json!([{ "line": "a", "by": "Kim", "reason": "ok" }])))
            ["claims"][0]["reasons"],
        json!([])
    );
    refused(
        &json!({ "claims": [], "coverage": { "program": "other" }, "released": [{ "line": "a", "by": "Kim", "reason": "ok" }] }),
        "unknown-id",
        "released[0].line",
    );
}

// ---------------------------------------------------------------- laws

/// Warnings that hold a claim, by the public contract.
const HOLDING: [&str; 8] = [
    "therapy-modifier-missing",
    "assistant-modifier-missing",
    "early-kx",
    "usage-unknown",
    "modifiers-in-note",
    "attestation-missing",
    "home-health-episode",
    "hospice",
];
const OF_PATIENT: [&str; 4] = ["other-year-usage", "usage-unknown", "home-health-episode", "hospice"];
const MODIFIERS: [&[&str]; 9] =
    [&["GP"], &["GP", "KX"], &["GO"], &[], &["GP", "GA"], &["GP", "KX", "GA"], &["GP", "99"], &["GP", "59", "76", "LT"], &["GN"]];
const CODES: [&str; 5] = ["97110", "97140", "97161", "99213", "97530"];

prop_compose! {
    fn any_line()(
        day in 1u32..6, code in 0usize..CODES.len(), modifiers in 0usize..MODIFIERS.len(), cents in prop::option::of(0i64..9_000),
        declined in any::<bool>(), flowsheet in prop::option::of(any::<bool>()),
    ) -> Value {
        json!({
            "date": format!("2026-07-{day:02}"), "code": CODES[code], "modifiers": MODIFIERS[modifiers],
            "allowed": cents.map(|cents| Money::from_cents(cents).to_string()),
            "kxDeclined": if declined { json!("not necessary") } else { Value::Null },
            "section": flowsheet.map(|_| "flowsheet"), "done": flowsheet,
        })
    }
}

prop_compose! {
    fn any_request()(
        claims in prop::collection::vec(prop::collection::vec(any_line(), 0..4), 0..4),
        used in prop::option::of(240_000i64..252_000), discipline in prop::sample::select(vec!["PT", "PTA", "OT"]),
        auto in any::<bool>(), hospice in any::<bool>(), required in any::<bool>(), other_year in any::<bool>(), whole in any::<bool>(),
        released in prop::collection::vec((0usize..12, any::<bool>()), 0..4),
    ) -> Value {
        let mut ids = 0..;
        let claims: Vec<Value> = claims.into_iter().enumerate().map(|(place, lines)| {
            let lines: Vec<Value> = lines.into_iter().map(|mut line| { line["id"] = json!(format!("l{}", ids.next().unwrap())); line }).collect();
            json!({ "id": format!("c{place}"), "lines": lines })
        }).collect();
        let count = ids.start;
        let words: Vec<Value> = released.into_iter().filter(|(place, _)| *place < count).map(|(place, all)| json!({
            "line": format!("l{place}"), "by": "Kim", "reason": "checked", "codes": if all { Value::Null } else { json!(["suggestion"]) },
        })).collect();
        json!({
            "claims": claims,
            "renderingProvider": { "discipline": discipline },
            "coverage": { "program": "medicare-part-b", "hospice": hospice },
            "preferences": { "autoApplyKx": auto },
            "usage": used.map(|cents| json!({ "used": { "PT/SLP": Money::from_cents(cents).to_string() }, "asOf": if other_year { "2025-12-01" } else { "2026-06-30" } })),
            "policy": { "documentation": if required { "require" } else { "warn" }, "mixedClaim": if whole { "whole-bucket" } else { "per-line" } },
            "released": words,
        })
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// Whether a word of the request lets a code of a line go.
fn is_released(request: &Value, line: &str, code: &str) -> bool {
    list(&request["released"])
        .iter()
        .any(|word| word["line"] == line && (word["codes"].is_null() || list(&word["codes"]).contains(&json!(code))))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Each line on its own day with what the lines before it left is decided by `decideAppointment`: what holds follows from that.
    #[test]
    fn what_holds_follows_from_the_decisions(request in any_request()) {
        prop_assume!(request["policy"]["mixedClaim"] == "per-line");
        let answer = hold(&request);
        let mut order: Vec<(String, usize, usize)> = Vec::new();
        for (claim, one) in list(&request["claims"]).iter().enumerate() {
            for (place, line) in list(&one["lines"]).iter().enumerate() {
                order.push((line["date"].as_str().unwrap().to_owned(), claim, place));
            }
        }
        order.sort();
        let mut before: Vec<Value> = Vec::new();
        let mut expected: Vec<BTreeSet<(String, String)>> = vec![BTreeSet::new(); list(&request["claims"]).len()];
        for (date, claim, place) in order {
            let given = &request["claims"][claim]["lines"][place];
            // All lines before it as lines of its own day: their amounts count, and nothing else is asked of them.
            let mut lines: Vec<Value> = before.iter().cloned().chain([given.clone()]).collect();
            for line in &mut lines { line.as_object_mut().unwrap().remove("date"); }
            let mut asked = request.clone();
            for name in ["claims", "released", "renderingProvider"] { asked.as_object_mut().unwrap().remove(name); }
            asked["appointment"] = json!({ "date": date, "renderingProvider": request["renderingProvider"] });
            asked["lines"] = json!(lines);
            let decided: Value = serde_json::from_str(&call_json("decideAppointment", &asked.to_string()).unwrap()).unwrap();
            let decision = list(&decided["decisions"]).last().unwrap().clone();
            let id = given["id"].as_str().unwrap();
            let outcome = &answer["claims"][claim]["lines"][place]["outcome"];
            prop_assert_eq!(&outcome["action"], &decision["action"]);
            prop_assert_eq!(&outcome["modifiers"], &decision["modifiers"]);
            prop_assert_eq!(&outcome["standing"], &decision["standing"]);
            let mut codes: Vec<&str> = list(&decision["notices"]).iter().filter(|notice| {
                let code = notice["code"].as_str().unwrap();
                notice["severity"] == "error" || HOLDING.contains(&code)
                    || (code == "documentation-incomplete" && request["policy"]["documentation"] == "require")
            }).map(|notice| notice["code"].as_str().unwrap()).collect();
            if decision["action"] == "suggest" { codes.push("suggestion"); }
            let is_held = codes.iter().any(|code| !is_released(&request, id, code));
            prop_assert_eq!(answer["claims"][claim]["lines"][place]["held"].as_bool(), Some(is_held));
            for code in codes {
                let line = if OF_PATIENT.contains(&code) { "-" } else { id };
                expected[claim].insert((line.to_owned(), code.to_owned()));
            }
            before.push(given.clone());
        }
        for (claim, expected) in list(&answer["claims"]).iter().zip(expected) {
            let found = list(&claim["reasons"]).iter().map(|reason| (reason["line"].as_str().unwrap_or("-").to_owned(), reason["code"].as_str().unwrap().to_owned()));
            let found: Vec<_> = found.collect();
            prop_assert_eq!(found.len(), expected.len(), "a reason stands once");
            prop_assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), expected);
        }
    }

    #[test]
    fn a_claim_is_held_exactly_where_a_reason_is_unanswered(request in any_request()) {
        let answer = hold(&request);
        let claims = list(&answer["claims"]);
        prop_assert_eq!(claims.len(), list(&request["claims"]).len());
        for (claim, given) in claims.iter().zip(list(&request["claims"])) {
            let unanswered = list(&claim["reasons"]).iter().any(|reason| reason["released"].is_null());
            prop_assert_eq!(claim["status"] == "hold", unanswered);
            prop_assert_eq!(claim["status"] == "hold", list(&claim["lines"]).iter().any(|line| line["held"] == true));
            let ids = |lines: &Value| list(lines).iter().map(|line| line["id"].clone()).collect::<Vec<_>>();
            prop_assert_eq!(ids(&claim["lines"]), ids(&given["lines"]));
            let sum: Money = list(&given["lines"]).iter().filter_map(|line| Money::parse(line["allowed"].as_str()?).ok()).sum();
            prop_assert_eq!(&claim["amount"], &json!(sum.to_string()));
            let severities: Vec<usize> = list(&claim["reasons"]).iter().map(|reason| ["error", "warning", "info"].iter().position(|one| reason["severity"] == *one).unwrap()).collect();
            prop_assert!(severities.is_sorted() && severities.iter().all(|severity| *severity < 2));
            for reason in list(&claim["reasons"]) {
                prop_assert!(!list(&reason["answers"]).is_empty());
                for name in ["message", "nextStep"] { prop_assert!(reason[name].as_str().unwrap().ends_with('.'), "{}", reason); }
            }
        }
    }

    /// A word changes whether a claim waits, and nothing else.
    #[test]
    fn a_word_takes_no_reason_away(request in any_request()) {
        let silent = hold(&with(request.clone(), "released", json!([])));
        let plain = |answer: &Value| {
            let mut answer = answer["claims"].clone();
            for claim in answer.as_array_mut().unwrap() {
                claim["status"] = Value::Null;
                // What is released is on hold no more, and may be at risk.
                claim["atStake"] = Value::Null;
                for line in claim["lines"].as_array_mut().unwrap() { line["held"] = Value::Null; }
                for reason in claim["reasons"].as_array_mut().unwrap() { reason["released"] = Value::Null; }
            }
            answer
        };
        prop_assert_eq!(plain(&hold(&request)), plain(&silent));
        let all: Vec<Value> = list(&request["claims"]).iter().flat_map(|claim| list(&claim["lines"])).map(|line| json!({ "line": line["id"], "by": "Kim", "reason": "checked" })).collect();
        let free = hold(&with(request, "released", json!(all)));
        prop_assert!(list(&free["claims"]).iter().all(|claim| claim["status"] == "release"));
    }
}

/// The open reasons of the first claim as `code who nextStep`.
fn steps(request: &Value) -> Vec<(String, String, String)> {
    let answer = hold(request);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let reasons = answer["claims"][0]["reasons"].as_array().unwrap().iter();
    reasons.filter(|one| one["released"].is_null()).map(|one| (text(&one["code"]), text(&one["who"]), text(&one["nextStep"]))).collect()
}

#[test]
fn a_claim_that_has_not_gone_out_is_put_right_before_it_does() {
    let early = with(request(json!([line("a", "2026-07-08", &["GP", "KX"])])), "usage", json!({ "used": { "PT/SLP": "100.00" } }));
    let [(code, who, step)] = <[_; 1]>::try_from(steps(&early)).unwrap();
    assert_eq!((code.as_str(), who.as_str()), ("early-kx", "therapist"));
    assert_eq!(step, "Check what was used elsewhere. If nothing is missing, remove KX before you bill.");
}

#[test]
fn one_cause_has_one_step_and_one_who_answers() {
    for (modifiers, who) in [(vec!["GP", "59", "76", "LT"], "therapist"), (vec!["GO"], "biller"), (vec!["GP", "99"], "biller")] {
        let reasons = steps(&request(json!([line("a", "2026-07-08", &modifiers)])));
        assert_eq!(reasons.len(), 2, "{reasons:?}");
        assert!(reasons.iter().all(|one| one.1 == who && one.2 == reasons[0].2), "{reasons:?}");
    }
    let attest = with(request(json!([line("a", "2026-07-08", &["GP"])])), "policy", json!({ "attestation": "require" }));
    let reasons = steps(&attest);
    assert!(reasons.len() == 2 && reasons[0].2 == reasons[1].2, "{reasons:?}");
}

#[test]
fn the_note_answers_whether_kx_is_in_it() {
    let over = request(json!([line("a", "2026-07-08", &["GP", "99"])]));
    let word = |codes: &[&str]| json!([{ "line": "a", "by": "Kim Lee", "reason": "note read", "codes": codes }]);
    // It is: nothing is left to decide.
    assert_eq!(steps(&with(over.clone(), "released", word(&["suggestion", "modifiers-in-note"]))), []);
    // It is not: the clinician decides.
    let asked = with(over, "released", word(&["modifiers-in-note"]));
    let [(code, who, step)] = <[_; 1]>::try_from(steps(&asked)).unwrap();
    assert_eq!((code.as_str(), who.as_str()), ("suggestion", "therapist"));
    assert_eq!(step, "Add KX to the claim note only if the service is necessary and documented. If not, leave KX off.");
    assert_eq!(
        hold(&asked)["claims"][0]["reasons"][0]["message"],
        "97110, Jul 8, 2026. PT/SLP is $20.00 over the threshold before this line."
    );
    // Below the threshold KX in the note is early.
    let below = with(request(json!([line("a", "2026-07-08", &["GP", "99"])])), "usage", json!({ "used": { "PT/SLP": "100.00" } }));
    assert_eq!(
        steps(&below)[0].2,
        "Check the claim note. KX there is too early: remove it, unless use elsewhere is missing. Then release the claim."
    );
}
