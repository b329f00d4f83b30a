//! Amounts of US dollars in exact cents.

use std::fmt;

use rust_decimal::Decimal;

use super::error::{Error, ErrorCode, quoted};

/// An amount of US dollars that is always a whole number of cents.
///
/// There is no multiplication and no division, and no way in from a float: an amount is read from text, added up and compared. Rounding
/// would need a name and a source, and no rule of this crate rounds.
///
/// ```
/// use kx_modifier::Money;
/// let left = Money::parse("2480")?.minus(Money::parse("2090.00")?);
/// assert_eq!(left.to_string(), "390.00");
/// # Ok::<(), kx_modifier::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(Decimal);

/// 999,999,999.99 in cents: the largest amount that a request may name.
const LARGEST_CENTS: i64 = 99_999_999_999;

enum NoAmount {
    Malformed,
    TooLarge,
}

/// The cents of an amount as nearly all are written, `31.40`: a request is full of them.
#[inline]
fn usual_cents(digits: &[u8]) -> Option<i64> {
    let [whole @ .., b'.', tens, ones] = digits else { return None };
    if whole.is_empty() || whole.len() > 7 {
        return None;
    }
    let mut cents = 0_u32;
    let mut other = 0_u8;
    let mut take = |byte: &u8| {
        let digit = byte.wrapping_sub(b'0');
        other |= u8::from(digit > 9);
        cents = cents.wrapping_mul(10).wrapping_add(u32::from(digit));
    };
    whole.iter().for_each(&mut take);
    take(tens);
    take(ones);
    (other == 0).then(|| i64::from(cents))
}

/// The cents of digits with at most two decimals.
fn cents_of(digits: &[u8]) -> Result<i64, NoAmount> {
    // Digits that count, so that nothing overflows; decimals, once there is a point; whether a digit stands before the point.
    let (mut cents, mut significant, mut decimals, mut is_whole) = (0_i64, 0_u32, None::<u32>, false);
    for byte in digits {
        match (byte, decimals) {
            (b'0'..=b'9', None) => is_whole = true,
            (b'0'..=b'9', Some(before)) if before < 2 => decimals = Some(before.wrapping_add(1)),
            (b'.', None) => {
                decimals = Some(0);
                continue;
            }
            _ => return Err(NoAmount::Malformed),
        }
        significant = significant.saturating_add(u32::from(significant > 0 || *byte != b'0'));
        cents = cents.wrapping_mul(10).wrapping_add(i64::from(byte & 15));
    }
    if !is_whole || decimals == Some(0) {
        return Err(NoAmount::Malformed);
    }
    for _ in decimals.unwrap_or(0)..2 {
        cents = cents.wrapping_mul(10);
    }
    if significant > 11 || cents > LARGEST_CENTS { Err(NoAmount::TooLarge) } else { Ok(cents) }
}

impl Money {
    /// No dollars and no cents.
    pub const ZERO: Self = Self(Decimal::from_parts(0, 0, 0, false, 2));

    /// An amount from whole cents.
    pub fn from_cents(cents: i64) -> Self {
        Self(Decimal::new(cents, 2))
    }

    /// The amount of a built-in row, from whole cents.
    pub(crate) const fn of_row(cents: u32) -> Self {
        Self(Decimal::from_parts(cents, 0, 0, false, 2))
    }

    /// Reads an optional `-`, digits, and at most two decimals after a point; at most 999,999,999.99 either way.
    ///
    /// # Errors
    /// `money-invalid` for anything else: spaces, signs, separators, exponents, a third decimal, a larger amount.
    pub fn parse(text: &str) -> Result<Self, Error> {
        Self::read(text.as_bytes()).ok_or_else(|| Self::refused(text))
    }

    /// The amount that a text says; `None` where it says none.
    pub(crate) fn read(text: &[u8]) -> Option<Self> {
        let digits = text.strip_prefix(b"-").unwrap_or(text);
        let cents = match usual_cents(digits) {
            Some(cents) => cents,
            None => cents_of(digits).ok()?,
        };
        Some(Self::from_cents(if digits.len() < text.len() { cents.wrapping_neg() } else { cents }))
    }

    /// Why a text is no amount.
    #[cold]
    pub(crate) fn refused(text: &str) -> Error {
        let (message, help) = match cents_of(text.strip_prefix('-').unwrap_or(text).as_bytes()) {
            Err(NoAmount::TooLarge) => ("is too large an amount", "an amount is at most 999,999,999.99 either way"),
            _ => (
                "is not an amount",
                "write dollars and cents with digits and a point only, such as 2480.00 or 35.10, without a $ sign and without commas",
            ),
        };
        Error::new(ErrorCode::MoneyInvalid, format!("{} {message}", quoted(text)), help)
    }

    /// The sum. Sums of amounts that a request can hold never come near the limit of the type, at which it would stay. In whole cents,
    /// because a decimal's addition asks for the scales of both first.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self::from_cents(self.cents().saturating_add(other.cents()))
    }

    /// The difference, with the same remark as [`Money::plus`].
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self::from_cents(self.cents().saturating_sub(other.cents()))
    }

    /// More than nothing.
    pub fn is_above_zero(self) -> bool {
        self.cents() > 0
    }

    /// The whole cents. Every amount has two decimals, so that its digits are the cents.
    pub fn cents(self) -> i64 {
        i64::try_from(self.0.mantissa()).unwrap_or(i64::MAX)
    }

    /// This amount as a share of another, for drawing a bar and for nothing else: 0 where it is negative or the other is not above zero.
    #[expect(clippy::float_arithmetic, reason = "a share is drawn, never added up; both sides are whole cents until the one division")]
    pub fn share_of(self, whole: Self) -> f64 {
        use rust_decimal::prelude::ToPrimitive as _;
        match (self.cents().to_f64(), whole.cents().to_f64()) {
            (Some(part), Some(all)) if part > 0.0 && all > 0.0 => part / all,
            _ => 0.0,
        }
    }

    /// The amount as a person reads it: `$1,035.10`, `-$35.10`.
    pub fn in_dollars(self) -> String {
        let mut out = String::new();
        self.write_dollars(&mut out);
        out
    }

    /// The same at the end of a text.
    pub(crate) fn write_dollars(self, out: &mut String) {
        self.write_digits(out, true);
    }

    /// `-35.10` at the end of a text: always two decimals, and never a negative zero.
    pub(crate) fn write(self, out: &mut String) {
        self.write_digits(out, false);
    }

    /// Not by `fmt`, which is several times slower: every answer is full of amounts. Letter by letter, because a few are pushed sooner
    /// than a piece of text is copied.
    fn write_digits(self, out: &mut String, in_dollars: bool) {
        let cents = self.cents();
        if cents < 0 {
            out.push('-');
        }
        if in_dollars {
            out.push('$');
        }
        // Nineteen digits at most, the last of them at the end; three at least.
        let mut digits = [0_u8; 20];
        let (mut rest, mut left) = (cents.unsigned_abs(), 0_usize);
        for place in digits.iter_mut().rev() {
            let digit;
            (rest, digit) = without_last_digit(rest);
            *place = digit;
            left = left.wrapping_add(1);
            if rest == 0 && left >= 3 {
                break;
            }
        }
        for digit in digits.iter().skip(digits.len().wrapping_sub(left)) {
            // The mask tells the compiler that it is one byte.
            out.push(char::from((b'0' | digit) & 127));
            left = left.wrapping_sub(1);
            if left == 2 {
                out.push('.');
            } else if in_dollars && left > 2 && left % 3 == 2 {
                out.push(',');
            }
        }
    }
}

/// The number before its last digit, and the digit. Most are small, and small ones are divided sooner.
#[inline]
fn without_last_digit(number: u64) -> (u64, u8) {
    match u32::try_from(number) {
        Ok(small) => (u64::from(small / 10), u8::try_from(small % 10).unwrap_or(0)),
        Err(_) => (number / 10, u8::try_from(number % 10).unwrap_or(0)),
    }
}

impl Default for Money {
    fn default() -> Self {
        Self::ZERO
    }
}

impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Self::plus)
    }
}

/// Always two decimals, and never a negative zero.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::new();
        self.write(&mut out);
        f.write_str(&out)
    }
}
