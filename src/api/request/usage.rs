//! Coverage and usage.

use serde::Deserialize;

use crate::calendar::ServiceDate;
use crate::coverage::{self, Program};
use crate::discipline::{PerServiceType, ServiceType};
use crate::money::Money;
use crate::procedure::{HcpcsCode, Modifier};
use crate::usage;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::api) struct CoverageRequest {
    program: ProgramRequest,
    secondary: Option<bool>,
    follows_kx_threshold: Option<bool>,
    part_a_stay: Option<bool>,
    home_health_episode: Option<bool>,
    hospice: Option<bool>,
}

#[derive(Deserialize)]
enum ProgramRequest {
    #[serde(rename = "medicare-part-b")]
    PartB,
    #[serde(rename = "medicare-advantage")]
    Advantage,
    #[serde(rename = "other")]
    Other,
}

impl From<CoverageRequest> for coverage::Coverage {
    fn from(coverage: CoverageRequest) -> Self {
        Self {
            program: match coverage.program {
                ProgramRequest::PartB => Program::PartB,
                ProgramRequest::Advantage => Program::Advantage,
                ProgramRequest::Other => Program::Other,
            },
            secondary: coverage.secondary.unwrap_or(false),
            follows_kx_threshold: coverage.follows_kx_threshold.unwrap_or(false),
            part_a_stay: coverage.part_a_stay.unwrap_or(false),
            home_health_episode: coverage.home_health_episode.unwrap_or(false),
            hospice: coverage.hospice.unwrap_or(false),
        }
    }
}

#[derive(Clone, Copy, Deserialize)]
pub(in crate::api) enum ServiceTypeRequest {
    #[serde(rename = "PT/SLP")]
    PtSlp,
    #[serde(rename = "OT")]
    Ot,
}

impl From<ServiceTypeRequest> for ServiceType {
    fn from(service_type: ServiceTypeRequest) -> Self {
        match service_type {
            ServiceTypeRequest::PtSlp => Self::PtSlp,
            ServiceTypeRequest::Ot => Self::Ot,
        }
    }
}

#[derive(Deserialize)]
pub(in crate::api) struct PerServiceTypeRequest<T> {
    #[serde(rename = "PT/SLP")]
    pub(in crate::api) pt_slp: Option<T>,
    #[serde(rename = "OT")]
    pub(in crate::api) ot: Option<T>,
}

impl<T> From<PerServiceTypeRequest<T>> for PerServiceType<Option<T>> {
    fn from(both: PerServiceTypeRequest<T>) -> Self {
        Self { pt_slp: both.pt_slp, ot: both.ot }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::api) struct UsageRequest {
    entries: Option<Vec<UsageEntryRequest>>,
    used: Option<PerServiceTypeRequest<Money>>,
    other_used: Option<PerServiceTypeRequest<Money>>,
    precomputed_remaining: Option<PerServiceTypeRequest<Money>>,
    as_of: Option<ServiceDate>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::api) struct UsageEntryRequest {
    id: Option<String>,
    date: ServiceDate,
    service_type: ServiceTypeRequest,
    allowed: Money,
    status: Option<EntryStatusRequest>,
    program: Option<EntryProgramRequest>,
    posted: Option<ServiceDate>,
    // What a remittance says beside: its entries are taken as they were read.
    code: Option<HcpcsCode>,
    #[serde(rename = "modifiers")]
    _modifiers: Option<Vec<Modifier>>,
    claim: Option<String>,
    #[serde(rename = "denied")]
    _denied: Option<bool>,
    #[serde(rename = "allowedFrom")]
    _allowed_from: Option<AllowedFromRequest>,
}

#[derive(Deserialize)]
enum AllowedFromRequest {
    #[serde(rename = "AMT*B6")]
    AmountB6,
    #[serde(rename = "adjustments")]
    Adjustments,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::api) enum EntryStatusRequest {
    Adjudicated,
    Pending,
    Void,
}

#[derive(Deserialize)]
enum EntryProgramRequest {
    #[serde(rename = "medicare-part-b")]
    PartB,
    #[serde(rename = "medicare-advantage")]
    Advantage,
}

impl From<EntryStatusRequest> for usage::EntryStatus {
    fn from(status: EntryStatusRequest) -> Self {
        match status {
            EntryStatusRequest::Adjudicated => Self::Adjudicated,
            EntryStatusRequest::Pending => Self::Pending,
            EntryStatusRequest::Void => Self::Void,
        }
    }
}

impl From<UsageRequest> for usage::Usage {
    fn from(request: UsageRequest) -> Self {
        Self {
            entries: request.entries.map(|entries| entries.into_iter().map(Into::into).collect()),
            used: request.used.map(Into::into),
            other_used: request.other_used.map(Into::into),
            precomputed_remaining: request.precomputed_remaining.map(Into::into),
            as_of: request.as_of,
        }
    }
}

impl From<UsageEntryRequest> for usage::UsageEntry {
    fn from(entry: UsageEntryRequest) -> Self {
        Self {
            id: entry.id,
            date: entry.date,
            service_type: entry.service_type.into(),
            allowed: entry.allowed,
            status: entry.status.map(usage::EntryStatus::from).unwrap_or_default(),
            program: entry.program.map(|program| match program {
                EntryProgramRequest::PartB => Program::PartB,
                EntryProgramRequest::Advantage => Program::Advantage,
            }),
            posted: entry.posted,
            code: entry.code,
            claim: entry.claim,
        }
    }
}
