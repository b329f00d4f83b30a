//! The lines of one patient's claims, run behind what was billed before.

use crate::account::audit::{AuditLine, AuditedLine, KxVerdict, audit, gravest_first, in_given_order};
use crate::account::fees::Fee;
use crate::ground::calendar::ServiceDate;
use crate::ground::money::Money;
use crate::ground::procedure::HcpcsCode;
use crate::ground::tables::Tables;
use crate::visit::decision::{Notice, NoticeCode, Severity};
use crate::visit::policy::Policy;
use crate::visit::usage::EntryStatus;

use super::expected::expected;
use super::lines::{ClaimLine, ScrubbedLine, YearSoFar};
use super::sentences;

/// Findings of an audit that rest on what the patient has used.
const BY_USAGE: [NoticeCode; 3] = [NoticeCode::MissingKx, NoticeCode::EarlyKx, NoticeCode::CrossingWithoutKx];

/// Claims after the scrub.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scrub<'l> {
    /// The lines in the order given.
    pub lines: Vec<ScrubbedLine<'l>>,
    /// What concerns all of them.
    pub notices: Vec<Notice>,
}

impl Scrub<'_> {
    /// How many lines have this as their gravest finding; `None` counts the clean ones.
    pub(crate) fn count(&self, gravest: Option<Severity>) -> usize {
        self.lines.iter().filter(|line| line.findings.first().map(|finding| finding.code.severity()) == gravest).count()
    }
}

/// Looks at the lines of one patient's claims, in their order. They run behind what was billed on other claims, by date of service, with
/// the amounts that `fees` let expect. Without a year so far KX is not judged.
#[cfg_attr(small, optimize(size))]
pub(crate) fn scrub<'l>(
    tables: &Tables,
    lines: &'l [ClaimLine],
    year: Option<&YearSoFar>,
    fees: &[(HcpcsCode, Fee)],
    policy: &Policy,
) -> Scrub<'l> {
    let nothing = YearSoFar::default();
    let known = year.unwrap_or(&nothing);
    // The account may hold these claims already, from their first sending or from when they were written.
    let is_one_of_these = |billed: &&AuditLine| billed.claim.as_ref().is_some_and(|claim| lines.iter().any(|line| line.claim == *claim));
    let mut run: Vec<AuditLine> = known.billed.iter().filter(|line| !is_one_of_these(line)).cloned().collect();
    let billed_before = run.len();
    let expected = expected(lines, fees);
    run.extend(expected.iter().filter_map(|(line, allowed)| Some(audit_line(line, running_on(line)?, *allowed))));

    // In the order given again: behind what was billed before, those of these lines that ran.
    let audited = in_given_order(audit(tables, &run, &known.other_used, policy).lines);
    let mut audited = audited.into_iter().skip(billed_before);
    let scrubbed = |(line, allowed)| {
        let audited = running_on(line).and_then(|_| audited.next());
        scrubbed(line, allowed, audited, year.is_some())
    };
    Scrub {
        lines: expected.into_iter().map(scrubbed).collect(),
        notices: year.is_none().then(|| NoticeCode::UsageUnknown.says(sentences::YEAR_UNKNOWN)).into_iter().collect(),
    }
}

/// The day on which a line takes its place in the year; `None` where it has none, or is no business of Medicare's.
fn running_on(line: &ClaimLine) -> Option<ServiceDate> {
    line.date.filter(|_| line.medicare)
}

fn audit_line(line: &ClaimLine, date: ServiceDate, allowed: Option<Money>) -> AuditLine {
    AuditLine {
        id: line.id.clone(),
        date,
        code: line.code,
        modifiers: line.modifiers.clone(),
        allowed: allowed.unwrap_or_default(),
        service_type: None,
        status: if line.void { EntryStatus::Void } else { EntryStatus::Pending },
        posted: None,
        claim: Some(line.claim.clone()),
        kx_declined: None,
        declined_because: None,
    }
}

/// A line with what the audit says of it, where it ran.
fn scrubbed<'l>(line: &'l ClaimLine, allowed: Option<Money>, audited: Option<AuditedLine<'_>>, year_is_known: bool) -> ScrubbedLine<'l> {
    let mut scrubbed = ScrubbedLine { line, service_type: None, allowed, before: None, kx: KxVerdict::NotApplicable, findings: Vec::new() };
    if !line.medicare {
        scrubbed.findings.push(NoticeCode::NotMedicare.says(sentences::NOT_MEDICARE));
    } else if line.date.is_none() {
        scrubbed.findings.push(NoticeCode::DateMissing.says(sentences::NO_DATE));
    }
    let Some(audited) = audited else { return scrubbed };
    scrubbed.service_type = audited.service_type;
    if year_is_known {
        scrubbed.kx = audited.kx;
        scrubbed.before = audited.before;
        let amount_matters = audited.before.is_some_and(Money::is_above_zero);
        if amount_matters && allowed.is_none() {
            scrubbed.findings.push(NoticeCode::AmountUnknown.says(sentences::amount_unknown(line.code, audited.before)));
        }
    }
    scrubbed.findings.extend(audited.findings.into_iter().filter(|finding| year_is_known || !BY_USAGE.contains(&finding.code)));
    scrubbed.findings = gravest_first(scrubbed.findings);
    scrubbed
}
