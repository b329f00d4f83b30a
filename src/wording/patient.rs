//! Whose a read file is, beside the patient that is open.

use super::{Argument, Sentence, say};

/// A patient as a file names them.
fn named(name: &str, member_id: Option<&str>) -> Sentence {
    let name: Argument = if name.is_empty() { say!("patient.without-name").into() } else { name.into() };
    match member_id {
        Some(id) => say!("patient.member", name = name, id = id),
        None => say!("patient.no-member", name = name),
    }
}

/// All of it is the open patient's.
pub fn all_theirs(name: &str, member_id: Option<&str>) -> Sentence {
    say!("patient.all-theirs", who = named(name, member_id))
}

/// Some of it is.
pub fn some_theirs(name: &str, member_id: Option<&str>, others: usize) -> Sentence {
    say!("patient.some-theirs", count = others, who = named(name, member_id))
}

/// None of it is.
pub fn none_theirs(member_id: Option<&str>) -> Sentence {
    match member_id {
        Some(id) => say!("patient.none-theirs", id = id),
        None => say!("patient.unknown-member"),
    }
}

/// A person says whose it is.
pub fn chosen(name: &str, member_id: Option<&str>) -> Sentence {
    say!("patient.chosen", who = named(name, member_id))
}

/// Nothing was read for anybody.
pub const NOBODY: Sentence = say!("patient.nobody");
