//! Claims before they go out: each therapy line, looked at behind the patient's year so far.

use crate::audit::{self, AuditLine, KxVerdict, OtherUsed};
use crate::calendar::ServiceDate;
use crate::discipline::ServiceType;
use crate::fees::{self, Fee, FeeLine};
use crate::money::Money;
use crate::notice::Severity;
use crate::policy::Policy;
use crate::procedure::{HcpcsCode, Modifier};
use crate::usage::EntryStatus;
use crate::wording::{Sentence, scrub as wording};

/// A therapy line of a claim that is about to go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimLine {
    /// The claim's number.
    pub claim: String,
    /// The line's name on its claim.
    pub id: String,
    /// Date of service.
    pub date: Option<ServiceDate>,
    /// The HCPCS code.
    pub code: HcpcsCode,
    /// The modifiers in claim order.
    pub modifiers: Vec<Modifier>,
    /// Whole units; `None` where they are not whole, and then no amount is expected.
    pub units: Option<usize>,
    /// Filed under Medicare.
    pub medicare: bool,
    /// The claim takes an earlier one back.
    pub void: bool,
}

/// A patient's year so far.
#[derive(Clone, Debug, Default)]
pub struct YearSoFar {
    /// What was billed.
    pub billed: Vec<AuditLine>,
    /// What other providers used, by year.
    pub other_used: OtherUsed,
}

/// Something about a line that someone should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its name: an audit's, or `date-missing`, `not-medicare`, `amount-unknown`.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// The sentence that a person reads.
    pub message: Sentence,
}

/// A line after the scrub.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScrubbedLine {
    /// The bucket, where it is known.
    pub service_type: Option<ServiceType>,
    /// What Medicare is expected to allow, by the fees.
    pub allowed: Option<Money>,
    /// What is left before it, where the patient's year is known.
    pub before: Option<Money>,
    /// What is to be said of KX.
    pub kx: KxVerdict,
    /// The gravest first; none for a clean line.
    pub findings: Vec<Finding>,
}

/// Names of an audit's findings that rest on what the patient has used.
const BY_USAGE: [&str; 3] = ["missing-kx", "early-kx", "crossing-without-kx"];

/// Looks at the lines of one patient's claims, in their order. They run behind what was billed on other claims, by date of service, with
/// the amounts that `fees` let expect. Without a year so far KX is not judged.
pub fn scrub(lines: &[ClaimLine], year: Option<&YearSoFar>, fees: &[(HcpcsCode, Fee)], policy: &Policy) -> Vec<ScrubbedLine> {
    let expected = expected(lines, fees);
    let unknown = YearSoFar::default();
    let known = year.unwrap_or(&unknown);
    // The account may hold these claims already, from their first sending or from when they were written.
    let is_one_of_these = |billed: &&AuditLine| billed.claim.as_ref().is_some_and(|claim| lines.iter().any(|line| line.claim == *claim));
    let mut run: Vec<AuditLine> = known.billed.iter().filter(|line| !is_one_of_these(line)).cloned().collect();
    // Where each audited line stands in `lines`.
    let mut places = vec![None; run.len()];
    for (place, (line, allowed)) in lines.iter().zip(&expected).enumerate() {
        if let (Some(date), true) = (line.date, line.medicare) {
            places.push(Some(place));
            run.push(audit_line(line, date, allowed.unwrap_or_default()));
        }
    }
    let answer = audit::audit(&run, &known.other_used, policy);
    let mut scrubbed: Vec<ScrubbedLine> = lines.iter().zip(&expected).map(|(line, allowed)| before_the_audit(line, *allowed)).collect();
    let place_of = |position: usize| places.get(position).copied().flatten();
    for one in &answer.lines {
        let Some(place) = place_of(one.position) else { continue };
        let (Some(line), Some(into)) = (lines.get(place), scrubbed.get_mut(place)) else { continue };
        into.service_type = one.service_type;
        if year.is_none() {
            continue;
        }
        into.kx = one.kx;
        into.before = one.before;
        let amount_matters = one.before.is_some_and(Money::is_above_zero);
        if amount_matters && expected.get(place) == Some(&None) {
            let message = wording::amount_unknown(line.code, one.before);
            into.findings.push(Finding { code: "amount-unknown", severity: Severity::Info, message });
        }
    }
    for finding in answer.findings {
        let Some(into) = place_of(finding.position).and_then(|place| scrubbed.get_mut(place)) else { continue };
        if year.is_some() || !BY_USAGE.contains(&finding.code) {
            into.findings.push(Finding { code: finding.code, severity: finding.severity, message: finding.message });
        }
    }
    for line in &mut scrubbed {
        line.findings.sort_by_key(|finding| match finding.severity {
            Severity::Error => 0,
            Severity::Warning => 1,
            Severity::Info => 2,
        });
    }
    scrubbed
}

fn audit_line(line: &ClaimLine, date: ServiceDate, allowed: Money) -> AuditLine {
    AuditLine {
        id: line.id.clone(),
        date,
        code: line.code,
        modifiers: line.modifiers.clone(),
        allowed,
        service_type: None,
        status: if line.void { EntryStatus::Void } else { EntryStatus::Pending },
        posted: None,
        claim: Some(line.claim.clone()),
        kx_declined: None,
    }
}

fn before_the_audit(line: &ClaimLine, allowed: Option<Money>) -> ScrubbedLine {
    let mut findings = Vec::new();
    if !line.medicare {
        findings.push(Finding { code: "not-medicare", severity: Severity::Info, message: wording::NOT_MEDICARE });
    } else if line.date.is_none() {
        findings.push(Finding { code: "date-missing", severity: Severity::Error, message: wording::NO_DATE });
    }
    ScrubbedLine { service_type: None, allowed, before: None, kx: KxVerdict::NotApplicable, findings }
}

/// What Medicare is expected to allow for each line: the lines of a day go together, whichever claim they stand on.
fn expected(lines: &[ClaimLine], fees: &[(HcpcsCode, Fee)]) -> Vec<Option<Money>> {
    let mut expected = vec![None; lines.len()];
    let mut days: Vec<ServiceDate> = lines.iter().filter_map(|line| line.date).collect();
    days.sort_unstable();
    days.dedup();
    for day in days {
        let counts = |line: &&ClaimLine| line.date == Some(day) && line.medicare && !line.void;
        let of_day: Vec<FeeLine> = lines
            .iter()
            .enumerate()
            .filter(|(_, line)| counts(line))
            .filter_map(|(place, line)| {
                let fee = fees.iter().rfind(|(code, _)| *code == line.code).map(|(_, fee)| *fee);
                Some(FeeLine { id: place.to_string(), code: line.code, units: line.units?, fee })
            })
            .collect();
        for estimate in fees::estimate(&of_day).lines {
            if let Some(slot) = estimate.id.parse().ok().and_then(|place: usize| expected.get_mut(place)) {
                *slot = Some(estimate.allowed);
            }
        }
    }
    expected
}
