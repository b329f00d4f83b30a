//! Whether Medicare benefits for outpatient therapy apply, and if not, why.

pub(crate) mod sentences;
pub(crate) mod shape;

use crate::ground::named::named;

named! {
    /// The program that pays for the encounter.
    pub(crate) enum Program {
        /// Original Medicare, Part B.
        PartB = "medicare-part-b",
        /// A Medicare Advantage plan.
        Advantage = "medicare-advantage",
        /// Any other payer.
        Other = "other",
    }
}

/// A patient's coverage for the encounter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Coverage {
    /// Who pays.
    pub program: Program,
    /// Medicare is not the first payer.
    pub secondary: bool,
    /// The Medicare Advantage plan follows the threshold.
    pub follows_kx_threshold: bool,
    /// A covered Part A stay in a skilled nursing facility.
    pub part_a_stay: bool,
    /// An open home health episode.
    pub home_health_episode: bool,
    /// A hospice election.
    pub hospice: bool,
}

/// Whether Medicare benefits for outpatient therapy apply to the encounter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Benefits {
    /// They do, under Part B.
    PartB,
    /// They do, under a Medicare Advantage plan that follows the threshold.
    Advantage,
    /// Another payer.
    NotMedicare,
    /// A Medicare Advantage plan that is not known to follow the threshold.
    PlanDoesNotFollow,
    /// A covered Part A stay: therapy is part of it.
    PartAStay,
}

impl Benefits {
    /// Whether the threshold means anything for the encounter.
    pub(crate) const fn apply(self) -> bool {
        matches!(self, Self::PartB | Self::Advantage)
    }
}

impl Coverage {
    /// Part B and nothing else about it.
    pub(crate) const PART_B: Self = Self {
        program: Program::PartB,
        secondary: false,
        follows_kx_threshold: false,
        part_a_stay: false,
        home_health_episode: false,
        hospice: false,
    };

    /// Whether benefits apply, and if not, why.
    pub(crate) const fn benefits(&self) -> Benefits {
        match self.program {
            Program::Other => Benefits::NotMedicare,
            _ if self.part_a_stay => Benefits::PartAStay,
            Program::PartB => Benefits::PartB,
            Program::Advantage if self.follows_kx_threshold => Benefits::Advantage,
            Program::Advantage => Benefits::PlanDoesNotFollow,
        }
    }
}
