//! The patients of a read file in a request, and which of them is open.

use crate::claims::x12::patients::Patient;
use crate::ground::env::Env;
use crate::ground::order::in_order;
use crate::ground::packed::{Count, FromPacked, Out, Reader, Refusal, needed, small_shape as shape, tokens as object};

use super::{sentences, whose};

shape! {
    struct PatientShape {
        name: String = "name",
        member_id: String = "memberId",
        positions: Vec<Count> = "positions",
    }
}

/// A patient, and the positions of what is theirs.
struct OfFile(Patient, Vec<Count>);

impl FromPacked for OfFile {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let PatientShape { name, member_id, positions } = PatientShape::read(from)?;
        Ok(Self(Patient { name: needed(name, "name")?, member_id }, needed(positions, "positions")?))
    }
}

shape! {
    struct Request {
        patients: Vec<OfFile> = "patients",
        member_id: String = "memberId",
        chosen: Count = "chosen",
    }
}

/// `matchPatient` of the public contract: which positions of a read file are the open patient's.
///
/// # Errors
/// What the request got wrong, with its path; `unknown-id` at `chosen` where the file has no such patient.
#[cfg_attr(small, optimize(size))]
pub(crate) fn match_patient(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let Request { patients, member_id, chosen } = Request::read(from)?;
    let (patients, positions): (Vec<Patient>, Vec<Vec<Count>>) =
        needed(patients, "patients")?.into_iter().map(|OfFile(patient, positions)| (patient, positions)).unzip();
    let chosen = chosen.map(|place| usize::try_from(place.0).unwrap_or(usize::MAX));
    let found = whose(&patients, member_id.as_deref(), chosen).map_err(|error| error.in_field("chosen"))?;
    let theirs: Vec<u64> = found.places.iter().filter_map(|place| positions.get(*place)).flatten().map(|position| position.0).collect();
    let theirs = in_order(theirs, |position| *position);
    object!(out, {
        "whose" => out.fixed(found.whose.as_str()),
        "positions" => out.each(theirs, Out::integer),
        "message" => env.say(out, &sentences::whose(&found, &patients, member_id.as_deref())),
    });
    Ok(())
}
