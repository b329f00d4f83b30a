//! Why something of an X12 text was left. Clauses, shown behind the segment they are about.

use crate::ground::sentence::{Argument, Sentence, say};

pub(super) const NOT_271: Sentence = say!("unread.not-271");
pub(super) const SHIFTED: Sentence = say!("unread.shifted");
pub(super) const REJECTED: Sentence = say!("unread.rejected");
pub(super) const PATIENT_SHARE: Sentence = say!("unread.patient-share");
pub(super) const DIFFERENT_BUCKETS: Sentence = say!("unread.different-buckets");
pub(super) const USED_AND_REMAINING: Sentence = say!("unread.used-and-remaining");
pub(super) const NEITHER_USED_NOR_REMAINING: Sentence = say!("unread.neither-used-nor-remaining");
pub(super) const NO_AMOUNT: Sentence = say!("unread.no-amount");
pub(super) const NO_PERIOD: Sentence = say!("unread.no-period");
pub(super) const NOT_835: Sentence = say!("unread.not-835");
pub(super) const PART_A_STAY: Sentence = say!("unread.part-a-stay");
pub(super) const NO_FILING_CODE: Sentence = say!("unread.no-filing-code");
pub(super) const NO_CLAIM: Sentence = say!("unread.no-claim");
pub(super) const NO_BUCKET: Sentence = say!("unread.no-bucket");
pub(super) const NO_PLAN_OF_CARE: Sentence = say!("unread.no-plan");
pub(super) const NO_DATE: Sentence = say!("unread.no-date");
pub(super) const BAD_DATE: Sentence = say!("unread.bad-date");
pub(super) const TWICE: Sentence = say!("unread.twice");
pub(super) const BAD_CHARGE: Sentence = say!("unread.bad-charge");
pub(super) const BAD_PAYMENT: Sentence = say!("unread.bad-payment");
pub(super) const BAD_ALLOWED: Sentence = say!("unread.bad-allowed");
pub(super) const BAD_ADJUSTMENT: Sentence = say!("unread.bad-adjustment");
pub(super) const UNBALANCED_LINE: Sentence = say!("unread.unbalanced-line");
pub(super) const UNBALANCED_CLAIM: Sentence = say!("unread.unbalanced-claim");
pub(super) const MEDICARE_SECONDARY: Sentence = say!("unread.medicare-secondary");
pub(super) const PREDETERMINATION: Sentence = say!("unread.predetermination");
pub(super) const FORWARDED: Sentence = say!("unread.forwarded");
pub(super) const HOME_HEALTH: Sentence = say!("unread.home-health");
pub(super) const CRITICAL_ACCESS: Sentence = say!("unread.critical-access");
pub(super) const POSITIVE_REVERSAL: Sentence = say!("unread.positive-reversal");
pub(super) const NO_SERVICE_LINES: Sentence = say!("unread.no-service-lines");
pub(super) const TWO_YEARS: Sentence = say!("unread.two-years");
pub(super) const CUT_OFF: Sentence = say!("unread.cut-off");
pub(super) const TEST_FILE: Sentence = say!("unread.test-file");
pub(super) const NO_TRANSACTION: Sentence = say!("unread.no-transaction");
pub(super) const STRAY: Sentence = say!("unread.stray");
pub(super) const ALLOWED_TWICE: Sentence = say!("unread.allowed-twice");
pub(super) const OUTSIDE: Sentence = say!("unread.outside");
pub(super) const CLAIM_ADJUSTED: Sentence = say!("unread.claim-adjusted");
pub(super) const NOT_837: Sentence = say!("unread.not-837");
pub(super) const NO_LINE: Sentence = say!("unread.no-line");
pub(super) const NOT_A_THERAPY_LINE: Sentence = say!("unread.not-a-therapy-line");
pub(super) const BAD_UNITS: Sentence = say!("unread.bad-units");
pub(super) const NO_HCPCS: Sentence = say!("unread.no-hcpcs");
pub(super) const BAD_HCPCS: Sentence = say!("unread.bad-hcpcs");
pub(super) const BAD_MODIFIER: Sentence = say!("unread.bad-modifier");

/// An insurance type that is not Part B.
pub(super) fn other_insurance(code: &str) -> Sentence {
    say!("unread.other-insurance", code = code)
}

/// A filing code of another payer.
pub(super) fn other_payer(code: &str) -> Sentence {
    say!("unread.other-payer", code = code)
}

/// An adjustment that may or may not be part of the allowed amount.
pub(super) fn adjustment(group: &str, reason: &str) -> Sentence {
    say!("unread.adjustment", group = group, reason = reason)
}

/// A quantity in minutes, days …
pub(super) fn other_measure(code: &str) -> Sentence {
    say!("unread.other-measure", code = code)
}

/// Where a file ends before its trailers.
pub(super) fn cut_off(missing: Vec<&str>) -> Sentence {
    say!("unread.cut-off-here", missing = missing.into_iter().collect::<Argument>())
}

/// A transaction that only says whether a file arrived or was accepted.
pub(super) fn acknowledgement(code: &str) -> Sentence {
    say!("unread.acknowledgement", code = code)
}

/// SE01 beside the segments that are there.
pub(super) fn count_of_segments(stated: &str, found: usize) -> Sentence {
    say!("unread.count-of-segments", stated = stated, found = found)
}

/// GE01 beside the transactions that are there.
pub(super) fn count_of_transactions(stated: &str, found: usize) -> Sentence {
    say!("unread.count-of-transactions", stated = stated, found = found)
}

/// IEA01 beside the groups that are there.
pub(super) fn count_of_groups(stated: &str, found: usize) -> Sentence {
    say!("unread.count-of-groups", stated = stated, found = found)
}
