//! The days of a claim or of a line.

use crate::claims::x12::reasons;
use crate::claims::x12::values::{date, day_of};
use crate::ground::calendar::ServiceDate;
use crate::ground::sentence::Sentence;

/// A day, or the first and the last of a period.
#[derive(Default)]
pub(super) struct Days {
    from: Option<ServiceDate>,
    to: Option<ServiceDate>,
    is_bad: bool,
}

impl Days {
    pub(super) fn begin(&mut self, text: &str) {
        let day = date(text);
        self.from = self.from.or(day);
        self.is_bad |= day.is_none();
    }

    pub(super) fn end(&mut self, text: &str) {
        let day = date(text);
        self.to = self.to.or(day);
        self.is_bad |= day.is_none();
    }

    /// The first day, else that of the claim.
    pub(super) fn first_or(&self, claim: &Self) -> Result<ServiceDate, Sentence> {
        let days = if self.from.is_none() && !self.is_bad { claim } else { self };
        if days.is_bad {
            return Err(reasons::BAD_DATE);
        }
        day_of((days.from.ok_or(reasons::NO_DATE)?, days.to))
    }
}
