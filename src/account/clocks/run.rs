//! Everything that is due, in its order.

use crate::ground::named::Named as _;
use crate::ground::order::in_order;
use crate::ground::tables::Tables;

use super::due_date::{DueDate, Status};
use super::letter::Asked;
use super::{claims, record, review};

/// What is due, the earliest first.
#[cfg_attr(small, optimize(size))]
pub(crate) fn due_dates(tables: &Tables, asked: &Asked) -> Vec<DueDate> {
    let mut dates = Vec::new();
    if let Some(documentation) = &asked.documentation {
        record::certification(tables, asked, documentation, &mut dates);
        dates.extend(record::progress_report(tables, asked, documentation));
        dates.extend(record::re_evaluation(tables, asked, documentation));
    }
    for denied in &asked.denials {
        dates.extend(claims::correction(tables, asked, denied));
        dates.extend(claims::appeal(tables, asked, denied));
    }
    for review in &asked.reviews {
        dates.push(review::due(tables, asked.date, asked.soon_within, review));
    }
    in_order(dates, order)
}

/// By day; what is late and has no day comes first, what has none otherwise last. No day is a hundred million days away.
#[cfg_attr(small, optimize(size))]
fn order(date: &DueDate) -> u64 {
    let day = match (date.day, date.status) {
        (Some(day), _) => day.rank(),
        (None, Status::Overdue) => 0,
        (None, _) => 99_999_999,
    };
    day.saturating_mul(100).saturating_add(date.kind.place())
}
