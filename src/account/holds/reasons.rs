//! What holds a claim, who can answer it, and how: the one place.

use crate::ground::named::{Named as _, named};
use crate::visit::decision::{Action, Decision, NoticeCode, Severity};
use crate::visit::policy::{DocumentationPolicy, Policy};

/// What a reason is about: a suggestion that nobody has answered, or a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Code {
    /// KX is suggested for the line.
    Suggestion,
    /// A notice of the line.
    Notice(NoticeCode),
}

/// What the contract calls a suggestion.
const SUGGESTION: &str = "suggestion";

impl Code {
    /// The name in the public contract.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Suggestion => SUGGESTION,
            Self::Notice(notice) => notice.as_str(),
        }
    }

    /// How much it weighs. Released without an answer, a suggestion is a denial.
    pub(crate) const fn severity(self) -> Severity {
        match self {
            Self::Suggestion => Severity::Error,
            Self::Notice(notice) => notice.severity(),
        }
    }

    /// Whether it is about the patient and not about one line: a claim then has it once.
    pub(crate) const fn is_of_patient(self) -> bool {
        matches!(
            self,
            Self::Notice(NoticeCode::OtherYearUsage | NoticeCode::UsageUnknown | NoticeCode::HomeHealthEpisode | NoticeCode::Hospice)
        )
    }

    /// Who can answer it: KX, the record and what is necessary are the clinician's, everything else the biller's. A suggestion that waits
    /// for something else is for whoever answers that.
    pub(super) fn who(self, decision: &Decision, is_note_read: bool) -> Who {
        let says = |code: NoticeCode| decision.notices.iter().any(|notice| notice.code == code);
        match self {
            Self::Suggestion if says(NoticeCode::ModifiersInNote) && !is_note_read => Who::Biller,
            Self::Suggestion if says(NoticeCode::TherapyModifierConflict) && !says(NoticeCode::NoModifierPlace) => Who::Biller,
            Self::Suggestion
            | Self::Notice(
                NoticeCode::OpposingModifier
                | NoticeCode::NoModifierPlace
                | NoticeCode::EarlyKx
                | NoticeCode::KxDeclinedPresent
                | NoticeCode::AssistantEvaluation
                | NoticeCode::AttestationMissing
                | NoticeCode::DocumentationIncomplete,
            ) => Who::Therapist,
            Self::Notice(_) => Who::Biller,
        }
    }
}

/// Whether a name is that of a code.
pub(super) fn is_code(name: &str) -> bool {
    name == SUGGESTION || NoticeCode::NAMES.contains(&name)
}

named! {
    /// Who can answer a reason.
    pub(crate) enum Who {
        /// The clinician who attests.
        Therapist = "therapist",
        /// Who sends the claim.
        Biller = "biller",
    }
}

named! {
    /// What answers a reason.
    pub(crate) enum Answer {
        /// KX belongs on the line.
        AddKx = "add-kx",
        /// It does not, for a reason.
        LeaveKxOff = "leave-kx-off",
        /// A modifier goes.
        RemoveModifier = "remove-modifier",
        /// What the record lacks is documented.
        CompleteRecord = "complete-record",
        /// A modifier is added or changed, or the provider is.
        CorrectModifier = "correct-modifier",
        /// What was used is looked up.
        RefreshUsage = "refresh-usage",
        /// The claim goes out as it is, by a person's word.
        ReleaseAsIs = "release-as-is",
    }
}

/// Warnings that hold a claim whatever the policy; errors all do.
const fn is_holding(notice: NoticeCode) -> bool {
    matches!(
        notice,
        NoticeCode::TherapyModifierMissing
            | NoticeCode::AssistantModifierMissing
            | NoticeCode::EarlyKx
            | NoticeCode::UsageUnknown
            | NoticeCode::ModifiersInNote
            | NoticeCode::AttestationMissing
            | NoticeCode::HomeHealthEpisode
            | NoticeCode::Hospice
    )
}

/// What holds the claim of a line, in the order of its notices. What a person has answered (KX declined; GA, GZ or GY) is a warning or an
/// information, and holds nothing.
pub(crate) fn of(decision: &Decision, policy: &Policy) -> impl Iterator<Item = Code> {
    let requires_record = policy.documentation == DocumentationPolicy::Require;
    let holds = move |notice: NoticeCode| {
        notice.severity() == Severity::Error || is_holding(notice) || (requires_record && notice == NoticeCode::DocumentationIncomplete)
    };
    let suggestion = (decision.action == Action::Suggest).then_some(Code::Suggestion);
    let notices = decision.notices.iter().map(|notice| notice.code).filter(move |notice| holds(*notice)).map(Code::Notice);
    suggestion.into_iter().chain(notices)
}

/// What answers it on this line.
pub(super) fn answers(code: Code, decision: &Decision) -> &'static [Answer] {
    let says = |code: NoticeCode| decision.notices.iter().any(|notice| notice.code == code);
    let is_suggested = decision.action == Action::Suggest;
    let Code::Notice(notice) = code else {
        if says(NoticeCode::ModifiersInNote) {
            // KX may be in the note already.
            return &[Answer::AddKx, Answer::LeaveKxOff, Answer::ReleaseAsIs];
        }
        // Where KX cannot be put on the line nobody is told to add it.
        let no_place = says(NoticeCode::NoModifierPlace);
        return if no_place { &[Answer::RemoveModifier, Answer::LeaveKxOff] } else { &[Answer::AddKx, Answer::LeaveKxOff] };
    };
    match notice {
        NoticeCode::NoModifierPlace => &[Answer::RemoveModifier, Answer::LeaveKxOff],
        NoticeCode::OpposingModifier => &[Answer::RemoveModifier],
        NoticeCode::AttestationMissing if is_suggested => &[Answer::AddKx, Answer::LeaveKxOff],
        NoticeCode::AttestationMissing => &[Answer::AddKx, Answer::RemoveModifier],
        NoticeCode::KxDeclinedPresent => &[Answer::RemoveModifier, Answer::AddKx],
        NoticeCode::AssistantEvaluation => &[Answer::CompleteRecord],
        NoticeCode::DocumentationIncomplete if is_suggested => &[Answer::CompleteRecord, Answer::LeaveKxOff],
        NoticeCode::DocumentationIncomplete => &[Answer::CompleteRecord, Answer::RemoveModifier],
        NoticeCode::EarlyKx => &[Answer::RemoveModifier, Answer::RefreshUsage, Answer::ReleaseAsIs],
        NoticeCode::OtherYearUsage => &[Answer::RefreshUsage],
        NoticeCode::UsageUnknown => &[Answer::RefreshUsage, Answer::ReleaseAsIs],
        NoticeCode::HomeHealthEpisode | NoticeCode::Hospice => &[Answer::ReleaseAsIs],
        NoticeCode::ModifiersInNote => &[Answer::CorrectModifier, Answer::ReleaseAsIs],
        _ => &[Answer::CorrectModifier],
    }
}
