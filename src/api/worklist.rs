//! What waits to be done, for many patients in one call.

use serde::{Deserialize, Serialize};

use super::answer::{ErrorAnswer, ThresholdsAnswer, severity_name};
use super::audit::AuditLineRequest;
use super::read;
use super::request::{AppointmentLineRequest, ContextRequest, ServiceTypeRequest, lines_of};
use super::value::Value;
use super::{audit, refuse_double_ids};
use crate::audit::AuditLine;
use crate::calendar::ServiceDate;
use crate::discipline::ServiceType;
use crate::error::{Error, ErrorCode};
use crate::money::Money;
use crate::wording::Wording;
use crate::worklist::{self, Booked, Item, Kind, Patient};

#[derive(Deserialize)]
struct PatientRequest {
    // Given back beside the steps, or beside the error where the rest is bad.
    #[serde(rename = "id")]
    _id: String,
    context: ContextRequest,
    lines: Option<Vec<AppointmentLineRequest>>,
    billed: Option<Vec<AuditLineRequest>>,
    booked: Option<Vec<BookedRequest>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct BookedRequest {
    date: ServiceDate,
    service_type: ServiceTypeRequest,
    allowed: Money,
}

/// One patient's answer of `worklist`.
#[derive(Debug, Serialize)]
pub struct StepsAnswer {
    id: Option<String>,
    thresholds: Option<ThresholdsAnswer>,
    items: Vec<ItemAnswer>,
    error: Option<ErrorAnswer>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ItemAnswer {
    kind: &'static str,
    severity: &'static str,
    service_type: Option<&'static str>,
    line: Option<String>,
    message: String,
    next_step: String,
}

impl ItemAnswer {
    fn new(item: Item, wording: &Wording) -> Self {
        Self {
            kind: match item.kind {
                Kind::Suggestion => "suggestion",
                Kind::MissingKx => "missing-kx",
                Kind::Documentation => "documentation",
                Kind::MedicalReview => "medical-review",
                Kind::Reached => "reached",
                Kind::Crossing => "crossing",
                Kind::EarlyKx => "early-kx",
                Kind::Near => "near",
            },
            severity: severity_name(item.severity),
            service_type: item.service_type.map(ServiceType::as_str),
            line: item.line,
            message: wording.text(&item.message),
            next_step: wording.text(&item.next_step),
        }
    }
}

/// What waits for each patient: `worklist` of the package. A patient whose data is bad gives its error in place.
///
/// # Errors
/// `wrong-type` where the request is not a list.
pub fn worklist(request: Value, wording: &Wording) -> Result<Vec<StepsAnswer>, Error> {
    let Value::List(patients) = request else {
        return Err(Error::new(
            ErrorCode::WrongType,
            format!("expected a list of patients, found {}", request.kind()),
            "give the patients as one list",
        ));
    };
    Ok(patients.into_iter().map(|patient| one(patient, wording)).collect())
}

fn one(patient: Value, wording: &Wording) -> StepsAnswer {
    let id = match &patient {
        Value::Object(fields) => match fields.get("id") {
            Some(Value::Text(id)) => Some(id.clone()),
            _ => None,
        },
        _ => None,
    };
    match steps(patient) {
        Ok(steps) => StepsAnswer {
            id,
            thresholds: steps.buckets.map(|buckets| ThresholdsAnswer::new(&buckets, wording)),
            items: steps.items.into_iter().map(|item| ItemAnswer::new(item, wording)).collect(),
            error: None,
        },
        Err(error) => StepsAnswer { id, thresholds: None, items: Vec::new(), error: Some(error.into()) },
    }
}

fn steps(patient: Value) -> Result<worklist::Steps, Error> {
    let request: PatientRequest = read(patient)?;
    let context = request.context.into_context();
    let lines = lines_of(request.lines.unwrap_or_default(), &context)?;
    refuse_double_ids(&lines)?;
    let billed: Vec<AuditLine> = request.billed.into_iter().flatten().map(Into::into).collect();
    audit::refuse_double_ids(&billed).map_err(|error| error.in_field("billed"))?;
    let booked = request.booked.into_iter().flatten().map(|visit| Booked {
        date: visit.date,
        service_type: visit.service_type.into(),
        allowed: visit.allowed,
    });
    let patient = Patient { booked: booked.collect(), context, lines, billed };
    worklist::steps(&patient).map_err(|error| error.in_field("date").in_field("appointment").in_field("context"))
}
