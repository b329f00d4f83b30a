//! One patient's claims before they go out: which wait, for what, and for whose answer.

mod reasons;
mod run;
mod sentences;
pub(crate) mod shape;

pub(crate) use reasons::{Code, of as reasons_of};
pub(crate) use sentences::{message, next_step};

use crate::account::stake::Site;
use crate::ground::claim_type::ClaimType;
use crate::visit::context::{AppointmentLine, Context};

/// A claim with its lines.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Claim {
    /// The host's name for it.
    pub id: String,
    /// How it is submitted, where that is known.
    pub kind: Option<ClaimType>,
    /// In the claim's order.
    pub lines: Vec<ClaimLine>,
    /// Where and by whom.
    pub site: Site,
}

/// A line of a claim.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ClaimLine {
    /// The place of its day among the days.
    pub day: usize,
    /// The line.
    pub line: AppointmentLine,
}

impl ClaimLine {
    /// The host's name for it: no other line of the claims has it.
    fn id(&self) -> &str {
        self.line.line.id.as_deref().unwrap_or_default()
    }
}

/// One patient's claims of one calendar year.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Batch {
    /// What the lines of each day rest on; there is a day for each line.
    pub days: Vec<Context>,
    /// In the order given.
    pub claims: Vec<Claim>,
    /// What people said.
    pub released: Vec<Release>,
}

impl Batch {
    /// Every line with the place of its claim, in the order given.
    fn lines(&self) -> impl Iterator<Item = (usize, &ClaimLine)> {
        self.claims.iter().enumerate().flat_map(|(place, claim)| claim.lines.iter().map(move |line| (place, line)))
    }
}

/// A person's word that a line may go out as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Release {
    /// The line's id.
    pub line: String,
    /// Who said so.
    pub by: String,
    /// Why.
    pub reason: String,
    /// The reasons that were released, by their codes; `None` is every reason of the line.
    pub codes: Option<Vec<String>>,
}
