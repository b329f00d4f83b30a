//! Claims before they go out.

use serde::{Deserialize, Serialize};

use super::account::{FeeRequest, fees, whole_units};
use super::answer::severity_name;
use super::audit::{AuditLineRequest, kx_name, refuse_double_ids};
use super::pairs::Pairs;
use super::read;
use super::request::{PerServiceTypeRequest, PolicyRequest};
use super::scalars::Units;
use super::value::Value;
use crate::calendar::{CalendarYear, ServiceDate};
use crate::discipline::ServiceType;
use crate::error::Error;
use crate::money::Money;
use crate::notice::Severity;
use crate::policy::Policy;
use crate::procedure::{HcpcsCode, Modifier};
use crate::scrub::{self, ClaimLine, ScrubbedLine, YearSoFar};
use crate::wording::{Wording, scrub as sentences};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ScrubRequest {
    claims: Vec<ClaimRequest>,
    billed: Option<Vec<AuditLineRequest>>,
    other_used: Option<Pairs<CalendarYear, PerServiceTypeRequest<Money>>>,
    fees: Option<Pairs<HcpcsCode, FeeRequest>>,
    policy: Option<PolicyRequest>,
}

/// A claim as `readClaim837` gives it; what no finding asks for is read and left.
#[derive(Deserialize)]
struct ClaimRequest {
    id: String,
    #[serde(rename = "type")]
    _type: Option<String>,
    frequency: Option<String>,
    #[serde(rename = "payer")]
    _payer: Option<String>,
    medicare: bool,
    lines: Vec<LineRequest>,
}

#[derive(Deserialize)]
struct LineRequest {
    id: String,
    date: Option<ServiceDate>,
    code: HcpcsCode,
    modifiers: Option<Vec<Modifier>>,
    #[serde(rename = "charge")]
    _charge: Option<Money>,
    units: Units,
}

/// The answer of `scrubClaims`.
#[derive(Debug, Serialize)]
pub struct ScrubAnswer {
    lines: Vec<LineAnswer>,
    notices: Vec<FindingAnswer>,
    summary: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct LineAnswer {
    claim: String,
    id: String,
    date: Option<ServiceDate>,
    code: HcpcsCode,
    modifiers: Vec<Modifier>,
    service_type: Option<&'static str>,
    allowed: Option<Money>,
    before: Option<Money>,
    kx: &'static str,
    findings: Vec<FindingAnswer>,
}

#[derive(Debug, Serialize)]
struct FindingAnswer {
    code: &'static str,
    severity: &'static str,
    message: String,
}

/// Each therapy line of one patient's claims before they go out: `scrubClaims` of the package.
///
/// # Errors
/// What the request got wrong, with its path.
pub fn scrub_claims(request: Value, wording: &Wording) -> Result<ScrubAnswer, Error> {
    let request: ScrubRequest = read(request)?;
    let fees = fees(&request.fees.unwrap_or_default())?;
    let policy = request.policy.map(Policy::from).unwrap_or_default();
    let year = match (request.billed, request.other_used) {
        (None, None) => None,
        (billed, other_used) => Some(YearSoFar {
            billed: billed.into_iter().flatten().map(Into::into).collect(),
            other_used: other_used.unwrap_or_default().0.into_iter().map(|(year, both)| (year, both.into())).collect(),
        }),
    };
    if let Some(year) = &year {
        refuse_double_ids(&year.billed).map_err(|error| error.in_field("billed"))?;
    }
    let lines: Vec<ClaimLine> = request.claims.into_iter().flat_map(claim_lines).collect();
    let scrubbed = scrub::scrub(&lines, year.as_ref(), &fees, &policy);
    let gravest = |severity: Option<Severity>| {
        scrubbed.iter().filter(|line| line.findings.first().map(|finding| finding.severity) == severity).count()
    };
    let count = [Some(Severity::Error), Some(Severity::Warning), Some(Severity::Info), None].map(gravest);
    let unknown = FindingAnswer {
        code: "usage-unknown",
        severity: severity_name(Severity::Warning),
        message: wording.text(&sentences::YEAR_UNKNOWN),
    };
    let [errors, warnings, notes, clean] = count;
    Ok(ScrubAnswer {
        notices: year.is_none().then_some(unknown).into_iter().collect(),
        summary: wording.text(&sentences::summary(errors, warnings, notes, clean)),
        lines: lines.into_iter().zip(scrubbed).map(|(line, scrubbed)| line_answer(line, scrubbed, wording)).collect(),
    })
}

fn claim_lines(claim: ClaimRequest) -> impl Iterator<Item = ClaimLine> {
    let ClaimRequest { id: claim_id, frequency, medicare, lines, .. } = claim;
    // An 837 that voids an earlier claim has frequency 8.
    let void = frequency.as_deref() == Some("8");
    lines.into_iter().map(move |line| ClaimLine {
        claim: claim_id.clone(),
        units: whole_units(&line.units).ok(),
        id: line.id,
        date: line.date,
        code: line.code,
        modifiers: line.modifiers.unwrap_or_default(),
        medicare,
        void,
    })
}

fn line_answer(line: ClaimLine, scrubbed: ScrubbedLine, wording: &Wording) -> LineAnswer {
    LineAnswer {
        claim: line.claim,
        id: line.id,
        date: line.date,
        code: line.code,
        modifiers: line.modifiers,
        service_type: scrubbed.service_type.map(ServiceType::as_str),
        allowed: scrubbed.allowed,
        before: scrubbed.before,
        kx: kx_name(scrubbed.kx),
        findings: scrubbed
            .findings
            .into_iter()
            .map(|finding| FindingAnswer {
                code: finding.code,
                severity: severity_name(finding.severity),
                message: wording.text(&finding.message),
            })
            .collect(),
    }
}
