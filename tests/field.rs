//! Files as payers really send them: the inputs beside the project, by what is wanted of each.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use crate::answers;

use crate::interchanges::file;
use serde_json::{Value, json};

fn holds(answer: &Value, want: &Value) -> bool {
    want.as_object().unwrap().iter().all(|(name, value)| answer[name] == *value)
}

fn wanted(id: &str, case: &Value, answer: &Value) {
    let none = Vec::new();
    let list = |name: &str| answer[name].as_array().unwrap_or(&none);
    for (name, want) in case["want"].as_object().unwrap() {
        let is_met = match name.as_str() {
            "entries" | "patients" => {
                let want = want.as_array().unwrap();
                list(name).len() == want.len() && list(name).iter().zip(want).all(|(one, want)| holds(one, want))
            }
            "entriesHas" => want.as_array().unwrap().iter().all(|want| list("entries").iter().any(|one| holds(one, want))),
            "entriesNot" => !list("entries").iter().any(|one| holds(one, want)),
            "entriesOrSkipped" => list("entries").iter().any(|one| holds(one, want)) || !list("skipped").is_empty(),
            "skipped" => json!(list("skipped").len()) == *want,
            "skippedMin" => u64::try_from(list("skipped").len()).unwrap() >= want.as_u64().unwrap(),
            "unreadReasonHas" => list("unread").iter().any(|one| one["reason"].as_str().unwrap().contains(want.as_str().unwrap())),
            "matches" => {
                let request = json!({ "patients": answer["patients"], "memberId": want });
                let answer: Value = serde_json::from_str(&answers::call_json("matchPatient", &request.to_string()).unwrap()).unwrap();
                answer["whose"] == "theirs"
            }
            other => panic!("{id}: nothing here judges `{other}`"),
        };
        assert!(is_met, "{id}, {name}: wanted {want}, got {answer}");
    }
}

#[test]
fn the_files_that_were_misread() {
    let folder = format!("{}/../shared/field", env!("CARGO_MANIFEST_DIR"));
    let Ok(cases) = std::fs::read_to_string(format!("{folder}/cases.json")) else {
        println!("left out: the field files are not beside the project");
        return;
    };
    let cases: Vec<Value> = serde_json::from_str(&cases).unwrap();
    for case in &cases {
        let text = std::fs::read_to_string(format!("{folder}/{}", case["file"].as_str().unwrap())).unwrap();
        let answer = file(case["call"].as_str().unwrap(), &text).unwrap();
        wanted(case["id"].as_str().unwrap(), case, &answer);
    }
    assert!(!cases.is_empty());
}
