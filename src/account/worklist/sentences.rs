//! The steps of a worklist: what there is, and what to do (seed 003's workflow).

use crate::account::audit::AuditLine;
use crate::account::both::and;
use crate::account::rework::{self, Denial};
use crate::ground::calendar::ServiceDate;
use crate::ground::procedure::HcpcsCode;
use crate::ground::sentence::{Argument, Sentence, say};
use crate::visit::documentation::Item;
use crate::visit::projection::{self, Projection};
use crate::visit::standing::sentences::balance_of;
use crate::visit::standing::{Bucket, Status};
use crate::visit::usage::EntryStatus;

use super::kind::Kind;

/// What holds the claim of an open line.
pub(super) fn open_line(code: HcpcsCode, what: Sentence) -> Sentence {
    say!("worklist.open-line", code = code, what = what)
}

/// How far a bucket is, and when booked visits will use it up. `after`: the day whose open lines are counted, where there are any. Without
/// them its year is named: a visit at hand may be of another year than its reader's.
pub(super) fn bucket(bucket: &Bucket, projection: Option<&Projection>, after: Option<ServiceDate>) -> Sentence {
    let when = after.map_or_else(|| say!("worklist.when.year", year = bucket.year), |day| say!("worklist.when.lines", day = day));
    if let (Status::MedicalReview, Some(review)) = (bucket.status(), bucket.medical_review) {
        let over = bucket.accrued().minus(review);
        return say!("worklist.medical-review", bucket = bucket.service_type, over = over, review = review, when = when);
    }
    let (name, balance) = (bucket.service_type, balance_of(bucket));
    match projection.and_then(|projection| projection::sentences::sentence(projection, false)) {
        Some(projection) => say!("worklist.bucket-projection", bucket = name, balance = balance, when = when, projection = projection),
        None => say!("worklist.bucket", bucket = name, balance = balance, when = when),
    }
}

/// What the record lacks, and what is to be renewed.
pub(super) fn documentation(open: &[Item], due: &[Item]) -> Sentence {
    let names = |items: &[Item]| -> Argument { items.iter().map(|item| Sentence::plain(item.name)).collect() };
    match (open.is_empty(), due.is_empty()) {
        (true, _) => say!("worklist.documentation.due", due = names(due)),
        (false, true) => say!("worklist.documentation.open", open = names(open)),
        (false, false) => say!("worklist.documentation.both", open = names(open), due = names(due)),
    }
}

/// What the audit says of a billed line.
pub(super) fn billed(line: &AuditLine, finding: Sentence) -> Sentence {
    say!("worklist.billed", code = line.code, day = line.date, finding = finding)
}

/// What to do about a denied line. Its channel may be open longer than its appeal.
pub(super) fn denied(denial: &Denial<'_>) -> Sentence {
    let next_step = rework::next_step(denial);
    match denial.appeal_by.filter(|_| denial.channel.is_some() && !denial.entry.is_advantage) {
        Some(day) => and(next_step, say!("worklist.next.appeal-by", day = day)),
        None => next_step,
    }
}

/// KX is missing on a line that was processed.
pub(super) fn correct_by(day: ServiceDate) -> Sentence {
    say!("worklist.next.missing-kx.by", day = day)
}

/// The days to correct a processed line are over, by the earlier way of counting them.
pub(super) const fn past_a_year() -> Sentence {
    say!("worklist.next.past-a-year")
}

/// What to do about a step.
pub(super) const fn next_step(kind: Kind) -> Sentence {
    match kind {
        Kind::Suggestion => say!("worklist.next.suggestion"),
        Kind::DeclinedKx => say!("worklist.next.declined-kx"),
        // A denied line has a step of its own.
        Kind::MissingKx | Kind::Denied => say!("worklist.next.missing-kx"),
        Kind::Documentation => say!("worklist.next.documentation"),
        Kind::MedicalReview => say!("worklist.next.medical-review"),
        Kind::Reached => say!("worklist.next.reached"),
        Kind::Crossing => say!("worklist.next.crossing"),
        Kind::EarlyKx => say!("worklist.next.early-kx"),
        Kind::Near => say!("worklist.next.near"),
    }
}

/// What to do about a billed line: a claim on its way is put right before it goes out.
pub(super) const fn next_of_billed(kind: Kind, status: EntryStatus) -> Sentence {
    match (kind, status) {
        (Kind::MissingKx, EntryStatus::Pending) => say!("worklist.next.missing-kx-pending"),
        (Kind::EarlyKx, EntryStatus::Pending) => say!("worklist.next.early-kx-pending"),
        (Kind::DeclinedKx, EntryStatus::Adjudicated) => say!("worklist.next.declined-kx-processed"),
        _ => next_step(kind),
    }
}
