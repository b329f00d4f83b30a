//! Enums whose values have a name in the public contract. The name stands once, and is read and written by it.

/// An enum whose values have public names.
pub trait Named: Copy + 'static {
    /// Every value, in the order of the declaration.
    const ALL: &'static [Self];
    /// Their names, in the same order.
    const NAMES: &'static [&'static str];
    /// The name as the public contract spells it.
    fn name(self) -> &'static str;
    /// Its place among all.
    fn place(self) -> u64
    where
        Self: PartialEq,
    {
        Self::ALL.iter().zip(0..).find(|(one, _)| **one == self).map_or(0, |(_, place)| place)
    }
}

/// `named! { pub enum Source { Computed = "computed", … } }`: the enum, its values in order, and their names.
macro_rules! named {
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident { $($(#[$of_variant:meta])* $variant:ident = $text:literal),+ $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $($(#[$of_variant])* $variant),+ }

        impl $name {
            /// Every value, in the order of the declaration.
            $vis const ALL: [Self; [$($text),+].len()] = [$(Self::$variant),+];

            /// The name as the public contract spells it.
            $vis const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }

        impl $crate::ground::named::Named for $name {
            const ALL: &'static [Self] = &Self::ALL;
            const NAMES: &'static [&'static str] = &[$($text),+];

            fn name(self) -> &'static str {
                self.as_str()
            }
        }
    };
}
pub(crate) use named;
