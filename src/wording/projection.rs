//! When booked visits will use a bucket up.

use crate::projection::Projection;

use super::list;

/// How many visits are left, and what was left out.
pub fn sentence(projection: &Projection) -> String {
    let mut sentences = Vec::new();
    let visits = |count: usize| if count == 1 { "1 visit".to_owned() } else { format!("{count} visits") };
    match (projection.crosses_on, projection.visits_before_crossing) {
        (Some(day), 0) => sentences.push(format!("No visits left: {day} is over the threshold.")),
        (Some(day), count) => sentences.push(format!("About {} left: {day} is over the threshold.", visits(count))),
        (None, 0) => {}
        (None, 1) => sentences.push("The booked visit does not use it up.".to_owned()),
        (None, count) => sentences.push(format!("The booked {} do not use it up.", visits(count))),
    }
    let years: Vec<String> = projection.unknown_years.iter().map(ToString::to_string).collect();
    match years.len() {
        0 => {}
        1 => sentences.push(format!("Visits in {} are left out: no amount is known for that year.", list(&years))),
        _ => sentences.push(format!("Visits in {} are left out: no amounts are known for those years.", list(&years))),
    }
    sentences.join(" ")
}
