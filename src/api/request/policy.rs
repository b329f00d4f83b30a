//! The host's choices.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};

use super::usage::PerServiceTypeRequest;
use crate::api::de::{Packed, ValueDeserializer};
use crate::api::pairs::Pairs;
use crate::api::scalars::{Days, PositiveMoney};
use crate::api::value::Value;
use crate::calendar::CalendarYear;
use crate::discipline::PerServiceType;
use crate::money::Money;
use crate::policy;
use crate::procedure::HcpcsCode;
use crate::thresholds::Amounts;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::api) struct PolicyRequest {
    code_list: Option<CodeListRequest>,
    add_codes: Option<PerServiceTypeRequest<Vec<HcpcsCode>>>,
    remove_codes: Option<PerServiceTypeRequest<Vec<HcpcsCode>>>,
    crossing_line: Option<CrossingLineRequest>,
    mixed_claim: Option<MixedClaimRequest>,
    documentation: Option<DocumentationPolicyRequest>,
    warn_within: Option<Money>,
    stale_after_days: Option<Days>,
    thresholds: Option<Pairs<CalendarYear, PlanAmounts>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum CodeListRequest {
    Documented,
    Cms,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum CrossingLineRequest {
    Suggest,
    Apply,
    Ignore,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum MixedClaimRequest {
    PerLine,
    WholeBucket,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum DocumentationPolicyRequest {
    Warn,
    Require,
    Ignore,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PlanAmounts {
    kx: KxAmounts,
    medical_review: Option<PositiveMoney>,
}

/// One amount for both buckets, or one for each.
struct KxAmounts(PerServiceType<Money>);

#[derive(Deserialize)]
struct BothAmounts {
    #[serde(rename = "PT/SLP")]
    pt_slp: PositiveMoney,
    #[serde(rename = "OT")]
    ot: PositiveMoney,
}

impl<'de> Deserialize<'de> for KxAmounts {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_any(KxAmountsVisitor)
    }
}

struct KxAmountsVisitor;

impl KxAmountsVisitor {
    fn one<E: serde::de::Error>(value: Value) -> Result<KxAmounts, E> {
        PositiveMoney::deserialize(ValueDeserializer(value))
            .map(|amount| KxAmounts(PerServiceType { pt_slp: amount.0, ot: amount.0 }))
            .map_err(|refused| E::custom(Packed(*refused.0)))
    }
}

impl<'de> Visitor<'de> for KxAmountsVisitor {
    type Value = KxAmounts;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an amount as text, or an object with one for each service type")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<KxAmounts, E> {
        Self::one(Value::Text(text.to_owned()))
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<KxAmounts, E> {
        Self::one(Value::Integer(number))
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<KxAmounts, E> {
        Self::one(Value::Float(number))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<KxAmounts, A::Error> {
        let mut object = BTreeMap::new();
        while let Some((name, value)) = fields.next_entry::<String, Value>()? {
            object.insert(name, value);
        }
        BothAmounts::deserialize(ValueDeserializer(Value::Object(object)))
            .map(|both| KxAmounts(PerServiceType { pt_slp: both.pt_slp.0, ot: both.ot.0 }))
            .map_err(|refused| A::Error::custom(Packed(*refused.0)))
    }
}

impl From<PolicyRequest> for policy::Policy {
    fn from(request: PolicyRequest) -> Self {
        let default = Self::default();
        let codes = |codes: Option<PerServiceTypeRequest<Vec<HcpcsCode>>>| {
            codes.map_or_else(PerServiceType::default, |codes| PerServiceType {
                pt_slp: codes.pt_slp.unwrap_or_default(),
                ot: codes.ot.unwrap_or_default(),
            })
        };
        Self {
            code_list: request.code_list.map_or(default.code_list, |list| match list {
                CodeListRequest::Documented => policy::CodeList::Documented,
                CodeListRequest::Cms => policy::CodeList::Cms,
            }),
            add_codes: codes(request.add_codes),
            remove_codes: codes(request.remove_codes),
            crossing_line: request.crossing_line.map_or(default.crossing_line, |crossing| match crossing {
                CrossingLineRequest::Suggest => policy::CrossingLine::Suggest,
                CrossingLineRequest::Apply => policy::CrossingLine::Apply,
                CrossingLineRequest::Ignore => policy::CrossingLine::Ignore,
            }),
            mixed_claim: request.mixed_claim.map_or(default.mixed_claim, |mixed| match mixed {
                MixedClaimRequest::PerLine => policy::MixedClaim::PerLine,
                MixedClaimRequest::WholeBucket => policy::MixedClaim::WholeBucket,
            }),
            documentation: request.documentation.map_or(default.documentation, |documentation| match documentation {
                DocumentationPolicyRequest::Warn => policy::DocumentationPolicy::Warn,
                DocumentationPolicyRequest::Require => policy::DocumentationPolicy::Require,
                DocumentationPolicyRequest::Ignore => policy::DocumentationPolicy::Ignore,
            }),
            warn_within: request.warn_within.unwrap_or(default.warn_within),
            stale_after_days: request.stale_after_days.map_or(default.stale_after_days, |days| days.0),
            thresholds: request
                .thresholds
                .unwrap_or_default()
                .0
                .into_iter()
                .map(|(year, amounts)| (year, Amounts { kx: amounts.kx.0, medical_review: amounts.medical_review.map(|review| review.0) }))
                .collect(),
        }
    }
}
