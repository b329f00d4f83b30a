//! Denied lines in a request, and what can be done about each in an answer.

use crate::account::audit::shape::refuse_double_ids;
use crate::account::audit::{AuditLine, audit};
use crate::account::ids;
use crate::ground::calendar::{CalendarYear, ServiceDate};
use crate::ground::claim_type::ClaimType;
use crate::ground::discipline::{PerServiceType, ServiceType};
use crate::ground::env::Env;
use crate::ground::error::{Error, ErrorCode, quoted};
use crate::ground::money::Money;
use crate::ground::packed::{Checked, FromPacked, Out, Pairs, Reader, Refusal, needed, small_shape as shape, tokens as object};
use crate::ground::procedure::{HcpcsCode, Modifier};
use crate::visit::policy::Policy;
use crate::visit::usage::shape::EntryProgram;
use crate::visit::usage::{AllowedFrom, EntryStatus};

use super::account::lines;
use super::denial::{Account, Denial, Entry};
use super::run::rework;
use super::{letter, sentences};

shape! { struct PatientShape { name: String = "name", member_id: String = "memberId" } }

shape! {
    struct EntryShape {
        id: String = "id",
        date: ServiceDate = "date",
        service_type: ServiceType = "serviceType",
        // A denied line takes nothing from a threshold; what a remittance says beside is checked and left.
        allowed: Checked<Money> = "allowed",
        _status: EntryStatus = "status",
        program: EntryProgram = "program",
        posted: ServiceDate = "posted",
        code: HcpcsCode = "code",
        modifiers: Vec<Modifier> = "modifiers",
        claim: String = "claim",
        denied: bool = "denied",
        _allowed_from: AllowedFrom = "allowedFrom",
        reasons: Vec<String> = "reasons",
        patient: PatientShape = "patient",
        expected: Money = "expected",
    }
}

/// How many of the fields an entry has that is not among what waits: of those a host may say what was expected.
const OF_A_REMITTANCE: usize = 14;

impl EntryShape {
    #[cfg_attr(small, optimize(size))]
    fn read_fields(from: &mut Reader<'_>, names: &[&str]) -> Result<Entry, Refusal> {
        let mut shape = Self::default();
        from.object(names, &mut |place, from| {
            if place == names.len() {
                shape = Self::default();
                return Ok(());
            }
            shape.take(place, from)
        })?;
        needed(shape.allowed, "allowed")?;
        Ok(Entry {
            id: needed(shape.id, "id")?,
            date: needed(shape.date, "date")?,
            service_type: needed(shape.service_type, "serviceType")?,
            posted: shape.posted,
            code: needed(shape.code, "code")?,
            modifiers: needed(shape.modifiers, "modifiers")?,
            claim: needed(shape.claim, "claim")?,
            denied: needed(shape.denied, "denied")?,
            is_answered: false,
            reasons: needed(shape.reasons, "reasons")?,
            is_advantage: shape.program == Some(EntryProgram::Advantage),
            patient: match shape.patient {
                Some(PatientShape { name, member_id }) => {
                    Some((needed(name, "name").map_err(|refusal| Box::new(refusal.in_field("patient")))?, member_id))
                }
                None => None,
            },
            expected: shape.expected,
        })
    }
}

/// An entry of a remittance, as it was read.
struct Read(Entry);

impl FromPacked for Read {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        EntryShape::read_fields(from, EntryShape::NAMES.get(..OF_A_REMITTANCE).unwrap_or_default()).map(Self)
    }
}

/// An entry that waits to be reworked, with what was expected of it.
impl FromPacked for Entry {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        EntryShape::read_fields(from, EntryShape::NAMES)
    }
}

/// The entries, each with whether a later one answers it. Two with one id could not be told apart in the answer.
///
/// # Errors
/// `duplicate-id`, at `denied`.
#[cfg_attr(small, optimize(size))]
pub(crate) fn told_apart(mut denied: Vec<Entry>) -> Result<Vec<Entry>, Refusal> {
    ids::distinct(denied.iter().map(|entry| entry.id.as_str())).map_err(|refusal| Box::new(refusal.in_field("denied")))?;
    let answered: Vec<bool> = denied.iter().map(|entry| entry.denied && denied.iter().any(|later| entry.is_answered_by(later))).collect();
    for (entry, is_answered) in denied.iter_mut().zip(answered) {
        entry.is_answered = is_answered;
    }
    Ok(denied)
}

/// A clinician's answer is about a denied line.
///
/// # Errors
/// `unknown-id`, at `field`.
#[cfg_attr(small, optimize(size))]
pub(crate) fn refuse_unknown(answered: &[String], denied: &[Entry], field: &'static str) -> Result<(), Refusal> {
    let is_denied = |id: &String| denied.iter().any(|entry| entry.denied && entry.id == *id);
    let Some((place, id)) = answered.iter().enumerate().find(|(_, id)| !is_denied(id)) else { return Ok(()) };
    let message = format!("no denied line has the id {}", quoted(id));
    let error = Error::new(ErrorCode::UnknownId, message, "give the ids of denied lines that a clinician answered for");
    Err(Box::new(error.in_element(place).in_field(field)))
}

/// A refusal at the day of an entry.
#[cfg_attr(small, optimize(size))]
pub(crate) fn at_entry((place, error): (usize, Error)) -> Refusal {
    Box::new(error.in_field("date").in_element(place).in_field("denied"))
}

shape! {
    struct Request {
        denied: Vec<Read> = "denied",
        billed: Vec<AuditLine> = "billed",
        other_used: Pairs<CalendarYear, PerServiceType<Option<Money>>> = "otherUsed",
        claim_type: ClaimType = "type",
        decided: ServiceDate = "decided",
        attested: Vec<String> = "attested",
        left_off: Vec<String> = "leftOff",
        date: ServiceDate = "date",
        policy: Policy = "policy",
    }
}

/// `reworkDenials` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path: `duplicate-id` where two entries or two billed lines have one id, `unknown-id` for a line that
/// was attested to and is not denied, `unknown-year` where only a balance can tell.
#[cfg_attr(small, optimize(size))]
pub(crate) fn rework_denials(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let request = Request::read(from)?;
    let denied = needed(request.denied, "denied")?.into_iter().map(|read| read.0).collect();
    let account = Account {
        billed: needed(request.billed, "billed")?,
        other_used: request.other_used.unwrap_or_default().0,
        claim_type: request.claim_type.unwrap_or_default(),
        decided: request.decided,
        attested: request.attested.unwrap_or_default(),
        left_off: request.left_off.unwrap_or_default(),
        date: request.date,
        policy: request.policy.unwrap_or_default(),
    };
    let denied = told_apart(denied)?;
    refuse_double_ids(&account.billed).map_err(|refusal| Box::new(refusal.in_field("billed")))?;
    refuse_unknown(&account.attested, &denied, "attested")?;
    refuse_unknown(&account.left_off, &denied, "leftOff")?;
    let (lines, places) = lines(&denied, &account);
    let audited = audit(env.tables, &lines, &account.other_used, &account.policy).lines;
    let denials = rework(env.tables, &denied, &account, &places, &audited).map_err(at_entry)?;
    object!(out, { "denials" => out.each(&denials, |out, denial| write(denial, &account, env, out)) });
    Ok(())
}

#[cfg_attr(small, optimize(size))]
fn write(denial: &Denial<'_>, account: &Account, env: &Env<'_>, out: &mut Out) {
    object!(out, {
        "id" => out.str(&denial.entry.id),
        "claim" => out.str(&denial.entry.claim),
        "code" => out.str(denial.entry.code.as_str()),
        "verdict" => out.fixed(denial.verdict.as_str()),
        "remaining" => out.option(denial.remaining, Out::money),
        "channel" => out.option(denial.channel, |out, channel| out.fixed(channel.as_str())),
        "lastDay" => out.option(denial.last_day, Out::date),
        "appealBy" => out.option(denial.appeal_by, Out::date),
        "message" => env.say(out, &sentences::message(denial)),
        "nextStep" => env.say(out, &sentences::next_step(denial)),
        "text" => out.option(letter::lines(denial, account), |out, lines| {
            let said: Vec<String> = lines.iter().map(|line| env.said(line)).collect();
            out.str(&said.join("\n"));
        }),
    });
}
