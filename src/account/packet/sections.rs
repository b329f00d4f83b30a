//! The packet's own sections, around those of the checklist.

use crate::ground::discipline::Discipline;
use crate::ground::sentence::Sentence;
use crate::visit::attestation::{Plan, Service};

use super::items::{self, Standing};
use super::request::{Asked, Attested, Line};
use super::section::{Section, Status};
use super::words::{Words, ours};
use super::{sentences, signatures};

#[cfg_attr(small, optimize(size))]
fn section(id: &str, title: Sentence, status: Status, text: Vec<Sentence>, notes: Vec<Sentence>) -> Section {
    Section { id: id.to_owned(), title: Words::Ours(title), status, text: ours(text), notes: ours(notes), documents: Vec::new() }
}

/// The letter, and what is due.
#[cfg_attr(small, optimize(size))]
pub(super) fn letter(asked: &Asked, due: Sentence) -> Section {
    let (text, notes) = sentences::letter(asked, due);
    section("letter", sentences::title_letter(), Status::OnFile, text, notes)
}

/// The newest answer that covers a line. That KX belongs says nothing of a line that was billed without it.
#[cfg_attr(small, optimize(size))]
pub(super) fn attested<'a>(asked: &'a Asked, line: &Line) -> Option<&'a Attested> {
    let discipline = Discipline::of_one_plan_of_care(line.modifiers.iter().copied())?;
    let service = Service { discipline, on: line.date, line: Some(&line.id), plan: Plan::Any };
    let newest = asked.attested.iter().rev().find(|attested| attested.covering.covers(&service));
    newest.filter(|attested| line.has_kx() || !attested.is_for_kx())
}

/// The lines under review with what was decided and attested.
#[cfg_attr(small, optimize(size))]
pub(super) fn lines(asked: &Asked) -> Section {
    let text = asked.lines.iter().map(sentences::line).collect();
    let open = |line: &Line| match line.has_kx() && attested(asked, line).is_none() {
        true => Some(sentences::no_answer(line)),
        false => sentences::without_kx(line),
    };
    let notes: Vec<Sentence> = asked.lines.iter().filter_map(open).collect();
    let status = if notes.is_empty() { Status::OnFile } else { Status::Check };
    section("lines", sentences::title_lines(), status, text, notes)
}

/// The progress reports before each day, where no item of the checklist asks for them.
#[cfg_attr(small, optimize(size))]
pub(super) fn progress(asked: &Asked) -> Section {
    let Standing { status, text, notes } = items::two_before(asked);
    let status = if status == Status::OnFile { status } else { Status::Check };
    section("progress", sentences::title_progress(), status, text, notes)
}

/// Who signed.
#[cfg_attr(small, optimize(size))]
pub(super) fn signature_log(asked: &Asked) -> Section {
    let log = signatures::log(asked);
    let text: Vec<Sentence> = log.iter().map(sentences::signature).collect();
    let open = signatures::unsigned(asked);
    let status = if log.is_empty() || !open.is_empty() { Status::Check } else { Status::OnFile };
    let notes = match (log.is_empty(), open.is_empty()) {
        (true, _) => vec![sentences::no_author()],
        (false, false) => vec![sentences::unsigned(open)],
        (false, true) => Vec::new(),
    };
    section("signatures", sentences::title_signatures(), status, text, notes)
}

/// What abbreviations mean.
#[cfg_attr(small, optimize(size))]
pub(super) fn abbreviations(asked: &Asked) -> Option<Section> {
    if asked.abbreviations.is_empty() {
        return None;
    }
    let text = asked.abbreviations.iter().map(sentences::abbreviation).collect();
    Some(section("abbreviations", sentences::title_abbreviations(), Status::OnFile, text, Vec::new()))
}

/// Documents that answer no item.
#[cfg_attr(small, optimize(size))]
pub(super) fn others(documents: Vec<usize>) -> Option<Section> {
    if documents.is_empty() {
        return None;
    }
    let notes = vec![sentences::others()];
    Some(Section { documents, ..section("others", sentences::title_others(), Status::Check, Vec::new(), notes) })
}

/// Proof that it was sent.
#[cfg_attr(small, optimize(size))]
pub(super) fn proof(asked: &Asked) -> Section {
    let (status, text, notes) = sentences::proof(asked);
    section("proof", sentences::title_proof(), status, text, notes)
}
