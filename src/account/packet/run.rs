//! The packet, section by section.

use crate::account::clocks::{DueDate, SOON_WITHIN, due_of};
use crate::ground::review_rows::Asks;
use crate::ground::sentence::Sentence;
use crate::ground::tables::Tables;

use super::items::{self, Standing};
use super::request::Asked;
use super::section::{Section, Status};
use super::words::ours;
use super::{sections, sentences};

/// What answers a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Packet {
    /// The day by which it must be there.
    pub due: DueDate,
    /// In the order of the packet.
    pub sections: Vec<Section>,
    /// The pages of each document, from and to, by its place.
    pub pages: Vec<Option<(u64, u64)>>,
    /// What is missing or incomplete.
    pub missing: Vec<Sentence>,
    /// How far it is.
    pub summary: Sentence,
}

/// The packet for a letter.
#[cfg_attr(small, optimize(size))]
pub(super) fn packet(tables: &Tables, asked: &Asked) -> Packet {
    let due = due_of(tables, asked.date, SOON_WITHIN, &asked.review);
    let mut sections = vec![sections::letter(asked, due.message.clone()), sections::lines(asked)];
    let mut placed = vec![false; asked.documents.len()];
    let mut missing = Vec::new();
    let (mut on_file, mut open, mut to_check, mut not_asked) = (0_usize, 0_usize, 0_usize, 0_usize);
    for item in &asked.checklist.items {
        let Standing { status, text, notes } = items::stands(asked, item);
        match status {
            Status::OnFile => on_file = on_file.saturating_add(1),
            Status::Check => to_check = to_check.saturating_add(1),
            Status::NotApplicable => not_asked = not_asked.saturating_add(1),
            Status::Missing | Status::Incomplete => {
                open = open.saturating_add(1);
                missing.extend(notes.iter().map(|what| sentences::missing(&item.text, what.clone())));
            }
        }
        let mut documents = Vec::new();
        for (place, (document, is_placed)) in asked.documents.iter().zip(&mut placed).enumerate() {
            if !*is_placed && item.kinds.contains(&document.kind) {
                *is_placed = true;
                documents.push(place);
            }
        }
        sections.push(Section { id: item.id.clone(), title: item.text.clone(), status, text: ours(text), notes: ours(notes), documents });
    }
    if asked.checklist.items.iter().all(|item| item.asks != Asks::TwoBefore) {
        sections.push(sections::progress(asked));
    }
    sections.push(sections::signature_log(asked));
    sections.extend(sections::abbreviations(asked));
    let rest = placed.iter().enumerate().filter(|(_, is_placed)| !**is_placed).map(|(place, _)| place);
    sections.extend(sections::others(rest.collect()));
    sections.push(sections::proof(asked));
    let all = asked.checklist.items.len().saturating_sub(not_asked);
    let summary = sentences::summary([on_file, all, open, to_check], due.message.clone());
    Packet { pages: pages(asked, &sections), due, sections, missing, summary }
}

/// The pages of all documents, one behind the other; where one's number is not known nobody can tell those after it.
#[cfg_attr(small, optimize(size))]
fn pages(asked: &Asked, sections: &[Section]) -> Vec<Option<(u64, u64)>> {
    let mut pages = vec![None; asked.documents.len()];
    let mut next = Some(1_u64);
    for place in sections.iter().flat_map(|section| section.documents.iter().copied()) {
        let count = asked.documents.get(place).and_then(|document| document.pages).filter(|count| *count > 0);
        let own = next.zip(count).map(|(from, count)| (from, from.saturating_add(u64::from(count)).saturating_sub(1)));
        if let Some(slot) = pages.get_mut(place) {
            *slot = own;
        }
        next = own.map(|(_, to)| to.saturating_add(1));
    }
    pages
}
