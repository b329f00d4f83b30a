//! Documentation, projection, expected amounts and eligibility figures.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::answer::{ChecklistAnswer, severity_name};
use super::pairs::Pairs;
use super::read;
use super::request::{DocumentationRequest, PolicyRequest, ServiceTypeRequest, UsageEntryRequest, UsageRequest};
use super::scalars::Units;
use super::value::Value;
use crate::calendar::ServiceDate;
use crate::discipline::{PerServiceType, ServiceType};
use crate::documentation::{Checklist, Documentation};
use crate::eligibility::{self, AmountKind, EligibilityAmount};
use crate::error::{Error, ErrorCode, quoted};
use crate::fees::{self, Fee, FeeLine};
use crate::money::Money;
use crate::policy::Policy;
use crate::procedure::{HcpcsCode, Modifier};
use crate::projection::{self, Projection, Visit};
use crate::wording::{self, Wording};

#[derive(Deserialize)]
struct ChecklistRequest {
    date: ServiceDate,
    documentation: DocumentationRequest,
    code: Option<HcpcsCode>,
}

/// The checklist behind the attestation: `documentationChecklist` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path.
pub fn documentation_checklist(request: Value, wording: &Wording) -> Result<ChecklistAnswer, Error> {
    let request: ChecklistRequest = read(request)?;
    let checklist = Checklist::new(request.date, &Documentation::from(request.documentation), request.code);
    Ok(ChecklistAnswer::new(checklist, wording))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ProjectionRequest {
    date: ServiceDate,
    service_type: ServiceTypeRequest,
    usage: Option<UsageRequest>,
    policy: Option<PolicyRequest>,
    visits: Vec<VisitRequest>,
}

#[derive(Deserialize)]
struct VisitRequest {
    date: ServiceDate,
    allowed: Money,
}

/// The answer of `projectCrossing`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProjectionAnswer {
    crosses_on: Option<ServiceDate>,
    visits_before_crossing: usize,
    remaining_after_last: Money,
    unknown_years: Vec<u16>,
}

/// When booked visits will use the bucket up: `projectCrossing` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path; never `unknown-year`.
pub fn project_crossing(request: Value) -> Result<ProjectionAnswer, Error> {
    let projection = projection(request)?;
    Ok(ProjectionAnswer {
        crosses_on: projection.crosses_on,
        visits_before_crossing: projection.visits_before_crossing,
        remaining_after_last: projection.remaining_after_last,
        unknown_years: projection.unknown_years.iter().map(|year| year.number()).collect(),
    })
}

/// The same as a sentence for people: `describeProjection` of the package. Empty where no visit counts.
///
/// # Errors
/// As [`project_crossing`].
pub fn describe_projection(request: Value, wording: &Wording) -> Result<String, Error> {
    let sentence = wording::projection::sentence(&projection(request)?);
    Ok(sentence.map(|sentence| wording.text(&sentence)).unwrap_or_default())
}

fn projection(request: Value) -> Result<Projection, Error> {
    let request: ProjectionRequest = read(request)?;
    let visits: Vec<Visit> = request.visits.into_iter().map(|visit| Visit { date: visit.date, allowed: visit.allowed }).collect();
    let usage = request.usage.map(Into::into);
    let policy = request.policy.map(Policy::from).unwrap_or_default();
    Ok(projection::project(request.date, request.service_type.into(), usage.as_ref(), &policy, &visits))
}

#[derive(Deserialize)]
struct EstimateRequest {
    lines: Vec<EstimateLineRequest>,
    fees: Pairs<HcpcsCode, FeeRequest>,
}

#[derive(Deserialize)]
struct EstimateLineRequest {
    id: String,
    code: HcpcsCode,
    units: Units,
    // What a claim's line says beside; checked and left.
    #[serde(rename = "modifiers")]
    _modifiers: Option<Vec<Modifier>>,
    #[serde(rename = "date")]
    _date: Option<ServiceDate>,
    #[serde(rename = "charge")]
    _charge: Option<Money>,
}

#[derive(Deserialize)]
pub(super) struct FeeRequest {
    full: Money,
    reduced: Money,
}

/// The answer of `estimateAllowed`.
#[derive(Debug, Serialize)]
pub struct EstimateAnswer {
    lines: Vec<EstimatedLine>,
    total: Money,
    unpriced: Vec<HcpcsCode>,
}

#[derive(Debug, Serialize)]
struct EstimatedLine {
    id: String,
    allowed: Money,
    units: Vec<Money>,
}

/// A day has 96 quarters of an hour; a larger number is a slip.
const MOST_UNITS: usize = 99;

/// Expected allowed amounts of a day: `estimateAllowed` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path: `duplicate-id` where two lines have one id, `money-invalid` for a fee below zero or a reduced
/// amount above the full one.
pub fn estimate_allowed(request: Value) -> Result<EstimateAnswer, Error> {
    let request: EstimateRequest = read(request)?;
    let fees = fees(&request.fees)?;
    let mut seen = HashSet::new();
    let mut lines = Vec::with_capacity(request.lines.len());
    for (index, line) in request.lines.into_iter().enumerate() {
        let units = whole_units(&line.units).map_err(|error| error.in_field("units").in_element(index).in_field("lines"))?;
        if !seen.insert(line.id.clone()) {
            return Err(duplicate_id(&line.id).in_field("id").in_element(index).in_field("lines"));
        }
        let fee = fees.iter().rfind(|(code, _)| *code == line.code).map(|(_, fee)| *fee);
        lines.push(FeeLine { id: line.id, code: line.code, units, fee });
    }
    let day = fees::estimate(&lines);
    Ok(EstimateAnswer {
        lines: day.lines.into_iter().map(|line| EstimatedLine { id: line.id, allowed: line.allowed, units: line.units }).collect(),
        total: day.total,
        unpriced: day.unpriced,
    })
}

/// The fees as published.
///
/// # Errors
/// `money-invalid` for a fee below zero or a reduced amount above the full one.
pub(super) fn fees(given: &Pairs<HcpcsCode, FeeRequest>) -> Result<Vec<(HcpcsCode, Fee)>, Error> {
    let mut fees = Vec::with_capacity(given.0.len());
    for (code, fee) in &given.0 {
        if fee.reduced < Money::ZERO || fee.full < fee.reduced {
            let message = format!("the reduced amount {} is not between zero and the full amount {}", fee.reduced, fee.full);
            let help = "give the amounts as the fee schedule publishes them; they are equal where no reduction applies";
            let error = Error::new(ErrorCode::MoneyInvalid, message, help);
            return Err(error.in_field("reduced").in_field(code.as_str()).in_field("fees"));
        }
        fees.push((*code, Fee::published(fee.full, fee.reduced)));
    }
    Ok(fees)
}

pub(super) fn whole_units(units: &Units) -> Result<usize, Error> {
    use rust_decimal::prelude::ToPrimitive as _;
    units
        .0
        .to_u32()
        .filter(|whole| f64::from(*whole) == units.0)
        .and_then(|whole| usize::try_from(whole).ok())
        .filter(|whole| *whole <= MOST_UNITS)
        .ok_or_else(|| {
            Error::new(
                ErrorCode::UnknownValue,
                "the number is not a whole number of units",
                format!("give whole units, at most {MOST_UNITS}"),
            )
        })
}

pub(super) fn duplicate_id(id: &str) -> Error {
    Error::new(ErrorCode::DuplicateId, format!("{} is the id of an earlier line", quoted(id)), "give each line an id of its own")
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct OtherUsedRequest {
    date: ServiceDate,
    as_of: ServiceDate,
    amounts: Vec<EligibilityAmountRequest>,
    entries: Vec<UsageEntryRequest>,
    policy: Option<PolicyRequest>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct EligibilityAmountRequest {
    service_type: ServiceTypeRequest,
    kind: AmountKindRequest,
    amount: Money,
    from: Option<ServiceDate>,
    to: Option<ServiceDate>,
    // Where it was read; for people, and of no weight here.
    #[serde(rename = "segment")]
    _segment: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum AmountKindRequest {
    Used,
    Remaining,
}

/// The answer of `otherUsedFromEligibility`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OtherUsedAnswer {
    used: PerServiceTypeAnswer,
    ours: PerServiceTypeAnswer,
    other_used: PerServiceTypeAnswer,
    as_of: ServiceDate,
    notices: Vec<NoticeAnswer>,
}

/// One amount a bucket; a bucket that nothing is known of is left out.
#[derive(Debug, Serialize)]
pub(super) struct PerServiceTypeAnswer {
    #[serde(rename = "PT/SLP", skip_serializing_if = "Option::is_none")]
    pub(super) pt_slp: Option<Money>,
    #[serde(rename = "OT", skip_serializing_if = "Option::is_none")]
    pub(super) ot: Option<Money>,
}

#[derive(Debug, Serialize)]
struct NoticeAnswer {
    code: &'static str,
    severity: &'static str,
    message: String,
}

/// What other providers used, from Medicare's own figure: `otherUsedFromEligibility` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path; `unknown-year` at `date` where a figure says what is left and no threshold is known.
pub fn other_used_from_eligibility(request: Value, wording: &Wording) -> Result<OtherUsedAnswer, Error> {
    let request: OtherUsedRequest = read(request)?;
    let amounts: Vec<EligibilityAmount> = request
        .amounts
        .into_iter()
        .map(|amount| EligibilityAmount {
            service_type: ServiceType::from(amount.service_type),
            kind: match amount.kind {
                AmountKindRequest::Used => AmountKind::Used,
                AmountKindRequest::Remaining => AmountKind::Remaining,
            },
            amount: amount.amount,
            from: amount.from,
            to: amount.to,
        })
        .collect();
    let policy = request.policy.map(Policy::from).unwrap_or_default();
    let entries = request.entries.into_iter().map(Into::into).collect();
    let answer =
        eligibility::other_used(request.date, request.as_of, &amounts, entries, &policy).map_err(|error| error.in_field("date"))?;
    let both = |PerServiceType { pt_slp, ot }| PerServiceTypeAnswer { pt_slp, ot };
    Ok(OtherUsedAnswer {
        used: both(answer.used),
        ours: both(answer.ours),
        other_used: both(answer.other_used),
        as_of: request.as_of,
        notices: answer
            .notices
            .into_iter()
            .map(|notice| NoticeAnswer {
                code: notice.code,
                severity: severity_name(notice.severity),
                message: wording.text(&notice.message),
            })
            .collect(),
    })
}
