//! Whose a read file is, in words.

use crate::claims::x12::patients::Patient;
use crate::ground::sentence::{Argument, Sentence, say};

use super::{Match, Whose};

/// A patient as a file names them.
fn named(patient: Option<&Patient>) -> Sentence {
    let (name, member_id) = patient.map(|patient| (patient.name.as_str(), patient.member_id.as_deref())).unwrap_or_default();
    let name: Argument = if name.is_empty() { say!("patient.without-name").into() } else { name.into() };
    match member_id {
        Some(id) => say!("patient.member", name = name, id = id),
        None => say!("patient.no-member", name = name),
    }
}

/// Whose it is, and of the open patient's how many others' there are beside.
pub(super) fn whose(found: &Match, patients: &[Patient], member_id: Option<&str>) -> Sentence {
    let who = || named(found.places.first().and_then(|place| patients.get(*place)));
    match (found.whose, patients.len().saturating_sub(found.places.len())) {
        (Whose::Theirs, 0) => say!("patient.all-theirs", who = who()),
        (Whose::Theirs, others) => say!("patient.some-theirs", count = others, who = who()),
        (Whose::Chosen, _) => say!("patient.chosen", who = who()),
        (Whose::Others, _) => match member_id {
            Some(id) => say!("patient.none-theirs", id = id),
            None => say!("patient.unknown-member"),
        },
        (Whose::Nobody, _) => say!("patient.nobody"),
    }
}
