//! What there is to say beside an action: every notice with its code and weight, and for a line of an appointment when it is said and
//! in which sentence. Audit, scrub, eligibility and import say theirs in their own rooms, by the same codes.

use crate::ground::named::named;
use crate::ground::sentence::{Argument, Sentence, say};
use crate::visit::code_list::sentences::{not_in_effect, of_others, unconfirmed};
use crate::visit::code_list::{Listing, is_evaluation, is_listed};
use crate::visit::context::DeclineReason;
use crate::visit::coverage::Program;
use crate::visit::policy::CrossingLine;
use crate::visit::standing::sentences::{medical_review, remaining};
use crate::visit::standing::{Standing, Status};

use super::attested::attestation_missing;
use super::due::Due;
use super::facts::Facts;
use super::sentences::{
    billed_as_not_necessary, crossing, due, incomplete_record, kx_declined, kx_declined_present, modifiers_in_note, no_modifier_place,
    opposing_modifier, other_year_usage, precomputed_disagrees, stale_usage, therapy_modifier_conflict, usage_unknown,
};

named! {
    /// How much a notice weighs.
    pub(crate) enum Severity {
        /// The line would be denied, or is in doubt.
        Error = "error",
        /// Someone should look.
        Warning = "warning",
        /// Good to know.
        Info = "info",
    }
}

/// A notice with its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Notice {
    /// Which one.
    pub code: NoticeCode,
    /// The sentence that a person reads.
    pub message: Sentence,
}

macro_rules! notices {
    ($($(#[$meta:meta])* $code:ident = $name:literal $severity:ident),+ $(,)?) => {
        named! {
            /// Every notice and finding there is.
            pub enum NoticeCode { $($(#[$meta])* $code = $name),+ }
        }

        impl NoticeCode {
            /// How much it weighs.
            pub(crate) const fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity),+ }
            }

            /// The notice with its sentence.
            pub(crate) const fn says(self, message: Sentence) -> Notice {
                Notice { code: self, message }
            }
        }
    };
}

notices! {
    /// KX is due and all four modifier places are taken.
    NoModifierPlace = "no-modifier-place" Error,
    /// GA, GZ or GY beside KX.
    OpposingModifier = "opposing-modifier" Error,
    /// GP, GO or GN that contradicts the provider's discipline.
    TherapyModifierConflict = "therapy-modifier-conflict" Error,
    /// The usage totals carry a day of another calendar year.
    OtherYearUsage = "other-year-usage" Error,
    /// KX is on the line though a person left it off.
    KxDeclinedPresent = "kx-declined-present" Error,
    /// An evaluation code by an assistant.
    AssistantEvaluation = "assistant-evaluation" Error,
    /// A person left KX off though it is due.
    KxDeclined = "kx-declined" Warning,
    /// 99: some modifiers are only in the claim's note.
    ModifiersInNote = "modifiers-in-note" Warning,
    /// KX while something is left of the bucket.
    EarlyKx = "early-kx" Warning,
    /// The line takes the bucket over its threshold.
    CrossesThreshold = "crosses-threshold" Warning,
    /// A therapy code off the qualifying list where KX is due.
    OffListTherapyCode = "off-list-therapy-code" Warning,
    /// A therapy code that only a draft row lists.
    UnconfirmedCode = "unconfirmed-code" Warning,
    /// A therapy code, but not on the day of service.
    CodeNotInEffect = "code-not-in-effect" Warning,
    /// No GP, GO or GN on a therapy line.
    TherapyModifierMissing = "therapy-modifier-missing" Warning,
    /// No CQ or CO on an assistant's line.
    AssistantModifierMissing = "assistant-modifier-missing" Warning,
    /// The supplied remaining amount and the computed one differ on "reached".
    PrecomputedDisagrees = "precomputed-disagrees" Warning,
    /// The usage totals are old.
    StaleUsage = "stale-usage" Warning,
    /// No usage was given.
    UsageUnknown = "usage-unknown" Warning,
    /// KX is due or present and the checklist is not ready.
    DocumentationIncomplete = "documentation-incomplete" Warning,
    /// A clinician's answer is required for KX, and none covers the line.
    AttestationMissing = "attestation-missing" Warning,
    /// The bucket is known only from the line's GP, GO or GN.
    DisciplineFromModifier = "discipline-from-modifier" Warning,
    /// An open home health episode.
    HomeHealthEpisode = "home-health-episode" Warning,
    /// A hospice election.
    Hospice = "hospice" Warning,
    /// Little is left of the bucket.
    NearThreshold = "near-threshold" Info,
    /// More than the targeted medical review threshold has accrued.
    MedicalReview = "medical-review" Info,
    /// Medicare is not the first payer.
    MedicareSecondary = "medicare-secondary" Info,
    /// The code is no therapy code.
    NotTherapy = "not-therapy" Info,
    /// GA, GZ or GY without KX: a decision already made.
    BilledAsNotNecessary = "billed-as-not-necessary" Info,
    /// A modifier stands on the line more than once.
    RepeatedModifier = "repeated-modifier" Info,
    /// KX is due on a billed line and absent.
    MissingKx = "missing-kx" Error,
    /// More modifiers than a claim line has places.
    TooManyModifiers = "too-many-modifiers" Error,
    /// A billed line of a year without an amount.
    UnknownYear = "unknown-year" Error,
    /// A claim line without a day.
    DateMissing = "date-missing" Error,
    /// Figures of one bucket that do not agree.
    EligibilityDisagrees = "eligibility-disagrees" Error,
    /// A billed line that crosses without KX.
    CrossingWithoutKx = "crossing-without-kx" Warning,
    /// More of our own than Medicare says was used.
    OtherUsedNegative = "other-used-negative" Warning,
    /// A read claim that another payment has paid already.
    CountedAgain = "counted-again" Warning,
    /// A billed line whose claim was taken back.
    Void = "void" Info,
    /// A billed line that takes a payment back, or whose payment was.
    Reversal = "reversal" Info,
    /// A claim line that is filed under another payer.
    NotMedicare = "not-medicare" Info,
    /// A claim line without an expected amount.
    AmountUnknown = "amount-unknown" Info,
    /// What is left of a bucket was supplied, and not calculated.
    RemainingSupplied = "remaining-supplied" Info,
    /// A figure of another period.
    OtherPeriod = "other-period" Info,
}

/// The notices of a line, in the order they are shown: the gravest first.
pub(super) fn of(facts: &Facts<'_>) -> Vec<Notice> {
    let is_due = facts.due.is_settled();
    let benefits = facts.benefits.apply();
    let therapy = facts.listing.is_therapy();
    let medicare_therapy = facts.is_medicare_therapy();
    let context = facts.context;
    let usage = context.usage.as_ref();
    let as_of = usage.and_then(|usage| usage.as_of);
    let bucket = facts.bucket.as_ref();
    let status = bucket.filter(|_| benefits).map(|bucket| bucket.status());
    let therapist = facts.setting.therapist;
    let code = facts.line.code;
    let bucket_name = || facts.service_type.map_or_else(|| say!("bucket.unknown").into(), Argument::from);

    let mut said = Vec::new();
    let mut say_if = |notice: NoticeCode, sentence: Option<Sentence>| {
        if let Some(sentence) = sentence {
            say_one(&mut said, notice, sentence);
        }
    };

    let in_note = facts.is_in_note();
    let asks_for_kx = facts.due != Due::No && !facts.kx_present && facts.line.kx_declined.is_none();
    say_if(NoticeCode::NoModifierPlace, facts.lacks_place().then(no_modifier_place));

    say_if(NoticeCode::OpposingModifier, facts.kx_opposed_by().map(opposing_modifier));

    say_if(NoticeCode::TherapyModifierConflict, therapy_modifier_conflict(facts));

    say_if(NoticeCode::OtherYearUsage, as_of.filter(|_| facts.other_year).map(other_year_usage));

    let declined = facts.line.kx_declined.as_deref();
    say_if(NoticeCode::KxDeclinedPresent, (facts.has_therapy_kx() && declined.is_some()).then(kx_declined_present));

    let by_assistant = medicare_therapy && therapist.is_some_and(|therapist| therapist.assistant) && is_evaluation(facts.tables, code);
    say_if(NoticeCode::AssistantEvaluation, by_assistant.then(|| say!("notice.assistant-evaluation", code = code)));

    say_if(NoticeCode::KxDeclined, declined.filter(|_| is_due && !facts.kx_present).map(|reason| declined_advice(reason, facts)));

    say_if(NoticeCode::ModifiersInNote, (benefits && therapy && in_note).then(modifiers_in_note));

    // On a claim whose other lines of the bucket are due, an early KX is what the policy asks for.
    let early = !is_due && facts.kx_present && therapy && facts.standing == Some(Standing::Below);
    say_if(NoticeCode::EarlyKx, bucket.filter(|_| early).map(|bucket| say!("notice.early-kx.left", left = remaining(bucket))));

    let crosses = therapy && facts.standing == Some(Standing::Crosses) && context.policy.crossing_line != CrossingLine::Ignore;
    say_if(NoticeCode::CrossesThreshold, if crosses { crosses_threshold(facts, asks_for_kx) } else { None });

    let is_off_list = is_due && matches!(facts.listing, Listing::OffList { .. });
    say_if(NoticeCode::OffListTherapyCode, if is_off_list { Some(off_list(facts, asks_for_kx)) } else { None });

    say_if(NoticeCode::UnconfirmedCode, (benefits && facts.listing.is_draft()).then(|| unconfirmed(code)));

    let not_in_effect_for = if let Listing::NotInEffect(why) = facts.listing { Some(why) } else { None };
    say_if(NoticeCode::CodeNotInEffect, not_in_effect_for.map(|why| not_in_effect(code, why)));

    say_if(
        NoticeCode::TherapyModifierMissing,
        facts.lacks_plan_of_care().then(|| match therapist {
            Some(therapist) => say!("notice.therapy-modifier-missing.provider", modifier = therapist.discipline.plan_of_care_modifier()),
            None => say!("notice.therapy-modifier-missing.none"),
        }),
    );

    let assistants = therapist.and_then(|therapist| therapist.assistant_modifier());
    let wanted = assistants.filter(|wanted| medicare_therapy && !in_note && !facts.line.modifiers.contains(*wanted));
    say_if(NoticeCode::AssistantModifierMissing, wanted.map(|wanted| say!("notice.assistant-modifier-missing", modifier = wanted)));

    let disagreement = bucket.and_then(|bucket| bucket.disagreement());
    say_if(NoticeCode::PrecomputedDisagrees, disagreement.map(|both| precomputed_disagrees(both, bucket_name())));

    let stale_after = i64::from(context.policy.stale_after_days);
    let stale = as_of.filter(|day| status.is_some() && context.date.days_since(*day) >= stale_after);
    say_if(NoticeCode::StaleUsage, stale.map(|day| stale_usage(context.date, day)));

    let no_usage = status.is_some() && !usage.is_some_and(|usage| usage.is_given());
    say_if(NoticeCode::UsageUnknown, no_usage.then(usage_unknown));

    let incomplete = facts.checklist.as_ref().filter(|checklist| facts.kx_attests() && !checklist.is_ready());
    say_if(NoticeCode::DocumentationIncomplete, incomplete.map(|checklist| incomplete_record(facts, checklist)));

    say_if(NoticeCode::AttestationMissing, facts.unattested().map(attestation_missing));

    let from_modifier = medicare_therapy && facts.is_from_modifier();
    say_if(NoticeCode::DisciplineFromModifier, from_modifier.then(|| say!("notice.discipline-from-modifier", bucket = bucket_name())));

    let home_health = benefits && context.coverage.home_health_episode;
    say_if(NoticeCode::HomeHealthEpisode, home_health.then(|| say!("notice.home-health-episode")));

    say_if(NoticeCode::Hospice, (benefits && context.coverage.hospice).then(|| say!("notice.hospice")));

    let near = bucket.filter(|_| status == Some(Status::Near));
    say_if(NoticeCode::NearThreshold, near.map(|bucket| say!("notice.near-threshold", left = remaining(bucket))));

    let review = bucket.filter(|_| status == Some(Status::MedicalReview));
    say_if(NoticeCode::MedicalReview, review.and_then(|bucket| Some(medical_review(bucket, bucket.medical_review?))));

    let secondary = benefits && context.coverage.secondary;
    say_if(NoticeCode::MedicareSecondary, secondary.then(|| say!("notice.medicare-secondary")));

    let no_therapy = facts.listing == Listing::NotTherapy;
    say_if(
        NoticeCode::NotTherapy,
        no_therapy.then(|| match is_listed(facts.tables, code) {
            true => say!("notice.not-therapy", code = code),
            false => say!("notice.not-therapy.unlisted", code = code),
        }),
    );

    let not_necessary = facts.not_necessary().filter(|_| benefits && therapy);
    say_if(NoticeCode::BilledAsNotNecessary, not_necessary.map(billed_as_not_necessary));

    let repeated = facts.line.modifiers.repeated();
    say_if(
        NoticeCode::RepeatedModifier,
        (!repeated.is_empty()).then(|| say!("notice.repeated-modifier", modifiers = repeated.into_iter().collect::<Argument>())),
    );
    said
}

// Not inlined: thirty places call it, and few of them on any one line.
#[inline(never)]
fn say_one(said: &mut Vec<Notice>, notice: NoticeCode, sentence: Sentence) {
    said.push(notice.says(sentence));
}

/// Before KX is decided, why that is a person's decision; whose code it may be comes first, since a wrong code needs no KX. Once KX is
/// decided only the code is in question.
fn off_list(facts: &Facts<'_>, asks_for_kx: bool) -> Sentence {
    let others = facts.billed_by_others().map(of_others);
    match (others, asks_for_kx) {
        (Some(others), true) => say!("notice.off-list-therapy-code.of-others", others = others, why = due(facts)),
        (Some(others), false) => others,
        (None, true) => say!("notice.off-list-therapy-code", why = due(facts), code = facts.line.code),
        (None, false) => say!("notice.off-list-therapy-code.answered", code = facts.line.code),
    }
}

fn crosses_threshold(facts: &Facts<'_>, asks_for_kx: bool) -> Option<Sentence> {
    let follows = if facts.context.policy.crossing_line == CrossingLine::Apply {
        say!("notice.crosses-threshold.apply")
    } else if asks_for_kx {
        say!("notice.crosses-threshold.unsettled")
    } else {
        say!("notice.crosses-threshold.answered")
    };
    Some(say!("notice.crosses-threshold", what = crossing(facts)?, follows = follows))
}

/// A Medicare Advantage plan denies by itself and knows no ABN. For a visit that has been an ABN comes too late: only one that was signed
/// counts.
fn declined_advice(reason: &str, facts: &Facts<'_>) -> Sentence {
    let because = facts.line.declined_because;
    let is_part_b = facts.context.coverage.program == Program::PartB;
    let fact = kx_declined(reason, because, is_part_b);
    match because {
        Some(DeclineReason::Documentation) => say!("kx-declined.advice.documentation", fact = fact),
        Some(DeclineReason::Balance) => say!("kx-declined.advice.balance", fact = fact),
        Some(DeclineReason::NotPrimary) => fact,
        _ if !is_part_b => fact,
        Some(DeclineReason::NotNecessary) => say!("kx-declined.advice.not-necessary", fact = fact),
        _ => say!("kx-declined.advice", fact = fact),
    }
}
