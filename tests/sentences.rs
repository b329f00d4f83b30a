//! What a decision says before and after a person has answered, in both languages where the grammar is another.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use crate::answers::call_json;
use serde_json::{Value, json};

/// A line on a threshold that is used up.
fn request(discipline: &str, code: &str, modifiers: &[&str]) -> Value {
    json!({
        "line": { "id": "a", "code": code, "modifiers": modifiers, "allowed": "31.40" },
        "appointment": { "date": "2026-07-01", "renderingProvider": { "discipline": discipline } },
        "coverage": { "program": "medicare-part-b" },
        "preferences": { "autoApplyKx": true },
        "usage": { "used": { "PT/SLP": "2500.00", "OT": "2500.00" } },
    })
}

fn with(mut request: Value, pointer: &str, value: Value) -> Value {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    request.pointer_mut(parent).unwrap()[name] = value;
    request
}

fn decide(request: &Value) -> Value {
    serde_json::from_str(&call_json("decide", &request.to_string()).unwrap()).unwrap()
}

/// The sentence of a notice; empty where it is not said.
fn notice(request: &Value, code: &str) -> String {
    let answer = decide(request);
    let found = answer["notices"].as_array().unwrap().iter().find(|one| one["code"] == code);
    found.map_or_else(String::new, |one| one["message"].as_str().unwrap().to_owned())
}

const OFF_LIST: &str = "off-list-therapy-code";

#[test]
fn a_code_of_another_discipline_is_asked_about_before_kx() {
    for (discipline, modifier, code, owner) in
        [("OT", "GO", "97161", "PT"), ("SLP", "GN", "97161", "PT"), ("PT", "GP", "97165", "OT"), ("PTA", "GP", "92521", "SLP")]
    {
        let own = discipline.trim_end_matches('A');
        let bucket = if own == "OT" { "OT" } else { "PT/SLP" };
        let question =
            format!("{code} is a code for {owner}, but the rendering provider's discipline is {own}. Check the code or the provider.");
        let line = request(discipline, code, &[modifier]);
        let why = format!("{bucket} is $20.00 over the threshold before this line");
        assert_eq!(notice(&line, OFF_LIST), format!("{question} If both are right, decide on KX: {why}."));
        assert_eq!(decide(&line)["tooltip"], format!("Check KX: {why}, but {code} is a code for {owner}, not {own}."));
        // KX answers nothing about the code.
        assert_eq!(notice(&request(discipline, code, &[modifier, "KX"]), OFF_LIST), question);
        assert_eq!(notice(&with(line, "/line/kxDeclined", json!("not necessary")), OFF_LIST), question);
    }
    // What Medicare's list has for all three, only your list tells apart; a draft row tells nothing.
    let speech = notice(&request("OT", "92507", &["GO"]), OFF_LIST);
    assert!(
        speech
            .starts_with("92507 is on your auto-apply list for SLP, but the provider's discipline is OT. Check the code or the provider."),
        "{speech}"
    );
    // Codes that all bill are no question.
    assert_eq!(
        notice(&request("PT", "97035", &["GP"]), OFF_LIST),
        "PT/SLP is $20.00 over the threshold before this line. 97035 is not on your auto-apply list: decide on KX."
    );
}

#[test]
fn nobody_is_asked_to_decide_again() {
    let answered = "97161 is not on your auto-apply list, so KX was decided by hand.";
    assert_eq!(notice(&request("PT", "97161", &["GP", "KX"]), OFF_LIST), answered);
    assert_eq!(notice(&with(request("PT", "97161", &["GP"]), "/line/kxDeclined", json!("")), OFF_LIST), answered);
}

#[test]
fn kx_on_a_line_attests_whether_the_record_is_complete_or_not() {
    let said = |modifiers: &[&str], auto: bool, record: Value| {
        let line = with(request("PT", "97110", modifiers), "/preferences/autoApplyKx", json!(auto));
        notice(&with(line, "/documentation", record), "documentation-incomplete")
    };
    let signed = json!({ "by": "Kim Lee, PT", "on": "2026-07-01" });
    let almost = json!({
        "certifiedThrough": "2026-08-01", "treatmentDaysSinceProgressReport": 3, "lastReevaluation": "2026-06-01", "treatmentNote": true,
        "historyAndPhysical": true, "medicalNecessityRationale": true, "functionalProgress": true,
    });
    // How much of it is documented is said once, beside the checklist.
    let on_line = "KX was added without an attestation, and the record is incomplete. Complete it before you bill.";
    assert_eq!(said(&["GP", "KX"], false, json!({})), on_line);
    // Added by itself it is on the claim too.
    assert_eq!(said(&["GP"], true, json!({})), on_line);
    assert_eq!(
        said(&["GP", "KX"], false, json!({ "attestation": signed })),
        "KX was added and attested, but the record is incomplete. Complete it before you bill."
    );
    assert_eq!(
        said(&["GP", "KX"], false, almost.clone()),
        "KX was added without an attestation, and the record lacks complexity. Complete it before you bill."
    );
    // Not on the line yet.
    assert_eq!(said(&["GP"], false, json!({})), "The record is incomplete. Complete it before you attest to KX.");
    assert_eq!(said(&["GP"], false, almost), "The record lacks complexity. Complete it before you attest to KX.");
}

#[test]
fn a_doubt_about_the_balance_or_the_payer_leaves_the_denial_open() {
    let said = |program: &str, because: &str| {
        let line = with(request("PT", "97110", &["GP"]), "/line/kxDeclinedBecause", json!(because));
        let coverage = json!({ "program": program, "followsKxThreshold": program == "medicare-advantage" });
        notice(&with(line, "/coverage", coverage), "kx-declined")
    };
    assert_eq!(
        said("medicare-part-b", "balance"),
        "KX is off. If the balance is right, Medicare denies the line without KX. Correct the amounts used before you bill."
    );
    assert_eq!(
        said("medicare-part-b", "not-primary"),
        "KX is off. Check the coverage before you bill. If Medicare pays first, it denies the line without KX."
    );
    assert_eq!(
        said("medicare-advantage", "balance"),
        "KX is off. If the balance is right, the Medicare Advantage plan denies the line without KX. Correct the amounts used before you bill."
    );
    assert!(said("medicare-part-b", "not-necessary").starts_with("KX is off. Without KX, Medicare denies the line. Bill GA"));
    // So of a line that was billed.
    let billed = json!({
        "lines": [{ "id": "a", "date": "2026-02-02", "code": "97110", "modifiers": ["GP"], "allowed": "30.00", "kxDeclinedBecause": "balance" }],
        "otherUsed": { "2026": { "PT/SLP": "2500.00" } },
    });
    let answer: Value = serde_json::from_str(&call_json("audit", &billed.to_string()).unwrap()).unwrap();
    assert!(answer.to_string().contains("KX is off. If the balance is right, Medicare denies the line without KX."), "{answer}");
}

#[test]
fn kx_where_the_threshold_does_not_apply_is_not_said_to_be_unchecked() {
    let other = with(request("PT", "97110", &["GP", "KX"]), "/coverage/program", json!("other"));
    let answer = decide(&other);
    assert_eq!(answer["state"], "check");
    assert_eq!(answer["tooltip"], "KX is on the line, but the Medicare threshold does not apply. Keep KX only if this payer asks for it.");
}
