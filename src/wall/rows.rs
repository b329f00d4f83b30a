//! Audits for hosts with columns: the lines of many beneficiaries come packed, one by one and without end, and go out as plain values.

use crate::account::audit::{AuditedLine, Total};
use crate::account::bulk::audits::{Answers, Audits};
use crate::account::comparative;
use crate::ground::calendar::ServiceDate;
use crate::ground::env::Env;
use crate::ground::error::Error;
use crate::ground::money::Money;
use crate::ground::packed::{Reader, pack_json};
use crate::ground::procedure::HcpcsCode;

/// What someone should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its code, as in `NoticeCode` of the public contract.
    pub code: &'static str,
    /// error, warning or info.
    pub severity: &'static str,
    /// The sentence.
    pub message: String,
}

/// A line of `auditNdjson` as values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditRow<'a> {
    /// Whose line it is.
    pub beneficiary: &'a str,
    /// Its id.
    pub id: &'a str,
    /// PT/SLP or OT, where it is known.
    pub service_type: Option<&'static str>,
    /// What was left before the line; nothing where it does not count.
    pub before: Option<Money>,
    /// What was left after it.
    pub after: Option<Money>,
    /// Where it stands.
    pub standing: Option<&'static str>,
    /// What is said of KX.
    pub kx: &'static str,
    /// The gravest first.
    pub findings: Vec<Finding>,
}

/// A bucket of a beneficiary's calendar year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TotalRow {
    /// The calendar year.
    pub year: u16,
    /// PT/SLP or OT.
    pub service_type: &'static str,
    /// Allowed amounts of its lines.
    pub allowed: Money,
    /// Those of the lines with KX.
    pub with_kx: Money,
    /// The KX modifier threshold.
    pub threshold: Money,
    /// What is left after the last line.
    pub remaining: Money,
    /// The line after which nothing was left: its date of service, and the day on which it ran.
    pub reached: Option<(ServiceDate, ServiceDate)>,
}

/// Takes the answers, one for each line that was given, in the order given.
pub trait AuditRows {
    /// A line that was audited.
    fn line(&mut self, row: AuditRow<'_>);
    /// A line that was not, and why.
    fn refused(&mut self, error: &Error);
    /// A bucket of the beneficiary whose lines come next.
    fn total(&mut self, total: TotalRow);
}

/// An audit of lines as they come. Those of one beneficiary stand together; the last one's are held back until another's begin.
///
/// ```
/// use kx_modifier::ground::{env::Env, packed::Packer};
/// use kx_modifier::wall::{AuditRow, AuditRows, AuditStream, TotalRow};
///
/// #[derive(Default)]
/// struct Kx(Vec<String>);
/// impl AuditRows for Kx {
///     fn line(&mut self, row: AuditRow<'_>) { self.0.push(format!("{} {}", row.id, row.kx)) }
///     fn refused(&mut self, error: &kx_modifier::Error) { self.0.push(error.to_string()) }
///     fn total(&mut self, total: TotalRow) { self.0.push(format!("{} left", total.remaining)) }
/// }
///
/// let mut stream = AuditStream::begin(None)?;
/// let mut line = Packer::default();
/// line.begin();
/// for (name, text) in [("beneficiary", "b"), ("id", "1"), ("date", "2026-02-02"), ("code", "97110"), ("allowed", "60.00")] {
///     line.text(name, text);
/// }
/// line.texts("modifiers", ["GP", "KX"]);
/// let mut answers = Kx::default();
/// stream.take(line.packed(), &Env::BUILT_IN, &mut answers);
/// assert!(answers.0.is_empty());
/// stream.end(&Env::BUILT_IN, &mut answers);
/// assert_eq!(answers.0, ["2420.00 left", "1 early"]);
/// # Ok::<(), kx_modifier::Error>(())
/// ```
pub struct AuditStream(Audits);

impl AuditStream {
    /// Before the first line; with a policy as JSON text, or the default one.
    ///
    /// # Errors
    /// What the policy got wrong, with its path.
    pub fn begin(policy: Option<&str>) -> Result<Self, Error> {
        let mut packed = Vec::new();
        let begun = policy.map_or(Ok(()), |policy| pack_json(policy, &mut packed)).and_then(|()| Audits::begin(&mut Reader::new(&packed)));
        begun.map(Self).map_err(|refusal| *refusal)
    }

    /// The next line, packed. The lines of the beneficiary before it are answered.
    pub fn take(&mut self, line: &[u8], env: &Env<'_>, rows: &mut impl AuditRows) {
        self.0.take(Ok(line), env.tables, &mut Values { env, rows });
    }

    /// Answers what is held back. More lines may follow.
    pub fn end(&mut self, env: &Env<'_>, rows: &mut impl AuditRows) {
        self.0.end(env.tables, &mut Values { env, rows });
    }
}

struct Values<'r, R> {
    env: &'r Env<'r>,
    rows: &'r mut R,
}

impl<R: AuditRows> Answers for Values<'_, R> {
    fn audited(&mut self, beneficiary: &str, one: &AuditedLine<'_>) {
        let finding = |notice: &crate::visit::decision::Notice| Finding {
            code: notice.code.as_str(),
            severity: notice.code.severity().as_str(),
            message: self.env.said(&notice.message),
        };
        self.rows.line(AuditRow {
            beneficiary,
            id: &one.line.id,
            service_type: one.service_type.map(|bucket| bucket.as_str()),
            before: one.before,
            after: one.after,
            standing: one.standing.map(|standing| standing.as_str()),
            kx: one.kx.as_str(),
            findings: one.findings.iter().map(finding).collect(),
        });
    }

    fn refused(&mut self, refusal: &Error) {
        self.rows.refused(refusal);
    }

    fn total(&mut self, _: &str, total: &Total) {
        self.rows.total(TotalRow {
            year: total.year.number(),
            service_type: total.service_type.as_str(),
            allowed: total.allowed,
            with_kx: total.with_kx,
            threshold: total.threshold,
            remaining: total.remaining,
            reached: total.reached.map(|reached| (reached.on, reached.at)),
        });
    }
}

/// The code of a packed line of `compareBilling`, and whether KX is on it.
///
/// # Errors
/// What the line got wrong, with its path.
pub fn counted_line(line: &[u8]) -> Result<(HcpcsCode, bool), Error> {
    comparative::shape::counted_line(&mut Reader::new(line)).map_err(|refusal| *refusal)
}

/// Lines with KX, and all lines.
pub type Counts = (u64, u64);

/// What `compareBilling` says of own lines beside the peers', by their counts.
///
/// ```
/// assert_eq!(kx_modifier::wall::compared((40, 40), Some((30, 100))), "Significantly Higher");
/// assert_eq!(kx_modifier::wall::compared((0, 0), None), "N/A");
/// ```
pub fn compared((kx, total): Counts, peers: Option<Counts>) -> &'static str {
    let peers = peers.map(|(kx, total)| comparative::Peer::Counted(comparative::Share { kx: kx.min(total), total }));
    comparative::compare(comparative::Share { kx: kx.min(total), total }, peers).as_str()
}

/// The codes of the contractor's report.
pub const fn report_codes() -> [&'static str; 4] {
    comparative::REPORT_CODES
}
