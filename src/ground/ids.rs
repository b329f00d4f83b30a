//! Ids that tell things of a list apart.

use super::known::Known;

/// The first element with an id that an earlier one has: its place, and the id.
pub(crate) fn repeated<'i>(ids: impl Iterator<Item = Option<&'i str>>) -> Option<(usize, &'i str)> {
    let mut known = Known::default();
    ids.enumerate().filter_map(|(place, id)| Some((place, id?))).find(|(_, id)| !known.meet(*id))
}
