//! What a contractor asks for: of the rows, or the host's own.

use crate::ground::calendar::ServiceDate;
use crate::ground::review_rows::{Asks, DocumentKind, ReviewChecklistRow, Spans};
use crate::ground::sentence::Sentence;
use crate::ground::tables::Tables;

use super::words::Words;

/// A checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Checklist {
    /// Its name in a request.
    pub id: String,
    /// Whose it is.
    pub contractor: String,
    /// Where it was read.
    pub source: Words,
    /// The day that its page names.
    pub reviewed: Option<ServiceDate>,
    /// Whether its order is the contractor's.
    pub in_order: bool,
    /// What is asked for.
    pub items: Vec<Item>,
}

/// An item of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// Its name.
    pub id: String,
    /// What it asks for.
    pub text: Words,
    /// What answers it.
    pub kinds: Vec<DocumentKind>,
    /// How much is asked for.
    pub asks: Asks,
    /// Asked only where there is such a thing.
    pub if_any: bool,
    /// What its documents cover together.
    pub spans: Spans,
}

/// The checklists of the rows.
#[cfg_attr(small, optimize(size))]
pub(super) fn built_in(tables: &Tables) -> impl Iterator<Item = Checklist> {
    tables.review_checklists.iter().map(|row| of_row(tables, row))
}

#[cfg_attr(small, optimize(size))]
fn of_row(tables: &Tables, row: &ReviewChecklistRow) -> Checklist {
    let item = |row: &crate::ground::review_rows::ReviewItemRow| Item {
        id: row.id.to_owned(),
        text: Words::Ours(Sentence::plain(row.text)),
        kinds: row.kinds.to_vec(),
        asks: row.asks,
        if_any: row.if_any,
        spans: row.spans,
    };
    Checklist {
        id: row.id.to_owned(),
        contractor: row.contractor.to_owned(),
        source: Words::Ours(Sentence::plain(row.source)),
        reviewed: row.reviewed,
        in_order: row.in_order,
        items: tables.review_items.iter().filter(|item| item.checklist == row.id).map(item).collect(),
    }
}
