//! Usage in a request.

use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::{PerServiceType, ServiceType};
use crate::ground::money::Money;
use crate::ground::named::named;
use crate::ground::packed::{Checked, FromPacked, Reader, Refusal, needed, shape};
use crate::ground::procedure::{HcpcsCode, Modifier};
use crate::visit::coverage::Program;

use super::{AllowedFrom, EntryStatus, PRIOR_PAYER, Usage, UsageEntry};

named! {
    /// The programs that an entry can have been billed to.
    pub(crate) enum EntryProgram {
        PartB = "medicare-part-b",
        Advantage = "medicare-advantage",
    }
}

impl From<EntryProgram> for Program {
    fn from(program: EntryProgram) -> Self {
        match program {
            EntryProgram::PartB => Self::PartB,
            EntryProgram::Advantage => Self::Advantage,
        }
    }
}

shape! {
    struct PatientShape {
        name: String = "name",
        _member_id: String = "memberId",
    }
}

/// Whose something was that was read from a file: of no weight here, because a request is about one patient.
pub(crate) struct ReadFor;

impl FromPacked for ReadFor {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        needed(PatientShape::read(from)?.name, "name").map(|_| Self)
    }
}

/// `OA-23`: a group and a reason.
fn is_of_prior_payer(reason: &str) -> bool {
    reason.rsplit_once('-').is_some_and(|(_, reason)| reason == PRIOR_PAYER)
}

shape! {
    // What a remittance says beside is taken as it was read, and of no weight here.
    struct EntryShape {
        id: String = "id",
        date: ServiceDate = "date",
        service_type: ServiceType = "serviceType",
        allowed: Money = "allowed",
        status: EntryStatus = "status",
        program: EntryProgram = "program",
        posted: ServiceDate = "posted",
        code: HcpcsCode = "code",
        _modifiers: Checked<Vec<Modifier>> = "modifiers",
        claim: String = "claim",
        _denied: bool = "denied",
        _allowed_from: AllowedFrom = "allowedFrom",
        reasons: Vec<String> = "reasons",
        _patient: ReadFor = "patient",
    }
}

/// Places of what all rows have.
const DATE: usize = 1;
const SERVICE_TYPE: usize = 2;
const ALLOWED: usize = 3;
const _: () = assert!(match EntryShape::NAMES {
    [_, date, service_type, allowed, ..] =>
        matches!((date.as_bytes(), service_type.as_bytes(), allowed.as_bytes()), (b"date", b"serviceType", b"allowed")),
    _ => false,
});

impl FromPacked for UsageEntry {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let mut shape = EntryShape::default();
        // Without a call for each of those.
        from.row(EntryShape::NAMES, |place, from| match place {
            DATE => FromPacked::read(from).map(|date| shape.date = Some(date)),
            SERVICE_TYPE => FromPacked::read(from).map(|service_type| shape.service_type = Some(service_type)),
            ALLOWED => FromPacked::read(from).map(|allowed| shape.allowed = Some(allowed)),
            other => shape.take(other, from),
        })?;
        Ok(Self {
            date: needed(shape.date, "date")?,
            service_type: needed(shape.service_type, "serviceType")?,
            allowed: needed(shape.allowed, "allowed")?,
            id: shape.id,
            status: shape.status.unwrap_or_default(),
            program: shape.program.map(Into::into),
            posted: shape.posted,
            code: shape.code,
            claim: shape.claim,
            is_secondary: shape.reasons.iter().flatten().any(|reason| is_of_prior_payer(reason)),
        })
    }
}

type Totals = PerServiceType<Option<Money>>;

shape! {
    struct UsageShape {
        entries: Vec<UsageEntry> = "entries",
        used: Totals = "used",
        other_used: Totals = "otherUsed",
        precomputed_remaining: Totals = "precomputedRemaining",
        as_of: ServiceDate = "asOf",
    }
}

impl FromPacked for Usage {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let UsageShape { entries, used, other_used, precomputed_remaining, as_of } = UsageShape::read(from)?;
        Ok(Self { entries, used, other_used, precomputed_remaining, as_of })
    }
}
