//! Single values as X12 writes them: amounts, days, periods and procedures.

use rust_decimal::prelude::ToPrimitive as _;

use crate::ground::calendar::ServiceDate;
use crate::ground::money::Money;
use crate::ground::procedure::{HcpcsCode, Modifier};
use crate::ground::sentence::Sentence;

use super::reasons;
use super::tokens::Segment;

/// An X12 decimal with at most two places as an amount; `None` for anything else.
#[inline(never)]
pub(super) fn money(text: &str) -> Option<Money> {
    // X12 leaves out the zero before the point.
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
    let zero = if digits.starts_with('.') { "0" } else { "" };
    Money::parse(&format!("{sign}{zero}{digits}")).ok()
}

/// `CCYYMMDD` as a day that exists.
#[inline(never)]
pub(super) fn date(text: &str) -> Option<ServiceDate> {
    let (year, month, day) = (text.get(..4)?, text.get(4..6)?, text.get(6..)?);
    ServiceDate::parse(&format!("{year}-{month}-{day}")).ok()
}

/// The first and the last day; a single date has no last day.
pub(super) type Period = (ServiceDate, Option<ServiceDate>);

/// The first day. The amount counts in the year of the service, so days of two calendar years tell none.
pub(super) fn day_of((from, to): Period) -> Result<ServiceDate, Sentence> {
    if to.is_some_and(|to| to.year() != from.year()) { Err(reasons::TWO_YEARS) } else { Ok(from) }
}

/// Reads a `D8` date or an `RD8` range.
pub(super) fn period(format: &str, text: &str) -> Option<Period> {
    match format {
        "D8" => Some((date(text)?, None)),
        "RD8" => {
            let (from, to) = text.split_once('-')?;
            Some((date(from)?, Some(date(to)?)))
        }
        _ => None,
    }
}

/// A procedure composite: a HCPCS code with its modifiers.
pub(super) struct Procedure {
    pub(super) code: HcpcsCode,
    pub(super) modifiers: Vec<Modifier>,
}

/// Reads `HC:97110:GP:59`.
///
/// # Errors
/// Why the composite is none of a HCPCS code.
pub(super) fn procedure(segment: &Segment<'_>, element: usize) -> Result<Procedure, Sentence> {
    let mut parts = segment.components(element);
    if parts.next() != Some("HC") {
        return Err(reasons::NO_HCPCS);
    }
    let code = parts.next().and_then(|code| HcpcsCode::parse(code).ok()).ok_or(reasons::BAD_HCPCS)?;
    let mut modifiers = Vec::new();
    for text in parts.take(4).filter(|text| !text.is_empty()) {
        modifiers.push(Modifier::parse(text.trim()).map_err(|_| reasons::BAD_MODIFIER)?);
    }
    Ok(Procedure { code, modifiers })
}

/// A number that is not below zero, as X12 writes one: `2`, `.5`, `15E-1`. It is exact to the fifteen digits that X12 has room for. The
/// standard library reads any number exactly, by tables that are a twentieth of what is downloaded.
#[expect(
    clippy::float_arithmetic,
    reason = "a number below 2^53 and a power of ten up to 10^22 are exact, so there is one rounding at most"
)]
pub(super) fn quantity(text: &str) -> Option<f64> {
    let (number, exponent) = match text.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, whole(exponent)?.clamp(-1_000_000, 1_000_000)),
        None => (text, 0),
    };
    let is_negative = number.starts_with('-');
    let (before, behind) = unsigned(number).split_once('.').unwrap_or((unsigned(number), ""));
    let mut digits = 0_u64;
    let mut places = 0_i32;
    if before.is_empty() && behind.is_empty() {
        return None;
    }
    for (letters, place) in [(before, 0), (behind, 1)] {
        for letter in letters.bytes() {
            let digit = u64::from(letter.checked_sub(b'0').filter(|digit| *digit < 10)?);
            // What comes behind nineteen digits is no part of a float.
            if digits < 1_000_000_000_000_000_000 {
                digits = digits.saturating_mul(10).saturating_add(digit);
                places = places.saturating_sub(place);
            } else {
                places = places.saturating_add(1).saturating_sub(place);
            }
        }
    }
    if is_negative && digits > 0 {
        return None;
    }
    let power = places.saturating_add(exponent);
    // 10^400 is more than a float holds.
    let by = (0..power.unsigned_abs().min(400)).fold(1.0, |by, _| by * 10.0);
    let digits = digits.to_f64().filter(|digits| *digits > 0.0);
    Some(digits.map_or(0.0, |digits| if power < 0 { digits / by } else { digits * by })).filter(|number| number.is_finite())
}

fn unsigned(text: &str) -> &str {
    text.strip_prefix(['+', '-']).unwrap_or(text)
}

/// An exponent; one that does not fit is as large as one can be.
fn whole(text: &str) -> Option<i32> {
    let digits = unsigned(text);
    if digits.is_empty() || !digits.bytes().all(|letter| letter.is_ascii_digit()) {
        return None;
    }
    let number = digits.parse().unwrap_or(i32::MAX);
    Some(if text.starts_with('-') { number.saturating_neg() } else { number })
}
