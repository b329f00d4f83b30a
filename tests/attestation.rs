//! The record of attestations: what an answer covers as rows (`tests/spec/attestations.csv`), what is refused, and that whatever happens to
//! a record shows.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at the first surprise"
)]

use std::collections::BTreeMap;

use crate::answers::call_json;
use proptest::prelude::*;
use serde_json::{Value, json};

fn call(function: &str, request: &Value) -> Result<Value, String> {
    call_json(function, &request.to_string())
        .map(|answer| serde_json::from_str(&answer).unwrap())
        .map_err(|error| format!("{}@{}", error.code.as_str(), error.path.unwrap_or_default()))
}

fn decision(discipline: &str, on: &str, line: &str, attestations: &Value) -> Value {
    let (code, modifier) = match discipline {
        "OT" => ("97110", "GO"),
        "SLP" => ("92507", "GN"),
        _ => ("97110", "GP"),
    };
    let request = json!({
        "line": { "id": line, "code": code, "modifiers": [modifier] },
        "appointment": { "date": on, "renderingProvider": { "discipline": discipline } },
        "coverage": { "program": "medicare-part-b" },
        "preferences": { "autoApplyKx": true },
        "usage": { "used": { "PT/SLP": "2900.00", "OT": "2900.00" } },
        "attestations": attestations,
        "policy": { "attestation": "require" },
    });
    call("decide", &request).unwrap()
}

fn scope(discipline: &str, year: i64) -> Value {
    json!({ "patient": "p", "discipline": discipline, "year": year })
}

fn ask(record: &Value, at: &str, scope: &Value) -> Value {
    let decision = decision("PT", "2026-09-14", "a", &json!([]));
    call("askAttestation", &json!({ "record": record, "at": at, "scope": scope, "decision": decision })).unwrap()
}

fn answer_of(record: &Value, at: &str, asked: &Value, answer: &str) -> Value {
    let reason = (answer == "leave-kx-off").then_some("not necessary");
    json!({ "record": record, "at": at, "asked": asked, "by": "Kim Lee, PT", "role": "therapist", "answer": answer, "reason": reason })
}

/// A question and its answer at the end of a record.
fn attest(record: &mut Value, minute: usize, scope: &Value, answer: &str) {
    let at = |second: usize| format!("2026-09-14T{:02}:{:02}:{second:02}-04:00", minute / 60, minute % 60);
    let asked = ask(record, &at(0), scope);
    record.as_array_mut().unwrap().push(asked.clone());
    let answered = call("answerAttestation", &answer_of(record, &at(30), &asked["hash"], answer)).unwrap();
    record.as_array_mut().unwrap().push(answered);
}

fn record(answers: &str) -> Value {
    let mut record = json!([]);
    for (minute, text) in answers.split(';').map(str::trim).filter(|text| !text.is_empty()).enumerate() {
        let mut words = text.split_whitespace();
        let mut word = || words.next().expect("ANSWER DISCIPLINE YEAR");
        let (answer, discipline, year) = (word(), word(), word());
        let mut about = scope(discipline, year.parse().unwrap());
        for (name, value) in words.map(|pair| pair.split_once('=').expect("name=value")) {
            about[if name == "plan" { "planOfCare" } else { name }] = json!(value);
        }
        attest(&mut record, minute, &about, answer);
    }
    record
}

#[test]
fn what_an_answer_covers() {
    let path = format!("{}/tests/spec/attestations.csv", env!("CARGO_MANIFEST_DIR"));
    let rows: Vec<BTreeMap<String, String>> = csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect();
    assert!(rows.len() >= 25);
    for row in rows {
        let record = record(&row["answers"]);
        let mut about = scope(&row["discipline"], row["on"].split('-').next().unwrap().parse().unwrap());
        for (name, column) in [("line", "line"), ("planOfCare", "plan")] {
            if !row[column].is_empty() {
                about[name] = json!(row[column]);
            }
        }
        let standing = call("standingAttestation", &json!({ "record": record, "scope": about, "on": row["on"] })).unwrap();
        assert_eq!(standing["answer"].as_str().unwrap_or("null"), row["standing"], "{}", row["situation"]);
        assert!(standing == Value::Null || standing["by"] == "Kim Lee, PT", "{}", row["situation"]);
        let decided = decision(&row["discipline"], &row["on"], &row["line"], &record);
        assert_eq!(decided["action"], row["action"], "{}", row["situation"]);
        let missing = decided["notices"].as_array().unwrap().iter().any(|notice| notice["code"] == "attestation-missing");
        assert_eq!(missing, row["action"] == "suggest", "{}", row["situation"]);
    }
}

#[test]
fn what_was_shown_is_what_is_recorded() {
    let decided = decision("PT", "2026-09-14", "a", &json!([]));
    let about = json!({ "patient": "p", "discipline": "PT", "year": 2026, "visit": "2026-09-14", "line": null });
    let asked =
        call("askAttestation", &json!({ "record": [], "at": "2026-09-14T15:04:05.5Z", "scope": about, "decision": decided })).unwrap();
    let shown = json!({
        "rules": decided["basis"]["rules"], "packs": [], "action": "suggest", "tooltip": decided["tooltip"],
        "notices": ["attestation-missing"], "remaining": "-420.00",
    });
    let expected = json!({
        "kind": "asked", "at": "2026-09-14T15:04:05.5Z", "previous": null, "shown": shown, "hash": asked["hash"],
        "scope": { "patient": "p", "discipline": "PT", "year": 2026, "visit": "2026-09-14" },
    });
    assert_eq!(asked, expected);
    let request = json!({ "record": [asked], "at": "2026-09-14T15:04:05.5Z", "asked": asked["hash"], "by": "Dr. Ruiz", "role": "physician",
        "enteredBy": "Jo", "answer": "add-kx", "reason": null });
    let answered = call("answerAttestation", &request).unwrap();
    let expected = json!({
        "kind": "answered", "at": "2026-09-14T15:04:05.5Z", "previous": asked["hash"], "scope": asked["scope"], "asked": asked["hash"],
        "by": "Dr. Ruiz", "role": "physician", "enteredBy": "Jo", "answer": "add-kx", "hash": answered["hash"],
    });
    assert_eq!(answered, expected);
    // A host that keeps what is absent as null has the same record.
    let mut kept = json!([asked, answered]);
    kept[0]["by"] = Value::Null;
    kept[1]["shown"] = Value::Null;
    kept[1]["scope"]["until"] = Value::Null;
    let verified = call("verifyAttestations", &json!({ "record": kept, "head": answered["hash"] })).unwrap();
    assert_eq!(verified, json!({ "whole": true, "head": answered["hash"], "findings": [] }));
}

#[test]
fn refusals_say_where() {
    let record = record("add-kx PT 2026 line=a");
    let [asked, answered] = [&record[0], &record[1]];
    let open = ask(&record, "2026-09-14T12:00:00-04:00", &scope("PT", 2026));
    let longer = json!([asked, answered, open]);
    let good = answer_of(&longer, "2026-09-14T12:00:00-04:00", &open["hash"], "leave-kx-off");
    assert!(call("answerAttestation", &good).is_ok());
    for (name, value, refusal) in [
        ("role", json!("biller"), "unknown-value@role"),
        ("role", Value::Null, "missing-field@role"),
        ("reason", Value::Null, "missing-field@reason"),
        ("reason", json!(" "), "missing-field@reason"),
        ("by", json!(""), "missing-field@by"),
        ("by", json!(7), "wrong-type@by"),
        ("answer", json!("yes"), "unknown-value@answer"),
        ("asked", json!("0000"), "unknown-id@asked"),
        ("asked", answered["hash"].clone(), "unknown-id@asked"),
        ("asked", asked["hash"].clone(), "duplicate-id@asked"),
        ("at", json!("2026-09-14T15:59:59Z"), "date-invalid@at"),
        ("at", json!("2026-09-14T12:00:00"), "date-invalid@at"),
        ("at", json!("2026-09-14"), "date-invalid@at"),
        ("enteredby", json!("Jo"), "unknown-field@enteredby"),
        ("record", json!([asked, answered]), "unknown-id@asked"),
        ("record", Value::Null, "missing-field@record"),
    ] {
        let mut request = good.clone();
        request[name] = value;
        assert_eq!(call("answerAttestation", &request), Err(refusal.to_owned()), "{name} {}", request[name]);
    }
    // The same instant, written elsewhere, is no step back.
    let mut request = good;
    request["at"] = json!("2026-09-14T16:00:00Z");
    assert!(call("answerAttestation", &request).is_ok());

    let decision = decision("PT", "2026-09-14", "a", &json!([]));
    let question = json!({ "record": record, "at": "2026-09-14T12:00:00Z", "scope": scope("PT", 2026), "decision": decision });
    for (path, value, refusal) in [
        ("/scope/visit", json!("2025-09-14"), "date-invalid@scope.visit"),
        ("/scope/until", json!("2025-12-31"), "date-invalid@scope.until"),
        (
            "/scope",
            json!({ "patient": "p", "discipline": "PT", "year": 2026, "visit": "2026-09-14", "until": "2026-09-13" }),
            "date-invalid@scope.until",
        ),
        ("/scope/discipline", json!("PTA"), "unknown-value@scope.discipline"),
        ("/scope/year", json!(2026.5), "unknown-value@scope.year"),
        ("/scope/patient", Value::Null, "missing-field@scope.patient"),
        ("/scope/plan", json!("p"), "unknown-field@scope.plan"),
        ("/decision/basis", Value::Null, "missing-field@decision.basis"),
        ("/decision/notices/0/code", json!("made-up"), "unknown-value@decision.notices[0].code"),
        ("/decision/action", json!("wait"), "unknown-value@decision.action"),
        ("/record/1/by", Value::Null, "missing-field@record[1].by"),
        ("/record/0/by", json!("x"), "unknown-field@record[0].by"),
        ("/record/1/shown", json!({}), "missing-field@record[1].shown.rules"),
        ("/record/0/at", json!("yesterday"), "date-invalid@record[0].at"),
        ("/record/0/shown/remaining", json!("a"), "money-invalid@record[0].shown.remaining"),
        ("/record/0/shown/packs/0", json!(1), "wrong-type@record[0].shown.packs[0]"),
        ("/record/0/hash", Value::Null, "missing-field@record[0].hash"),
    ] {
        let mut request = question.clone();
        put(&mut request, path, value);
        assert_eq!(call("askAttestation", &request), Err(refusal.to_owned()), "{path}");
    }
}

/// Puts a value at a pointer, and makes its place where there is none.
fn put(value: &mut Value, path: &str, new: Value) {
    let (parent, name) = path.rsplit_once('/').unwrap();
    let parent = if parent.is_empty() { value } else { value.pointer_mut(parent).unwrap() };
    match parent {
        Value::Array(list) if name.parse::<usize>().unwrap() == list.len() => list.push(new),
        Value::Array(list) => list[name.parse::<usize>().unwrap()] = new,
        other => other[name] = new,
    }
}

#[test]
fn a_decision_takes_the_record_of_one_patient() {
    let mut record = record("add-kx PT 2026 line=a; add-kx PT 2026 line=b");
    record[3]["scope"]["patient"] = json!("q");
    let request = |attestations: &Value| {
        json!({ "line": { "code": "97110" }, "appointment": { "date": "2026-09-14" }, "coverage": { "program": "other" },
            "attestations": attestations })
    };
    assert_eq!(call("decide", &request(&record)), Err("unknown-value@attestations[3].scope.patient".to_owned()));
    record[3]["scope"]["patient"] = json!("p");
    assert!(call("decide", &request(&record)).is_ok());
    record[1]["answer"] = json!("maybe");
    assert_eq!(call("decide", &request(&record)), Err("unknown-value@attestations[1].answer".to_owned()));
}

#[test]
fn feedback_has_a_row_for_each_answer() {
    let record = record("add-kx PT 2026 plan=poc-1; leave-kx-off PT 2026 line=a");
    let rows = call("exportFeedback", &json!({ "record": record, "location": "Main Street" })).unwrap();
    let intervention = format!("kx-modifier {}", kx_modifier::RULES_VERSION);
    let expected = |place: usize, action: &str, feedback: Value| {
        json!({ "intervention": intervention, "action": action, "feedback": feedback, "user": "Kim Lee, PT", "date": record[place]["at"],
            "location": "Main Street" })
    };
    assert_eq!(rows, json!([expected(1, "add-kx", Value::Null), expected(3, "leave-kx-off", json!("not necessary"))]));
    let alone = call("exportFeedback", &json!({ "record": [record[1]] })).unwrap();
    assert_eq!((&alone[0]["intervention"], &alone[0]["location"]), (&json!("kx-modifier"), &Value::Null));
}

#[test]
fn the_source_attributes_are_thirteen() {
    let rows = call("sourceAttributes", &Value::Null).unwrap();
    let rows = rows.as_array().unwrap();
    assert_eq!(rows.len(), 13);
    for row in rows {
        assert!(!row["label"].as_str().unwrap().is_empty() && !row["value"].as_str().unwrap().is_empty(), "{row}");
    }
    assert!(rows[4..].iter().all(|row| row["value"].as_str().unwrap().starts_with("Not used")));
}

// ---------------------------------------------------------------- whatever happens to a record shows

fn findings(record: &Value, head: Option<&Value>) -> (bool, Vec<(u64, String)>) {
    let answer = call("verifyAttestations", &json!({ "record": record, "head": head })).unwrap();
    let one = |finding: &Value| (finding["position"].as_u64().unwrap(), finding["code"].as_str().unwrap().to_owned());
    (answer["whole"].as_bool().unwrap(), answer["findings"].as_array().unwrap().iter().map(one).collect())
}

fn found(position: usize, code: &str) -> (u64, String) {
    (u64::try_from(position).unwrap(), code.to_owned())
}

fn events(answers: usize) -> Value {
    let mut record = json!([]);
    for minute in 0..answers {
        attest(&mut record, minute, &scope("PT", 2026), ["add-kx", "leave-kx-off"][minute % 2]);
    }
    record
}

/// The texts of an event, by their pointers.
fn texts(value: &Value, path: &str, out: &mut Vec<String>) {
    match value {
        Value::String(_) => out.push(path.to_owned()),
        Value::Array(list) => list.iter().enumerate().for_each(|(place, one)| texts(one, &format!("{path}/{place}"), out)),
        Value::Object(object) => object.iter().for_each(|(name, one)| texts(one, &format!("{path}/{name}"), out)),
        _ => {}
    }
}

#[test]
fn a_question_without_an_answer_is_no_fault() {
    let record = json!([ask(&json!([]), "2026-09-14T12:00:00Z", &scope("PT", 2026))]);
    assert_eq!(findings(&record, Some(&record[0]["hash"])), (true, vec![found(0, "unanswered")]));
    assert_eq!(findings(&json!([]), None), (true, vec![]));
    assert_eq!(findings(&json!([]), Some(&record[0]["hash"])), (false, vec![found(0, "truncated")]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_changed_byte_is_found(answers in 1_usize..4, event in 0_usize..8, text in any::<prop::sample::Index>(), at in any::<prop::sample::Index>()) {
        let mut record = events(answers);
        let event = event % (answers * 2);
        let mut paths = Vec::new();
        texts(&record[event], "", &mut paths);
        let place = record[event].pointer_mut(&paths[text.index(paths.len())]).unwrap();
        let mut bytes = place.as_str().unwrap().as_bytes().to_vec();
        if bytes.is_empty() {
            bytes.push(b'x');
        } else {
            let at = at.index(bytes.len());
            bytes[at] = if bytes[at] == b'7' { b'8' } else { b'7' };
        }
        *place = json!(String::from_utf8_lossy(&bytes));
        // What cannot be read any more is found like all else.
        let answer = call("verifyAttestations", &json!({ "record": record })).unwrap();
        prop_assert_eq!(&answer["whole"], &json!(false));
        prop_assert!(answer["findings"].as_array().unwrap().iter().any(|one| one["code"] == "changed" && one["position"] == event));
    }

    #[test]
    fn a_missing_a_moved_and_an_added_event_are_found(answers in 2_usize..5, one in any::<prop::sample::Index>(), other in any::<prop::sample::Index>()) {
        let record = events(answers);
        let count = answers * 2;
        let (one, other) = (one.index(count), other.index(count));
        let mut shorter = record.clone();
        shorter.as_array_mut().unwrap().remove(one);
        let (whole, faults) = findings(&shorter, Some(&record[count - 1]["hash"]));
        let fault = if one == count - 1 { found(count - 2, "truncated") } else { found(one, "broken") };
        prop_assert!(!whole && faults.contains(&fault), "without {}: {:?}", one, faults);
        if one != other {
            let mut moved = record.clone();
            moved.as_array_mut().unwrap().swap(one, other);
            let (whole, faults) = findings(&moved, None);
            prop_assert!(!whole && faults.iter().any(|(_, code)| code == "broken"), "{} and {}: {:?}", one, other, faults);
        }
        let mut longer = record.clone();
        let copy = record[other].clone();
        longer.as_array_mut().unwrap().insert(one, copy);
        prop_assert!(!findings(&longer, None).0);
    }

    #[test]
    fn a_missing_end_is_found_by_the_head_alone(answers in 1_usize..5, kept in any::<prop::sample::Index>()) {
        let record = events(answers);
        let head = &record[answers * 2 - 1]["hash"];
        prop_assert_eq!(findings(&record, Some(head)), (true, vec![]));
        let kept = kept.index(answers * 2);
        let shorter = Value::Array(record.as_array().unwrap()[..kept].to_vec());
        prop_assert!(findings(&shorter, None).0);
        prop_assert!(findings(&shorter, Some(head)).1.contains(&found(kept.saturating_sub(1), "truncated")));
    }
}

#[test]
fn time_that_goes_back_is_found() {
    let mut record = events(2);
    record[2]["at"] = json!("2026-09-14T00:00:10-04:00");
    let (whole, faults) = findings(&record, None);
    assert!(!whole);
    assert_eq!(faults, vec![found(2, "changed"), found(2, "time")]);
}

#[test]
fn an_event_that_cannot_be_read_was_changed() {
    let whole = events(2);
    let head = whole[3]["hash"].clone();
    for (path, value) in [
        ("/1/role", json!("therapisu")),
        ("/1/answer", json!("add-kz")),
        ("/1/answer", Value::Null),
        ("/1/at", json!("yesterday")),
        ("/1/hash", json!(7)),
        ("/1/hash", Value::Null),
        ("/1/scopf", json!({})),
        ("/1/scope/year", json!("2026")),
        ("/1/scope/discipline", json!("PTA")),
        ("/1", Value::Null),
        ("/1", json!([])),
        ("/1", json!({})),
    ] {
        let mut record = whole.clone();
        put(&mut record, path, value);
        let (is_whole, faults) = findings(&record, Some(&head));
        assert!(!is_whole, "{path}");
        assert_eq!(faults, vec![found(1, "changed"), found(0, "unanswered")], "{path}");
    }
    let mut record = whole;
    record[0]["shown"]["remaining"] = json!("-420.00x");
    record[3]["role"] = json!("biller");
    assert_eq!(findings(&record, Some(&head)), (false, vec![found(0, "changed"), found(3, "changed"), found(2, "unanswered")]));
    let answer = call("verifyAttestations", &json!({ "record": record })).unwrap();
    assert_eq!(answer["head"], Value::Null);
    for (record, refusal) in [(Value::Null, "missing-field@record"), (json!({}), "wrong-type@record"), (json!("x"), "wrong-type@record")] {
        assert_eq!(call("verifyAttestations", &json!({ "record": record })), Err(refusal.to_owned()));
    }
}

/// The event with the hash that it would have.
fn hashed(event: &Value) -> Value {
    let mut own = event.clone();
    own.as_object_mut().unwrap().remove("hash");
    // Names are in the order of the alphabet in serde_json's objects, and these texts are ASCII.
    let digest = <sha2::Sha256 as sha2::Digest>::digest(own.to_string());
    own["hash"] = json!(digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>());
    own
}

#[test]
fn an_answer_that_no_function_would_have_written_is_found() {
    let record = events(1);
    assert_eq!(hashed(&record[1]), record[1]);
    for (name, value) in [
        ("scope", scope("SLP", 2026)),
        ("scope", json!({ "patient": "q", "discipline": "PT", "year": 2026 })),
        ("asked", json!("0".repeat(64))),
        ("answer", json!("leave-kx-off")),
        ("by", json!(" ")),
    ] {
        let mut answer = record[1].clone();
        answer[name] = value;
        let forged = json!([record[0], hashed(&answer)]);
        let (is_whole, faults) = findings(&forged, Some(&forged[1]["hash"]));
        assert!(!is_whole && faults[0] == found(1, "broken"), "{name} {faults:?}");
    }
    let mut second = record[1].clone();
    second["previous"] = record[1]["hash"].clone();
    assert_eq!(findings(&json!([record[0], record[1], hashed(&second)]), None), (false, vec![found(2, "broken")]));
}

#[test]
fn an_empty_name_names_nothing() {
    for name in ["patient", "line", "planOfCare"] {
        for text in ["", " "] {
            let mut about = scope("PT", 2026);
            about[name] = json!(text);
            let decision = decision("PT", "2026-09-14", "a", &json!([]));
            let request = json!({ "record": [], "at": "2026-09-14T12:00:00Z", "scope": about, "decision": decision });
            assert_eq!(call("askAttestation", &request), Err(format!("missing-field@scope.{name}")));
        }
    }
    // One that is kept from before covers no line.
    let mut kept = record("add-kx PT 2026 plan=x");
    assert_eq!(decision("PT", "2026-09-14", "a", &kept)["action"], "apply");
    kept[1]["scope"]["planOfCare"] = json!("");
    assert_eq!(decision("PT", "2026-09-14", "a", &kept)["action"], "suggest");
}

#[test]
fn a_suggestion_says_who_answered_to_leave_kx_off() {
    let tooltip = |answers: &str| decision("PT", "2026-09-14", "a", &record(answers))["tooltip"].as_str().unwrap().to_owned();
    assert!(tooltip("").contains("no clinician has attested to KX yet"));
    let left_off = tooltip("leave-kx-off PT 2026 line=a");
    assert!(left_off.contains("Kim Lee, PT answered to leave KX off") && !left_off.contains("attested to KX"), "{left_off}");
}
