//! Denied lines, due dates and packets for reviewers as rows: `tests/spec/rework.csv`, `due_dates.csv`. This file only reads them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use std::collections::{BTreeMap, BTreeSet};

use crate::answers::call_json;
use serde_json::{Map, Value, json};

type Row = BTreeMap<String, String>;

fn rows(file: &str, at_least: usize) -> Vec<Row> {
    let path = format!("{}/tests/spec/{file}.csv", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(&path).unwrap();
    let rows: Vec<Row> = reader.deserialize().map(|row| row.unwrap_or_else(|error| panic!("{path}: {error}"))).collect();
    let situations: BTreeSet<&String> = rows.iter().map(|row| &row["situation"]).collect();
    assert_eq!(situations.len(), rows.len(), "{file}: a situation stands twice");
    assert!(rows.len() >= at_least && rows.iter().all(|row| !row["source"].is_empty()), "{file}");
    rows
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|text| !text.is_empty())
}

fn given(text: &str) -> Value {
    if text.is_empty() || text == "-" { Value::Null } else { json!(text) }
}

fn plus(text: &str) -> Value {
    text.split('+').filter(|one| *one != "-").map(|one| json!(one)).collect()
}

/// `key=value` pairs separated by `;`, with dots for depth; `[a]` is a list.
fn policy(text: &str) -> Value {
    let mut policy = json!({});
    for (key, value) in parts(text).map(|pair| pair.split_once('=').unwrap()) {
        let place = key.split('.').fold(&mut policy, |place, step| &mut place[step]);
        *place = match value.strip_prefix('[') {
            Some(list) => plus(list.trim_end_matches(']')),
            None => json!(value),
        };
    }
    policy
}

/// The first words by their names, then `name=value`, then words that stand alone.
fn object(text: &str, names: &[&str]) -> Map<String, Value> {
    let mut words = text.split_whitespace();
    let mut object: Map<String, Value> =
        names.iter().map(|name| ((*name).to_owned(), given(words.next().unwrap_or_else(|| panic!("`{text}` has no {name}"))))).collect();
    for word in words {
        let (name, value) = word.split_once('=').unwrap_or((word, "yes"));
        object.insert(name.to_owned(), json!(value));
    }
    object
}

fn denied(text: &str) -> Value {
    let mut entry = object(text, &["id", "date", "serviceType", "code", "modifiers", "reasons"]);
    for list in ["modifiers", "reasons"] {
        entry[list] = plus(entry[list].as_str().unwrap_or("-"));
    }
    let is_paid = entry.remove("paid").is_some();
    entry.insert("denied".to_owned(), json!(!is_paid));
    entry.entry("allowed").or_insert_with(|| json!(if is_paid { "28.00" } else { "0.00" }));
    entry.entry("claim").or_insert_with(|| json!("C1"));
    Value::Object(entry)
}

fn billed(text: &str) -> Value {
    let mut line = object(text, &["id", "date", "code", "modifiers", "allowed"]);
    line["modifiers"] = plus(line["modifiers"].as_str().unwrap());
    Value::Object(line)
}

fn other_used(text: &str) -> Value {
    let mut other = json!({});
    for (name, amount) in text.split_whitespace().map(|pair| pair.split_once('=').unwrap()) {
        let (year, service_type) = name.split_once('/').unwrap();
        other[year][service_type] = json!(amount);
    }
    other
}

fn column(items: &Value, id: &str, value: impl Fn(&Value) -> String) -> String {
    let words: Vec<String> =
        items.as_array().unwrap().iter().map(|item| format!("{}={}", item[id].as_str().unwrap_or("-"), value(item))).collect();
    if words.is_empty() { "-".to_owned() } else { words.join(" ") }
}

fn text<'v>(item: &'v Value, name: &str, absent: &'v str) -> String {
    item[name].as_str().unwrap_or(absent).to_owned()
}

fn expect(wrong: &mut Vec<String>, row: &Row, name: &str, found: &str) {
    if row[name] != found {
        wrong.push(format!("{}: {name} is `{found}`, not `{}`", row["situation"], row[name]));
    }
}

fn refused(wrong: &mut Vec<String>, row: &Row, answer: Result<String, kx_modifier::Error>) -> Option<Value> {
    match answer {
        Err(error) => {
            expect(wrong, row, "refused", &format!("{} {}", error.code.as_str(), error.path.unwrap_or_default()));
            None
        }
        Ok(answer) => {
            expect(wrong, row, "refused", "");
            Some(serde_json::from_str(&answer).unwrap())
        }
    }
}

#[test]
fn denials() {
    let mut wrong = Vec::new();
    for row in rows("rework", 60) {
        let request = json!({
            "denied": parts(&row["denied"]).map(denied).collect::<Vec<_>>(),
            "billed": parts(&row["billed"]).map(billed).collect::<Vec<_>>(),
            "otherUsed": other_used(&row["other_used"]),
            "type": given(&row["type"]),
            "decided": given(&row["decided"]),
            "attested": parts(&row["attested"]).collect::<Vec<_>>(),
            "date": given(&row["date"]),
            "leftOff": parts(&row["left_off"]).collect::<Vec<_>>(),
            "policy": policy(&row["policy"]),
        });
        let Some(answer) = refused(&mut wrong, &row, call_json("reworkDenials", &request.to_string())) else { continue };
        let denials = &answer["denials"];
        for (name, field, absent) in [
            ("verdict", "verdict", "-"),
            ("remaining", "remaining", "null"),
            ("channel", "channel", "-"),
            ("last_day", "lastDay", "-"),
            ("appeal_by", "appealBy", "-"),
        ] {
            expect(&mut wrong, &row, name, &column(denials, "id", |denial| text(denial, field, absent)));
        }
        expect(&mut wrong, &row, "text", &column(denials, "id", |denial| if denial["text"].is_null() { "-" } else { "yes" }.to_owned()));
        for denial in denials.as_array().unwrap() {
            if !row["late"].is_empty() {
                let is_late = text(denial, "nextStep", "").contains("The last day to ");
                expect(&mut wrong, &row, "late", if is_late { "yes" } else { "no" });
            }
            let said = format!("{} {}", text(denial, "message", ""), text(denial, "nextStep", ""));
            assert!(said.ends_with('.') && !said.contains("  ") && !said.to_lowercase().contains("bill the patient"), "{said}");
            // A channel is never said as certain.
            assert!(
                denial["channel"].is_null() || said.contains("check with your contractor") || said.contains("Ask your contractor"),
                "{said}"
            );
        }
    }
    assert!(wrong.is_empty(), "{} cells of rework do not hold:\n{}", wrong.len(), wrong.join("\n"));
}

fn record(text: &str) -> Value {
    let value = |value: &str| serde_json::from_str(value).unwrap_or_else(|_| json!(value));
    let is_day = |value: &str| value.len() == 10;
    text.split_whitespace()
        .map(|pair| pair.split_once('=').unwrap())
        .map(|(name, text)| (name.to_owned(), if is_day(text) { json!(text) } else { value(text) }))
        .collect()
}

fn denial(text: &str) -> Value {
    let mut denial = object(text, &["id", "channel", "lastDay", "appealBy"]);
    for (name, value) in [("claim", "C1"), ("code", "97110"), ("verdict", "kx-missing"), ("message", "."), ("nextStep", ".")] {
        denial.insert(name.to_owned(), json!(value));
    }
    Value::Object(denial)
}

fn review(text: &str) -> Value {
    let mut review = object(text, &["id", "kind"]);
    review.insert("contractor".to_owned(), json!("NGS"));
    review.insert("controlNumber".to_owned(), json!("1234"));
    if let Some(day) = review.remove("sent") {
        review.insert("sent".to_owned(), json!({ "on": day, "how": "esmd" }));
    }
    Value::Object(review)
}

fn number(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

#[test]
fn due_dates() {
    let mut wrong = Vec::new();
    for row in rows("due_dates", 40) {
        let request = json!({
            "date": row["date"],
            "documentation": record(&row["documentation"]),
            "planDays": number(&row["plan_days"]),
            "visits": row["visits"].split_whitespace().collect::<Vec<_>>(),
            "denials": parts(&row["denials"]).map(denial).collect::<Vec<_>>(),
            "reviews": parts(&row["reviews"]).map(review).collect::<Vec<_>>(),
            "soonWithin": number(&row["soon"]),
        });
        let Some(answer) = refused(&mut wrong, &row, call_json("dueDates", &request.to_string())) else { continue };
        let dates = answer["dates"].as_array().unwrap();
        let shown = |value: &Value| if value.is_null() { "-".to_owned() } else { value.to_string() };
        let found: Vec<String> = dates
            .iter()
            .map(|date| {
                let id = date["id"].as_str().map_or_else(String::new, |id| format!(":{id}"));
                let treatment = if date["treatmentDaysLeft"].is_null() { String::new() } else { format!("/{}", date["treatmentDaysLeft"]) };
                let (day, left) = (text(date, "day", "-"), shown(&date["daysLeft"]));
                format!("{}{id}={day}/{left}/{}{treatment}", text(date, "kind", "?"), text(date, "status", "?"))
            })
            .collect();
        expect(&mut wrong, &row, "dates", if found.is_empty() { "-".to_owned() } else { found.join(" ") }.as_str());
        for date in dates {
            let [message, next] = ["message", "nextStep"].map(|name| text(date, name, ""));
            assert!(message.ends_with('.') && next.ends_with('.') && !message.contains("  "), "{message} {next}");
            assert!(!text(date, "title", "").is_empty() && !text(date, "source", "").is_empty(), "{date}");
            if date["kind"] == "re-evaluation" {
                assert!(message.contains("not a rule"), "{message}");
            }
        }
        assert!(answer["summary"].as_str().unwrap().ends_with('.'));
        // What was answered goes into a calendar as it is.
        let calendar = json!({ "dates": answer["dates"], "at": "2026-07-01T08:00:00-04:00", "key": "p-1" });
        let calendar: String = serde_json::from_str(&call_json("toCalendar", &calendar.to_string()).unwrap()).unwrap();
        let in_calendar = dates.iter().filter(|date| !date["day"].is_null() && date["status"] != "done").count();
        assert_eq!(calendar.matches("BEGIN:VEVENT\r\n").count(), in_calendar, "{}", row["situation"]);
        assert!(calendar.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{calendar}");
    }
    assert!(wrong.is_empty(), "{} cells of due_dates do not hold:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_request_says_what_the_contractor_needs() {
    let mut entry = denied("7 2026-07-01 PT/SLP 97110 GP+59 CO-119 claim=C7");
    entry["patient"] = json!({ "name": "RUIZ, ANA", "memberId": "1EG4TE5MK72" });
    let request = |kind: &str| {
        let request = json!({
            "denied": [entry], "billed": [billed("b 2026-02-02 97110 GP 2500.00")], "type": kind, "decided": "2026-10-12", "attested": ["7"],
        });
        let answer: Value = serde_json::from_str(&call_json("reworkDenials", &request.to_string()).unwrap()).unwrap();
        answer["denials"][0].clone()
    };
    let reopening = request("professional");
    assert_eq!(
        reopening["text"],
        "Reopening request: add modifier KX\n\
         Beneficiary: RUIZ, ANA, Medicare number 1EG4TE5MK72\n\
         Claim: C7\n\
         Date of service: Jul 1, 2026, code 97110\n\
         Modifiers on the claim: GP and 59\n\
         Denied on Oct 12, 2026 with CARC 119.\n\
         Reopen this line and add modifier KX. It was missing from the claim.\n\
         The treating clinician attests that the services were reasonable, necessary, skilled and documented.\n\
         The medical record is available on request."
    );
    assert_eq!(
        reopening["message"],
        "97110, Jul 1, 2026. Denied with CARC 119. KX was not on the line, and PT/SLP was over by $20.00 before it."
    );
    assert_eq!(
        reopening["nextStep"],
        "A clinician attested to KX. Check the request and send it to the contractor. A reopening can be requested through Oct 12, 2027. \
         Contractors differ, so check with your contractor."
    );
    assert!(request("institutional")["text"].as_str().unwrap().contains("Adjust the claim (type of bill xx7)"));
}
