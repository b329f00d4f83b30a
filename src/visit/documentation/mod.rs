//! The checklist behind the attestation, from `data/documentation.csv`.

pub(crate) mod sentences;
pub(crate) mod shape;

use crate::ground::calendar::ServiceDate;
use crate::ground::named::named;
use crate::ground::procedure::HcpcsCode;
use crate::ground::sentence::Id;
use crate::ground::tables::Tables;

/// Treatment days from which a progress report is due (Benefit Policy Manual ch. 15: at least every 10 treatment days, the first one
/// counted; seeds 000, 001).
pub(crate) const PROGRESS_REPORT_DAYS: u32 = 10;
/// What is advised, and what KX does not hinge on: it is in no count of what is documented.
const ADVICE: &str = "re-evaluation";
/// Days within which a re-evaluation is good practice (seed 003: quarterly, no hard rule).
pub(crate) const RE_EVALUATION_DAYS: i64 = 90;
/// The first year in which an order on file stands in for the initial certification signature (MAC).
const ORDER_STANDS_IN_FROM: u16 = 2025;
/// Days from the first treatment that an initial certification covers at most (Benefit Policy Manual ch. 15), and so what stands in for it.
pub(crate) const INITIAL_CERTIFICATION_DAYS: i64 = 90;
/// Group services, for which necessity is documented for each patient alone (seed 002).
const GROUP_CODES: [&str; 2] = ["97150", "92508"];

/// What the record holds. `None` is "not known", which is not "no".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Documentation {
    /// Last day the plan of care is certified or recertified for.
    pub certified_through: Option<ServiceDate>,
    /// Day of the first treatment under the plan of care.
    pub first_treatment: Option<ServiceDate>,
    /// A signed, dated order is on file and the plan was sent within 30 days.
    pub order_on_file_and_plan_sent: Option<bool>,
    /// Treatment days since the last clinician's progress report.
    pub treatment_days_since_progress_report: Option<u32>,
    /// Day of the last re-evaluation.
    pub last_reevaluation: Option<ServiceDate>,
    /// Treatment note of this visit.
    pub treatment_note: Option<bool>,
    /// History and physical pertinent to the care.
    pub history_and_physical: Option<bool>,
    /// Why a therapist's skill is needed.
    pub medical_necessity_rationale: Option<bool>,
    /// Measured progress.
    pub functional_progress: Option<bool>,
    /// Skilled maintenance to prevent or slow decline.
    pub skilled_maintenance: Option<bool>,
    /// The complexity of the service.
    pub complexity: Option<bool>,
    /// The services are more extensive than is typical.
    pub more_extensive_than_typical: Option<bool>,
    /// A separate justification for that.
    pub separate_justification: Option<bool>,
    /// Necessity documented for this patient alone, in a group service.
    pub individual_necessity_in_group: Option<bool>,
    /// Who attested, and when.
    pub attestation: Option<Attestation>,
}

/// A person's attestation, kept for the trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attestation {
    /// Who attested.
    pub by: String,
    /// On which day.
    pub on: ServiceDate,
}

named! {
    /// How an item of the checklist stands.
    pub(crate) enum ItemStatus {
        /// In order.
        Met = "met",
        /// In order today, and to be renewed now.
        Due = "due",
        /// Known to be absent.
        Missing = "missing",
        /// Nothing is known about it.
        Unknown = "unknown",
    }
}

/// When an item is to be renewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// Recertification, by this day.
    Recertification(ServiceDate),
    /// Recertification: the certification ended on this day, before the visit.
    CertificationEnded(ServiceDate),
    /// Progress report, within so many treatment days; none is today, fewer is overdue.
    ProgressReport(i64),
    /// Re-evaluation, by this day; advice.
    ReEvaluation(ServiceDate),
    /// Re-evaluation: this day is before the visit; advice.
    ReEvaluationLate(ServiceDate),
    /// Re-evaluation: nobody knows the last one; advice.
    ReEvaluationUnknown,
}

/// One item of the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// Name of the item in the public contract.
    pub id: &'static str,
    /// How it stands.
    pub status: ItemStatus,
    /// What it is called in a sentence.
    pub name: &'static Id,
    /// What it asks for.
    pub text: &'static Id,
    /// Where that is asked.
    pub source: &'static Id,
    /// When it is to be renewed, where that can be told.
    pub next: Option<Next>,
}

/// What stands behind the attestation for one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Checklist {
    /// The items that are asked, in the order of the rows.
    pub items: Vec<Item>,
    /// Who attested, and when; no part of `is_ready`.
    pub attestation: Option<Attestation>,
}

impl Checklist {
    /// The checklist on a day; `code` decides whether the item for group services is asked.
    pub(crate) fn new(tables: &Tables, date: ServiceDate, documentation: &Documentation, code: Option<HcpcsCode>) -> Self {
        let items = tables
            .documentation
            .iter()
            .filter_map(|row| {
                let status = status(row.id, date, documentation, code)?;
                Some(Item {
                    id: row.id,
                    status,
                    name: row.name,
                    text: row.text,
                    source: row.source,
                    next: next(row.id, date, documentation),
                })
            })
            .collect();
        Self { items, attestation: documentation.attestation.clone() }
    }

    /// Every item is met, or due.
    pub(crate) fn is_ready(&self) -> bool {
        self.open_items().next().is_none()
    }

    /// How many items are in order, and of how many: what is due counts only once it is renewed.
    pub(crate) fn done(&self) -> (usize, usize) {
        (self.required().filter(|item| item.status == ItemStatus::Met).count(), self.required().count())
    }

    /// The items without the one that is advice.
    pub(crate) fn required(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.id != ADVICE)
    }

    /// The items that are missing or unknown.
    pub(crate) fn open_items(&self) -> impl Iterator<Item = &Item> {
        self.required().filter(|item| matches!(item.status, ItemStatus::Missing | ItemStatus::Unknown))
    }
}

/// Whether necessity is documented for each patient alone.
pub(crate) fn is_group(code: HcpcsCode) -> bool {
    GROUP_CODES.contains(&code.as_str())
}

/// `None` where the item is not asked, or is none of ours.
fn status(id: &str, date: ServiceDate, record: &Documentation, code: Option<HcpcsCode>) -> Option<ItemStatus> {
    let is_group = code.is_some_and(is_group);
    Some(match id {
        "certification" => certification(date, record),
        "progress-report" => match record.treatment_days_since_progress_report {
            None => ItemStatus::Unknown,
            Some(days) if days < PROGRESS_REPORT_DAYS => ItemStatus::Met,
            Some(PROGRESS_REPORT_DAYS) => ItemStatus::Due,
            Some(_) => ItemStatus::Missing,
        },
        // Advice: it can be due, and never keeps the list from being ready.
        ADVICE => match record.last_reevaluation {
            Some(day) if date.days_since(day) <= RE_EVALUATION_DAYS => ItemStatus::Met,
            _ => ItemStatus::Due,
        },
        "treatment-note" => known(record.treatment_note),
        "history-and-physical" => known(record.history_and_physical),
        "medical-necessity" => known(record.medical_necessity_rationale),
        "progress-or-maintenance" => match (record.functional_progress, record.skilled_maintenance) {
            (Some(true), _) | (_, Some(true)) => ItemStatus::Met,
            (Some(false), Some(false)) => ItemStatus::Missing,
            _ => ItemStatus::Unknown,
        },
        "complexity" => known(record.complexity),
        "separate-justification" if record.more_extensive_than_typical == Some(true) => known(record.separate_justification),
        "group-necessity" if is_group => known(record.individual_necessity_in_group),
        _ => return None,
    })
}

fn next(id: &str, date: ServiceDate, record: &Documentation) -> Option<Next> {
    match id {
        "certification" => record
            .certified_through
            .or_else(|| order_counts_through(date, record))
            .map(|day| if day < date { Next::CertificationEnded(day) } else { Next::Recertification(day) }),
        "progress-report" => {
            let days = record.treatment_days_since_progress_report?;
            Some(Next::ProgressReport(i64::from(PROGRESS_REPORT_DAYS).saturating_sub(i64::from(days))))
        }
        ADVICE => {
            let Some(last) = record.last_reevaluation else { return Some(Next::ReEvaluationUnknown) };
            let day = last.plus_days(RE_EVALUATION_DAYS)?;
            Some(if day < date { Next::ReEvaluationLate(day) } else { Next::ReEvaluation(day) })
        }
        _ => None,
    }
}

fn certification(date: ServiceDate, record: &Documentation) -> ItemStatus {
    // Once there was a certification, the order does not count: it stands in for the initial one only. Without the day of the first
    // treatment nobody can say that its time is over.
    match record.certified_through.or_else(|| order_counts_through(date, record)) {
        Some(through) if through >= date => ItemStatus::Met,
        Some(_) => ItemStatus::Missing,
        None if order_stands_in(date, record) => ItemStatus::Met,
        None => ItemStatus::Unknown,
    }
}

/// Whether an order on file stands in for the initial certification.
pub(crate) fn order_stands_in(date: ServiceDate, record: &Documentation) -> bool {
    record.order_on_file_and_plan_sent == Some(true) && date.year().number() >= ORDER_STANDS_IN_FROM
}

/// The last day on which an order on file stands in for the initial certification, where the first treatment is known.
fn order_counts_through(date: ServiceDate, record: &Documentation) -> Option<ServiceDate> {
    let first = record.first_treatment.filter(|_| order_stands_in(date, record))?;
    first.plus_days(INITIAL_CERTIFICATION_DAYS)
}

fn known(answer: Option<bool>) -> ItemStatus {
    match answer {
        Some(true) => ItemStatus::Met,
        Some(false) => ItemStatus::Missing,
        None => ItemStatus::Unknown,
    }
}
