//! A bucket as a card of a screen shows it: as the visit found it, after the visit's lines, and what is to be known of its figures.

pub(crate) mod sentences;
pub(crate) mod shape;

use crate::ground::calendar::ServiceDate;
use crate::visit::coverage::Coverage;
use crate::visit::decision::sentences::{other_year_usage, precomputed_disagrees, stale_usage, usage_unknown};
use crate::visit::decision::{Notice, NoticeCode};
use crate::visit::policy::Policy;
use crate::visit::standing::{Bucket, Source};
use crate::visit::usage::Usage;

/// What the figures of a card rest on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rests<'a> {
    /// The day that is looked at.
    pub date: ServiceDate,
    /// The patient's coverage.
    pub coverage: &'a Coverage,
    /// What the patient has used.
    pub usage: Option<&'a Usage>,
    /// The host's choices.
    pub policy: &'a Policy,
}

/// What is to be known of a bucket's figures before anybody goes by them, the gravest first. `start` is before any line of the visit.
pub(crate) fn notices(start: &Bucket, rests: &Rests<'_>) -> Vec<Notice> {
    let Rests { date, coverage, usage, policy } = *rests;
    let mut said = Vec::new();
    if let Some(day) = usage.filter(|usage| usage.has_totals_of_other_year(start.year)).and_then(|usage| usage.as_of) {
        said.push(NoticeCode::OtherYearUsage.says(other_year_usage(day)));
        return said;
    }
    if !coverage.benefits().apply() {
        return said;
    }
    said.extend(
        start.disagreement().map(|both| NoticeCode::PrecomputedDisagrees.says(precomputed_disagrees(both, start.service_type.into()))),
    );
    let stale_after = i64::from(policy.stale_after_days);
    let stale = usage.and_then(|usage| usage.as_of).filter(|day| date.days_since(*day) >= stale_after);
    said.extend(stale.map(|day| NoticeCode::StaleUsage.says(stale_usage(date, day))));
    if !usage.is_some_and(Usage::is_given) {
        said.push(NoticeCode::UsageUnknown.says(usage_unknown()));
    }
    if start.source == Source::Precomputed {
        said.push(NoticeCode::RemainingSupplied.says(sentences::supplied(start)));
    }
    said
}
