//! The rules as rows: `tests/spec/*.csv` hold a situation, the expected answer and its source. This file only reads them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use std::collections::{BTreeMap, BTreeSet};

use crate::answers::call_json;
use kx_modifier::ground::tables::Tables;
use kx_modifier::{ConditionId, NoticeCode};
use serde_json::{Map, Value, json};

type Row = BTreeMap<String, String>;

fn rows(file: &str) -> Vec<Row> {
    let path = format!("{}/tests/spec/{file}.csv", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let rows: Vec<Row> = reader.deserialize().map(|row| row.unwrap_or_else(|error| panic!("{path}: {error}"))).collect();
    let mut situations = BTreeSet::new();
    for row in &rows {
        assert!(situations.insert(row["situation"].clone()), "{file}: the situation `{}` stands twice", row["situation"]);
        assert!(!row["source"].is_empty(), "{file}: `{}` has no source", row["situation"]);
    }
    rows
}

/// The cell, or the default where it is empty.
fn cell<'a>(row: &'a Row, name: &str, default: &'a str) -> &'a str {
    match row[name].as_str() {
        "" => default,
        text => text,
    }
}

fn put(object: &mut Map<String, Value>, name: &str, value: Value) {
    if value != Value::Null {
        object.insert(name.to_owned(), value);
    }
}

fn optional(text: &str) -> Value {
    if text.is_empty() { Value::Null } else { json!(text) }
}

/// `PT/SLP=100.00 OT=20.00`
fn per_service_type(text: &str) -> Value {
    if text.is_empty() {
        return Value::Null;
    }
    text.split_whitespace()
        .map(|pair| pair.split_once('=').expect("NAME=AMOUNT"))
        .map(|(name, amount)| (name.to_owned(), json!(amount)))
        .collect()
}

fn provider(text: &str) -> Value {
    match text {
        "none" => Value::Null,
        code if code.len() == 10 => json!({ "taxonomy": code }),
        discipline => json!({ "discipline": discipline }),
    }
}

fn modifiers(text: &str) -> Value {
    if text == "-" { Value::Null } else { text.split_whitespace().collect() }
}

/// `DATE SERVICETYPE AMOUNT [status] [program=…] [id=…] [posted=…]`, separated by `;`; `[]` is an empty list.
fn entries(text: &str) -> Value {
    if text.is_empty() {
        return Value::Null;
    }
    let one = |text: &str| {
        let mut words = text.split_whitespace();
        let mut word = || words.next().expect("DATE SERVICETYPE AMOUNT");
        let mut entry = json!({ "date": word(), "serviceType": word(), "allowed": word() });
        for word in words {
            let (name, value) = word.split_once('=').unwrap_or(("status", word));
            entry[name] = json!(value);
        }
        entry
    };
    text.split(';').map(str::trim).filter(|text| !text.is_empty() && *text != "[]").map(one).collect()
}

/// `key=value` pairs separated by `;`, with dots for depth.
fn policy(text: &str) -> Value {
    if text.is_empty() {
        return Value::Null;
    }
    let mut policy = json!({});
    for (key, value) in text.split(';').map(|pair| pair.trim().split_once('=').expect("key=value")) {
        let value = match key {
            "staleAfterDays" => json!(value.parse::<i64>().expect("days")),
            _ if key.ends_with("Codes.PT/SLP") || key.ends_with("Codes.OT") => value.split_whitespace().collect(),
            _ => json!(value),
        };
        let (path, last) = key.rsplit_once('.').unwrap_or(("", key));
        let mut place = &mut policy;
        for step in path.split('.').filter(|step| !step.is_empty()) {
            place = &mut place[step];
        }
        place[last] = value;
    }
    policy
}

/// `complete` or `empty`, then `key=value` overrides separated by `;`.
fn documentation(text: &str) -> Value {
    let mut parts = text.split(';').map(str::trim);
    let mut record = match parts.next() {
        Some("complete") => json!({
            "certifiedThrough": "2026-12-31",
            "treatmentDaysSinceProgressReport": 3,
            "lastReevaluation": "2026-03-01",
            "treatmentNote": true,
            "historyAndPhysical": true,
            "medicalNecessityRationale": true,
            "functionalProgress": true,
            "complexity": true,
            "individualNecessityInGroup": true,
        }),
        Some("empty") => json!({}),
        _ => return Value::Null,
    };
    for (name, value) in parts.map(|pair| pair.split_once('=').expect("key=value")) {
        record[name] = match value {
            "absent" => Value::Null,
            "true" | "false" => json!(value == "true"),
            number if number.parse::<i64>().is_ok() => json!(number.parse::<i64>().unwrap()),
            text => json!(text),
        };
    }
    record
}

fn yes_no(text: &str) -> Value {
    match text {
        "yes" => json!(true),
        "no" => json!(false),
        _ => Value::Null,
    }
}

fn present(text: &str, default: &str) -> Value {
    match text {
        "absent" => Value::Null,
        "" => json!(default),
        text => json!(text),
    }
}

/// The parts of a request that rows of one line and of several lines have alike.
fn context(row: &Row) -> Map<String, Value> {
    let mut usage = Map::new();
    put(&mut usage, "used", per_service_type(&row["used"]));
    put(&mut usage, "otherUsed", per_service_type(&row["other"]));
    put(&mut usage, "precomputedRemaining", per_service_type(&row["precomputed"]));
    let mut request = Map::new();
    put(&mut request, "preferences", json!({ "autoApplyKx": yes_no(cell(row, "auto", "yes")) }));
    put(&mut request, "policy", policy(&row["policy"]));
    request.insert("usage".to_owned(), Value::Object(usage));
    request
}

fn decision_request(row: &Row) -> Value {
    let mut request = context(row);
    let mut coverage = Map::new();
    put(&mut coverage, "program", present(&row["program"], "medicare-part-b"));
    for flag in row["coverage"].split_whitespace() {
        coverage.insert(flag.to_owned(), json!(true));
    }
    let usage = request.get_mut("usage").and_then(Value::as_object_mut).unwrap();
    put(usage, "entries", entries(&row["entries"]));
    put(usage, "asOf", optional(&row["as_of"]));
    if usage.is_empty() {
        request.remove("usage");
    }
    let mut appointment = Map::new();
    put(&mut appointment, "date", present(&row["date"], "2026-03-10"));
    put(&mut appointment, "section", optional(&row["section"]));
    put(&mut appointment, "done", yes_no(&row["done"]));
    put(&mut appointment, "renderingProvider", provider(cell(row, "provider", "PT")));
    let mut line = Map::new();
    put(&mut line, "code", present(&row["code"], "97110"));
    put(&mut line, "modifiers", modifiers(cell(row, "modifiers", "GP")));
    put(&mut line, "allowed", optional(&row["allowed"]));
    put(&mut line, "kxDeclined", optional(&row["declined"]));
    request.insert("line".to_owned(), Value::Object(line));
    request.insert("appointment".to_owned(), Value::Object(appointment));
    request.insert("coverage".to_owned(), Value::Object(coverage));
    put(&mut request, "documentation", documentation(&row["documentation"]));
    Value::Object(request)
}

fn decide(request: &Value) -> Result<Value, kx_modifier::Error> {
    call_json("decide", &request.to_string()).map(|answer| serde_json::from_str(&answer).expect("the answer is JSON"))
}

fn words(list: &Value, name: &str) -> BTreeSet<String> {
    list.as_array().unwrap().iter().map(|one| one[name].as_str().unwrap().to_owned()).collect()
}

/// `remove-modifier GP KX: Remove GA`
fn way(way: &Value) -> String {
    let modifiers = joined(way["modifiers"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()));
    format!("{} {modifiers}: {}", way["action"].as_str().unwrap(), way["label"].as_str().unwrap())
}

fn joined_by(between: &str, texts: impl Iterator<Item = String>) -> String {
    let texts: Vec<String> = texts.collect();
    if texts.is_empty() { "-".to_owned() } else { texts.join(between) }
}

fn joined<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<&str> = words.into_iter().collect();
    if words.is_empty() { "-".to_owned() } else { words.join(" ") }
}

/// What an answer says, in the words of the row's columns.
fn answer_column(answer: &Value, column: &str) -> String {
    let text = |value: &Value| value.as_str().unwrap_or("null").to_owned();
    match column {
        "action" | "state" => text(&answer[column]),
        "ways" => joined_by("; ", answer["wayOut"].as_array().unwrap().iter().map(way)),
        "after" => joined(answer["modifiers"].as_array().unwrap().iter().map(|one| one.as_str().unwrap())),
        "service_type" => text(&answer["serviceType"]),
        "standing" => text(&answer["standing"]),
        "unmet" => {
            let unmet = answer["conditions"].as_array().unwrap().iter().filter(|one| one["met"] == false);
            joined(unmet.map(|one| one["id"].as_str().unwrap()))
        }
        "remaining" => text(&answer["basis"]["remaining"]),
        "status" => text(&answer["thresholds"][answer["serviceType"].as_str().unwrap_or("none")]["status"]),
        "notices" => joined(words(&answer["notices"], "code").iter().map(String::as_str)),
        _ => panic!("no column `{column}`"),
    }
}

fn sorted(text: &str) -> String {
    joined(text.split_whitespace().collect::<BTreeSet<_>>())
}

fn check_decisions(file: &str, at_least: usize) {
    let rows = rows(file);
    assert!(rows.len() >= at_least, "{file} has {} rows, {at_least} are expected at least", rows.len());
    let mut wrong = Vec::new();
    for row in &rows {
        let request = decision_request(row);
        let mut differ = |column: &str, found: String| {
            let expected = &row[column];
            let same = match column {
                "notices" => sorted(expected) == sorted(&found),
                _ => *expected == found,
            };
            if !expected.is_empty() && !same {
                wrong.push(format!("{}: {column} is `{found}`, not `{expected}` ({})", row["situation"], row["source"]));
            }
        };
        match decide(&request) {
            Err(error) => differ("action", format!("error:{}@{}", error.code.as_str(), error.path.unwrap_or_default())),
            Ok(answer) => {
                let columns = ["action", "after", "service_type", "standing", "unmet", "remaining", "status", "notices", "state", "ways"];
                for column in columns.into_iter().filter(|column| row.contains_key(*column)) {
                    differ(column, answer_column(&answer, column));
                }
                check_sentences(&answer, &row["situation"]);
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {} rows of {file} do not hold:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

/// What holds for every answer: sentences are whole, and a chip has a tooltip.
fn check_sentences(answer: &Value, situation: &str) {
    let whole = |text: &Value| text.as_str().is_some_and(|text| text.ends_with('.') && !text.contains("  "));
    let tooltip = &answer["tooltip"];
    assert!(answer["action"] == "none" || whole(tooltip), "{situation}: tooltip {tooltip}");
    for condition in answer["conditions"].as_array().unwrap() {
        assert!(whole(&condition["explanation"]), "{situation}: {condition}");
    }
    for notice in answer["notices"].as_array().unwrap() {
        assert!(whole(&notice["message"]), "{situation}: {notice}");
    }
}

#[test]
fn decisions() {
    check_decisions("decisions", 200);
}

#[test]
fn states() {
    check_decisions("states", 50);
}

#[test]
fn the_source_texts_own_examples() {
    check_decisions("seeds", 30);
}

#[test]
fn every_notice_is_said_and_not_said_by_some_row() {
    let rows: Vec<Row> = rows("decisions").into_iter().chain(rows("seeds")).collect();
    // Behind the last notice of a line stand the findings of audit, scrub, eligibility and import, and no row of a line says one.
    let (notices, findings): (Vec<_>, Vec<_>) = NoticeCode::ALL.into_iter().partition(|code| *code <= NoticeCode::RepeatedModifier);
    for code in findings {
        let said = |row: &Row| row["notices"].split_whitespace().any(|one| one == code.as_str());
        assert!(!rows.iter().any(said), "{} is a notice of a line", code.as_str());
    }
    for code in notices {
        let said = |row: &&Row| row["notices"].split_whitespace().any(|one| one == code.as_str());
        assert!(rows.iter().any(|row| said(&row)), "no row expects {}", code.as_str());
        assert!(rows.iter().any(|row| !row["notices"].is_empty() && !said(&row)), "no row does without {}", code.as_str());
    }
}

#[test]
fn every_condition_fails_alone_and_in_each_pair() {
    let unmet: BTreeSet<String> = rows("decisions").iter().map(|row| row["unmet"].clone()).collect();
    let ids = ConditionId::ALL.map(ConditionId::as_str);
    for (index, first) in ids.into_iter().enumerate() {
        assert!(unmet.contains(first), "no row in which only {first} fails");
        for second in ids.into_iter().skip(index + 1) {
            assert!(unmet.contains(&format!("{first} {second}")), "no row in which only {first} and {second} fail");
        }
    }
}

#[test]
fn amounts_of_every_known_year() {
    let mut years = BTreeSet::new();
    for row in rows("thresholds") {
        let (service_type, year) = (&row["service_type"], &row["year"]);
        let (discipline, modifier) = if service_type == "OT" { ("OT", "GO") } else { ("PT", "GP") };
        let used: Value = [(service_type.clone(), json!(row["used"]))].into_iter().collect();
        let date = format!("{year}-07-01");
        let answer = decide(&json!({
            "line": { "code": "97110", "modifiers": [modifier] },
            "appointment": { "date": date, "renderingProvider": { "discipline": discipline } },
            "coverage": { "program": "medicare-part-b" },
            "preferences": { "autoApplyKx": true },
            "usage": { "used": used.clone() },
        }))
        .unwrap();
        let shown: Value =
            serde_json::from_str(&call_json("thresholds", &json!({ "date": date, "usage": { "used": used } }).to_string()).unwrap())
                .unwrap();
        assert_eq!(answer["action"], row["action"], "{}", row["situation"]);
        for (name, bucket) in answer["thresholds"].as_object().unwrap() {
            for (field, value) in bucket.as_object().unwrap() {
                assert_eq!(*value, shown[name][field], "{}: {field}", row["situation"]);
            }
            assert_eq!(shown[name]["before"], Value::Null, "{}: nothing is before no line", row["situation"]);
        }
        for column in ["remaining", "status", "label"] {
            assert_eq!(shown[service_type][column], row[column], "{}: {column}", row["situation"]);
        }
        years.insert((year.clone(), service_type.clone(), row["remaining"].clone()));
    }
    for year in Tables::BUILT_IN.known_years() {
        for service_type in ["PT/SLP", "OT"] {
            for remaining in ["-0.01", "0.00", "0.01"] {
                let key = (year.to_string(), service_type.to_owned(), remaining.to_owned());
                // A year that is added to the data needs no row here to build, but the years that have rows have all of them.
                let year_has_rows = years.iter().any(|(have, ..)| *have == key.0);
                assert!(!year_has_rows || years.contains(&key), "no row for {key:?}");
            }
        }
    }
    assert!(years.iter().map(|(year, ..)| year).collect::<BTreeSet<_>>().len() >= 9);
}

#[test]
fn a_picker_gets_the_codes_of_the_discipline_first() {
    let listed = |request: &str| -> Vec<String> {
        let codes: Vec<Value> = serde_json::from_str(&call_json("therapyCodes", request).unwrap()).unwrap();
        codes.iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
    };
    let before = |request: &str, one: &str, other: &str| {
        let codes = listed(request);
        let place = |code: &str| codes.iter().position(|listed| listed == code).unwrap();
        place(one) < place(other)
    };
    // An evaluation by a speech-language pathologist, one by a physical therapist, and a draft row that anybody may bill.
    for (discipline, first, last) in
        [("PT", "97161", "92521"), ("PTA", "97161", "92521"), ("SLP", "92521", "97161"), ("OT", "97165", "92521")]
    {
        let request = format!(r#"{{ "discipline": "{discipline}" }}"#);
        assert!(before(&request, first, "92610") && before(&request, "92610", last), "{discipline}");
        // All of them, each once.
        let mut codes = listed(&request);
        codes.sort();
        assert_eq!(codes, listed("null"));
    }
}

#[test]
fn both_code_tables_are_complete() {
    let rows = rows("codes");
    let covered: BTreeSet<&str> = rows.iter().map(|row| row["code"].as_str()).collect();
    let listed: Value = serde_json::from_str(&call_json("therapyCodes", "null").unwrap()).unwrap();
    for one in listed.as_array().unwrap() {
        assert!(covered.contains(one["code"].as_str().unwrap()), "no row for {one}");
    }
    let request = |code: &str, (discipline, modifier): (&str, &str), list: &str| {
        json!({
            "line": { "code": code, "modifiers": [modifier] },
            "appointment": { "date": "2026-07-01", "renderingProvider": { "discipline": discipline } },
            "coverage": { "program": "medicare-part-b" },
            "preferences": { "autoApplyKx": true },
            "usage": { "used": { "PT/SLP": "2480.00", "OT": "2480.00" } },
            "policy": { "codeList": list },
        })
    };
    for row in &rows {
        for (column, list, who) in [
            ("documented_pt_slp", "documented", ("PT", "GP")),
            ("documented_ot", "documented", ("OT", "GO")),
            ("cms_pt_slp", "cms", ("PT", "GP")),
            ("cms_ot", "cms", ("OT", "GO")),
        ] {
            let answer = decide(&request(&row["code"], who, list)).unwrap();
            assert_eq!(answer["action"], row[column], "{}: {column}", row["situation"]);
        }
        let assistant = decide(&request(&row["code"], ("PTA", "GP"), "documented")).unwrap();
        let said = words(&assistant["notices"], "code").contains("assistant-evaluation");
        assert_eq!(said, row["evaluation"] == "yes", "{}: evaluation", row["situation"]);
    }
}

#[test]
fn appointments_of_several_lines() {
    let rows = rows("appointments");
    assert!(rows.len() >= 30);
    for row in rows {
        let lines: Vec<Value> = row["lines"]
            .split(';')
            .map(|text| {
                let mut words = text.split_whitespace();
                let mut word = || words.next().expect("CODE MODIFIERS ALLOWED");
                let mut line = Map::new();
                put(&mut line, "code", json!(word()));
                put(&mut line, "modifiers", modifiers(&word().replace('+', " ")));
                put(&mut line, "allowed", optional(word().trim_start_matches('-')));
                for (name, value) in words.map(|pair| pair.split_once('=').expect("name=value")) {
                    match name {
                        "provider" => put(
                            &mut line,
                            "renderingProvider",
                            match value {
                                "none" => json!({}),
                                named => provider(named),
                            },
                        ),
                        "done" => put(&mut line, "done", yes_no(value)),
                        "declined" => put(&mut line, "kxDeclined", json!(value)),
                        "section" => put(&mut line, "section", json!(value)),
                        _ => panic!("{}: `{name}`", row["situation"]),
                    }
                }
                Value::Object(line)
            })
            .collect();
        let mut request = context(&row);
        request.insert("lines".to_owned(), json!(lines));
        request.insert("coverage".to_owned(), json!({ "program": "medicare-part-b" }));
        request.insert(
            "appointment".to_owned(),
            json!({ "date": cell(&row, "date", "2026-03-10"), "renderingProvider": { "discipline": "PT" } }),
        );
        let answer: Value = serde_json::from_str(&call_json("decideAppointment", &Value::Object(request).to_string()).unwrap()).unwrap();
        let decisions = answer["decisions"].as_array().unwrap();
        let column = |name: &str| joined(decisions.iter().map(|one| one[name].as_str().unwrap_or("null")));
        assert_eq!(column("action"), row["actions"], "{}: actions", row["situation"]);
        if !row["standings"].is_empty() {
            assert_eq!(column("standing"), row["standings"], "{}: standings", row["situation"]);
        }
        let unresolved: Vec<String> = answer["unresolved"].as_array().unwrap().iter().map(ToString::to_string).collect();
        assert_eq!(joined(unresolved.iter().map(String::as_str)), cell(&row, "unresolved", "-"), "{}: unresolved", row["situation"]);
        for pair in row["remaining_after"].split_whitespace() {
            let (service_type, remaining) = pair.split_once('=').expect("NAME=AMOUNT");
            assert_eq!(answer["thresholdsAfter"][service_type]["remaining"], remaining, "{}: {service_type} after", row["situation"]);
        }
    }
}
