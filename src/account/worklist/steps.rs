//! What waits for one patient.

use crate::account::audit::{AuditLine, AuditedLine, OtherUsed, audit};
use crate::account::clocks::SOON_WITHIN;
use crate::account::holds::{self, Code};
use crate::account::rework::{self, Account, Entry, Verdict};
use crate::account::stake::AtStake;
use crate::ground::calendar::ServiceDate;
use crate::ground::claim_type::ClaimType;
use crate::ground::discipline::{PerServiceType, ServiceType};
use crate::ground::error::Error;
use crate::ground::money::Money;
use crate::ground::named::Named as _;
use crate::ground::order::in_order;
use crate::ground::sentence::Sentence;
use crate::ground::tables::Tables;
use crate::visit::appointment::{AppointmentDecisions, decide_appointment};
use crate::visit::context::{AppointmentLine, Context};
use crate::visit::decision::{Action, Decision, NoticeCode, Severity};
use crate::visit::documentation::{Checklist, Item as ChecklistItem, ItemStatus, is_group};
use crate::visit::policy::DocumentationPolicy;
use crate::visit::projection::{Visit, project};
use crate::visit::standing::{Bucket, Status};
use crate::visit::usage::EntryStatus;

use super::kind::Kind;
use super::sentences;

/// Days from the service in which a billed line can be corrected. A professional claim is reopened within a year of its determination (WPS)
/// and an institutional one adjusted within a year of its last day (FCSO, CGS): this is over before either.
const DAYS_TO_CORRECT: i64 = 365;

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
    /// Entries of remittances, of which the denied ones wait.
    pub denied: Vec<Entry>,
    /// How their claims were submitted.
    pub claim_type: ClaimType,
    /// The remittance's day.
    pub decided: Option<ServiceDate>,
    /// Denied lines that a clinician attested to.
    pub attested: Vec<String>,
    /// Denied lines that a clinician left KX off.
    pub left_off: Vec<String>,
}

impl Patient {
    /// What other providers used. The totals are of the year of their own day, or else of the appointment's.
    fn other_used(&self) -> OtherUsed {
        let others = self.context.usage.as_ref().and_then(|usage| {
            let year = usage.as_of.map_or(self.context.date.year(), |day| day.year());
            Some(vec![(year, usage.other_used?)])
        });
        others.unwrap_or_default()
    }

    /// What denied lines are looked at with.
    fn account(&self) -> Account {
        Account {
            billed: self.billed.clone(),
            other_used: self.other_used(),
            claim_type: self.claim_type,
            decided: self.decided,
            attested: self.attested.clone(),
            left_off: self.left_off.clone(),
            date: Some(self.context.date),
            policy: self.context.policy.clone(),
        }
    }
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
    /// What it is called on the claim, of a line that has not gone out.
    pub code: Option<Code>,
    /// How much it weighs.
    pub severity: Severity,
    /// The bucket, where it is about one.
    pub service_type: Option<ServiceType>,
    /// The line, where it is about one.
    pub line: Option<String>,
    /// The day by which it is to be done, where one can be told.
    pub due: Option<ServiceDate>,
    /// What there is, as a sentence.
    pub message: Sentence,
    /// What to do, as a sentence.
    pub next_step: Sentence,
}

/// What waits for one patient.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Steps {
    /// Both buckets after the open lines; `None` where the year is unknown and no benefits apply.
    pub buckets: Option<PerServiceType<Bucket>>,
    /// The most urgent first.
    pub items: Vec<Item>,
    /// What waits, was denied or may be.
    pub at_stake: AtStake,
}

/// Why a patient cannot be looked at.
pub(crate) enum Fault {
    /// The year of the appointment has no amount.
    Year(Error),
    /// The year of a denied line has none, by its place.
    Denied(usize, Error),
}

/// What waits for a patient. Without Medicare benefits nothing is due, but lines are looked at all the same: for KX that was declined, and
/// for what was billed.
///
/// # Errors
/// `unknown-year` where benefits apply and no amounts are known for the year, and where only a balance can tell of a denied line and its
/// year has none.
#[cfg_attr(small, optimize(size))]
pub(crate) fn steps(tables: &Tables, patient: &Patient) -> Result<Steps, Fault> {
    let mut at_stake = AtStake::default();
    let AppointmentDecisions { decisions, buckets_after: buckets } =
        decide_appointment(tables, &patient.lines, &patient.context).map_err(Fault::Year)?;
    let is_open = decisions.iter().any(|decision| decision.action == Action::Suggest);
    let mut items = open_lines(patient, &decisions, &mut at_stake);
    if patient.denied.iter().any(Entry::is_open) {
        items.extend(denied(tables, patient, &mut at_stake)?);
    } else {
        let audited = audit(tables, &patient.billed, &patient.other_used(), &patient.context.policy).lines;
        billed(audited, &[], patient.context.date, &mut items, &mut at_stake);
    }
    if let (true, Some(both)) = (patient.context.coverage.benefits().apply(), &buckets) {
        let concerned = is_open || ServiceType::ALL.into_iter().any(|one| both.get(one).status() != Status::Below);
        items.extend(ServiceType::ALL.into_iter().filter_map(|service_type| bucket(tables, both.get(service_type), patient)));
        if concerned {
            items.extend(documentation(tables, patient));
        }
    }
    Ok(Steps { buckets, items: in_order(items, |item| urgency(item, patient.context.date)), at_stake })
}

/// What is overdue, what is due within two weeks, billed lines whose KX is wrong, then the rest; in each the earliest due day, where none
/// comes last, then by severity and kind. A threshold is due by no rule: its day is that of a visit.
fn urgency(item: &Item, today: ServiceDate) -> u64 {
    let left = item.due.map(|day| day.days_since(today));
    let group: u64 = match (item.kind, left) {
        (Kind::Near | Kind::Reached | Kind::MedicalReview, _) => 3,
        (_, Some(..=-1)) => 0,
        (_, Some(..=SOON_WITHIN)) => 1,
        (Kind::Denied | Kind::DeclinedKx | Kind::MissingKx, _) => 2,
        _ => 3,
    };
    // No day is a hundred million days away, and there are fewer than ten severities and a hundred kinds.
    let day = item.due.map_or(99_999_999, ServiceDate::rank);
    let of_day = group.saturating_mul(100_000_000).saturating_add(day);
    let of_severity = of_day.saturating_mul(10).saturating_add(item.severity.place());
    of_severity.saturating_mul(100).saturating_add(item.kind.place())
}

/// What holds the claim of the open appointment, as the claim says it. What the record lacks is a step of its own.
#[cfg_attr(small, optimize(size))]
fn open_lines(patient: &Patient, decisions: &[Decision], at_stake: &mut AtStake) -> Vec<Item> {
    let context = &patient.context;
    let mut items: Vec<Item> = Vec::new();
    for (AppointmentLine { line, .. }, decision) in patient.lines.iter().zip(decisions) {
        if decision.action == Action::Suggest {
            at_stake.on_hold = at_stake.on_hold.plus(line.allowed.unwrap_or_default());
        }
        let first = items.len();
        for code in holds::reasons_of(decision, &context.policy) {
            let is_said = code.is_of_patient() && items.iter().any(|item| item.code == Some(code));
            let Some(what) = holds::message(code, decision, false).filter(|_| !is_said) else { continue };
            let (service_type, id, message) = match code.is_of_patient() {
                true => (None, None, what),
                false => (decision.service_type, line.id.clone(), sentences::open_line(line.code, what)),
            };
            let kind = match code {
                Code::Notice(NoticeCode::DocumentationIncomplete) => continue,
                Code::Notice(NoticeCode::KxDeclinedPresent) => Kind::DeclinedKx,
                _ => Kind::Suggestion,
            };
            let (due, next_step) = (Some(context.date), holds::next_step(code, decision, false));
            let item = Item { kind, code: Some(code), severity: code.severity(), service_type, line: id, due, message, next_step };
            match items.get_mut(first..).and_then(|own| own.iter_mut().find(|other| other.next_step == item.next_step)) {
                None => items.push(item),
                // Of what has one cause, what is in the way says more than that somebody decides.
                Some(other) if item.severity == Severity::Error => *other = item,
                Some(_) => {}
            }
        }
    }
    items
}

#[cfg_attr(small, optimize(size))]
fn bucket(tables: &Tables, bucket: &Bucket, patient: &Patient) -> Option<Item> {
    let (kind, severity) = match bucket.status() {
        Status::Below => return None,
        Status::Near => (Kind::Near, Severity::Info),
        Status::Reached => (Kind::Reached, Severity::Warning),
        Status::MedicalReview => (Kind::MedicalReview, Severity::Warning),
    };
    let context = &patient.context;
    let (mut visits, mut next) = (Vec::new(), None);
    // Once its lines have counted, the visit at hand is no more to come.
    let counted = Some(context.date).filter(|_| bucket.before_lines().is_some());
    let is_of_bucket = |visit: &Booked| visit.service_type == bucket.service_type && Some(visit.date) != counted;
    for Booked { date, allowed, .. } in patient.booked.iter().copied().filter(is_of_bucket) {
        visits.push(Visit { date, allowed });
        if date >= context.date && next.is_none_or(|first| date < first) {
            next = Some(date);
        }
    }
    let (usage, policy) = (context.usage.as_ref(), &context.policy);
    let projection = (kind == Kind::Near && !visits.is_empty())
        .then(|| project(tables, context.date, bucket.service_type, usage, policy, bucket.lines, &visits));
    Some(Item {
        kind,
        code: None,
        severity,
        service_type: Some(bucket.service_type),
        line: None,
        // What the next claim needs is done by its visit; nobody knows the day of a review.
        due: next.filter(|_| kind != Kind::MedicalReview),
        message: sentences::bucket(bucket, projection.as_ref(), counted),
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
        checklist.required().filter(|item| status.contains(&item.status)).copied().collect()
    };
    let (open, due) = (of(&[ItemStatus::Missing, ItemStatus::Unknown]), of(&[ItemStatus::Due]));
    if open.is_empty() && due.is_empty() {
        return None;
    }
    Some(Item {
        kind: Kind::Documentation,
        code: None,
        severity: if open.is_empty() { Severity::Info } else { Severity::Warning },
        service_type: None,
        line: None,
        due: Some(context.date),
        message: sentences::documentation(&open, &due),
        next_step: sentences::next_step(Kind::Documentation),
    })
}

/// The denied lines, each with what can be done about it, and what the audit says of the others.
#[cfg_attr(small, optimize(size))]
fn denied(tables: &Tables, patient: &Patient, at_stake: &mut AtStake) -> Result<Vec<Item>, Fault> {
    let account = patient.account();
    let (lines, places) = rework::lines(&patient.denied, &account);
    let audited = audit(tables, &lines, &account.other_used, &account.policy).lines;
    let mut items = Vec::new();
    let denials = rework::rework(tables, &patient.denied, &account, &places, &audited);
    for denial in denials.map_err(|(place, error)| Fault::Denied(place, error))? {
        let billed = denial.billed.and_then(|place| patient.billed.get(place)).map(|line| line.allowed);
        at_stake.denied = at_stake.denied.plus(denial.entry.expected.or(billed).unwrap_or_default());
        items.push(Item {
            kind: Kind::Denied,
            code: None,
            severity: match denial.verdict {
                Verdict::KxMissing if !denial.left_off => Severity::Error,
                Verdict::BelowThreshold | Verdict::HasKx => Severity::Warning,
                _ => Severity::Info,
            },
            service_type: Some(denial.entry.service_type),
            line: Some(denial.entry.id.clone()),
            due: denial.last_day.or(denial.appeal_by),
            message: rework::message(&denial),
            next_step: sentences::denied(&denial),
        });
    }
    billed(audited, &places, patient.context.date, &mut items, at_stake);
    Ok(items)
}

/// What the audit says of KX on the billed lines; those that are denied have a step of their own.
#[cfg_attr(small, optimize(size))]
fn billed(audited: Vec<AuditedLine<'_>>, denied: &[Option<usize>], today: ServiceDate, items: &mut Vec<Item>, at_stake: &mut AtStake) {
    for one in audited {
        let is_denied = denied.contains(&Some(one.position));
        let is_pending = one.line.status == EntryStatus::Pending;
        let has_no_place = one.findings.iter().any(|finding| finding.code == NoticeCode::NoModifierPlace);
        for finding in one.findings {
            let kind = match finding.code {
                NoticeCode::KxDeclinedPresent => Kind::DeclinedKx,
                NoticeCode::MissingKx | NoticeCode::CrossingWithoutKx if has_no_place => continue,
                NoticeCode::MissingKx | NoticeCode::NoModifierPlace if !is_denied => Kind::MissingKx,
                NoticeCode::EarlyKx if !is_denied => Kind::EarlyKx,
                // Nothing has crossed as long as KX can be put on the line.
                NoticeCode::CrossingWithoutKx if !is_denied && is_pending => Kind::MissingKx,
                NoticeCode::CrossingWithoutKx if !is_denied => Kind::Crossing,
                _ => continue,
            };
            let code = match finding.code {
                NoticeCode::MissingKx | NoticeCode::CrossingWithoutKx => is_pending.then_some(Code::Suggestion),
                own => is_pending.then_some(Code::Notice(own)),
            };
            if matches!(kind, Kind::MissingKx | Kind::Crossing) {
                at_stake.at_risk = at_stake.at_risk.plus(one.line.allowed);
            }
            // A claim on its way is put right before it goes out, and no day is known for that.
            let is_processed = one.line.status == EntryStatus::Adjudicated;
            let due = one.line.date.plus_days(DAYS_TO_CORRECT).filter(|_| is_processed);
            let next_step = match due {
                Some(day) if day < today => sentences::past_a_year(),
                Some(day) if matches!(kind, Kind::MissingKx | Kind::Crossing) => sentences::correct_by(day),
                _ => sentences::next_of_billed(kind, one.line.status),
            };
            items.push(Item {
                kind,
                code,
                severity: code.map_or(finding.code.severity(), Code::severity),
                service_type: one.service_type,
                line: Some(one.line.id.clone()),
                due,
                message: sentences::billed(one.line, finding.message),
                next_step,
            });
        }
    }
}
