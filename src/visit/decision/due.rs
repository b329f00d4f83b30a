//! Whether KX is due on a line: the one place, for a line of an appointment and for one that was billed.

use crate::visit::policy::{CrossingLine, MixedClaim};
use crate::visit::standing::Standing;

/// Whether KX is due on a line, and by what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Due {
    /// It is not.
    No,
    /// Nothing was left of the bucket before the line.
    Reached,
    /// The line crosses, and the policy applies KX to it.
    CrossingApplied,
    /// The line crosses, and the policy leaves it to a person.
    CrossingSuggested,
    /// Another line of the bucket on the same claim is due.
    WithClaim,
}

impl Due {
    /// Whether KX is due, and not merely left to a person as on a crossing line: no source requires it there.
    pub(crate) fn is_settled(self) -> bool {
        matches!(self, Self::Reached | Self::CrossingApplied | Self::WithClaim)
    }
}

impl Due {
    /// Whether KX is due on a therapy line that counts, by itself.
    pub(crate) fn by_itself(standing: Standing, crossing_line: CrossingLine) -> Self {
        match (standing, crossing_line) {
            (Standing::Reached, _) => Self::Reached,
            (Standing::Crosses, CrossingLine::Apply) => Self::CrossingApplied,
            (Standing::Crosses, CrossingLine::Suggest) => Self::CrossingSuggested,
            _ => Self::No,
        }
    }
}

/// The claims, each with one of its buckets, whose lines are all due because one of them is; none where each line stands by itself.
pub(crate) fn whole_claims<Line, Claim, Claims>(
    policy: MixedClaim,
    lines: impl Iterator<Item = (Line, Due)>,
    claim_of: impl Fn(Line) -> Option<Claim>,
) -> Claims
where
    Claims: Default + FromIterator<Claim>,
{
    match policy {
        MixedClaim::PerLine => Claims::default(),
        MixedClaim::WholeBucket => lines.filter(|(_, due)| due.is_settled()).filter_map(|(line, _)| claim_of(line)).collect(),
    }
}
