//! pVerify's response in a request, and what it says was used in an answer.

use crate::account::eligibility::AmountKind;
use crate::account::eligibility::sentences;
use crate::ground::calendar::ServiceDate;
use crate::ground::discipline::ServiceType;
use crate::ground::env::Env;
use crate::ground::money::Money;
use crate::ground::packed::{FromPacked, Out, Reader, Refusal, needed, small_shape as shape, tokens as object};
use crate::ground::sentence::Sentence;

use super::{FIELDS, amount};

type Read = (&'static str, ServiceType, Result<Money, Sentence>);

/// What was read of each field. Anything else of the response is left.
struct Response(Vec<Read>);

impl FromPacked for Response {
    #[cfg_attr(small, inline(never), optimize(size))]
    fn read(from: &mut Reader<'_>) -> Result<Self, Refusal> {
        if !from.is_object() {
            return Err(from.wrong("an object"));
        }
        let summary = from.field("MedicareInfoSummary");
        let read = FIELDS.map(|(name, service_type)| {
            let value = summary.and_then(|summary| summary.field(name)).and_then(|used| used.field("Value"));
            (name, service_type, value.map_or_else(|| Err(sentences::pverify_absent()), stated))
        });
        from.skip()?;
        Ok(Self(read.into()))
    }
}

fn stated(mut value: Reader<'_>) -> Result<Money, Sentence> {
    match value.text("text") {
        Ok(text) => amount(text).ok_or_else(|| sentences::pverify_no_amount(text)),
        Err(_) if value.is_number() => Err(sentences::pverify_number()),
        Err(_) => Err(sentences::pverify_absent()),
    }
}

shape! {
    struct Request {
        response: Response = "response",
        checked: ServiceDate = "checked",
    }
}

/// `amountsFromPverify` of the public contract.
///
/// # Errors
/// What the request got wrong, with its path; never for odd content of the response.
#[cfg_attr(small, optimize(size))]
pub(crate) fn amounts_from_pverify(from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let Request { response, checked } = Request::read(from)?;
    let (checked, Response(read)) = (needed(checked, "checked")?, needed(response, "response")?);
    let segment = |name: &str| format!("MedicareInfoSummary.{name}");
    let year = checked.year().number();
    object!(out, {
        "amounts" => out.each(read.iter().filter_map(|(name, service_type, read)| Some((name, service_type, read.as_ref().ok()?))), |out, (name, service_type, amount)| object!(out, {
            "serviceType" => out.fixed(service_type.as_str()),
            "kind" => out.fixed(AmountKind::Used.as_str()),
            "amount" => out.money(*amount),
            "from" => out.option(ServiceDate::of_row(year, 1, 1), Out::date),
            "to" => out.option(ServiceDate::of_row(year, 12, 31), Out::date),
            "segment" => out.str(&segment(name)),
        })),
        "unread" => out.each(read.iter().filter_map(|(name, _, read)| Some((name, read.as_ref().err()?))), |out, (name, reason)| object!(out, {
            "segment" => out.str(&segment(name)),
            "reason" => env.say(out, reason),
        })),
    });
    Ok(())
}
