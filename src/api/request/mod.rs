//! The shapes of requests, and what they become in the core. One file an area; here the requests of one visit.

mod documentation;
mod policy;
mod usage;

use serde::Deserialize;

pub(super) use documentation::DocumentationRequest;
pub(super) use policy::PolicyRequest;
pub(super) use usage::{CoverageRequest, EntryStatusRequest, PerServiceTypeRequest, ServiceTypeRequest, UsageEntryRequest, UsageRequest};

use super::scalars::Units;
use crate::appointment::AppointmentLine;
use crate::calendar::ServiceDate;
use crate::decision::{Context, Section, ServiceLine, Setting};
use crate::discipline::{Discipline, Therapist};
use crate::error::{Error, ErrorCode};
use crate::money::Money;
use crate::procedure::{HcpcsCode, Modifiers};
use crate::traits;

// The three requests of a visit are written out: with serde's `flatten` their fields would be unknown to the check for misspelt ones.

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct DecisionRequest {
    line: LineRequest,
    appointment: AppointmentShape,
    coverage: CoverageRequest,
    preferences: Option<PreferencesRequest>,
    usage: Option<UsageRequest>,
    policy: Option<PolicyRequest>,
    documentation: Option<DocumentationRequest>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AppointmentRequest {
    lines: Vec<AppointmentLineRequest>,
    appointment: AppointmentShape,
    coverage: CoverageRequest,
    preferences: Option<PreferencesRequest>,
    usage: Option<UsageRequest>,
    policy: Option<PolicyRequest>,
    documentation: Option<DocumentationRequest>,
}

/// What `openAppointment` takes: a decision's request without the line.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ContextRequest {
    appointment: AppointmentShape,
    coverage: CoverageRequest,
    preferences: Option<PreferencesRequest>,
    usage: Option<UsageRequest>,
    policy: Option<PolicyRequest>,
    documentation: Option<DocumentationRequest>,
}

impl ContextRequest {
    pub(super) fn into_context(self) -> Context {
        let Self { appointment, coverage, preferences, usage, policy, documentation } = self;
        context(appointment, coverage, preferences, usage, policy, documentation)
    }
}

impl DecisionRequest {
    pub(super) fn into_parts(self) -> Result<(ServiceLine, Context), Error> {
        let Self { line, appointment, coverage, preferences, usage, policy, documentation } = self;
        on_the_day(line.date, appointment.date).map_err(|error| error.in_field("line"))?;
        Ok((line.into(), context(appointment, coverage, preferences, usage, policy, documentation)))
    }
}

impl AppointmentRequest {
    pub(super) fn into_parts(self) -> Result<(Vec<AppointmentLine>, Context), Error> {
        let Self { lines, appointment, coverage, preferences, usage, policy, documentation } = self;
        let context = context(appointment, coverage, preferences, usage, policy, documentation);
        Ok((lines_of(lines, &context)?, context))
    }
}

/// The lines of an open appointment.
///
/// # Errors
/// `date-invalid` for a line of another day.
pub(super) fn lines_of(lines: Vec<AppointmentLineRequest>, context: &Context) -> Result<Vec<AppointmentLine>, Error> {
    let line =
        |(index, line): (usize, AppointmentLineRequest)| line.into_line(context).map_err(|error| error.in_element(index).in_field("lines"));
    lines.into_iter().enumerate().map(line).collect()
}

/// A line that was read from a claim names its day. Deciding it for another one would take another day's balance.
fn on_the_day(line: Option<ServiceDate>, appointment: ServiceDate) -> Result<(), Error> {
    match line {
        Some(date) if date != appointment => Err(Error::new(
            ErrorCode::DateInvalid,
            format!("the line is of {date}, the appointment of {appointment}"),
            "give the line's own day as the appointment's date",
        )
        .in_field("date")),
        _ => Ok(()),
    }
}

fn context(
    appointment: AppointmentShape,
    coverage: CoverageRequest,
    preferences: Option<PreferencesRequest>,
    usage: Option<UsageRequest>,
    policy: Option<PolicyRequest>,
    documentation: Option<DocumentationRequest>,
) -> Context {
    Context {
        date: appointment.date,
        setting: Setting {
            section: appointment.section.map(Section::from).unwrap_or_default(),
            done: appointment.done.unwrap_or(false),
            therapist: appointment.rendering_provider.and_then(RenderingProviderRequest::therapist),
        },
        coverage: coverage.into(),
        auto_apply_kx: preferences.and_then(|preferences| preferences.auto_apply_kx).unwrap_or(false),
        usage: usage.map(Into::into),
        policy: policy.map(Into::into).unwrap_or_default(),
        documentation: documentation.map(Into::into),
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct LineRequest {
    id: Option<String>,
    code: HcpcsCode,
    modifiers: Option<Modifiers>,
    units: Option<Units>,
    allowed: Option<Money>,
    kx_declined: Option<String>,
    date: Option<ServiceDate>,
    // What a claim charges says nothing of what is allowed; it is checked and left.
    #[serde(rename = "charge")]
    _charge: Option<Money>,
}

impl From<LineRequest> for ServiceLine {
    fn from(line: LineRequest) -> Self {
        let LineRequest { id, code, modifiers, units, allowed, kx_declined, .. } = line;
        Self { id, code, modifiers: modifiers.unwrap_or_default(), units: units.map(|units| units.0), allowed, kx_declined }
    }
}

/// A line with its own section, done mark and provider. Written out, because serde's `flatten` would lose the list of fields.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AppointmentLineRequest {
    id: Option<String>,
    code: HcpcsCode,
    modifiers: Option<Modifiers>,
    units: Option<Units>,
    allowed: Option<Money>,
    kx_declined: Option<String>,
    date: Option<ServiceDate>,
    #[serde(rename = "charge")]
    _charge: Option<Money>,
    section: Option<SectionRequest>,
    done: Option<bool>,
    rendering_provider: Option<RenderingProviderRequest>,
}

impl AppointmentLineRequest {
    pub(super) fn into_line(self, context: &Context) -> Result<AppointmentLine, Error> {
        let Self { id, code, modifiers, units, allowed, kx_declined, date, section, done, rendering_provider, .. } = self;
        on_the_day(date, context.date)?;
        let appointment = context.setting;
        Ok(AppointmentLine {
            line: ServiceLine {
                id,
                code,
                modifiers: modifiers.unwrap_or_default(),
                units: units.map(|units| units.0),
                allowed,
                kx_declined,
            },
            setting: Setting {
                section: section.map_or(appointment.section, Section::from),
                done: done.unwrap_or(appointment.done),
                therapist: rendering_provider.map_or(appointment.therapist, RenderingProviderRequest::therapist),
            },
        })
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct AppointmentShape {
    date: ServiceDate,
    section: Option<SectionRequest>,
    done: Option<bool>,
    rendering_provider: Option<RenderingProviderRequest>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum SectionRequest {
    Treatment,
    Flowsheet,
}

impl From<SectionRequest> for Section {
    fn from(section: SectionRequest) -> Self {
        match section {
            SectionRequest::Treatment => Self::Treatment,
            SectionRequest::Flowsheet => Self::Flowsheet,
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RenderingProviderRequest {
    discipline: Option<DisciplineRequest>,
    taxonomy: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum DisciplineRequest {
    Pt,
    Ot,
    Slp,
    Pta,
    Ota,
}

impl RenderingProviderRequest {
    /// `discipline` wins where both are given.
    fn therapist(self) -> Option<Therapist> {
        let of = |discipline, assistant| Therapist { discipline, assistant };
        match self.discipline {
            Some(DisciplineRequest::Pt) => Some(of(Discipline::Pt, false)),
            Some(DisciplineRequest::Ot) => Some(of(Discipline::Ot, false)),
            Some(DisciplineRequest::Slp) => Some(of(Discipline::Slp, false)),
            Some(DisciplineRequest::Pta) => Some(of(Discipline::Pt, true)),
            Some(DisciplineRequest::Ota) => Some(of(Discipline::Ot, true)),
            None => self.taxonomy.as_deref().and_then(Therapist::from_taxonomy),
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PreferencesRequest {
    auto_apply_kx: Option<bool>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ThresholdsRequest {
    pub(super) date: ServiceDate,
    pub(super) coverage: Option<CoverageRequest>,
    pub(super) usage: Option<UsageRequest>,
    pub(super) policy: Option<PolicyRequest>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct TraitsRequest {
    pub(super) traits: Vec<TraitRequest>,
    pub(super) date: ServiceDate,
    pub(super) service_type: Option<ServiceTypeRequest>,
    pub(super) coverage: CoverageRequest,
    pub(super) usage: Option<UsageRequest>,
    pub(super) policy: Option<PolicyRequest>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct TraitRequest {
    name: String,
    prompt: String,
    only_if_medicare_reached: Option<bool>,
}

impl From<TraitRequest> for traits::Trait {
    fn from(request: TraitRequest) -> Self {
        Self { name: request.name, prompt: request.prompt, only_if_medicare_reached: request.only_if_medicare_reached }
    }
}
