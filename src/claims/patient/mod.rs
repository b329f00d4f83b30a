//! Whose a read file is, beside the patient that is open.

mod sentences;
pub(crate) mod shape;

use crate::claims::x12::patients::Patient;
use crate::ground::error::{Error, ErrorCode};
use crate::ground::named::named;

named! {
    /// Whether a text is of the open patient.
    pub(crate) enum Whose {
        /// Some of its patients have the open patient's member number.
        Theirs = "theirs",
        /// None has, and a person says that one of them is.
        Chosen = "chosen",
        /// None has.
        Others = "others",
        /// Nothing was read for anybody.
        Nobody = "nobody",
    }
}

/// Whose a text is, and which of its patients are the open one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    /// By what the open patient was found, if at all.
    pub whose: Whose,
    /// The places of the open patient among those of the text.
    pub places: Vec<usize>,
}

/// Tells the open patient's among those of a text by the member number. Dashes, spaces and case are how people write one down. A place that
/// a person chose counts only where the number finds nobody.
///
/// # Errors
/// `unknown-id` where a place counts that no patient has.
#[cfg_attr(small, optimize(size))]
pub(crate) fn whose(patients: &[Patient], member_id: Option<&str>, chosen: Option<usize>) -> Result<Match, Error> {
    let bare = |id: &str| id.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).collect::<String>();
    let wanted = member_id.map(bare).filter(|id| !id.is_empty());
    let is_theirs = |patient: &Patient| patient.member_id.as_deref().map(bare).is_some_and(|id| Some(id) == wanted);
    let places: Vec<usize> = patients.iter().enumerate().filter(|(_, patient)| is_theirs(patient)).map(|(place, _)| place).collect();
    Ok(match (patients, places.as_slice(), chosen) {
        ([], _, _) => Match { whose: Whose::Nobody, places },
        (_, [_, ..], _) => Match { whose: Whose::Theirs, places },
        (_, [], None) => Match { whose: Whose::Others, places },
        (_, [], Some(place)) if place < patients.len() => Match { whose: Whose::Chosen, places: vec![place] },
        (_, [], Some(_)) => {
            return Err(Error::new(ErrorCode::UnknownId, "the file has no such patient", "give the place of one of `patients`"));
        }
    })
}
