//! Amounts of US dollars in exact cents.

use std::fmt;

use rust_decimal::Decimal;

use crate::error::{Error, ErrorCode, quoted};

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

impl Money {
    /// No dollars and no cents.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// An amount from whole cents.
    pub fn from_cents(cents: i64) -> Self {
        Self(Decimal::new(cents, 2))
    }

    /// Reads an optional `-`, digits, and at most two decimals after a point; at most 999,999,999.99 either way.
    ///
    /// # Errors
    /// `money-invalid` for anything else: spaces, signs, separators, exponents, a third decimal, a larger amount.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, part) = digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
        let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(whole) || part.is_some_and(|part| part.len() > 2 || !all_digits(part)) {
            return Err(Error::new(
                ErrorCode::MoneyInvalid,
                format!("{} is not an amount", quoted(text)),
                "write dollars and cents with digits and a point only, such as 2480 or 35.10, without a $ sign and without commas",
            ));
        }
        let too_large = || {
            Error::new(
                ErrorCode::MoneyInvalid,
                format!("{} is too large an amount", quoted(text)),
                "an amount is at most 999,999,999.99 either way",
            )
        };
        let significant = whole.trim_start_matches('0');
        let cents: i64 = format!("{significant}{:0<2}", part.unwrap_or("")).parse().map_err(|_| too_large())?;
        if cents > LARGEST_CENTS {
            return Err(too_large());
        }
        let amount = Self::from_cents(cents);
        Ok(if text.starts_with('-') { Self::ZERO.minus(amount) } else { amount })
    }

    /// The sum. Sums of amounts that a request can hold never come near the limit of the type, at which it would stay.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference, with the same remark as [`Money::plus`].
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// More than nothing.
    pub fn is_above_zero(self) -> bool {
        self > Self::ZERO
    }

    /// This amount as a share of another, for drawing a bar and for nothing else: 0 where it is negative or the other is not above zero.
    #[expect(clippy::float_arithmetic, reason = "a share is drawn, never added up; both sides are whole cents until the one division")]
    pub fn share_of(self, whole: Self) -> f64 {
        use rust_decimal::prelude::ToPrimitive as _;
        let cents =
            |amount: Self| amount.0.checked_mul(Decimal::ONE_HUNDRED).and_then(|cents| cents.to_i64()).and_then(|cents| cents.to_f64());
        match (cents(self), cents(whole)) {
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
        let text = self.to_string();
        let digits = text.strip_prefix('-').unwrap_or(&text);
        if digits.len() < text.len() {
            out.push('-');
        }
        out.push('$');
        let whole = digits.split_once('.').map_or(digits, |(whole, _)| whole).len();
        for (index, letter) in digits.chars().enumerate() {
            if index > 0 && index < whole && whole.saturating_sub(index).is_multiple_of(3) {
                out.push(',');
            }
            out.push(letter);
        }
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
        let mut amount = self.0;
        amount.rescale(2);
        if amount.is_zero() {
            amount.set_sign_positive(true);
        }
        write!(f, "{amount}")
    }
}
