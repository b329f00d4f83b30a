//! Who treats, and which of Medicare's two buckets the service accrues to.

use crate::procedure::Modifier;

/// A therapy discipline, of a therapist or of the plan of care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Discipline {
    /// Physical therapy.
    Pt,
    /// Occupational therapy.
    Ot,
    /// Speech-language pathology.
    Slp,
}

impl Discipline {
    /// The bucket that the discipline's services accrue to.
    pub const fn service_type(self) -> ServiceType {
        match self {
            Self::Pt | Self::Slp => ServiceType::PtSlp,
            Self::Ot => ServiceType::Ot,
        }
    }

    /// GP, GO or GN: the modifier that says under which discipline's plan of care a service is furnished.
    pub const fn plan_of_care_modifier(self) -> Modifier {
        match self {
            Self::Pt => Modifier::GP,
            Self::Ot => Modifier::GO,
            Self::Slp => Modifier::GN,
        }
    }

    /// The discipline that a plan-of-care modifier names; `None` for every other modifier.
    pub fn of_modifier(modifier: Modifier) -> Option<Self> {
        [Self::Pt, Self::Ot, Self::Slp].into_iter().find(|discipline| discipline.plan_of_care_modifier() == modifier)
    }

    /// The abbreviation of the field.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pt => "PT",
            Self::Ot => "OT",
            Self::Slp => "SLP",
        }
    }
}

/// A bucket in which allowed amounts accrue over a calendar year. The two never touch each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ServiceType {
    /// Physical therapy and speech-language pathology together.
    PtSlp,
    /// Occupational therapy.
    Ot,
}

impl ServiceType {
    /// Both buckets, in the order they are shown.
    pub const ALL: [Self; 2] = [Self::PtSlp, Self::Ot];

    /// The bucket as the public contract spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PtSlp => "PT/SLP",
            Self::Ot => "OT",
        }
    }
}

/// One value a bucket.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PerServiceType<T> {
    /// Of the PT/SLP bucket.
    pub pt_slp: T,
    /// Of the OT bucket.
    pub ot: T,
}

impl<T> PerServiceType<T> {
    /// The value of one bucket.
    pub const fn get(&self, service_type: ServiceType) -> &T {
        match service_type {
            ServiceType::PtSlp => &self.pt_slp,
            ServiceType::Ot => &self.ot,
        }
    }

    /// The value of one bucket, to be changed.
    pub const fn get_mut(&mut self, service_type: ServiceType) -> &mut T {
        match service_type {
            ServiceType::PtSlp => &mut self.pt_slp,
            ServiceType::Ot => &mut self.ot,
        }
    }

    /// A value for each bucket.
    pub fn from_fn(mut make: impl FnMut(ServiceType) -> T) -> Self {
        Self { pt_slp: make(ServiceType::PtSlp), ot: make(ServiceType::Ot) }
    }
}

/// Who treats, where that is a therapist or a therapist's assistant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Therapist {
    /// The discipline.
    pub discipline: Discipline,
    /// An assistant (PTA, OTA), who furnishes no evaluations.
    pub assistant: bool,
}

impl Therapist {
    /// Reads a NUCC health care provider taxonomy code: `225100000X` and `2251…` PT, `225X…` OT, `235Z…` SLP, `225200000X` PTA,
    /// `224Z…` OTA. Every other profession has no therapy discipline.
    pub fn from_taxonomy(code: &str) -> Option<Self> {
        let code = code.trim().to_ascii_uppercase();
        if code.len() != 10 || !code.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return None;
        }
        let (discipline, assistant) = match (code.get(..4)?, code.as_str()) {
            ("2251", _) => (Discipline::Pt, false),
            ("225X", _) => (Discipline::Ot, false),
            ("235Z", _) => (Discipline::Slp, false),
            (_, "225200000X") => (Discipline::Pt, true),
            ("224Z", _) => (Discipline::Ot, true),
            _ => return None,
        };
        Some(Self { discipline, assistant })
    }

    /// CQ or CO where an assistant furnishes the service in whole or in part.
    pub const fn assistant_modifier(self) -> Option<Modifier> {
        match (self.assistant, self.discipline) {
            (true, Discipline::Pt) => Some(Modifier::CQ),
            (true, Discipline::Ot) => Some(Modifier::CO),
            _ => None,
        }
    }
}
