//! Whose figures, lines and claims a text holds, so that a person can see that they are this patient's before accepting them.

use crate::ground::known::Known;

use super::tokens::Segment;

/// A patient as the text names them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Patient {
    /// `SMITH, MARY`, as written; empty where no name is given.
    pub name: String,
    /// The member number that the payer knows them by.
    pub member_id: Option<String>,
}

impl Patient {
    /// From an `NM1` segment.
    #[inline(never)]
    pub(super) fn of(name: &Segment<'_>) -> Self {
        let given = [name.element(4), name.element(5)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let parts = [name.element(3), &given].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        let member_id = Some(name.element(9)).filter(|id| !id.is_empty()).map(str::to_owned);
        Self { name: parts.join(", "), member_id }
    }

    /// Known by the subscriber's number where they have none of their own.
    pub(super) fn numbered_like(self, subscriber: &Self) -> Self {
        Self { member_id: self.member_id.or_else(|| subscriber.member_id.clone()), ..self }
    }

    /// Another text for each other patient.
    fn key(&self) -> String {
        format!("{} {}{}", self.name.len(), self.name, self.member_id.as_deref().unwrap_or_default())
    }
}

/// The names below a claim: of the patient, of the insured, and as the payer corrects them.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    patient: Option<Patient>,
    insured: Option<Patient>,
    corrected: Option<Patient>,
}

impl Names {
    /// `NM1*QC`, `NM1*IL` or `NM1*74`; any other is somebody else's.
    pub(super) fn add(&mut self, name: &Segment<'_>) {
        let place = match name.element(1) {
            "QC" => &mut self.patient,
            "IL" => &mut self.insured,
            "74" => &mut self.corrected,
            _ => return,
        };
        *place = Some(Patient::of(name));
    }

    /// The patient, or else the insured, by the number that the payer knows them by: a corrected one is it, and a patient without one of
    /// their own has the insured's.
    pub(super) fn patient(&self) -> Patient {
        let named = [&self.patient, &self.insured, &self.corrected];
        let numbered = [&self.corrected, &self.patient, &self.insured];
        let name = named.into_iter().flatten().map(|one| one.name.as_str()).find(|name| !name.is_empty());
        let member_id = numbered.into_iter().flatten().find_map(|one| one.member_id.clone());
        Patient { name: name.unwrap_or_default().to_owned(), member_id }
    }
}

/// The patients of a text, each once, in its order, with the positions of what is theirs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Patients {
    list: Vec<(Patient, Vec<usize>)>,
    places: Known<'static>,
}

impl Patients {
    /// Notes that what is at `position` is this patient's.
    pub(super) fn add(&mut self, patient: &Patient, position: usize) {
        let key = patient.key();
        match self.places.get(&key).and_then(|place| self.list.get_mut(place)) {
            Some((_, positions)) => positions.push(position),
            None => {
                self.places.put(key, self.list.len());
                self.list.push((patient.clone(), vec![position]));
            }
        }
    }

    /// Each patient with the positions of what is theirs.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&Patient, &[usize])> {
        self.list.iter().map(|(patient, positions)| (patient, positions.as_slice()))
    }
}
