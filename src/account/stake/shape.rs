//! What is at stake in a request, and its sums in an answer.

use crate::ground::env::Env;
use crate::ground::money::Money;
use crate::ground::packed::{FromPacked, Out, Reader, Refusal, needed, small_shape as shape, tokens as object};

use super::{AtStake, Site, by_site, summary, total};

shape! { struct AtStakeShape { on_hold: Money = "onHold", denied: Money = "denied", at_risk: Money = "atRisk" } }

impl FromPacked for AtStake {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let AtStakeShape { on_hold, denied, at_risk } = AtStakeShape::read(from)?;
        Ok(Self { on_hold: needed(on_hold, "onHold")?, denied: needed(denied, "denied")?, at_risk: needed(at_risk, "atRisk")? })
    }
}

/// `AtStake` of the public contract.
#[cfg_attr(small, optimize(size))]
pub(crate) fn write(at_stake: &AtStake, out: &mut Out) {
    object!(out, {
        "onHold" => out.money(at_stake.on_hold),
        "denied" => out.money(at_stake.denied),
        "atRisk" => out.money(at_stake.at_risk),
    });
}

/// A row for each place.
#[cfg_attr(small, optimize(size))]
pub(crate) fn write_rows(rows: &[(&Site, AtStake)], out: &mut Out) {
    out.each(rows, |out, (place, at_stake)| {
        object!(out, {
            "clinic" => out.option(place.clinic.as_deref(), Out::str),
            "therapist" => out.option(place.therapist.as_deref(), Out::str),
            "onHold" => out.money(at_stake.on_hold),
            "denied" => out.money(at_stake.denied),
            "atRisk" => out.money(at_stake.at_risk),
        })
    });
}

shape! { struct RowShape { clinic: String = "clinic", therapist: String = "therapist", at_stake: AtStake = "atStake" } }

struct Row(Site, AtStake);

impl FromPacked for Row {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let RowShape { clinic, therapist, at_stake } = RowShape::read(from)?;
        Ok(Self(Site { clinic, therapist }, needed(at_stake, "atStake")?))
    }
}

shape! { struct Request { rows: Vec<Row> = "rows" } }

/// `totalAtStake` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path.
#[cfg_attr(small, optimize(size))]
pub(crate) fn total_at_stake(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let given = needed(Request::read(from)?.rows, "rows")?;
    let rows = by_site(given.iter().map(|Row(place, at_stake)| (place, *at_stake)));
    let sum = total(&rows);
    object!(out, {
        "rows" => write_rows(&rows, out),
        "total" => write(&sum, out),
        "summary" => env.say(out, &summary(sum)),
    });
    Ok(())
}
