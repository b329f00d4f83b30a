//! What the modifiers of a line say.

use crate::ground::discipline::Discipline;
use crate::ground::procedure::Modifier;

use super::facts::Facts;

impl Facts<'_> {
    /// The first of GA, GZ and GY beside a KX of outpatient therapy.
    pub(crate) fn kx_opposed_by(&self) -> Option<Modifier> {
        self.opposing_modifier().filter(|_| self.has_therapy_kx())
    }

    /// Whether KX is asked for and the line has no place for it. With 99 it would stand in the claim's note, which has places.
    pub(crate) fn lacks_place(&self) -> bool {
        self.asks_for_kx() && !self.is_in_note() && self.line.modifiers.is_full()
    }

    /// The first of GP, GO and GN on a therapy line under Medicare that is not the provider's own.
    pub(crate) fn conflict(&self) -> Option<Modifier> {
        self.conflicting_modifier().filter(|_| self.is_medicare_therapy())
    }

    /// The first of GA, GZ and GY on the line.
    pub(crate) fn opposing_modifier(&self) -> Option<Modifier> {
        Modifier::opposing_among(self.line.modifiers.iter())
    }

    /// The modifier by which the line is billed as not necessary or excluded: GA, GZ or GY, without KX beside it.
    pub(crate) fn not_necessary(&self) -> Option<Modifier> {
        self.opposing_modifier().filter(|_| !self.kx_present)
    }

    /// Whether modifiers of the line are only in the claim's note: what is not seen on it is not known to be absent.
    pub(crate) fn is_in_note(&self) -> bool {
        self.line.modifiers.contains(Modifier::IN_NOTE)
    }

    /// The first of GP, GO and GN on the line that is not the provider's own.
    pub(crate) fn conflicting_modifier(&self) -> Option<Modifier> {
        let others = self.setting.therapist?.discipline.other_plans_of_care();
        self.line.modifiers.iter().find(|modifier| others.contains(modifier))
    }

    /// Whether the line carries GP, GO or GN.
    pub(crate) fn has_plan_of_care_modifier(&self) -> bool {
        self.line.modifiers.iter().any(|modifier| Discipline::of_modifier(modifier).is_some())
    }

    /// Whether a line that counts toward a bucket, or would, names no plan of care, as far as is seen.
    pub(crate) fn lacks_plan_of_care(&self) -> bool {
        self.benefits.apply() && self.listing.is_therapy() && !self.is_in_note() && !self.has_plan_of_care_modifier()
    }

    /// Whether the bucket is known only from the line's modifier.
    pub(crate) fn is_from_modifier(&self) -> bool {
        self.setting.therapist.is_none() && self.service_type.is_some()
    }
}
