//! Medicare's therapy codes for a code picker.

use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::{Profession, Therapist};
use crate::ground::env::Env;
use crate::ground::packed::{FromPacked, Out, Reader, Refusal, object, shape};
use crate::ground::procedure::HcpcsCode;

use super::{billed_by, disciplines, of_others, sentences};

shape! { struct Request { date: ServiceDate = "date", discipline: Profession = "discipline" } }

/// `therapyCodes` of the public contract: each code with a few words of our own and who bills it, ascending; with a day those of that day;
/// with a discipline its own confirmed codes first, what it is not known to bill last, and a sentence about what others bill.
///
/// # Errors
/// What the request got wrong, with its path.
#[cfg_attr(small, optimize(size))]
pub(crate) fn therapy_codes(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let Request { date, discipline } = if from.nothing() { Request::default() } else { Request::read(from)? };
    let mut listed = env.tables.all_therapy_codes();
    listed.retain(|row| date.is_none_or(|day| row.on(day).is_ok()));
    let own = discipline.map(|profession| Therapist::from(profession).discipline);
    if let Some(discipline) = own {
        listed.sort_by_key(|row| (!row.is_billed_by(discipline), !row.confirmed));
    }
    out.each(listed, |out, row| {
        let code = std::str::from_utf8(&row.code).unwrap_or_default();
        let bill = billed_by(env.tables, row).map_or([true; 3], |(_, bill)| bill);
        let others = own.and_then(|own| of_others(env.tables, HcpcsCode::read(&row.code)?, own)).map(sentences::of_others);
        object!(out, {
            "code" => out.str(code),
            "description" => out.str(&row.description),
            "disciplines" => out.each(disciplines(bill), |out, one| out.fixed(one.as_str())),
            "hint" => out.option(others.as_ref(), |out, others| env.say(out, others)),
        });
    });
    Ok(())
}
