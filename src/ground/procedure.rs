//! HCPCS codes and modifiers, as they stand on a claim line.

use std::fmt;

use super::error::{Error, ErrorCode, quoted};

/// A HCPCS or CPT code: five capital letters and digits. That a code exists is not claimed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HcpcsCode([u8; 5]);

impl HcpcsCode {
    /// Reads five letters and digits; small letters and surrounding spaces are forgiven.
    ///
    /// # Errors
    /// `code-invalid` for anything else.
    pub fn parse(text: &str) -> Result<Self, Error> {
        characters(text.trim()).map(Self).ok_or_else(|| {
            Error::new(
                ErrorCode::CodeInvalid,
                format!("{} is not a HCPCS code", quoted(text)),
                "write the five letters and digits of the code, such as \"97110\", without modifiers",
            )
        })
    }

    /// The five bytes, as the tables have them.
    pub(crate) const fn bytes(self) -> [u8; 5] {
        self.0
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// A modifier: two capital letters and digits. That a modifier exists is not claimed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Modifier([u8; 2]);

impl Modifier {
    /// Under a physical therapy plan of care.
    pub const GP: Self = Self(*b"GP");
    /// Under an occupational therapy plan of care.
    pub const GO: Self = Self(*b"GO");
    /// Under a speech-language pathology plan of care.
    pub const GN: Self = Self(*b"GN");
    /// Furnished by a physical therapist assistant.
    pub const CQ: Self = Self(*b"CQ");
    /// Furnished by an occupational therapy assistant.
    pub const CO: Self = Self(*b"CO");
    /// Attestation that the requirements of the medical policy are met.
    pub const KX: Self = Self(*b"KX");
    /// Billed as not medically necessary, with an ABN signed before the service.
    pub const GA: Self = Self(*b"GA");
    /// Billed as not medically necessary, without an ABN.
    pub const GZ: Self = Self(*b"GZ");
    /// Excluded from Medicare.
    pub const GY: Self = Self(*b"GY");
    /// The modifiers that say "expected to be denied, or not covered", the opposite of KX; never together with it (MAC).
    pub const OPPOSING: [Self; 3] = [Self::GA, Self::GZ, Self::GY];
    /// Five or more modifiers: some of them, or all, are only in the claim's note (MAC).
    pub const IN_NOTE: Self = Self(*b"99");

    /// Reads two letters and digits; small letters are forgiven.
    ///
    /// # Errors
    /// `modifier-invalid` for anything else.
    pub fn parse(text: &str) -> Result<Self, Error> {
        characters(text).map(Self).ok_or_else(|| {
            Error::new(
                ErrorCode::ModifierInvalid,
                format!("{} is not a modifier", quoted(text)),
                "write the two letters and digits of each modifier, such as \"GP\", as one item of the list",
            )
        })
    }

    /// The modifier as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

fn characters<const N: usize>(text: &str) -> Option<[u8; N]> {
    let bytes: [u8; N] = text.as_bytes().try_into().ok()?;
    let bytes = bytes.map(|b| b.to_ascii_uppercase());
    bytes.iter().all(u8::is_ascii_alphanumeric).then_some(bytes)
}

impl fmt::Display for HcpcsCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for HcpcsCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Modifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Modifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The modifiers of a line in claim order, at most four. Nothing is ever dropped or reordered, repeats neither; the only change there is
/// appends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Modifiers(Vec<Modifier>);

impl Modifiers {
    /// A claim line has four places.
    pub const PLACES: usize = 4;

    /// The modifiers in claim order.
    ///
    /// # Errors
    /// `too-many-modifiers` for more than four.
    pub fn new(modifiers: Vec<Modifier>) -> Result<Self, Error> {
        if modifiers.len() > Self::PLACES {
            return Err(Error::new(
                ErrorCode::TooManyModifiers,
                format!("{} modifiers are on one line", modifiers.len()),
                "a claim line has four places for modifiers; take one off, nothing is dropped for you",
            ));
        }
        Ok(Self(modifiers))
    }

    /// In claim order.
    pub fn iter(&self) -> impl Iterator<Item = Modifier> + '_ {
        self.0.iter().copied()
    }

    /// Whether the modifier is on the line.
    pub fn contains(&self, modifier: Modifier) -> bool {
        self.0.contains(&modifier)
    }

    /// Whether a fifth modifier would be needed for one more.
    pub fn is_full(&self) -> bool {
        self.0.len() >= Self::PLACES
    }

    /// The line with one more modifier at its end; `None` where no place is left.
    #[must_use]
    pub fn appended(&self, modifier: Modifier) -> Option<Self> {
        (!self.is_full()).then(|| {
            let mut modifiers = self.0.clone();
            modifiers.push(modifier);
            Self(modifiers)
        })
    }

    /// The modifiers that stand on the line more than once, each named once.
    pub fn repeated(&self) -> Vec<Modifier> {
        repeated(&self.0)
    }
}

/// The modifiers that stand in a list more than once, each named once.
pub(crate) fn repeated(modifiers: &[Modifier]) -> Vec<Modifier> {
    let mut repeated = Vec::new();
    for (index, modifier) in modifiers.iter().enumerate() {
        if modifiers.iter().take(index).any(|earlier| earlier == modifier) && !repeated.contains(modifier) {
            repeated.push(*modifier);
        }
    }
    repeated
}
