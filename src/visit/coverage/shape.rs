//! Coverage in a request.

use crate::ground::env::Env;
use crate::ground::packed::{FromPacked, Out, Reader, Refusal, needed, object, shape};

use super::{Coverage, Program};

shape! {
    struct CoverageShape {
        program: Program = "program",
        secondary: bool = "secondary",
        follows_kx_threshold: bool = "followsKxThreshold",
        part_a_stay: bool = "partAStay",
        home_health_episode: bool = "homeHealthEpisode",
        hospice: bool = "hospice",
    }
}

impl FromPacked for Coverage {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let shape = CoverageShape::read(from)?;
        Ok(Self {
            program: needed(shape.program, "program")?,
            secondary: shape.secondary.unwrap_or(false),
            follows_kx_threshold: shape.follows_kx_threshold.unwrap_or(false),
            part_a_stay: shape.part_a_stay.unwrap_or(false),
            home_health_episode: shape.home_health_episode.unwrap_or(false),
            hospice: shape.hospice.unwrap_or(false),
        })
    }
}

/// `medicareAdvantagePlans` of the public contract.
///
/// # Errors
/// None.
#[cfg_attr(small, optimize(size))]
pub(crate) fn medicare_advantage_plans(_: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    out.each(env.tables.plans, |out, plan| {
        object!(out, {
            "payer" => out.fixed(plan.payer),
            "followsKxThreshold" => out.bool(plan.follows),
            "from" => out.option(plan.from, Out::date),
            "read" => out.option(plan.read, Out::date),
            "source" => out.fixed(plan.source),
        })
    });
    Ok(())
}
