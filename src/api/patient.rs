//! Whose a read file is, beside the patient that is open.

use serde::{Deserialize, Serialize};

use super::read;
use super::scalars::Count;
use super::value::Value;
use crate::error::{Error, ErrorCode};
use crate::wording::{Wording, patient as sentences};
use crate::x12::patient::{Patient, Whose, whose};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct MatchRequest {
    patients: Vec<PatientRequest>,
    member_id: Option<String>,
    chosen: Option<Count>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PatientRequest {
    name: String,
    member_id: Option<String>,
    positions: Vec<Count>,
}

/// The answer of `matchPatient`.
#[derive(Debug, Serialize)]
pub struct MatchAnswer {
    whose: &'static str,
    positions: Vec<u64>,
    message: String,
}

/// Which positions of a read file are the open patient's: `matchPatient` of the package.
///
/// # Errors
/// What the request got wrong, with its path; `unknown-id` at `chosen` where the file has no such patient.
pub fn match_patient(request: Value, wording: &Wording) -> Result<MatchAnswer, Error> {
    let request: MatchRequest = read(request)?;
    let mut positions: Vec<Vec<u64>> = Vec::with_capacity(request.patients.len());
    let mut patients: Vec<Patient> = Vec::with_capacity(request.patients.len());
    for patient in request.patients {
        positions.push(patient.positions.into_iter().map(|position| position.0).collect());
        patients.push(Patient { name: patient.name, member_id: patient.member_id });
    }
    let positions_of = |places: &[usize]| {
        let mut taken: Vec<u64> = places.iter().filter_map(|place| positions.get(*place)).flatten().copied().collect();
        taken.sort_unstable();
        taken
    };
    let found = whose(&patients, request.member_id.as_deref());
    let chosen = request.chosen.map(|place| usize::try_from(place.0).unwrap_or(usize::MAX));
    if let (Some(place), Whose::Others) = (chosen, &found) {
        let patient = patients.get(place).ok_or_else(|| {
            let error = Error::new(ErrorCode::UnknownId, "the file has no such patient", "give the place of one of `patients`");
            error.in_field("chosen")
        })?;
        let message = wording.text(&sentences::chosen(&patient.name, patient.member_id.as_deref()));
        return Ok(MatchAnswer { whose: "chosen", positions: positions_of(&[place]), message });
    }
    Ok(match found {
        Whose::Nobody => MatchAnswer { whose: "nobody", positions: Vec::new(), message: wording.text(&sentences::NOBODY) },
        Whose::Others => MatchAnswer {
            whose: "others",
            positions: Vec::new(),
            message: wording.text(&sentences::none_theirs(request.member_id.as_deref())),
        },
        Whose::Theirs(places) => {
            let others = patients.len().saturating_sub(places.len());
            let (name, id) = places
                .first()
                .and_then(|place| patients.get(*place))
                .map(|patient| (patient.name.as_str(), patient.member_id.as_deref()))
                .unwrap_or_default();
            let message = if others == 0 { sentences::all_theirs(name, id) } else { sentences::some_theirs(name, id, others) };
            MatchAnswer { whose: "theirs", positions: positions_of(&places), message: wording.text(&message) }
        }
    })
}
