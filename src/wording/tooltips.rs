//! The one or two sentences on a line's chip.

use crate::code_list::Listing;
use crate::decision::{Action, Blocker, ConditionId, Due, Facts};
use crate::standing::Standing;

use super::{open_items, remaining_clause, sentence_start};

/// The tooltip of a line; empty where the line has no chip.
pub fn tooltip(action: Action, facts: &Facts<'_>) -> String {
    match action {
        Action::Apply => format!("KX added: {}. {}", due_clause(facts), attestation(facts)),
        Action::Keep => keep(facts),
        Action::Suggest => format!("KX suggested: {}. Not added by itself: {}.", due_clause(facts), why_not(facts)),
        Action::None => String::new(),
    }
}

/// Why KX is due.
fn due_clause(facts: &Facts<'_>) -> String {
    let Some(bucket) = &facts.bucket else {
        return String::new();
    };
    let name = bucket.service_type.as_str();
    match facts.due {
        Due::CrossingApplied | Due::CrossingSuggested => {
            format!("{}, and this line goes over it", remaining_clause(bucket))
        }
        Due::WithClaim => format!("another {name} line of this claim calls for it"),
        Due::Reached | Due::No => remaining_clause(bucket),
    }
}

/// What the person attests to, naming what the record lacks.
fn attestation(facts: &Facts<'_>) -> String {
    let open = open_items(facts);
    if open.is_empty() {
        "It attests that the services are reasonable, necessary, skilled and documented.".to_owned()
    } else {
        format!("It attests that the services are necessary and documented; not yet in the record: {open}.")
    }
}

fn keep(facts: &Facts<'_>) -> String {
    if !facts.listing.is_therapy() {
        return format!("KX is on the line; {} is not a therapy code, so this is not an outpatient-therapy use of KX.", facts.line.code);
    }
    match (&facts.bucket, facts.standing, facts.due) {
        (Some(bucket), Some(Standing::Below), Due::No) => {
            format!("KX is on the line, but {}. Used early it invites inquiry.", remaining_clause(bucket))
        }
        (Some(bucket), Some(Standing::Lands), Due::No) => {
            format!("KX is on the line; {}, and this line takes exactly that.", remaining_clause(bucket))
        }
        (Some(_), Some(_), _) => format!("KX is on the line: {}. {}", due_clause(facts), attestation(facts)),
        _ => "KX is on the line; whether it belongs there is not judged here.".to_owned(),
    }
}

/// The gravest reason that leaves the line to a person.
fn why_not(facts: &Facts<'_>) -> String {
    if let Some(blocker) = facts.blockers().next() {
        return match blocker {
            Blocker::Opposing(modifier) => {
                format!("{modifier} is on the line and says the opposite")
            }
            Blocker::Conflict(modifier) => {
                format!("{modifier} contradicts the provider's discipline")
            }
            Blocker::NoPlace => "all four modifier places are taken".to_owned(),
            Blocker::Documentation => "the documentation behind it is not complete".to_owned(),
        };
    }
    let code = facts.line.code;
    if !facts.is_met(ConditionId::DisciplineMaps) {
        "the service type is known only from the line's modifier".to_owned()
    } else if !facts.is_met(ConditionId::CalendarYear) {
        "the usage totals are of another calendar year".to_owned()
    } else if facts.listing == Listing::Unconfirmed {
        format!("{code} is on the code list only as an unconfirmed draft")
    } else if !facts.is_met(ConditionId::CodeQualifies) {
        format!("{code} is a therapy code off the qualifying list")
    } else if !facts.is_met(ConditionId::ThresholdReached) {
        "no source settles a line that only partly exceeds the threshold".to_owned()
    } else {
        "Auto-Apply KX Modifier is off".to_owned()
    }
}

/// `sentence_start` of the due clause, for messages that begin with it.
pub(super) fn due_sentence(facts: &Facts<'_>) -> String {
    format!("{}.", sentence_start(&due_clause(facts)))
}
