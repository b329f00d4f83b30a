//! Which codes are therapy codes, and which of them qualify for KX by themselves.

pub(crate) mod sentences;
pub(crate) mod shape;

use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::{Discipline, ServiceType};
use crate::ground::procedure::HcpcsCode;
use crate::ground::tables::{NotInEffect, Tables, TherapyCodeRow};
use crate::visit::policy::{CodeList, Policy};

/// What the lists say of a code for one bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Listing {
    /// On the qualifying list: KX may be applied.
    Qualifies,
    /// On Medicare's therapy code list as a draft that no source confirms: KX is suggested at most.
    Unconfirmed,
    /// A therapy code that is not on the qualifying list: KX is suggested at most.
    OffList {
        /// Whether its row of Medicare's list is confirmed.
        confirmed: bool,
    },
    /// A therapy code, but not on the day of service.
    NotInEffect(NotInEffect),
    /// Not a therapy code at all.
    NotTherapy,
}

impl Listing {
    /// Whether a line with the code is a therapy line.
    pub(crate) fn is_therapy(self) -> bool {
        !matches!(self, Self::NotTherapy | Self::NotInEffect(_))
    }

    /// Whether only a draft row makes it a therapy code.
    pub(crate) fn is_draft(self) -> bool {
        matches!(self, Self::Unconfirmed | Self::OffList { confirmed: false })
    }
}

/// Whether seed 002 documents the code as qualifying for the bucket.
fn is_documented(tables: &Tables, code: HcpcsCode, service_type: ServiceType) -> bool {
    tables.documented_code(code).is_some_and(|row| match service_type {
        ServiceType::PtSlp => row.pt_slp,
        ServiceType::Ot => row.ot,
    })
}

/// What the lists, with the host's additions and removals, say of a code for a bucket on a day of service. A removal wins over an addition.
pub(crate) fn listing(tables: &Tables, code: HcpcsCode, day: ServiceDate, service_type: ServiceType, policy: &Policy) -> Listing {
    let removed = policy.remove_codes.get(service_type).contains(&code);
    if !removed && policy.add_codes.get(service_type).contains(&code) {
        return Listing::Qualifies;
    }
    let row = match tables.therapy_code(code).map(|row| row.on(day)) {
        None => return Listing::NotTherapy,
        Some(Err(why)) => return Listing::NotInEffect(why),
        Some(Ok(row)) => row,
    };
    let documented = is_documented(tables, code, service_type);
    let off_list = Listing::OffList { confirmed: row.confirmed || documented };
    if removed {
        return off_list;
    }
    match policy.code_list {
        CodeList::Documented if documented => Listing::Qualifies,
        CodeList::Documented => off_list,
        CodeList::Cms => {
            // A bucket's list is what either of its disciplines may bill.
            let listed = match service_type {
                ServiceType::PtSlp => row.pt || row.slp,
                ServiceType::Ot => row.ot,
            };
            match (listed, row.confirmed || documented) {
                (true, true) => Listing::Qualifies,
                (true, false) => Listing::Unconfirmed,
                (false, _) => off_list,
            }
        }
    }
}

/// What Medicare's list says of a code on a day of service where no bucket is known. A "sometimes therapy" code is therapy under a therapy
/// plan of care only.
pub(crate) fn listing_of_nobody(tables: &Tables, code: HcpcsCode, day: ServiceDate, under_plan_of_care: bool) -> Listing {
    match tables.therapy_code(code).map(|row| row.on(day)) {
        Some(Err(why)) => Listing::NotInEffect(why),
        Some(Ok(row)) if row.always || under_plan_of_care => {
            let documented = ServiceType::ALL.into_iter().any(|service_type| is_documented(tables, code, service_type));
            Listing::OffList { confirmed: row.confirmed || documented }
        }
        _ => Listing::NotTherapy,
    }
}

/// Which disciplines bill a code (PT, OT and SLP), and the list that tells them apart; `None` where none does. By the confirmed rows of
/// Medicare's list, else by the documented list: what that has for one bucket alone is of its SLP or its OT table, since PT shares one with
/// OT.
#[cold]
#[inline(never)]
pub(crate) fn billed_by(tables: &Tables, row: &TherapyCodeRow) -> Option<(CodeList, [bool; 3])> {
    if row.confirmed && !(row.pt && row.ot && row.slp) {
        return Some((CodeList::Cms, [row.pt, row.ot, row.slp]));
    }
    let documented = tables.documented_codes.iter().find(|documented| documented.code == row.code)?;
    (documented.pt_slp != documented.ot).then_some((CodeList::Documented, [false, documented.ot, documented.pt_slp]))
}

/// A code that a list has for others than who treats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OfOthers {
    /// The code.
    pub code: HcpcsCode,
    /// The list that says so.
    pub list: CodeList,
    /// Who bills it by that list.
    pub bill: [bool; 3],
    /// Who treats.
    pub own: Discipline,
}

/// Whether a code is for others than who treats, by the list that tells who bills it; `None` where none does.
#[cold]
#[inline(never)]
pub(crate) fn of_others(tables: &Tables, code: HcpcsCode, own: Discipline) -> Option<OfOthers> {
    let (list, bill) = billed_by(tables, tables.therapy_code(code)?)?;
    disciplines(bill).all(|one| one != own).then_some(OfOthers { code, list, bill, own })
}

/// Those that bill it, in the order in which they are shown.
pub(crate) fn disciplines(bill: [bool; 3]) -> impl Iterator<Item = Discipline> {
    Discipline::ALL.into_iter().zip(bill).filter_map(|(discipline, bills)| bills.then_some(discipline))
}

/// Whether Medicare's list has the code at all.
pub(crate) fn is_listed(tables: &Tables, code: HcpcsCode) -> bool {
    tables.therapy_code(code).is_some()
}

/// Whether the code is an evaluation or re-evaluation, which an assistant does not furnish.
pub(crate) fn is_evaluation(tables: &Tables, code: HcpcsCode) -> bool {
    tables.therapy_code(code).is_some_and(|row| row.evaluation)
}

/// A few words of our own for the code; `None` where it is not on Medicare's therapy code list.
pub(crate) fn description(tables: &Tables, code: HcpcsCode) -> Option<&str> {
    tables.therapy_code(code).map(|row| row.description.as_ref())
}
