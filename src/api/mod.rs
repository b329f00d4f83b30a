//! Requests and answers as JSON has them: shapes, validation with paths, and a function each. No rule is in here.
//!
//! Every function takes a [`Value`], which both JSON text and JavaScript values become, and has a twin that takes and gives JSON text:
//! that one is what native tests call. What holds sentences is told the [`Wording`] to say them in; the twins say them in English.

mod account;
mod answer;
mod audit;
mod bulk;
mod comparative;
mod de;
mod import;
mod pairs;
mod patient;
mod request;
mod scalars;
mod scrub;
mod session;
mod value;
mod wording;
mod worklist;
mod x12;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::appointment::{self, AppointmentLine};
use crate::coverage::Coverage;
use crate::decision;
use crate::discipline::PerServiceType;
use crate::error::{Error, ErrorCode};
use crate::policy::Policy;
use crate::standing::Bucket;
use crate::traits::{Trait, medicare_reached};
use crate::wording::trait_skipped;
use crate::{RULES_VERSION, thresholds as amounts};

pub use crate::wording::{Formats, Wording};
pub use account::{
    EstimateAnswer, OtherUsedAnswer, ProjectionAnswer, describe_projection, documentation_checklist, estimate_allowed,
    other_used_from_eligibility, project_crossing,
};
pub use answer::{
    AppointmentAnswer, ChecklistAnswer, DecideAllItem, DecisionAnswer, ErrorAnswer, SkippedTrait, TherapyCodeAnswer, ThresholdsAnswer,
    TraitAnswer, TraitsAnswer, VersionsAnswer,
};
pub use audit::{AuditAnswer, audit};
pub use bulk::{audit_ndjson, decide_ndjson};
pub use comparative::{ComparativeAnswer, compare_billing};
pub use import::{PreviewAnswer, preview_import};
pub use patient::{MatchAnswer, match_patient};
use request::{AppointmentRequest, DecisionRequest, ThresholdsRequest, TraitsRequest};
pub use scrub::{ScrubAnswer, scrub_claims};
pub use session::{Session, SessionLine};
pub use value::Value;
pub use wording::wording;
pub use worklist::{StepsAnswer, worklist};
pub use x12::{
    ClaimsAnswer, EligibilityAnswer, IdentityAnswer, RemittanceAnswer, identify_x12, read_claim837, read_eligibility271, read_remittance835,
};

fn read<R: DeserializeOwned>(request: Value) -> Result<R, Error> {
    R::deserialize(de::ValueDeserializer(request)).map_err(|refused| *refused.0)
}

/// The decision for one line: `decide` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path.
pub fn decide(request: Value, wording: &Wording) -> Result<DecisionAnswer, Error> {
    let (line, context) = read::<DecisionRequest>(request)?.into_parts()?;
    decision::decide(&line, &context)
        .map(|decision| DecisionAnswer::new(decision, wording))
        .map_err(|error| error.in_field("date").in_field("appointment"))
}

/// Both buckets, without a line: `thresholds` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path; `unknown-year` at `date`.
pub fn thresholds(request: Value, wording: &Wording) -> Result<ThresholdsAnswer, Error> {
    let request: ThresholdsRequest = read(request)?;
    let policy = request.policy.map(Policy::from).unwrap_or_default();
    let coverage = request.coverage.map_or(Coverage::PART_B, Coverage::from);
    let usage = request.usage.map(Into::into);
    let year = request.date.year();
    let amounts = amounts::amounts(year, &policy).map_err(|error| error.in_field("date"))?;
    Ok(ThresholdsAnswer::new(&Bucket::both(year, &amounts, coverage.program, usage.as_ref(), &policy), wording))
}

/// Several lines of one appointment: `decideAppointment` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path; `duplicate-id` where two lines have one id.
pub fn decide_appointment(request: Value, wording: &Wording) -> Result<AppointmentAnswer, Error> {
    let (lines, context) = read::<AppointmentRequest>(request)?.into_parts()?;
    refuse_double_ids(&lines)?;
    appointment::decide_appointment(&lines, &context)
        .map(|answer| AppointmentAnswer::new(answer, wording))
        .map_err(|error| error.in_field("date").in_field("appointment"))
}

fn refuse_double_ids(lines: &[AppointmentLine]) -> Result<(), Error> {
    let mut seen = std::collections::HashSet::new();
    for (index, id) in lines.iter().enumerate().filter_map(|(index, line)| Some((index, line.line.id.as_deref()?))) {
        if !seen.insert(id) {
            let message = format!("{} is the id of an earlier line", crate::error::quoted(id));
            let error = Error::new(ErrorCode::DuplicateId, message, "give each line of the appointment an id of its own, or none");
            return Err(error.in_field("id").in_element(index).in_field("lines"));
        }
    }
    Ok(())
}

/// Many independent requests: `decideAll` of the public contract. A bad one gives its error in place.
///
/// # Errors
/// `wrong-type` where the request is not a list.
pub fn decide_all(requests: Value, wording: &Wording) -> Result<Vec<DecideAllItem>, Error> {
    let Value::List(requests) = requests else {
        return Err(Error::new(
            ErrorCode::WrongType,
            format!("expected a list of requests, found {}", requests.kind()),
            "give the requests of `decide` as one list",
        ));
    };
    Ok(requests.into_iter().map(|request| DecideAllItem::from(decide(request, wording))).collect())
}

/// The traits to evaluate for an appointment: `traitsToEvaluate` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path; `unknown-year` at `date` where benefits apply.
pub fn traits_to_evaluate(request: Value, wording: &Wording) -> Result<TraitsAnswer, Error> {
    let request: TraitsRequest = read(request)?;
    let policy = request.policy.map(Policy::from).unwrap_or_default();
    let coverage = Coverage::from(request.coverage);
    let usage = request.usage.map(Into::into);
    let year = request.date.year();
    let buckets: Option<PerServiceType<Bucket>> = match amounts::amounts(year, &policy) {
        Ok(amounts) => Some(Bucket::both(year, &amounts, coverage.program, usage.as_ref(), &policy)),
        Err(_) if !coverage.benefits().apply() => None,
        Err(error) => return Err(error.in_field("date")),
    };
    let bucket = request.service_type.and_then(|service_type| buckets.as_ref().map(|both| both.get(service_type.into())));
    let reached = medicare_reached(coverage.benefits(), bucket);
    let mut answer = TraitsAnswer { evaluate: Vec::new(), skipped: Vec::new() };
    for one in request.traits.into_iter().map(Trait::from) {
        match one.skipped_because(reached) {
            Some(reason) => answer.skipped.push(SkippedTrait { r#trait: one.into(), reason: wording.text(&trait_skipped(reason)) }),
            None => answer.evaluate.push(one.into()),
        }
    }
    Ok(answer)
}

/// Versions of the package and of the rules, and the years with amounts.
pub fn versions() -> VersionsAnswer {
    VersionsAnswer {
        package: env!("CARGO_PKG_VERSION"),
        rules: RULES_VERSION,
        years: amounts::known_years().map(|year| year.number()).collect(),
    }
}

/// Medicare's therapy code list with short descriptions of our own, for a code picker.
pub fn therapy_codes() -> Vec<TherapyCodeAnswer> {
    crate::code_list::therapy_codes().map(|(code, description)| TherapyCodeAnswer { code: code.to_string(), description }).collect()
}

/// A function that says sentences, with the English ones.
fn english<A: Serialize>(request: &str, function: impl Fn(Value, &Wording) -> Result<A, Error>) -> Result<String, Error> {
    twin(request, |request| function(request, &Wording::ENGLISH))
}

fn twin<A: Serialize>(request: &str, function: impl Fn(Value) -> Result<A, Error>) -> Result<String, Error> {
    let answer = function(Value::from_json(request)?)?;
    serde_json::to_string(&answer)
        .map_err(|error| Error::new(ErrorCode::WrongType, error.to_string(), "this is a fault of the package: report it"))
}

/// [`decide`] from JSON text to JSON text.
///
/// # Errors
/// As [`decide`]; `wrong-type` where the text is no JSON.
///
/// ```
/// let answer = kx_modifier::api::decide_json(r#"{
///     "line": { "code": "97110", "modifiers": ["GP"] },
///     "appointment": { "date": "2026-07-01", "renderingProvider": { "discipline": "PT" } },
///     "coverage": { "program": "medicare-part-b" },
///     "preferences": { "autoApplyKx": true },
///     "usage": { "used": { "PT/SLP": "2480.01" } }
/// }"#)?;
/// assert!(answer.contains(r#""action":"apply","modifiers":["GP","KX"]"#));
/// # Ok::<(), kx_modifier::Error>(())
/// ```
pub fn decide_json(request: &str) -> Result<String, Error> {
    english(request, decide)
}

/// [`thresholds`] from JSON text to JSON text.
///
/// # Errors
/// As [`thresholds`]; `wrong-type` where the text is no JSON.
pub fn thresholds_json(request: &str) -> Result<String, Error> {
    english(request, thresholds)
}

/// [`decide_appointment`] from JSON text to JSON text.
///
/// # Errors
/// As [`decide_appointment`]; `wrong-type` where the text is no JSON.
pub fn decide_appointment_json(request: &str) -> Result<String, Error> {
    english(request, decide_appointment)
}

/// [`decide_all`] from JSON text to JSON text.
///
/// # Errors
/// As [`decide_all`]; `wrong-type` where the text is no JSON.
pub fn decide_all_json(requests: &str) -> Result<String, Error> {
    english(requests, decide_all)
}

/// [`traits_to_evaluate`] from JSON text to JSON text.
///
/// # Errors
/// As [`traits_to_evaluate`]; `wrong-type` where the text is no JSON.
pub fn traits_to_evaluate_json(request: &str) -> Result<String, Error> {
    english(request, traits_to_evaluate)
}

/// [`documentation_checklist`] from JSON text to JSON text.
///
/// # Errors
/// As [`documentation_checklist`]; `wrong-type` where the text is no JSON.
///
/// ```
/// let checklist = kx_modifier::api::documentation_checklist_json(r#"{
///     "date": "2026-07-01",
///     "documentation": { "treatmentDaysSinceProgressReport": 10 }
/// }"#)?;
/// assert!(checklist.contains(r#"{"id":"progress-report","status":"due","#));
/// # Ok::<(), kx_modifier::Error>(())
/// ```
pub fn documentation_checklist_json(request: &str) -> Result<String, Error> {
    english(request, documentation_checklist)
}

/// [`project_crossing`] from JSON text to JSON text.
///
/// # Errors
/// As [`project_crossing`]; `wrong-type` where the text is no JSON.
///
/// ```
/// let projection = kx_modifier::api::project_crossing_json(r#"{
///     "date": "2026-07-01", "serviceType": "PT/SLP",
///     "usage": { "used": { "PT/SLP": "2380.00" } },
///     "visits": [{ "date": "2026-07-03", "allowed": "60.00" }, { "date": "2026-07-07", "allowed": "60.00" }]
/// }"#)?;
/// assert_eq!(projection, r#"{"crossesOn":"2026-07-07","visitsBeforeCrossing":1,"remainingAfterLast":"-20.00","unknownYears":[]}"#);
/// # Ok::<(), kx_modifier::Error>(())
/// ```
pub fn project_crossing_json(request: &str) -> Result<String, Error> {
    twin(request, project_crossing)
}

/// [`estimate_allowed`] from JSON text to JSON text.
///
/// # Errors
/// As [`estimate_allowed`]; `wrong-type` where the text is no JSON.
///
/// ```
/// let day = kx_modifier::api::estimate_allowed_json(r#"{
///     "lines": [{ "id": "a", "code": "97110", "units": 2 }, { "id": "b", "code": "99999", "units": 1 }],
///     "fees": { "97110": { "full": "30.00", "reduced": "23.00" } }
/// }"#)?;
/// assert_eq!(day, r#"{"lines":[{"id":"a","allowed":"53.00","units":["30.00","23.00"]}],"total":"53.00","unpriced":["99999"]}"#);
/// # Ok::<(), kx_modifier::Error>(())
/// ```
pub fn estimate_allowed_json(request: &str) -> Result<String, Error> {
    twin(request, estimate_allowed)
}

/// [`other_used_from_eligibility`] from JSON text to JSON text.
///
/// # Errors
/// As [`other_used_from_eligibility`]; `wrong-type` where the text is no JSON.
///
/// ```
/// let other = kx_modifier::api::other_used_from_eligibility_json(r#"{
///     "date": "2026-07-01", "asOf": "2026-06-30",
///     "amounts": [{ "serviceType": "OT", "kind": "used", "amount": "900.00", "from": null, "to": null, "segment": "" }],
///     "entries": [{ "date": "2026-05-04", "serviceType": "OT", "allowed": "250.00" }]
/// }"#)?;
/// assert!(other.contains(r#""used":{"OT":"900.00"},"ours":{"OT":"250.00"},"otherUsed":{"OT":"650.00"}"#));
/// # Ok::<(), kx_modifier::Error>(())
/// ```
pub fn other_used_from_eligibility_json(request: &str) -> Result<String, Error> {
    english(request, other_used_from_eligibility)
}

/// [`audit()`] from JSON text to JSON text.
///
/// # Errors
/// As [`audit()`]; `wrong-type` where the text is no JSON.
///
/// ```
/// let audit = kx_modifier::api::audit_json(r#"{
///     "lines": [{ "id": "a", "date": "2026-02-02", "code": "97110", "modifiers": ["GP", "KX"], "allowed": "60.00" }]
/// }"#)?;
/// assert!(audit.contains(r#""kx":"early""#));
/// # Ok::<(), kx_modifier::Error>(())
/// ```
pub fn audit_json(request: &str) -> Result<String, Error> {
    english(request, audit)
}

/// [`compare_billing`] from JSON text to JSON text.
///
/// # Errors
/// As [`compare_billing`]; `wrong-type` where the text is no JSON.
///
/// ```
/// let table = kx_modifier::api::compare_billing_json(r#"{
///     "lines": [{ "code": "97110", "modifiers": ["GP", "KX"] }], "codes": ["97110"],
///     "peers": [{ "scope": "state", "label": "Ohio", "codes": { "97110": { "proportion": 0.25 } } }]
/// }"#)?;
/// assert!(table.contains(r#""comparison":"Higher""#));
/// # Ok::<(), kx_modifier::Error>(())
/// ```
pub fn compare_billing_json(request: &str) -> Result<String, Error> {
    twin(request, compare_billing)
}

/// [`preview_import`] from JSON text to JSON text.
///
/// # Errors
/// As [`preview_import`]; `wrong-type` where the text is no JSON.
///
/// ```
/// let preview = kx_modifier::api::preview_import_json(r#"{
///     "lines": [{ "code": "97110", "modifiers": ["GP"] }],
///     "appointment": { "date": "2026-07-01", "renderingProvider": { "discipline": "PT" } },
///     "coverage": { "program": "medicare-part-b" }, "preferences": { "autoApplyKx": true },
///     "usage": { "entries": [] },
///     "read": { "entries": [{ "id": "a", "date": "2026-03-02", "serviceType": "PT/SLP", "allowed": "2500.00" }] }
/// }"#)?;
/// assert!(preview.contains(r#""before":{"action":"none""#) && preview.contains(r#""after":{"action":"apply""#));
/// # Ok::<(), kx_modifier::Error>(())
/// ```
pub fn preview_import_json(request: &str) -> Result<String, Error> {
    english(request, preview_import)
}

/// [`describe_projection`] from JSON text to JSON text.
///
/// # Errors
/// As [`describe_projection`]; `wrong-type` where the text is no JSON.
///
/// ```
/// let sentence = kx_modifier::api::describe_projection_json(r#"{
///     "date": "2026-07-01", "serviceType": "OT", "visits": [{ "date": "2026-07-08", "allowed": "100.00" }]
/// }"#)?;
/// assert_eq!(sentence, r#""The booked visit does not use it up.""#);
/// # Ok::<(), kx_modifier::Error>(())
/// ```
pub fn describe_projection_json(request: &str) -> Result<String, Error> {
    english(request, describe_projection)
}

/// [`worklist`](worklist()) from JSON text to JSON text.
///
/// # Errors
/// As [`worklist()`]; `wrong-type` where the text is no JSON.
///
/// ```
/// let steps = kx_modifier::api::worklist_json(r#"[{
///     "id": "p1",
///     "context": {
///         "appointment": { "date": "2026-07-01" }, "coverage": { "program": "medicare-part-b" },
///         "usage": { "used": { "PT/SLP": "2300.00" } }
///     }
/// }]"#)?;
/// assert!(steps.contains(r#""kind":"near""#));
/// # Ok::<(), kx_modifier::Error>(())
/// ```
pub fn worklist_json(request: &str) -> Result<String, Error> {
    english(request, worklist)
}

/// [`match_patient`] from JSON text to JSON text.
///
/// # Errors
/// As [`match_patient`]; `wrong-type` where the text is no JSON.
///
/// ```
/// let whose = kx_modifier::api::match_patient_json(r#"{
///     "patients": [{ "name": "DOE, JANE", "memberId": "1AB2CD3EF45", "positions": [0] }], "memberId": "1AB2-CD3-EF45"
/// }"#)?;
/// assert!(whose.contains(r#""whose":"theirs","positions":[0]"#));
/// # Ok::<(), kx_modifier::Error>(())
/// ```
pub fn match_patient_json(request: &str) -> Result<String, Error> {
    english(request, match_patient)
}

/// [`scrub_claims`] from JSON text to JSON text.
///
/// # Errors
/// As [`scrub_claims`]; `wrong-type` where the text is no JSON.
///
/// ```
/// let scrub = kx_modifier::api::scrub_claims_json(r#"{
///     "claims": [{ "id": "C1", "medicare": true, "lines": [{ "id": "1", "date": "2026-07-01", "code": "97110", "units": 1 }] }]
/// }"#)?;
/// assert!(scrub.contains(r#""code":"therapy-modifier-missing","severity":"warning""#));
/// # Ok::<(), kx_modifier::Error>(())
/// ```
pub fn scrub_claims_json(request: &str) -> Result<String, Error> {
    english(request, scrub_claims)
}
