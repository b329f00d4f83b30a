//! The shapes of requests, and what they become in the core.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};

use super::de::{Packed, ValueDeserializer};
use super::scalars::{Days, PositiveMoney, Units};
use super::value::Value;
use crate::appointment::AppointmentLine;
use crate::calendar::{CalendarYear, ServiceDate};
use crate::coverage::{self, Program};
use crate::decision::{Context, Section, ServiceLine, Setting};
use crate::discipline::{PerServiceType, ServiceType, Therapist};
use crate::documentation;
use crate::money::Money;
use crate::policy;
use crate::procedure::{HcpcsCode, Modifiers};
use crate::thresholds::Amounts;
use crate::traits;
use crate::usage;

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

impl DecisionRequest {
    pub(super) fn into_parts(self) -> (ServiceLine, Context) {
        let Self { line, appointment, coverage, preferences, usage, policy, documentation } = self;
        (line.into(), context(appointment, coverage, preferences, usage, policy, documentation))
    }
}

impl AppointmentRequest {
    pub(super) fn into_parts(self) -> (Vec<AppointmentLine>, Context) {
        let Self { lines, appointment, coverage, preferences, usage, policy, documentation } = self;
        let context = context(appointment, coverage, preferences, usage, policy, documentation);
        (lines.into_iter().map(|line| line.into_line(context.setting)).collect(), context)
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
}

impl From<LineRequest> for ServiceLine {
    fn from(line: LineRequest) -> Self {
        let LineRequest { id, code, modifiers, units, allowed, kx_declined } = line;
        Self { id, code, modifiers: modifiers.unwrap_or_default(), units: units.map(|units| units.0), allowed, kx_declined }
    }
}

/// A line with its own section, done mark and provider. Written out, because serde's `flatten` would lose the list of fields.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct AppointmentLineRequest {
    id: Option<String>,
    code: HcpcsCode,
    modifiers: Option<Modifiers>,
    units: Option<Units>,
    allowed: Option<Money>,
    kx_declined: Option<String>,
    section: Option<SectionRequest>,
    done: Option<bool>,
    rendering_provider: Option<RenderingProviderRequest>,
}

impl AppointmentLineRequest {
    fn into_line(self, appointment: Setting) -> AppointmentLine {
        let Self { id, code, modifiers, units, allowed, kx_declined, section, done, rendering_provider } = self;
        AppointmentLine {
            line: LineRequest { id, code, modifiers, units, allowed, kx_declined }.into(),
            setting: Setting {
                section: section.map_or(appointment.section, Section::from),
                done: done.unwrap_or(appointment.done),
                therapist: rendering_provider.map_or(appointment.therapist, RenderingProviderRequest::therapist),
            },
        }
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
        let abbreviation = self.discipline.map(|discipline| match discipline {
            DisciplineRequest::Pt => "PT",
            DisciplineRequest::Ot => "OT",
            DisciplineRequest::Slp => "SLP",
            DisciplineRequest::Pta => "PTA",
            DisciplineRequest::Ota => "OTA",
        });
        match abbreviation {
            Some(text) => Therapist::from_abbreviation(text),
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
pub(super) struct CoverageRequest {
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
pub(super) enum ServiceTypeRequest {
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
struct PerServiceTypeRequest<T> {
    #[serde(rename = "PT/SLP")]
    pt_slp: Option<T>,
    #[serde(rename = "OT")]
    ot: Option<T>,
}

impl<T> From<PerServiceTypeRequest<T>> for PerServiceType<Option<T>> {
    fn from(both: PerServiceTypeRequest<T>) -> Self {
        Self { pt_slp: both.pt_slp, ot: both.ot }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct UsageRequest {
    entries: Option<Vec<UsageEntryRequest>>,
    used: Option<PerServiceTypeRequest<Money>>,
    other_used: Option<PerServiceTypeRequest<Money>>,
    precomputed_remaining: Option<PerServiceTypeRequest<Money>>,
    as_of: Option<ServiceDate>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct UsageEntryRequest {
    id: Option<String>,
    date: ServiceDate,
    service_type: ServiceTypeRequest,
    allowed: Money,
    status: Option<EntryStatusRequest>,
    program: Option<EntryProgramRequest>,
    posted: Option<ServiceDate>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum EntryStatusRequest {
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
            status: match entry.status {
                None | Some(EntryStatusRequest::Adjudicated) => usage::EntryStatus::Adjudicated,
                Some(EntryStatusRequest::Pending) => usage::EntryStatus::Pending,
                Some(EntryStatusRequest::Void) => usage::EntryStatus::Void,
            },
            program: entry.program.map(|program| match program {
                EntryProgramRequest::PartB => Program::PartB,
                EntryProgramRequest::Advantage => Program::Advantage,
            }),
            posted: entry.posted,
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PolicyRequest {
    code_list: Option<CodeListRequest>,
    add_codes: Option<PerServiceTypeRequest<Vec<HcpcsCode>>>,
    remove_codes: Option<PerServiceTypeRequest<Vec<HcpcsCode>>>,
    crossing_line: Option<CrossingLineRequest>,
    mixed_claim: Option<MixedClaimRequest>,
    documentation: Option<DocumentationPolicyRequest>,
    warn_within: Option<Money>,
    stale_after_days: Option<Days>,
    thresholds: Option<BTreeMap<CalendarYear, PlanAmounts>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum CodeListRequest {
    Documented,
    Cms,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum CrossingLineRequest {
    Suggest,
    Apply,
    Ignore,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum MixedClaimRequest {
    PerLine,
    WholeBucket,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum DocumentationPolicyRequest {
    Warn,
    Require,
    Ignore,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PlanAmounts {
    kx: KxAmounts,
    medical_review: Option<PositiveMoney>,
}

/// One amount for both buckets, or one for each.
struct KxAmounts(PerServiceType<Money>);

#[derive(Deserialize)]
struct BothAmounts {
    #[serde(rename = "PT/SLP")]
    pt_slp: PositiveMoney,
    #[serde(rename = "OT")]
    ot: PositiveMoney,
}

impl<'de> Deserialize<'de> for KxAmounts {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_any(KxAmountsVisitor)
    }
}

struct KxAmountsVisitor;

impl KxAmountsVisitor {
    fn one<E: serde::de::Error>(value: Value) -> Result<KxAmounts, E> {
        PositiveMoney::deserialize(ValueDeserializer(value))
            .map(|amount| KxAmounts(PerServiceType { pt_slp: amount.0, ot: amount.0 }))
            .map_err(|refused| E::custom(Packed(refused.0)))
    }
}

impl<'de> Visitor<'de> for KxAmountsVisitor {
    type Value = KxAmounts;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an amount as text, or an object with one for each service type")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<KxAmounts, E> {
        Self::one(Value::Text(text.to_owned()))
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<KxAmounts, E> {
        Self::one(Value::Integer(number))
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<KxAmounts, E> {
        Self::one(Value::Float(number))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<KxAmounts, A::Error> {
        let mut object = BTreeMap::new();
        while let Some((name, value)) = fields.next_entry::<String, Value>()? {
            object.insert(name, value);
        }
        BothAmounts::deserialize(ValueDeserializer(Value::Object(object)))
            .map(|both| KxAmounts(PerServiceType { pt_slp: both.pt_slp.0, ot: both.ot.0 }))
            .map_err(|refused| A::Error::custom(Packed(refused.0)))
    }
}

impl From<PolicyRequest> for policy::Policy {
    fn from(request: PolicyRequest) -> Self {
        let default = Self::default();
        let codes = |codes: Option<PerServiceTypeRequest<Vec<HcpcsCode>>>| {
            codes.map_or_else(PerServiceType::default, |codes| PerServiceType {
                pt_slp: codes.pt_slp.unwrap_or_default(),
                ot: codes.ot.unwrap_or_default(),
            })
        };
        Self {
            code_list: request.code_list.map_or(default.code_list, |list| match list {
                CodeListRequest::Documented => policy::CodeList::Documented,
                CodeListRequest::Cms => policy::CodeList::Cms,
            }),
            add_codes: codes(request.add_codes),
            remove_codes: codes(request.remove_codes),
            crossing_line: request.crossing_line.map_or(default.crossing_line, |crossing| match crossing {
                CrossingLineRequest::Suggest => policy::CrossingLine::Suggest,
                CrossingLineRequest::Apply => policy::CrossingLine::Apply,
                CrossingLineRequest::Ignore => policy::CrossingLine::Ignore,
            }),
            mixed_claim: request.mixed_claim.map_or(default.mixed_claim, |mixed| match mixed {
                MixedClaimRequest::PerLine => policy::MixedClaim::PerLine,
                MixedClaimRequest::WholeBucket => policy::MixedClaim::WholeBucket,
            }),
            documentation: request.documentation.map_or(default.documentation, |documentation| match documentation {
                DocumentationPolicyRequest::Warn => policy::DocumentationPolicy::Warn,
                DocumentationPolicyRequest::Require => policy::DocumentationPolicy::Require,
                DocumentationPolicyRequest::Ignore => policy::DocumentationPolicy::Ignore,
            }),
            warn_within: request.warn_within.unwrap_or(default.warn_within),
            stale_after_days: request.stale_after_days.map_or(default.stale_after_days, |days| days.0),
            thresholds: request
                .thresholds
                .unwrap_or_default()
                .into_iter()
                .map(|(year, amounts)| (year, Amounts { kx: amounts.kx.0, medical_review: amounts.medical_review.map(|review| review.0) }))
                .collect(),
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct DocumentationRequest {
    certified_through: Option<ServiceDate>,
    order_on_file_and_plan_sent: Option<bool>,
    treatment_days_since_progress_report: Option<Days>,
    last_reevaluation: Option<ServiceDate>,
    treatment_note: Option<bool>,
    history_and_physical: Option<bool>,
    medical_necessity_rationale: Option<bool>,
    functional_progress: Option<bool>,
    skilled_maintenance: Option<bool>,
    complexity: Option<bool>,
    more_extensive_than_typical: Option<bool>,
    separate_justification: Option<bool>,
    individual_necessity_in_group: Option<bool>,
    attestation: Option<AttestationRequest>,
}

#[derive(Deserialize)]
struct AttestationRequest {
    by: String,
    on: ServiceDate,
}

impl From<DocumentationRequest> for documentation::Documentation {
    fn from(request: DocumentationRequest) -> Self {
        Self {
            certified_through: request.certified_through,
            order_on_file_and_plan_sent: request.order_on_file_and_plan_sent,
            treatment_days_since_progress_report: request.treatment_days_since_progress_report.map(|days| days.0),
            last_reevaluation: request.last_reevaluation,
            treatment_note: request.treatment_note,
            history_and_physical: request.history_and_physical,
            medical_necessity_rationale: request.medical_necessity_rationale,
            functional_progress: request.functional_progress,
            skilled_maintenance: request.skilled_maintenance,
            complexity: request.complexity,
            more_extensive_than_typical: request.more_extensive_than_typical,
            separate_justification: request.separate_justification,
            individual_necessity_in_group: request.individual_necessity_in_group,
            attestation: request.attestation.map(|attestation| documentation::Attestation { by: attestation.by, on: attestation.on }),
        }
    }
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
