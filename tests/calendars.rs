//! Due dates as an iCalendar text (RFC 5545).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use crate::answers::call_json;
use serde_json::{Value, json};

fn date(kind: &str, id: Value, day: Value, message: &str) -> Value {
    json!({
        "kind": kind, "id": id, "day": day, "daysLeft": -3, "treatmentDaysLeft": null, "status": "later", "title": "Recertification due",
        "message": message, "nextStep": "Call; then write, or both.", "source": "a source",
    })
}

fn calendar(request: &Value) -> String {
    serde_json::from_str(&call_json("toCalendar", &request.to_string()).unwrap()).unwrap()
}

fn request(dates: Value) -> Value {
    json!({ "dates": dates, "at": "2026-07-01T22:30:00-04:00", "key": "patient 17" })
}

/// The lines as a reader unfolds them.
fn unfolded(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").trim_end().split("\r\n").map(str::to_owned).collect()
}

#[test]
fn an_event_of_the_whole_day_without_a_name() {
    let text = calendar(&request(json!([date("recertification", Value::Null, json!("2026-09-18"), "A \\ sign; a comma, and\nmore.")])));
    let lines = unfolded(&text);
    assert_eq!(
        lines[..5],
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kx-modifier//due dates//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    );
    assert!(lines[6].starts_with("UID:") && lines[6].ends_with("@kx-modifier") && lines[6].len() == 4 + 32 + 12, "{}", lines[6]);
    assert_eq!(
        [&lines[5..6], &lines[7..]].concat(),
        [
            "BEGIN:VEVENT",
            "DTSTAMP:20260702T023000Z",
            "DTSTART;VALUE=DATE:20260918",
            "SUMMARY:Recertification due",
            r"DESCRIPTION:A \\ sign\; a comma\, and\nmore.\nCall\; then write\, or both.",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
        ]
    );
    assert!(!text.contains("patient 17"), "the key is hashed");
    let mut named = request(json!([date("recertification", Value::Null, json!("2026-09-18"), "A.")]));
    named["patient"] = json!("Ana Ruiz");
    assert!(calendar(&named).contains("SUMMARY:Recertification due (Ana Ruiz)\r\n"));
}

#[test]
fn a_uid_stays_whatever_the_day_says() {
    let uids = |dates: Value, key: &str| {
        let mut request = request(dates);
        request["key"] = json!(key);
        unfolded(&calendar(&request)).into_iter().filter(|line| line.starts_with("UID:")).collect::<Vec<_>>()
    };
    let one = |day: &str| date("recertification", Value::Null, json!(day), "A.");
    assert_eq!(uids(json!([one("2026-09-18")]), "p"), uids(json!([one("2026-12-17")]), "p"));
    assert_ne!(uids(json!([one("2026-09-18")]), "p"), uids(json!([one("2026-09-18")]), "q"));
    let two = json!([date("appeal", json!("7"), json!("2026-09-18"), "A."), date("appeal", json!("8"), json!("2026-09-18"), "A.")]);
    let two = uids(two, "p");
    assert_ne!(two[0], two[1]);
}

#[test]
fn long_lines_are_folded_between_letters() {
    let message = "ñandú, ".repeat(40);
    let text = calendar(&request(json!([date("review", json!("r"), json!("2026-09-18"), &message)])));
    assert!(text.ends_with("END:VCALENDAR\r\n") && text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    let description = unfolded(&text).into_iter().find(|line| line.starts_with("DESCRIPTION:")).unwrap();
    assert_eq!(description, format!("DESCRIPTION:{}\\nCall\\; then write\\, or both.", "ñandú\\, ".repeat(40)));
}

#[test]
fn what_has_no_day_or_is_done_is_left_out() {
    let mut done = date("review", json!("r"), json!("2026-09-18"), "A.");
    done["status"] = json!("done");
    let text = calendar(&request(json!([done, date("progress-report", Value::Null, Value::Null, "A.")])));
    assert!(!text.contains("VEVENT"), "{text}");
}

#[test]
fn what_is_wrong_is_refused() {
    for (pointer, value, code, path) in [
        ("key", json!(" "), "missing-field", "key"),
        ("key", Value::Null, "missing-field", "key"),
        ("at", json!("2026-07-01T22:30:00"), "date-invalid", "at"),
        ("at", Value::Null, "missing-field", "at"),
        ("dates", Value::Null, "missing-field", "dates"),
    ] {
        let mut request = request(json!([]));
        request[pointer] = value;
        let error = call_json("toCalendar", &request.to_string()).expect_err(path);
        assert_eq!((error.code.as_str(), error.path.as_deref()), (code, Some(path)), "{error}");
    }
}
