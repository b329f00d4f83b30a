//! Who treats, and which of Medicare's two buckets the service accrues to.

use super::named::named;
use super::procedure::Modifier;

named! {
    /// A therapy discipline, of a therapist or of the plan of care.
    pub enum Discipline {
        /// Physical therapy.
        Pt = "PT",
        /// Occupational therapy.
        Ot = "OT",
        /// Speech-language pathology.
        Slp = "SLP",
    }
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
        Self::ALL.into_iter().find(|discipline| discipline.plan_of_care_modifier() == modifier)
    }

    /// The modifiers that name another discipline's plan of care.
    pub(crate) const fn other_plans_of_care(self) -> [Modifier; 2] {
        match self {
            Self::Pt => [Modifier::GO, Modifier::GN],
            Self::Ot => [Modifier::GP, Modifier::GN],
            Self::Slp => [Modifier::GP, Modifier::GO],
        }
    }

    /// The discipline of a line's one plan of care: of GP, GO and GN it carries one kind, however often.
    pub fn of_one_plan_of_care(modifiers: impl Iterator<Item = Modifier>) -> Option<Self> {
        let mut named = modifiers.filter_map(Self::of_modifier);
        let first = named.next()?;
        named.all(|other| other == first).then_some(first)
    }
}

named! {
    /// A bucket in which allowed amounts accrue over a calendar year. The two never touch each other. They are shown in this order.
    pub enum ServiceType {
        /// Physical therapy and speech-language pathology together.
        PtSlp = "PT/SLP",
        /// Occupational therapy.
        Ot = "OT",
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

/// Whether each bucket is among these.
impl FromIterator<ServiceType> for PerServiceType<bool> {
    fn from_iter<I: IntoIterator<Item = ServiceType>>(service_types: I) -> Self {
        let mut both = Self::default();
        for service_type in service_types {
            *both.get_mut(service_type) = true;
        }
        both
    }
}

named! {
    /// Who treats, as the public contract names them.
    pub enum Profession {
        /// A physical therapist.
        Pt = "PT",
        /// An occupational therapist.
        Ot = "OT",
        /// A speech-language pathologist.
        Slp = "SLP",
        /// A physical therapist assistant.
        Pta = "PTA",
        /// An occupational therapy assistant.
        Ota = "OTA",
    }
}

impl From<Profession> for Therapist {
    fn from(profession: Profession) -> Self {
        let (discipline, assistant) = match profession {
            Profession::Pt => (Discipline::Pt, false),
            Profession::Ot => (Discipline::Ot, false),
            Profession::Slp => (Discipline::Slp, false),
            Profession::Pta => (Discipline::Pt, true),
            Profession::Ota => (Discipline::Ot, true),
        };
        Self { discipline, assistant }
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
