//! What Medicare allows for a line, and whether the line was denied.

use crate::claims::x12::reasons;
use crate::claims::x12::values::money;
use crate::ground::money::Money;
use crate::ground::sentence::Sentence;

use super::adjustments::Adjustments;
use super::claim::Claim;
use super::line::Line;

/// What is allowed, and whether the line was denied. What the file states goes before what can be concluded: a denial before an amount, and
/// an amount before the payment and the adjustments.
pub(super) fn allowed(line: &Line<'_>, claim: &Claim<'_>, adjustments: &Adjustments) -> Result<(Money, bool), Sentence> {
    if claim.status() == "4" {
        return Ok((Money::ZERO, true));
    }
    let paid = paid_in_all(line, claim);
    let stated = if adjustments.are_none() { claim.adjustments.say_benefit_maximum() } else { adjustments.say_benefit_maximum() };
    if stated.is_some() && paid.clone()? == Money::ZERO {
        return Ok((Money::ZERO, true));
    }
    // Where the line's own adjustments explain its payment, those of the claim are other lines'.
    let explained = line.balances(&line.adjustments) == Ok(true);
    let all = if explained { adjustments.clone() } else { claim.adjustments.with(&line.adjustments) };
    let is_denied = || paid == Ok(Money::ZERO) && !all.is_bad && all.leave_it_denied();
    if line.states_two_amounts {
        return Err(reasons::ALLOWED_TWICE);
    }
    if let Some(text) = line.allowed {
        let allowed = money(text).ok_or(reasons::BAD_ALLOWED)?;
        return Ok((allowed, allowed == Money::ZERO && is_denied()));
    }
    if is_denied() {
        return Ok((Money::ZERO, true));
    }
    Ok((computed(line, claim, adjustments)?, false))
}

/// What was paid of the line. Where adjustments of the claim come off it too, that is what was paid of the claim.
fn paid_in_all(line: &Line<'_>, claim: &Claim<'_>) -> Result<Money, Sentence> {
    if claim.has_one_line() && !claim.adjustments.are_none() { claim.paid() } else { line.paid() }
}

/// The charge less what is taken off it, where the line and its claim balance.
fn computed(line: &Line<'_>, claim: &Claim<'_>, adjustments: &Adjustments) -> Result<Money, Sentence> {
    if adjustments.is_bad || claim.adjustments.is_bad {
        return Err(reasons::BAD_ADJUSTMENT);
    }
    let is_only = claim.has_one_line();
    if !is_only && !claim.adjustments.are_none() {
        return Err(reasons::CLAIM_ADJUSTED);
    }
    // Another line of the claim, which was lost on the way, may be what was adjusted.
    if is_only && !claim.adjustments.are_none() && line.charge()? != claim.charge()? {
        return Err(reasons::UNBALANCED_CLAIM);
    }
    // Payers write what the only line of a claim was paid with or without the claim's adjustments.
    let balances = line.balances(&line.adjustments)? || (is_only && line.balances(adjustments)?);
    if !balances {
        return Err(reasons::UNBALANCED_LINE);
    }
    claim.balances()?;
    adjustments.allowed_of(line.charge()?)
}
