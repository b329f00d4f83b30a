//! What the record holds, in a request, and the checklist in an answer.

use crate::ground::calendar::ServiceDate;
use crate::ground::env::Env;
use crate::ground::packed::{Days, FromPacked, Out, Reader, Refusal, needed, object, shape};
use crate::ground::procedure::HcpcsCode;
use crate::ground::sentence::Sentence;

use super::{Attestation, Checklist, Documentation, sentences};

shape! { struct AttestationShape { by: String = "by", on: ServiceDate = "on" } }

impl FromPacked for Attestation {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let AttestationShape { by, on } = AttestationShape::read(from)?;
        Ok(Self { by: needed(by, "by")?, on: needed(on, "on")? })
    }
}

shape! {
    struct DocumentationShape {
        certified_through: ServiceDate = "certifiedThrough",
        first_treatment: ServiceDate = "firstTreatment",
        order_on_file_and_plan_sent: bool = "orderOnFileAndPlanSent",
        treatment_days_since_progress_report: Days = "treatmentDaysSinceProgressReport",
        last_reevaluation: ServiceDate = "lastReevaluation",
        treatment_note: bool = "treatmentNote",
        history_and_physical: bool = "historyAndPhysical",
        medical_necessity_rationale: bool = "medicalNecessityRationale",
        functional_progress: bool = "functionalProgress",
        skilled_maintenance: bool = "skilledMaintenance",
        complexity: bool = "complexity",
        more_extensive_than_typical: bool = "moreExtensiveThanTypical",
        separate_justification: bool = "separateJustification",
        individual_necessity_in_group: bool = "individualNecessityInGroup",
        attestation: Attestation = "attestation",
    }
}

impl FromPacked for Documentation {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let shape = DocumentationShape::read(from)?;
        Ok(Self {
            certified_through: shape.certified_through,
            first_treatment: shape.first_treatment,
            order_on_file_and_plan_sent: shape.order_on_file_and_plan_sent,
            treatment_days_since_progress_report: shape.treatment_days_since_progress_report.map(|days| days.0),
            last_reevaluation: shape.last_reevaluation,
            treatment_note: shape.treatment_note,
            history_and_physical: shape.history_and_physical,
            medical_necessity_rationale: shape.medical_necessity_rationale,
            functional_progress: shape.functional_progress,
            skilled_maintenance: shape.skilled_maintenance,
            complexity: shape.complexity,
            more_extensive_than_typical: shape.more_extensive_than_typical,
            separate_justification: shape.separate_justification,
            individual_necessity_in_group: shape.individual_necessity_in_group,
            attestation: shape.attestation,
        })
    }
}

/// `Checklist` of the public contract.
pub(crate) fn write(checklist: &Checklist, env: &Env<'_>, out: &mut Out) {
    object!(out, {
        "ready" => out.bool(checklist.is_ready()),
        "summary" => env.say(out, &sentences::summary(checklist)),
        "items" => out.each(&checklist.items, |out, item| object!(out, {
            "id" => out.fixed(item.id),
            "status" => out.fixed(item.status.as_str()),
            "text" => env.say(out, &Sentence::plain(item.text)),
            "source" => env.say(out, &Sentence::plain(item.source)),
            "next" => out.option(item.next, |out, next| env.say(out, &sentences::next(next))),
        })),
        "attestation" => out.option(checklist.attestation.as_ref(), |out, Attestation { by, on }| {
            object!(out, { "by" => out.str(by), "on" => out.date(*on) });
        }),
    });
}

shape! {
    struct Request {
        date: ServiceDate = "date",
        documentation: Documentation = "documentation",
        code: HcpcsCode = "code",
    }
}

/// `documentationChecklist` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path.
pub(crate) fn checklist(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let Request { date, documentation, code } = Request::read(from)?;
    let (date, documentation) = (needed(date, "date")?, needed(documentation, "documentation")?);
    write(&Checklist::new(env.tables, date, &documentation, code), env, out);
    Ok(())
}
