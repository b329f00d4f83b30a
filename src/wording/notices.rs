//! The sentence of each notice.

use crate::decision::Facts;
use crate::notice::NoticeCode;
use crate::policy::CrossingLine;
use crate::procedure::Modifier;

use super::{list, open_items, remaining_clause, tooltips::due_sentence};

/// The message of a notice that is said about a line.
pub fn message(code: NoticeCode, facts: &Facts<'_>) -> String {
    let hcpcs = facts.line.code;
    let bucket_name = facts.service_type.map_or("therapy", |service_type| service_type.as_str());
    let modifier_text = |modifier: Option<Modifier>| modifier.map(|modifier| modifier.to_string()).unwrap_or_default();
    match code {
        NoticeCode::NoModifierPlace => {
            format!("{} KX cannot be added: all four modifier places are taken, and nothing is dropped for it.", due_sentence(facts))
        }
        NoticeCode::OpposingModifier => {
            let opposing = modifier_text(facts.opposing_modifier());
            if facts.kx_present {
                format!("{opposing} and KX are opposing modifiers and never stand together on a line: take one of them off.")
            } else {
                format!("KX is due, but {opposing} says the opposite: the two never stand together on a line.")
            }
        }
        NoticeCode::TherapyModifierConflict => {
            let own = facts.setting.therapist.map(|therapist| therapist.discipline);
            format!(
                "{} on the line contradicts the rendering provider's discipline {}, so the service type is in doubt.",
                modifier_text(facts.conflicting_modifier()),
                own.map_or("", |discipline| discipline.as_str())
            )
        }
        NoticeCode::OtherYearUsage => format!(
            "The usage totals are of {}, another calendar year than the appointment: they do not count. Update them before you rely on this.",
            facts.context.usage.as_ref().and_then(|usage| usage.as_of).map(|day| day.to_string()).unwrap_or_default()
        ),
        NoticeCode::KxDeclined => declined(facts),
        NoticeCode::AssistantEvaluation => format!("{hcpcs} is an evaluation or re-evaluation, which an assistant does not furnish."),
        NoticeCode::EarlyKx => match &facts.bucket {
            Some(bucket) => {
                format!("Early KX: {}. KX before the threshold is reached looks aberrant and invites inquiry.", remaining_clause(bucket))
            }
            None => "Early KX: the threshold is not reached.".to_owned(),
        },
        NoticeCode::CrossesThreshold => crossing(facts),
        NoticeCode::OffListTherapyCode => {
            format!("{hcpcs} is a therapy code off the qualifying list, so whether KX belongs on it is left to you.")
        }
        NoticeCode::UnconfirmedCode => format!("No source read so far confirms that {hcpcs} is on Medicare's therapy code list."),
        NoticeCode::TherapyModifierMissing => match facts.setting.therapist {
            Some(therapist) => format!(
                "GP, GO or GN is missing; the provider's discipline implies {}. KX is used beside it, not instead of it.",
                therapist.discipline.plan_of_care_modifier()
            ),
            None => "GP, GO or GN is missing, and the provider has no therapy discipline: the service type is not known.".to_owned(),
        },
        NoticeCode::AssistantModifierMissing => {
            let wanted = facts.setting.therapist.and_then(|therapist| therapist.assistant_modifier());
            format!("An assistant furnishes this service, and {} is not on the line.", modifier_text(wanted))
        }
        NoticeCode::PrecomputedDisagrees => match facts.bucket.and_then(|bucket| bucket.disagreement()) {
            Some(both) => format!(
                "The supplied remaining amount {} and the computed one {} do not agree on whether the {bucket_name} threshold is reached.",
                both.supplied.in_dollars(),
                both.computed.in_dollars()
            ),
            None => String::new(),
        },
        NoticeCode::StaleUsage => {
            let day = facts.context.usage.as_ref().and_then(|usage| usage.as_of);
            let age = day.map(|day| facts.context.date.days_since(day)).unwrap_or_default();
            format!(
                "The usage totals are {age} days old ({}): what other providers used since is not in them.",
                day.map(|day| day.to_string()).unwrap_or_default()
            )
        }
        NoticeCode::UsageUnknown => "No usage is known for this patient, so the whole threshold is shown as left.".to_owned(),
        NoticeCode::DocumentationIncomplete => format!("KX attests to documentation that is not complete: {}.", open_items(facts)),
        NoticeCode::DisciplineFromModifier => {
            format!("The provider has no therapy discipline; the line's modifier says {bucket_name}, so KX is suggested at most.")
        }
        NoticeCode::HomeHealthEpisode => "A home health episode is open: another payer may be responsible for this therapy.".to_owned(),
        NoticeCode::Hospice => "The patient has elected hospice: another payer may be responsible for this therapy.".to_owned(),
        NoticeCode::NearThreshold => match &facts.bucket {
            Some(bucket) => format!("The threshold is near: {}.", remaining_clause(bucket)),
            None => String::new(),
        },
        NoticeCode::MedicalReview => match facts.bucket.and_then(|bucket| bucket.medical_review.map(|review| (bucket, review))) {
            Some((bucket, review)) => format!(
                "{} has accrued for {bucket_name}, more than the {} above which Medicare may review claims.",
                bucket.accrued().in_dollars(),
                review.in_dollars()
            ),
            None => String::new(),
        },
        NoticeCode::MedicareSecondary => "Medicare is not the first payer; the threshold still counts what Medicare allows.".to_owned(),
        NoticeCode::NotTherapy => format!("{hcpcs} is not a therapy code: KX on it is not an outpatient-therapy use of KX."),
        NoticeCode::RepeatedModifier => {
            let repeated: Vec<String> = facts.line.modifiers.repeated().iter().map(ToString::to_string).collect();
            format!("{} stands on the line more than once; nothing was dropped.", list(&repeated))
        }
    }
}

fn crossing(facts: &Facts<'_>) -> String {
    let (Some(bucket), Some(allowed)) = (&facts.bucket, facts.line.allowed) else { return String::new() };
    let what_follows = if facts.context.policy.crossing_line == CrossingLine::Apply {
        "by the policy set here it counts as over the threshold"
    } else {
        "no source settles a line that is only partly over the threshold"
    };
    format!("{} is more than the {} left: {what_follows}.", allowed.in_dollars(), bucket.remaining.in_dollars())
}

fn declined(facts: &Facts<'_>) -> String {
    let reason = facts.line.kx_declined.as_deref().map(str::trim).unwrap_or_default();
    let reason = if reason.is_empty() { String::new() } else { format!(" (\u{201c}{reason}\u{201d})") };
    let fact = format!("KX is due and was left off{reason}: without it Medicare denies the line.");
    if facts.opposing_modifier().is_some() {
        return fact;
    }
    format!("{fact} If the service is not medically necessary, an ABN before the service and GA are the way.")
}
