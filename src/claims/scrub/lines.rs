//! A therapy line of a claim before it goes out, and the line after the scrub.

use crate::account::audit::{AuditLine, KxVerdict, OtherUsed};
use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::ServiceType;
use crate::ground::money::Money;
use crate::ground::procedure::{HcpcsCode, Modifier};
use crate::visit::decision::Notice;

/// A therapy line of a claim that is about to go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ClaimLine {
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
    /// What is charged for it.
    pub charge: Option<Money>,
    /// Filed under Medicare.
    pub medicare: bool,
    /// The claim takes an earlier one back.
    pub void: bool,
}

/// A patient's year so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct YearSoFar {
    /// What was billed.
    pub billed: Vec<AuditLine>,
    /// What other providers used, by year.
    pub other_used: OtherUsed,
}

/// A line after the scrub.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ScrubbedLine<'l> {
    /// The line.
    pub line: &'l ClaimLine,
    /// The bucket, where it is known.
    pub service_type: Option<ServiceType>,
    /// What Medicare is expected to allow, by the fees.
    pub allowed: Option<Money>,
    /// What is left before it, where the patient's year is known.
    pub before: Option<Money>,
    /// What is to be said of KX.
    pub kx: KxVerdict,
    /// What someone should look at, the gravest first; none for a clean line.
    pub findings: Vec<Notice>,
}
