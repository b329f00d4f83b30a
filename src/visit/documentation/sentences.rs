//! How far the record is, and when an item of it is to be renewed.

use crate::ground::sentence::{Sentence, say};

use super::{Checklist, Next};

/// How much is documented.
#[cold]
#[inline(never)]
pub(crate) fn summary(checklist: &Checklist) -> Sentence {
    let (done, all) = checklist.done();
    say!("documentation.summary", done = done, all = all)
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
        Next::ReEvaluationUnknown => say!("next.re-evaluation.unknown"),
        Next::ReEvaluationLate(day) => say!("next.re-evaluation.late", day = day),
    }
}
