//! The rows of deadlines and of reviewers' checklists.

use std::fmt::Write as _;

use super::tables::{Render, Row, day, id, rows};

/// Their files with the tables they become. What an appointment does without is left out of a module that has no more.
pub(crate) const ALL: [(&str, Render); 3] =
    [("deadlines.csv", deadlines), ("review_checklists.csv", review_checklists), ("review_items.csv", review_items)];

const ACCOUNT: &str = "#[cfg(feature = \"account\")]\n";

/// A whole number above zero; an empty cell is none.
fn number(row: &Row, index: usize, name: &str) -> Result<u16, String> {
    match row.cell(index) {
        "" => Ok(0),
        cell => cell
            .parse()
            .ok()
            .filter(|number| *number > 0)
            .ok_or_else(|| row.bad(format!("`{name}` must be a whole number above zero, not `{cell}`"))),
    }
}

/// As `CountedFrom` of the crate names them.
const COUNTED_FROM: [(&str, &str); 4] =
    [("determination", "Determination"), ("first-treatment", "FirstTreatment"), ("letter", "Letter"), ("service", "Service")];

fn deadlines(file: &str, text: &str) -> Result<String, String> {
    let mut out = format!("/// How long something is open, ascending by id.\n{ACCOUNT}pub(crate) const DEADLINES: &[DeadlineRow] = &[\n");
    for row in rows(file, text, &["id", "counted_from", "years", "days", "contractors", "source"], true)? {
        id(&row, row.cell(0))?;
        let from = named(&COUNTED_FROM, row.cell(1)).ok_or_else(|| {
            row.bad(format!("`counted_from` must be determination, first-treatment, letter or service, not `{}`", row.cell(1)))
        })?;
        let (years, days) = (number(&row, 2, "years")?, number(&row, 3, "days")?);
        if (years == 0) == (days == 0) {
            return Err(row.bad("is so many years or days, and not both"));
        }
        row.flag(4, "contractors", "agree", "differ")?;
        let _ = writeln!(
            out,
            "    DeadlineRow {{ id: {:?}, counted_from: CountedFrom::{from}, years: {years}, days: {days}, source: &Id::of({:?}, &[]) }},",
            row.cell(0),
            format!("clock.source.{}", row.cell(0))
        );
    }
    out.push_str("];\n");
    Ok(out)
}

fn review_checklists(file: &str, text: &str) -> Result<String, String> {
    let mut out =
        format!("/// Contractors' checklists, ascending by id.\n{ACCOUNT}pub(crate) const REVIEW_CHECKLISTS: &[ReviewChecklistRow] = &[\n");
    for row in rows(file, text, &["id", "contractor", "reviewed", "order", "source"], true)? {
        id(&row, row.cell(0))?;
        if row.cell(1).is_empty() {
            return Err(row.bad("has no contractor"));
        }
        let (reviewed, in_order) = (day(&row, 2, "reviewed")?, row.flag(3, "order", "read", "assumed")?);
        let _ = writeln!(
            out,
            "    ReviewChecklistRow {{ id: {:?}, contractor: {:?}, reviewed: {reviewed}, in_order: {in_order}, source: &Id::of({:?}, &[]) }},",
            row.cell(0),
            row.cell(1),
            format!("packet.source.{}", row.cell(0))
        );
    }
    out.push_str("];\n");
    Ok(out)
}

/// As `DocumentKind` of the crate names them.
const KINDS: [(&str, &str); 15] = [
    ("order", "Order"),
    ("certification", "Certification"),
    ("initial-evaluation", "InitialEvaluation"),
    ("re-evaluation", "ReEvaluation"),
    ("diagnostic-test", "DiagnosticTest"),
    ("treatment-note", "TreatmentNote"),
    ("treatment-log", "TreatmentLog"),
    ("plan-of-care", "PlanOfCare"),
    ("progress-report", "ProgressReport"),
    ("abbreviation-key", "AbbreviationKey"),
    ("patient-notice", "PatientNotice"),
    ("supervision", "Supervision"),
    ("other-service", "OtherService"),
    ("credentials", "Credentials"),
    ("signature-log", "SignatureLog"),
];
/// As `Asks` of the crate names them.
const ASKS: [(&str, &str); 4] = [("any", "Any"), ("each-day", "EachDay"), ("two-before", "TwoBefore"), ("every-page", "EveryPage")];

/// As `Spans` of the crate names them.
const SPANS: [(&str, &str); 3] = [("one", "One"), ("days", "Days"), ("therapy", "Therapy")];

fn named(names: &[(&'static str, &'static str)], wanted: &str) -> Option<&'static str> {
    names.iter().find(|(name, _)| *name == wanted).map(|(_, variant)| *variant)
}

fn review_items(file: &str, text: &str) -> Result<String, String> {
    let mut out =
        format!("/// What the checklists ask for, in the order of each.\n{ACCOUNT}pub(crate) const REVIEW_ITEMS: &[ReviewItemRow] = &[\n");
    for row in rows(file, text, &["id", "kinds", "asks", "if_any", "spans", "source"], false)? {
        let (checklist, item) = row.cell(0).split_once('.').ok_or_else(|| row.bad(format!("`{}` names no checklist", row.cell(0))))?;
        id(&row, checklist)?;
        id(&row, item)?;
        let asks = named(&ASKS, row.cell(2))
            .ok_or_else(|| row.bad(format!("`asks` must be any, each-day, two-before or every-page, not `{}`", row.cell(2))))?;
        let mut kinds = Vec::new();
        for kind in row.cell(1).split('+').filter(|kind| !kind.is_empty()) {
            let variant = named(&KINDS, kind).ok_or_else(|| row.bad(format!("`{kind}` is no kind of document")))?;
            kinds.push(format!("DocumentKind::{variant}"));
        }
        match (kinds.is_empty(), asks == "EveryPage") {
            (true, false) => return Err(row.bad("has no kind of document")),
            (false, true) => return Err(row.bad("has a kind of document, but asks for something on every page")),
            _ => {}
        }
        let if_any = row.flag(3, "if_any", "yes", "no")?;
        let spans =
            named(&SPANS, row.cell(4)).ok_or_else(|| row.bad(format!("`spans` must be one, days or therapy, not `{}`", row.cell(4))))?;
        // What it asks for is a sentence, so that an item without one does not compile.
        let _ = writeln!(
            out,
            "    ReviewItemRow {{ checklist: {checklist:?}, id: {item:?}, text: &Id::of({:?}, &[]), kinds: &[{}], asks: Asks::{asks}, if_any: {if_any}, spans: Spans::{spans} }},",
            format!("packet.item.{item}"),
            kinds.join(", ")
        );
    }
    out.push_str("];\n");
    Ok(out)
}
