//! Something that is due, and how it stands on a day.

use crate::account::both::and;
use crate::ground::calendar::ServiceDate;
use crate::ground::named::named;
use crate::ground::sentence::{Sentence, say};

named! {
    /// What is due, in the order in which things of one day stand.
    pub(crate) enum Kind {
        /// The first certification of the plan of care.
        InitialCertification = "initial-certification",
        /// The next one.
        Recertification = "recertification",
        /// A clinician's progress report, on the 10th treatment day.
        ProgressReport = "progress-report",
        /// A re-evaluation: usual, and no hard rule.
        ReEvaluation = "re-evaluation",
        /// KX on a denied line.
        Correction = "correction",
        /// The appeal of a denied line.
        Appeal = "appeal",
        /// The records, at the reviewer's.
        Review = "review",
    }
}

named! {
    /// How it stands on the day that is looked at.
    pub(crate) enum Status {
        /// Its day is over.
        Overdue = "overdue",
        /// Today.
        Due = "due",
        /// Within the days that the host calls soon.
        Soon = "soon",
        /// Later.
        Later = "later",
        /// No day can be told.
        Unknown = "unknown",
        /// It was done.
        Done = "done",
    }
}

/// Something that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DueDate {
    /// What it is.
    pub kind: Kind,
    /// The denied line or the review that it is about.
    pub id: Option<String>,
    /// The last day that is in time.
    pub day: Option<ServiceDate>,
    /// Days to it; below zero once it is over.
    pub days_left: Option<i64>,
    /// Treatment days to it, of a progress report.
    pub treatment_days_left: Option<i64>,
    /// How it stands.
    pub status: Status,
    /// What it says, as a sentence or two.
    pub message: Sentence,
    /// Where the number of days is from.
    pub source: Sentence,
}

impl DueDate {
    /// Of a day, as it stands on the one that is looked at; the message ends with the days that are left.
    #[cfg_attr(small, optimize(size))]
    pub(super) fn on(
        asked_on: ServiceDate,
        soon_within: i64,
        (kind, id): (Kind, Option<String>),
        day: Option<ServiceDate>,
        message: Sentence,
        source: Sentence,
    ) -> Self {
        let (days_left, status) = stands(asked_on, soon_within, day);
        let message = with_days(message, days_left);
        Self { kind, id, day, days_left, treatment_days_left: None, status, message, source }
    }
}

/// Days that are soon, where the host does not say.
pub(crate) const SOON_WITHIN: i64 = 14;

/// A day and how it stands.
#[cfg_attr(small, optimize(size))]
pub(super) fn stands(asked_on: ServiceDate, soon_within: i64, day: Option<ServiceDate>) -> (Option<i64>, Status) {
    let left = day.map(|day| day.days_since(asked_on));
    let status = match left {
        None => Status::Unknown,
        Some(left) if left < 0 => Status::Overdue,
        Some(0) => Status::Due,
        Some(left) if left <= soon_within => Status::Soon,
        Some(_) => Status::Later,
    };
    (left, status)
}

/// A sentence, and how many days are left.
#[cfg_attr(small, optimize(size))]
pub(super) fn with_days(what: Sentence, left: Option<i64>) -> Sentence {
    match left {
        None => what,
        Some(0) => and(what, say!("clock.today")),
        Some(left) if left > 0 => and(what, say!("clock.left", count = left)),
        Some(late) => and(what, say!("clock.late", count = late.saturating_neg())),
    }
}
