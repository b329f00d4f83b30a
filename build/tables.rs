//! Reading and checking of the data rows. Shared by the build and by `tests/tables.rs`, which shows that bad rows are refused.

use std::fmt::Write as _;

/// Turns one file's text into Rust source.
pub(crate) type Render = fn(file: &str, text: &str) -> Result<String, String>;

/// Every file of `data/` with the table it becomes.
pub(crate) const ALL: [(&str, Render); 5] = [
    ("thresholds.csv", thresholds),
    ("therapy_codes.csv", therapy_codes),
    ("documented_codes.csv", documented_codes),
    ("documentation.csv", documentation),
    ("plans.csv", plans),
];

pub(crate) struct Row {
    place: String,
    cells: Vec<String>,
}

impl Row {
    pub(crate) fn cell(&self, index: usize) -> &str {
        self.cells.get(index).map_or("", String::as_str)
    }

    pub(crate) fn bad(&self, why: impl std::fmt::Display) -> String {
        format!("{}: {why}", self.place)
    }

    pub(crate) fn flag(&self, index: usize, name: &str, yes: &str, no: &str) -> Result<bool, String> {
        match self.cell(index) {
            cell if cell == yes => Ok(true),
            cell if cell == no => Ok(false),
            other => Err(self.bad(format!("`{name}` must be {yes} or {no}, not `{other}`"))),
        }
    }
}

/// The rows of a table: right header, right number of cells, nothing missing in the last one, first cells strictly ascending unless the
/// order of the rows carries meaning.
pub(crate) fn rows(file: &str, text: &str, header: &[&str], sorted: bool) -> Result<Vec<Row>, String> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let found = reader.headers().map_err(|e| format!("data/{file}: {e}"))?;
    if found != header {
        return Err(format!("data/{file}: row 1: the header must be `{}`", header.join(",")));
    }
    let mut rows: Vec<Row> = Vec::new();
    for (index, record) in reader.records().enumerate() {
        let record = record.map_err(|e| format!("data/{file}: {e}"))?;
        let row = Row { place: format!("data/{file}: row {}", index.saturating_add(2)), cells: record.iter().map(str::to_owned).collect() };
        if row.cells.len() != header.len() {
            return Err(row.bad(format!("has {} cells, the header has {}", row.cells.len(), header.len())));
        }
        if row.cells.iter().any(|cell| cell.trim() != cell) {
            return Err(row.bad("a cell begins or ends with a space"));
        }
        if row.cells.last().is_none_or(String::is_empty) {
            return Err(row.bad(format!("has no {}", header.last().unwrap_or(&""))));
        }
        for earlier in &rows {
            if earlier.cell(0) == row.cell(0) {
                return Err(row.bad(format!("`{}` stands in {} already", row.cell(0), earlier.place)));
            }
        }
        if let (true, Some(last)) = (sorted, rows.last())
            && last.cell(0) > row.cell(0)
        {
            return Err(row.bad(format!("`{}` is not sorted: it stands after `{}`", row.cell(0), last.cell(0))));
        }
        rows.push(row);
    }
    if rows.is_empty() {
        return Err(format!("data/{file}: has no rows"));
    }
    Ok(rows)
}

/// Cents of an amount above zero such as `2480` or `2480.50`.
fn cents(row: &Row, index: usize, name: &str) -> Result<u32, String> {
    let text = row.cell(index);
    let bad = || row.bad(format!("`{name}` must be an amount above zero in dollars, not `{text}`"));
    let (whole, part) = text.split_once('.').unwrap_or((text, "00"));
    if whole.is_empty() || part.len() != 2 || !format!("{whole}{part}").bytes().all(|b| b.is_ascii_digit()) {
        return Err(bad());
    }
    match format!("{whole}{part}").parse() {
        Ok(0) | Err(_) => Err(bad()),
        Ok(cents) => Ok(cents),
    }
}

/// A HCPCS code as five bytes of digits and capital letters.
fn code(row: &Row) -> Result<&str, String> {
    let text = row.cell(0);
    if text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase()) {
        Ok(text)
    } else {
        Err(row.bad(format!("`{text}` is not a HCPCS code")))
    }
}

/// A day that exists, as the arguments of `ServiceDate::of_row`; an empty cell is none.
pub(crate) fn day(row: &Row, index: usize, name: &str) -> Result<String, String> {
    let text = row.cell(index);
    if text.is_empty() {
        return Ok("None".to_owned());
    }
    let bad = || row.bad(format!("`{name}` must be a day that exists, as YYYY-MM-DD, not `{text}`"));
    let [year, month, day] = text.split('-').collect::<Vec<_>>()[..] else { return Err(bad()) };
    let number = |digits: &str, length: usize| {
        let is_written = digits.len() == length && digits.bytes().all(|b| b.is_ascii_digit());
        is_written.then(|| digits.parse::<u16>().ok()).flatten().ok_or_else(bad)
    };
    let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
    let date = || time::Date::from_calendar_date(year.into(), u8::try_from(month).ok()?.try_into().ok()?, u8::try_from(day).ok()?).ok();
    date().ok_or_else(bad)?;
    Ok(format!("ServiceDate::of_row({year}, {month}, {day})"))
}

fn thresholds(file: &str, text: &str) -> Result<String, String> {
    let mut out =
        String::from("/// Threshold amounts, a row a calendar year, ascending.\npub(crate) const THRESHOLDS: &[ThresholdRow] = &[\n");
    for row in rows(file, text, &["year", "pt_slp", "ot", "medical_review", "source"], true)? {
        let year: u16 = row
            .cell(0)
            .parse()
            .ok()
            .filter(|year| (2018..=2199).contains(year))
            .ok_or_else(|| row.bad(format!("`{}` is not a calendar year from 2018 on: before, other rules held", row.cell(0))))?;
        let (pt_slp, ot, review) = (cents(&row, 1, "pt_slp")?, cents(&row, 2, "ot")?, cents(&row, 3, "medical_review")?);
        let _ = writeln!(
            out,
            "    ThresholdRow {{ year: {year}, pt_slp: Money::of_row({pt_slp}), ot: Money::of_row({ot}), medical_review: Some(Money::of_row({review})) }}, // {}",
            row.cell(4)
        );
    }
    out.push_str("];\n");
    Ok(out)
}

fn therapy_codes(file: &str, text: &str) -> Result<String, String> {
    let header = ["code", "description", "class", "pt", "ot", "slp", "timed", "evaluation", "confirmed", "from", "to", "source"];
    let mut out = String::from("/// Medicare's therapy code list, ascending.\npub(crate) const THERAPY_CODES: &[TherapyCodeRow] = &[\n");
    for row in rows(file, text, &header, true)? {
        let code = code(&row)?;
        if row.cell(1).is_empty() {
            return Err(row.bad("has no description"));
        }
        let always = row.flag(2, "class", "always", "sometimes")?;
        let (pt, ot, slp) = (row.flag(3, "pt", "Y", "N")?, row.flag(4, "ot", "Y", "N")?, row.flag(5, "slp", "Y", "N")?);
        if !["N", "15min", "30min", "hour", "unlisted"].contains(&row.cell(6)) {
            return Err(row.bad(format!("`timed` must be N, 15min, 30min, hour or unlisted, not `{}`", row.cell(6))));
        }
        let (evaluation, confirmed) = (row.flag(7, "evaluation", "Y", "N")?, row.flag(8, "confirmed", "yes", "no")?);
        let (from, to) = (day(&row, 9, "from")?, day(&row, 10, "to")?);
        if !row.cell(9).is_empty() && !row.cell(10).is_empty() && row.cell(10) < row.cell(9) {
            return Err(row.bad("`to` is before `from`"));
        }
        let _ = writeln!(
            out,
            "    TherapyCodeRow {{ code: *b\"{code}\", description: Cow::Borrowed({:?}), always: {always}, pt: {pt}, ot: {ot}, slp: {slp}, evaluation: {evaluation}, confirmed: {confirmed}, from: {from}, to: {to} }},",
            row.cell(1),
        );
    }
    out.push_str("];\n");
    Ok(out)
}

fn documented_codes(file: &str, text: &str) -> Result<String, String> {
    let mut out =
        String::from("/// The documented qualifying list, ascending.\npub(crate) const DOCUMENTED_CODES: &[DocumentedRow] = &[\n");
    for row in rows(file, text, &["code", "pt_slp", "ot", "source"], true)? {
        let (code, pt_slp, ot) = (code(&row)?, row.flag(1, "pt_slp", "Y", "N")?, row.flag(2, "ot", "Y", "N")?);
        if !pt_slp && !ot {
            return Err(row.bad("qualifies for no service type"));
        }
        let _ = writeln!(out, "    DocumentedRow {{ code: *b\"{code}\", pt_slp: {pt_slp}, ot: {ot} }},");
    }
    out.push_str("];\n");
    Ok(out)
}

/// Whether it is words of small letters with hyphens between them.
pub(crate) fn id(row: &Row, id: &str) -> Result<(), String> {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase());
    if id.split('-').all(is_word) { Ok(()) } else { Err(row.bad(format!("`{id}` is not an id of small letters and hyphens"))) }
}

fn documentation(file: &str, text: &str) -> Result<String, String> {
    let mut out = String::from(
        "/// What stands behind the attestation, in the order it is shown.\npub(crate) const DOCUMENTATION: &[DocumentationRow] = &[\n",
    );
    for row in rows(file, text, &["id", "source"], false)? {
        let id = row.cell(0);
        self::id(&row, id)?;
        // What it is called, what it asks for and where are sentences, so that an item without them does not compile.
        let (name, text, source) = (format!("item.{id}"), format!("item.{id}.text"), format!("item.{id}.source"));
        let _ = writeln!(
            out,
            "    DocumentationRow {{ id: {id:?}, name: &Id::of({name:?}, &[]), text: &Id::of({text:?}, &[]), source: &Id::of({source:?}, &[]) }},"
        );
    }
    out.push_str("];\n");
    Ok(out)
}

fn plans(file: &str, text: &str) -> Result<String, String> {
    let mut out =
        String::from("/// Medicare Advantage payers with a published policy on KX, ascending.\npub(crate) const PLANS: &[PlanRow] = &[\n");
    for row in rows(file, text, &["payer", "follows", "from", "read", "source"], true)? {
        let follows = row.flag(1, "follows", "yes", "no")?;
        let (from, read) = (day(&row, 2, "from")?, day(&row, 3, "read")?);
        if row.cell(0).is_empty() || row.cell(3).is_empty() {
            return Err(row.bad("has no payer, or no day on which its policy was read"));
        }
        let _ = writeln!(
            out,
            "    PlanRow {{ payer: {:?}, follows: {follows}, from: {from}, read: {read}, source: {:?} }},",
            row.cell(0),
            row.cell(4)
        );
    }
    out.push_str("];\n");
    Ok(out)
}
