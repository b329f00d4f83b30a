//! The request to the contractor, line by line.

use crate::ground::sentence::{Argument, Sentence, say};

use super::denial::{Account, Channel, Denial};

/// The lines of the request; none where no clinician attested.
#[cfg_attr(small, optimize(size))]
pub(super) fn lines(denial: &Denial<'_>, account: &Account) -> Option<Vec<Sentence>> {
    let channel = denial.channel.filter(|_| denial.attested)?;
    let entry = denial.entry;
    let mut lines = vec![match channel {
        Channel::Reopening => say!("rework.letter.title.reopening"),
        Channel::Adjustment => say!("rework.letter.title.adjustment"),
    }];
    if let Some((name, number)) = &entry.patient {
        lines.push(match number {
            Some(number) => say!("rework.letter.beneficiary.number", name = name.as_str(), number = number.as_str()),
            None => say!("rework.letter.beneficiary", name = name.as_str()),
        });
    }
    lines.push(say!("rework.letter.claim", claim = entry.claim.as_str()));
    lines.push(say!("rework.letter.line", day = entry.date, code = entry.code));
    if !entry.modifiers.is_empty() {
        lines.push(say!("rework.letter.modifiers", modifiers = entry.modifiers.iter().copied().collect::<Argument>()));
    }
    lines.push(match account.decided.or(entry.posted) {
        Some(day) => say!("rework.letter.denied.on", day = day),
        None => say!("rework.letter.denied"),
    });
    lines.push(match channel {
        Channel::Reopening => say!("rework.letter.ask.reopening"),
        Channel::Adjustment => say!("rework.letter.ask.adjustment"),
    });
    lines.push(say!("rework.letter.attested"));
    lines.push(say!("rework.letter.record"));
    Some(lines)
}
