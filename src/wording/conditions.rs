//! Why a condition holds or does not.

use crate::code_list::Listing;
use crate::decision::{ConditionId, Due, Facts, Section};
use crate::policy::CodeList;

use super::{benefits_sentence, remaining_clause, sentence_start};

/// The explanation of one condition.
pub fn explanation(id: ConditionId, facts: &Facts<'_>) -> String {
    let met = facts.is_met(id);
    match id {
        ConditionId::MedicareBenefits => benefits_sentence(facts.benefits).to_owned(),
        ConditionId::AutoApplyOn if met => "The preference Auto-Apply KX Modifier is on.".to_owned(),
        ConditionId::AutoApplyOn => "The preference Auto-Apply KX Modifier is off.".to_owned(),
        ConditionId::DisciplineMaps => discipline(facts),
        ConditionId::CodeQualifies => code(facts),
        ConditionId::CalendarYear => calendar_year(facts),
        ConditionId::ThresholdReached => threshold(facts),
        ConditionId::KxAbsent if met => "KX is not on the line yet.".to_owned(),
        ConditionId::KxAbsent => "KX is on the line already.".to_owned(),
        ConditionId::MarkedDone => match facts.setting.section {
            Section::Treatment => "The code was added in the Treatment section, which is enough.".to_owned(),
            Section::Flowsheet if met => "The intervention is marked as done.".to_owned(),
            Section::Flowsheet => "The intervention is not marked as done.".to_owned(),
        },
    }
}

fn discipline(facts: &Facts<'_>) -> String {
    match (facts.setting.therapist, facts.service_type) {
        (Some(therapist), _) => {
            let (name, bucket) = (therapist.discipline.as_str(), therapist.discipline.service_type().as_str());
            let who = if therapist.assistant { format!("{name} assistant") } else { name.to_owned() };
            format!("The rendering provider's discipline is {who}, so the line counts toward {bucket}.")
        }
        (None, Some(service_type)) => format!(
            "The rendering provider has no therapy discipline; the line's modifier says it counts toward {}.",
            service_type.as_str()
        ),
        (None, None) => "The rendering provider has no therapy discipline, and no single GP, GO or GN on the line names one.".to_owned(),
    }
}

fn code(facts: &Facts<'_>) -> String {
    let code = facts.line.code;
    let list = match facts.context.policy.code_list {
        CodeList::Documented => "the documented qualifying list",
        CodeList::Cms => "Medicare's therapy code list",
    };
    let Some(service_type) = facts.service_type else {
        return format!("Without a service type it cannot be said whether {code} qualifies.");
    };
    let bucket = service_type.as_str();
    match facts.listing {
        Listing::Qualifies => format!("{code} is on the qualifying list for {bucket}."),
        Listing::Unconfirmed => format!("{code} is on {list} only as an unconfirmed draft, which does not qualify by itself."),
        Listing::OffList { .. } => {
            format!("{code} is a therapy code, but not on {list} for {bucket}.")
        }
        Listing::NotTherapy => format!("{code} is not a therapy code."),
    }
}

fn calendar_year(facts: &Facts<'_>) -> String {
    let year = facts.context.date.year();
    match facts.context.usage.as_ref().and_then(|usage| usage.as_of) {
        Some(day) if facts.other_year => format!("The usage totals are of {day}, which is not in the appointment's calendar year {year}."),
        _ => format!("Everything is counted in the appointment's calendar year {year}."),
    }
}

fn threshold(facts: &Facts<'_>) -> String {
    let Some(bucket) = &facts.bucket else {
        return match facts.service_type {
            None => "Without a service type no threshold can be looked at.".to_owned(),
            Some(_) => format!("No threshold is known for {}.", facts.context.date.year()),
        };
    };
    let left = sentence_start(&remaining_clause(bucket));
    match facts.due {
        Due::CrossingApplied => {
            format!("{left}; this line goes over it, and the policy counts that as reached.")
        }
        Due::WithClaim => {
            format!("{left}; another {} line of this claim is due, and the policy counts the whole bucket.", bucket.service_type.as_str())
        }
        _ if !facts.benefits.apply() => format!("{left}; it does not apply to this encounter."),
        _ => format!("{left}."),
    }
}
