//! What is said, before it is said in any language.

use crate::ground::calendar::{CalendarYear, ServiceDate};
use crate::ground::discipline::{Discipline, ServiceType};
use crate::ground::money::Money;
use crate::ground::procedure::{HcpcsCode, Modifier};

use super::table::Id;

/// A sentence, or a part of one: which, and what it is about. [`Wording`](super::Wording) makes text of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub(super) id: &'static Id,
    /// One for each place that the id fills, in their order.
    pub(super) arguments: Vec<Argument>,
}

impl Sentence {
    /// A sentence that is always the same.
    pub(crate) const fn plain(id: &'static Id) -> Self {
        Self { id, arguments: Vec::new() }
    }

    // Not inlined: there are two hundred places that call it.
    #[inline(never)]
    pub(crate) fn new<const N: usize>(id: &'static Id, arguments: [Argument; N]) -> Self {
        Self { id, arguments: Vec::from(arguments) }
    }
}

/// `say!("row.id", name = value, …)`: the sentence of a row of `data/wording/en/core.csv`. Each place of the row needs its argument; an
/// argument called `count` chooses between the rows `….one` and `….other`.
macro_rules! say {
    ($id:literal) => {{
        const ID: &$crate::ground::sentence::table::Id = &$crate::ground::sentence::table::Id::of($id, &[]);
        $crate::ground::sentence::say::Sentence::plain(ID)
    }};
    ($id:literal, $($name:ident = $value:expr),+ $(,)?) => {{
        const ID: &$crate::ground::sentence::table::Id = &$crate::ground::sentence::table::Id::of($id, &[$(stringify!($name)),+]);
        $crate::ground::sentence::say::Sentence::new(ID, [$($crate::ground::sentence::say::Argument::from($value)),+])
    }};
}
pub(crate) use say;

/// What a sentence is about. Amounts, days and numbers are written as the wording's formats have it, everything else as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Argument {
    Money(Money),
    Day(ServiceDate),
    Number(i64),
    Year(CalendarYear),
    Code(HcpcsCode),
    Modifier(Modifier),
    Name(&'static str),
    Text(String),
    Sentence(Sentence),
    /// `a, b and c`.
    List(Vec<Argument>),
}

impl<T: Into<Argument>> FromIterator<T> for Argument {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

/// Nothing where there is nothing.
impl<T: Into<Self>> From<Option<T>> for Argument {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Name(""), Into::into)
    }
}

macro_rules! argument {
    ($($type:ty => $make:expr),+ $(,)?) => {$(
        impl From<$type> for Argument {
            fn from(value: $type) -> Self {
                $make(value)
            }
        }
    )+};
}
argument! {
    Money => Self::Money,
    ServiceDate => Self::Day,
    CalendarYear => Self::Year,
    HcpcsCode => Self::Code,
    Modifier => Self::Modifier,
    String => Self::Text,
    Sentence => Self::Sentence,
    i64 => Self::Number,
    usize => |count| Self::Number(i64::try_from(count).unwrap_or(i64::MAX)),
    ServiceType => |service_type: ServiceType| Self::Name(service_type.as_str()),
    Discipline => |discipline: Discipline| Self::Name(discipline.as_str()),
    &str => |text: &str| Self::Text(text.to_owned()),
}
