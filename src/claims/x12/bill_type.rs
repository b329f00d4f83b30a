//! What the first two digits of an institutional claim's type of bill say of its therapy.

use crate::ground::sentence::Sentence;

use super::reasons;

/// A Part A stay.
const PART_A_STAYS: [&str; 3] = ["11", "18", "21"];
/// Home health under a plan of care; 34x is not.
const HOME_HEALTH: [&str; 2] = ["32", "33"];

/// A critical access hospital.
const CRITICAL_ACCESS: &str = "85";

/// Whether it is a critical access hospital's: its remittance says what was paid on cost, and not what accrues.
pub(super) fn is_critical_access(bill_type: &str) -> bool {
    bill_type == CRITICAL_ACCESS
}

/// Why no therapy of such a claim counts toward a threshold; `None` where it does.
pub(super) fn not_outpatient_therapy(bill_type: &str) -> Option<Sentence> {
    if PART_A_STAYS.contains(&bill_type) {
        Some(reasons::PART_A_STAY)
    } else if HOME_HEALTH.contains(&bill_type) {
        Some(reasons::HOME_HEALTH)
    } else {
        None
    }
}
