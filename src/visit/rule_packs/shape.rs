//! Rule packs in a request.

use std::borrow::Cow;

use crate::ground::calendar::ServiceDate;
use crate::ground::error::ErrorCode;
use crate::ground::named::named;
use crate::ground::packed::{Count, FromPacked, PositiveMoney, Reader, Refusal, needed, refuse, shape};
use crate::ground::procedure::HcpcsCode;
use crate::ground::tables::{Tables, TherapyCodeRow, ThresholdRow, YEARS};

use super::{Row, RulePack, is_never, join};

named! {
    /// Whether every service with the code is therapy, or only one under a therapy plan of care.
    enum Class {
        /// Every service.
        Always = "always",
        /// Under a plan of care.
        Sometimes = "sometimes",
    }
}

/// Text that says something, and neither begins nor ends with a space.
struct Words(String);

impl FromPacked for Words {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        match from.text("text")? {
            text if !text.is_empty() && text.trim() == text => Ok(Self(text.to_owned())),
            _ => Err(refuse(
                ErrorCode::UnknownValue,
                "the text is empty, or begins or ends with a space",
                "write it out, without spaces around it",
            )),
        }
    }
}

/// A code as the build takes it. Nothing is forgiven: a row is published, and not typed in a hurry.
struct Code(HcpcsCode);

impl FromPacked for Code {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let written = *from;
        let code = <HcpcsCode as FromPacked>::read(from)?;
        match { written }.text("text")? {
            text if text == code.as_str() => Ok(Self(code)),
            _ => Err(refuse(
                ErrorCode::CodeInvalid,
                "the code is not written as it is billed",
                "write capital letters, without spaces around it",
            )),
        }
    }
}

struct Year(u16);

impl FromPacked for Year {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let wrong = || {
            let (first, last) = (YEARS.start(), YEARS.end());
            refuse(
                ErrorCode::UnknownValue,
                "the year cannot have a row",
                format!("give a calendar year from {first} to {last}: before, other rules held"),
            )
        };
        let year = <Count as FromPacked>::read(from)?.0;
        u16::try_from(year).ok().filter(|year| YEARS.contains(year)).map(Self).ok_or_else(wrong)
    }
}

shape! {
    struct ThresholdShape {
        year: Year = "year",
        pt_slp: PositiveMoney = "ptSlp",
        ot: PositiveMoney = "ot",
        medical_review: PositiveMoney = "medicalReview",
        source: Words = "source",
        replaces: bool = "replaces",
    }
}

impl FromPacked for Row<ThresholdRow> {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let shape = ThresholdShape::read(from)?;
        let row = ThresholdRow {
            year: needed(shape.year, "year")?.0,
            pt_slp: needed(shape.pt_slp, "ptSlp")?.0,
            ot: needed(shape.ot, "ot")?.0,
            medical_review: shape.medical_review.map(|amount| amount.0),
        };
        needed(shape.source, "source")?;
        Ok(Self { row, replaces: shape.replaces.unwrap_or(false) })
    }
}

shape! {
    struct CodeShape {
        code: Code = "code",
        description: Words = "description",
        class: Class = "class",
        pt: bool = "pt",
        ot: bool = "ot",
        slp: bool = "slp",
        timed: bool = "timed",
        evaluation: bool = "evaluation",
        confirmed: bool = "confirmed",
        from: ServiceDate = "from",
        to: ServiceDate = "to",
        source: Words = "source",
        replaces: bool = "replaces",
    }
}

impl FromPacked for Row<TherapyCodeRow> {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let shape = CodeShape::read(from)?;
        let row = TherapyCodeRow {
            code: needed(shape.code, "code")?.0.bytes(),
            description: Cow::Owned(needed(shape.description, "description")?.0),
            always: needed(shape.class, "class")? == Class::Always,
            pt: needed(shape.pt, "pt")?,
            ot: needed(shape.ot, "ot")?,
            slp: needed(shape.slp, "slp")?,
            evaluation: needed(shape.evaluation, "evaluation")?,
            confirmed: needed(shape.confirmed, "confirmed")?,
            from: shape.from,
            to: shape.to,
        };
        needed(shape.timed, "timed")?;
        needed(shape.source, "source")?;
        if is_never(row.from, row.to) {
            let refusal =
                refuse(ErrorCode::DateInvalid, "`to` is before `from`", "give the first and the last day of service it counts on");
            return Err(Box::new(refusal.in_field("to")));
        }
        Ok(Self { row, replaces: shape.replaces.unwrap_or(false) })
    }
}

shape! {
    struct PackShape {
        id: Words = "id",
        published: ServiceDate = "published",
        thresholds: Vec<Row<ThresholdRow>> = "thresholds",
        codes: Vec<Row<TherapyCodeRow>> = "codes",
    }
}

impl FromPacked for RulePack {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let shape = PackShape::read(from)?;
        let id = needed(shape.id, "id")?.0;
        needed(shape.published, "published")?;
        let (thresholds, codes) = (shape.thresholds.unwrap_or_default(), shape.codes.unwrap_or_default());
        if thresholds.is_empty() && codes.is_empty() {
            let refusal = refuse(ErrorCode::MissingField, "the pack has no rows", "give rows of `thresholds` or of `codes`");
            return Err(Box::new(refusal.in_field("thresholds")));
        }
        Ok(Self { id, thresholds, codes })
    }
}

/// `useRules` of the public contract: the tables with the packs of a list beside them; those that are built in where nothing is given.
///
/// # Errors
/// What a pack got wrong, with its path.
pub(crate) fn tables(packs: &mut Reader<'_>) -> Result<Tables, Refusal> {
    if packs.nothing() {
        return Ok(Tables::BUILT_IN);
    }
    let mut tables = Tables::BUILT_IN;
    let read = packs.list(&mut |pack| Ok(join(&mut tables, RulePack::read(pack)?)?));
    read.map_err(|refusal| Box::new(refusal.in_field("packs")))?;
    Ok(tables)
}
