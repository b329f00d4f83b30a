//! The rows of deadlines and of reviewers' checklists: what `data/` says of the time after a claim was processed.

use super::calendar::ServiceDate;
use super::named::named;
use super::sentence::Id;

named! {
    /// The day from which something is open.
    pub(crate) enum CountedFrom {
        /// The initial determination: the remittance's.
        Determination = "determination",
        /// The first treatment.
        FirstTreatment = "first-treatment",
        /// The letter's date, or the day on which it came.
        Letter = "letter",
        /// The date of service.
        Service = "service",
    }
}

/// How long something is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DeadlineRow {
    pub(crate) id: &'static str,
    pub(crate) counted_from: CountedFrom,
    pub(crate) years: u16,
    pub(crate) days: u16,
    pub(crate) source: &'static Id,
}

impl DeadlineRow {
    /// The last day of what begins on a day.
    pub(crate) fn after(&self, day: ServiceDate) -> Option<ServiceDate> {
        day.plus_years(self.years)?.plus_days(self.days.into())
    }
}

named! {
    /// What kind of document it is.
    pub(crate) enum DocumentKind {
        /// A physician's order or referral.
        Order = "order",
        /// A certification or recertification of the plan of care.
        Certification = "certification",
        /// An initial evaluation.
        InitialEvaluation = "initial-evaluation",
        /// A re-evaluation.
        ReEvaluation = "re-evaluation",
        /// A diagnostic test with its result.
        DiagnosticTest = "diagnostic-test",
        /// A therapist's note of a visit.
        TreatmentNote = "treatment-note",
        /// What tells the units: date, time, type and duration.
        TreatmentLog = "treatment-log",
        /// A plan of treatment with its goals.
        PlanOfCare = "plan-of-care",
        /// A clinician's progress report.
        ProgressReport = "progress-report",
        /// What abbreviations mean.
        AbbreviationKey = "abbreviation-key",
        /// A notice that the patient was given.
        PatientNotice = "patient-notice",
        /// How assistants were supervised.
        Supervision = "supervision",
        /// Of a service that was billed beside.
        OtherService = "other-service",
        /// A practitioner's credentials.
        Credentials = "credentials",
        /// How practitioners sign.
        SignatureLog = "signature-log",
        /// Any other.
        Other = "other",
    }
}

named! {
    /// How much of it is asked for.
    pub(crate) enum Asks {
        /// One document.
        Any = "any",
        /// One for each day under review.
        EachDay = "each-day",
        /// Two before each day under review.
        TwoBefore = "two-before",
        /// The beneficiary's name and the date of service, on every page.
        EveryPage = "every-page",
    }
}

named! {
    /// What the documents of an item cover together, where one of them is not enough.
    pub(crate) enum Spans {
        /// One answers the item.
        One = "one",
        /// Each day under review.
        Days = "days",
        /// The time from the start of therapy.
        Therapy = "therapy",
    }
}

/// What a contractor asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ReviewChecklistRow {
    pub(crate) id: &'static str,
    pub(crate) contractor: &'static str,
    /// The day that its page names.
    pub(crate) reviewed: Option<ServiceDate>,
    /// Whether its order was read.
    pub(crate) in_order: bool,
    pub(crate) source: &'static Id,
}

/// An item of a checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ReviewItemRow {
    pub(crate) checklist: &'static str,
    pub(crate) id: &'static str,
    pub(crate) text: &'static Id,
    pub(crate) kinds: &'static [DocumentKind],
    pub(crate) asks: Asks,
    /// Asked only where there is such a thing.
    pub(crate) if_any: bool,
    pub(crate) spans: Spans,
}
