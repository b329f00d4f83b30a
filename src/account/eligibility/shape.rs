//! An eligibility response's figures beside our own claims in a request, and what other providers used in an answer.

use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::ServiceType;
use crate::ground::env::Env;
use crate::ground::money::Money;
use crate::ground::packed::{FromPacked, Out, Reader, Refusal, needed, small_shape as shape, tokens as object};
use crate::visit::decision::shape::notices;
use crate::visit::policy::Policy;
use crate::visit::usage::UsageEntry;
use crate::visit::usage::shape::ReadFor;

use super::amounts::{AmountKind, EligibilityAmount};
use super::other_used::other_used;
use super::sentences;

shape! {
    struct AmountShape {
        service_type: ServiceType = "serviceType",
        kind: AmountKind = "kind",
        amount: Money = "amount",
        from: ServiceDate = "from",
        to: ServiceDate = "to",
        // Where it was read, and for whom; for people, and of no weight here.
        _segment: String = "segment",
        _patient: ReadFor = "patient",
    }
}

impl FromPacked for EligibilityAmount {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let shape = AmountShape::read(from)?;
        Ok(Self {
            service_type: needed(shape.service_type, "serviceType")?,
            kind: needed(shape.kind, "kind")?,
            amount: needed(shape.amount, "amount")?,
            from: shape.from,
            to: shape.to,
        })
    }
}

shape! {
    struct Request {
        date: ServiceDate = "date",
        as_of: ServiceDate = "asOf",
        amounts: Vec<EligibilityAmount> = "amounts",
        entries: Vec<UsageEntry> = "entries",
        elsewhere: Vec<UsageEntry> = "elsewhere",
        policy: Policy = "policy",
    }
}

/// `otherUsedFromEligibility` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path; `unknown-year` at `date` where a figure says what is left and no threshold is known.
#[cfg_attr(small, optimize(size))]
pub(crate) fn other_used_from_eligibility(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let Request { date, as_of, amounts, entries, elsewhere, policy } = Request::read(from)?;
    let (date, as_of) = (needed(date, "date")?, needed(as_of, "asOf")?);
    let (amounts, entries) = (needed(amounts, "amounts")?, needed(entries, "entries")?);
    let answer = other_used(env.tables, date, as_of, &amounts, entries, elsewhere, &policy.unwrap_or_default())
        .map_err(|error| error.in_field("date"))?;
    object!(out, {
        "used" => out.known_amounts(answer.used),
        "ours" => out.known_amounts(answer.ours),
        "otherUsed" => out.known_amounts(answer.other_used),
        "sums" => out.each(&answer.sums, |out, sum| object!(out, {
            "serviceType" => out.fixed(sum.service_type.as_str()),
            "stated" => out.option(sum.stated, Out::money),
            "threshold" => out.option(sum.threshold, Out::money),
            "usedHere" => out.money(sum.used_here),
            "pending" => out.money(sum.pending),
            "otherUsed" => out.money(sum.other_used),
            "remaining" => out.option(sum.threshold, |out, threshold| out.money(threshold.minus(sum.used_here).minus(sum.other_used))),
        })),
        "elsewhere" => out.each(&answer.elsewhere, |out, one| object!(out, {
            "serviceType" => out.fixed(one.service_type.as_str()),
            "counted" => out.fixed(one.counted.as_str()),
            "lines" => out.money(one.lines),
            "message" => env.say(out, &sentences::elsewhere(*one)),
        })),
        "asOf" => out.date(as_of),
        "notices" => notices(&answer.notices, env, out),
    });
    Ok(())
}
