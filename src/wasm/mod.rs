//! The wall to JavaScript: exports and conversion, and nothing else. If a rule can be read here, it is in the wrong room.

pub mod sessions;
pub mod wording;

use serde::Serialize;
use serde_wasm_bindgen::Deserializer;
use wasm_bindgen::prelude::*;

use crate::api::{self, ErrorAnswer, Value, Wording};
use crate::error::{Error, ErrorCode};

/// Answers cross as one JSON text: plain objects, `null` where an answer has nothing, and measured to be quicker and smaller than setting
/// their properties one by one.
fn to_js<A: Serialize>(answer: &A) -> Result<JsValue, JsValue> {
    let text = serde_json::to_string(answer).map_err(|fault| JsValue::from_str(&fault.to_string()))?;
    js_sys::JSON::parse(&text)
}

/// A refusal as plain data; the loader makes an error of it.
fn refusal(error: Error) -> JsValue {
    to_js(&ErrorAnswer::from(error)).unwrap_or_else(|fault| fault)
}

fn from_js(value: JsValue) -> Result<Value, Error> {
    Value::read(Deserializer::from(value))
}

fn call<A: Serialize>(request: JsValue, function: impl FnOnce(Value) -> Result<A, Error>) -> Result<JsValue, JsValue> {
    to_js(&from_js(request).and_then(function).map_err(refusal)?)
}

/// The same for a function that says sentences.
fn say<A: Serialize>(request: JsValue, function: impl FnOnce(Value, &Wording) -> Result<A, Error>) -> Result<JsValue, JsValue> {
    call(request, |request| function(request, &wording::current()))
}

/// `decide` of the public contract.
#[wasm_bindgen]
pub fn decide(request: JsValue) -> Result<JsValue, JsValue> {
    say(request, api::decide)
}

/// `thresholds` of the public contract.
#[wasm_bindgen]
pub fn thresholds(request: JsValue) -> Result<JsValue, JsValue> {
    say(request, api::thresholds)
}

/// `decideAppointment` of the public contract.
#[wasm_bindgen(js_name = decideAppointment)]
pub fn decide_appointment(request: JsValue) -> Result<JsValue, JsValue> {
    say(request, api::decide_appointment)
}

/// `decideAll` of the public contract. A request that is no plain data gives its error in place, like every other bad one.
#[wasm_bindgen(js_name = decideAll)]
pub fn decide_all(requests: JsValue) -> Result<JsValue, JsValue> {
    if !js_sys::Array::is_array(&requests) {
        return say(requests, api::decide_all);
    }
    let wording = wording::current();
    let answers = js_sys::Array::new();
    for request in js_sys::Array::from(&requests).iter() {
        let decision = from_js(request).and_then(|request| api::decide(request, &wording));
        answers.push(&to_js(&api::DecideAllItem::from(decision))?);
    }
    Ok(answers.into())
}

/// `traitsToEvaluate` of the public contract.
#[wasm_bindgen(js_name = traitsToEvaluate)]
pub fn traits_to_evaluate(request: JsValue) -> Result<JsValue, JsValue> {
    say(request, api::traits_to_evaluate)
}

/// `documentationChecklist` of the public contract.
#[wasm_bindgen(js_name = documentationChecklist)]
pub fn documentation_checklist(request: JsValue) -> Result<JsValue, JsValue> {
    say(request, api::documentation_checklist)
}

/// `projectCrossing` of the public contract.
#[wasm_bindgen(js_name = projectCrossing)]
pub fn project_crossing(request: JsValue) -> Result<JsValue, JsValue> {
    call(request, api::project_crossing)
}

/// `estimateAllowed` of the public contract.
#[wasm_bindgen(js_name = estimateAllowed)]
pub fn estimate_allowed(request: JsValue) -> Result<JsValue, JsValue> {
    call(request, api::estimate_allowed)
}

/// `otherUsedFromEligibility` of the public contract.
#[wasm_bindgen(js_name = otherUsedFromEligibility)]
pub fn other_used_from_eligibility(request: JsValue) -> Result<JsValue, JsValue> {
    say(request, api::other_used_from_eligibility)
}

/// `audit` of the public contract.
#[wasm_bindgen]
pub fn audit(request: JsValue) -> Result<JsValue, JsValue> {
    say(request, api::audit)
}

/// `compareBilling` of the public contract.
#[wasm_bindgen(js_name = compareBilling)]
pub fn compare_billing(request: JsValue) -> Result<JsValue, JsValue> {
    call(request, api::compare_billing)
}

/// `decideNdjson` of the public contract.
#[wasm_bindgen(js_name = decideNdjson)]
pub fn decide_ndjson(requests: &[u8]) -> Vec<u8> {
    api::decide_ndjson(requests, &wording::current())
}

/// `auditNdjson` of the public contract.
#[wasm_bindgen(js_name = auditNdjson)]
pub fn audit_ndjson(lines: &[u8], policy: JsValue) -> Result<Vec<u8>, JsValue> {
    let policy = from_js(policy).map_err(|error| refusal(error.in_field("policy")))?;
    api::audit_ndjson(lines, policy, &wording::current()).map_err(refusal)
}

/// Text, or the error for what is none.
fn text(value: &JsValue) -> Result<String, JsValue> {
    value.as_string().ok_or_else(|| refusal(Error::new(ErrorCode::WrongType, "expected text", "give the file's text").in_field("text")))
}

/// `readEligibility271` of the public contract.
#[wasm_bindgen(js_name = readEligibility271)]
pub fn read_eligibility271(file: JsValue) -> Result<JsValue, JsValue> {
    to_js(&api::read_eligibility271(&text(&file)?, &wording::current()).map_err(refusal)?)
}

/// `readRemittance835` of the public contract.
#[wasm_bindgen(js_name = readRemittance835)]
pub fn read_remittance835(file: JsValue) -> Result<JsValue, JsValue> {
    to_js(&api::read_remittance835(&text(&file)?, &wording::current()).map_err(refusal)?)
}

/// `readClaim837` of the public contract.
#[wasm_bindgen(js_name = readClaim837)]
pub fn read_claim837(file: JsValue) -> Result<JsValue, JsValue> {
    to_js(&api::read_claim837(&text(&file)?, &wording::current()).map_err(refusal)?)
}

/// `previewImport` of the package.
#[wasm_bindgen(js_name = previewImport)]
pub fn preview_import(request: JsValue) -> Result<JsValue, JsValue> {
    say(request, api::preview_import)
}

/// `matchPatient` of the package.
#[wasm_bindgen(js_name = matchPatient)]
pub fn match_patient(request: JsValue) -> Result<JsValue, JsValue> {
    say(request, api::match_patient)
}

/// `scrubClaims` of the package.
#[wasm_bindgen(js_name = scrubClaims)]
pub fn scrub_claims(request: JsValue) -> Result<JsValue, JsValue> {
    say(request, api::scrub_claims)
}

/// `describeProjection` of the package.
#[wasm_bindgen(js_name = describeProjection)]
pub fn describe_projection(request: JsValue) -> Result<JsValue, JsValue> {
    say(request, api::describe_projection)
}

/// `worklist` of the package.
#[wasm_bindgen]
pub fn worklist(patients: JsValue) -> Result<JsValue, JsValue> {
    say(patients, api::worklist)
}

/// `identifyX12` of the package.
#[wasm_bindgen(js_name = identifyX12)]
pub fn identify_x12(file: JsValue) -> Result<JsValue, JsValue> {
    to_js(&api::identify_x12(&text(&file)?, &wording::current()).map_err(refusal)?)
}

/// Medicare's therapy codes with short descriptions of our own, for code pickers.
#[wasm_bindgen(js_name = therapyCodes)]
pub fn therapy_codes() -> Result<JsValue, JsValue> {
    to_js(&api::therapy_codes())
}

/// What the build bakes into the package, so that it can be told before the module is loaded.
#[wasm_bindgen]
pub fn versions() -> Result<JsValue, JsValue> {
    to_js(&api::versions())
}
