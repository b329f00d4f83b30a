//! What the record of attestations means for a line, where the policy requires a clinician's answer.

use crate::ground::sentence::{Sentence, say};
use crate::visit::attestation::Answer;
use crate::visit::attestation::newest;
use crate::visit::policy::AttestationPolicy;

use super::facts::{Facts, discipline};

/// Why no clinician's answer lets KX stand on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unattested<'a> {
    /// Nobody's answer covers it.
    Nobody,
    /// The newest answer says to leave KX off.
    LeftOff(&'a str),
}

impl Facts<'_> {
    /// Whether a person stands behind the KX of the line: the record is attested, or an answer for KX covers the line.
    #[cold]
    #[inline(never)]
    pub(super) fn is_attested(&self) -> bool {
        let answered = || {
            let discipline = discipline(self.line, self.setting.therapist)?;
            newest(&self.context.attestations, discipline, self.context.date, self.line.id.as_deref())
        };
        self.checklist.as_ref().is_some_and(|checklist| checklist.attestation.is_some())
            || answered().is_some_and(|covering| covering.answer != Answer::LeaveKxOff)
    }

    /// Why KX is held back for want of an answer, where it is asked for or on the line; `None` where it is not.
    #[cold]
    #[inline(never)]
    pub(super) fn unattested(&self) -> Option<Unattested<'_>> {
        let is_on_line = self.has_therapy_kx() && self.benefits.apply();
        if self.context.policy.attestation == AttestationPolicy::Record || !(is_on_line || self.asks_for_kx()) {
            return None;
        }
        let Some(discipline) = discipline(self.line, self.setting.therapist) else { return Some(Unattested::Nobody) };
        match newest(&self.context.attestations, discipline, self.context.date, self.line.id.as_deref()) {
            None => Some(Unattested::Nobody),
            Some(covering) if covering.answer == Answer::LeaveKxOff => Some(Unattested::LeftOff(&covering.by)),
            Some(_) => None,
        }
    }
}

/// The same beside a suggestion.
#[cold]
#[inline(never)]
pub(super) fn not_attested(facts: &Facts<'_>) -> Sentence {
    match facts.unattested() {
        Some(Unattested::LeftOff(by)) => say!("hindrance.attestation.left-off", by = by),
        _ => say!("hindrance.attestation"),
    }
}

/// The notice about it.
#[cold]
#[inline(never)]
pub(super) fn attestation_missing(why: Unattested<'_>) -> Sentence {
    match why {
        Unattested::Nobody => say!("notice.attestation-missing"),
        Unattested::LeftOff(by) => say!("notice.attestation-missing.left-off", by = by),
    }
}
