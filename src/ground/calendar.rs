//! Civil dates and calendar years. A date of service has no time and no zone.

use std::fmt;

use time::{Date, Month};

use super::error::{Error, ErrorCode, quoted};
use super::order::places_in_order;

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
        Self::read(text.as_bytes()).ok_or_else(|| Self::refused(text))
    }

    /// `20260914`: the basic form of ISO 8601.
    #[cfg_attr(small, optimize(size))]
    pub(crate) fn basic(self) -> String {
        self.to_string().replace('-', "")
    }

    /// Why a text is no day.
    #[cold]
    pub(crate) fn refused(text: &str) -> Error {
        Error::new(
            ErrorCode::DateInvalid,
            format!("{} is not a date", quoted(text)),
            "write a day that exists as \"YYYY-MM-DD\", without a time or a zone",
        )
    }

    /// The day that a text says; `None` where it says none.
    pub(crate) fn read(text: &[u8]) -> Option<Self> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text else { return None };
        let digits = [y1, y2, y3, y4, m1, m2, d1, d2].map(|byte| byte.wrapping_sub(b'0'));
        if digits.iter().fold(0, |most, digit| most.max(*digit)) > 9 {
            return None;
        }
        let [y1, y2, m1, d1] =
            [[y1, y2], [y3, y4], [m1, m2], [d1, d2]].map(|[tens, ones]| (tens & 15).wrapping_mul(10).wrapping_add(ones & 15));
        let year = u16::from(y1).wrapping_mul(100).wrapping_add(u16::from(y2));
        if year == 0 {
            return None;
        }
        Date::from_calendar_date(i32::from(year), Month::try_from(m1).ok()?, d1).ok().map(Self)
    }

    /// `2026-09-14` at the end of a text, by hand: see the amounts.
    pub(crate) fn write(self, out: &mut String) {
        self.year().write(out);
        for part in [u8::from(self.0.month()), self.0.day()] {
            out.push('-');
            out.push(digit(u16::from(part / 10)));
            out.push(digit(u16::from(part)));
        }
    }

    /// `Sep 14, 2026` at the end of a text: as `Intl` writes it in en-US, and as people read it.
    pub(crate) fn write_in_words(self, out: &mut String) {
        out.push_str(match self.0.month() {
            Month::January => "Jan ",
            Month::February => "Feb ",
            Month::March => "Mar ",
            Month::April => "Apr ",
            Month::May => "May ",
            Month::June => "Jun ",
            Month::July => "Jul ",
            Month::August => "Aug ",
            Month::September => "Sep ",
            Month::October => "Oct ",
            Month::November => "Nov ",
            Month::December => "Dec ",
        });
        push_short(out, u16::from(self.0.day()));
        out.push_str(", ");
        push_short(out, self.year().0);
    }

    /// A day of a row, whose month and day the build has checked.
    pub(crate) const fn of_row(year: u16, month: u8, day: u8) -> Option<Self> {
        // `as` because nothing else widens in a constant.
        #[expect(clippy::as_conversions, reason = "`From` is not const")]
        match Date::from_calendar_date(year as i32, Month::January.nth_next(month.wrapping_sub(1)), day) {
            Ok(day) => Some(Self(day)),
            Err(_) => None,
        }
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

    /// The same day so many years later, or else the last one of its month: Feb 28 for Feb 29. `None` beyond 9999-12-31.
    pub(crate) fn plus_years(self, years: u16) -> Option<Self> {
        let year = self.0.year().checked_add(years.into()).filter(|year| *year <= 9999)?;
        self.0.replace_year(year).or_else(|_| self.0.previous_day().unwrap_or(self.0).replace_year(year)).ok().map(Self)
    }

    /// What sorts days; no day is before the first Julian one.
    pub(crate) fn rank(self) -> u64 {
        u64::try_from(self.number()).unwrap_or(0)
    }

    /// Days from `earlier` to this day; negative where that day is the later one.
    pub fn days_since(self, earlier: Self) -> i64 {
        self.number().saturating_sub(earlier.number())
    }

    /// Its place in the run of all days.
    pub(crate) fn number(self) -> i64 {
        i64::from(self.0.to_julian_day())
    }
}

impl fmt::Display for ServiceDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::new();
        self.write(&mut out);
        f.write_str(&out)
    }
}

/// The last digit of a number.
fn digit(number: u16) -> char {
    char::from(b'0' | u8::try_from(number % 10).unwrap_or(0))
}

/// A number of four digits at most, without zeros before it.
fn push_short(out: &mut String, number: u16) {
    for place in [1000, 100, 10, 1_u16] {
        if number >= place {
            out.push(digit(number.checked_div(place).unwrap_or(0)));
        }
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

    /// A year by its number, of four digits at most.
    pub const fn of(number: u16) -> Option<Self> {
        if number <= 9999 { Some(Self(number)) } else { None }
    }

    /// Four digits at the end of a text.
    pub(crate) fn write(self, out: &mut String) {
        for place in [1000, 100, 10, 1] {
            out.push(digit(self.0.checked_div(place).unwrap_or(0)));
        }
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
    places_in_order(days.map(ServiceDate::rank))
}
