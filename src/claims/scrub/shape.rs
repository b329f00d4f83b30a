//! Claims before they go out in a request, as `readClaim837` gives them, and what is said of their lines.

use crate::account::audit::AuditLine;
use crate::account::audit::shape::refuse_double_ids;
use crate::account::fees::shape::{GivenFee, published};
use crate::ground::calendar::{CalendarYear, ServiceDate};
use crate::ground::discipline::PerServiceType;
use crate::ground::env::Env;
use crate::ground::money::Money;
use crate::ground::packed::{
    Checked, FromPacked, NotNegative, Out, Pairs, Reader, Refusal, needed, small_shape as shape, tokens as object, whole_units,
};
use crate::ground::procedure::{HcpcsCode, Modifier};
use crate::visit::decision::Severity;
use crate::visit::decision::shape::notices;
use crate::visit::policy::Policy;
use crate::visit::usage::shape::ReadFor;

use super::lines::{ClaimLine, ScrubbedLine, YearSoFar};
use super::run::scrub;
use super::sentences;

/// An 837 that voids an earlier claim.
const VOID: &str = "8";

shape! {
    struct LineShape {
        id: String = "id",
        date: ServiceDate = "date",
        code: HcpcsCode = "code",
        modifiers: Vec<Modifier> = "modifiers",
        charge: Money = "charge",
        units: NotNegative = "units",
        _note: Checked<String> = "note",
    }
}

/// A line before its claim is known.
struct GivenLine {
    id: String,
    date: Option<ServiceDate>,
    code: HcpcsCode,
    modifiers: Vec<Modifier>,
    charge: Option<Money>,
    units: NotNegative,
}

impl FromPacked for GivenLine {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let LineShape { id, date, code, modifiers, charge, units, .. } = LineShape::read(from)?;
        Ok(Self {
            id: needed(id, "id")?,
            date,
            code: needed(code, "code")?,
            modifiers: modifiers.unwrap_or_default(),
            charge,
            units: needed(units, "units")?,
        })
    }
}

shape! {
    // What no finding asks for is read and left.
    struct ClaimShape {
        id: String = "id",
        _type: Checked<String> = "type",
        frequency: String = "frequency",
        _payer: Checked<String> = "payer",
        _patient: ReadFor = "patient",
        medicare: bool = "medicare",
        lines: Vec<GivenLine> = "lines",
    }
}

/// The lines of one claim.
struct OfClaim(Vec<ClaimLine>);

impl FromPacked for OfClaim {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let ClaimShape { id, frequency, medicare, lines, .. } = ClaimShape::read(from)?;
        let (claim, medicare) = (needed(id, "id")?, needed(medicare, "medicare")?);
        let void = frequency.as_deref() == Some(VOID);
        let line = |GivenLine { id, date, code, modifiers, charge, units }| {
            let units = whole_units(units).ok();
            ClaimLine { claim: claim.clone(), id, date, code, modifiers, charge, units, medicare, void }
        };
        Ok(Self(needed(lines, "lines")?.into_iter().map(line).collect()))
    }
}

shape! {
    struct Request {
        claims: Vec<OfClaim> = "claims",
        billed: Vec<AuditLine> = "billed",
        other_used: Pairs<CalendarYear, PerServiceType<Option<Money>>> = "otherUsed",
        fees: Pairs<HcpcsCode, GivenFee> = "fees",
        policy: Policy = "policy",
    }
}

/// `scrubClaims` of the public contract: each therapy line of one patient's claims before they go out.
///
/// # Errors
/// What the request got wrong, with its path.
#[cfg_attr(small, optimize(size))]
pub(crate) fn scrub_claims(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let Request { claims, billed, other_used, fees, policy } = Request::read(from)?;
    let lines: Vec<ClaimLine> = needed(claims, "claims")?.into_iter().flat_map(|OfClaim(lines)| lines).collect();
    let fees = published(fees.unwrap_or_default())?;
    // A year with nothing in it is a known one.
    let is_known = billed.is_some() || other_used.is_some();
    let year = is_known.then(|| YearSoFar { billed: billed.unwrap_or_default(), other_used: other_used.unwrap_or_default().0 });
    if let Some(year) = &year {
        refuse_double_ids(&year.billed).map_err(|refusal| Box::new(refusal.in_field("billed")))?;
    }
    let scrubbed = scrub(env.tables, &lines, year.as_ref(), &fees, &policy.unwrap_or_default());
    let [errors, warnings, notes, clean] =
        [Some(Severity::Error), Some(Severity::Warning), Some(Severity::Info), None].map(|gravest| scrubbed.count(gravest));
    object!(out, {
        "lines" => out.each(&scrubbed.lines, |out, one| line(one, env, out)),
        "notices" => notices(&scrubbed.notices, env, out),
        "summary" => env.say(out, &sentences::summary(errors, warnings, notes, clean)),
    });
    Ok(())
}

fn line(one: &ScrubbedLine<'_>, env: &Env<'_>, out: &mut Out) {
    let line = one.line;
    object!(out, {
        "claim" => out.str(&line.claim),
        "id" => out.str(&line.id),
        "date" => out.option(line.date, Out::date),
        "code" => out.str(line.code.as_str()),
        "modifiers" => out.modifiers(line.modifiers.iter().copied()),
        "serviceType" => out.option(one.service_type, |out, bucket| out.fixed(bucket.as_str())),
        "allowed" => out.option(one.allowed, Out::money),
        "before" => out.option(one.before, Out::money),
        "kx" => out.fixed(one.kx.as_str()),
        "findings" => notices(&one.findings, env, out),
    });
}
