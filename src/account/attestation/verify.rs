//! Whether the record is whole.

use crate::ground::known::Known;
use crate::ground::sentence::Sentence;
use crate::visit::decision::Severity;

use super::event::Event;
use super::fault::Fault;
use super::hash::hash_of;
use super::sentences;

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    /// The event's place, from 0.
    pub position: usize,
    /// What is found.
    pub code: Fault,
    /// The sentence that a person reads.
    pub message: Sentence,
}

/// What is found, errors first, then in the order of the record. An event that cannot be read was changed: no function wrote it so.
#[cfg_attr(small, optimize(size))]
pub(super) fn verify(record: &[Option<Event<'_>>], head: Option<&str>) -> Vec<Finding> {
    let faults = &mut Vec::new();
    // The hash at the end; unknown behind an event that cannot be read.
    let mut end = Some(None);
    let mut before: Option<&Event<'_>> = None;
    for (position, event) in record.iter().enumerate() {
        let Some(event) = event else {
            find(faults, Fault::Changed, position, true);
            end = None;
            continue;
        };
        if hash_of(event) != event.hash {
            find(faults, Fault::Changed, position, true);
        }
        if end.is_some_and(|end| event.previous != end) {
            find(faults, Fault::Broken, position, position > 0);
        }
        if before.is_some_and(|before| event.at.is_before(&before.at)) {
            find(faults, Fault::Time, position, true);
        }
        before = Some(event);
        end = Some(Some(event.hash));
    }
    if let Some(head) = head.filter(|head| end.is_some_and(|end| end != Some(head))) {
        let goes_on = record.iter().flatten().any(|event| event.hash == head);
        find(faults, Fault::Truncated, record.len().saturating_sub(1), goes_on);
    }
    answers(record, faults);
    std::mem::take(faults)
}

/// Answers that no function would have written, where nothing else is wrong: whoever writes to the record can work out hashes too. Then what
/// nobody answered.
#[cfg_attr(small, optimize(size))]
fn answers(record: &[Option<Event<'_>>], faults: &mut Vec<Finding>) {
    let is_whole = faults.is_empty();
    let (mut asked, mut answered) = (Known::default(), Known::default());
    for (position, event) in record.iter().enumerate() {
        let Some(event) = event else { continue };
        let Some(answer) = event.answered() else {
            asked.put(event.hash, position);
            continue;
        };
        let question = asked.get(answer.asked).and_then(|place| record.get(place)?.as_ref());
        let is_one = answered.meet(answer.asked) && answer.lacks().is_none() && question.is_some_and(|asked| asked.scope == event.scope);
        if is_whole && !is_one {
            faults.push(Finding { position, code: Fault::Broken, message: sentences::no_answer(position) });
        }
    }
    for (position, event) in record.iter().enumerate() {
        if event.as_ref().is_some_and(|event| event.answered().is_none() && answered.get(event.hash).is_none()) {
            find(faults, Fault::Unanswered, position, true);
        }
    }
}

#[inline(never)]
fn find(faults: &mut Vec<Finding>, code: Fault, position: usize, usual: bool) {
    faults.push(Finding { position, code, message: sentences::of(code, position, usual) });
}

/// Whether nothing that was found is an error.
pub(super) fn is_whole(findings: &[Finding]) -> bool {
    findings.iter().all(|finding| finding.code.severity() != Severity::Error)
}
