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
        Self::read(text.as_bytes()).ok_or_else(|| Self::refused(text))
    }

    /// The code that a text says; `None` where it says none.
    pub(crate) fn read(text: &[u8]) -> Option<Self> {
        // Most are as they should be, and no space is looked for.
        characters(text).or_else(|| characters(std::str::from_utf8(text).ok()?.trim().as_bytes())).map(Self)
    }

    /// Why a text is no code.
    #[cold]
    pub(crate) fn refused(text: &str) -> Error {
        Error::new(
            ErrorCode::CodeInvalid,
            format!("{} is not a HCPCS code", quoted(text)),
            "write the five letters and digits of the code, such as \"97110\", without modifiers",
        )
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
    /// The first of them among the modifiers of a line.
    pub(crate) fn opposing_among(mut modifiers: impl Iterator<Item = Self>) -> Option<Self> {
        modifiers.find(|modifier| Self::OPPOSING.contains(modifier))
    }

    /// Five or more modifiers: some of them, or all, are only in the claim's note (MAC).
    pub const IN_NOTE: Self = Self(*b"99");

    /// Reads two letters and digits; small letters are forgiven.
    ///
    /// # Errors
    /// `modifier-invalid` for anything else.
    pub fn parse(text: &str) -> Result<Self, Error> {
        Self::read(text.as_bytes()).ok_or_else(|| Self::refused(text))
    }

    /// The modifier that a text says; `None` where it says none.
    pub(crate) fn read(text: &[u8]) -> Option<Self> {
        characters(text).map(Self)
    }

    /// Why a text is no modifier.
    #[cold]
    pub(crate) fn refused(text: &str) -> Error {
        Error::new(
            ErrorCode::ModifierInvalid,
            format!("{} is not a modifier", quoted(text)),
            "write the two letters and digits of each modifier, such as \"GP\", as one item of the list",
        )
    }

    /// The two characters.
    pub(crate) fn letters(self) -> [char; 2] {
        self.0.map(char::from)
    }

    /// The modifier as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

fn characters<const N: usize>(text: &[u8]) -> Option<[u8; N]> {
    let bytes: [u8; N] = text.try_into().ok()?;
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

/// The modifiers of a line in claim order, at most four. Nothing is ever dropped or reordered by itself, repeats neither: what is decided
/// appends, and what a person is offered says what it takes off.
///
/// In place: a list on the heap would be made and freed for each line, and once more for its answer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Modifiers {
    /// Those behind the line's own are all [`Modifiers::NONE`].
    places: [Modifier; Self::PLACES],
    taken: usize,
}

impl Modifiers {
    /// A claim line has four places.
    pub const PLACES: usize = 4;

    const NONE: Modifier = Modifier([0; 2]);

    /// The modifiers in claim order.
    ///
    /// # Errors
    /// `too-many-modifiers` for more than four.
    pub fn new(modifiers: &[Modifier]) -> Result<Self, Error> {
        modifiers.iter().try_fold(Self::default(), |line, modifier| line.appended(*modifier)).ok_or_else(|| Self::too_many(modifiers.len()))
    }

    /// Why so many have no place.
    #[cold]
    pub(crate) fn too_many(modifiers: usize) -> Error {
        Error::new(
            ErrorCode::TooManyModifiers,
            format!("{modifiers} modifiers are on one line"),
            "a claim line has four places for modifiers; take one off, nothing is dropped for you",
        )
    }

    fn as_slice(&self) -> &[Modifier] {
        self.places.get(..self.taken).unwrap_or_default()
    }

    /// In claim order.
    pub fn iter(&self) -> impl Iterator<Item = Modifier> + '_ {
        self.as_slice().iter().copied()
    }

    /// Whether the modifier is on the line.
    pub fn contains(&self, modifier: Modifier) -> bool {
        self.as_slice().contains(&modifier)
    }

    /// Whether a fifth modifier would be needed for one more.
    pub fn is_full(&self) -> bool {
        self.taken >= Self::PLACES
    }

    /// The line with one more modifier at its end; `None` where no place is left.
    #[must_use]
    pub fn appended(mut self, modifier: Modifier) -> Option<Self> {
        *self.places.get_mut(self.taken)? = modifier;
        self.taken = self.taken.saturating_add(1);
        Some(self)
    }

    /// The line without a modifier, however often it is there, with another in the place of the first.
    #[must_use]
    #[cold]
    #[inline(never)]
    pub(crate) fn changed(&self, gone: Modifier, mut right: Option<Modifier>) -> Self {
        let stay = self.iter().filter_map(|modifier| if modifier == gone { right.take() } else { Some(modifier) });
        stay.fold(Self::default(), |line, modifier| line.appended(modifier).unwrap_or(line))
    }

    /// The modifiers that stand on the line more than once, each named once.
    pub fn repeated(&self) -> Vec<Modifier> {
        repeated(self.as_slice())
    }
}

impl Default for Modifiers {
    fn default() -> Self {
        Self { places: [Self::NONE; Self::PLACES], taken: 0 }
    }
}

impl fmt::Debug for Modifiers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
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
