//! Civil dates and calendar years. A date of service has no time and no zone.

use std::fmt;

use time::{Date, Month};

use crate::error::{Error, ErrorCode, quoted};

/// A day of the civil calendar that exists, from 0001-01-01 to 9999-12-31. It has no time of day, no zone and no "today".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceDate(Date);

impl ServiceDate {
    /// Reads `YYYY-MM-DD` and nothing else.
    ///
    /// # Errors
    /// `date-invalid` for another form, for a day that does not exist, and for a date with a time or a zone.
    ///
    /// ```
    /// use kx_modifier::ServiceDate;
    /// assert_eq!(ServiceDate::parse("2024-02-29")?.year().number(), 2024);
    /// assert!(ServiceDate::parse("2026-02-29").is_err());
    /// # Ok::<(), kx_modifier::Error>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self, Error> {
        Self::read(text).ok_or_else(|| {
            Error::new(
                ErrorCode::DateInvalid,
                format!("{} is not a date", quoted(text)),
                "write a day that exists as \"YYYY-MM-DD\", without a time or a zone",
            )
        })
    }

    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut number = |digits: usize| {
            let part = parts.next()?;
            (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u16>().ok()).flatten()
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        if parts.next().is_some() || year == 0 {
            return None;
        }
        let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
        Date::from_calendar_date(i32::from(year), month, u8::try_from(day).ok()?).ok().map(Self)
    }

    /// The calendar year the day lies in. A year is always derived from a date and never passed beside one.
    pub fn year(self) -> CalendarYear {
        CalendarYear(u16::try_from(self.0.year()).unwrap_or(0))
    }

    /// The day so many days later; `None` beyond 9999-12-31.
    pub fn plus_days(self, days: i64) -> Option<Self> {
        let day = i64::from(self.0.to_julian_day()).checked_add(days)?;
        Date::from_julian_day(i32::try_from(day).ok()?).ok().filter(|day| (1..=9999).contains(&day.year())).map(Self)
    }

    /// Days from `earlier` to this day; negative where that day is the later one.
    pub fn days_since(self, earlier: Self) -> i64 {
        i64::from(self.0.to_julian_day()).saturating_sub(i64::from(earlier.0.to_julian_day()))
    }
}

impl fmt::Display for ServiceDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), u8::from(self.0.month()), self.0.day())
    }
}

/// A calendar year of four digits: the span in which a threshold accrues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarYear(u16);

impl CalendarYear {
    /// Reads four digits, as the key of `policy.thresholds` has them.
    pub fn read(text: &str) -> Option<Self> {
        (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok().map(Self)).flatten()
    }

    /// The year as a number.
    pub const fn number(self) -> u16 {
        self.0
    }
}

impl fmt::Display for CalendarYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

/// The places of the days in the order of the days; those of one day keep their order.
pub(crate) fn in_order(days: impl Iterator<Item = ServiceDate>) -> Vec<usize> {
    let mut places: Vec<(ServiceDate, usize)> = days.enumerate().map(|(place, day)| (day, place)).collect();
    places.sort_unstable();
    places.into_iter().map(|(_, place)| place).collect()
}
