//! The rules about accounts as rows: fees, projections, eligibility, audits and comparative billing. `tests/spec/*.csv` hold a
//! situation, the expected answer and its source. This file only reads them.
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
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let rows: Vec<Row> = reader.deserialize().map(|row| row.unwrap_or_else(|error| panic!("{path}: {error}"))).collect();
    let mut situations = BTreeSet::new();
    for row in &rows {
        // A table of amounts has a code where rows of rules have a situation.
        let name = row.get("situation").unwrap_or_else(|| &row["code"]);
        assert!(situations.insert(name.clone()), "{file}: the situation `{name}` stands twice");
        assert!(!row["source"].is_empty(), "{file}: `{name}` has no source");
    }
    assert!(rows.len() >= at_least, "{file} has {} rows, {at_least} are expected at least", rows.len());
    rows
}

/// What differs, over all rows of a file, so that one run shows all of it.
#[derive(Default)]
struct Wrong(Vec<String>);

impl Wrong {
    fn expect(&mut self, row: &Row, column: &str, found: &str) {
        if row[column] != found {
            self.0.push(format!("{}: {column} is `{found}`, not `{}` ({})", row["situation"], row[column], row["source"]));
        }
    }

    fn expect_set(&mut self, row: &Row, column: &str, found: &str) {
        if sorted(&row[column]) != sorted(found) {
            self.expect(row, column, found);
        }
    }

    fn none(self, file: &str) {
        assert!(self.0.is_empty(), "{} cells of {file} do not hold:\n{}", self.0.len(), self.0.join("\n"));
    }
}

fn answer(function: &str, request: &Value, row: &Row) -> Value {
    let text = call_json(function, &request.to_string())
        .unwrap_or_else(|error| panic!("{}: {} at {:?}", row["situation"], error.code.as_str(), error.path));
    serde_json::from_str(&text).expect("the answer is JSON")
}

fn put(object: &mut Map<String, Value>, name: &str, value: Value) {
    if value != Value::Null {
        object.insert(name.to_owned(), value);
    }
}

fn optional(text: &str) -> Value {
    if text.is_empty() { Value::Null } else { json!(text) }
}

fn sorted(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    words.sort_unstable();
    words
}

fn joined(words: impl IntoIterator<Item = String>) -> String {
    let words: Vec<String> = words.into_iter().collect();
    if words.is_empty() { "-".to_owned() } else { words.join(" ") }
}

/// A text of an answer, or `null`, or `-` for a missing day.
fn text(value: &Value, absent: &str) -> String {
    value.as_str().unwrap_or(absent).to_owned()
}

/// The parts of a cell, separated by `;`.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|text| !text.is_empty() && *text != "[]")
}

/// `first second … name=value …` as an object: the names are for the words without one.
fn object(text: &str, names: &[&str]) -> Map<String, Value> {
    let mut words = text.split_whitespace();
    let mut object: Map<String, Value> =
        names.iter().map(|name| ((*name).to_owned(), json!(words.next().unwrap_or_else(|| panic!("`{text}` has no {name}"))))).collect();
    for word in words {
        // Only a status stands without its name.
        let (name, value) = word.split_once('=').unwrap_or(("status", word));
        object.insert(name.to_owned(), json!(value));
    }
    object
}

fn entries(text: &str) -> Value {
    parts(text).map(|one| Value::Object(object(one, &["date", "serviceType", "allowed"]))).collect()
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

/// `key=value` pairs separated by `;`, with dots for depth.
fn policy(text: &str) -> Value {
    if text.is_empty() {
        return Value::Null;
    }
    let mut policy = json!({});
    for (key, value) in parts(text).map(|pair| pair.split_once('=').expect("key=value")) {
        let (path, last) = key.rsplit_once('.').unwrap_or(("", key));
        let mut place = &mut policy;
        for step in path.split('.').filter(|step| !step.is_empty()) {
            place = &mut place[step];
        }
        place[last] = json!(value);
    }
    policy
}

#[test]
fn estimates() {
    let fees: Map<String, Value> =
        rows("fees_2020", 60).iter().map(|row| (row["code"].clone(), json!({ "full": row["full"], "reduced": row["reduced"] }))).collect();
    let mut wrong = Wrong::default();
    for row in rows("estimates", 25) {
        let lines: Vec<Value> = parts(&row["lines"])
            .enumerate()
            .map(|(index, line)| {
                let mut words = line.split(' ');
                let (code, units) = (words.next().expect("CODE"), words.next().expect("UNITS"));
                let mut line = json!({ "id": format!("line {index}"), "code": code, "units": units.parse::<u32>().expect("units") });
                if let Some(charge) = words.next() {
                    line["charge"] = json!(charge);
                }
                line
            })
            .collect();
        let answer = answer("estimateAllowed", &json!({ "lines": lines, "fees": fees }), &row);
        let priced = answer["lines"].as_array().unwrap();
        wrong.expect(&row, "allowed", &joined(priced.iter().map(|line| text(&line["allowed"], "null"))));
        wrong.expect(&row, "basis", &joined(priced.iter().map(|line| text(&line["basis"], "null"))));
        wrong.expect(&row, "total", &text(&answer["total"], "null"));
        wrong.expect(&row, "unpriced", &joined(answer["unpriced"].as_array().unwrap().iter().map(|code| text(code, "null"))));
        let full = |line: &Value| line["units"][0] == fees[&code_of(&lines, line)]["full"];
        // Where no reduction applies, published as 0.00, every unit is in full; elsewhere exactly one of the day is.
        let reducible = |line: &Value| fees[&code_of(&lines, line)]["reduced"] != "0.00";
        let in_full = priced.iter().filter(|line| reducible(line) && full(line)).count();
        assert_eq!(in_full, usize::from(priced.iter().any(reducible)), "{}: one unit of the day is in full", row["situation"]);
    }
    wrong.none("estimates");
}

fn code_of(lines: &[Value], priced: &Value) -> String {
    let line = lines.iter().find(|line| line["id"] == priced["id"]).expect("an id of the request");
    line["code"].as_str().unwrap().to_uppercase()
}

#[test]
fn projections() {
    let mut wrong = Wrong::default();
    for row in rows("projections", 25) {
        let mut usage = Map::new();
        put(&mut usage, "used", per_service_type(&row["used"]));
        put(&mut usage, "otherUsed", per_service_type(&row["other"]));
        put(&mut usage, "precomputedRemaining", per_service_type(&row["precomputed"]));
        if !row["entries"].is_empty() {
            put(&mut usage, "entries", entries(&row["entries"]));
        }
        put(&mut usage, "asOf", optional(&row["as_of"]));
        let visits: Vec<Value> = parts(&row["visits"]).map(|visit| Value::Object(object(visit, &["date", "allowed"]))).collect();
        let mut request = Map::new();
        put(&mut request, "date", json!(row["date"]));
        put(&mut request, "serviceType", json!(row["service_type"]));
        put(&mut request, "visits", json!(visits));
        put(&mut request, "policy", policy(&row["policy"]));
        if !usage.is_empty() {
            put(&mut request, "usage", Value::Object(usage));
        }
        let answer = answer("projectCrossing", &Value::Object(request), &row);
        wrong.expect(&row, "crosses_on", &text(&answer["crossesOn"], "-"));
        wrong.expect(&row, "before", &answer["visitsBeforeCrossing"].to_string());
        wrong.expect(&row, "after", &text(&answer["remainingAfterLast"], "null"));
        wrong.expect(&row, "unknown_years", &joined(answer["unknownYears"].as_array().unwrap().iter().map(Value::to_string)));
    }
    wrong.none("projections");
}

#[test]
fn what_other_providers_used() {
    let mut wrong = Wrong::default();
    for row in rows("eligibility", 20) {
        let amounts: Vec<Value> = parts(&row["amounts"])
            .map(|one| {
                let mut amount = object(one, &["serviceType", "kind", "amount"]);
                for name in ["from", "to"] {
                    amount.entry(name).or_insert(Value::Null);
                }
                amount.insert("segment".to_owned(), json!(one));
                Value::Object(amount)
            })
            .collect();
        let mut request = Map::new();
        put(&mut request, "date", json!(row["date"]));
        put(&mut request, "asOf", json!(row["as_of"]));
        put(&mut request, "amounts", json!(amounts));
        put(&mut request, "entries", entries(&row["entries"]));
        put(&mut request, "policy", policy(&row["policy"]));
        let answer = answer("otherUsedFromEligibility", &Value::Object(request), &row);
        let used = answer["otherUsed"].as_object().unwrap().iter().map(|(name, amount)| format!("{name}={}", text(amount, "null")));
        wrong.expect_set(&row, "other_used", &joined(used));
        wrong.expect(&row, "as_of", &text(&answer["asOf"], "null"));
        if !row["sum"].is_empty() {
            let sums = answer["sums"].as_array().unwrap().iter().map(|sum| {
                let parts = ["threshold", "usedHere", "pending", "remaining"].map(|part| text(&sum[part], "-"));
                format!("{}={}", text(&sum["serviceType"], "?"), parts.join("/"))
            });
            wrong.expect_set(&row, "sum", &joined(sums));
        }
        let notices = answer["notices"].as_array().unwrap();
        // An empty cell: the contract does not say whether there is something to report.
        if !row["notices"].is_empty() {
            wrong.expect(&row, "notices", if notices.is_empty() { "no" } else { "yes" });
        }
        check_messages(notices, &row);
    }
    wrong.none("eligibility");
}

fn check_messages(list: &[Value], row: &Row) {
    for one in list {
        let message = one["message"].as_str().unwrap_or_default();
        assert!(message.ends_with('.') && !message.contains("  "), "{}: {one}", row["situation"]);
        assert!(["info", "warning", "error"].contains(&one["severity"].as_str().unwrap_or_default()), "{}: {one}", row["situation"]);
    }
}

/// The findings that the contract decides; an audit may say more of a line.
const FINDINGS: [&str; 14] = [
    "missing-kx",
    "early-kx",
    "crossing-without-kx",
    "unknown-year",
    "too-many-modifiers",
    "opposing-modifier",
    "billed-as-not-necessary",
    "kx-declined",
    "kx-declined-present",
    "modifiers-in-note",
    "not-therapy",
    "code-not-in-effect",
    "repeated-modifier",
    "reversal",
];

#[test]
fn audits() {
    let mut wrong = Wrong::default();
    for row in rows("audits", 40) {
        let lines: Vec<Value> = parts(&row["lines"])
            .map(|one| {
                let mut line = object(one, &["id", "date", "code", "modifiers", "allowed"]);
                let modifiers = line["modifiers"].as_str().unwrap().to_owned();
                line["modifiers"] = modifiers.split('+').filter(|modifier| *modifier != "-").collect();
                if let Some(service_type) = line.remove("type") {
                    line.insert("serviceType".to_owned(), service_type);
                }
                Value::Object(line)
            })
            .collect();
        let mut other = json!({});
        for pair in row["other_used"].split_whitespace() {
            let (name, amount) = pair.split_once('=').expect("YEAR/TYPE=AMOUNT");
            let (year, service_type) = name.split_once('/').expect("YEAR/TYPE");
            other[year][service_type] = json!(amount);
        }
        let mut request = Map::new();
        put(&mut request, "lines", json!(lines));
        put(&mut request, "otherUsed", other);
        put(&mut request, "policy", policy(&row["policy"]));
        let answer = answer("audit", &Value::Object(request), &row);
        let audited = answer["lines"].as_array().unwrap();
        let column = |name: &str| joined(audited.iter().map(|line| format!("{}={}", text(&line["id"], "?"), text(&line[name], "null"))));
        wrong.expect(&row, "kx", &column("kx"));
        wrong.expect(&row, "before", &column("before"));
        wrong.expect(&row, "after", &column("after"));
        let findings = answer["findings"].as_array().unwrap();
        let said = findings.iter().map(|finding| (text(&finding["id"], "?"), text(&finding["code"], "?")));
        wrong.expect_set(
            &row,
            "findings",
            &joined(said.filter(|(_, code)| FINDINGS.contains(&code.as_str())).map(|(id, code)| format!("{id}:{code}"))),
        );
        // "These accrue nothing and are findings", whichever code says so. With 99 only whether KX is there is not known, and a reversal
        // accrues as it is.
        for line in audited.iter().filter(|line| line["kx"] == "not-applicable") {
            assert!(findings.iter().any(|finding| finding["id"] == line["id"]), "{}: no finding for {}", row["situation"], line["id"]);
            let accrues = |finding: &Value| finding["code"] == "modifiers-in-note" || finding["code"] == "reversal";
            let all_the_same = findings.iter().any(|finding| finding["id"] == line["id"] && accrues(finding));
            assert!(all_the_same || line["standing"] == Value::Null, "{}: {}", row["situation"], line["id"]);
        }
        check_messages(findings, &row);
        let totals = answer["totals"].as_array().unwrap().iter().map(|total| {
            let sums = ["allowed", "withKx"].map(|name| text(&total[name], "null"));
            format!("{}/{}={}/{}/{}", total["year"], text(&total["serviceType"], "?"), sums[0], sums[1], text(&total["reachedOn"], "-"))
        });
        wrong.expect_set(&row, "totals", &joined(totals));
        if !row["ends"].is_empty() {
            let ends = answer["totals"].as_array().unwrap().iter().map(|total| {
                let (left, day) = (text(&total["remaining"], "null"), text(&total["reachedAt"], "-"));
                // A star: not without what others used.
                let star = if total["reachedNote"].is_null() { "" } else { "*" };
                format!("{}/{}={left}/{day}{star}", total["year"], text(&total["serviceType"], "?"))
            });
            wrong.expect_set(&row, "ends", &joined(ends));
        }
    }
    wrong.none("audits");
}

#[test]
fn comparative_billing() {
    let mut wrong = Wrong::default();
    for row in rows("comparative", 20) {
        let (with_kx, all): (usize, usize) = (row["own_kx"].parse().expect("lines"), row["own_total"].parse().expect("lines"));
        let lines: Vec<Value> = (0..all)
            .map(|index| json!({ "code": "97110", "modifiers": if index < with_kx { vec!["GP", "KX"] } else { vec!["GP"] } }))
            .collect();
        let mut codes = json!({});
        match row["peer"].split_once(['/', '=']) {
            None => assert_eq!(row["peer"], "none", "{}", row["situation"]),
            Some(("proportion", share)) => codes["97110"] = json!({ "proportion": share.parse::<f64>().expect("a share") }),
            Some((kx, total)) => {
                codes["97110"] = json!({ "kx": kx.parse::<u64>().expect("lines"), "total": total.parse::<u64>().expect("lines") })
            }
        }
        let request = json!({ "lines": lines, "peers": [{ "scope": "state", "label": "the state", "codes": codes }] });
        let answer = answer("compareBilling", &request, &row);
        let first = &answer["rows"][0];
        assert_eq!(first["code"], "97110", "{}", row["situation"]);
        assert_eq!(first["lines"], json!(all), "{}: lines", row["situation"]);
        assert_eq!(first["kxLines"], json!(with_kx), "{}: lines with KX", row["situation"]);
        assert_eq!(first["proportion"] == Value::Null, all == 0, "{}: own proportion", row["situation"]);
        wrong.expect(&row, "comparison", &text(&first["peers"][0]["comparison"], "null"));
        let counts = row["peer"].split_once('/').map(|(kx, total)| (kx.parse::<u64>().unwrap(), total.parse::<u64>().unwrap()));
        let shown = (first["peers"][0]["kxLines"].as_u64(), first["peers"][0]["lines"].as_u64());
        assert_eq!(shown, counts.unzip(), "{}: the peers' lines", row["situation"]);
        // A code without own lines or peers is a row too, and says so.
        assert_eq!(answer["rows"][1]["peers"][0]["comparison"], "N/A", "{}", row["situation"]);
    }
    wrong.none("comparative");
}

/// `ID[:TYPE]: LINE; LINE | …`, a line `ID DATE CODE MODIFIERS ALLOWED [NAME=VALUE …]` with `-` for nothing.
fn claims(text: &str) -> Value {
    let given = |text: &str| if text == "-" { Value::Null } else { json!(text) };
    let line = |text: &str| {
        let mut words = text.split_whitespace();
        let mut next = || words.next().unwrap_or_else(|| panic!("`{text}` is too short"));
        let (id, date, code, modifiers, allowed) = (next(), next(), next(), next(), next());
        let modifiers: Vec<&str> = modifiers.split('+').filter(|one| *one != "-").collect();
        let mut line = json!({ "id": id, "date": date, "code": code, "modifiers": modifiers, "allowed": given(allowed) });
        for (name, value) in words.map(|pair| pair.split_once('=').expect("NAME=VALUE")) {
            match name {
                "provider" => line["renderingProvider"] = json!({ "discipline": value }),
                name => line[name] = json!(value),
            }
        }
        line
    };
    let claim = |text: &str| {
        let (head, lines) = text.rsplit_once(':').expect("ID: LINES");
        let (id, kind) = head.split_once(':').map_or((head, Value::Null), |(id, kind)| (id, json!(kind)));
        json!({ "id": id, "type": kind, "lines": parts(lines).map(line).collect::<Vec<_>>() })
    };
    text.split('|').map(str::trim).filter(|text| !text.is_empty()).map(claim).collect()
}

/// `used` with the day of the totals among it.
fn totals(text: &str) -> Value {
    if text.is_empty() {
        return Value::Null;
    }
    let (days, amounts): (Vec<&str>, Vec<&str>) = text.split_whitespace().partition(|word| word.starts_with("asOf="));
    json!({ "used": per_service_type(&amounts.join(" ")), "asOf": days.first().map(|day| day.trim_start_matches("asOf=")) })
}

/// `DISCIPLINE:ANSWER[:LINE]`: an answer for the plan of care, or for one line.
fn attested(text: &str) -> Value {
    let mut words = text.split(':');
    let (discipline, answer, line) = (words.next(), words.next(), words.next());
    let mut scope = json!({ "patient": "p", "discipline": discipline, "year": 2026 });
    match line {
        Some(line) => scope["line"] = json!(line),
        None => scope["planOfCare"] = json!("poc"),
    }
    json!({
        "kind": "answered", "at": "2026-06-01T09:00:00-04:00", "scope": scope, "asked": "0".repeat(64), "by": "Kim Lee, PT", "role": "therapist",
        "answer": answer, "reason": "record checked", "previous": null, "hash": "0".repeat(64),
    })
}

#[test]
fn holds() {
    let mut wrong = Wrong::default();
    for row in rows("holds", 50) {
        let mut coverage = json!({ "program": "medicare-part-b" });
        for word in row["coverage"].split_whitespace() {
            let (name, value) = word.split_once('=').map_or((word, json!(true)), |(name, value)| (name, json!(value)));
            coverage[name] = value;
        }
        let word = |text: &str| {
            let mut words = text.split(':');
            let (line, by, codes) = (words.next(), words.next(), words.next().map(|codes| codes.split('+').collect::<Vec<_>>()));
            json!({ "line": line, "by": by, "reason": "checked with the payer", "codes": codes })
        };
        let record = if row["documentation"].is_empty() { Value::Null } else { json!({ row["documentation"].clone(): true }) };
        let request = json!({
            "claims": claims(&row["claims"]),
            "renderingProvider": { "discipline": row["provider"] },
            "coverage": coverage,
            "preferences": { "autoApplyKx": row["auto"] == "on" },
            "usage": totals(&row["used"]),
            "policy": policy(&row["policy"]),
            "documentation": record,
            "attestations": parts(&row["attested"]).map(attested).collect::<Vec<_>>(),
            "released": parts(&row["released"]).map(word).collect::<Vec<_>>(),
        });
        let answer = answer("holdClaims", &request, &row);
        let claims = answer["claims"].as_array().expect("claims");
        let by_claim = |field: &str| {
            claims.iter().map(|claim| format!("{}={}", text(&claim["id"], "-"), text(&claim[field], "-"))).collect::<Vec<_>>().join(" ")
        };
        wrong.expect(&row, "status", &by_claim("status"));
        if !row["amounts"].is_empty() {
            wrong.expect(&row, "amounts", &by_claim("amount"));
        }
        let reasons = claims.iter().flat_map(|claim| {
            claim["reasons"].as_array().expect("reasons").iter().map(move |reason| {
                let line = text(&reason["line"], "-");
                let answers = joined_by_plus(&reason["answers"]);
                let said = ["code", "severity", "who"].map(|name| text(&reason[name], "?")).join(":");
                let released = reason["released"]["by"].as_str().map_or_else(String::new, |by| format!(":{by}"));
                format!("{}:{line}:{said}:{answers}{released}", text(&claim["id"], "-"))
            })
        });
        wrong.expect(&row, "reasons", &joined(reasons));
        if !row["summary"].is_empty() {
            wrong.expect(&row, "summary", &text(&answer["summary"], "-"));
        }
    }
    wrong.none("holds");
}

fn joined_by_plus(words: &Value) -> String {
    words.as_array().expect("a list").iter().map(|word| text(word, "?")).collect::<Vec<_>>().join("+")
}
