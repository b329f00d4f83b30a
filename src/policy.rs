//! What a host may choose. Every choice has the default of the public contract.

use crate::calendar::CalendarYear;
use crate::discipline::PerServiceType;
use crate::money::Money;
use crate::procedure::HcpcsCode;
use crate::thresholds::Amounts;

/// Which codes qualify for auto-apply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CodeList {
    /// The list of seed 002.
    #[default]
    Documented,
    /// Medicare's therapy code list.
    Cms,
}

/// What the line that takes a bucket over its threshold gets. No contractor text on a partly exceeding line is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CrossingLine {
    /// A suggestion.
    #[default]
    Suggest,
    /// KX, as if the threshold had been reached before it.
    Apply,
    /// Nothing, and no notice either.
    Ignore,
}

/// Several lines on one claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MixedClaim {
    /// Each line by itself.
    #[default]
    PerLine,
    /// Once one line of a bucket is due, all of that bucket are. From a temporary text of 2006; unconfirmed today.
    WholeBucket,
}

/// How the documentation behind the attestation counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DocumentationPolicy {
    /// What is missing is said.
    #[default]
    Warn,
    /// What is missing holds KX back.
    Require,
    /// Not looked at.
    Ignore,
}

/// The host's choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Which codes qualify for auto-apply.
    pub code_list: CodeList,
    /// Codes added to the list.
    pub add_codes: PerServiceType<Vec<HcpcsCode>>,
    /// Codes taken from the list.
    pub remove_codes: PerServiceType<Vec<HcpcsCode>>,
    /// What the crossing line gets.
    pub crossing_line: CrossingLine,
    /// Several lines on one claim.
    pub mixed_claim: MixedClaim,
    /// How documentation counts.
    pub documentation: DocumentationPolicy,
    /// A remaining amount above zero and up to this one is "near".
    pub warn_within: Money,
    /// Days after the day of the totals from which they are called stale.
    pub stale_after_days: u32,
    /// Amounts for years that the table does not have, or a plan's own.
    pub thresholds: Vec<(CalendarYear, Amounts)>,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            code_list: CodeList::default(),
            add_codes: PerServiceType::default(),
            remove_codes: PerServiceType::default(),
            crossing_line: CrossingLine::default(),
            mixed_claim: MixedClaim::default(),
            documentation: DocumentationPolicy::default(),
            warn_within: Money::from_cents(30_000),
            stale_after_days: 30,
            thresholds: Vec::new(),
        }
    }
}
