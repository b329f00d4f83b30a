//! Claims before they go out in a request, and what holds them in an answer.

use crate::account::ids;
use crate::account::stake::shape::{write as write_at_stake, write_rows};
use crate::account::stake::{Site, by_site};
use crate::ground::calendar::ServiceDate;
use crate::ground::claim_type::ClaimType;
use crate::ground::env::Env;
use crate::ground::error::{Error, ErrorCode, quoted};
use crate::ground::ids::repeated;
use crate::ground::money::Money;
use crate::ground::packed::{FromPacked, Out, Reader, Refusal, needed, small_shape as shape, tokens as object};
use crate::visit::attestation::shape::OfOnePatient;
use crate::visit::context::shape::{GivenLine, Preferences, Provider};
use crate::visit::context::{Context, Section, Setting};
use crate::visit::coverage::Coverage;
use crate::visit::decision::Facts;
use crate::visit::decision::shape::outcome;
use crate::visit::documentation::Documentation;
use crate::visit::policy::Policy;
use crate::visit::usage::{EntryStatus, Usage, UsageEntry};

use super::run::{Held, Run};
use super::{Batch, Claim, ClaimLine, Release, reasons, sentences};

shape! {
    struct ClaimShape {
        id: String = "id",
        kind: ClaimType = "type",
        lines: Vec<GivenLine> = "lines",
        clinic: String = "clinic",
        therapist: String = "therapist",
    }
}

struct GivenClaim {
    id: String,
    kind: Option<ClaimType>,
    lines: Vec<GivenLine>,
    site: Site,
}

impl FromPacked for GivenClaim {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let ClaimShape { id, kind, lines, clinic, therapist } = ClaimShape::read(from)?;
        Ok(Self { id: needed(id, "id")?, kind, lines: needed(lines, "lines")?, site: Site { clinic, therapist } })
    }
}

shape! { struct ReleaseShape { line: String = "line", by: String = "by", reason: String = "reason", codes: Vec<String> = "codes" } }

/// A word without a name or a reason is none.
fn said(words: Option<String>, name: &str) -> Result<String, Refusal> {
    let words = needed(words, name)?;
    match words.trim() {
        "" => Err(Box::new(Error::new(ErrorCode::MissingField, "the text is empty", "say who releases the line, and why").in_field(name))),
        trimmed => Ok(trimmed.to_owned()),
    }
}

impl FromPacked for Release {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let ReleaseShape { line, by, reason, codes } = ReleaseShape::read(from)?;
        if let Some((place, name)) = codes.iter().flatten().enumerate().find(|(_, name)| !reasons::is_code(name)) {
            let message = format!("{} is no code of a reason", quoted(name));
            let error = Error::new(ErrorCode::UnknownValue, message, "give the codes as `reasons` has them");
            return Err(Box::new(error.in_element(place).in_field("codes")));
        }
        Ok(Self { line: needed(line, "line")?, by: said(by, "by")?, reason: said(reason, "reason")?, codes })
    }
}

shape! {
    struct Request {
        claims: Vec<GivenClaim> = "claims",
        rendering_provider: Provider = "renderingProvider",
        coverage: Coverage = "coverage",
        preferences: Preferences = "preferences",
        usage: Usage = "usage",
        attestations: OfOnePatient = "attestations",
        documentation: Documentation = "documentation",
        policy: Policy = "policy",
        released: Vec<Release> = "released",
    }
}

/// A refusal at a line of a claim.
fn at_line(error: Error, (claim, line): Place) -> Refusal {
    Box::new(error.in_element(line).in_field("lines").in_element(claim).in_field("claims"))
}

/// Where a line stands: its claim, and its place there.
type Place = (usize, usize);

fn places(claims: &[GivenClaim]) -> impl Iterator<Item = (Place, &GivenLine)> {
    claims.iter().enumerate().flat_map(|(claim, one)| one.lines.iter().enumerate().map(move |(line, given)| ((claim, line), given)))
}

/// The day of each line, in the order given.
///
/// # Errors
/// `missing-field` for a line without a day, `date-invalid` for one of another calendar year than the first: its threshold is another.
fn dates(claims: &[GivenClaim]) -> Result<Vec<(Place, ServiceDate)>, Refusal> {
    let mut dates: Vec<(Place, ServiceDate)> = Vec::new();
    for (place, line) in places(claims) {
        let date = needed(line.date(), "date").map_err(|refusal| at_line(*refusal, place))?;
        if let Some((_, first)) = dates.first().filter(|(_, first)| first.year() != date.year()) {
            let message = format!("the line is of {date}, the first line of {first}");
            let error = Error::new(ErrorCode::DateInvalid, message, "ask about the claims of each calendar year by themselves");
            return Err(at_line(error.in_field("date"), place));
        }
        dates.push((place, date));
    }
    Ok(dates)
}

/// Two things with one id could not be told apart in the answer, and a word names its line alone.
///
/// # Errors
/// `duplicate-id`, at the claim's or the line's `id`; `unknown-id` for a word about a line that is not there.
fn refuse_ids(batch: &Batch, days: &[(Place, ServiceDate)]) -> Result<(), Refusal> {
    ids::distinct(batch.claims.iter().map(|claim| claim.id.as_str())).map_err(|refusal| Box::new(refusal.in_field("claims")))?;
    let ids = || batch.lines().map(|(_, line)| line.id());
    if let Some((position, id)) = repeated(ids().map(Some)) {
        let place = days.get(position).map_or((0, 0), |(place, _)| *place);
        return Err(at_line(ids::duplicate(id).in_field("id"), place));
    }
    if let Some((place, word)) = batch.released.iter().enumerate().find(|(_, word)| ids().all(|id| id != word.line)) {
        let message = format!("no line has the id {}", quoted(&word.line));
        let error = Error::new(ErrorCode::UnknownId, message, "give the id of a line of these claims");
        return Err(Box::new(error.in_field("line").in_element(place).in_field("released")));
    }
    Ok(())
}

/// The lines on their days.
fn claims_on(days: &mut Vec<Context>, claims: Vec<GivenClaim>, dates: &[(Place, ServiceDate)]) -> Result<Vec<Claim>, Refusal> {
    let mut dates = dates.iter();
    let mut read = Vec::new();
    for GivenClaim { id, kind, lines, site } in claims {
        let mut own = Vec::new();
        for (given, (place, date)) in lines.into_iter().zip(&mut dates) {
            let day = days.iter().position(|known| known.date == *date).unwrap_or(days.len());
            if day == days.len()
                && let Some(first) = days.first()
            {
                days.push(Context { date: *date, ..first.clone() });
            }
            let Some(context) = days.get(day) else { continue };
            let line = given.on(context).map_err(|refusal| at_line(*refusal, *place))?;
            needed(line.line.id.as_ref(), "id").map_err(|refusal| at_line(*refusal, *place))?;
            own.push(ClaimLine { day, line });
        }
        read.push(Claim { id, kind, lines: own, site });
    }
    Ok(read)
}

/// `holdClaims` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path; `unknown-year` at the first line's date where benefits apply and its year has no amount.
#[cfg_attr(small, optimize(size))]
pub(crate) fn hold_claims(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let request = Request::read(from)?;
    let (claims, coverage) = (needed(request.claims, "claims")?, needed(request.coverage, "coverage")?);
    let dates = dates(&claims)?;
    let (mut days, mut buckets) = (Vec::new(), None);
    if let Some((place, date)) = dates.first() {
        let therapist = request.rendering_provider.and_then(|provider| provider.0);
        let mut first = Context {
            date: *date,
            setting: Setting { section: Section::default(), done: false, therapist },
            coverage,
            auto_apply_kx: request.preferences.and_then(|preferences| preferences.auto_apply_kx).unwrap_or(false),
            usage: request.usage,
            attestations: request.attestations.map(|events| events.0).unwrap_or_default(),
            policy: request.policy.unwrap_or_default(),
            documentation: request.documentation,
        };
        if let Some(entries) = first.usage.as_mut().and_then(|usage| usage.entries.as_mut()) {
            let is_asked = |entry: &UsageEntry| claims.iter().any(|claim| entry.claim.as_ref() == Some(&claim.id));
            // What is on its way for these claims is these lines.
            entries.retain(|entry| entry.status != EntryStatus::Pending || !is_asked(entry));
        }
        buckets = first.buckets(env.tables).map_err(|error| at_line(error.in_field("date"), *place))?;
        if let Some(entries) = first.usage.as_mut().and_then(|usage| usage.entries.as_mut()) {
            // They are in the buckets now, and each day would get a copy of them.
            entries.clear();
        }
        days.push(first);
    }
    let claims = claims_on(&mut days, claims, &dates)?;
    let batch = Batch { days, claims, released: request.released.unwrap_or_default() };
    refuse_ids(&batch, &dates)?;

    let run = Run::new(env.tables, &batch, buckets);
    let (mut first, mut waiting, mut amount, mut stakes) = (0_usize, 0_usize, Money::ZERO, Vec::new());
    object!(out, {
        "claims" => out.each(&batch.claims, |out, claim| {
            let held = Held::new(claim, first, &run, &batch.released);
            write(claim, first, &run, &held, env, out);
            first = first.saturating_add(claim.lines.len());
            stakes.push((&claim.site, held.at_stake()));
            if held.is_held() {
                waiting = waiting.saturating_add(1);
                amount = amount.plus(held.amount);
            }
        }),
        "atStake" => write_rows(&by_site(stakes.into_iter()), out),
        "summary" => env.say(out, &sentences::summary(waiting, batch.claims.len(), amount)),
    });
    Ok(())
}

fn write(claim: &Claim, first: usize, run: &Run<'_>, held: &Held<'_>, env: &Env<'_>, out: &mut Out) {
    object!(out, {
        "id" => out.str(&claim.id),
        "status" => out.fixed(if held.is_held() { "hold" } else { "release" }),
        "amount" => out.money(held.amount),
        "lines" => out.each((first..).zip(&claim.lines).zip(&held.lines), |out, ((place, line), is_held)| object!(out, {
            "id" => out.str(line.id()),
            "outcome" => out.option(run.at(place), |out, facts| outcome(facts, out)),
            "therapy" => out.bool(run.at(place).is_some_and(Facts::is_medicare_therapy)),
            "held" => out.bool(*is_held),
        })),
        "reasons" => out.each(&held.reasons, |out, reason| object!(out, {
            "line" => out.option(reason.line, |out, line| out.str(line.id())),
            "code" => out.fixed(reason.code.as_str()),
            "severity" => out.fixed(reason.code.severity().as_str()),
            "who" => out.fixed(reason.who.as_str()),
            "message" => env.say(out, &reason.message),
            "nextStep" => env.say(out, &reason.next_step),
            "answers" => out.each(reason.answers, |out, answer| out.fixed(answer.as_str())),
            "released" => out.option(reason.released, |out, word| object!(out, {
                "by" => out.str(&word.by),
                "reason" => out.str(&word.reason),
            })),
        })),
        "atStake" => write_at_stake(&held.at_stake(), out),
        "clinic" => out.option(claim.site.clinic.as_deref(), Out::str),
        "therapist" => out.option(claim.site.therapist.as_deref(), Out::str),
    });
}
