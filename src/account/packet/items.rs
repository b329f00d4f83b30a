//! How an item of the checklist stands: what is on file, and what is missing.

use crate::ground::calendar::ServiceDate;
use crate::ground::review_rows::{Asks, DocumentKind, Spans};
use crate::ground::sentence::Sentence;

use super::checklist::Item;
use super::request::{Asked, Document};
use super::section::Status;
use super::words::Words;
use super::{sentences, series, signatures};

/// How an item stands.
pub(super) struct Standing {
    /// In a word.
    pub status: Status,
    /// What the reviewer is told.
    pub text: Vec<Sentence>,
    /// What is missing, or a person has to look at.
    pub notes: Vec<Sentence>,
}

impl Standing {
    #[cfg_attr(small, optimize(size))]
    fn of(status: Status, what: Sentence) -> Self {
        match status {
            Status::OnFile => Self { status, text: vec![what], notes: Vec::new() },
            _ => Self { status, text: Vec::new(), notes: vec![what] },
        }
    }
}

/// How an item stands, in words too.
#[cfg_attr(small, optimize(size))]
pub(super) fn stands(asked: &Asked, item: &Item) -> Standing {
    if asked.not_applicable.contains(&item.id) {
        return Standing::of(Status::NotApplicable, sentences::not_applicable());
    }
    let documents = answering(asked, item);
    let of_packet = |kind: DocumentKind| documents.is_empty() && item.kinds.contains(&kind);
    if of_packet(DocumentKind::SignatureLog) {
        let open = signatures::unsigned(asked);
        return match open.is_empty() {
            true => Standing::of(Status::OnFile, sentences::in_packet()),
            false => Standing::of(Status::Check, sentences::unsigned(open)),
        };
    }
    if of_packet(DocumentKind::AbbreviationKey) && !asked.abbreviations.is_empty() {
        return Standing::of(Status::OnFile, sentences::in_packet());
    }
    match item.asks {
        Asks::EveryPage => Standing::of(Status::Check, sentences::every_page()),
        _ if documents.is_empty() && item.if_any => Standing::of(Status::Check, sentences::none_if_any()),
        _ if documents.is_empty() => Standing::of(Status::Missing, sentences::none()),
        Asks::EachDay => each_day(asked, &documents, false),
        Asks::Any => match item.spans {
            Spans::One => Standing::of(Status::OnFile, sentences::on_file(documents.len())),
            Spans::Days => each_day(asked, &documents, true),
            Spans::Therapy => since_start(asked, &documents),
        },
        Asks::TwoBefore => two_before(asked),
    }
}

#[cfg_attr(small, optimize(size))]
fn answering<'a>(asked: &'a Asked, item: &Item) -> Vec<&'a Document> {
    asked.documents.iter().filter(|document| item.kinds.contains(&document.kind)).collect()
}

#[cfg_attr(small, optimize(size))]
fn is_open(documents: &[&Document], day: ServiceDate) -> bool {
    !documents.iter().any(|document| document.covers(day))
}

/// Where what holds for a time gives no last day, nobody can tell from here which days it covers.
#[cfg_attr(small, optimize(size))]
fn is_unknown(documents: &[&Document], holds: bool, day: ServiceDate) -> bool {
    holds && documents.iter().any(|document| document.through.is_none() && document.day <= day)
}

/// What is asked for on each day under review and is not there for this one.
#[cfg_attr(small, optimize(size))]
pub(super) fn lacking(asked: &Asked, day: ServiceDate) -> impl Iterator<Item = &Words> {
    let is_missing = move |item: &&Item| {
        let documents = answering(asked, item);
        let holds = item.spans == Spans::Days;
        let is_asked = (item.asks == Asks::EachDay || (item.asks == Asks::Any && holds)) && !(item.if_any && documents.is_empty());
        let is_answered = asked.not_applicable.contains(&item.id) || is_unknown(&documents, holds, day);
        is_asked && !is_answered && is_open(&documents, day)
    };
    asked.checklist.items.iter().filter(is_missing).map(|item| &item.text)
}

/// Each day under review is one of a document's.
#[cfg_attr(small, optimize(size))]
fn each_day(asked: &Asked, documents: &[&Document], holds: bool) -> Standing {
    let days = asked.days();
    let open = days.iter().copied().filter(|day| is_open(documents, *day));
    let (unknown, open): (Vec<ServiceDate>, Vec<ServiceDate>) = open.partition(|day| is_unknown(documents, holds, *day));
    let status = match (open.len(), unknown.is_empty()) {
        (0, true) => Status::OnFile,
        (0, false) => Status::Check,
        (count, _) if count == days.len() => Status::Missing,
        _ => Status::Incomplete,
    };
    let mut notes = Vec::new();
    if !open.is_empty() {
        notes.push(sentences::no_day(open));
    }
    if !unknown.is_empty() {
        notes.push(sentences::end_unknown(unknown));
    }
    let without = if holds { series::without(asked, documents) } else { Vec::new() };
    // Of days that nobody reviews: whether there was treatment then, the packet may not know.
    let status = if status == Status::OnFile && !without.is_empty() { Status::Check } else { status };
    notes.extend(without.into_iter().map(sentences::none_between));
    Standing { status, text: vec![sentences::on_file(documents.len())], notes }
}

/// Progress reports since the start of therapy: without a long time that has none.
#[cfg_attr(small, optimize(size))]
fn since_start(asked: &Asked, documents: &[&Document]) -> Standing {
    let start = series::start(asked);
    let gaps = series::gaps(asked, start, documents);
    let status = match (gaps.is_empty(), start.is_some()) {
        (false, _) => Status::Incomplete,
        (true, false) => Status::Check,
        (true, true) => Status::OnFile,
    };
    let mut notes: Vec<Sentence> = gaps.into_iter().map(sentences::none_between).collect();
    if start.is_none() {
        notes.push(sentences::start_unknown());
    }
    Standing { status, text: vec![sentences::on_file(documents.len())], notes }
}

/// Whether a progress report is about days before a day.
#[cfg_attr(small, optimize(size))]
fn is_about_before(document: &Document, day: ServiceDate) -> bool {
    document.kind == DocumentKind::ProgressReport && document.last_day() < day
}

/// The last two progress reports before a day, the later first: what was written on that day or later was not there before it.
#[cfg_attr(small, optimize(size))]
pub(super) fn reports_before(asked: &Asked, day: ServiceDate) -> Vec<usize> {
    let mut places: Vec<usize> = Vec::new();
    for (place, document) in asked.documents.iter().enumerate() {
        if !is_about_before(document, day) || document.written.is_some_and(|written| written >= day) {
            continue;
        }
        let later = |other: &&usize| asked.documents.get(**other).is_some_and(|other| other.last_day() > document.last_day());
        places.insert(places.iter().take_while(later).count(), place);
        places.truncate(TWO);
    }
    places
}

/// What is behind a day under review: its note and its log, the plan of care and the certification of that day, and the report before it.
#[cfg_attr(small, optimize(size))]
pub(super) fn behind(asked: &Asked, day: ServiceDate) -> Vec<&Document> {
    let of = |kind: DocumentKind| asked.documents.iter().filter(move |document| document.kind == kind);
    let on = |kind: DocumentKind| of(kind).filter(move |document| document.covers(day));
    let plan = of(DocumentKind::PlanOfCare).filter(|plan| plan.day <= day).max_by_key(|plan| plan.day);
    let report = reports_before(asked, day).first().and_then(|place| asked.documents.get(*place));
    let visit = on(DocumentKind::TreatmentNote).chain(on(DocumentKind::TreatmentLog));
    visit.chain(plan).chain(on(DocumentKind::Certification)).chain(report).collect()
}

/// As many progress reports are asked for before a day.
pub(super) const TWO: usize = 2;

/// How the progress reports before the days under review stand.
#[cfg_attr(small, optimize(size))]
pub(super) fn two_before(asked: &Asked) -> Standing {
    let (mut text, mut notes, mut found) = (Vec::new(), Vec::new(), 0_usize);
    for day in asked.days() {
        let own = reports_before(asked, day).len();
        found = found.saturating_add(own);
        let told = if own < TWO { &mut notes } else { &mut text };
        told.push(sentences::before(day, own, TWO));
    }
    let later = written_later(asked);
    let status = match (notes.is_empty(), found) {
        // Whether it is sent all the same is not ours to say.
        (true, _) if !later.is_empty() => Status::Check,
        (true, _) => Status::OnFile,
        (false, 0) => Status::Missing,
        (false, _) => Status::Incomplete,
    };
    notes.extend(later);
    Standing { status, text, notes }
}

/// The progress reports about days before one under review that were written on it or later.
#[cfg_attr(small, optimize(size))]
fn written_later(asked: &Asked) -> Vec<Sentence> {
    let days = asked.days();
    let told = |document: &Document| {
        let written = document.written?;
        let day = days.iter().copied().find(|day| is_about_before(document, *day) && written >= *day)?;
        Some(sentences::before_later(document.last_day(), written, day))
    };
    asked.documents.iter().filter_map(told).collect()
}
