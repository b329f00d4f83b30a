//! The worklist: each kind of step from the situation that calls for it, and nothing where nothing waits.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use crate::answers::call_json;
use serde_json::{Value, json};

fn worklist(patients: Value) -> Value {
    serde_json::from_str(&call_json("worklist", &patients.to_string()).unwrap()).unwrap()
}

fn patient(usage: Value) -> Value {
    json!({
        "id": "p1",
        "context": {
            "appointment": { "date": "2026-07-01", "renderingProvider": { "discipline": "PT" } },
            "coverage": { "program": "medicare-part-b" },
            "usage": usage,
        },
    })
}

fn with(mut patient: Value, pointer: &str, value: Value) -> Value {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    patient.pointer_mut(parent).unwrap()[name] = value;
    patient
}

/// The steps as `kind severity bucket line`.
fn steps(patient: Value) -> Vec<String> {
    let answer = worklist(json!([patient]));
    assert_eq!(answer[0]["error"], Value::Null, "{answer}");
    let items = answer[0]["items"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    items
        .map(|item| {
            assert!(item["message"].as_str().unwrap().ends_with('.') && item["nextStep"].as_str().unwrap().ends_with('.'), "{item}");
            ["kind", "severity", "serviceType", "line"].map(|name| text(&item[name])).join(" ")
        })
        .collect()
}

fn used(amount: &str) -> Value {
    json!({ "used": { "PT/SLP": amount } })
}

#[test]
fn how_far_a_bucket_is() {
    for (amount, expected) in [
        ("100.00", None),
        ("2179.99", None),
        ("2180.00", Some("near info PT/SLP -")),
        ("2479.99", Some("near info PT/SLP -")),
        ("2480.00", Some("reached warning PT/SLP -")),
        ("3000.00", Some("reached warning PT/SLP -")),
        ("3000.01", Some("medical-review warning PT/SLP -")),
    ] {
        assert_eq!(steps(patient(used(amount))), expected.into_iter().collect::<Vec<_>>(), "{amount}");
    }
    assert_eq!(steps(patient(json!({ "used": { "OT": "2480.00" } }))), ["reached warning OT -"]);
    // What the host calls near.
    assert_eq!(steps(with(patient(used("100.00")), "/context/policy", json!({ "warnWithin": "2400.00" }))), ["near info PT/SLP -"]);
}

#[test]
fn an_open_suggestion_holds_the_claim_and_comes_first() {
    let lines =
        json!([{ "id": "a", "code": "97110", "modifiers": ["GP"], "allowed": "31.40" }, { "code": "97140", "modifiers": ["GP", "KX"] }]);
    let open = with(patient(used("2500.00")), "/lines", lines.clone());
    assert_eq!(steps(open.clone()), ["suggestion error PT/SLP a", "reached warning PT/SLP -"]);
    // With auto-apply on there is nothing to answer.
    assert_eq!(steps(with(open, "/context/preferences", json!({ "autoApplyKx": true }))), ["reached warning PT/SLP -"]);
    // A declined one is answered.
    let mut declined = lines;
    declined[0]["kxDeclined"] = json!("balance wrong");
    assert_eq!(steps(with(patient(used("2500.00")), "/lines", declined)), ["reached warning PT/SLP -"]);
}

/// What the first step says, and what to do about it.
fn first_step(patient: Value) -> [String; 2] {
    let item = worklist(json!([patient]))[0]["items"][0].clone();
    ["message", "nextStep"].map(|name| item[name].as_str().unwrap().to_owned())
}

#[test]
fn a_suggestion_says_what_can_be_done_on_its_line() {
    let next = |modifiers: &[&str]| {
        let lines = json!([{ "id": "a", "code": "97110", "modifiers": modifiers }]);
        let one = with(patient(used("2500.00")), "/lines", lines);
        assert_eq!(steps(one.clone()), ["suggestion error PT/SLP a", "reached warning PT/SLP -"], "{modifiers:?}");
        first_step(one)[1].clone()
    };
    assert_eq!(next(&["GP"]), "Add KX, or leave KX off, before the claim goes out.");
    // 99 stands alone, and KX may be in the note already.
    let note = "Check the claim note for KX. If it is there, release the claim. If not, add it there only if necessary and documented, or leave KX off.";
    assert_eq!(next(&["99"]), note);
    assert_eq!(next(&["GP", "59", "76", "99"]), note);
    assert_eq!(next(&["GP", "59", "76", "LT"]), "Make room for KX, or leave KX off, before the claim goes out.");
}

/// What each step is called on the claim.
fn codes(patient: Value) -> Vec<String> {
    let answer = worklist(json!([patient]));
    let items = answer[0]["items"].as_array().unwrap().iter();
    items.filter_map(|item| item["code"].as_str().map(str::to_owned)).collect()
}

#[test]
fn what_holds_the_claim_of_a_visit_is_called_as_the_claim_calls_it() {
    let line = |modifiers: Value| json!([{ "id": "a", "code": "97110", "modifiers": modifiers, "allowed": "31.40" }]);
    for (usage, modifiers, expected) in [
        (used("2500.00"), json!(["GP"]), "suggestion"),
        (used("2500.00"), json!(["GP", "59", "76", "LT"]), "no-modifier-place"),
        (used("2500.00"), json!(["GO"]), "therapy-modifier-conflict"),
        (used("2500.00"), json!(["GP", "KX", "GA"]), "opposing-modifier"),
        (used("100.00"), json!(["GP", "KX"]), "early-kx"),
        (used("100.00"), json!([]), "therapy-modifier-missing"),
        (json!({ "used": { "PT/SLP": "100.00" }, "asOf": "2025-12-30" }), json!(["GP"]), "other-year-usage"),
    ] {
        let one = with(patient(usage), "/lines", line(modifiers));
        assert_eq!(codes(one.clone()), [expected]);
        let mut held = one["context"].clone();
        held["claims"] = json!([{ "id": "c", "lines": [with(one["lines"][0].clone(), "/date", json!("2026-07-01"))] }]);
        held["renderingProvider"] = held["appointment"]["renderingProvider"].clone();
        held.as_object_mut().unwrap().remove("appointment");
        let held: Value = serde_json::from_str(&call_json("holdClaims", &held.to_string()).unwrap()).unwrap();
        let reasons = held["claims"][0]["reasons"].as_array().unwrap();
        assert!(reasons.iter().any(|reason| reason["code"] == expected), "{held}");
    }
    // Totals of another year are said once, and of no line.
    let both = json!([{ "id": "a", "code": "97110", "modifiers": ["GP"] }, { "id": "b", "code": "97140", "modifiers": ["GP"] }]);
    let last_year = with(patient(json!({ "used": { "PT/SLP": "100.00" }, "asOf": "2025-12-30" })), "/lines", both);
    assert_eq!(steps(last_year.clone()), ["suggestion error - -"]);
    assert_eq!(
        first_step(last_year),
        [
            "The usage totals are dated Dec 30, 2025, another calendar year, and do not count. Update them before you bill.",
            "Check eligibility, and enter what was used in the claim's calendar year."
        ]
    );
}

#[test]
fn a_line_that_has_not_gone_out_is_still_to_be_decided() {
    let line = |modifiers: Value, status: &str| json!([{ "id": "a", "date": "2026-06-02", "code": "97110", "modifiers": modifiers, "allowed": "31.40", "status": status }]);
    let of = |amount: &str, modifiers: Value, status: &str| {
        let usage = json!({ "otherUsed": { "PT/SLP": amount }, "asOf": "2026-06-30", "entries": [] });
        with(with(patient(usage), "/billed", line(modifiers, status)), "/context/coverage", json!({ "program": "other" }))
    };
    let full = json!(["GP", "59", "76", "LT"]);
    for (one, step, code) in [
        (of("2480.00", json!(["GP"]), "pending"), "missing-kx error PT/SLP a", Some("suggestion")),
        (of("2470.00", json!(["GP"]), "pending"), "missing-kx error PT/SLP a", Some("suggestion")),
        (of("2480.00", full.clone(), "pending"), "missing-kx error PT/SLP a", Some("no-modifier-place")),
        (of("2480.00", full, "adjudicated"), "missing-kx error PT/SLP a", None),
        (of("2470.00", json!(["GP"]), "adjudicated"), "crossing warning PT/SLP a", None),
    ] {
        assert_eq!((steps(one.clone()), codes(one)), (vec![step.to_owned()], code.map(str::to_owned).into_iter().collect()));
    }
}

#[test]
fn the_lines_of_the_visit_are_counted_and_the_visit_is_no_more_to_come() {
    let booked = json!([
        { "date": "2026-07-01", "serviceType": "PT/SLP", "allowed": "31.40" },
        { "date": "2026-07-08", "serviceType": "PT/SLP", "allowed": "31.40" },
    ]);
    let of = |amount: &str, lines: Value| with(with(patient(used(amount)), "/booked", booked.clone()), "/lines", lines);
    let kx = json!([{ "id": "a", "code": "97110", "modifiers": ["GP", "KX"], "allowed": "31.40" }]);
    let said = |one: Value| {
        let answer = worklist(json!([one]));
        let item = answer[0]["items"].as_array().unwrap().last().unwrap().clone();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        [text(&item["kind"]), text(&item["due"]), text(&item["message"]), text(&answer[0]["thresholds"]["PT/SLP"]["remaining"])]
    };
    assert_eq!(
        said(of("2468.00", json!([]))),
        [
            "near",
            "2026-07-01",
            "PT/SLP: $12.00 remaining in 2026. This visit is expected to go over the threshold. Check KX on each line.",
            "12.00"
        ]
    );
    assert_eq!(
        said(of("2468.00", kx.clone())),
        ["reached", "2026-07-08", "PT/SLP: over by $19.40 after the lines of Jul 1, 2026.", "-19.40"]
    );
    assert_eq!(
        said(of("2430.00", kx)),
        [
            "near",
            "2026-07-08",
            "PT/SLP: $18.60 remaining after the lines of Jul 1, 2026. The next booked visit (Jul 8, 2026) is expected to cross. Decide on KX then.",
            "18.60"
        ]
    );
}

#[test]
fn kx_that_was_declined_and_is_on_a_line() {
    let declined = |amount: &str| {
        let lines = json!([
            { "id": "a", "code": "97110", "modifiers": ["GP", "KX"], "kxDeclined": "not necessary" },
            { "id": "b", "code": "97140", "modifiers": ["GP"], "kxDeclined": "not necessary" },
        ]);
        with(patient(used(amount)), "/lines", lines)
    };
    assert_eq!(steps(declined("2500.00")), ["declined-kx error PT/SLP a", "reached warning PT/SLP -"]);
    // Below the threshold it is too early besides.
    assert_eq!(steps(declined("100.00")), ["declined-kx error PT/SLP a", "suggestion warning PT/SLP a"]);
    assert_eq!(
        first_step(declined("100.00")),
        [
            "97110: KX is on the line, but the recorded answer is to leave KX off. Remove KX, or change that answer.",
            "Remove KX, or change the recorded answer."
        ]
    );
    // Nothing is due without benefits, and the line's error stands all the same.
    let other = with(declined("100.00"), "/context/coverage", json!({ "program": "other" }));
    assert_eq!(steps(other), ["declined-kx error PT/SLP a"]);

    let billed = json!([
        { "id": "x", "date": "2026-03-02", "code": "97110", "modifiers": ["GP", "KX"], "allowed": "2480.00", "kxDeclined": "not necessary" },
        { "id": "y", "date": "2026-03-03", "code": "97110", "modifiers": ["GP"], "allowed": "10.00", "kxDeclined": "not necessary" },
        { "id": "z", "date": "2026-03-04", "code": "97110", "modifiers": ["GP", "KX"], "allowed": "10.00", "kxDeclined": "not necessary" },
    ]);
    let one = with(patient(used("100.00")), "/billed", billed);
    assert_eq!(steps(one.clone()), ["declined-kx error PT/SLP x", "missing-kx error PT/SLP y", "declined-kx error PT/SLP z"]);
    assert_eq!(
        first_step(one)[0],
        "97110, Mar 2, 2026. KX is on the line, but the recorded answer is to leave KX off. Remove KX, or change that answer."
    );
}

#[test]
fn documentation_is_asked_where_kx_is_near_or_open() {
    let record = json!({ "treatmentDaysSinceProgressReport": 10, "certifiedThrough": "2026-08-01" });
    let with_record = |amount: &str| with(patient(used(amount)), "/context/documentation", record.clone());
    assert!(steps(with_record("100.00")).is_empty());
    assert_eq!(steps(with_record("2400.00")), ["documentation warning - -", "near info PT/SLP -"]);
    // Nothing known of a record asks for nothing.
    assert_eq!(steps(patient(used("2400.00"))), ["near info PT/SLP -"]);
    assert_eq!(steps(with(with_record("2400.00"), "/context/policy", json!({ "documentation": "ignore" }))), ["near info PT/SLP -"]);
    let whole = json!({
        "certifiedThrough": "2026-08-01", "treatmentDaysSinceProgressReport": 10, "lastReevaluation": "2026-06-01", "treatmentNote": true,
        "historyAndPhysical": true, "medicalNecessityRationale": true, "functionalProgress": true, "complexity": true,
    });
    assert_eq!(
        steps(with(patient(used("2400.00")), "/context/documentation", whole.clone())),
        ["documentation info - -", "near info PT/SLP -"]
    );
    // A re-evaluation is advice, whether it is due or nobody knows the last one: its day is told by `dueDates`.
    let on_file = with(whole, "/treatmentDaysSinceProgressReport", json!(3));
    for last in [json!("2026-01-01"), Value::Null] {
        let record = with(on_file.clone(), "/lastReevaluation", last);
        assert_eq!(steps(with(patient(used("2400.00")), "/context/documentation", record)), ["near info PT/SLP -"]);
    }
}

#[test]
fn billed_lines_are_audited_with_what_others_used() {
    let line = |id: &str, modifiers: Value, allowed: &str| json!({ "id": id, "date": "2026-03-02", "code": "97110", "modifiers": modifiers, "allowed": allowed });
    let billed = json!([line("a", json!(["GP", "KX"]), "100.00"), line("b", json!(["GP"]), "2000.00"), line("c", json!(["GP"]), "10.00")]);
    let usage = json!({ "otherUsed": { "PT/SLP": "400.00" }, "asOf": "2026-06-30", "entries": [] });
    let one = with(patient(usage), "/billed", billed.clone());
    assert_eq!(steps(one.clone()), ["missing-kx error PT/SLP c", "crossing warning PT/SLP b", "early-kx warning PT/SLP a"]);
    // Whatever balance has what others used is an estimate, and says so.
    for item in worklist(json!([one]))[0]["items"].as_array().unwrap() {
        assert!(
            item["message"].as_str().unwrap().ends_with("Estimated: includes $400.00 used elsewhere, whose dates are not known."),
            "{item}"
        );
    }
    // What others used in another year says nothing of this one.
    let usage = json!({ "otherUsed": { "PT/SLP": "400.00" }, "asOf": "2025-06-30", "entries": [] });
    assert_eq!(steps(with(patient(usage), "/billed", billed)), ["early-kx warning PT/SLP a"]);
}

#[test]
fn a_payment_that_is_taken_back_asks_for_nothing() {
    let line = |id: &str, claim: &str, allowed: &str| json!({ "id": id, "date": "2026-03-02", "code": "97110", "modifiers": ["GP"], "allowed": allowed, "claim": claim });
    let usage = json!({ "otherUsed": { "PT/SLP": "2480.00" }, "asOf": "2026-06-30", "entries": [] });
    let of = |billed: Value| with(with(patient(usage.clone()), "/billed", billed), "/context/coverage", json!({ "program": "other" }));
    let of = |billed: Value| with(of(billed), "/context/policy", json!({ "reversals": "pair" }));
    let billed = json!([line("a", "1", "30.00"), line("b", "1", "-30.00"), line("c", "2", "-10.00")]);
    assert!(steps(of(billed)).is_empty());
    // Taken back in part it was billed all the same; use elsewhere decides, and the finding says so.
    let one = of(json!([line("a", "1", "30.00"), line("b", "1", "-20.00")]));
    assert_eq!(steps(one.clone()), ["missing-kx error PT/SLP a"]);
    assert_eq!(
        first_step(one)[0],
        "97110, Mar 2, 2026. KX missing: PT/SLP was already at the threshold on this line's date of service (Mar 2, 2026). \
         Estimated: includes $2,480.00 used elsewhere, whose dates are not known."
    );
    // What waits for the payer comes behind all that was used already.
    let mut pending = line("a", "1", "30.00");
    pending["status"] = json!("pending");
    let message = first_step(of(json!([pending])))[0].clone();
    assert!(message.contains("Check KX") && !message.contains("elsewhere"), "{message}");
}

#[test]
fn without_benefits_only_what_was_billed_is_looked_at() {
    let other = with(patient(used("2500.00")), "/context/coverage", json!({ "program": "other" }));
    assert!(steps(with(other, "/lines", json!([{ "code": "97110", "modifiers": ["GP"] }]))).is_empty());
}

#[test]
fn a_near_bucket_tells_the_visits_that_are_left() {
    let booked = json!([
        { "date": "2026-07-08", "serviceType": "PT/SLP", "allowed": "60.00" },
        { "date": "2026-07-15", "serviceType": "PT/SLP", "allowed": "60.00" },
        { "date": "2026-07-03", "serviceType": "OT", "allowed": "999.00" },
    ]);
    let answer = worklist(json!([with(patient(used("2400.00")), "/booked", booked)]));
    let message = answer[0]["items"][0]["message"].as_str().unwrap();
    assert!(message.contains("About 1 visit left. The Jul 15, 2026 visit is expected to cross."), "{message}");
}

/// The day by which each step is to be done, as `kind day`.
fn due(patient: Value) -> Vec<String> {
    let answer = worklist(json!([patient]));
    let items = answer[0]["items"].as_array().unwrap().iter();
    items.map(|item| format!("{} {}", item["kind"].as_str().unwrap(), item["due"].as_str().unwrap_or("-"))).collect()
}

#[test]
fn a_step_says_by_which_day() {
    let booked = json!([
        { "date": "2026-07-15", "serviceType": "PT/SLP", "allowed": "60.00" },
        { "date": "2026-07-08", "serviceType": "PT/SLP", "allowed": "60.00" },
        { "date": "2026-06-30", "serviceType": "PT/SLP", "allowed": "60.00" },
        { "date": "2026-07-03", "serviceType": "OT", "allowed": "60.00" },
    ]);
    // What the next claim needs is done by the next visit that counts toward the same threshold.
    for (amount, expected) in [("2400.00", "near 2026-07-08"), ("2480.00", "reached 2026-07-08"), ("3000.01", "medical-review -")] {
        assert_eq!(due(with(patient(used(amount)), "/booked", booked.clone())), [expected], "{amount}");
    }
    assert_eq!(due(patient(used("2400.00"))), ["near -"]);
    let today = with(patient(used("2400.00")), "/booked", json!([{ "date": "2026-07-01", "serviceType": "PT/SLP", "allowed": "1" }]));
    assert_eq!(due(today), ["near 2026-07-01"]);

    // What holds the claim of the visit is done on its day.
    let open = with(patient(used("2500.00")), "/lines", json!([{ "id": "a", "code": "97110", "modifiers": ["GP"] }]));
    let recorded = with(open, "/context/documentation", json!({ "treatmentNote": true }));
    assert_eq!(due(recorded), ["suggestion 2026-07-01", "documentation 2026-07-01", "reached -"]);

    // A billed line, before the first of the ways to correct it ends.
    let billed = json!([
        { "id": "x", "date": "2026-03-02", "posted": "2026-03-12", "code": "97110", "modifiers": ["GP"], "allowed": "2480.00" },
        { "id": "y", "date": "2026-03-03", "posted": "2026-03-13", "code": "97110", "modifiers": ["GP"], "allowed": "10.00" },
        { "id": "z", "date": "2028-02-29", "code": "97110", "modifiers": ["GP", "KX"], "allowed": "10.00" },
    ]);
    let policy = json!({ "thresholds": { "2028": { "kx": "2600.00" } } });
    let one = with(with(patient(used("1.00")), "/billed", billed), "/context/policy", policy);
    assert_eq!(due(one), ["missing-kx 2027-03-03", "early-kx 2029-02-28"]);
}

#[test]
fn what_is_due_soon_comes_before_denied_lines_and_missing_kx_and_those_before_the_rest() {
    let billed = json!([
        { "id": "late", "date": "2026-06-02", "posted": "2026-06-03", "code": "97110", "modifiers": ["GP"], "allowed": "10.00" },
        { "id": "soon", "date": "2026-05-04", "posted": "2026-06-04", "code": "97110", "modifiers": ["GP"], "allowed": "10.00" },
    ]);
    let usage = json!({ "otherUsed": { "PT/SLP": "3100.00" }, "asOf": "2026-01-02", "entries": [] });
    let open = with(patient(usage), "/lines", json!([{ "id": "a", "code": "97110", "modifiers": ["GP"] }]));
    let one = with(with(open, "/billed", billed), "/context/documentation", json!({ "treatmentNote": true }));
    assert_eq!(
        due(one),
        [
            "suggestion 2026-07-01",
            "documentation 2026-07-01",
            "missing-kx 2027-05-04",
            "missing-kx 2027-06-02",
            // Nobody knows the day of a review.
            "medical-review -",
        ]
    );
}

#[test]
fn what_is_overdue_comes_first_and_visits_last() {
    let billed = json!([
        { "id": "over", "date": "2025-06-30", "code": "97110", "modifiers": ["GP", "KX"], "allowed": "10.00" },
        { "id": "soon", "date": "2025-07-15", "code": "97110", "modifiers": ["GP", "KX"], "allowed": "10.00" },
        { "id": "later", "date": "2025-07-16", "code": "97110", "modifiers": ["GP", "KX"], "allowed": "10.00" },
    ]);
    let open = with(patient(used("2500.00")), "/lines", json!([{ "id": "a", "code": "97110", "modifiers": ["GP"] }]));
    let booked = with(open, "/booked", json!([{ "date": "2026-07-02", "serviceType": "PT/SLP", "allowed": "1" }]));
    assert_eq!(
        due(with(booked, "/billed", billed)),
        ["early-kx 2026-06-30", "suggestion 2026-07-01", "early-kx 2026-07-15", "reached 2026-07-02", "early-kx 2026-07-16"]
    );
}

#[test]
fn bad_data_of_one_patient_is_its_own() {
    let answer = worklist(json!([
        patient(used("2500.00")),
        with(patient(used("1.00")), "/context/usage", json!({ "used": { "OT": 1 } })),
        { "id": "p3" },
        7,
        with(patient(used("1.00")), "/context/appointment", json!({ "date": "2099-01-01" })),
        with(patient(used("1.00")), "/lines", json!([{ "id": "a", "code": "97110" }, { "id": "a", "code": "97110" }])),
        with(patient(used("1.00")), "/billed", json!([{ "id": "a", "date": "2026-01-02", "code": "97110", "allowed": "1" }, { "id": "a", "date": "2026-01-02", "code": "97110", "allowed": "1" }])),
    ]));
    let of = |place: usize| (answer[place]["id"].clone(), answer[place]["error"]["code"].clone(), answer[place]["error"]["path"].clone());
    assert_eq!(of(0), (json!("p1"), Value::Null, Value::Null));
    assert_eq!(of(1), (json!("p1"), json!("money-not-text"), json!("context.usage.used.OT")));
    assert_eq!(of(2), (json!("p3"), json!("missing-field"), json!("context")));
    assert_eq!(of(3).1, json!("wrong-type"));
    assert_eq!(of(4), (json!("p1"), json!("unknown-year"), json!("context.appointment.date")));
    assert_eq!(of(5).2, json!("lines[1].id"));
    assert_eq!(of(6).2, json!("billed[1].id"));
    assert_eq!(call_json("worklist", "{}").unwrap_err().code.as_str(), "wrong-type");
}

#[test]
fn a_projection_in_words() {
    let sentence = |visits: Value, date: &str| {
        let request = json!({ "date": date, "serviceType": "PT/SLP", "usage": { "used": { "PT/SLP": "2400.00" } }, "visits": visits });
        serde_json::from_str::<String>(&call_json("describeProjection", &request.to_string()).unwrap()).unwrap()
    };
    let visit = |date: &str, allowed: &str| json!({ "date": date, "allowed": allowed });
    for (visits, expected) in [
        (json!([]), ""),
        (json!([visit("2026-07-08", "10.00")]), "The booked visit stays within the threshold."),
        (json!([visit("2026-07-08", "10.00"), visit("2026-07-09", "70.00")]), "The 2 booked visits stay within the threshold."),
        (json!([visit("2026-07-08", "80.01")]), "The next booked visit (Jul 8, 2026) is expected to cross. Decide on KX then."),
        (
            json!([visit("2026-07-08", "10.00"), visit("2026-07-09", "70.01")]),
            "About 1 visit left. The Jul 9, 2026 visit is expected to cross.",
        ),
        (json!([visit("2099-07-08", "10.00")]), "Visits in 2099 are not counted: no threshold amount is known for that year."),
        (
            json!([visit("2026-07-08", "10.00"), visit("2098-07-08", "10.00"), visit("2099-07-08", "10.00")]),
            "The booked visit stays within the threshold. Visits in 2098 and 2099 are not counted: no threshold amounts are known for those years.",
        ),
    ] {
        assert_eq!(sentence(visits.clone(), "2026-07-01"), expected, "{visits}");
    }
    let after = json!({ "date": "2026-07-01", "serviceType": "OT", "visits": [visit("2026-07-08", "2480.01")], "afterLines": true });
    assert_eq!(
        call_json("describeProjection", &after.to_string()).unwrap(),
        "\"After today's lines, the next booked visit (Jul 8, 2026) is expected to cross. Decide on KX then.\""
    );
    // The visit of the day itself comes first: nothing is said past it.
    for (used, visits, expected) in [
        (
            "2480.00",
            json!([visit("2026-07-01", "0.02"), visit("2026-07-08", "0.02")]),
            "The threshold is already reached. Decide on KX for this visit.",
        ),
        (
            "2500.00",
            json!([visit("2026-07-08", "0.02"), visit("2026-07-01", "0.00")]),
            "The threshold is already reached. Decide on KX for this visit.",
        ),
        ("2470.00", json!([visit("2026-07-01", "10.01")]), "This visit is expected to go over the threshold. Check KX on each line."),
        (
            "2470.00",
            json!([visit("2026-07-01", "10.00"), visit("2026-07-08", "0.01")]),
            "About 1 visit left: this one. The Jul 8, 2026 visit is expected to cross.",
        ),
        (
            "2400.00",
            json!([visit("2026-07-01", "30.00"), visit("2026-07-08", "30.00"), visit("2026-07-09", "30.00")]),
            "About 2 visits left, with this one. The Jul 9, 2026 visit is expected to cross.",
        ),
        ("2400.00", json!([visit("2026-07-01", "30.00")]), "The booked visit stays within the threshold."),
    ] {
        let request = json!({ "date": "2026-07-01", "serviceType": "OT", "usage": { "used": { "OT": used } }, "visits": visits });
        assert_eq!(
            serde_json::from_str::<String>(&call_json("describeProjection", &request.to_string()).unwrap()).unwrap(),
            expected,
            "{visits}"
        );
    }
    // Once its lines are counted, it is over.
    let counted = json!({ "date": "2026-07-01", "serviceType": "OT", "usage": { "used": { "OT": "2480.00" } }, "visits": [visit("2026-07-08", "1.00")], "afterLines": true });
    assert_eq!(
        call_json("describeProjection", &counted.to_string()).unwrap(),
        "\"After today's lines, the threshold is already reached. The Jul 8, 2026 visit will need a KX decision.\""
    );
    // Nothing is left any more, to the cent.
    for (used, expected) in [
        ("2480.00", "\"The threshold is already reached. The Jul 8, 2026 visit will need a KX decision.\""),
        ("2479.99", "\"The next booked visit (Jul 8, 2026) is expected to cross. Decide on KX then.\""),
    ] {
        let request = json!({ "date": "2026-07-01", "serviceType": "OT", "usage": { "used": { "OT": used } }, "visits": [visit("2026-07-08", "0.02")] });
        assert_eq!(call_json("describeProjection", &request.to_string()).unwrap(), expected, "{used}");
    }
    // From October on the next year's amount may be published any day.
    let known = json!({ "thresholds": { "2097": { "kx": "2480.00" }, "2098": { "kx": "2480.00" } } });
    let next = json!({ "serviceType": "OT", "policy": known, "visits": [visit("2099-01-08", "10.00")] });
    let not_published = "Visits in 2099 are not counted. The 2099 threshold is not published yet, or not added here.";
    let not_known = "Visits in 2099 are not counted: no threshold amount is known for that year.";
    for (day, expected) in
        [("2098-10-01", not_published), ("2098-12-31", not_published), ("2098-09-30", not_known), ("2097-10-01", not_known)]
    {
        let mut request = next.clone();
        request["date"] = json!(day);
        assert_eq!(
            serde_json::from_str::<String>(&call_json("describeProjection", &request.to_string()).unwrap()).unwrap(),
            expected,
            "{day}"
        );
    }
}
