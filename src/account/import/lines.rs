//! The open lines whose decision is another one afterwards.

use crate::visit::context::AppointmentLine;
use crate::visit::decision::{Action, Decision, NoticeCode};

/// A line whose decision is another one afterwards.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LineChange<'l> {
    /// Its position in the appointment.
    pub position: usize,
    /// The line.
    pub line: &'l AppointmentLine,
    /// The decision as things stand.
    pub before: Decision,
    /// The decision once accepted.
    pub after: Decision,
}

impl LineChange<'_> {
    /// Whether KX is on the line or suggested for it, once accepted.
    pub(crate) fn calls_for_kx(&self) -> bool {
        self.after.action != Action::None
    }

    /// Whether a person would see another decision: another action, other modifiers, or a KX that becomes early or is early no more.
    pub(super) fn differs(&self) -> bool {
        let early = |decision: &Decision| decision.notices.iter().any(|notice| notice.code == NoticeCode::EarlyKx);
        let (before, after) = (&self.before, &self.after);
        before.action != after.action || before.modifiers != after.modifiers || early(before) != early(after)
    }
}
