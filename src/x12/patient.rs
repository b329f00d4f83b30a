//! Whose figures, lines and claims a text holds, so that a person can see that they are this patient's before accepting them.

use std::collections::HashMap;

use super::tokens::Segment;

/// A patient as the text names them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Patient {
    /// `SMITH, MARY`, as written; empty where no name is given.
    pub name: String,
    /// The member number that the payer knows them by.
    pub member_id: Option<String>,
}

impl Patient {
    /// From an `NM1` segment.
    pub(super) fn of(name: &Segment<'_>) -> Self {
        let given = [name.element(4), name.element(5)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let parts = [name.element(3), &given].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        let member_id = Some(name.element(9)).filter(|id| !id.is_empty()).map(str::to_owned);
        Self { name: parts.join(", "), member_id }
    }
}

/// The patients of a text, each once, in its order, with the positions of what is theirs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patients {
    list: Vec<(Patient, Vec<usize>)>,
    places: HashMap<Patient, usize>,
}

impl Patients {
    /// Notes that what is at `position` is this patient's.
    pub(super) fn add(&mut self, patient: &Patient, position: usize) {
        let place = *self.places.entry(patient.clone()).or_insert_with(|| {
            self.list.push((patient.clone(), Vec::new()));
            self.list.len().saturating_sub(1)
        });
        if let Some((_, positions)) = self.list.get_mut(place) {
            positions.push(position);
        }
    }

    /// Each patient with the positions of what is theirs.
    pub fn iter(&self) -> impl Iterator<Item = (&Patient, &[usize])> {
        self.list.iter().map(|(patient, positions)| (patient, positions.as_slice()))
    }
}

/// Whether a text is of the open patient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Some of its patients have the open patient's member number: their places.
    Theirs(Vec<usize>),
    /// None has.
    Others,
    /// Nothing was read for anybody.
    Nobody,
}

/// Tells the open patient's among those of a text by the member number. Dashes, spaces and case are how people write one down.
pub fn whose(patients: &[Patient], member_id: Option<&str>) -> Whose {
    let bare = |id: &str| id.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).collect::<String>();
    let wanted = member_id.map(bare).filter(|id| !id.is_empty());
    let is_theirs = |patient: &Patient| patient.member_id.as_deref().map(bare).is_some_and(|id| Some(id) == wanted);
    let places: Vec<usize> = patients.iter().enumerate().filter(|(_, patient)| is_theirs(patient)).map(|(place, _)| place).collect();
    match (patients.is_empty(), places.is_empty()) {
        (true, _) => Whose::Nobody,
        (false, true) => Whose::Others,
        (false, false) => Whose::Theirs(places),
    }
}
