//! X12 in: shapes of what was read. A line is ready for `usage.entries`, and to be decided.

use serde::Serialize;

use crate::calendar::ServiceDate;
use crate::coverage::Program;
use crate::discipline::ServiceType;
use crate::eligibility::AmountKind;
use crate::error::Error;
use crate::money::Money;
use crate::procedure::{HcpcsCode, Modifier};
use crate::wording::Wording;
use crate::wording::x12 as sentences;
use crate::x12::claim837::{self, ClaimType};
use crate::x12::remittance835::{self, AllowedFrom, RemittanceLine};
use crate::x12::{self, Kind, Unread, eligibility271};

#[derive(Debug, Serialize)]
struct UnreadAnswer {
    segment: String,
    reason: String,
}

fn unread(list: Vec<Unread>, wording: &Wording) -> Vec<UnreadAnswer> {
    list.into_iter().map(|one| UnreadAnswer { segment: one.segment, reason: wording.text(&one.reason) }).collect()
}

/// The answer of `readEligibility271`.
#[derive(Debug, Serialize)]
pub struct EligibilityAnswer {
    amounts: Vec<AmountAnswer>,
    unread: Vec<UnreadAnswer>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct AmountAnswer {
    service_type: &'static str,
    kind: &'static str,
    amount: Money,
    from: Option<ServiceDate>,
    to: Option<ServiceDate>,
    segment: String,
}

/// What an eligibility response says of the buckets: `readEligibility271` of the public contract.
///
/// ```
/// let text = "ISA*00*          *00*          *ZZ*S              *ZZ*R              *260101*1200*^*00501*000000001*0*P*:~\
///     ST*271*0001~EB*F*IND*AD*MB**29*1840~SE*1*0001~";
/// let answer = kx_modifier::api::read_eligibility271(text, &kx_modifier::Wording::ENGLISH)?;
/// assert!(serde_json::to_string(&answer).is_ok_and(|text| text.contains(r#""kind":"remaining","amount":"1840.00""#)));
/// # Ok::<(), kx_modifier::Error>(())
/// ```
///
/// # Errors
/// `x12-invalid` for text that is no X12; never for odd content.
pub fn read_eligibility271(text: &str, wording: &Wording) -> Result<EligibilityAnswer, Error> {
    let read = eligibility271::read(text)?;
    let amounts = read.amounts.into_iter().map(|one| AmountAnswer {
        service_type: one.amount.service_type.as_str(),
        kind: match one.amount.kind {
            AmountKind::Used => "used",
            AmountKind::Remaining => "remaining",
        },
        amount: one.amount.amount,
        from: one.amount.from,
        to: one.amount.to,
        segment: one.segment,
    });
    Ok(EligibilityAnswer { amounts: amounts.collect(), unread: unread(read.unread, wording) })
}

/// The answer of `readRemittance835`.
#[derive(Debug, Serialize)]
pub struct RemittanceAnswer {
    entries: Vec<EntryAnswer>,
    skipped: Vec<UnreadAnswer>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct EntryAnswer {
    id: String,
    date: ServiceDate,
    service_type: &'static str,
    allowed: Money,
    status: &'static str,
    program: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    posted: Option<ServiceDate>,
    code: HcpcsCode,
    modifiers: Vec<Modifier>,
    claim: String,
    denied: bool,
    allowed_from: &'static str,
}

impl From<RemittanceLine> for EntryAnswer {
    fn from(line: RemittanceLine) -> Self {
        Self {
            id: line.id,
            date: line.date,
            service_type: ServiceType::as_str(line.service_type),
            allowed: line.allowed,
            status: "adjudicated",
            program: if line.program == Program::Advantage { "medicare-advantage" } else { "medicare-part-b" },
            posted: line.posted,
            code: line.code,
            modifiers: line.modifiers,
            claim: line.claim,
            denied: line.denied,
            allowed_from: match line.allowed_from {
                AllowedFrom::AmountB6 => "AMT*B6",
                AllowedFrom::Adjustments => "adjustments",
            },
        }
    }
}

/// The therapy lines of a remittance: `readRemittance835` of the public contract.
///
/// # Errors
/// `x12-invalid` for text that is no X12; never for odd content.
pub fn read_remittance835(text: &str, wording: &Wording) -> Result<RemittanceAnswer, Error> {
    let read = remittance835::read(text)?;
    Ok(RemittanceAnswer { entries: read.lines.into_iter().map(EntryAnswer::from).collect(), skipped: unread(read.skipped, wording) })
}

/// The answer of `readClaim837`.
#[derive(Debug, Serialize)]
pub struct ClaimsAnswer {
    claims: Vec<ClaimAnswer>,
    skipped: Vec<UnreadAnswer>,
}

#[derive(Debug, Serialize)]
struct ClaimAnswer {
    id: String,
    r#type: &'static str,
    frequency: String,
    payer: Option<String>,
    medicare: bool,
    lines: Vec<ClaimLineAnswer>,
}

#[derive(Debug, Serialize)]
struct ClaimLineAnswer {
    id: String,
    date: Option<ServiceDate>,
    code: HcpcsCode,
    modifiers: Vec<Modifier>,
    charge: Money,
    units: f64,
}

/// The therapy lines of a claim file: `readClaim837` of the public contract.
///
/// # Errors
/// `x12-invalid` for text that is no X12; never for odd content.
pub fn read_claim837(text: &str, wording: &Wording) -> Result<ClaimsAnswer, Error> {
    let read = claim837::read(text)?;
    let claims = read.claims.into_iter().map(|claim| ClaimAnswer {
        id: claim.id,
        r#type: match claim.claim_type {
            ClaimType::Professional => "professional",
            ClaimType::Institutional => "institutional",
        },
        frequency: claim.frequency,
        payer: claim.payer,
        medicare: claim.medicare,
        lines: claim
            .lines
            .into_iter()
            .map(|line| ClaimLineAnswer {
                id: line.id,
                date: line.date,
                code: line.code,
                modifiers: line.modifiers,
                charge: line.charge,
                units: line.units,
            })
            .collect(),
    });
    Ok(ClaimsAnswer { claims: claims.collect(), skipped: unread(read.skipped, wording) })
}

/// The answer of `identifyX12`.
#[derive(Debug, Serialize)]
pub struct IdentityAnswer {
    kind: Option<&'static str>,
    message: String,
    date: Option<ServiceDate>,
    patients: Vec<PatientAnswer>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct PatientAnswer {
    name: String,
    member_id: Option<String>,
    positions: Vec<usize>,
}

/// What a text is, of which day, and whose: `identifyX12` of the package.
///
/// # Errors
/// `x12-invalid` for text that is no X12.
pub fn identify_x12(text: &str, wording: &Wording) -> Result<IdentityAnswer, Error> {
    let identity = x12::identify(text)?;
    let patient = |(patient, positions): (&x12::patient::Patient, &[usize])| PatientAnswer {
        name: patient.name.clone(),
        member_id: patient.member_id.clone(),
        positions: positions.to_vec(),
    };
    Ok(IdentityAnswer {
        message: wording.text(&sentences::identity(&identity)),
        kind: identity.kind.map(|kind| match kind {
            Kind::Eligibility271 => "271",
            Kind::Remittance835 => "835",
            Kind::Claim837 => "837",
        }),
        date: identity.date,
        patients: identity.patients.iter().map(patient).collect(),
    })
}
