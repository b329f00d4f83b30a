//! The packet for a reviewer: the checklist in its order, what is on file and what is missing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use crate::answers::call_json;
use serde_json::{Value, json};

fn request() -> Value {
    let document = |id: &str, kind: &str, day: &str, pages: u32| json!({ "id": id, "kind": kind, "day": day, "pages": pages, "author": "Kim Lee, PT" });
    json!({
        "date": "2026-10-01",
        "review": { "id": "r-1", "contractor": "NGS", "kind": "MAC", "controlNumber": "26-4471", "dated": "2026-09-10", "received": "2026-09-14" },
        "beneficiary": { "name": "Ana Ruiz", "memberId": "1EG4TE5MK72" },
        "lines": [
            { "id": "7", "date": "2026-07-08", "code": "97110", "modifiers": ["GP", "KX"], "charge": "62.00", "claim": "C7" },
            { "id": "8", "date": "2026-07-01", "code": "97140", "modifiers": ["GP", "KX"], "claim": "C7" },
        ],
        "documents": [
            document("n1", "treatment-note", "2026-07-01", 1),
            document("o", "order", "2026-05-01", 1),
            { "id": "c", "kind": "certification", "day": "2026-05-04", "through": "2026-08-01", "pages": 2, "author": "Kim Lee, PT" },
            document("e", "initial-evaluation", "2026-05-02", 4),
            document("p1", "progress-report", "2026-06-20", 2),
            document("p2", "progress-report", "2026-07-01", 2),
            { "id": "x", "kind": "other", "day": "2026-07-01", "title": "Intake form" },
        ],
        "checklist": "ngs",
    })
}

fn with(pointer: &str, value: Value) -> Value {
    let mut request = request();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    request.pointer_mut(parent).unwrap()[name] = value;
    request
}

fn packet(request: &Value) -> Value {
    serde_json::from_str(&call_json("reviewPacket", &request.to_string()).unwrap()).unwrap()
}

fn refused(request: &Value, code: &str, path: &str) {
    let error = call_json("reviewPacket", &request.to_string()).expect_err(path);
    assert_eq!((error.code.as_str(), error.path.as_deref().unwrap_or("")), (code, path), "{error}");
}

/// `id status documents`, with the pages of each document.
fn sections(packet: &Value) -> Vec<String> {
    let document = |document: &Value| match &document["pages"] {
        Value::Null => document["id"].as_str().unwrap().to_owned(),
        pages => format!("{}:{}-{}", document["id"].as_str().unwrap(), pages["from"], pages["to"]),
    };
    let section = |section: &Value| {
        let documents = section["documents"].as_array().unwrap().iter().map(document);
        let words = [&section["id"], &section["status"]].map(|word| word.as_str().unwrap().to_owned());
        words.into_iter().chain(documents).collect::<Vec<_>>().join(" ")
    };
    packet["sections"].as_array().unwrap().iter().map(section).collect()
}

fn section<'p>(packet: &'p Value, id: &str) -> &'p Value {
    packet["sections"].as_array().unwrap().iter().find(|section| section["id"] == id).unwrap()
}

#[test]
fn sections_follow_the_contractors_order_and_pages_run_through() {
    let packet = packet(&request());
    assert_eq!(
        sections(&packet),
        [
            "letter on-file",
            "lines check",
            "orders on-file o:1-1",
            "certifications on-file c:2-3",
            "initial-evaluations on-file e:4-7",
            "re-evaluations check",
            "diagnostic-tests check",
            "therapist-notes incomplete n1:8-8",
            "treatment-logs missing",
            "plans-of-treatment missing",
            "progress-notes on-file p1:9-10 p2:11-12",
            "abbreviation-keys check",
            "patient-notices check",
            "supervision check",
            "other-services check",
            "credentials missing",
            "progress check",
            "signatures check",
            "others check x",
            "proof check",
        ]
    );
    assert_eq!(
        packet["missing"],
        json!([
            "Therapists' notes for the dates of service: Missing for Jul 8, 2026.",
            "Treatment logs: date, time, type and duration: Not on file.",
            "Plans of care, goals and progress toward them: Not on file.",
            "Practitioners' credentials: Not on file.",
        ])
    );
    assert_eq!(
        packet["summary"],
        "4 of 14 items are on file, 4 missing or incomplete, 6 to check. NGS must have the records by Oct 25, 2026 (control number 26-4471). \
         The letter names no due date, so 45 days count from its date, Sep 10, 2026. 24 days left."
    );
    assert_eq!(
        packet["header"],
        "Beneficiary: Ana Ruiz. Medicare number: 1EG4TE5MK72. Dates of service: Jul 1, 2026 and Jul 8, 2026. Control number: 26-4471."
    );
    assert_eq!(section(&packet, "others")["documents"][0]["title"], "Intake form");
    assert_eq!(section(&packet, "orders")["documents"][0]["title"], "Order");
}

#[test]
fn a_line_names_what_its_day_lacks() {
    let missing =
        |request: &Value| packet(request)["lines"].as_array().unwrap().iter().map(|line| line["missing"].clone()).collect::<Vec<_>>();
    let [notes, logs] = ["Therapists' notes for the dates of service", "Treatment logs: date, time, type and duration"];
    assert_eq!(missing(&request()), [json!([notes, logs]), json!([logs])]);
    // What ended before its day is missing; of what has no end nobody can tell.
    let mut ended = with("/documents/2/through", json!("2026-07-03"));
    ended["notApplicable"] = json!(["treatment-logs"]);
    assert_eq!(missing(&ended), [json!(["Certifications and recertifications", notes]), json!([])]);
    ended["documents"][2]["through"] = Value::Null;
    assert_eq!(missing(&ended), [json!([notes]), json!([])]);
}

#[test]
fn two_progress_reports_before_each_day_under_review() {
    let packet = packet(&request());
    // The report of the day itself is not before it.
    assert_eq!(
        packet["progressReports"],
        json!([
            { "day": "2026-07-01", "reports": ["p1"], "missing": 1 },
            { "day": "2026-07-08", "reports": ["p2", "p1"], "missing": 0 },
        ])
    );
    let cgs = self::packet(&with("/checklist", json!("cgs")));
    assert_eq!(section(&cgs, "two-progress-reports")["status"], "incomplete");
    assert!(cgs["missing"].as_array().unwrap().iter().any(|one| {
        one == "Two progress reports before the date under review: Before Jul 1, 2026: 1 of 2 progress reports are on file."
    }));
    // Its item says it already, and its order was not read.
    assert!(cgs["sections"].as_array().unwrap().iter().all(|section| section["id"] != "progress"));
    assert_eq!(cgs["checklist"]["inOrder"], false);
    let letter = section(&cgs, "letter")["notes"].to_string();
    assert!(letter.contains("The contractor's own order is not confirmed."), "{letter}");
}

#[test]
fn late_entries_are_flagged() {
    let mut late = with("/documents/0/written", json!("2026-07-13"));
    late["documents"][1]["written"] = json!("2026-05-01");
    late["documents"][4]["through"] = json!("2026-06-22");
    late["documents"][4]["written"] = json!("2026-06-23");
    let packet = packet(&late);
    assert_eq!(packet["lateEntries"], json!(["n1", "p1"]));
    assert_eq!(
        section(&packet, "therapist-notes")["documents"][0]["late"],
        "Late entry: written on Jul 13, 2026, 12 days after the service."
    );
    assert_eq!(section(&packet, "progress-notes")["documents"][0]["late"], "Written on Jun 23, 2026, 1 day after the period it is about.");
    assert_eq!(section(&packet, "orders")["documents"][0]["late"], Value::Null);
    assert_eq!(section(&packet, "orders")["documents"][0]["written"], "2026-05-01");
}

#[test]
fn signatures_abbreviations_and_proof_are_the_packets_own() {
    let mut one = with("/signatures", json!([{ "name": "Kim Lee, PT", "credentials": "License 123", "signature": "K. Lee" }]));
    one["abbreviations"] = json!([{ "short": "HEP", "meaning": "home exercise program" }]);
    one["review"]["sent"] = json!({ "on": "2026-10-01", "how": "esmd", "by": "Jo Park", "confirmation": "E-77" });
    one["checklist"] = json!("cgs");
    let packet = packet(&one);
    assert_eq!(
        packet["signatureLog"],
        json!([{ "name": "Kim Lee, PT", "credentials": "License 123", "signature": "K. Lee", "documents": 6 }])
    );
    for id in ["signature-log", "abbreviation-keys", "signatures", "abbreviations", "proof"] {
        assert_eq!(section(&packet, id)["status"], "on-file", "{id}");
    }
    assert_eq!(section(&packet, "signatures")["text"], json!(["Kim Lee, PT, License 123, signs as K. Lee: 6 documents."]));
    assert_eq!(section(&packet, "proof")["text"], json!(["Sent on Oct 1, 2026 by esMD by Jo Park. Confirmation: E-77."]));
    assert_eq!((&packet["due"]["status"], &packet["due"]["day"]), (&json!("done"), &json!("2026-10-25")));
    assert_eq!(section(&packet, "name-on-every-page")["status"], "check");
}

/// The record of a clinician who was asked about a decision, and said that KX belongs.
fn attested(scope: Value, decision: &Value) -> Value {
    let ask = json!({ "record": [], "at": "2026-07-08T15:04:05-04:00", "scope": scope, "decision": decision });
    let asked: Value = serde_json::from_str(&call_json("askAttestation", &ask.to_string()).unwrap()).unwrap();
    let answer = json!({
        "record": [asked], "at": "2026-07-09T15:05:00-04:00", "asked": asked["hash"], "by": "Kim Lee, PT", "role": "therapist", "answer": "add-kx",
    });
    let answered: Value = serde_json::from_str(&call_json("answerAttestation", &answer.to_string()).unwrap()).unwrap();
    json!([asked, answered])
}

#[test]
fn a_line_has_its_decision_and_its_attestation() {
    let mut one = request();
    let decision = call_json(
        "decide",
        &json!({
            "line": { "code": "97110", "modifiers": ["GP"] },
            "appointment": { "date": "2026-07-08", "renderingProvider": { "discipline": "PT" } },
            "coverage": { "program": "medicare-part-b" }, "preferences": { "autoApplyKx": true }, "usage": { "used": { "PT/SLP": "2500.00" } },
        })
        .to_string(),
    );
    let decision: Value = serde_json::from_str(&decision.unwrap()).unwrap();
    one["lines"][0]["decision"] = decision.clone();
    one["lines"][0]["units"] = json!(2);
    one["attestations"] = attested(json!({ "patient": "p", "discipline": "PT", "year": 2026, "line": "7" }), &decision);
    let packet = packet(&one);
    assert_eq!(
        packet["lines"][0]["decision"],
        json!({ "action": "apply", "tooltip": "Billed with KX. PT/SLP was over by $20.00 before this line." })
    );
    assert_eq!(
        packet["lines"][0]["attestation"],
        json!({ "answer": "add-kx", "covers": "line", "by": "Kim Lee, PT", "at": "2026-07-09T15:05:00-04:00", "reason": null })
    );
    assert_eq!(packet["lines"][1]["attestation"], Value::Null);
    let billed = |line: usize| json!([packet["lines"][line]["units"], packet["lines"][line]["charge"]]);
    assert_eq!([billed(0), billed(1)], [json!([2, "62.00"]), json!([null, null])]);
    let text = section(&packet, "lines")["text"].clone();
    assert_eq!(
        text,
        json!([
            // What was decided, and who attested, is the clinic's own.
            "97110, Jul 8, 2026, billed with GP and KX. Charge: $62.00.",
            "97140, Jul 1, 2026, billed with GP and KX.",
        ])
    );
    // What is not on record is for those who put the packet together.
    assert_eq!(section(&packet, "lines")["notes"], json!(["97140, Jul 1, 2026: no KX attestation is on record."]));

    // What was shown at the time is the clinic's own, and that KX belongs says nothing of a line that was billed without it.
    one["lines"][0]["modifiers"] = json!(["GP"]);
    one["lines"][0]["decision"]["action"] = json!("suggest");
    let without = self::packet(&one);
    assert_eq!(without["lines"][0]["attestation"], Value::Null);
    assert_eq!(
        without["lines"][0]["decision"],
        json!({ "action": "suggest", "tooltip": "Billed without KX. PT/SLP was over by $20.00 before this line." })
    );
    assert_eq!(section(&without, "lines")["text"][0], "97110, Jul 8, 2026, billed with GP. Charge: $62.00.");
    assert_eq!(
        section(&without, "lines")["notes"][0],
        "97110, Jul 8, 2026: billed without KX. Check this line before you send the packet. PT/SLP was over by $20.00 before this line."
    );
    for (remaining, modifiers, said) in [
        ("412.10", json!(["GP", "KX"]), "Billed with KX. $412.10 of the PT/SLP threshold remained before this line."),
        ("0.00", json!(["GP"]), "Billed without KX. PT/SLP was at the threshold before this line."),
        (
            "-20.00",
            json!(["GP", "99"]),
            "Billed with modifier 99. Further modifiers are in the claim note. PT/SLP was over by $20.00 before this line.",
        ),
        // Which threshold the line counts toward is not known.
        ("-20.00", json!(["KX"]), "Billed with KX."),
    ] {
        let mut line = one.clone();
        line["lines"][0]["modifiers"] = modifiers;
        line["lines"][0]["decision"]["basis"]["remaining"] = json!(remaining);
        assert_eq!(self::packet(&line)["lines"][0]["decision"]["tooltip"], said);
    }
    one["attestations"] = attested(json!({ "patient": "p", "discipline": "PT", "year": 2026, "planOfCare": "p PT" }), &decision);
    let packet = self::packet(&one);
    assert_eq!(packet["lines"][1]["attestation"]["covers"], "plan-of-care");
}

#[test]
fn what_is_behind_a_line_is_its_days_documents_and_the_report_before_it() {
    let mut one = request();
    for document in [
        json!({ "id": "plan-1", "kind": "plan-of-care", "day": "2026-05-04" }),
        json!({ "id": "plan-2", "kind": "plan-of-care", "day": "2026-07-02" }),
        json!({ "id": "log", "kind": "treatment-log", "day": "2026-07-01" }),
    ] {
        one["documents"].as_array_mut().unwrap().push(document);
    }
    let packet = packet(&one);
    // Of July 8 there is no note; the report of July 1 is before that day, and not before its own.
    assert_eq!(packet["lines"][0]["documents"], json!(["plan-2", "c", "p2"]));
    assert_eq!(packet["lines"][1]["documents"], json!(["n1", "log", "plan-1", "c", "p1"]));
}

#[test]
fn what_is_to_be_done_is_not_for_the_reviewer() {
    let packet = packet(&request());
    for section in packet["sections"].as_array().unwrap() {
        let text = section["text"].to_string();
        for word in ["days left", "Check", "Compare", "Not on file", "Missing", "Not sent", "on record", "clinician", "Marked"] {
            assert!(!text.contains(word), "{word}: {text}");
        }
    }
    assert_eq!(section(&packet, "re-evaluations")["notes"], json!(["None on file. Check whether you have any to send."]));
    assert_eq!(section(&packet, "therapist-notes")["notes"], json!(["Missing for Jul 8, 2026."]));
    assert_eq!(section(&packet, "proof")["text"], json!([]));
}

#[test]
fn a_report_that_was_written_later_is_looked_at() {
    let mut one = with("/checklist", json!("cgs"));
    one["lines"] = json!([one["lines"][0]]);
    let status = |one: &Value| section(&packet(one), "two-progress-reports")["status"].clone();
    assert_eq!(status(&one), "on-file");
    one["documents"][5]["written"] = json!("2026-07-07");
    assert_eq!(status(&one), "on-file");
    // What was written on the day or later was not there before it.
    one["documents"][5]["written"] = json!("2026-07-08");
    assert_eq!(status(&one), "incomplete");
    let late =
        "The report through Jul 1, 2026 was written on Jul 8, 2026, so it is not counted before Jul 8, 2026. Check whether to send it.";
    assert_eq!(
        section(&packet(&one), "two-progress-reports")["notes"],
        json!(["Before Jul 8, 2026: 1 of 2 progress reports are on file.", late])
    );
    assert_eq!(packet(&one)["progressReports"], json!([{ "day": "2026-07-08", "reports": ["p1"], "missing": 1 }]));
    // Two others are enough, and a person still looks at the later one.
    let third = json!({ "id": "p0", "kind": "progress-report", "day": "2026-06-06" });
    one["documents"].as_array_mut().unwrap().push(third);
    assert_eq!(status(&one), "check");
    assert_eq!(section(&packet(&one), "two-progress-reports")["notes"], json!([late]));
    assert_eq!(packet(&one)["progressReports"], json!([{ "day": "2026-07-08", "reports": ["p1", "p0"], "missing": 0 }]));
}

/// How an item stands, with what a person is told of it.
fn standing(one: &Value, id: &str) -> String {
    let packet = packet(one);
    let section = section(&packet, id);
    let notes = section["notes"].as_array().unwrap().iter().map(|note| note.as_str().unwrap());
    std::iter::once(section["status"].as_str().unwrap()).chain(notes).collect::<Vec<_>>().join(" | ")
}

#[test]
fn progress_reports_since_the_start_leave_no_long_time_without_one() {
    assert_eq!(standing(&request(), "progress-notes"), "on-file");
    // The evaluation of January, and the first report in June.
    let mut one = with("/documents/3/day", json!("2026-01-21"));
    assert_eq!(standing(&one, "progress-notes"), "incomplete | None between Jan 21, 2026 and Jun 20, 2026.");
    assert!(
        packet(&one)["missing"]
            .to_string()
            .contains("Progress reports since the start of therapy: None between Jan 21, 2026 and Jun 20, 2026.")
    );
    // One that is about all of that time fills it.
    one["documents"][4]["day"] = json!("2026-01-21");
    one["documents"][4]["through"] = json!("2026-06-20");
    assert_eq!(standing(&one, "progress-notes"), "on-file");
    // After the last report, up to the last day under review.
    one["lines"][0]["date"] = json!("2026-12-01");
    assert_eq!(standing(&one, "progress-notes"), "incomplete | None between Jul 1, 2026 and Dec 1, 2026.");
    // More than ten known days of treatment are too many, however short the time was.
    let mut often = request();
    for day in 3..14 {
        let note = json!({ "id": format!("v{day}"), "kind": "treatment-note", "day": format!("2026-05-{day:02}") });
        often["documents"].as_array_mut().unwrap().push(note);
    }
    assert_eq!(standing(&often, "progress-notes"), "incomplete | None between May 2, 2026 and Jun 20, 2026.");
}

#[test]
fn without_an_evaluation_the_start_of_therapy_is_not_known() {
    let unknown = "check | No initial evaluation before these dates is on file, so the start of therapy is not known.";
    assert_eq!(standing(&with("/documents/3/kind", json!("other")), "progress-notes"), unknown);
    // Nor does one tell it that came after the days under review.
    assert_eq!(standing(&with("/documents/3/day", json!("2026-07-02")), "progress-notes"), unknown);
}

#[test]
fn certifications_cover_each_day_under_review() {
    let through = |day: Value| standing(&with("/documents/2/through", day), "certifications");
    assert_eq!(through(json!("2026-07-08")), "on-file");
    assert_eq!(through(json!("2026-07-07")), "incomplete | Missing for Jul 8, 2026.");
    assert_eq!(through(json!("2026-06-30")), "missing | Missing for Jul 1, 2026 and Jul 8, 2026.");
    let without = "check | A certification on file has no end date. Check that it covers Jul 1, 2026 and Jul 8, 2026.";
    assert_eq!(through(Value::Null), without);
    assert_eq!(
        standing(&with("/documents/2/day", json!("2026-07-09")), "certifications"),
        "missing | Missing for Jul 1, 2026 and Jul 8, 2026."
    );
    // A time between two of them is said also where no day of it is under review; not one before therapy began.
    let mut one = request();
    one["documents"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "id": "c0", "kind": "certification", "day": "2026-02-01", "through": "2026-04-20" }));
    assert_eq!(standing(&one, "certifications"), "on-file");
    one["documents"][3]["day"] = json!("2026-02-01");
    assert_eq!(standing(&one, "certifications"), "check | None between Apr 20, 2026 and May 4, 2026.");
    one["documents"][7]["through"] = json!("2026-05-03");
    assert_eq!(standing(&one, "certifications"), "on-file");
}

#[test]
fn the_head_of_each_page_names_the_days() {
    let header = |days: &[&str]| {
        let line = |(place, day): (usize, &&str)| json!({ "id": format!("l{place}"), "date": day, "code": "97110" });
        let lines: Vec<Value> = days.iter().enumerate().map(line).collect();
        packet(&with("/lines", json!(lines)))["header"].as_str().unwrap().split(". ").nth(2).unwrap().to_owned()
    };
    assert_eq!(header(&["2026-07-08"]), "Date of service: Jul 8, 2026");
    assert_eq!(header(&["2026-07-08", "2026-07-01", "2026-07-08"]), "Dates of service: Jul 1, 2026 and Jul 8, 2026");
    let seven = ["2026-07-01", "2026-07-02", "2026-07-03", "2026-07-06", "2026-07-07", "2026-07-08", "2026-07-09"];
    assert_eq!(header(&seven[..6]).matches("2026").count(), 6);
    assert_eq!(header(&seven), "Dates of service: Jul 1, 2026 to Jul 9, 2026");
}

#[test]
fn a_host_has_checklists_of_its_own() {
    let item = |id: &str, kinds: &[&str], asks: &str| json!({ "id": id, "text": "Notes of the visits", "kinds": kinds, "asks": asks, "ifAny": false });
    let own = |id: &str| {
        json!({ "id": id, "contractor": "WPS", "source": "our letter of 2026", "reviewed": null, "inOrder": true,
                "items": [item("a", &["treatment-note"], "each-day"), item("b", &["treatment-note", "order"], "any")] })
    };
    let mut one = with("/checklists", json!([own("wps")]));
    one["checklist"] = json!("wps");
    let packet = packet(&one);
    // A document is in the first section that it answers.
    assert_eq!(sections(&packet)[2..4], ["a incomplete n1:1-1", "b on-file o:2-2"]);
    assert_eq!(section(&packet, "a")["title"], "Notes of the visits");
    // One that is built in is replaced.
    one = with("/checklists", json!([own("ngs")]));
    assert_eq!(self::packet(&one)["checklist"]["contractor"], "WPS");
    one["checklists"][0]["items"][1]["id"] = json!("a");
    refused(&one, "duplicate-id", "checklists[0].items[1].id");
}

#[test]
fn what_is_wrong_is_refused_at_its_place() {
    refused(&with("/checklist", json!("wps")), "unknown-id", "checklist");
    refused(&with("/checklist", Value::Null), "missing-field", "checklist");
    refused(&with("/lines", json!([])), "missing-field", "lines");
    refused(&with("/lines/1/id", json!("7")), "duplicate-id", "lines[1].id");
    refused(&with("/documents/1/id", json!("n1")), "duplicate-id", "documents[1].id");
    refused(&with("/documents/1/through", json!("2026-04-30")), "date-invalid", "documents[1].through");
    refused(&with("/documents/1/kind", json!("orders")), "unknown-value", "documents[1].kind");
    refused(&with("/notApplicable", json!(["supervision", "parking"])), "unknown-id", "notApplicable[1]");
    refused(&with("/review/kind", json!("RAC")), "unknown-value", "review.kind");
    refused(&with("/review/received", json!("2026-02-30")), "date-invalid", "review.received");
    let open = packet(&with("/notApplicable", json!(["supervision", "credentials"])));
    assert_eq!(section(&open, "credentials")["status"], "not-applicable");
    assert!(open["summary"].as_str().unwrap().starts_with("4 of 12 items are on file, 3 missing or incomplete, 5 to check."));
}

#[test]
fn the_checklists_are_rows_with_source_and_date() {
    let lists: Value = serde_json::from_str(&call_json("reviewChecklists", "null").unwrap()).unwrap();
    let known: Vec<(&str, usize, &Value, &Value)> = lists
        .as_array()
        .unwrap()
        .iter()
        .map(|list| (list["id"].as_str().unwrap(), list["items"].as_array().unwrap().len(), &list["reviewed"], &list["inOrder"]))
        .collect();
    assert_eq!(known, [("cgs", 16, &Value::Null, &json!(false)), ("ngs", 14, &json!("2024-10-07"), &json!(true))]);
    assert_eq!(
        lists[1]["items"][5],
        json!({ "id": "therapist-notes", "text": "Therapists' notes for the dates of service", "kinds": ["treatment-note"], "asks": "each-day", "ifAny": false })
    );
}
