//! What can be read from packed bytes, and shapes: objects with some fields and no others.

use crate::ground::error::Refusal;
use crate::ground::named::Named;

use super::form::tag;
use super::read::Reader;
use super::refusals::torn;

/// What can be read from packed bytes.
pub trait FromPacked: Sized {
    /// Reads one value.
    ///
    /// # Errors
    /// What it got wrong, with its path from here on.
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal>;
}

impl<T: Named> FromPacked for T {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let place = from.choice(T::NAMES)?;
        T::ALL.get(place).copied().ok_or_else(torn)
    }
}

impl FromPacked for bool {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        from.bool()
    }
}

impl FromPacked for String {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        from.text("text").map(str::to_owned)
    }
}

impl<T: FromPacked> FromPacked for Vec<T> {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let mut ahead = *from;
        let promised = ahead.count(tag::LIST, "a list")?;
        // A packed list may lie about its length.
        let mut list = Self::with_capacity(promised.min(from.rest()).min(4096));
        from.list(&mut |from| T::read(from).map(|one| list.push(one)))?;
        Ok(list)
    }
}

/// `shape! { struct Name { field: Type = "name", … } }`: an object with these fields and no others, each of which may be absent.
macro_rules! shape {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($fields:tt)+ }) => {
        $crate::ground::packed::shape::fields! { inline; $(#[$meta])* $vis struct $name { $($fields)+ } }
    };
}
pub(crate) use shape;

/// The same for what is read once where an appointment's lines are read a thousand times: compiled to be small.
#[cfg(feature = "account")]
macro_rules! small_shape {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($fields:tt)+ }) => {
        $crate::ground::packed::shape::fields! { cfg_attr(small, inline(never), optimize(size)); $(#[$meta])* $vis struct $name { $($fields)+ } }
    };
}
#[cfg(feature = "account")]
pub(crate) use small_shape;

/// The struct of a shape with its way of being read, compiled as the attribute says.
macro_rules! fields {
    ($how:meta; $(#[$meta:meta])* $vis:vis struct $name:ident { $($field:ident: $type:ty = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Default)]
        $vis struct $name { $($vis $field: Option<$type>),+ }

        impl $name {
            /// The names of the fields.
            const NAMES: &'static [&'static str] = &[$($text),+];

            /// Reads an object's fields, in place: a shape is too large to be handed on for nothing.
            #[$how]
            fn fill(&mut self, from: &mut $crate::ground::packed::read::Reader<'_>) -> Result<(), $crate::ground::error::Refusal> {
                from.object(Self::NAMES, &mut |place, from| self.take(place, from))
            }

            /// Reads the field at a place among the names; the place behind the last begins anew.
            #[$how]
            fn take(&mut self, place: usize, from: &mut $crate::ground::packed::read::Reader<'_>) -> Result<(), $crate::ground::error::Refusal> {
                let mut _here = 0_usize;
                $(
                    if place == _here {
                        self.$field = Some($crate::ground::packed::shape::FromPacked::read(from)?);
                        return Ok(());
                    }
                    _here = _here.wrapping_add(1);
                )+
                *self = Self::default();
                Ok(())
            }
        }

        impl $crate::ground::packed::shape::FromPacked for $name {
            fn read(from: &mut $crate::ground::packed::read::Reader<'_>) -> Result<Self, $crate::ground::error::Refusal> {
                let mut shape = Self::default();
                shape.fill(from)?;
                Ok(shape)
            }
        }
    };
}
pub(crate) use fields;
