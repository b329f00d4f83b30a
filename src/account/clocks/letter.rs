//! What is looked at: the record, denied lines, and reviewers' letters.

use crate::account::rework::Channel;
use crate::ground::calendar::ServiceDate;
use crate::ground::named::named;
use crate::ground::procedure::HcpcsCode;
use crate::visit::documentation::Documentation;

/// A denied line, as it was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Denied {
    /// The host's name for it.
    pub id: String,
    /// The claim.
    pub claim: String,
    /// The HCPCS code.
    pub code: HcpcsCode,
    /// How KX can still get on it.
    pub channel: Option<Channel>,
    /// The channel's last day.
    pub last_day: Option<ServiceDate>,
    /// The appeal's.
    pub appeal_by: Option<ServiceDate>,
}

named! {
    /// Who asks.
    pub(crate) enum Reviewer {
        /// A Medicare contractor.
        Mac = "MAC",
        /// A Unified Program Integrity Contractor.
        Upic = "UPIC",
    }
}

impl Reviewer {
    /// The row of the days that a letter without a day leaves.
    pub(super) const fn deadline(self) -> &'static str {
        match self {
            Self::Mac => "review-mac",
            Self::Upic => "review-upic",
        }
    }
}

named! {
    /// How records were sent.
    pub(crate) enum How {
        /// The contractor's portal.
        Portal = "portal",
        /// Electronic submission of medical documentation.
        Esmd = "esmd",
        /// By fax.
        Fax = "fax",
        /// By mail.
        Mail = "mail",
    }
}

/// Proof that the records were sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sent {
    /// On which day.
    pub on: ServiceDate,
    /// How.
    pub how: How,
    /// Who sent them.
    pub by: Option<String>,
    /// What the reviewer gave in return: a number.
    pub confirmation: Option<String>,
}

/// A reviewer's letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Review {
    /// The host's name for it.
    pub id: String,
    /// Who asks, by name.
    pub contractor: String,
    /// What kind of reviewer that is.
    pub kind: Reviewer,
    /// By which the reviewer knows it.
    pub control_number: String,
    /// The date on the letter.
    pub dated: Option<ServiceDate>,
    /// The day it was received.
    pub received: Option<ServiceDate>,
    /// The day that it names.
    pub due: Option<ServiceDate>,
    /// Proof that it was answered.
    pub sent: Option<Sent>,
}

/// What is looked at.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Asked {
    /// The day that days left are counted from.
    pub date: ServiceDate,
    /// The same for the record.
    pub record_date: ServiceDate,
    /// What the record holds.
    pub documentation: Option<Documentation>,
    /// The plan of care's duration, in days from the first treatment.
    pub plan_days: Option<u32>,
    /// The days that are booked.
    pub visits: Vec<ServiceDate>,
    /// Denied lines.
    pub denials: Vec<Denied>,
    /// Reviewers' letters.
    pub reviews: Vec<Review>,
    /// How many days are soon.
    pub soon_within: i64,
}
