//! The source attributes of an evidence-based decision support intervention: 45 CFR 170.315(b)(11)(iv)(A), in its order.

use crate::ground::named::named;
use crate::ground::sentence::{Argument, Sentence, say};
use crate::ground::tables::{RULES_VERSION, Tables};

named! {
    /// A source attribute.
    pub(crate) enum Attribute {
        /// (1) Bibliographic citation of the intervention.
        Citation = "citation",
        /// (2) Developer of the intervention.
        Developer = "developer",
        /// (3) Funding source of its technical implementation.
        Funding = "funding",
        /// (4) Release and revision dates of the intervention or its reference source.
        Release = "release",
        /// (5) Use of race.
        Race = "race",
        /// (6) Use of ethnicity.
        Ethnicity = "ethnicity",
        /// (7) Use of language.
        Language = "language",
        /// (8) Use of sexual orientation.
        SexualOrientation = "sexual-orientation",
        /// (9) Use of gender identity.
        GenderIdentity = "gender-identity",
        /// (10) Use of sex.
        Sex = "sex",
        /// (11) Use of date of birth.
        DateOfBirth = "date-of-birth",
        /// (12) Use of social determinants of health data.
        SocialDeterminants = "social-determinants",
        /// (13) Use of health status assessments data.
        HealthStatus = "health-status",
    }
}

impl Attribute {
    /// What it is called.
    pub(super) const fn label(self) -> Sentence {
        match self {
            Self::Citation => say!("source.citation.label"),
            Self::Developer => say!("source.developer.label"),
            Self::Funding => say!("source.funding.label"),
            Self::Release => say!("source.release.label"),
            Self::Race => say!("source.race.label"),
            Self::Ethnicity => say!("source.ethnicity.label"),
            Self::Language => say!("source.language.label"),
            Self::SexualOrientation => say!("source.sexual-orientation.label"),
            Self::GenderIdentity => say!("source.gender-identity.label"),
            Self::Sex => say!("source.sex.label"),
            Self::DateOfBirth => say!("source.date-of-birth.label"),
            Self::SocialDeterminants => say!("source.social-determinants.label"),
            Self::HealthStatus => say!("source.health-status.label"),
        }
    }

    /// What is to be said of it. No rule reads who the patient is.
    pub(super) fn value(self, tables: &Tables) -> Sentence {
        match self {
            Self::Citation => say!("source.citation"),
            Self::Developer => say!("source.developer"),
            Self::Funding => say!("source.funding"),
            Self::Release if tables.packs.is_empty() => {
                say!("source.release", package = env!("CARGO_PKG_VERSION"), rules = RULES_VERSION)
            }
            Self::Release => {
                let packs: Argument = tables.packs.iter().map(String::as_str).collect();
                say!("source.release.packs", package = env!("CARGO_PKG_VERSION"), rules = RULES_VERSION, packs = packs)
            }
            Self::HealthStatus => say!("source.health-status"),
            _ => say!("source.not-used"),
        }
    }
}
