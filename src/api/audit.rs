//! A beneficiary's year of lines.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::account::duplicate_id;
use super::answer::{severity_name, standing_name};
use super::pairs::Pairs;
use super::read;
use super::request::{EntryStatusRequest, PerServiceTypeRequest, PolicyRequest, ServiceTypeRequest};
use super::scalars::Units;
use super::value::Value;
use crate::audit::{self, AuditedLine, Finding, KxVerdict};
use crate::calendar::{CalendarYear, ServiceDate};
use crate::discipline::ServiceType;
use crate::error::Error;
use crate::money::Money;
use crate::policy::Policy;
use crate::procedure::{HcpcsCode, Modifier};
use crate::usage::EntryStatus;
use crate::wording::Wording;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct AuditRequest {
    lines: Vec<AuditLineRequest>,
    other_used: Option<Pairs<CalendarYear, PerServiceTypeRequest<Money>>>,
    policy: Option<PolicyRequest>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AuditLineRequest {
    id: String,
    date: ServiceDate,
    code: HcpcsCode,
    modifiers: Option<Vec<Modifier>>,
    // No rule of the audit asks for units; they are checked and left.
    #[serde(rename = "units")]
    _units: Option<Units>,
    allowed: Money,
    kx_declined: Option<String>,
    service_type: Option<ServiceTypeRequest>,
    status: Option<EntryStatusRequest>,
    posted: Option<ServiceDate>,
    claim: Option<String>,
    #[serde(rename = "charge")]
    _charge: Option<Money>,
}

impl From<AuditLineRequest> for audit::AuditLine {
    fn from(line: AuditLineRequest) -> Self {
        Self {
            id: line.id,
            date: line.date,
            code: line.code,
            modifiers: line.modifiers.unwrap_or_default(),
            allowed: line.allowed,
            service_type: line.service_type.map(ServiceType::from),
            status: line.status.map(EntryStatus::from).unwrap_or_default(),
            posted: line.posted,
            claim: line.claim,
            kx_declined: line.kx_declined,
        }
    }
}

/// The answer of `audit`.
#[derive(Debug, Serialize)]
pub struct AuditAnswer {
    lines: Vec<AuditedLineAnswer>,
    findings: Vec<FindingAnswer>,
    totals: Vec<TotalAnswer>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AuditedLineAnswer {
    id: String,
    service_type: Option<&'static str>,
    before: Option<Money>,
    after: Option<Money>,
    standing: Option<&'static str>,
    kx: &'static str,
}

#[derive(Debug, Serialize)]
struct FindingAnswer {
    id: String,
    code: &'static str,
    severity: &'static str,
    message: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct TotalAnswer {
    year: u16,
    service_type: &'static str,
    allowed: Money,
    with_kx: Money,
    threshold: Money,
    reached_on: Option<ServiceDate>,
}

fn id_at(lines: &[audit::AuditLine], position: usize) -> String {
    lines.get(position).map(|line| line.id.clone()).unwrap_or_default()
}

pub(super) const fn kx_name(verdict: KxVerdict) -> &'static str {
    match verdict {
        KxVerdict::Missing => "missing",
        KxVerdict::Early => "early",
        KxVerdict::Correct => "correct",
        KxVerdict::Crossing => "crossing",
        KxVerdict::NotApplicable => "not-applicable",
    }
}

fn line_answer(one: &AuditedLine, lines: &[audit::AuditLine]) -> AuditedLineAnswer {
    AuditedLineAnswer {
        id: id_at(lines, one.position),
        service_type: one.service_type.map(ServiceType::as_str),
        before: one.before,
        after: one.after,
        standing: one.standing.map(standing_name),
        kx: kx_name(one.kx),
    }
}

/// Two lines with one id could not be told apart in the answer.
pub(super) fn refuse_double_ids(lines: &[audit::AuditLine]) -> Result<(), Error> {
    let mut seen = HashSet::new();
    match lines.iter().position(|line| !seen.insert(line.id.as_str())) {
        Some(index) => Err(duplicate_id(&id_at(lines, index)).in_field("id").in_element(index)),
        None => Ok(()),
    }
}

/// A beneficiary's year of lines: `audit` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path; `duplicate-id` where two lines have one id.
pub fn audit(request: Value, wording: &Wording) -> Result<AuditAnswer, Error> {
    let request: AuditRequest = read(request)?;
    let lines: Vec<audit::AuditLine> = request.lines.into_iter().map(Into::into).collect();
    refuse_double_ids(&lines).map_err(|error| error.in_field("lines"))?;
    let other_used = request.other_used.unwrap_or_default().0.into_iter().map(|(year, both)| (year, both.into())).collect();
    let policy = request.policy.map(Policy::from).unwrap_or_default();
    let answer = audit::audit(&lines, &other_used, &policy);
    Ok(AuditAnswer {
        lines: answer.lines.iter().map(|one| line_answer(one, &lines)).collect(),
        findings: answer
            .findings
            .into_iter()
            .map(|finding| FindingAnswer {
                id: id_at(&lines, finding.position),
                code: finding.code,
                severity: severity_name(finding.severity),
                message: wording.text(&finding.message),
            })
            .collect(),
        totals: answer
            .totals
            .into_iter()
            .map(|total| TotalAnswer {
                year: total.year.number(),
                service_type: total.service_type.as_str(),
                allowed: total.allowed,
                with_kx: total.with_kx,
                threshold: total.threshold,
                reached_on: total.reached_on,
            })
            .collect(),
    })
}

/// One line of `auditNdjson`.
#[derive(Debug, Serialize)]
pub(super) struct BulkAuditedLine<'a> {
    beneficiary: &'a str,
    #[serde(flatten)]
    line: AuditedLineAnswer,
    findings: Vec<BulkFinding>,
}

#[derive(Debug, Serialize)]
struct BulkFinding {
    code: &'static str,
    severity: &'static str,
    message: String,
}

/// The audited lines of one beneficiary in the order given.
pub(super) fn audit_group<'a>(
    beneficiary: &'a str,
    lines: &[audit::AuditLine],
    policy: &Policy,
    wording: &Wording,
) -> Vec<BulkAuditedLine<'a>> {
    let answer = audit::audit(lines, &audit::OtherUsed::new(), policy);
    let mut placed: Vec<Option<BulkAuditedLine<'a>>> = lines.iter().map(|_| None).collect();
    for one in &answer.lines {
        if let Some(place) = placed.get_mut(one.position) {
            *place = Some(BulkAuditedLine { beneficiary, line: line_answer(one, lines), findings: Vec::new() });
        }
    }
    for Finding { position, code, severity, message } in answer.findings {
        if let Some(Some(line)) = placed.get_mut(position) {
            line.findings.push(BulkFinding { code, severity: severity_name(severity), message: wording.text(&message) });
        }
    }
    placed.into_iter().flatten().collect()
}
