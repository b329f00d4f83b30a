//! The steps of a worklist: what there is, and what to do (seed 003's workflow).

use crate::audit::AuditLine;
use crate::documentation::Item;
use crate::procedure::HcpcsCode;
use crate::projection::Projection;
use crate::standing::{Bucket, Status};
use crate::worklist::Kind;

use super::{list, remaining_clause, sentence_start};

/// A suggestion nobody has answered.
pub fn suggestion(code: HcpcsCode, tooltip: &str) -> String {
    format!("{code}: {tooltip}")
}

/// How far a bucket is, and when booked visits will use it up.
pub fn bucket(bucket: &Bucket, projection: Option<&Projection>) -> String {
    let left = sentence_start(&remaining_clause(bucket));
    match (bucket.status(), bucket.medical_review) {
        (Status::MedicalReview, Some(review)) => {
            let (accrued, name) = (bucket.accrued().in_dollars(), bucket.service_type.as_str());
            format!("{accrued} has accrued for {name}, more than the {} above which Medicare may review claims.", review.in_dollars())
        }
        _ => match projection {
            Some(projection) => format!("{left}. {}", super::projection::sentence(projection)),
            None => format!("{left}."),
        },
    }
}

/// What the record lacks, and what is to be renewed.
pub fn documentation(open: &[Item], due: &[Item]) -> String {
    let names = |items: &[Item]| list(&items.iter().map(|item| item.id.replace('-', " ")).collect::<Vec<_>>());
    match (open.is_empty(), due.is_empty()) {
        (true, _) => format!("Due in the record: {}.", names(due)),
        (false, true) => format!("Not yet in the record: {}.", names(open)),
        (false, false) => format!("Not yet in the record: {}; due: {}.", names(open), names(due)),
    }
}

/// What the audit says of a billed line.
pub fn billed(line: &AuditLine, finding: &str) -> String {
    format!("{} of {}: {finding}", line.code, line.date)
}

/// What to do about a step.
pub fn next_step(kind: Kind) -> String {
    match kind {
        Kind::Suggestion => "Add KX or leave it off, with the reason; the claim waits for the answer.",
        Kind::MissingKx => "Correct the claim where the record supports KX; without it Medicare denies the line.",
        Kind::Documentation => "Complete the record before KX attests to it.",
        Kind::MedicalReview => "Keep the record ready: a reviewer may ask for it.",
        Kind::Reached => "Append KX to later lines where they are necessary and documented, and schedule a re-evaluation.",
        Kind::Crossing => "Decide whether the line that only partly exceeds the threshold carries KX.",
        Kind::EarlyKx => "Take KX off, or correct what other providers used.",
        Kind::Near => "Tell the therapist before the next claim, and have the record ready for KX.",
    }
    .to_owned()
}
