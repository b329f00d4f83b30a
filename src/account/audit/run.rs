//! The lines in the order in which they accrued, each with what was left before it.

use crate::ground::calendar::{CalendarYear, ServiceDate, in_order};
use crate::ground::discipline::{PerServiceType, ServiceType};
use crate::ground::known::Known;
use crate::ground::money::Money;
use crate::ground::tables::Tables;
use crate::visit::code_list::{self, Listing};
use crate::visit::decision::{Due, whole_claims};
use crate::visit::policy::{Policy, Reversals};
use crate::visit::standing::Standing;
use crate::visit::thresholds;
use crate::visit::usage::EntryStatus;

use super::findings;
use super::lines::{AuditLine, AuditedLine, KxVerdict, NotCounted};
use super::reversals;

/// A bucket of a calendar year with lines in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Total {
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
    /// What is left after the last line.
    pub remaining: Money,
    /// What other providers used; on which days is not known.
    pub others: Money,
    /// The first line after which nothing was left. Where reversals are paired, the one since which nothing is, and `None` where something is.
    pub reached: Option<Reached>,
}

impl Total {
    fn key(&self) -> (CalendarYear, ServiceType) {
        (self.year, self.service_type)
    }

    fn take(&mut self, line: &AuditLine, reversals: Reversals) {
        let was_reached = !self.remaining.is_above_zero();
        self.remaining = self.remaining.minus(line.allowed);
        self.allowed = self.allowed.plus(line.allowed);
        if line.has_kx() {
            self.with_kx = self.with_kx.plus(line.allowed);
        }
        let is_reached = !self.remaining.is_above_zero();
        if reversals == Reversals::Pair && !is_reached {
            self.reached = None;
        } else if self.reached.is_none() && (was_reached || is_reached) {
            let by_others = self.remaining.plus(self.others).is_above_zero();
            self.reached = Some(Reached { on: line.date, at: line.runs_on(), by_others });
        }
    }
}

/// When nothing was left any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reached {
    /// Date of the line after which nothing was left.
    pub on: ServiceDate,
    /// The day on which that line ran.
    pub at: ServiceDate,
    /// Without what others used, something would have been left after it.
    pub by_others: bool,
}

/// A beneficiary's lines after the audit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Audit<'l> {
    /// The lines in running order, each with its findings.
    pub lines: Vec<AuditedLine<'l>>,
    /// The buckets with lines, by year and bucket.
    pub totals: Vec<Total>,
}

/// What other providers used in a year.
pub(crate) type OtherUsed = Vec<(CalendarYear, PerServiceType<Option<Money>>)>;

/// Runs one beneficiary's lines by the day they were posted, or else by their date, and then in the order given.
pub(crate) fn audit<'l>(tables: &Tables, lines: &'l [AuditLine], other_used: &OtherUsed, policy: &Policy) -> Audit<'l> {
    let order = in_order(lines.iter().map(AuditLine::runs_on));
    let mut account = Account { tables, other_used, policy, buckets: Vec::new() };
    let mut audited: Vec<AuditedLine<'l>> =
        order.into_iter().filter_map(|position| Some(account.run(position, lines.get(position)?))).collect();
    if policy.reversals == Reversals::Pair {
        reversals::pair(&mut audited);
    }
    judge(&mut audited, policy);
    for one in &mut audited {
        one.findings = findings::of(tables, one, policy);
    }
    Audit { lines: audited, totals: account.buckets }
}

/// The buckets while lines run through them.
struct Account<'a> {
    tables: &'a Tables,
    other_used: &'a OtherUsed,
    policy: &'a Policy,
    /// In the order of year and bucket.
    buckets: Vec<Total>,
}

impl Account<'_> {
    /// The next line. Whether KX is due on it is not judged yet, because a later line of its claim may make it due.
    fn run<'l>(&mut self, position: usize, line: &'l AuditLine) -> AuditedLine<'l> {
        let service_type = line.bucket();
        let reversals = self.policy.reversals;
        let mut one = AuditedLine {
            line,
            position,
            service_type,
            not_counted: None,
            before: None,
            after: None,
            others: Money::ZERO,
            standing: None,
            reversed: false,
            counterpart: None,
            due: Due::No,
            kx: KxVerdict::NotApplicable,
            findings: Vec::new(),
        };
        match self.bucket_of(line, service_type) {
            Err(reason) => one.not_counted = Some(reason),
            Ok(bucket) => {
                one.before = Some(bucket.remaining);
                one.others = bucket.others;
                one.standing = Some(Standing::of(bucket.remaining, Some(line.allowed)));
                bucket.take(line, reversals);
                one.after = Some(bucket.remaining);
            }
        }
        one
    }

    /// The bucket that the line counts in, begun where this is its first line; else why the line does not count.
    fn bucket_of(&mut self, line: &AuditLine, service_type: Option<ServiceType>) -> Result<&mut Total, NotCounted> {
        let (tables, code) = (self.tables, line.code);
        if line.status == EntryStatus::Void {
            return Err(NotCounted::Void);
        }
        // A code that the host has added to a bucket's list is a therapy code there.
        let listing = match service_type {
            Some(service_type) => code_list::listing(tables, code, line.date, service_type, self.policy),
            // Whether a code without a bucket is under a plan of care is another finding's business.
            None => code_list::listing_of_nobody(tables, code, line.date, true),
        };
        match listing {
            Listing::NotTherapy => return Err(NotCounted::NotTherapy),
            Listing::NotInEffect(why) => return Err(NotCounted::NotInEffect(why)),
            _ => {}
        }
        let key = (line.date.year(), service_type.ok_or(NotCounted::NoServiceType)?);
        let place = self.buckets.partition_point(|bucket| bucket.key() < key);
        if self.buckets.get(place).is_none_or(|bucket| bucket.key() != key) {
            let begun = self.begin(key).ok_or(NotCounted::UnknownYear)?;
            self.buckets.insert(place, begun);
        }
        self.buckets.get_mut(place).ok_or(NotCounted::UnknownYear)
    }

    /// A bucket before its first line; `None` where the year has no amount.
    fn begin(&self, (year, service_type): (CalendarYear, ServiceType)) -> Option<Total> {
        let threshold = *thresholds::amounts(self.tables, year, &self.policy.thresholds).ok()?.kx.get(service_type);
        let other = self.other_used.iter().rfind(|(own, _)| *own == year).and_then(|(_, both)| *both.get(service_type));
        let others = other.unwrap_or_default();
        let (allowed, with_kx) = (Money::ZERO, Money::ZERO);
        Some(Total { year, service_type, allowed, with_kx, threshold, remaining: threshold.minus(others), others, reached: None })
    }
}

/// Whether KX is due on each line, and what is to be said of it.
fn judge(audited: &mut [AuditedLine<'_>], policy: &Policy) {
    for one in audited.iter_mut() {
        // GA, GZ or GY is a decision already made, and of a payment that is taken back nothing is asked any more.
        let asked = one.standing.filter(|_| one.line.not_necessary().is_none() && !one.reversed);
        one.due = asked.map_or(Due::No, |standing| Due::by_itself(standing, policy.crossing_line));
    }
    let due_claims: Known<'static> = whole_claims(policy.mixed_claim, audited.iter().map(|one| (one, one.due)), AuditedLine::claim);
    for one in audited.iter_mut() {
        let Some(standing) = one.standing else { continue };
        if one.reversed {
            continue;
        }
        let decided = one.line.not_necessary().is_some();
        if !decided && !one.due.is_settled() && !due_claims.is_empty() && one.claim().is_some_and(|claim| due_claims.get(&claim).is_some())
        {
            one.due = Due::WithClaim;
        }
        one.kx = match (one.line.has_kx(), one.due.is_settled()) {
            (false, _) if one.line.is_in_note() => KxVerdict::NotApplicable,
            (false, _) if decided => KxVerdict::Correct,
            // A line that only partly exceeds stays a question of its own, whatever the policy makes of it.
            (false, _) if standing == Standing::Crosses => KxVerdict::Crossing,
            (false, true) => KxVerdict::Missing,
            (true, false) if standing == Standing::Below => KxVerdict::Early,
            _ => KxVerdict::Correct,
        };
    }
}
