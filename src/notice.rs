//! What an answer says beside its action.

use crate::wording::Sentence;

/// How much a notice weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The line would be denied, or is in doubt.
    Error,
    /// Someone should look.
    Warning,
    /// Good to know.
    Info,
}

/// Every notice there is, in the order they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoticeCode {
    /// KX is due and all four modifier places are taken.
    NoModifierPlace,
    /// GA, GZ or GY where KX is due or present.
    OpposingModifier,
    /// GP, GO or GN that contradicts the provider's discipline.
    TherapyModifierConflict,
    /// The usage totals carry a day of another calendar year.
    OtherYearUsage,
    /// A person left KX off though it is due.
    KxDeclined,
    /// An evaluation code by an assistant.
    AssistantEvaluation,
    /// KX while something is left of the bucket.
    EarlyKx,
    /// The line takes the bucket over its threshold.
    CrossesThreshold,
    /// A therapy code off the qualifying list where KX is due.
    OffListTherapyCode,
    /// A therapy code that only a draft row lists.
    UnconfirmedCode,
    /// No GP, GO or GN on a therapy line.
    TherapyModifierMissing,
    /// No CQ or CO on an assistant's line.
    AssistantModifierMissing,
    /// The supplied remaining amount and the computed one differ on "reached".
    PrecomputedDisagrees,
    /// The usage totals are old.
    StaleUsage,
    /// No usage was given.
    UsageUnknown,
    /// KX is due or present and the checklist is not ready.
    DocumentationIncomplete,
    /// The bucket is known only from the line's GP, GO or GN.
    DisciplineFromModifier,
    /// An open home health episode.
    HomeHealthEpisode,
    /// A hospice election.
    Hospice,
    /// Little is left of the bucket.
    NearThreshold,
    /// More than the targeted medical review threshold has accrued.
    MedicalReview,
    /// Medicare is not the first payer.
    MedicareSecondary,
    /// The code is no therapy code.
    NotTherapy,
    /// A modifier stands on the line more than once.
    RepeatedModifier,
}

impl NoticeCode {
    /// Every notice, in the order they are shown.
    pub const ALL: [Self; 24] = [
        Self::NoModifierPlace,
        Self::OpposingModifier,
        Self::TherapyModifierConflict,
        Self::OtherYearUsage,
        Self::KxDeclined,
        Self::AssistantEvaluation,
        Self::EarlyKx,
        Self::CrossesThreshold,
        Self::OffListTherapyCode,
        Self::UnconfirmedCode,
        Self::TherapyModifierMissing,
        Self::AssistantModifierMissing,
        Self::PrecomputedDisagrees,
        Self::StaleUsage,
        Self::UsageUnknown,
        Self::DocumentationIncomplete,
        Self::DisciplineFromModifier,
        Self::HomeHealthEpisode,
        Self::Hospice,
        Self::NearThreshold,
        Self::MedicalReview,
        Self::MedicareSecondary,
        Self::NotTherapy,
        Self::RepeatedModifier,
    ];

    /// The code as the public contract spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoModifierPlace => "no-modifier-place",
            Self::OpposingModifier => "opposing-modifier",
            Self::TherapyModifierConflict => "therapy-modifier-conflict",
            Self::OtherYearUsage => "other-year-usage",
            Self::KxDeclined => "kx-declined",
            Self::AssistantEvaluation => "assistant-evaluation",
            Self::EarlyKx => "early-kx",
            Self::CrossesThreshold => "crosses-threshold",
            Self::OffListTherapyCode => "off-list-therapy-code",
            Self::UnconfirmedCode => "unconfirmed-code",
            Self::TherapyModifierMissing => "therapy-modifier-missing",
            Self::AssistantModifierMissing => "assistant-modifier-missing",
            Self::PrecomputedDisagrees => "precomputed-disagrees",
            Self::StaleUsage => "stale-usage",
            Self::UsageUnknown => "usage-unknown",
            Self::DocumentationIncomplete => "documentation-incomplete",
            Self::DisciplineFromModifier => "discipline-from-modifier",
            Self::HomeHealthEpisode => "home-health-episode",
            Self::Hospice => "hospice",
            Self::NearThreshold => "near-threshold",
            Self::MedicalReview => "medical-review",
            Self::MedicareSecondary => "medicare-secondary",
            Self::NotTherapy => "not-therapy",
            Self::RepeatedModifier => "repeated-modifier",
        }
    }

    /// How much it weighs.
    pub fn severity(self) -> Severity {
        if self <= Self::AssistantEvaluation {
            Severity::Error
        } else if self <= Self::Hospice {
            Severity::Warning
        } else {
            Severity::Info
        }
    }
}

/// A notice with its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Which one.
    pub code: NoticeCode,
    /// The sentence that a person reads.
    pub message: Sentence,
}
