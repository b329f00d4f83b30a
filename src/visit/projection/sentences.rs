//! When booked visits will use a bucket up.

use crate::ground::calendar::ServiceDate;
use crate::ground::sentence::{Argument, Sentence, say};

use super::Projection;

/// The month from which on CMS may publish the next year's amounts any day.
const PUBLISHED_FROM: u8 = 10;

/// What the visit at hand does, how many visits are left, and what was left out; `None` without a visit. `after_lines`: they are counted from
/// what today's lines leave.
pub(crate) fn sentence(projection: &Projection, after_lines: bool) -> Option<Sentence> {
    let at_hand = projection.before_at_hand.filter(|_| !after_lines);
    let visits = match (projection.crosses_on, projection.visits_before_crossing) {
        _ if at_hand.is_some_and(|before| !before.is_above_zero()) => Some(say!("projection.reached-here")),
        (Some(day), 0) if projection.is_reached && after_lines && projection.over.is_above_zero() => {
            Some(say!("projection.over-already", over = projection.over, day = day))
        }
        (Some(day), 0) if projection.is_reached => Some(say!("projection.reached", day = day)),
        (Some(_), 0) if at_hand.is_some() => Some(say!("projection.over-here")),
        (Some(day), 0) => Some(say!("projection.over-now", day = day)),
        (Some(day), count) if at_hand.is_some() => Some(say!("projection.over-after-here", count = count, day = day)),
        (Some(day), count) => Some(say!("projection.over-after", count = count, day = day)),
        (None, 0) => None,
        (None, count) => Some(say!("projection.fits", count = count)),
    };
    let visits = visits.map(|visits| match after_lines {
        true => say!("projection.after-lines", visits = visits),
        false => say!("projection.booked", visits = visits),
    });
    let years = &projection.unknown_years;
    let year = projection.on.year().number();
    let is_late = ServiceDate::of_row(year, PUBLISHED_FROM, 1).is_some_and(|first| projection.on >= first);
    let left_out = match years.as_slice() {
        [] => None,
        [next] if is_late && next.number().checked_sub(1) == Some(year) => Some(say!("projection.not-published", year = *next)),
        _ => Some(say!("projection.left-out", count = years.len(), years = years.iter().copied().collect::<Argument>())),
    };
    match (visits, left_out) {
        (Some(visits), Some(years)) => Some(say!("projection.both", visits = visits, years = years)),
        (visits, years) => visits.or(years),
    }
}
