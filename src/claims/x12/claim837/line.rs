//! A therapy line of a claim.

use crate::claims::x12::reasons;
use crate::claims::x12::tokens::Segment;
use crate::claims::x12::values::{Period, day_of, money, procedure, quantity};
use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::Discipline;
use crate::ground::money::Money;
use crate::ground::procedure::{HcpcsCode, Modifier};
use crate::ground::sentence::Sentence;
use crate::ground::tables::Tables;
use crate::visit::code_list::is_listed;

/// A therapy line of a claim.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ClaimLine {
    /// The provider's line number (REF*6R), else the number of the line.
    pub id: String,
    /// Date of service; of a range the first day.
    pub date: Option<ServiceDate>,
    /// The HCPCS code.
    pub code: HcpcsCode,
    /// The modifiers in claim order.
    pub modifiers: Vec<Modifier>,
    /// What is charged; never the allowed amount.
    pub charge: Money,
    /// Units of service.
    pub units: f64,
    /// What the provider noted beside it (NTE02), such as the modifiers that 99 stands for.
    pub note: Option<String>,
}

/// A line that is open, with the segments below it.
#[derive(Default)]
pub(super) struct Line<'t> {
    pub(super) number: String,
    pub(super) service: Option<Segment<'t>>,
    /// One for each date of service, `None` where it cannot be read.
    pub(super) days: Vec<Option<Period>>,
    pub(super) control: Option<String>,
    pub(super) notes: Vec<&'t str>,
}

impl Line<'_> {
    /// The first day, or why it is not known. A claim's period tells no line's day; where it has two years, that is told.
    fn date(&self, of_claim: Option<Period>) -> Result<Option<ServiceDate>, Sentence> {
        match (self.days.iter().flatten().next(), of_claim) {
            (Some(days), _) => day_of(*days).map(Some),
            (None, _) if !self.days.is_empty() => Err(reasons::BAD_DATE),
            (None, of_claim) => of_claim.map_or(Ok(None), |days| day_of(days).map(|_| None)),
        }
    }

    fn note(&self) -> Option<String> {
        let notes: Vec<&str> = self.notes.iter().copied().filter(|note| !note.is_empty()).collect();
        Some(notes.join(" ")).filter(|note| !note.is_empty())
    }
}

/// The elements of the composite, the charge, the unit of measure and the units.
const fn places(is_institutional: bool) -> [usize; 4] {
    if is_institutional { [2, 3, 4, 5] } else { [1, 2, 3, 4] }
}

/// The line, with what of it is not known; or why it is left.
pub(super) fn read_line(
    tables: &Tables,
    line: &Line<'_>,
    of_claim: Option<Period>,
    service: &Segment<'_>,
) -> Result<(ClaimLine, Option<Sentence>), Sentence> {
    let [composite, charge, measure, units] = places(service.name() == "SV2");
    let procedure = procedure(service, composite)?;
    let under_plan_of_care = procedure.modifiers.iter().any(|modifier| Discipline::of_modifier(*modifier).is_some());
    if !under_plan_of_care && !is_listed(tables, procedure.code) {
        return Err(reasons::NOT_A_THERAPY_LINE);
    }
    let charge = money(service.element(charge)).ok_or(reasons::BAD_CHARGE)?;
    if !["UN", ""].contains(&service.element(measure)) {
        return Err(reasons::other_measure(service.element(measure)));
    }
    let units = quantity(service.element(units)).ok_or(reasons::BAD_UNITS)?;
    let date = line.date(of_claim);
    let read = ClaimLine {
        id: line.control.clone().unwrap_or_else(|| line.number.clone()),
        date: date.clone().unwrap_or_default(),
        code: procedure.code,
        modifiers: procedure.modifiers,
        charge,
        units,
        note: line.note(),
    };
    Ok((read, date.err()))
}
