//! What the record holds.

use serde::Deserialize;

use crate::api::scalars::Days;
use crate::calendar::ServiceDate;
use crate::documentation;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::api) struct DocumentationRequest {
    certified_through: Option<ServiceDate>,
    order_on_file_and_plan_sent: Option<bool>,
    treatment_days_since_progress_report: Option<Days>,
    last_reevaluation: Option<ServiceDate>,
    treatment_note: Option<bool>,
    history_and_physical: Option<bool>,
    medical_necessity_rationale: Option<bool>,
    functional_progress: Option<bool>,
    skilled_maintenance: Option<bool>,
    complexity: Option<bool>,
    more_extensive_than_typical: Option<bool>,
    separate_justification: Option<bool>,
    individual_necessity_in_group: Option<bool>,
    attestation: Option<AttestationRequest>,
}

#[derive(Deserialize)]
struct AttestationRequest {
    by: String,
    on: ServiceDate,
}

impl From<DocumentationRequest> for documentation::Documentation {
    fn from(request: DocumentationRequest) -> Self {
        Self {
            certified_through: request.certified_through,
            order_on_file_and_plan_sent: request.order_on_file_and_plan_sent,
            treatment_days_since_progress_report: request.treatment_days_since_progress_report.map(|days| days.0),
            last_reevaluation: request.last_reevaluation,
            treatment_note: request.treatment_note,
            history_and_physical: request.history_and_physical,
            medical_necessity_rationale: request.medical_necessity_rationale,
            functional_progress: request.functional_progress,
            skilled_maintenance: request.skilled_maintenance,
            complexity: request.complexity,
            more_extensive_than_typical: request.more_extensive_than_typical,
            separate_justification: request.separate_justification,
            individual_necessity_in_group: request.individual_necessity_in_group,
            attestation: request.attestation.map(|attestation| documentation::Attestation { by: attestation.by, on: attestation.on }),
        }
    }
}
