//! Moments with their offset from UTC, for what a record says of when something was done.

use super::calendar::ServiceDate;
use super::error::{Error, ErrorCode, quoted};

const SECONDS_OF_DAY: i64 = 86_400;

/// A moment as RFC 3339 writes it. It keeps the text that was given, and is compared by the instant that the text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timestamp<'t> {
    text: &'t str,
    day: ServiceDate,
    /// Seconds and nanoseconds in UTC.
    instant: (i64, u32),
}

impl<'t> Timestamp<'t> {
    /// Reads a date, a time and an offset: `2026-09-14T15:04:05-04:00`, `2026-09-14T19:04:05.250Z`.
    ///
    /// # Errors
    /// `date-invalid` for another form, a day or time that does not exist, more than nine decimals, and a time without an offset.
    ///
    /// ```
    /// use kx_modifier::ground::timestamp::Timestamp;
    /// let [here, there] = [Timestamp::parse("2026-09-14T15:04:05-04:00")?, Timestamp::parse("2026-09-14T19:04:06Z")?];
    /// assert!(here.is_before(&there));
    /// assert!(Timestamp::parse("2026-09-14T15:04:05").is_err());
    /// # Ok::<(), kx_modifier::Error>(())
    /// ```
    pub fn parse(text: &'t str) -> Result<Self, Error> {
        Self::read(text).ok_or_else(|| {
            Error::new(
                ErrorCode::DateInvalid,
                format!("{} is not a time with an offset", quoted(text)),
                "write a moment as \"2026-09-14T15:04:05-04:00\", or with Z for UTC",
            )
        })
    }

    fn read(text: &'t str) -> Option<Self> {
        let (day, time) = text.as_bytes().split_at_checked(10)?;
        let day = ServiceDate::read(day)?;
        let [b'T' | b't', h1, h2, b':', m1, m2, b':', s1, s2, rest @ ..] = time else { return None };
        // 60 is a leap second.
        let (hours, minutes, seconds) = (two(*h1, *h2, 23)?, two(*m1, *m2, 59)?, two(*s1, *s2, 60)?);
        let (nanoseconds, zone) = match rest {
            [b'.', rest @ ..] => fraction(rest)?,
            _ => (0, rest),
        };
        let offset = match zone {
            [b'Z' | b'z'] => 0,
            [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
                let ahead = of_time(two(*h1, *h2, 23)?, two(*m1, *m2, 59)?, 0);
                if *sign == b'-' { 0_i64.saturating_sub(ahead) } else { ahead }
            }
            _ => return None,
        };
        let local = day.number().saturating_mul(SECONDS_OF_DAY).saturating_add(of_time(hours, minutes, seconds));
        Some(Self { text, day, instant: (local.saturating_sub(offset), nanoseconds) })
    }

    /// As it was given.
    pub const fn as_str(&self) -> &'t str {
        self.text
    }

    /// The day on which it was where it was written.
    pub const fn day(&self) -> ServiceDate {
        self.day
    }

    /// `20260914T190405Z`: the second in UTC, as RFC 5545 writes it.
    pub(crate) fn in_utc(&self) -> String {
        let (seconds, _) = self.instant;
        let moved = seconds.div_euclid(SECONDS_OF_DAY).saturating_sub(self.day.number());
        let day = self.day.plus_days(moved).unwrap_or(self.day);
        let rest = seconds.rem_euclid(SECONDS_OF_DAY);
        let mut out = day.basic();
        out.push('T');
        for part in [rest / 3600, rest / 60 % 60, rest % 60] {
            out.extend([part / 10, part % 10].map(|digit| char::from(b'0' | u8::try_from(digit).unwrap_or(0))));
        }
        out.push('Z');
        out
    }

    /// Whether it is the earlier one, wherever the two were written.
    pub fn is_before(&self, other: &Self) -> bool {
        self.instant < other.instant
    }
}

fn of_time(hours: i64, minutes: i64, seconds: i64) -> i64 {
    hours.saturating_mul(60).saturating_add(minutes).saturating_mul(60).saturating_add(seconds)
}

/// Two digits, at most so many.
fn two(tens: u8, ones: u8, most: i64) -> Option<i64> {
    let digit = |byte: u8| char::from(byte).to_digit(10).map(i64::from);
    let number = digit(tens)?.saturating_mul(10).saturating_add(digit(ones)?);
    (number <= most).then_some(number)
}

/// One to nine decimals as nanoseconds, and what follows them.
fn fraction(text: &[u8]) -> Option<(u32, &[u8])> {
    let length = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, rest) = text.split_at_checked(length)?;
    let mut nanoseconds = 0_u32;
    for place in 0..9 {
        let digit = digits.get(place).and_then(|byte| char::from(*byte).to_digit(10)).unwrap_or(0);
        nanoseconds = nanoseconds.saturating_mul(10).saturating_add(digit);
    }
    (1..=9).contains(&length).then_some((nanoseconds, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp<'_> {
        Timestamp::parse(text).unwrap()
    }

    #[test]
    fn instants_are_compared_wherever_they_were_written() {
        for (one, other) in [
            ("2026-09-14T15:04:05-04:00", "2026-09-14T19:04:05Z"),
            ("2026-09-14t23:30:00.5z", "2026-09-15T05:00:00.500+05:30"),
            ("2026-12-31T23:59:60Z", "2027-01-01T00:00:00-00:00"),
            ("0001-01-01T00:00:00.000000001+23:59", "0001-01-01T00:00:00.000000001+23:59"),
        ] {
            assert!(!at(one).is_before(&at(other)) && !at(other).is_before(&at(one)), "{one} {other}");
        }
        assert!(at("2026-09-14T23:59:59.999999999Z").is_before(&at("2026-09-15T00:00:00Z")));
        assert!(at("2026-09-15T00:00:00+01:00").is_before(&at("2026-09-14T23:30:00Z")));
        assert_eq!(at("2026-09-15T00:00:00+01:00").day().to_string(), "2026-09-15");
    }

    #[test]
    fn a_moment_in_utc() {
        for (text, utc) in [
            ("2026-09-14T15:04:05-04:00", "20260914T190405Z"),
            ("2026-12-31T23:30:00.9-01:00", "20270101T003000Z"),
            ("2026-01-01T00:30:00+01:00", "20251231T233000Z"),
            ("2026-12-31T23:59:60Z", "20270101T000000Z"),
            ("2024-02-29T00:00:00z", "20240229T000000Z"),
        ] {
            assert_eq!(at(text).in_utc(), utc, "{text}");
        }
    }

    #[test]
    fn nothing_is_forgiven() {
        for text in [
            "",
            "2026-09-14",
            "2026-09-14T15:04:05",
            "2026-09-14T15:04Z",
            "2026-09-14 15:04:05Z",
            "2026-09-14T24:00:00Z",
            "2026-09-14T15:60:00Z",
            "2026-09-14T15:04:61Z",
            "2026-02-30T15:04:05Z",
            "2026-09-14T15:04:05.Z",
            "2026-09-14T15:04:05.1234567890Z",
            "2026-09-14T15:04:05+4:00",
            "2026-09-14T15:04:05-0400",
            "2026-09-14T15:04:05+24:00",
            "2026-09-14T15:04:05Z ",
            "2026-09-1\u{e9}15:04:05Z",
        ] {
            assert!(Timestamp::parse(text).is_err(), "{text}");
        }
    }
}
