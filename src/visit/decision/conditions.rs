//! Why a condition holds or does not.

use crate::ground::sentence::{Argument, Sentence, say};
use crate::visit::code_list::Listing;
use crate::visit::code_list::sentences::{list_name, not_in_effect};
use crate::visit::context::Section;
use crate::visit::coverage;
use crate::visit::standing::sentences::remaining;

use super::due::Due;
use super::facts::{ConditionId, Facts};
use super::sentences::{modifiers_in_note, over};
use crate::visit::action::Action;

/// The explanation of one condition.
pub(super) fn explanation(id: ConditionId, facts: &Facts<'_>, action: Action) -> Sentence {
    let met = facts.is_met(id);
    match id {
        ConditionId::MedicareBenefits => coverage::sentences::benefits(facts.benefits),
        ConditionId::AutoApplyOn if met => say!("condition.auto-apply-on.met"),
        ConditionId::AutoApplyOn => say!("condition.auto-apply-on.not-met"),
        ConditionId::DisciplineMaps => discipline(facts),
        ConditionId::CodeQualifies => code(facts),
        ConditionId::CalendarYear => calendar_year(facts),
        ConditionId::ThresholdReached => threshold(facts),
        // It is read when KX stands there already.
        ConditionId::KxAbsent if action == Action::Apply => say!("condition.kx-absent.added"),
        ConditionId::KxAbsent if met => say!("condition.kx-absent.met"),
        ConditionId::KxAbsent if facts.kx_present => say!("condition.kx-absent.not-met"),
        ConditionId::KxAbsent => modifiers_in_note(),
        ConditionId::MarkedDone => match facts.setting.section {
            Section::Treatment => say!("condition.marked-done.treatment"),
            Section::Flowsheet if met => say!("condition.marked-done.met"),
            Section::Flowsheet => say!("condition.marked-done.not-met"),
        },
    }
}

fn discipline(facts: &Facts<'_>) -> Sentence {
    match (facts.setting.therapist, facts.service_type) {
        (Some(therapist), _) => {
            let discipline = therapist.discipline;
            let who: Argument =
                if therapist.assistant { say!("discipline.assistant", discipline = discipline).into() } else { discipline.into() };
            say!("condition.discipline-maps.provider", who = who, bucket = discipline.service_type())
        }
        (None, Some(service_type)) => say!("condition.discipline-maps.modifier", bucket = service_type),
        (None, None) => say!("condition.discipline-maps.none"),
    }
}

fn code(facts: &Facts<'_>) -> Sentence {
    let code = facts.line.code;
    let list = || list_name(facts.context.policy.code_list);
    let Some(bucket) = facts.service_type else {
        return say!("condition.code-qualifies.no-bucket", code = code);
    };
    match facts.listing {
        Listing::Qualifies => say!("condition.code-qualifies.met", code = code, bucket = bucket),
        Listing::Unconfirmed => say!("condition.code-qualifies.unconfirmed", code = code, list = list()),
        Listing::OffList { .. } => say!("condition.code-qualifies.off-list", code = code, list = list(), bucket = bucket),
        Listing::NotInEffect(why) => not_in_effect(code, why),
        Listing::NotTherapy => say!("condition.code-qualifies.not-therapy", code = code),
    }
}

fn calendar_year(facts: &Facts<'_>) -> Sentence {
    let year = facts.context.date.year();
    match facts.context.usage.as_ref().and_then(|usage| usage.as_of) {
        Some(day) if facts.other_year => say!("condition.calendar-year.not-met", day = day, year = year),
        _ => say!("condition.calendar-year.met", year = year),
    }
}

fn threshold(facts: &Facts<'_>) -> Sentence {
    let Some(bucket) = &facts.bucket else {
        return match facts.service_type {
            None => say!("condition.threshold-reached.no-bucket"),
            Some(_) => say!("condition.threshold-reached.unknown-year", year = facts.context.date.year()),
        };
    };
    let left = remaining(bucket);
    match (facts.due, over(facts)) {
        (Due::WithClaim, _) => say!("condition.threshold-reached.with-claim", left = left, bucket = bucket.service_type),
        (_, Some(over)) if facts.listing.is_therapy() => {
            let partly = say!("condition.threshold-reached.partly", left = left, over = over);
            if facts.crossing_counts() { say!("condition.threshold-reached.crossing", what = partly) } else { partly }
        }
        _ if !facts.benefits.apply() => say!("condition.threshold-reached.no-benefits", left = left),
        _ if facts.other_year => say!("condition.threshold-reached.other-year", bucket = bucket.service_type),
        _ => say!("condition.threshold-reached.left", left = left),
    }
}
