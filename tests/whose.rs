//! Whose the entries, amounts and claims of a file are, and that they are taken as they were read.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use crate::answers;

use crate::interchanges::{DAY, PAYMENT, claim, file, interchange};
use serde_json::{Value, json};

#[test]
fn a_patient_is_told_by_the_number_that_counts() {
    let line = format!("SVC*HC:97110:GP*80*65~{DAY}CAS*CO*45*15~");
    let of = |names: &str| {
        let body = format!("{PAYMENT}{}", claim("MB", "1", &line).replace("NM1*QC*1*DOE*JANE~", names));
        let answer = file("readRemittance835", &interchange("835", &body)).unwrap();
        let identity = file("identifyX12", &interchange("835", &body)).unwrap();
        assert_eq!(identity["patients"][0]["memberId"], answer["entries"][0]["patient"]["memberId"]);
        answer["entries"][0]["patient"].clone()
    };
    for (names, name, id) in [
        ("NM1*QC*1*DOE*JANE****HN*1A~NM1*74*1******C*1EG4~", "DOE, JANE", json!("1EG4")),
        ("NM1*74*1*DOE*JANET***C*1EG4~NM1*QC*1*DOE*JANE****HN*1A~", "DOE, JANE", json!("1A")),
        ("NM1*74*1*DOE*JANET****C*1EG4~", "DOE, JANET", json!("1EG4")),
        ("NM1*QC*1*DOE*JANE~NM1*IL*1*DOE*JOHN****MI*1EG4~", "DOE, JANE", json!("1EG4")),
        ("NM1*IL*1*DOE*JOHN****MI*1EG4~NM1*QC*1*DOE*JANE~", "DOE, JANE", json!("1EG4")),
        ("NM1*IL*1*DOE*JOHN****MI*1EG4~NM1*QC*1*DOE*JANE****MI*2EG4~", "DOE, JANE", json!("2EG4")),
        ("NM1*QC*1*DOE*JANE~NM1*TT*2*OTHER PAYER*****PI*9~", "DOE, JANE", Value::Null),
        ("", "", Value::Null),
    ] {
        assert_eq!(of(names), json!({ "name": name, "memberId": id }), "{names}");
    }
}

#[test]
fn another_coverage_of_a_response_is_somebody_else() {
    let amount = "EB*F**AD*MB**29*100~";
    let one = "HL*3*2*22*0~NM1*IL*1*DOE*JANE****MI*1EG4~";
    let other = "NM1*IL*1*ROE*RICHARD****MI*345~";
    let jane = json!({ "name": "DOE, JANE", "memberId": "1EG4" });
    for (body, patients) in [
        (format!("{one}EB*R*IND*30*OT*EE~LS*2120~{other}LE*2120~{amount}"), vec![jane.clone()]),
        // LS and LE were left out, or stand without the other.
        (format!("{one}EB*R*IND*30*OT*EE~{other}{amount}"), vec![jane.clone()]),
        (format!("{one}EB*R*IND*30*OT*EE~LS*2120~{other}{amount}"), vec![jane.clone()]),
        // The next subscriber, named or not, and a dependent without a number.
        (format!("{one}{amount}HL*4*2*22*0~{other}{amount}"), vec![jane.clone(), json!({ "name": "ROE, RICHARD", "memberId": "345" })]),
        (format!("{one}{amount}HL*4*2*22*0~{amount}"), vec![jane.clone(), json!({ "name": "", "memberId": null })]),
        (format!("{one}HL*4*3*23*0~NM1*03*1*DOE*JOHNNY~{amount}"), vec![json!({ "name": "DOE, JOHNNY", "memberId": "1EG4" })]),
        // What belongs to a benefit ends where another coverage begins.
        (format!("{one}EB*D**AE*MB***900~LS*2120~{other}LE*2120~MSG*USED AMOUNT~{amount}"), vec![jane.clone()]),
    ] {
        let answer = file("readEligibility271", &interchange("271", &body)).unwrap();
        let found: Vec<Value> = answer["amounts"].as_array().unwrap().iter().map(|one| one["patient"].clone()).collect();
        assert_eq!(found, patients, "{body}");
    }
    for share in ["EB*A*IND*AE*MB**27**.2~", "EB*A*IND*AD*MB**27*20*.2~", "EB*C*IND*AE*MB**29*100*.2~"] {
        let answer = file("readEligibility271", &interchange("271", &format!("{one}{share}"))).unwrap();
        assert!(answer["unread"][0]["reason"].as_str().unwrap().contains("what a patient pays"), "{share}");
    }
}

#[test]
fn what_was_read_is_taken_as_it_is() {
    let rest = format!("SVC*HC:97110:GP*100*0~{DAY}CAS*CO*45*30~CAS*OA*23*70~AMT*B6*70~");
    let read = file("readRemittance835", &interchange("835", &format!("{PAYMENT}{}", claim("MB", "2", &rest)))).unwrap();
    let call = |usage: &Value| -> Value {
        let request = json!({
            "lines": [], "appointment": { "date": "2026-04-01" }, "coverage": { "program": "medicare-part-b" },
            "usage": usage, "read": { "entries": read["entries"] },
        });
        serde_json::from_str(&answers::call_json("previewImport", &request.to_string()).unwrap()).unwrap()
    };
    let first = call(&json!({}));
    assert_eq!(first["entries"][0]["change"], "added");
    assert_eq!((first["notices"][0]["code"].clone(), first["notices"].as_array().unwrap().len()), (json!("medicare-secondary"), 1));
    // What an earlier version kept lacks the reasons and the patient, and is the same all the same.
    let mut kept = read["entries"].clone();
    for name in ["reasons", "patient"] {
        kept[0].as_object_mut().unwrap().remove(name).unwrap();
    }
    for entries in [kept, read["entries"].clone()] {
        let again = call(&json!({ "entries": entries }));
        assert_eq!((again["entries"][0]["change"].clone(), again["changes"].clone()), (json!("unchanged"), json!(false)));
    }
}
