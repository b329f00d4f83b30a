//! The one table of functions: a name of the public contract, and how a request becomes an answer. The exports, the JSON twins, the fuzzed
//! functions and the JavaScript wrappers all follow from it.

#[cfg(feature = "account")]
use crate::account;
#[cfg(feature = "claims")]
use crate::claims;
use crate::ground::env::Env;
use crate::ground::packed::{Out, Reader, Refusal};
use crate::visit;

/// Reads a request, and writes the answer.
pub type Run = fn(&mut Reader<'_>, &Env<'_>, &mut Out) -> Result<(), Refusal>;

/// Reads lines of NDJSON and what comes beside them, and writes a line for each.
pub type RunLines = fn(&[u8], &mut Reader<'_>, &Env<'_>, &mut Out) -> Result<(), Refusal>;

/// How a function is called.
#[derive(Clone, Copy, Debug)]
pub enum How {
    /// With nothing.
    Nothing(Run),
    /// With one request.
    Request(Run),
    /// With a list of requests, of which the function answers one. A bad one is answered in its place.
    Each {
        /// What it does.
        run: Run,
        /// What becomes of an element that is no plain data: it is answered in its place like any bad one, or the whole list is refused.
        unreadable: Unreadable,
        /// What a message calls the requests, and what to do where no list is given.
        refused: [&'static str; 2],
    },
    /// With the text of a file.
    File(Run),
    /// With lines of NDJSON, as bytes.
    Lines(RunLines),
}

/// What becomes of an element of a list that is no plain data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is answered in its place.
    InPlace,
    /// The list is refused.
    Refused,
}

/// A function of the public contract.
#[derive(Clone, Copy, Debug)]
pub struct Function {
    /// Its name in JavaScript; behind a colon, what its options ask for.
    pub name: &'static str,
    /// How it is called.
    pub how: How,
}

const fn of(name: &'static str, how: How) -> Function {
    Function { name, how }
}

const fn each(run: Run, unreadable: Unreadable, items: &'static str, help: &'static str) -> How {
    How::Each { run, unreadable, refused: [items, help] }
}

/// Every function, by area.
pub const FUNCTIONS: &[Function] = &[
    of("versions", How::Nothing(visit::versions::shape::versions)),
    of("decide", How::Request(visit::decision::shape::decide)),
    of("decideAll", each(visit::decision::shape::decide_one, Unreadable::InPlace, "requests", "give the requests of `decide` as one list")),
    of(
        "decideAll:outcome",
        each(visit::decision::shape::outcome_of_one, Unreadable::InPlace, "requests", "give the requests of `decide` as one list"),
    ),
    of("decideAppointment", How::Request(visit::appointment::shape::decide_appointment)),
    of("thresholds", How::Request(visit::card::shape::thresholds)),
    of("traitsToEvaluate", How::Request(visit::traits::shape::traits_to_evaluate)),
    of("documentationChecklist", How::Request(visit::documentation::shape::checklist)),
    of("projectCrossing", How::Request(visit::projection::shape::project_crossing)),
    of("describeProjection", How::Request(visit::projection::shape::describe_projection)),
    of("therapyCodes", How::Request(visit::code_list::shape::therapy_codes)),
    of("medicareAdvantagePlans", How::Nothing(visit::coverage::shape::medicare_advantage_plans)),
    #[cfg(feature = "account")]
    of("amountsFromPverify", How::Request(account::eligibility::pverify::shape::amounts_from_pverify)),
    #[cfg(feature = "account")]
    of("estimateAllowed", How::Request(account::fees::shape::estimate_allowed)),
    #[cfg(feature = "account")]
    of("otherUsedFromEligibility", How::Request(account::eligibility::shape::other_used_from_eligibility)),
    #[cfg(feature = "account")]
    of("askAttestation", How::Request(account::attestation::shape::ask_attestation)),
    #[cfg(feature = "account")]
    of("answerAttestation", How::Request(account::attestation::shape::answer_attestation)),
    #[cfg(feature = "account")]
    of("verifyAttestations", How::Request(account::attestation::shape::verify_attestations)),
    #[cfg(feature = "account")]
    of("standingAttestation", How::Request(account::attestation::shape::standing_attestation)),
    #[cfg(feature = "account")]
    of("exportFeedback", How::Request(account::attestation::shape::export_feedback)),
    #[cfg(feature = "account")]
    of("sourceAttributes", How::Nothing(account::attestation::shape::source_attributes)),
    #[cfg(feature = "account")]
    of("audit", How::Request(account::audit::shape::audit)),
    #[cfg(feature = "account")]
    of("compareBilling", How::Request(account::comparative::shape::compare_billing)),
    #[cfg(feature = "account")]
    of("previewImport", How::Request(account::import::shape::preview_import)),
    #[cfg(feature = "account")]
    of("worklist", each(account::worklist::shape::worklist_of_one, Unreadable::Refused, "patients", "give the patients as one list")),
    #[cfg(feature = "account")]
    of("holdClaims", How::Request(account::holds::shape::hold_claims)),
    #[cfg(feature = "account")]
    of("reworkDenials", How::Request(account::rework::shape::rework_denials)),
    #[cfg(feature = "account")]
    of("dueDates", How::Request(account::clocks::shape::due_dates_of)),
    #[cfg(feature = "account")]
    of("toCalendar", How::Request(account::clocks::calendar::shape::to_calendar)),
    #[cfg(feature = "account")]
    of("reviewChecklists", How::Nothing(account::packet::shape::review_checklists)),
    #[cfg(feature = "account")]
    of("reviewPacket", How::Request(account::packet::shape::review_packet)),
    #[cfg(feature = "account")]
    of("totalAtStake", How::Request(account::stake::shape::total_at_stake)),
    #[cfg(feature = "account")]
    of("decideNdjson", How::Lines(account::bulk::decisions::decide)),
    #[cfg(feature = "account")]
    of("auditNdjson", How::Lines(account::bulk::audits::audit)),
    #[cfg(feature = "claims")]
    of("readEligibility271", How::File(claims::x12::eligibility271::shape::read_eligibility271)),
    #[cfg(feature = "claims")]
    of("readRemittance835", How::File(claims::x12::remittance835::shape::read_remittance835)),
    #[cfg(feature = "claims")]
    of("readClaim837", How::File(claims::x12::claim837::shape::read_claim837)),
    #[cfg(feature = "claims")]
    of("identifyX12", How::File(claims::x12::identity::shape::identify_x12)),
    #[cfg(feature = "claims")]
    of("matchPatient", How::Request(claims::patient::shape::match_patient)),
    #[cfg(feature = "claims")]
    of("scrubClaims", How::Request(claims::scrub::shape::scrub_claims)),
];

/// The function of a name.
pub fn function(name: &str) -> Option<&'static Function> {
    FUNCTIONS.iter().find(|function| function.name == name)
}
