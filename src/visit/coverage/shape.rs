//! Coverage in a request.

use crate::ground::packed::{FromPacked, Reader, Refusal, needed, shape};

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
