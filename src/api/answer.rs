//! The shapes of answers. Amounts and dates are text; what is absent is null where the contract says so.

use serde::Serialize;

use crate::appointment::AppointmentDecisions;
use crate::calendar::ServiceDate;
use crate::decision::{Action, Decision};
use crate::discipline::{PerServiceType, ServiceType};
use crate::documentation::{Checklist, ItemStatus};
use crate::error::Error;
use crate::money::Money;
use crate::notice::Severity;
use crate::procedure::Modifiers;
use crate::standing::{Bucket, Source, Standing, Status};
use crate::traits::Trait;
use crate::wording::{self, Sentence, Wording};

/// `Decision` of the public contract.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DecisionAnswer {
    action: &'static str,
    modifiers: Modifiers,
    service_type: Option<&'static str>,
    standing: Option<&'static str>,
    conditions: Vec<ConditionAnswer>,
    tooltip: String,
    notices: Vec<NoticeAnswer>,
    thresholds: Option<ThresholdsAnswer>,
    documentation: Option<ChecklistAnswer>,
    basis: BasisAnswer,
}

#[derive(Debug, Serialize)]
struct ConditionAnswer {
    id: &'static str,
    met: bool,
    explanation: String,
}

#[derive(Debug, Serialize)]
struct NoticeAnswer {
    code: &'static str,
    severity: &'static str,
    message: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct BasisAnswer {
    rules: &'static str,
    year: u16,
    remaining: Option<Money>,
    remaining_source: Option<&'static str>,
    as_of: Option<ServiceDate>,
}

impl DecisionAnswer {
    pub(super) fn new(decision: Decision, wording: &Wording) -> Self {
        Self {
            action: action_name(decision.action),
            modifiers: decision.modifiers,
            service_type: decision.service_type.map(ServiceType::as_str),
            standing: decision.standing.map(standing_name),
            conditions: decision
                .conditions
                .into_iter()
                .map(|condition| ConditionAnswer {
                    id: condition.id.as_str(),
                    met: condition.met,
                    explanation: wording.text(&condition.explanation),
                })
                .collect(),
            tooltip: decision.tooltip.map(|tooltip| wording.text(&tooltip)).unwrap_or_default(),
            notices: decision
                .notices
                .into_iter()
                .map(|notice| NoticeAnswer {
                    code: notice.code.as_str(),
                    severity: severity_name(notice.code.severity()),
                    message: wording.text(&notice.message),
                })
                .collect(),
            thresholds: decision.buckets.map(|buckets| ThresholdsAnswer::new(&buckets, wording)),
            documentation: decision.checklist.map(|checklist| ChecklistAnswer::new(checklist, wording)),
            basis: BasisAnswer {
                rules: crate::RULES_VERSION,
                year: decision.basis.year.number(),
                remaining: decision.basis.remaining.map(|(amount, _)| amount),
                remaining_source: decision.basis.remaining.map(|(_, source)| source_name(source)),
                as_of: decision.basis.as_of,
            },
        }
    }
}

pub(super) const fn action_name(action: Action) -> &'static str {
    match action {
        Action::Apply => "apply",
        Action::Keep => "keep",
        Action::Suggest => "suggest",
        Action::None => "none",
    }
}

pub(super) const fn standing_name(standing: Standing) -> &'static str {
    match standing {
        Standing::Below => "below",
        Standing::Lands => "lands",
        Standing::Crosses => "crosses",
        Standing::Reached => "reached",
    }
}

pub(super) const fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

const fn source_name(source: Source) -> &'static str {
    match source {
        Source::Computed => "computed",
        Source::Precomputed => "precomputed",
    }
}

/// `Thresholds` of the public contract.
#[derive(Debug, Serialize)]
pub struct ThresholdsAnswer {
    #[serde(rename = "PT/SLP")]
    pt_slp: ThresholdAnswer,
    #[serde(rename = "OT")]
    ot: ThresholdAnswer,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ThresholdAnswer {
    service_type: &'static str,
    year: u16,
    threshold: Money,
    used: Money,
    pending: Money,
    other_used: Money,
    remaining: Money,
    source: &'static str,
    status: &'static str,
    label: String,
    medical_review: Option<MedicalReviewAnswer>,
    fraction: f64,
}

#[derive(Debug, Serialize)]
struct MedicalReviewAnswer {
    threshold: Money,
    remaining: Money,
}

impl ThresholdsAnswer {
    pub(super) fn new(buckets: &PerServiceType<Bucket>, wording: &Wording) -> Self {
        Self { pt_slp: ThresholdAnswer::new(&buckets.pt_slp, wording), ot: ThresholdAnswer::new(&buckets.ot, wording) }
    }
}

impl ThresholdAnswer {
    fn new(bucket: &Bucket, wording: &Wording) -> Self {
        Self {
            service_type: bucket.service_type.as_str(),
            year: bucket.year.number(),
            threshold: bucket.threshold,
            used: bucket.used,
            pending: bucket.pending,
            other_used: bucket.other_used,
            remaining: bucket.remaining,
            source: source_name(bucket.source),
            status: match bucket.status() {
                Status::Below => "below",
                Status::Near => "near",
                Status::Reached => "reached",
                Status::MedicalReview => "medical-review",
            },
            label: wording.text(&wording::remaining_label(bucket)),
            medical_review: bucket
                .medical_review
                .map(|threshold| MedicalReviewAnswer { threshold, remaining: threshold.minus(bucket.accrued()) }),
            fraction: bucket.fraction(),
        }
    }
}

/// `Checklist` of the public contract.
#[derive(Debug, Serialize)]
pub struct ChecklistAnswer {
    ready: bool,
    items: Vec<ItemAnswer>,
    attestation: Option<AttestationAnswer>,
}

#[derive(Debug, Serialize)]
struct ItemAnswer {
    id: &'static str,
    status: &'static str,
    text: String,
    source: &'static str,
    next: Option<String>,
}

#[derive(Debug, Serialize)]
struct AttestationAnswer {
    by: String,
    on: ServiceDate,
}

impl ChecklistAnswer {
    pub(super) fn new(checklist: Checklist, wording: &Wording) -> Self {
        Self {
            ready: checklist.is_ready(),
            items: checklist
                .items
                .iter()
                .map(|item| ItemAnswer {
                    id: item.id,
                    status: match item.status {
                        ItemStatus::Met => "met",
                        ItemStatus::Due => "due",
                        ItemStatus::Missing => "missing",
                        ItemStatus::Unknown => "unknown",
                    },
                    text: wording.text(&Sentence::plain(item.text)),
                    source: item.source,
                    next: item.next.map(|next| wording.text(&wording::documentation::next(next))),
                })
                .collect(),
            attestation: checklist.attestation.map(|attestation| AttestationAnswer { by: attestation.by, on: attestation.on }),
        }
    }
}

/// The answer of `decideAppointment`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AppointmentAnswer {
    decisions: Vec<DecisionAnswer>,
    thresholds_after: Option<ThresholdsAnswer>,
    unresolved: Vec<usize>,
}

impl AppointmentAnswer {
    pub(super) fn new(answer: AppointmentDecisions, wording: &Wording) -> Self {
        let unresolved = answer
            .decisions
            .iter()
            .enumerate()
            .filter(|(_, decision)| decision.action == Action::Suggest)
            .map(|(position, _)| position)
            .collect();
        Self {
            decisions: answer.decisions.into_iter().map(|decision| DecisionAnswer::new(decision, wording)).collect(),
            thresholds_after: answer.buckets_after.map(|buckets| ThresholdsAnswer::new(&buckets, wording)),
            unresolved,
        }
    }
}

/// A refused request as plain data.
#[derive(Debug, Serialize)]
pub struct ErrorAnswer {
    code: &'static str,
    path: Option<String>,
    message: String,
    help: String,
}

impl From<Error> for ErrorAnswer {
    fn from(error: Error) -> Self {
        Self { code: error.code.as_str(), path: error.path, message: error.message, help: error.help }
    }
}

/// One answer of `decideAll`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum DecideAllItem {
    /// The request was good.
    Decision(Box<DecisionAnswer>),
    /// It was not.
    Error(ErrorAnswer),
}

impl From<Result<DecisionAnswer, Error>> for DecideAllItem {
    fn from(result: Result<DecisionAnswer, Error>) -> Self {
        match result {
            Ok(decision) => Self::Decision(Box::new(decision)),
            Err(error) => Self::Error(error.into()),
        }
    }
}

/// The answer of `traitsToEvaluate`.
#[derive(Debug, Serialize)]
pub struct TraitsAnswer {
    pub(super) evaluate: Vec<TraitAnswer>,
    pub(super) skipped: Vec<SkippedTrait>,
}

/// A trait that is not evaluated, and why.
#[derive(Debug, Serialize)]
pub struct SkippedTrait {
    pub(super) r#trait: TraitAnswer,
    pub(super) reason: String,
}

/// A trait as it was given.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TraitAnswer {
    name: String,
    prompt: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    only_if_medicare_reached: Option<bool>,
}

impl From<Trait> for TraitAnswer {
    fn from(one: Trait) -> Self {
        Self { name: one.name, prompt: one.prompt, only_if_medicare_reached: one.only_if_medicare_reached }
    }
}

/// Versions of the package and of the rules; the loader adds the revision.
#[derive(Debug, Serialize)]
pub struct VersionsAnswer {
    pub(super) package: &'static str,
    pub(super) rules: &'static str,
    pub(super) years: Vec<u16>,
}

/// A code with a few words of our own.
#[derive(Debug, Serialize)]
pub struct TherapyCodeAnswer {
    pub(super) code: String,
    pub(super) description: &'static str,
}
