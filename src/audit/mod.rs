//! A beneficiary's year of lines: where KX is missing, early or crossing, and when the threshold was reached.

mod findings;

use std::collections::HashSet;

use crate::calendar::{CalendarYear, ServiceDate, in_order};
use crate::code_list;
use crate::discipline::{Discipline, PerServiceType, ServiceType};
use crate::money::Money;
use crate::notice::Severity;
use crate::policy::{CrossingLine, MixedClaim, Policy};
use crate::procedure::{HcpcsCode, Modifier};
use crate::standing::Standing;
use crate::thresholds;
use crate::usage::EntryStatus;
use crate::wording::Sentence;

/// A line as it was billed. It may carry more modifiers than a claim has places for; that is a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditLine {
    /// The host's name for the line.
    pub id: String,
    /// Date of service.
    pub date: ServiceDate,
    /// The HCPCS code.
    pub code: HcpcsCode,
    /// The modifiers in claim order.
    pub modifiers: Vec<Modifier>,
    /// What Medicare allows for it.
    pub allowed: Money,
    /// The bucket, where the host knows it.
    pub service_type: Option<ServiceType>,
    /// How far the claim has come.
    pub status: EntryStatus,
    /// The day the payer processed it: orders the line in place of its date.
    pub posted: Option<ServiceDate>,
    /// The claim it stands on.
    pub claim: Option<String>,
    /// Why a person left KX off.
    pub kx_declined: Option<String>,
}

/// What the audit says of the KX on a line, or of its absence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KxVerdict {
    /// Due and absent.
    Missing,
    /// Present while something was left.
    Early,
    /// As it should be.
    Correct,
    /// The line crosses without it.
    Crossing,
    /// The line does not count.
    NotApplicable,
}

/// Why a line does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCounted {
    /// The claim was taken back.
    Void,
    /// No bucket is known.
    NoServiceType,
    /// The code is not on Medicare's therapy code list.
    NotTherapy,
    /// No threshold is known for its year.
    UnknownYear,
}

/// A line after the audit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditedLine {
    /// Its place in what was given.
    pub position: usize,
    /// The bucket, where it is known.
    pub service_type: Option<ServiceType>,
    /// What was left before it; `None` where the line does not count.
    pub before: Option<Money>,
    /// What was left after it.
    pub after: Option<Money>,
    /// Where it stands; `None` where the line does not count.
    pub standing: Option<Standing>,
    /// What is to be said of KX.
    pub kx: KxVerdict,
    /// Whether KX is due on it, by itself or by its claim.
    pub due: bool,
}

/// Something about one line that someone should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The line's place in what was given.
    pub position: usize,
    /// Its name; those that notices have too have the same name.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// The sentence that a person reads.
    pub message: Sentence,
}

/// A bucket of a calendar year with lines in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// The calendar year of the dates of service.
    pub year: CalendarYear,
    /// The bucket.
    pub service_type: ServiceType,
    /// Allowed amounts of its lines.
    pub allowed: Money,
    /// Those of the lines with KX.
    pub with_kx: Money,
    /// The KX modifier threshold.
    pub threshold: Money,
    /// Date of the line after which nothing is left.
    pub reached_on: Option<ServiceDate>,
}

/// A beneficiary's lines after the audit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// The lines in running order.
    pub lines: Vec<AuditedLine>,
    /// The findings in running order.
    pub findings: Vec<Finding>,
    /// The buckets with lines, by year and bucket.
    pub totals: Vec<Total>,
}

/// What other providers used in a year.
pub type OtherUsed = Vec<(CalendarYear, PerServiceType<Option<Money>>)>;

/// A bucket while the lines run through it.
struct Running {
    remaining: Money,
    total: Total,
}

/// Runs one beneficiary's lines by the day they were posted, or else by their date, and then in the order given.
pub fn audit(lines: &[AuditLine], other_used: &OtherUsed, policy: &Policy) -> Audit {
    let order = in_order(lines.iter().map(|line| line.posted.unwrap_or(line.date)));
    let mut buckets: Vec<Running> = Vec::new();
    let mut audited: Vec<AuditedLine> = Vec::with_capacity(lines.len());
    for (position, line) in order.iter().filter_map(|place| Some((place, lines.get(*place)?))) {
        let service_type = service_type(line);
        let mut one = AuditedLine {
            position: *position,
            service_type,
            before: None,
            after: None,
            standing: None,
            kx: KxVerdict::NotApplicable,
            due: false,
        };
        if let (None, Some(service_type)) = (not_counted(line, policy), service_type)
            && let Some(bucket) = bucket_of(&mut buckets, line.date.year(), service_type, other_used, policy)
        {
            one.before = Some(bucket.remaining);
            one.standing = Some(Standing::of(bucket.remaining, Some(line.allowed)));
            take(bucket, line);
            one.after = Some(bucket.remaining);
        }
        audited.push(one);
    }
    judge(&mut audited, lines, policy);
    let findings = audited
        .iter()
        .filter_map(|one| Some((one, lines.get(one.position)?)))
        .flat_map(|(one, line)| findings::of(one, line, policy))
        .collect();
    Audit { lines: audited, findings, totals: buckets.into_iter().map(|bucket| bucket.total).collect() }
}

/// From the line, else from its single GP, GO or GN.
fn service_type(line: &AuditLine) -> Option<ServiceType> {
    line.service_type.or_else(|| {
        let mut named = line.modifiers.iter().filter_map(|modifier| Discipline::of_modifier(*modifier));
        named.next().filter(|_| named.next().is_none()).map(Discipline::service_type)
    })
}

fn not_counted(line: &AuditLine, policy: &Policy) -> Option<NotCounted> {
    let bucket = service_type(line);
    // A code that the host has added to a bucket's list is a therapy code there.
    let is_therapy =
        bucket.map_or_else(|| code_list::is_listed(line.code), |bucket| code_list::listing(line.code, bucket, policy).is_therapy());
    if line.status == EntryStatus::Void {
        Some(NotCounted::Void)
    } else if !is_therapy {
        Some(NotCounted::NotTherapy)
    } else if bucket.is_none() {
        Some(NotCounted::NoServiceType)
    } else if thresholds::amounts(line.date.year(), policy).is_err() {
        Some(NotCounted::UnknownYear)
    } else {
        None
    }
}

/// The bucket of a year, begun where this is its first line; they stand in the order of year and bucket.
fn bucket_of<'b>(
    buckets: &'b mut Vec<Running>,
    year: CalendarYear,
    service_type: ServiceType,
    other_used: &OtherUsed,
    policy: &Policy,
) -> Option<&'b mut Running> {
    let key = (year, service_type);
    let position = buckets.partition_point(|bucket| (bucket.total.year, bucket.total.service_type) < key);
    if buckets.get(position).is_none_or(|bucket| (bucket.total.year, bucket.total.service_type) != key) {
        buckets.insert(position, start(year, service_type, other_used, policy)?);
    }
    buckets.get_mut(position)
}

fn start(year: CalendarYear, service_type: ServiceType, other_used: &OtherUsed, policy: &Policy) -> Option<Running> {
    let threshold = *thresholds::amounts(year, policy).ok()?.kx.get(service_type);
    let other = other_used.iter().rfind(|(own, _)| *own == year).and_then(|(_, both)| *both.get(service_type)).unwrap_or_default();
    let total = Total { year, service_type, allowed: Money::ZERO, with_kx: Money::ZERO, threshold, reached_on: None };
    Some(Running { remaining: threshold.minus(other), total })
}

fn take(bucket: &mut Running, line: &AuditLine) {
    let was_reached = !bucket.remaining.is_above_zero();
    bucket.remaining = bucket.remaining.minus(line.allowed);
    bucket.total.allowed = bucket.total.allowed.plus(line.allowed);
    if has_kx(line) {
        bucket.total.with_kx = bucket.total.with_kx.plus(line.allowed);
    }
    if bucket.total.reached_on.is_none() && (was_reached || !bucket.remaining.is_above_zero()) {
        bucket.total.reached_on = Some(line.date);
    }
}

fn has_kx(line: &AuditLine) -> bool {
    line.modifiers.contains(&Modifier::KX)
}

/// Whether KX is due on a line by itself.
fn is_due(one: &AuditedLine, policy: &Policy) -> bool {
    match one.standing {
        Some(Standing::Reached) => true,
        Some(Standing::Crosses) => policy.crossing_line == CrossingLine::Apply,
        _ => false,
    }
}

fn judge(audited: &mut [AuditedLine], lines: &[AuditLine], policy: &Policy) {
    // A claim, one of its buckets and a year, as one text.
    let claim_of = |one: &AuditedLine| {
        let line = lines.get(one.position)?;
        Some(format!("{} {} {}", one.service_type?.as_str(), line.date.year(), line.claim.as_deref()?))
    };
    let due_claims: HashSet<String> = match policy.mixed_claim {
        MixedClaim::PerLine => HashSet::new(),
        MixedClaim::WholeBucket => audited.iter().filter(|one| is_due(one, policy)).filter_map(claim_of).collect(),
    };
    for one in audited.iter_mut() {
        let (Some(standing), Some(line)) = (one.standing, lines.get(one.position)) else { continue };
        let on_due_claim = !due_claims.is_empty() && claim_of(one).is_some_and(|claim| due_claims.contains(&claim));
        let due = on_due_claim || is_due(one, policy);
        one.due = due;
        one.kx = match (has_kx(line), due) {
            // A line that only partly exceeds stays a question of its own, whatever the policy makes of it.
            (false, _) if standing == Standing::Crosses => KxVerdict::Crossing,
            (false, true) => KxVerdict::Missing,
            (true, false) if standing == Standing::Below => KxVerdict::Early,
            _ => KxVerdict::Correct,
        };
    }
}
