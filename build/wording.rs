//! Reading and checking of the sentences of `data/wording`, taken apart.

use std::fmt::Write as _;

use super::tables::{Render, rows};
use super::template::{CAPITAL, Template, Wrong};

/// The file with the function that makes Rust source of it.
pub(crate) const CORE: (&str, Render) = ("wording/en/core.csv", core);

/// What the ids of an area that can be left out begin with, and the area's feature. Half of all text is theirs.
pub(crate) const AREAS: [(&str, &[&str]); 2] = [
    (
        "ACCOUNT",
        &[
            "audit.",
            "both.",
            "clock.",
            "eligibility.",
            "hold.",
            "import.",
            "packet.",
            "period.",
            "program.",
            "record.",
            "rework.",
            "source.",
            "stake.",
            "worklist.",
        ],
    ),
    ("CLAIMS", &["identity.", "patient.", "scrub.", "unread."]),
];

/// All of them.
fn core(file: &str, text: &str) -> Result<String, String> {
    core_without(file, text, &[])
}

/// Turns the English sentences into Rust source, ascending by id. Those of the areas that are left out have no text: a host's wording may
/// name them, and nothing can say them.
pub(crate) fn core_without(file: &str, text: &str, left_out: &[&str]) -> Result<String, String> {
    let is_left_out =
        |id: &str| AREAS.iter().any(|(area, begins)| left_out.contains(area) && begins.iter().any(|begin| id.starts_with(begin)));
    let rows = rows(file, text, &["id", "text"], true)?;
    // The number of a place is that of its name: nothing is compared but numbers. The first is no place at all.
    let mut names = vec![String::new(), "count".to_owned()];
    let (mut ids, mut texts, mut steps) = (String::new(), String::new(), Vec::new());
    let mut checked = String::new();
    let mut starts = String::new();
    for (index, row) in rows.iter().enumerate() {
        let (id, text) = (row.cell(0), row.cell(1));
        let is_letter = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-';
        if !id.split('.').all(|part| !part.is_empty() && part.bytes().all(is_letter)) {
            return Err(row.bad(format!("`{id}` is not an id of small letters, digits, hyphens and points")));
        }
        let mut places = Vec::new();
        let template = Template::of(text, &mut |name| number(name, &mut names, &mut places)).map_err(|wrong| match wrong {
            Wrong::Brace(why) => row.bad(why),
            Wrong::Place(name) => {
                row.bad(format!("`{name}` between braces is not a name of small letters, or one too many: a step has 7 bits for it"))
            }
        })?;
        // The text of a count is found beside that of one.
        let sibling = |place: Option<usize>, from: &str, to: &str| {
            let wanted = id.strip_suffix(from).map(|base| format!("{base}{to}"));
            let found = place.and_then(|place| rows.get(place)).map(|row| row.cell(0));
            wanted.is_none_or(|wanted| found == Some(wanted.as_str()))
        };
        if !sibling(index.checked_add(1), ".one", ".other") || !sibling(index.checked_sub(1), ".other", ".one") {
            return Err(row.bad(format!("`{id}` stands without the row for the other counts")));
        }
        let start = |at: usize| u16::try_from(at).map_err(|_| row.bad("is one too many: a place in the table has 16 bits"));
        let _ = writeln!(starts, "    Start {{ text: {}, step: {} }},", start(texts.len())?, start(steps.len())?);
        let is_left_out = is_left_out(id);
        let _ = writeln!(checked, "    Row {{ row: {index}, id: {id:?}, places: &{places:?}, is_left_out: {is_left_out} }},");
        if index > 0 {
            ids.push('\n');
        }
        ids.push_str(id);
        if !is_left_out {
            texts.push_str(&template.text);
            steps.extend(template.steps);
        } else {
            // A host's text for it is still held against its places.
            steps.extend(places.iter().map(|place| (0, *place)));
        }
    }
    Ok(format!(
        "/// The names of places, by their number.\npub(crate) static NAMES: [&str; {}] = {names:?};\n\
         /// The rows with their places, ascending by id. Looked at when the crate is compiled, and no part of it.\nconst ROWS: &[Row] = &[\n{checked}];\n\
         /// Where each row begins.\nstatic STARTS: [Start; {}] = [\n{starts}];\n\
         static IDS: &str = {ids:?};\nstatic TEXTS: &str = {texts:?};\nstatic STEPS: [Step; {}] = {steps:?};\n",
        names.len(),
        rows.len(),
        steps.len(),
    ))
}

/// The number of a place, which may be a new one.
fn number(name: &str, names: &mut Vec<String>, places: &mut Vec<u8>) -> Option<u8> {
    if name.is_empty() || !name.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return None;
    }
    let at = names.iter().position(|known| known == name).unwrap_or(names.len());
    let number = u8::try_from(at).ok().filter(|number| *number < CAPITAL)?;
    if at == names.len() {
        names.push(name.to_owned());
    }
    if !places.contains(&number) {
        places.push(number);
    }
    Some(number)
}
