//! The packet in words, for a screen and for paper.

use crate::account::both::and;
use crate::account::clocks::sent;
use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::Discipline;
use crate::ground::review_rows::DocumentKind;
use crate::ground::sentence::{Argument, Sentence, say};
use crate::visit::standing::sentences as standing;

use super::request::{Abbreviation, Asked, Decided, Document, Line};
use super::section::Status;
use super::signatures::Entry;
use super::words::Words;

macro_rules! always {
    ($($(#[$meta:meta])* $name:ident = $id:literal),+ $(,)?) => {$(
        $(#[$meta])*
        pub(super) const fn $name() -> Sentence {
            say!($id)
        }
    )+};
}
always! {
    title_letter = "packet.title.letter",
    title_lines = "packet.title.lines",
    title_progress = "packet.title.progress",
    title_signatures = "packet.title.signatures",
    title_abbreviations = "packet.title.abbreviations",
    title_others = "packet.title.others",
    title_proof = "packet.title.proof",
    not_applicable = "packet.not-applicable",
    in_packet = "packet.in-packet",
    none = "packet.none",
    /// No evaluation says when therapy began.
    start_unknown = "packet.start-unknown",
    none_if_any = "packet.none-if-any",
    every_page = "packet.every-page",
    no_author = "packet.no-author",
    others = "packet.others",
}

impl Words {
    #[cfg_attr(small, optimize(size))]
    fn argument(&self) -> Argument {
        match self {
            Self::Ours(sentence) => sentence.clone().into(),
            Self::Given(text) => text.as_str().into(),
        }
    }
}

/// What a kind of document is called.
pub(super) const fn kind(kind: DocumentKind) -> Sentence {
    match kind {
        DocumentKind::Order => say!("packet.kind.order"),
        DocumentKind::Certification => say!("packet.kind.certification"),
        DocumentKind::InitialEvaluation => say!("packet.kind.initial-evaluation"),
        DocumentKind::ReEvaluation => say!("packet.kind.re-evaluation"),
        DocumentKind::DiagnosticTest => say!("packet.kind.diagnostic-test"),
        DocumentKind::TreatmentNote => say!("packet.kind.treatment-note"),
        DocumentKind::TreatmentLog => say!("packet.kind.treatment-log"),
        DocumentKind::PlanOfCare => say!("packet.kind.plan-of-care"),
        DocumentKind::ProgressReport => say!("packet.kind.progress-report"),
        DocumentKind::AbbreviationKey => say!("packet.kind.abbreviation-key"),
        DocumentKind::PatientNotice => say!("packet.kind.patient-notice"),
        DocumentKind::Supervision => say!("packet.kind.supervision"),
        DocumentKind::OtherService => say!("packet.kind.other-service"),
        DocumentKind::Credentials => say!("packet.kind.credentials"),
        DocumentKind::SignatureLog => say!("packet.kind.signature-log"),
        DocumentKind::Other => say!("packet.kind.any-other"),
    }
}

/// The packet's title.
#[cfg_attr(small, optimize(size))]
pub(super) fn title(asked: &Asked) -> Sentence {
    say!("packet.title", contractor = asked.review.contractor.as_str(), number = asked.review.control_number.as_str())
}

/// More days than the head of a page has room for.
const MOST_DAYS: usize = 6;

/// For the head of each page.
#[cfg_attr(small, optimize(size))]
pub(super) fn header(asked: &Asked) -> Sentence {
    let (name, number) = (asked.beneficiary.0.as_str(), asked.beneficiary.1.as_deref());
    let whose = match number {
        Some(number) => say!("packet.header.number", name = name, number = number),
        None => say!("packet.header.name", name = name),
    };
    let days = asked.days();
    let on = match (days.as_slice(), days.first(), days.last()) {
        ([_, _, ..], Some(first), Some(last)) if days.len() > MOST_DAYS => say!("packet.header.span", first = *first, last = *last),
        ([_, _, ..], ..) => say!("packet.header.days", days = days.into_iter().collect::<Argument>()),
        (_, first, _) => say!("packet.header.day", day = first.copied()),
    };
    and(and(whose, on), say!("packet.header.control", number = asked.review.control_number.as_str()))
}

/// The letter, its days and the lines that it asks about; and apart from that what is to be done.
#[cfg_attr(small, optimize(size))]
pub(super) fn letter(asked: &Asked, due: Sentence) -> (Vec<Sentence>, Vec<Sentence>) {
    let review = &asked.review;
    let mut text = vec![say!("packet.letter", contractor = review.contractor.as_str(), kind = review.kind.as_str())];
    text.extend(review.dated.map(|day| say!("packet.letter.dated", day = day)));
    text.push(say!("packet.letter.lines", count = asked.lines.len()));
    let checklist = &asked.checklist;
    let follows = match checklist.reviewed {
        Some(day) => say!("packet.letter.checklist.reviewed", contractor = checklist.contractor.as_str(), day = day),
        None => say!("packet.letter.checklist", contractor = checklist.contractor.as_str()),
    };
    let mut notes: Vec<Sentence> = review.received.map(|day| say!("packet.letter.received", day = day)).into_iter().collect();
    notes.extend([due, follows]);
    if !checklist.in_order {
        notes.push(say!("packet.letter.order"));
    }
    (text, notes)
}

/// A line under review as it was billed. What was decided on it, and who attested, is the clinic's own.
#[cfg_attr(small, optimize(size))]
pub(super) fn line(line: &Line) -> Sentence {
    let modifiers: Argument = line.modifiers.iter().copied().collect();
    let what = match line.modifiers.is_empty() {
        true => say!("packet.line.plain", code = line.code, day = line.date),
        false => say!("packet.line", code = line.code, day = line.date, modifiers = modifiers),
    };
    match line.charge {
        Some(charge) => and(what, say!("packet.line.charge", amount = charge)),
        None => what,
    }
}

/// A line that was billed without KX over the threshold, by what was decided at the time.
#[cfg_attr(small, optimize(size))]
pub(super) fn without_kx(line: &Line) -> Option<Sentence> {
    let decided = line.decision.filter(|_| !line.has_kx() && !line.is_in_note())?;
    let balance = balance(line, decided).filter(|_| decided.remaining.is_some_and(|remaining| !remaining.is_above_zero()))?;
    Some(and(say!("packet.line.kx-missing", code = line.code, day = line.date), balance))
}

/// Nobody attested to KX on a line, by this record.
#[cfg_attr(small, optimize(size))]
pub(super) fn no_answer(line: &Line) -> Sentence {
    say!("packet.line.no-answer", code = line.code, day = line.date)
}

/// What was billed, and the balance before it. What was shown at the time was for those who worked on the line: none of it is for a reviewer.
#[cfg_attr(small, optimize(size))]
pub(super) fn decided(line: &Line, decided: Decided) -> Sentence {
    let billed = if line.has_kx() {
        say!("packet.line.with-kx")
    } else if line.is_in_note() {
        say!("packet.line.in-note")
    } else {
        say!("packet.line.without-kx")
    };
    match balance(line, decided) {
        Some(balance) => and(billed, balance),
        None => billed,
    }
}

/// The balance before a line, where the line says which threshold it counts toward.
#[cfg_attr(small, optimize(size))]
fn balance(line: &Line, decided: Decided) -> Option<Sentence> {
    let bucket = Discipline::of_one_plan_of_care(line.modifiers.iter().copied())?.service_type();
    let remaining = decided.remaining?;
    Some(match remaining.is_above_zero() {
        true => say!("packet.line.left", remaining = remaining, bucket = bucket),
        false => say!("packet.line.balance", balance = standing::balance(remaining), bucket = bucket),
    })
}

/// So many documents.
#[cfg_attr(small, optimize(size))]
pub(super) fn on_file(count: usize) -> Sentence {
    say!("packet.on-file", count = count)
}

/// Days under review of which there is nothing.
#[cfg_attr(small, optimize(size))]
pub(super) fn no_day(days: Vec<ServiceDate>) -> Sentence {
    say!("packet.no-day", days = days.into_iter().collect::<Argument>())
}

/// No report between two days.
#[cfg_attr(small, optimize(size))]
pub(super) fn none_between((from, to): (ServiceDate, ServiceDate)) -> Sentence {
    say!("packet.none-between", from = from, to = to)
}

/// Days under review of which it is not known whether a certification covers them.
#[cfg_attr(small, optimize(size))]
pub(super) fn end_unknown(days: Vec<ServiceDate>) -> Sentence {
    say!("packet.certification-end", days = days.into_iter().collect::<Argument>())
}

/// How many progress reports there are before a day.
#[cfg_attr(small, optimize(size))]
pub(super) fn before(day: ServiceDate, found: usize, all: usize) -> Sentence {
    say!("packet.before", day = day, number = found, all = all)
}

/// Whose signatures are not shown.
#[cfg_attr(small, optimize(size))]
pub(super) fn unsigned(names: Vec<String>) -> Sentence {
    say!("packet.unsigned", names = names.into_iter().collect::<Argument>())
}

/// A row of the signature log.
#[cfg_attr(small, optimize(size))]
pub(super) fn signature(entry: &Entry<'_>) -> Sentence {
    let whose = match entry.signs.and_then(|signs| signs.credentials.as_deref()) {
        Some(credentials) => say!("packet.signature.credentials", name = entry.name, credentials = credentials),
        None => say!("packet.signature.name", name = entry.name),
    };
    let whose = match entry.signs.and_then(|signs| signs.signature.as_deref()) {
        Some(signature) => say!("packet.signature", what = whose, signature = signature),
        None => whose,
    };
    say!("packet.signature.documents", what = whose, count = entry.documents)
}

/// An abbreviation with what it means.
#[cfg_attr(small, optimize(size))]
pub(super) fn abbreviation(one: &Abbreviation) -> Sentence {
    say!("packet.abbreviation", short = one.short.as_str(), meaning = one.meaning.as_str())
}

/// A document that was written later. A report is about a period, and is no entry of a visit.
#[cfg_attr(small, optimize(size))]
pub(super) fn late(document: &Document) -> Option<Sentence> {
    let (written, days) = (document.written?, document.late_by()?);
    Some(match document.kind {
        DocumentKind::ProgressReport => say!("packet.late.report", day = written, count = days),
        _ => say!("packet.late", day = written, count = days),
    })
}

/// A report about days before one under review, which was written on that day or later.
#[cfg_attr(small, optimize(size))]
pub(super) fn before_later(report: ServiceDate, written: ServiceDate, day: ServiceDate) -> Sentence {
    say!("packet.before.later", report = report, written = written, day = day)
}

/// What is missing of an item.
#[cfg_attr(small, optimize(size))]
pub(super) fn missing(item: &Words, what: Sentence) -> Sentence {
    say!("packet.missing", title = item.argument(), what = what)
}

/// Whether it was sent, and how that is proved.
#[cfg_attr(small, optimize(size))]
pub(super) fn proof(asked: &Asked) -> (Status, Vec<Sentence>, Vec<Sentence>) {
    match &asked.review.sent {
        Some(one) => (if one.confirmation.is_some() { Status::OnFile } else { Status::Check }, vec![sent(one)], Vec::new()),
        None => (Status::Check, Vec::new(), vec![say!("packet.not-sent")]),
    }
}

/// How far it is, and when it is due.
#[cfg_attr(small, optimize(size))]
pub(super) fn summary([on_file, all, gaps, to_check]: [usize; 4], due: Sentence) -> Sentence {
    and(say!("packet.summary", done = on_file, all = all, gaps = gaps, check = to_check), due)
}
