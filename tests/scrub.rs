//! Claims before they go out, and whose a file is.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use crate::answers::call_json;
use serde_json::{Value, json};

fn scrub(request: &Value) -> Value {
    serde_json::from_str(&call_json("scrubClaims", &request.to_string()).unwrap()).unwrap()
}

/// A function that takes the text of a file.
fn file(function: &str, text: &str) -> Value {
    serde_json::from_str(&call_json(function, &serde_json::to_string(text).unwrap()).unwrap()).unwrap()
}

fn line(id: &str, code: &str, modifiers: &[&str]) -> Value {
    json!({ "id": id, "date": "2026-07-01", "code": code, "modifiers": modifiers, "charge": "80.00", "units": 1 })
}

fn claim(lines: Value) -> Value {
    json!({ "id": "C1", "type": "professional", "frequency": "1", "payer": "MEDICARE", "medicare": true, "lines": lines })
}

/// One claim of a patient who has used this much.
fn request(used: &str, lines: Value) -> Value {
    json!({
        "claims": [claim(lines)],
        "billed": [{ "id": "b", "date": "2026-02-02", "code": "97110", "modifiers": ["GP"], "allowed": used, "posted": "2026-02-20" }],
        "fees": { "97110": { "full": "30.00", "reduced": "25.00" }, "97140": { "full": "28.00", "reduced": "22.00" } },
    })
}

fn codes(answer: &Value, place: usize) -> Vec<String> {
    answer["lines"][place]["findings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn each_line_is_judged_behind_the_year_so_far() {
    let lines = json!([line("1", "97110", &["GP"]), line("2", "97140", &["GP", "KX"]), line("3", "97110", &[])]);
    let answer = scrub(&request("2480.00", lines.clone()));
    assert_eq!(codes(&answer, 0), ["missing-kx"]);
    assert!(codes(&answer, 1).is_empty(), "a clean line has no finding");
    assert_eq!(codes(&answer, 2), ["therapy-modifier-missing"]);
    assert_eq!(answer["summary"], "3 therapy lines: 1 with an error, 1 with a warning and 1 without a finding.");
    assert_eq!((&answer["lines"][0]["kx"], &answer["lines"][0]["serviceType"]), (&json!("missing"), &json!("PT/SLP")));

    let early = scrub(&request("100.00", lines));
    assert_eq!((codes(&early, 0), codes(&early, 1)), (vec![], vec!["early-kx".to_owned()]));
}

#[test]
fn the_lines_of_a_day_are_expected_together_and_count_one_after_the_other() {
    // 25.00 + 28.00: the unit that the reduction would take most of is allowed in full. 30.00 is left before them.
    let lines = json!([line("1", "97110", &["GP"]), line("2", "97140", &["GP"]), line("3", "97110", &["GP"])]);
    let answer = scrub(&request("2450.00", lines));
    assert_eq!([0, 1, 2].map(|place| answer["lines"][place]["kx"].as_str().unwrap().to_owned()), ["correct", "crossing", "missing"]);
    assert!(
        answer["lines"][1]["findings"][0]["message"].as_str().unwrap().starts_with("PT/SLP went $23.00 over the threshold on this line")
    );
}

#[test]
fn an_amount_that_is_not_known_is_said_where_it_matters() {
    let lines = json!([line("1", "97530", &["GP"])]);
    assert_eq!(codes(&scrub(&request("2400.00", lines.clone())), 0), ["amount-unknown"]);
    assert_eq!(codes(&scrub(&request("2480.00", lines)), 0), ["missing-kx"]);
    let mut part = line("1", "97110", &["GP"]);
    part["units"] = json!(1.5);
    assert_eq!(codes(&scrub(&request("2400.00", json!([part]))), 0), ["amount-unknown"]);
}

#[test]
fn without_a_year_so_far_kx_is_not_judged() {
    let lines = json!([line("1", "97110", &["GP", "KX", "KX"]), line("2", "97110", &["GP"])]);
    let mut known_nothing = request("0.00", lines);
    known_nothing.as_object_mut().unwrap().remove("billed");
    let answer = scrub(&known_nothing);
    assert_eq!(answer["notices"][0]["code"], "usage-unknown");
    assert_eq!(codes(&answer, 0), ["repeated-modifier"]);
    assert_eq!(answer["lines"][1]["kx"], "not-applicable");
    // An empty year is a known one.
    known_nothing["billed"] = json!([]);
    let empty = scrub(&known_nothing);
    assert_eq!((empty["notices"].as_array().unwrap().len(), codes(&empty, 0)[0].as_str()), (0, "early-kx"));
}

#[test]
fn a_claim_that_the_account_holds_already_is_not_counted_before_itself() {
    let mut again = request("2480.00", json!([line("1", "97110", &["GP"])]));
    again["billed"][0]["claim"] = json!("C1");
    assert_eq!(codes(&scrub(&again), 0), Vec::<String>::new());
    again["billed"][0]["claim"] = json!("C0");
    assert_eq!(codes(&scrub(&again), 0), ["missing-kx"]);
}

#[test]
fn other_payers_lost_dates_and_taken_back_claims_are_said() {
    let undated = json!({ "id": "1", "date": null, "code": "97110", "modifiers": ["GP"], "units": 1 });
    assert_eq!(codes(&scrub(&request("0.00", json!([undated]))), 0), ["date-missing"]);
    let mut other = request("2480.00", json!([line("1", "97110", &["GP"])]));
    other["claims"][0]["medicare"] = json!(false);
    assert_eq!(codes(&scrub(&other), 0), ["not-medicare"]);
    let mut void = request("2480.00", json!([line("1", "97110", &["GP"])]));
    void["claims"][0]["frequency"] = json!("8");
    assert_eq!(codes(&scrub(&void), 0), ["void"]);
    assert_eq!(scrub(&json!({ "claims": [] }))["summary"], "These claims have no therapy lines.");
}

#[test]
fn what_was_read_is_scrubbed_as_it_was_read() {
    let text = "ISA*00*          *00*          *ZZ*S              *ZZ*R              *260701*1200*^*00501*000000001*0*P*:~GS*HC*S*R*20260701*1200*1*X*005010X222A1~\
        ST*837*0001*005010X222A1~HL*1**22*0~SBR*P*18*******MB~NM1*IL*1*DOE*JANE****MI*1AB2CD3EF45~CLM*C1*80***11:B:1~\
        LX*1~SV1*HC:97110:GP*80*UN*2***1~DTP*472*D8*20260701~SE*9*0001~GE*1*1~IEA*1*000000001~";
    let mut wanted = request("2480.00", json!([]));
    wanted["claims"] = file("readClaim837", text)["claims"].clone();
    assert_eq!(codes(&scrub(&wanted), 0), ["missing-kx"]);
    let patients = file("identifyX12", text)["patients"].clone();
    let whose = matched(&json!({ "patients": patients, "memberId": "1ab2-cd3-ef45" }));
    assert_eq!((&whose["whose"], &whose["positions"]), (&json!("theirs"), &json!([0])));
}

#[test]
fn a_bad_scrub_is_refused_with_its_path() {
    for (pointer, value, code, path) in [
        ("/claims/0/lines/0/code", json!("9711"), "code-invalid", "claims[0].lines[0].code"),
        ("/claims/0/lines/0/units", json!(-1), "unknown-value", "claims[0].lines[0].units"),
        ("/fees/97110/reduced", json!("31.00"), "money-invalid", "fees.97110.reduced"),
        ("/billed/0/allowed", json!(1), "money-not-text", "billed[0].allowed"),
        ("/claims/0/medicare", Value::Null, "missing-field", "claims[0].medicare"),
    ] {
        let mut bad = request("0.00", json!([line("1", "97110", &["GP"])]));
        *bad.pointer_mut(pointer).unwrap() = value;
        let error = call_json("scrubClaims", &bad.to_string()).unwrap_err();
        assert_eq!((error.code.as_str(), error.path.as_deref()), (code, Some(path)), "{pointer}");
    }
}

fn matched(request: &Value) -> Value {
    serde_json::from_str(&call_json("matchPatient", &request.to_string()).unwrap()).unwrap()
}

#[test]
fn a_file_is_the_open_patients_by_member_id_alone() {
    let patients = json!([
        { "name": "DOE, JANE", "memberId": "1AB2CD3EF45", "positions": [0, 3] },
        { "name": "ROE, RICHARD", "memberId": "9ZZ9ZZ9ZZ99", "positions": [1] },
        { "name": "DOE, JANE Q", "memberId": "1ab2-cd3-ef45", "positions": [2] },
        { "name": "DOE, JANE", "memberId": null, "positions": [4] },
    ]);
    let own = matched(&json!({ "patients": patients, "memberId": "1AB2-CD3-EF45" }));
    assert_eq!(
        (&own["whose"], &own["positions"]),
        (&json!("theirs"), &json!([0, 2, 3])),
        "the same name without the id is another patient"
    );
    assert!(own["message"].as_str().unwrap().contains("2 other patients"));

    let none = matched(&json!({ "patients": patients, "memberId": "0XX0XX0XX00" }));
    assert_eq!((&none["whose"], &none["positions"]), (&json!("others"), &json!([])));
    let chosen = matched(&json!({ "patients": patients, "memberId": "0XX0XX0XX00", "chosen": 1 }));
    assert_eq!((&chosen["whose"], &chosen["positions"]), (&json!("chosen"), &json!([1])));
    assert!(chosen["message"].as_str().unwrap().contains("ROE, RICHARD (member ID 9ZZ9ZZ9ZZ99)"));
    // Where the open patient is in the file, nobody else can be chosen.
    let still_own = matched(&json!({ "patients": patients, "memberId": "1AB2CD3EF45", "chosen": 1 }));
    assert_eq!((&still_own["whose"], &still_own["positions"]), (&json!("theirs"), &json!([0, 2, 3])));

    assert_eq!(matched(&json!({ "patients": patients, "memberId": null }))["whose"], "others", "no id is nobody's id");
    assert_eq!(matched(&json!({ "patients": [], "memberId": "1" }))["whose"], "nobody");
    let error = call_json("matchPatient", &json!({ "patients": patients, "memberId": "0", "chosen": 9 }).to_string()).unwrap_err();
    assert_eq!((error.code.as_str(), error.path.as_deref()), ("unknown-id", Some("chosen")));
}

#[test]
fn no_more_is_expected_than_is_charged() {
    let mut cheap = line("1", "97110", &["GP"]);
    cheap["charge"] = json!("20.00");
    let mut unknown = line("3", "97110", &["GP"]);
    unknown.as_object_mut().unwrap().remove("charge");
    let answer = scrub(&request("2440.00", json!([cheap, line("2", "97140", &["GP"]), unknown])));
    let amounts = [0, 1, 2].map(|place| answer["lines"][place]["allowed"].as_str().unwrap().to_owned());
    assert_eq!(amounts, ["20.00", "28.00", "25.00"]);
    // 40.00 is left: by the fees alone the second line would have crossed at 15.00.
    assert_eq!(answer["lines"][1]["before"], "20.00");
}
