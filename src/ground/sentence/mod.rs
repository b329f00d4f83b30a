//! The engine that says sentences: ids with arguments, the rows of `data/wording` that have their words, and how a language writes amounts
//! and days. It knows no rule: each rule's sentences stand beside it.
//!
//! Full sentences end with a full stop; labels and the messages of refusals do not. "Suggested" is never "required": where no source
//! settles a case, the sentence leaves it to a person.

mod render;
mod replace;
pub(crate) mod say;
pub(crate) mod table;
mod template;

pub use render::{Formats, Wording};
pub use say::Sentence;
pub(crate) use say::{Argument, say};
pub use table::Id;
