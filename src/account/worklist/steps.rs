//! What waits for one patient.

use crate::account::audit::{AuditLine, audit};
use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::{PerServiceType, ServiceType};
use crate::ground::error::Error;
use crate::ground::money::Money;
use crate::ground::named::Named as _;
use crate::ground::order::in_order;
use crate::ground::sentence::Sentence;
use crate::ground::tables::Tables;
use crate::visit::appointment::decide_appointment;
use crate::visit::context::{AppointmentLine, Context};
use crate::visit::decision::{Action, Decision, NoticeCode, Severity};
use crate::visit::documentation::{Checklist, Item as ChecklistItem, ItemStatus, is_group};
use crate::visit::policy::DocumentationPolicy;
use crate::visit::projection::{Visit, project};
use crate::visit::standing::{Bucket, Status};

use super::kind::Kind;
use super::sentences;

/// A patient with what is known of them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Patient {
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
pub(crate) struct Booked {
    /// The day it is booked for.
    pub date: ServiceDate,
    /// Its bucket.
    pub service_type: ServiceType,
    /// Expected allowed amount of the whole visit.
    pub allowed: Money,
}

/// One step that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
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
pub(crate) struct Steps {
    /// Both buckets before any open line; `None` where the year is unknown and no benefits apply.
    pub buckets: Option<PerServiceType<Bucket>>,
    /// The most urgent first.
    pub items: Vec<Item>,
}

/// What waits for a patient. Without Medicare benefits nothing is due, but lines are looked at all the same: for KX that was declined, and
/// for what was billed.
///
/// # Errors
/// `unknown-year` where benefits apply and no amounts are known for the year.
#[cfg_attr(small, optimize(size))]
pub(crate) fn steps(tables: &Tables, patient: &Patient) -> Result<Steps, Error> {
    let buckets = patient.context.buckets(tables)?;
    let mut items = open_lines(tables, patient)?;
    let is_open = items.iter().any(|item| item.kind == Kind::Suggestion);
    items.extend(billed(tables, patient));
    if let (true, Some(both)) = (patient.context.coverage.benefits().apply(), &buckets) {
        let concerned = is_open || ServiceType::ALL.into_iter().any(|one| both.get(one).status() != Status::Below);
        items.extend(ServiceType::ALL.into_iter().filter_map(|service_type| bucket(tables, both.get(service_type), patient)));
        if concerned {
            items.extend(documentation(tables, patient));
        }
    }
    // There are fewer than a hundred kinds.
    let urgency = |item: &Item| item.severity.place().saturating_mul(100).saturating_add(item.kind.place());
    Ok(Steps { buckets, items: in_order(items, urgency) })
}

/// The lines of the open appointment that a person has to look at.
#[cfg_attr(small, optimize(size))]
fn open_lines(tables: &Tables, patient: &Patient) -> Result<Vec<Item>, Error> {
    let decided = decide_appointment(tables, &patient.lines, &patient.context)?.decisions;
    let step = |(line, decision): (&AppointmentLine, Decision)| {
        let code = line.line.code;
        let (kind, severity, message, next_step) = if decision.action == Action::Suggest {
            let next_step = sentences::answer(&decision.notices);
            (Kind::Suggestion, Severity::Error, sentences::suggestion(code, decision.tooltip), next_step)
        } else {
            let notice = decision.notices.into_iter().find(|notice| notice.code == NoticeCode::KxDeclinedPresent)?;
            let kind = Kind::DeclinedKx;
            (kind, notice.code.severity(), sentences::declined_kx(code, notice.message), sentences::next_step(kind))
        };
        Some(Item { kind, severity, service_type: decision.service_type, line: line.line.id.clone(), message, next_step })
    };
    Ok(patient.lines.iter().zip(decided).filter_map(step).collect())
}

#[cfg_attr(small, optimize(size))]
fn bucket(tables: &Tables, bucket: &Bucket, patient: &Patient) -> Option<Item> {
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
        .then(|| project(tables, context.date, bucket.service_type, context.usage.as_ref(), &context.policy, &visits));
    Some(Item {
        kind,
        severity,
        service_type: Some(bucket.service_type),
        line: None,
        message: sentences::bucket(bucket, projection.as_ref()),
        next_step: sentences::next_step(kind),
    })
}

/// What is missing or due in the record, as one step. Nothing is asked for where nothing is known of the record.
#[cfg_attr(small, optimize(size))]
fn documentation(tables: &Tables, patient: &Patient) -> Option<Item> {
    let context = &patient.context;
    if context.policy.documentation == DocumentationPolicy::Ignore {
        return None;
    }
    let record = context.documentation.as_ref()?;
    let group = patient.lines.iter().map(|line| line.line.code).find(|code| is_group(*code));
    let checklist = Checklist::new(tables, context.date, record, group.or_else(|| patient.lines.first().map(|line| line.line.code)));
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
        message: sentences::documentation(&open, &due),
        next_step: sentences::next_step(Kind::Documentation),
    })
}

/// What the audit says of KX on the billed lines.
#[cfg_attr(small, optimize(size))]
fn billed(tables: &Tables, patient: &Patient) -> Vec<Item> {
    let context = &patient.context;
    // The totals are of the year of their own day, or else of the appointment's.
    let others = context.usage.as_ref().and_then(|usage| {
        let year = usage.as_of.map_or(context.date.year(), |day| day.year());
        Some(vec![(year, usage.other_used?)])
    });
    let mut items = Vec::new();
    for one in audit(tables, &patient.billed, &others.unwrap_or_default(), &context.policy).lines {
        for finding in one.findings {
            let kind = match finding.code {
                NoticeCode::KxDeclinedPresent => Kind::DeclinedKx,
                NoticeCode::MissingKx => Kind::MissingKx,
                NoticeCode::EarlyKx => Kind::EarlyKx,
                NoticeCode::CrossingWithoutKx => Kind::Crossing,
                _ => continue,
            };
            items.push(Item {
                kind,
                severity: finding.code.severity(),
                service_type: one.service_type,
                line: Some(one.line.id.clone()),
                message: sentences::billed(one.line, finding.message),
                next_step: sentences::next_step(kind),
            });
        }
    }
    items
}
