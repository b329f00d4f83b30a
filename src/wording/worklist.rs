//! The steps of a worklist: what there is, and what to do (seed 003's workflow).

use crate::audit::AuditLine;
use crate::documentation::Item;
use crate::procedure::HcpcsCode;
use crate::projection::Projection;
use crate::standing::{Bucket, Status};
use crate::worklist::Kind;

use super::{Argument, Sentence, medical_review, remaining_clause, say};

/// A suggestion nobody has answered.
pub fn suggestion(code: HcpcsCode, tooltip: Option<Sentence>) -> Sentence {
    say!("worklist.suggestion", code = code, tooltip = tooltip)
}

/// How far a bucket is, and when booked visits will use it up.
pub fn bucket(bucket: &Bucket, projection: Option<&Projection>) -> Sentence {
    if let (Status::MedicalReview, Some(review)) = (bucket.status(), bucket.medical_review) {
        return medical_review(bucket, review);
    }
    let left = remaining_clause(bucket);
    match projection.and_then(super::projection::sentence) {
        Some(projection) => say!("worklist.bucket-projection", left = left, projection = projection),
        None => say!("worklist.bucket", left = left),
    }
}

/// What the record lacks, and what is to be renewed.
pub fn documentation(open: &[Item], due: &[Item]) -> Sentence {
    let names = |items: &[Item]| -> Argument { items.iter().map(|item| Sentence::plain(item.name)).collect() };
    match (open.is_empty(), due.is_empty()) {
        (true, _) => say!("worklist.documentation.due", due = names(due)),
        (false, true) => say!("worklist.documentation.open", open = names(open)),
        (false, false) => say!("worklist.documentation.both", open = names(open), due = names(due)),
    }
}

/// What the audit says of a billed line.
pub fn billed(line: &AuditLine, finding: Sentence) -> Sentence {
    say!("worklist.billed", code = line.code, day = line.date, finding = finding)
}

/// What to do about a step.
pub const fn next_step(kind: Kind) -> Sentence {
    match kind {
        Kind::Suggestion => say!("worklist.next.suggestion"),
        Kind::MissingKx => say!("worklist.next.missing-kx"),
        Kind::Documentation => say!("worklist.next.documentation"),
        Kind::MedicalReview => say!("worklist.next.medical-review"),
        Kind::Reached => say!("worklist.next.reached"),
        Kind::Crossing => say!("worklist.next.crossing"),
        Kind::EarlyKx => say!("worklist.next.early-kx"),
        Kind::Near => say!("worklist.next.near"),
    }
}
