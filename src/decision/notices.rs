//! Which notices a line's answer carries.

use crate::code_list;
use crate::code_list::Listing;
use crate::notice::{Notice, NoticeCode};
use crate::policy::CrossingLine;
use crate::standing::{Standing, Status};
use crate::wording;

use super::{Due, Facts};

/// The notices of a line, the gravest first.
pub(super) fn notices(facts: &Facts<'_>) -> Vec<Notice> {
    NoticeCode::ALL
        .into_iter()
        .filter(|code| is_said(*code, facts))
        .filter_map(|code| Some(Notice { code, message: wording::notices::message(code, facts)? }))
        .collect()
}

fn is_said(code: NoticeCode, facts: &Facts<'_>) -> bool {
    let due = facts.due.is_settled();
    let benefits = facts.benefits.apply();
    let medicare_therapy = facts.is_medicare_therapy();
    let usage = facts.context.usage.as_ref();
    let status = facts.bucket.filter(|_| benefits).map(|bucket| bucket.status());
    match code {
        NoticeCode::NoModifierPlace => {
            facts.due != Due::No && !facts.kx_present && facts.line.kx_declined.is_none() && facts.line.modifiers.is_full()
        }
        NoticeCode::OpposingModifier => facts.kx_matters() && facts.opposing_modifier().is_some(),
        NoticeCode::TherapyModifierConflict => medicare_therapy && facts.conflicting_modifier().is_some(),
        NoticeCode::OtherYearUsage => facts.other_year,
        NoticeCode::KxDeclined => due && !facts.kx_present && facts.line.kx_declined.is_some(),
        NoticeCode::AssistantEvaluation => {
            medicare_therapy
                && facts.setting.therapist.is_some_and(|therapist| therapist.assistant)
                && code_list::is_evaluation(facts.line.code)
        }
        // On a claim whose other lines of the bucket are due, an early KX is what the policy asks for.
        NoticeCode::EarlyKx => !due && facts.kx_present && facts.listing.is_therapy() && facts.standing == Some(Standing::Below),
        NoticeCode::CrossesThreshold => {
            facts.listing.is_therapy()
                && facts.standing == Some(Standing::Crosses)
                && facts.context.policy.crossing_line != CrossingLine::Ignore
        }
        NoticeCode::OffListTherapyCode => due && matches!(facts.listing, Listing::OffList { .. }),
        NoticeCode::UnconfirmedCode => benefits && facts.listing.is_draft(),
        NoticeCode::TherapyModifierMissing => benefits && facts.listing.is_therapy() && !facts.has_plan_of_care_modifier(),
        NoticeCode::AssistantModifierMissing => {
            let wanted = facts.setting.therapist.and_then(|therapist| therapist.assistant_modifier());
            medicare_therapy && wanted.is_some_and(|wanted| !facts.line.modifiers.contains(wanted))
        }
        NoticeCode::PrecomputedDisagrees => facts.bucket.is_some_and(|bucket| bucket.disagreement().is_some()),
        NoticeCode::StaleUsage => {
            let stale_after = i64::from(facts.context.policy.stale_after_days);
            status.is_some() && usage.and_then(|usage| usage.as_of).is_some_and(|day| facts.context.date.days_since(day) >= stale_after)
        }
        NoticeCode::UsageUnknown => status.is_some() && !usage.is_some_and(|usage| usage.is_given()),
        NoticeCode::DocumentationIncomplete => {
            facts.kx_matters() && facts.checklist.as_ref().is_some_and(|checklist| !checklist.is_ready())
        }
        NoticeCode::DisciplineFromModifier => medicare_therapy && facts.is_from_modifier(),
        NoticeCode::HomeHealthEpisode => benefits && facts.context.coverage.home_health_episode,
        NoticeCode::Hospice => benefits && facts.context.coverage.hospice,
        NoticeCode::NearThreshold => status == Some(Status::Near),
        NoticeCode::MedicalReview => status == Some(Status::MedicalReview),
        NoticeCode::MedicareSecondary => benefits && facts.context.coverage.secondary,
        NoticeCode::NotTherapy => !facts.listing.is_therapy(),
        NoticeCode::RepeatedModifier => !facts.line.modifiers.repeated().is_empty(),
    }
}
