//! Who wrote what is in the packet, and how they sign.

use super::request::{Asked, Signature};

/// A row of the signature log.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'a> {
    /// Whose.
    pub name: &'a str,
    /// How they sign, where the host says so.
    pub signs: Option<&'a Signature>,
    /// How many documents they wrote.
    pub documents: usize,
}

/// A row for each author, in the order of the documents given, and for each signature without a document.
#[cfg_attr(small, optimize(size))]
pub(super) fn log(asked: &Asked) -> Vec<Entry<'_>> {
    let authors = asked.documents.iter().filter_map(|document| document.author.as_deref());
    let mut rows: Vec<Entry<'_>> = Vec::new();
    for name in authors {
        match rows.iter_mut().find(|row| row.name == name) {
            Some(row) => row.documents = row.documents.saturating_add(1),
            None => {
                let signs = asked.signatures.iter().find(|signature| signature.name == name);
                rows.push(Entry { name, signs, documents: 1 });
            }
        }
    }
    for signature in &asked.signatures {
        if !rows.iter().any(|row| row.name == signature.name) {
            rows.push(Entry { name: &signature.name, signs: Some(signature), documents: 0 });
        }
    }
    rows
}

/// The authors of whom the host does not say how they sign.
#[cfg_attr(small, optimize(size))]
pub(super) fn unsigned(asked: &Asked) -> Vec<String> {
    let is_open = |row: &Entry<'_>| row.signs.is_none_or(|signs| signs.signature.is_none());
    log(asked).into_iter().filter(is_open).map(|row| row.name.to_owned()).collect()
}
