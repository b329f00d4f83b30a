//! What accepting a read file would change: entries by id and by claim, totals with their day, and the open lines.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use crate::answers::call_json;
use serde_json::{Value, json};

fn preview(request: &Value) -> Value {
    serde_json::from_str(&call_json("previewImport", &request.to_string()).unwrap()).unwrap()
}

/// An open PT appointment with auto-apply on, its usage, and what was read.
fn request(usage: Value, read: Value) -> Value {
    json!({
        "lines": [{ "id": "a", "code": "97110", "modifiers": ["GP"], "allowed": "31.40" }],
        "appointment": { "date": "2026-07-01", "renderingProvider": { "discipline": "PT" } },
        "coverage": { "program": "medicare-part-b" },
        "preferences": { "autoApplyKx": true },
        "usage": usage,
        "read": read,
    })
}

fn entry(id: &str, allowed: &str) -> Value {
    json!({ "id": id, "date": "2026-03-02", "serviceType": "PT/SLP", "allowed": allowed, "claim": "C1", "code": "97110", "posted": "2026-03-20" })
}

fn changes(answer: &Value) -> Vec<String> {
    answer["entries"].as_array().unwrap().iter().map(|one| one["change"].as_str().unwrap().to_owned()).collect()
}

fn with(mut object: Value, field: &str, value: Value) -> Value {
    object[field] = value;
    object
}

#[test]
fn what_a_read_entry_does_depends_on_what_is_there() {
    let pending = with(with(entry("ledger-1", "30.00"), "status", json!("pending")), "posted", Value::Null);
    let other_code = with(entry("835 x", "31.40"), "code", json!("97140"));
    let other_day = with(entry("835 x", "31.40"), "date", json!("2026-03-03"));
    let codeless = with(pending.clone(), "code", Value::Null);
    for (existing, read, expected, ids) in [
        (json!([]), json!([entry("x", "31.40")]), vec!["added"], vec!["x"]),
        (json!([entry("x", "31.40")]), json!([entry("x", "31.40")]), vec!["unchanged"], vec!["x"]),
        (json!([entry("x", "31.40"), entry("y", "1.00")]), json!([entry("x", "30.00")]), vec!["replaces"], vec!["x", "y"]),
        (
            json!([entry("x", "31.40")]),
            json!([entry("y", "-31.40"), entry("z", "28.00")]),
            vec!["takes-back", "added"],
            vec!["x", "y", "z"],
        ),
        (json!([pending]), json!([entry("835 x", "31.40")]), vec!["settles"], vec!["835 x"]),
        (json!([codeless]), json!([entry("835 x", "31.40")]), vec!["settles"], vec!["835 x"]),
        (json!([pending]), json!([other_code]), vec!["added"], vec!["ledger-1", "835 x"]),
        (json!([pending]), json!([other_day]), vec!["added"], vec!["ledger-1", "835 x"]),
        // One pending entry is settled once.
        (json!([pending]), json!([entry("p", "1.00"), entry("q", "2.00")]), vec!["settles", "added"], vec!["p", "q"]),
        // A reversal settles nothing: what is pending was not processed yet.
        (json!([pending]), json!([entry("p", "-1.00")]), vec!["takes-back"], vec!["ledger-1", "p"]),
        // The same id twice in what was read: the last counts.
        (json!([]), json!([entry("p", "1.00"), entry("p", "2.00")]), vec!["added", "replaces"], vec!["p"]),
    ] {
        let answer = preview(&request(json!({ "entries": existing }), json!({ "entries": read })));
        assert_eq!(changes(&answer), expected, "{existing} + {read}");
        let kept: Vec<&str> = answer["usage"]["entries"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
        assert_eq!(kept, ids, "{existing} + {read}");
    }
}

#[test]
fn accepting_twice_is_accepting_once() {
    let first = request(
        json!({ "entries": [entry("old", "100.00")] }),
        json!({ "entries": [entry("a", "31.40"), entry("b", "-5.00"), entry("c", "7.00")] }),
    );
    let once = preview(&first);
    let twice = preview(&with(first.clone(), "usage", once["usage"].clone()));
    assert_eq!(twice["usage"], once["usage"]);
    assert_eq!(changes(&twice), ["unchanged"; 3]);
    assert_eq!(twice["before"], once["after"]);
    assert!(twice["buckets"].as_array().unwrap().iter().all(|bucket| bucket["changes"] == false));
    assert!(twice["lines"].as_array().unwrap().is_empty());
}

#[test]
fn what_is_previewed_is_what_the_decision_then_says() {
    let before = request(json!({ "entries": [] }), json!({ "entries": [entry("a", "2500.00")] }));
    let answer = preview(&before);
    let line = &answer["lines"][0];
    assert_eq!((&line["position"], &line["id"], &line["code"]), (&json!(0), &json!("a"), &json!("97110")));
    assert_eq!(line["before"], json!({ "action": "none", "modifiers": ["GP"] }));
    assert_eq!(line["after"], json!({ "action": "apply", "modifiers": ["GP", "KX"] }));
    assert_eq!(answer["before"]["PT/SLP"]["remaining"], "2480.00");
    assert_eq!(answer["after"]["PT/SLP"]["remaining"], "-20.00");
    assert_eq!(answer["buckets"][0]["message"], "PT/SLP: $2,480.00 remaining before, over by $20.00 with this file.");
    assert_eq!(answer["buckets"][1], json!({ "serviceType": "OT", "changes": false, "message": "OT: $2,480.00 remaining, unchanged." }));

    let mut accepted = with(before, "usage", answer["usage"].clone());
    accepted.as_object_mut().unwrap().remove("read");
    let decided: Value = serde_json::from_str(&call_json("decideAppointment", &accepted.to_string()).unwrap()).unwrap();
    assert_eq!(decided["decisions"][0]["modifiers"], json!(["GP", "KX"]));
    assert!(line["message"].as_str().unwrap().contains(decided["decisions"][0]["tooltip"].as_str().unwrap()));
}

#[test]
fn a_reversal_takes_kx_off_an_open_line() {
    let answer = preview(&request(json!({ "entries": [entry("a", "2500.00")] }), json!({ "entries": [entry("b", "-2500.00")] })));
    let line = &answer["lines"][0];
    assert_eq!((&line["before"]["action"], &line["after"]["action"]), (&json!("apply"), &json!("none")));
    assert_eq!(line["message"], "97110: KX removed. $2,480.00 of the PT/SLP threshold remains before this line.");
    // KX that stands on the line itself stays, and is said to be early.
    let mut with_kx = request(json!({ "entries": [entry("a", "2500.00")] }), json!({ "entries": [entry("b", "-2500.00")] }));
    with_kx["lines"][0]["modifiers"] = json!(["GP", "KX"]);
    let answer = preview(&with_kx);
    assert_eq!(answer["lines"][0]["after"]["action"], "keep");
    assert!(answer["lines"][0]["message"].as_str().unwrap().contains("KX too early"));
}

#[test]
fn a_figure_of_what_others_used_carries_its_day() {
    let read = json!({ "otherUsed": { "PT/SLP": "390.00" }, "asOf": "2026-06-30" });
    for (usage, other_used, as_of) in [
        (json!({}), json!({ "PT/SLP": "390.00" }), json!("2026-06-30")),
        (json!({ "otherUsed": { "PT/SLP": "100.00" }, "asOf": "2026-01-31" }), json!({ "PT/SLP": "390.00" }), json!("2026-06-30")),
        // The other bucket's figure, or a total, stays: together they are as old as the older.
        (
            json!({ "otherUsed": { "OT": "100.00" }, "asOf": "2026-01-31" }),
            json!({ "PT/SLP": "390.00", "OT": "100.00" }),
            json!("2026-01-31"),
        ),
        (json!({ "used": { "PT/SLP": "5.00" }, "asOf": "2026-01-31" }), json!({ "PT/SLP": "390.00" }), json!("2026-01-31")),
        (json!({ "used": { "PT/SLP": "5.00" } }), json!({ "PT/SLP": "390.00" }), json!("2026-06-30")),
    ] {
        let answer = preview(&request(usage.clone(), read.clone()));
        assert_eq!((&answer["usage"]["otherUsed"], &answer["usage"]["asOf"]), (&other_used, &as_of), "{usage}");
        assert_eq!(answer["usage"].get("used"), usage.get("used"));
        assert!(answer["usage"].get("entries").is_none(), "no entries are not an empty list of them");
    }
}

#[test]
fn what_does_not_count_here_is_said() {
    let advantage = with(entry("a", "31.40"), "program", json!("medicare-advantage"));
    let last_year = with(entry("b", "31.40"), "date", json!("2025-12-31"));
    let answer = preview(&request(json!({ "entries": [] }), json!({ "entries": [advantage, last_year] })));
    let message = |place: usize| answer["entries"][place]["message"].as_str().unwrap();
    assert!(message(0).contains("not counted: it was billed to Medicare Advantage"), "{}", message(0));
    assert!(message(1).contains("counts in 2025, not 2026"), "{}", message(1));
    assert_eq!(answer["after"]["PT/SLP"]["remaining"], "2480.00");
}

#[test]
fn a_claim_that_another_payment_paid_already_is_named() {
    let later = |id: &str, allowed: &str| with(entry(id, allowed), "posted", json!("2026-05-05"));
    let codes = |existing: Value, read: Value| {
        let answer = preview(&request(json!({ "entries": existing }), json!({ "entries": read })));
        answer["notices"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(codes(json!([entry("a", "31.40")]), json!([later("b", "31.40")])), ["counted-again"]);
    // With its reversal, from the same payment, or for another code it is in order.
    assert!(codes(json!([entry("a", "31.40")]), json!([later("r", "-31.40"), later("b", "28.00")])).is_empty());
    assert!(codes(json!([entry("a", "31.40")]), json!([entry("b", "31.40")])).is_empty());
    assert!(codes(json!([entry("a", "31.40")]), json!([with(later("b", "31.40"), "code", json!("97140"))])).is_empty());
}

#[cfg(feature = "claims")]
#[test]
fn a_remittance_is_previewed_as_it_was_read_and_nothing_of_it_is_lost() {
    let text = "ISA*00*          *00*          *ZZ*S              *ZZ*R              *260101*1200*^*00501*000000001*0*P*:~GS*HP*S*R*20260101*1200*1*X*005010~\
        ST*835*0001~BPR*I*52*C*ACH*CCP*01*1*DA*1*1**01*1*DA*1*20260316~TRN*1*T1*1~CLP*C1*1*80*52**MB*P1*11~NM1*QC*1*DOE*JANE****MI*1~\
        SVC*HC:97110:GP:59*80*52**2~DTM*472*20260310~AMT*B6*65~SE*9*0001~GE*1*1~IEA*1*000000001~";
    let entries =
        serde_json::from_str::<Value>(&call_json("readRemittance835", &json!(text).to_string()).unwrap()).unwrap()["entries"].clone();
    let answer = preview(&request(json!({ "entries": [] }), json!({ "entries": entries })));
    assert_eq!(answer["usage"]["entries"], entries);
    assert_eq!(answer["entries"][0]["message"], "$65.00 for Mar 10, 2026 added to PT/SLP.");
}

#[test]
fn a_bad_preview_is_refused_with_its_path() {
    let refused = |request: &Value| call_json("previewImport", &request.to_string()).unwrap_err();
    let good = request(json!({}), json!({ "entries": [entry("a", "1.00")] }));
    for (pointer, value, code, path) in [
        ("/read", Value::Null, "missing-field", "read"),
        ("/read/entries/0/allowed", json!(1), "money-not-text", "read.entries[0].allowed"),
        ("/read/entries/0/serviceType", json!("PT"), "unknown-value", "read.entries[0].serviceType"),
        (
            "/read/entries/0",
            json!({ "date": "2026-01-01", "serviceType": "OT", "allowed": "1", "color": 1 }),
            "unknown-field",
            "read.entries[0].color",
        ),
        ("/appointment/date", json!("2099-01-01"), "unknown-year", "appointment.date"),
        ("/lines/0/code", json!("9711"), "code-invalid", "lines[0].code"),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap() = value;
        let error = refused(&bad);
        assert_eq!((error.code.as_str(), error.path.as_deref()), (code, Some(path)), "{pointer}");
    }
    let mut double = good.clone();
    double["lines"] = json!([{ "id": "a", "code": "97110" }, { "id": "a", "code": "97110" }]);
    assert_eq!(refused(&double).path.as_deref(), Some("lines[1].id"));
    assert_eq!(refused(&json!([])).code.as_str(), "wrong-type");
    let mut extra = good;
    extra["reed"] = json!({});
    assert_eq!((refused(&extra).code.as_str(), refused(&extra).path), ("unknown-field", Some("reed".to_owned())));
}

#[test]
fn the_preview_says_in_a_sentence_what_accepting_does() {
    let said = |usage: Value, read: Value| {
        let answer = preview(&request(usage, read));
        (answer["changes"].as_bool().unwrap(), answer["summary"].as_str().unwrap().to_owned())
    };
    let pending = with(with(entry("ledger-1", "30.00"), "status", json!("pending")), "posted", Value::Null);
    assert_eq!(
        said(
            json!({ "entries": [pending, entry("k", "1.00")] }),
            json!({ "entries": [entry("a", "2500.00"), entry("b", "1.00"), entry("k", "1.00")] })
        ),
        (true, "1 amount added, 1 no longer pending and 1 already recorded. 1 change to KX decisions.".to_owned())
    );
    let nothing = "Everything is already recorded. No changes.";
    assert_eq!(said(json!({ "entries": [entry("a", "1.00")] }), json!({ "entries": [entry("a", "1.00")] })), (false, nothing.to_owned()));
    let checked = json!({ "otherUsed": { "OT": "5.00" }, "asOf": "2026-06-30" });
    assert_eq!(said(checked.clone(), checked.clone()), (false, nothing.to_owned()));
    assert_eq!(
        said(json!({}), checked),
        (
            true,
            "Used elsewhere updated. No KX decision on an open line changes. Check processed lines in the account: their balances may \
             change."
                .to_owned()
        )
    );
    assert!(!said(json!({}), json!({ "entries": [] })).0);
}

#[test]
fn figures_that_tell_of_no_bucket_change_no_day() {
    let answer =
        preview(&request(json!({ "otherUsed": { "OT": "5.00" }, "asOf": "2026-01-31" }), json!({ "otherUsed": {}, "asOf": "2026-06-30" })));
    assert_eq!((&answer["changes"], &answer["usage"]["asOf"]), (&json!(false), &json!("2026-01-31")));
    assert_eq!(answer["summary"], "Nothing in the file counts toward a threshold. No changes.");
    let dateless = preview(&request(json!({ "entries": [] }), json!({ "otherUsed": {}, "asOf": "2026-06-30" })));
    assert_eq!((&dateless["changes"], dateless["usage"].get("asOf")), (&json!(false), None));
}

#[test]
fn a_checked_figure_is_told_apart_into_ours_and_theirs() {
    let answer = |amounts: Value, entries: Value| -> Value {
        let request = json!({ "date": "2026-07-01", "asOf": "2026-06-30", "amounts": amounts, "entries": entries });
        serde_json::from_str(&call_json("otherUsedFromEligibility", &request.to_string()).unwrap()).unwrap()
    };
    let figure = json!({ "serviceType": "PT/SLP", "kind": "remaining", "amount": "2000.00", "from": null, "to": null, "segment": "" });
    let later = with(entry("b", "50.00"), "posted", json!("2026-07-01"));
    let told = answer(json!([figure]), json!([entry("a", "80.00"), later]));
    assert_eq!((&told["used"], &told["ours"]), (&json!({ "PT/SLP": "480.00" }), &json!({ "PT/SLP": "80.00" })));
    assert_eq!(told["otherUsed"], json!({ "PT/SLP": "400.00" }));
    // A bucket that no figure tells of is in none of them.
    let none = answer(json!([]), json!([entry("a", "80.00")]));
    assert_eq!((&none["used"], &none["ours"], &none["otherUsed"]), (&json!({}), &json!({}), &json!({})));
}
