//! A bucket as a card of a screen shows it: as the visit found it, after the visit's lines, and what is to be known of its figures.

pub(crate) mod sentences;
pub(crate) mod shape;

use crate::ground::calendar::ServiceDate;
use crate::ground::sentence::Sentence;
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
    let as_of = usage.and_then(|usage| usage.as_of);
    let mut said = Vec::new();
    let mut say_if = |code: NoticeCode, sentence: Option<Sentence>| said.extend(sentence.map(|sentence| code.says(sentence)));
    if usage.is_some_and(|usage| usage.has_totals_of_other_year(start.year)) {
        say_if(NoticeCode::OtherYearUsage, as_of.map(other_year_usage));
    } else if coverage.benefits().apply() {
        let disagreement = start.disagreement();
        say_if(NoticeCode::PrecomputedDisagrees, disagreement.map(|both| precomputed_disagrees(both, start.service_type.into())));
        let stale = as_of.filter(|day| date.days_since(*day) >= i64::from(policy.stale_after_days));
        say_if(NoticeCode::StaleUsage, stale.map(|day| stale_usage(date, day)));
        say_if(NoticeCode::UsageUnknown, (!usage.is_some_and(Usage::is_given)).then(usage_unknown));
        say_if(NoticeCode::RemainingSupplied, (start.source == Source::Precomputed).then(|| sentences::supplied(start)));
    }
    said
}
