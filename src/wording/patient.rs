//! Whose a read file is, beside the patient that is open.

/// A patient as a file names them.
fn named(name: &str, member_id: Option<&str>) -> String {
    let name = if name.is_empty() { "a patient without a name" } else { name };
    match member_id {
        Some(id) => format!("{name}, member ID {id}"),
        None => format!("{name}, without a member ID"),
    }
}

/// All of it is the open patient's.
pub fn all_theirs(name: &str, member_id: Option<&str>) -> String {
    format!("All that was read is of {}: the open patient.", named(name, member_id))
}

/// Some of it is.
pub fn some_theirs(name: &str, member_id: Option<&str>, others: usize) -> String {
    let others = if others == 1 { "1 other patient".to_owned() } else { format!("{others} other patients") };
    format!("Only what is of {}, the open patient, is taken; what is of {others} is left.", named(name, member_id))
}

/// None of it is.
pub fn none_theirs(member_id: Option<&str>) -> String {
    match member_id {
        Some(id) => format!("Nothing that was read is of the open patient: nobody in the file has the member ID {id}. Nothing is taken."),
        None => "The open patient's member ID is not known, so whose this is cannot be told. Nothing is taken.".to_owned(),
    }
}

/// A person says whose it is.
pub fn chosen(name: &str, member_id: Option<&str>) -> String {
    format!("Chosen by hand: what is of {} is taken for the open patient, though the member IDs do not agree.", named(name, member_id))
}

/// Nothing was read for anybody.
pub const NOBODY: &str = "Nothing in the file could be read for a patient.";
