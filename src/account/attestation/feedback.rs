//! The feedback of the intervention in a computable form: what 45 CFR 170.315(b)(11)(ii)(C) wants to be exported.

use super::event::{Answered, Event, Shown, What};

/// What an answer says as feedback.
pub(super) struct Feedback<'e> {
    /// Which version of the rules asked, with the packs in force.
    pub intervention: String,
    /// What was answered.
    pub answered: Answered<'e>,
    /// When, as it was recorded.
    pub date: &'e str,
}

/// One for each answer, in the order of the record.
#[cfg_attr(small, optimize(size))]
pub(super) fn feedback<'e>(record: &[Event<'e>]) -> Vec<Feedback<'e>> {
    let mut rows = Vec::new();
    for (place, event) in record.iter().enumerate() {
        if let Some(answered) = event.answered() {
            let question = record.iter().take(place).rev().find(|asked| asked.hash == answered.asked);
            let shown = question.and_then(|asked| if let What::Asked(shown) = &asked.what { Some(shown) } else { None });
            rows.push(Feedback { intervention: intervention(shown), answered: *answered, date: event.at.as_str() });
        }
    }
    rows
}

fn intervention(shown: Option<&Shown<'_>>) -> String {
    let mut name = env!("CARGO_PKG_NAME").to_owned();
    if let Some(shown) = shown {
        for version in [shown.rules].iter().chain(&shown.packs) {
            name.push(' ');
            name.push_str(version);
        }
    }
    name
}
