//! What waits to be done for many patients: the workflow of seed 003, one item a step.

use crate::appointment::{self, AppointmentLine};
use crate::audit::{self, AuditLine, KxVerdict};
use crate::calendar::ServiceDate;
use crate::decision::{Action, Context};
use crate::discipline::{PerServiceType, ServiceType};
use crate::documentation::{Checklist, Item as ChecklistItem, ItemStatus};
use crate::error::Error;
use crate::money::Money;
use crate::notice::Severity;
use crate::policy::DocumentationPolicy;
use crate::projection::{self, Visit};
use crate::standing::{Bucket, Status};
use crate::wording::{Sentence, worklist as wording};

/// A patient with what is known of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Patient {
    /// Day, coverage, usage, record and choices.
    pub context: Context,
    /// The lines of the open appointment.
    pub lines: Vec<AppointmentLine>,
    /// The lines that were billed.
    pub billed: Vec<AuditLine>,
    /// The visits that are booked, each for one bucket.
    pub booked: Vec<Booked>,
}

/// A booked visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Booked {
    /// The day it is booked for.
    pub date: ServiceDate,
    /// Its bucket.
    pub service_type: ServiceType,
    /// Expected allowed amount of the whole visit.
    pub allowed: Money,
}

/// What kind of step it is, in the order of their urgency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An open suggestion, which holds a claim.
    Suggestion,
    /// A billed line without the KX that was due.
    MissingKx,
    /// Documentation behind the attestation is missing, or due.
    Documentation,
    /// More than the targeted medical review threshold has accrued.
    MedicalReview,
    /// Nothing is left of a bucket.
    Reached,
    /// A billed line that crosses without KX.
    Crossing,
    /// A billed line with KX while something was left.
    EarlyKx,
    /// Little is left of a bucket.
    Near,
}

/// One step that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What kind of step it is.
    pub kind: Kind,
    /// How much it weighs.
    pub severity: Severity,
    /// The bucket, where it is about one.
    pub service_type: Option<ServiceType>,
    /// The line, where it is about one.
    pub line: Option<String>,
    /// What there is, as a sentence.
    pub message: Sentence,
    /// What to do, as a sentence.
    pub next_step: Sentence,
}

/// What waits for one patient.
#[derive(Clone, Debug, PartialEq)]
pub struct Steps {
    /// Both buckets before any open line; `None` where the year is unknown and no benefits apply.
    pub buckets: Option<PerServiceType<Bucket>>,
    /// The most urgent first.
    pub items: Vec<Item>,
}

/// What waits for a patient. Without Medicare benefits nothing does, but what was billed is looked at all the same.
///
/// # Errors
/// `unknown-year` where benefits apply and no amounts are known for the year.
pub fn steps(patient: &Patient) -> Result<Steps, Error> {
    let buckets = patient.context.buckets()?;
    let mut items = billed(patient);
    if let (true, Some(both)) = (patient.context.coverage.benefits().apply(), &buckets) {
        let suggestions = suggestions(patient)?;
        let concerned = !suggestions.is_empty() || ServiceType::ALL.into_iter().any(|one| both.get(one).status() != Status::Below);
        items.extend(suggestions);
        items.extend(ServiceType::ALL.into_iter().filter_map(|service_type| bucket(both.get(service_type), patient)));
        if concerned {
            items.extend(documentation(patient));
        }
    }
    items.sort_by_key(|item| (item.severity, item.kind));
    Ok(Steps { buckets, items })
}

fn suggestions(patient: &Patient) -> Result<Vec<Item>, Error> {
    let decided = appointment::decide_appointment(&patient.lines, &patient.context)?.decisions;
    let open = patient.lines.iter().zip(decided).filter(|(_, decision)| decision.action == Action::Suggest);
    Ok(open
        .map(|(line, decision)| Item {
            kind: Kind::Suggestion,
            severity: Severity::Error,
            service_type: decision.service_type,
            line: line.line.id.clone(),
            message: wording::suggestion(line.line.code, decision.tooltip),
            next_step: wording::next_step(Kind::Suggestion),
        })
        .collect())
}

fn bucket(bucket: &Bucket, patient: &Patient) -> Option<Item> {
    let (kind, severity) = match bucket.status() {
        Status::Below => return None,
        Status::Near => (Kind::Near, Severity::Info),
        Status::Reached => (Kind::Reached, Severity::Warning),
        Status::MedicalReview => (Kind::MedicalReview, Severity::Warning),
    };
    let visits: Vec<Visit> = patient
        .booked
        .iter()
        .filter(|visit| visit.service_type == bucket.service_type)
        .map(|visit| Visit { date: visit.date, allowed: visit.allowed })
        .collect();
    let context = &patient.context;
    let projection = (kind == Kind::Near && !visits.is_empty())
        .then(|| projection::project(context.date, bucket.service_type, context.usage.as_ref(), &context.policy, &visits));
    Some(Item {
        kind,
        severity,
        service_type: Some(bucket.service_type),
        line: None,
        message: wording::bucket(bucket, projection.as_ref()),
        next_step: wording::next_step(kind),
    })
}

/// What is missing or due in the record, as one step. Nothing is asked for where nothing is known of the record.
fn documentation(patient: &Patient) -> Option<Item> {
    let context = &patient.context;
    if context.policy.documentation == DocumentationPolicy::Ignore {
        return None;
    }
    let record = context.documentation.as_ref()?;
    let group = patient.lines.iter().map(|line| line.line.code).find(|code| crate::documentation::is_group(*code));
    let checklist = Checklist::new(context.date, record, group.or_else(|| patient.lines.first().map(|line| line.line.code)));
    let of = |status: &[ItemStatus]| -> Vec<ChecklistItem> {
        checklist.items.iter().filter(|item| status.contains(&item.status)).copied().collect()
    };
    let (open, due) = (of(&[ItemStatus::Missing, ItemStatus::Unknown]), of(&[ItemStatus::Due]));
    if open.is_empty() && due.is_empty() {
        return None;
    }
    Some(Item {
        kind: Kind::Documentation,
        severity: if open.is_empty() { Severity::Info } else { Severity::Warning },
        service_type: None,
        line: None,
        message: wording::documentation(&open, &due),
        next_step: wording::next_step(Kind::Documentation),
    })
}

/// What the audit says of KX on the billed lines.
fn billed(patient: &Patient) -> Vec<Item> {
    let context = &patient.context;
    // The totals are of the year of their own day, or else of the appointment's.
    let others = context.usage.as_ref().and_then(|usage| {
        let year = usage.as_of.map_or(context.date.year(), |day| day.year());
        Some(vec![(year, usage.other_used?)])
    });
    let answer = audit::audit(&patient.billed, &others.unwrap_or_default(), &context.policy);
    let steps = answer.findings.into_iter().filter_map(|finding| {
        let kind = match finding.code {
            "missing-kx" => Kind::MissingKx,
            "early-kx" => Kind::EarlyKx,
            "crossing-without-kx" => Kind::Crossing,
            _ => return None,
        };
        let line = patient.billed.get(finding.position)?;
        let service_type =
            answer.lines.iter().find(|one| one.position == finding.position && one.kx != KxVerdict::NotApplicable)?.service_type;
        Some(Item {
            kind,
            severity: finding.severity,
            service_type,
            line: Some(line.id.clone()),
            message: wording::billed(line, finding.message),
            next_step: wording::next_step(kind),
        })
    });
    steps.collect()
}
