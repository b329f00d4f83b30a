//! Everything that is so about one line, before anything is decided about it.

use crate::ground::discipline::{Discipline, PerServiceType, ServiceType, Therapist};
use crate::ground::named::named;
use crate::ground::procedure::Modifier;
use crate::ground::tables::Tables;
use crate::visit::code_list::{self, Listing, OfOthers, of_others};
use crate::visit::context::{Context, ServiceLine, Setting};
use crate::visit::coverage::Benefits;
use crate::visit::documentation::{Checklist, Documentation};
use crate::visit::policy::{CrossingLine, DocumentationPolicy};
use crate::visit::standing::{Bucket, Standing};

use super::due::Due;

named! {
    /// The eight conditions, in the order of seed 002.
    pub enum ConditionId {
        /// Medicare benefits for outpatient therapy apply to the encounter.
        MedicareBenefits = "medicare-benefits",
        /// The preference is on.
        AutoApplyOn = "auto-apply-on",
        /// The rendering provider's discipline maps to a service type.
        DisciplineMaps = "discipline-maps",
        /// The code is on the qualifying list of the service type.
        CodeQualifies = "code-qualifies",
        /// The usage is of the appointment's calendar year.
        CalendarYear = "calendar-year",
        /// Nothing is left of the bucket.
        ThresholdReached = "threshold-reached",
        /// KX is not on the line.
        KxAbsent = "kx-absent",
        /// The flowsheet intervention is marked as done.
        MarkedDone = "marked-done",
    }
}

/// What leaves a line to a person although KX is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Blocker {
    /// A GP, GO or GN that contradicts the provider's discipline.
    Conflict(Modifier),
    /// 99: some modifiers are not seen, and KX may be among them.
    InNote,
    /// No modifier place is left.
    NoPlace,
    /// Documentation is required and not ready.
    Documentation,
    /// A clinician's answer is required, and none for KX covers the line.
    Attestation,
}

/// Everything that is so about one line.
#[derive(Clone, Debug)]
pub(crate) struct Facts<'a> {
    /// What the rules read.
    pub tables: &'a Tables,
    /// The line.
    pub line: &'a ServiceLine,
    /// What the decision rests on.
    pub context: &'a Context,
    /// Section, done mark and provider of this line.
    pub setting: Setting,
    /// Whether benefits apply.
    pub benefits: Benefits,
    /// The bucket the line accrues to.
    pub service_type: Option<ServiceType>,
    /// What the code lists say; without a bucket, what they say of the code anywhere.
    pub listing: Listing,
    /// Both buckets before the line.
    pub buckets: Option<PerServiceType<Bucket>>,
    /// The line's bucket.
    pub bucket: Option<Bucket>,
    /// Where the line stands; `None` without a bucket or without benefits.
    pub standing: Option<Standing>,
    /// Whether KX is due.
    pub due: Due,
    /// The line carries KX already.
    pub kx_present: bool,
    /// The usage totals carry a day of another calendar year.
    pub other_year: bool,
    /// The checklist, where it is looked at.
    pub checklist: Option<Checklist>,
}

impl<'a> Facts<'a> {
    /// The facts of a line that stands alone.
    pub(crate) fn new(
        tables: &'a Tables,
        line: &'a ServiceLine,
        context: &'a Context,
        setting: Setting,
        buckets: Option<PerServiceType<Bucket>>,
    ) -> Self {
        let benefits = context.coverage.benefits();
        let service_type = discipline(line, setting.therapist).map(Discipline::service_type);
        let listing = match service_type {
            Some(service_type) => code_list::listing(tables, line.code, context.date, service_type, &context.policy),
            None => code_list::listing_of_nobody(tables, line.code, context.date, is_under_plan_of_care(line)),
        };
        let bucket = service_type.and_then(|service_type| buckets.as_ref().map(|both| *both.get(service_type)));
        let standing = bucket.filter(|_| benefits.apply()).map(|bucket| bucket.standing_of(line.allowed));
        let mut facts = Self {
            tables,
            line,
            context,
            setting,
            benefits,
            service_type,
            listing,
            buckets,
            bucket,
            standing,
            due: Due::No,
            kx_present: line.modifiers.contains(Modifier::KX),
            other_year: context.usage.as_ref().is_some_and(|usage| usage.has_totals_of_other_year(context.date.year())),
            checklist: checklist(tables, line, context),
        };
        if let (Some(standing), true) = (standing, facts.may_be_due()) {
            facts.due = Due::by_itself(standing, context.policy.crossing_line);
        }
        facts
    }

    /// Whether KX can be due on the line: what is not marked as done is on no claim, and GA, GZ or GY is a decision already made.
    fn may_be_due(&self) -> bool {
        self.accrues() && self.not_necessary().is_none()
    }

    /// The line stands on a claim on which another line of its bucket is due.
    pub(crate) fn join_due_claim(&mut self) {
        if self.may_be_due() && !self.due.is_settled() {
            self.due = Due::WithClaim;
        }
    }

    /// A therapy line of a known bucket under Medicare benefits: the only kind that accrues and that KX can be due on.
    pub(crate) fn is_medicare_therapy(&self) -> bool {
        self.benefits.apply() && self.service_type.is_some() && self.listing.is_therapy()
    }

    /// Whether the line's amount counts against the lines after it.
    pub(crate) fn accrues(&self) -> bool {
        self.is_medicare_therapy() && self.setting.is_furnished()
    }

    /// Whether a KX of outpatient therapy attests to the record, or will: it is on the line, or due and not declined.
    pub(crate) fn kx_attests(&self) -> bool {
        (self.due.is_settled() && self.asks_for_kx()) || (self.has_therapy_kx() && self.benefits.apply())
    }

    /// Whether KX is due or suggested, and neither on the line nor declined.
    pub(crate) fn asks_for_kx(&self) -> bool {
        self.due != Due::No && !self.kx_present && self.line.kx_declined.is_none()
    }

    /// Whether the KX on the line is one of outpatient therapy. Other uses of KX are not judged.
    pub(crate) fn has_therapy_kx(&self) -> bool {
        self.kx_present && self.listing.is_therapy()
    }

    /// The code, where it is for others than who treats.
    pub(crate) fn billed_by_others(&self) -> Option<OfOthers> {
        of_others(self.tables, self.line.code, self.setting.therapist?.discipline)
    }

    /// Whether a condition of seed 002 holds.
    pub(crate) fn is_met(&self, id: ConditionId) -> bool {
        match id {
            ConditionId::MedicareBenefits => self.benefits.apply(),
            ConditionId::AutoApplyOn => self.context.auto_apply_kx,
            ConditionId::DisciplineMaps => self.setting.therapist.is_some(),
            ConditionId::CodeQualifies => self.service_type.is_some() && self.listing == Listing::Qualifies,
            ConditionId::CalendarYear => !self.other_year,
            ConditionId::ThresholdReached => {
                self.due.is_settled() || self.crossing_counts() || self.bucket.is_some_and(|bucket| bucket.is_reached())
            }
            ConditionId::KxAbsent => !self.kx_present && !self.is_in_note(),
            ConditionId::MarkedDone => self.setting.is_furnished(),
        }
    }

    /// Whether the line crosses, and the policy counts that as reached.
    pub(crate) fn crossing_counts(&self) -> bool {
        self.standing == Some(Standing::Crosses) && self.context.policy.crossing_line == CrossingLine::Apply
    }

    /// Whether all eight hold.
    pub(crate) fn conditions_met(&self) -> bool {
        ConditionId::ALL.into_iter().all(|id| self.is_met(id))
    }

    /// What leaves the line to a person although KX is due, beyond the eight conditions; the gravest first.
    pub(crate) fn blockers(&self) -> impl Iterator<Item = Blocker> + '_ {
        let documentation = self.context.policy.documentation == DocumentationPolicy::Require
            && self.checklist.as_ref().is_some_and(|checklist| !checklist.is_ready());
        [
            self.conflicting_modifier().map(Blocker::Conflict),
            self.is_in_note().then_some(Blocker::InNote),
            self.line.modifiers.is_full().then_some(Blocker::NoPlace),
            documentation.then_some(Blocker::Documentation),
            self.unattested().map(|_| Blocker::Attestation),
        ]
        .into_iter()
        .flatten()
    }
}

/// The provider's discipline; without one, that of the line's single GP, GO or GN.
pub(super) fn discipline(line: &ServiceLine, therapist: Option<Therapist>) -> Option<Discipline> {
    if let Some(therapist) = therapist {
        return Some(therapist.discipline);
    }
    Discipline::of_one_plan_of_care(line.modifiers.iter())
}

/// Whether the line names a therapy plan of care. One that may be in the claim's note is taken for one: nothing says that it is not.
fn is_under_plan_of_care(line: &ServiceLine) -> bool {
    line.modifiers.iter().any(|modifier| modifier == Modifier::IN_NOTE || Discipline::of_modifier(modifier).is_some())
}

fn checklist(tables: &Tables, line: &ServiceLine, context: &Context) -> Option<Checklist> {
    let nothing = Documentation::default();
    let record = match (context.policy.documentation, &context.documentation) {
        (DocumentationPolicy::Ignore, _) | (DocumentationPolicy::Warn, None) => return None,
        (_, Some(record)) => record,
        (DocumentationPolicy::Require, None) => &nothing,
    };
    Some(Checklist::new(tables, context.date, record, Some(line.code)))
}
