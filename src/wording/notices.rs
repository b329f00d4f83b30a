//! The sentence of each notice.

use crate::decision::Facts;
use crate::notice::NoticeCode;
use crate::policy::CrossingLine;
use crate::procedure::HcpcsCode;

use super::{Argument, Sentence, medical_review, open_items, remaining_clause, say, tooltips::due_clause};

/// The message of a notice that is said about a line; `None` where what it is about is not there.
pub fn message(code: NoticeCode, facts: &Facts<'_>) -> Option<Sentence> {
    let hcpcs = facts.line.code;
    let bucket = || facts.service_type.map_or_else(|| say!("bucket.unknown").into(), Argument::from);
    Some(match code {
        NoticeCode::NoModifierPlace => say!("notice.no-modifier-place", why = due_clause(facts)),
        NoticeCode::OpposingModifier if facts.kx_present => {
            say!("notice.opposing-modifier.present", modifier = facts.opposing_modifier())
        }
        NoticeCode::OpposingModifier => say!("notice.opposing-modifier.due", modifier = facts.opposing_modifier()),
        NoticeCode::TherapyModifierConflict => {
            let own = facts.setting.therapist.map(|therapist| therapist.discipline);
            say!("notice.therapy-modifier-conflict", modifier = facts.conflicting_modifier(), discipline = own)
        }
        NoticeCode::OtherYearUsage => {
            say!("notice.other-year-usage", day = facts.context.usage.as_ref().and_then(|usage| usage.as_of))
        }
        NoticeCode::KxDeclined => declined(facts),
        NoticeCode::AssistantEvaluation => say!("notice.assistant-evaluation", code = hcpcs),
        NoticeCode::EarlyKx => match &facts.bucket {
            Some(bucket) => say!("notice.early-kx.left", left = remaining_clause(bucket)),
            None => say!("notice.early-kx.plain"),
        },
        NoticeCode::CrossesThreshold => return crossing(facts),
        NoticeCode::OffListTherapyCode => say!("notice.off-list-therapy-code", code = hcpcs),
        NoticeCode::UnconfirmedCode => unconfirmed(hcpcs),
        NoticeCode::TherapyModifierMissing => match facts.setting.therapist {
            Some(therapist) => {
                say!("notice.therapy-modifier-missing.provider", modifier = therapist.discipline.plan_of_care_modifier())
            }
            None => say!("notice.therapy-modifier-missing.none"),
        },
        NoticeCode::AssistantModifierMissing => {
            let wanted = facts.setting.therapist.and_then(|therapist| therapist.assistant_modifier());
            say!("notice.assistant-modifier-missing", modifier = wanted)
        }
        NoticeCode::PrecomputedDisagrees => {
            let both = facts.bucket.and_then(|bucket| bucket.disagreement())?;
            say!("notice.precomputed-disagrees", supplied = both.supplied, computed = both.computed, bucket = bucket())
        }
        NoticeCode::StaleUsage => {
            let day = facts.context.usage.as_ref().and_then(|usage| usage.as_of)?;
            say!("notice.stale-usage", count = facts.context.date.days_since(day), day = day)
        }
        NoticeCode::UsageUnknown => say!("notice.usage-unknown"),
        NoticeCode::DocumentationIncomplete => say!("notice.documentation-incomplete", open = open_items(facts)),
        NoticeCode::DisciplineFromModifier => say!("notice.discipline-from-modifier", bucket = bucket()),
        NoticeCode::HomeHealthEpisode => say!("notice.home-health-episode"),
        NoticeCode::Hospice => say!("notice.hospice"),
        NoticeCode::NearThreshold => say!("notice.near-threshold", left = remaining_clause(&facts.bucket?)),
        NoticeCode::MedicalReview => medical_review(&facts.bucket?, facts.bucket?.medical_review?),
        NoticeCode::MedicareSecondary => say!("notice.medicare-secondary"),
        NoticeCode::NotTherapy => say!("notice.not-therapy", code = hcpcs),
        NoticeCode::RepeatedModifier => {
            say!("notice.repeated-modifier", modifiers = facts.line.modifiers.repeated().into_iter().collect::<Argument>())
        }
    })
}

/// A code that only a draft row lists.
pub(super) fn unconfirmed(code: HcpcsCode) -> Sentence {
    say!("notice.unconfirmed-code", code = code)
}

fn crossing(facts: &Facts<'_>) -> Option<Sentence> {
    let follows = if facts.context.policy.crossing_line == CrossingLine::Apply {
        say!("notice.crosses-threshold.apply")
    } else {
        say!("notice.crosses-threshold.unsettled")
    };
    Some(say!("notice.crosses-threshold", allowed = facts.line.allowed?, remaining = facts.bucket?.remaining, follows = follows))
}

fn declined(facts: &Facts<'_>) -> Sentence {
    let fact = match facts.line.kx_declined.as_deref().map(str::trim) {
        None | Some("") => say!("notice.kx-declined.plain"),
        Some(reason) => say!("notice.kx-declined.reason", reason = reason),
    };
    if facts.opposing_modifier().is_some() {
        return fact;
    }
    say!("notice.kx-declined.advice", fact = fact)
}
