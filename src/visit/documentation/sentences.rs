//! How far the record is, and when an item of it is to be renewed.

use crate::ground::sentence::{Sentence, say};

use super::{Checklist, ItemStatus, Next};

/// How much is documented. What is due today counts only once it is renewed.
#[cold]
#[inline(never)]
pub(crate) fn summary(checklist: &Checklist) -> Sentence {
    let done = checklist.items.iter().filter(|item| item.status == ItemStatus::Met).count();
    say!("documentation.summary", done = done, all = checklist.items.len())
}

/// The sentence of it.
pub(crate) fn next(next: Next) -> Sentence {
    match next {
        Next::Recertification(day) => say!("next.recertification", day = day),
        Next::CertificationEnded(day) => say!("next.certification-ended", day = day),
        Next::ProgressReport(0) => say!("next.progress-report.today"),
        Next::ProgressReport(days) if days > 0 => say!("next.progress-report.within", count = days),
        Next::ProgressReport(days) => say!("next.progress-report.late", count = days.saturating_neg()),
        Next::ReEvaluation(day) => say!("next.re-evaluation", day = day),
    }
}
