//! What a host may choose. Every choice has the default of the public contract.

pub(crate) mod shape;

use crate::ground::discipline::PerServiceType;
use crate::ground::money::Money;
use crate::ground::named::named;
use crate::ground::procedure::HcpcsCode;
use crate::visit::thresholds::OwnAmounts;

named! {
    /// Which codes qualify for auto-apply.
    #[derive(Default)]
    pub(crate) enum CodeList {
        /// The list of seed 002.
        #[default]
        Documented = "documented",
        /// Medicare's therapy code list.
        Cms = "cms",
    }
}

named! {
    /// What the line that takes a bucket over its threshold gets. No contractor text on a partly exceeding line is known.
    #[derive(Default)]
    pub(crate) enum CrossingLine {
        /// A suggestion.
        #[default]
        Suggest = "suggest",
        /// KX, as if the threshold had been reached before it.
        Apply = "apply",
        /// Nothing, and no notice either.
        Ignore = "ignore",
    }
}

named! {
    /// Several lines on one claim.
    #[derive(Default)]
    pub(crate) enum MixedClaim {
        /// Each line by itself.
        #[default]
        PerLine = "per-line",
        /// Once one line of a bucket is due, all of that bucket are. From a temporary text of 2006; unconfirmed today.
        WholeBucket = "whole-bucket",
    }
}

named! {
    /// How the documentation behind the attestation counts.
    #[derive(Default)]
    pub(crate) enum DocumentationPolicy {
        /// What is missing is said.
        #[default]
        Warn = "warn",
        /// What is missing holds KX back.
        Require = "require",
        /// Not looked at.
        Ignore = "ignore",
    }
}

named! {
    /// What the record of attestations decides.
    #[derive(Default)]
    pub(crate) enum AttestationPolicy {
        /// Nothing: it is kept beside the decisions.
        #[default]
        Record = "record",
        /// KX is held back where no clinician's answer covers the line.
        Require = "require",
    }
}

named! {
    /// How an audit takes a line below zero.
    #[derive(Default)]
    pub(crate) enum Reversals {
        /// Like any other line.
        #[default]
        PerLine = "per-line",
        /// It takes an earlier payment back: of neither is KX asked.
        Pair = "pair",
    }
}

/// The host's choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Policy {
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
    /// Lines below zero in an audit.
    pub reversals: Reversals,
    /// How documentation counts.
    pub documentation: DocumentationPolicy,
    /// What the record of attestations decides.
    pub attestation: AttestationPolicy,
    /// A remaining amount above zero and up to this one is "near".
    pub warn_within: Money,
    /// Days after the day of the totals from which they are called stale.
    pub stale_after_days: u32,
    /// Amounts for years that the table does not have, or a plan's own.
    pub thresholds: OwnAmounts,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            code_list: CodeList::default(),
            add_codes: PerServiceType::default(),
            remove_codes: PerServiceType::default(),
            crossing_line: CrossingLine::default(),
            mixed_claim: MixedClaim::default(),
            reversals: Reversals::default(),
            documentation: DocumentationPolicy::default(),
            attestation: AttestationPolicy::default(),
            warn_within: Money::from_cents(30_000),
            stale_after_days: 30,
            thresholds: Vec::new(),
        }
    }
}
