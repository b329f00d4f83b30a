//! Billed lines in a request, and the audit in an answer.

use crate::account::ids;
use crate::ground::calendar::{CalendarYear, ServiceDate};
use crate::ground::discipline::{PerServiceType, ServiceType};
use crate::ground::env::Env;
use crate::ground::money::Money;
use crate::ground::packed::{Checked, FromPacked, NotNegative, Out, Pairs, Reader, Refusal, needed, object, shape};
use crate::ground::procedure::{HcpcsCode, Modifier};
use crate::visit::context::{DeclineReason, declined};
use crate::visit::decision::shape::notices;
use crate::visit::policy::Policy;
use crate::visit::usage::EntryStatus;

use super::lines::{AuditLine, AuditedLine};
use super::run::audit as audit_lines;
use super::sentences;

shape! {
    struct LineShape {
        id: String = "id",
        date: ServiceDate = "date",
        code: HcpcsCode = "code",
        modifiers: Vec<Modifier> = "modifiers",
        // No rule of the audit asks for units, charges or notes; they are checked and left.
        _units: NotNegative = "units",
        allowed: Money = "allowed",
        kx_declined: String = "kxDeclined",
        declined_because: DeclineReason = "kxDeclinedBecause",
        service_type: ServiceType = "serviceType",
        status: EntryStatus = "status",
        posted: ServiceDate = "posted",
        claim: String = "claim",
        _charge: Money = "charge",
        _note: Checked<String> = "note",
        beneficiary: String = "beneficiary",
    }
}

/// How many of the fields a line has that is one beneficiary's by where it stands.
const OF_ONE_BENEFICIARY: usize = 14;

impl LineShape {
    fn read_fields(from: &mut Reader<'_>, names: &[&str]) -> Result<Self, Refusal> {
        let mut shape = Self::default();
        from.object(names, &mut |place, from| {
            if place == names.len() {
                shape = Self::default();
                return Ok(());
            }
            shape.take(place, from)
        })?;
        Ok(shape)
    }

    fn into_line(self) -> Result<AuditLine, Refusal> {
        Ok(AuditLine {
            id: needed(self.id, "id")?,
            date: needed(self.date, "date")?,
            code: needed(self.code, "code")?,
            modifiers: self.modifiers.unwrap_or_default(),
            allowed: needed(self.allowed, "allowed")?,
            service_type: self.service_type,
            status: self.status.unwrap_or_default(),
            posted: self.posted,
            claim: self.claim,
            kx_declined: declined(self.kx_declined, self.declined_because),
            declined_because: self.declined_because,
        })
    }
}

impl FromPacked for AuditLine {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        LineShape::read_fields(from, LineShape::NAMES.get(..OF_ONE_BENEFICIARY).unwrap_or_default())?.into_line()
    }
}

/// A line among those of many, which says whose it is.
pub(crate) struct LineOfMany {
    pub(crate) beneficiary: String,
    pub(crate) line: AuditLine,
}

impl FromPacked for LineOfMany {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let mut shape = LineShape::read(from)?;
        Ok(Self { beneficiary: needed(shape.beneficiary.take(), "beneficiary")?, line: shape.into_line()? })
    }
}

/// Two lines with one id could not be told apart in the answer.
///
/// # Errors
/// `duplicate-id`, at the `id` of the line.
pub(crate) fn refuse_double_ids(lines: &[AuditLine]) -> Result<(), Refusal> {
    ids::distinct(lines.iter().map(|line| line.id.as_str()))
}

shape! {
    struct Request {
        lines: Vec<AuditLine> = "lines",
        other_used: Pairs<CalendarYear, PerServiceType<Option<Money>>> = "otherUsed",
        policy: Policy = "policy",
    }
}

/// `audit` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path; `duplicate-id` where two lines have one id.
pub(crate) fn audit(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let Request { lines, other_used, policy } = Request::read(from)?;
    let lines = needed(lines, "lines")?;
    refuse_double_ids(&lines).map_err(|refusal| Box::new(refusal.in_field("lines")))?;
    let answer = audit_lines(env.tables, &lines, &other_used.unwrap_or_default().0, &policy.unwrap_or_default());
    let findings = answer.lines.iter().flat_map(|one| one.findings.iter().map(move |finding| (one, finding)));
    object!(out, {
        "lines" => out.each(&answer.lines, |out, one| object!(out, {
            "id" => out.str(&one.line.id),
            "serviceType" => out.option(one.service_type, |out, bucket| out.fixed(bucket.as_str())),
            "before" => out.option(one.before, Out::money),
            "after" => out.option(one.after, Out::money),
            "standing" => out.option(one.standing, |out, standing| out.fixed(standing.as_str())),
            "kx" => out.fixed(one.kx.as_str()),
        })),
        "findings" => out.each(findings, |out, (one, finding)| object!(out, {
            "id" => out.str(&one.line.id),
            "code" => out.fixed(finding.code.as_str()),
            "severity" => out.fixed(finding.severity(one.is_uncertain()).as_str()),
            "message" => env.say(out, &finding.message),
        })),
        "totals" => out.each(&answer.totals, |out, total| object!(out, {
            "year" => out.integer(total.year.number().into()),
            "serviceType" => out.fixed(total.service_type.as_str()),
            "allowed" => out.money(total.allowed),
            "withKx" => out.money(total.with_kx),
            "threshold" => out.money(total.threshold),
            "remaining" => out.money(total.remaining),
            "reachedOn" => out.option(total.reached.map(|reached| reached.on), Out::date),
            "reachedAt" => out.option(total.reached.map(|reached| reached.at), Out::date),
            "reachedNote" => out.option(total.reached.filter(|reached| reached.by_others), |out, _| env.say(out, &sentences::others(total.others))),
        })),
    });
    Ok(())
}

/// A line in the answer of `auditNdjson`: it has its findings with it.
pub(crate) fn write_of(beneficiary: &str, one: &AuditedLine<'_>, env: &Env<'_>, out: &mut Out) {
    object!(out, {
        "beneficiary" => out.str(beneficiary),
        "id" => out.str(&one.line.id),
        "serviceType" => out.option(one.service_type, |out, bucket| out.fixed(bucket.as_str())),
        "before" => out.option(one.before, Out::money),
        "after" => out.option(one.after, Out::money),
        "standing" => out.option(one.standing, |out, standing| out.fixed(standing.as_str())),
        "kx" => out.fixed(one.kx.as_str()),
        "findings" => notices(&one.findings, env, out),
    });
}
