//! The host's choices in a request.

use crate::ground::calendar::CalendarYear;
use crate::ground::discipline::{PerServiceType, ServiceType};
use crate::ground::money::Money;
use crate::ground::named::Named;
use crate::ground::packed::{Days, FromPacked, Pairs, PositiveMoney, Reader, Refusal, needed, shape, unknown_field};
use crate::ground::procedure::HcpcsCode;
use crate::visit::thresholds::Amounts;

use super::{AttestationPolicy, CodeList, CrossingLine, DocumentationPolicy, MixedClaim, Policy, Reversals};

/// One amount for both buckets, or one for each.
struct KxAmounts(PerServiceType<Money>);

impl FromPacked for KxAmounts {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        if from.is_text() || from.is_number() {
            let amount = PositiveMoney::read(from)?.0;
            return Ok(Self(PerServiceType { pt_slp: amount, ot: amount }));
        }
        if !from.is_object() {
            return Err(from.wrong("an amount as text, or an object with one for each service type"));
        }
        // A name that has nothing is absent here, whatever name it is.
        let mut unknown = None;
        { *from }.pairs(&mut |name, _| {
            unknown = unknown.or((!ServiceType::NAMES.contains(&name)).then_some(name));
            Ok(())
        })?;
        if let Some(name) = unknown {
            return Err(unknown_field(name, ServiceType::NAMES));
        }
        let mut both = PerServiceType::<Option<PositiveMoney>>::default();
        from.pairs(&mut |name, from| {
            let amount = if name == ServiceType::Ot.as_str() { &mut both.ot } else { &mut both.pt_slp };
            *amount = Some(PositiveMoney::read(from)?);
            Ok(())
        })?;
        Ok(Self(PerServiceType { pt_slp: needed(both.pt_slp, "PT/SLP")?.0, ot: needed(both.ot, "OT")?.0 }))
    }
}

shape! { struct AmountsShape { kx: KxAmounts = "kx", medical_review: PositiveMoney = "medicalReview" } }

impl FromPacked for Amounts {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let AmountsShape { kx, medical_review } = AmountsShape::read(from)?;
        Ok(Self { kx: needed(kx, "kx")?.0, medical_review: medical_review.map(|amount| amount.0) })
    }
}

type Codes = PerServiceType<Option<Vec<HcpcsCode>>>;

shape! {
    struct PolicyShape {
        code_list: CodeList = "codeList",
        add_codes: Codes = "addCodes",
        remove_codes: Codes = "removeCodes",
        crossing_line: CrossingLine = "crossingLine",
        mixed_claim: MixedClaim = "mixedClaim",
        reversals: Reversals = "reversals",
        documentation: DocumentationPolicy = "documentation",
        attestation: AttestationPolicy = "attestation",
        warn_within: Money = "warnWithin",
        stale_after_days: Days = "staleAfterDays",
        thresholds: Pairs<CalendarYear, Amounts> = "thresholds",
    }
}

impl FromPacked for Policy {
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        let shape = PolicyShape::read(from)?;
        let default = Self::default();
        let codes = |codes: Option<Codes>| {
            let PerServiceType { pt_slp, ot } = codes.unwrap_or_default();
            PerServiceType { pt_slp: pt_slp.unwrap_or_default(), ot: ot.unwrap_or_default() }
        };
        Ok(Self {
            code_list: shape.code_list.unwrap_or_default(),
            add_codes: codes(shape.add_codes),
            remove_codes: codes(shape.remove_codes),
            crossing_line: shape.crossing_line.unwrap_or_default(),
            mixed_claim: shape.mixed_claim.unwrap_or_default(),
            reversals: shape.reversals.unwrap_or_default(),
            documentation: shape.documentation.unwrap_or_default(),
            attestation: shape.attestation.unwrap_or_default(),
            warn_within: shape.warn_within.unwrap_or(default.warn_within),
            stale_after_days: shape.stale_after_days.map_or(default.stale_after_days, |days| days.0),
            thresholds: shape.thresholds.unwrap_or_default().0,
        })
    }
}
