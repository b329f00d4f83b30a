//! What a function is told beside its request.

use super::packed::Out;
use super::sentence::{Sentence, Wording};
use super::tables::Tables;

/// The tables that the rules read, and the words in which their sentences are said. Handed down to every function; nothing is global.
#[derive(Clone, Copy)]
pub struct Env<'e> {
    /// Threshold amounts, code lists and the checklist's rows.
    pub tables: &'e Tables,
    /// The words and formats of sentences.
    pub wording: &'e Wording,
}

impl Env<'static> {
    /// The tables that are compiled in, in English.
    pub const BUILT_IN: Self = Self { tables: &Tables::BUILT_IN, wording: &Wording::ENGLISH };
}

impl Env<'_> {
    /// A sentence as text.
    pub(crate) fn said(&self, sentence: &Sentence) -> String {
        match self.wording.fixed(sentence) {
            Some(text) => text.to_owned(),
            None => {
                let mut text = String::new();
                self.wording.write(&mut text, sentence);
                text
            }
        }
    }

    /// Writes a sentence into an answer.
    pub(crate) fn say(&self, out: &mut Out, sentence: &Sentence) {
        match self.wording.fixed(sentence) {
            Some(text) => out.fixed(text),
            None => out.written(|text| self.wording.write(text, sentence)),
        }
    }
}
