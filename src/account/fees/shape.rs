//! A day's lines and the published fees in a request, and what is expected in an answer.

use crate::account::ids;
use crate::ground::calendar::ServiceDate;
use crate::ground::env::Env;
use crate::ground::error::{Error, ErrorCode};
use crate::ground::known::Known;
use crate::ground::money::Money;
use crate::ground::packed::{
    Checked, FromPacked, NotNegative, Out, Pairs, Reader, Refusal, needed, small_shape as shape, tokens as object, whole_units,
};
use crate::ground::procedure::{HcpcsCode, Modifier};

use super::{Fee, FeeLine, estimate};

shape! { struct FeeShape { full: Money = "full", reduced: Money = "reduced" } }

/// A fee before its amounts were looked at.
pub(crate) struct GivenFee {
    full: Money,
    reduced: Money,
}

impl FromPacked for GivenFee {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let FeeShape { full, reduced } = FeeShape::read(from)?;
        Ok(Self { full: needed(full, "full")?, reduced: needed(reduced, "reduced")? })
    }
}

/// The fees as published, by code; of one code the last counts.
///
/// # Errors
/// `money-invalid`, at `fees`, for a fee below zero or a reduced amount above the full one.
pub(crate) fn published(given: Pairs<HcpcsCode, GivenFee>) -> Result<Vec<(HcpcsCode, Fee)>, Error> {
    let fee = |(code, GivenFee { full, reduced }): (HcpcsCode, GivenFee)| {
        if reduced < Money::ZERO || full < reduced {
            let message = format!("the reduced amount {reduced} is not between zero and the full amount {full}");
            let help = "give the amounts as the fee schedule publishes them; they are equal where no reduction applies";
            let error = Error::new(ErrorCode::MoneyInvalid, message, help);
            return Err(error.in_field("reduced").in_field(code.as_str()).in_field("fees"));
        }
        Ok((code, Fee::published(full, reduced)))
    };
    given.0.into_iter().map(fee).collect()
}

shape! {
    struct LineShape {
        id: String = "id",
        code: HcpcsCode = "code",
        units: NotNegative = "units",
        // What a claim's line says beside; checked and left.
        _modifiers: Checked<Vec<Modifier>> = "modifiers",
        _date: ServiceDate = "date",
        charge: Money = "charge",
        _note: Checked<String> = "note",
    }
}

/// A line before its fee and its units were looked at.
struct GivenLine {
    id: String,
    code: HcpcsCode,
    units: NotNegative,
    charge: Option<Money>,
}

impl FromPacked for GivenLine {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let LineShape { id, code, units, charge, .. } = LineShape::read(from)?;
        Ok(Self { id: needed(id, "id")?, code: needed(code, "code")?, units: needed(units, "units")?, charge })
    }
}

shape! { struct Request { lines: Vec<GivenLine> = "lines", fees: Pairs<HcpcsCode, GivenFee> = "fees" } }

/// `estimateAllowed` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path: `duplicate-id` where two lines have one id, `money-invalid` for a fee below zero or a reduced
/// amount above the full one.
#[cfg_attr(small, optimize(size))]
pub(crate) fn estimate_allowed(from: &mut Reader<'_>, _: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let Request { lines, fees } = Request::read(from)?;
    let (given, fees) = (needed(lines, "lines")?, published(needed(fees, "fees")?)?);
    let mut known = Known::default();
    let mut lines = Vec::with_capacity(given.len());
    for (place, GivenLine { id, code, units, charge }) in given.into_iter().enumerate() {
        let at_line = |error: Error, name: &str| error.in_field(name).in_element(place).in_field("lines");
        let units = whole_units(units).map_err(|error| at_line(error, "units"))?;
        if !known.meet(id.clone()) {
            return Err(Box::new(at_line(ids::duplicate(&id), "id")));
        }
        let fee = fees.iter().rfind(|(own, _)| *own == code).map(|(_, fee)| *fee);
        lines.push(FeeLine { id, code, units, fee, charge });
    }
    let day = estimate(lines);
    object!(out, {
        "lines" => out.each(&day.lines, |out, line| object!(out, {
            "id" => out.str(&line.id),
            "allowed" => out.money(line.allowed),
            "basis" => out.fixed(line.basis.as_str()),
            "units" => out.each(line.units.iter().copied(), Out::money),
        })),
        "total" => out.money(day.total),
        "unpriced" => out.each(&day.unpriced, |out, code| out.str(code.as_str())),
    });
    Ok(())
}
