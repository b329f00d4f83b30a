//! The words of the answers: a host's texts in place of ours, and the tables that ship.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop at the first surprise")]

use crate::answers;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use kx_modifier::ground::env::Env;
use kx_modifier::ground::packed::pack_json;
use kx_modifier::ground::sentence::Formats;
use kx_modifier::ground::tables::Tables;
use kx_modifier::{Money, ServiceDate, Wording};
use serde_json::{Value, json};

/// Formats that no language has, so that they are known by sight.
struct Odd;

impl Formats for Odd {
    fn money(&self, amount: Money) -> String {
        format!("<{amount}>")
    }
    fn day(&self, day: ServiceDate) -> String {
        format!("<{day}>")
    }
    fn number(&self, number: i64) -> String {
        format!("<{number}>")
    }
}

fn given(wording: &Value) -> Result<Wording, kx_modifier::Error> {
    let mut packed = Vec::new();
    pack_json(&wording.to_string(), &mut packed).unwrap();
    kx_modifier::wall::wording(&packed, Box::new(Odd))
}

fn wording(texts: &Value) -> Result<Wording, kx_modifier::Error> {
    given(&json!({ "locale": "xx", "texts": texts }))
}

/// What a function answers in other words.
fn said(wording: &Wording, name: &str, request: &Value) -> String {
    answers::call_json_in(&Env { tables: &Tables::BUILT_IN, wording }, name, &request.to_string()).unwrap()
}

/// A line on a bucket that is used up, with a change.
fn tooltip(wording: &Wording, usage: &Value) -> String {
    let request = json!({
        "line": { "code": "97110", "modifiers": ["GP"] },
        "appointment": { "date": "2026-03-10", "renderingProvider": { "discipline": "PT" } },
        "coverage": { "program": "medicare-part-b" },
        "preferences": { "autoApplyKx": true },
        "usage": usage,
    });
    let decision: Value = serde_json::from_str(&said(wording, "decide", &request)).unwrap();
    decision["tooltip"].as_str().unwrap().to_owned()
}

fn checklist(wording: &Wording, days: u32, at: &str) -> String {
    let request = json!({ "date": "2026-03-10", "documentation": { "treatmentDaysSinceProgressReport": days } });
    let answer: Value = serde_json::from_str(&said(wording, "documentationChecklist", &request)).unwrap();
    answer["items"].as_array().unwrap().iter().find(|item| item["id"] == "progress-report").unwrap()[at].as_str().unwrap().to_owned()
}

#[test]
fn a_day_is_written_as_intl_writes_it_in_en_us() {
    for (day, words) in [
        ("2026-01-01", "Jan 1, 2026"),
        ("2024-02-29", "Feb 29, 2024"),
        ("2026-03-10", "Mar 10, 2026"),
        ("2026-04-30", "Apr 30, 2026"),
        ("2026-05-09", "May 9, 2026"),
        ("2026-06-20", "Jun 20, 2026"),
        ("2026-07-01", "Jul 1, 2026"),
        ("2026-08-31", "Aug 31, 2026"),
        ("2026-09-14", "Sep 14, 2026"),
        ("2026-10-11", "Oct 11, 2026"),
        ("2026-11-02", "Nov 2, 2026"),
        ("9999-12-31", "Dec 31, 9999"),
        ("0001-01-01", "Jan 1, 1"),
        ("0987-05-04", "May 4, 987"),
    ] {
        let request = json!({ "date": "0001-01-01", "documentation": { "certifiedThrough": day } });
        let answer: Value = serde_json::from_str(&said(&Wording::ENGLISH, "documentationChecklist", &request)).unwrap();
        let certification = answer["items"].as_array().unwrap().iter().find(|item| item["id"] == "certification").unwrap();
        assert_eq!(certification["next"], format!("Recertification is due by {words}."));
    }
}

#[test]
fn other_words_and_formats_and_english_for_the_rest() {
    let said = wording(&json!({ "tooltip.apply": "{^why}! {{{why}}}", "left.none": "über {bucket}: {{{bucket}}}" })).unwrap();
    let usage = json!({ "used": { "PT/SLP": "2480.00" } });
    assert_eq!(tooltip(&said, &usage), "Über PT/SLP: {PT/SLP}! {über PT/SLP: {PT/SLP}}");
    let exceeded = json!({ "used": { "PT/SLP": "2480.01" } });
    assert_eq!(
        tooltip(&said, &exceeded),
        "PT/SLP is <0.01> over the threshold before this line! {PT/SLP is <0.01> over the threshold before this line}"
    );
    assert!(
        tooltip(&Wording::ENGLISH, &exceeded).starts_with("KX added by Auto-Apply: PT/SLP is $0.01 over the threshold before this line. ")
    );
}

#[test]
fn a_count_chooses_its_text() {
    let said = wording(&json!({ "next.progress-report.within.one": "morgen", "next.progress-report.late.other": "{count} spät" })).unwrap();
    let expected = [
        (9, "morgen"),
        (8, "The next progress report is due within <2> treatment days."),
        (11, "The progress report is <1> treatment day late."),
        (12, "<2> spät"),
    ];
    for (days, text) in expected {
        assert_eq!(checklist(&said, days, "next"), text);
    }
    let days =
        [(9, "on the next treatment day"), (8, "within 2 treatment days"), (11, "1 treatment day late"), (12, "2 treatment days late")];
    for (days, part) in days {
        assert!(checklist(&Wording::ENGLISH, days, "next").contains(part), "{days}");
    }
}

/// What a person wrote is said as it is: braces in it are no places.
#[test]
fn what_is_filled_in_is_not_looked_at_again() {
    let request = json!({
        "line": { "code": "97110", "modifiers": ["GP"], "kxDeclined": "{fact} {reason} {{" },
        "appointment": { "date": "2026-03-10", "renderingProvider": { "discipline": "PT" } },
        "coverage": { "program": "medicare-part-b" }, "usage": { "used": { "PT/SLP": "2480.00" } },
    });
    let answer = said(&Wording::ENGLISH, "decide", &request);
    assert!(answer.contains("(\u{201c}{fact} {reason} {{\u{201d})"), "{answer}");
}

#[test]
fn a_declined_kx_names_who_denies_the_line() {
    let notice = |program: &str, reason: &str| {
        let request = json!({
            "line": { "code": "97110", "modifiers": ["GP"], "kxDeclined": reason },
            "appointment": { "date": "2026-03-10", "renderingProvider": { "discipline": "PT" } },
            "coverage": { "program": program, "followsKxThreshold": program == "medicare-advantage" },
            "usage": { "used": { "PT/SLP": "2480.00" } },
        });
        let answer: Value = serde_json::from_str(&said(&Wording::ENGLISH, "decide", &request)).unwrap();
        answer["notices"].as_array().unwrap().iter().find(|one| one["code"] == "kx-declined").unwrap()["message"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert!(notice("medicare-part-b", " ").starts_with("KX is off. Without KX, Medicare denies the line. If not medically necessary"));
    assert_eq!(notice("medicare-advantage", " "), "KX is off. Without KX, the Medicare Advantage plan denies the line.");
    assert_eq!(
        notice("medicare-advantage", "not necessary"),
        "KX is off (\u{201c}not necessary\u{201d}). Without KX, the Medicare Advantage plan denies the line."
    );
}

#[test]
fn a_table_that_is_wrong_is_refused_with_its_place() {
    let refused = |request: Value, code: &str, path: &str| {
        let error = given(&request).err().unwrap_or_else(|| panic!("{request} was taken"));
        assert_eq!((error.code.as_str(), error.path.as_deref().unwrap_or("")), (code, path), "{error}");
        assert!(!error.message.is_empty() && !error.help.is_empty());
    };
    refused(json!(null), "wrong-type", "");
    refused(json!([]), "wrong-type", "");
    refused(json!({ "texts": {} }), "wrong-type", "locale");
    refused(json!({ "locale": "es" }), "wrong-type", "texts");
    refused(json!({ "locale": "es", "texts": {}, "words": {} }), "unknown-field", "words");
    refused(json!({ "locale": "es", "texts": {}, "labels": { "a": 1 } }), "wrong-type", "labels[\"a\"]");
    let text =
        |id: &str, text: Value, code: &str| refused(json!({ "locale": "es", "texts": { id: text } }), code, &format!("texts[\"{id}\"]"));
    text("notice.hospice", json!(1), "wrong-type");
    text("notice.hospic", json!("text"), "unknown-value");
    text("next.progress-report.within", json!("text"), "unknown-value");
    for wrong in ["", " ", "{", "}", "{}", "{day}", "{^}", "text {"] {
        text("notice.hospice", json!(wrong), "unknown-value");
    }
    for wrong in ["{list}", "{item}", "{list}{list}{item}", "and"] {
        text("list.last", json!(wrong), "unknown-value");
    }
    assert!(wording(&json!({ "notice.hospice": "{{}} text", "list.last": "{item} et {list}", "label.remaining": null })).is_ok());
    assert!(wording(&json!({ "next.progress-report.within.one": "in {count}" })).is_ok(), "the count may be said where English does not");
}

/// A table of `data/wording`, by id.
fn table(language: &str) -> BTreeMap<String, String> {
    let path = format!("{}/data/wording/{language}/core.csv", env!("CARGO_MANIFEST_DIR"));
    let rows: Vec<(String, String)> = csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect();
    assert!(rows.is_sorted_by(|a, b| a.0 < b.0), "{language}: ascending by id");
    rows.into_iter().collect()
}

/// The places of a text; of a counted one without the count, which one of its texts may say in words.
fn places(id: &str, text: &str) -> BTreeSet<String> {
    let named = text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.trim_start_matches('^').to_owned());
    let counted = id.ends_with(".one") || id.ends_with(".other");
    named.filter(|name| !(counted && name == "count")).collect()
}

#[test]
fn the_spanish_table_is_whole() {
    let (english, spanish) = (table("en"), table("es"));
    assert_eq!(english.keys().collect::<Vec<_>>(), spanish.keys().collect::<Vec<_>>());
    for (id, text) in &english {
        assert_eq!(places(id, text), places(id, &spanish[id]), "{id}");
        assert_eq!(text.ends_with('.'), spanish[id].ends_with('.'), "{id}: a sentence, or a part of one");
        let is_pattern = text.split(['{', '}']).step_by(2).all(|words| !words.chars().any(char::is_alphabetic));
        let is_name =
            *text == "Therapy Revenue Pros" || id.starts_with("program.") || id == "kx-declined.payer.medicare" || id == "source.citation";
        assert!(is_pattern || is_name || *text != spanish[id], "{id} is English");
    }
    assert!(wording(&json!(spanish)).is_ok());
}

/// What is said in the files of a folder and below: rooms, and the engine itself.
fn source(folder: &Path) -> String {
    let mut text = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            text.push_str(&source(&path));
        } else {
            text.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
    text
}

/// A row of the table that nothing says is a row too many.
#[test]
fn every_row_is_said_somewhere() {
    let source = source(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let rows = |file: &str| std::fs::read_to_string(format!("{}/data/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let (items, asked, deadlines, checklists) =
        (rows("documentation.csv"), rows("review_items.csv"), rows("deadlines.csv"), rows("review_checklists.csv"));
    for id in table("en").into_keys() {
        let base = id.strip_suffix(".one").or_else(|| id.strip_suffix(".other")).unwrap_or(&id);
        let is_item = base
            .strip_prefix("item.")
            .is_some_and(|item| items.contains(&format!("\n{},", item.trim_end_matches(".text").trim_end_matches(".source"))));
        let is_asked = base.strip_prefix("packet.item.").is_some_and(|item| asked.contains(&format!(".{item},")));
        let is_deadline = base.strip_prefix("clock.source.").is_some_and(|deadline| deadlines.contains(&format!("\n{deadline},")));
        let is_checklist = base.strip_prefix("packet.source.").is_some_and(|checklist| checklists.contains(&format!("\n{checklist},")));
        assert!(is_item || is_asked || is_deadline || is_checklist || source.contains(&format!("\"{base}\"")), "nothing says `{id}`");
    }
}
