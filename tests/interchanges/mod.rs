//! Interchanges written for a test: whole, with right counts, and claims that balance, unless the test is about just that.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "each test uses a part, and may stop at the first surprise"
)]

use kx_modifier::Error;
use rust_decimal::Decimal;
use serde_json::Value;

use crate::answers::call_json;

/// A function that takes the text of a file.
pub fn file(function: &str, text: &str) -> Result<Value, Error> {
    let answer = call_json(function, &serde_json::to_string(text).unwrap())?;
    Ok(serde_json::from_str(&answer).unwrap())
}

pub const ISA: &str = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260101*1200*^*00501*000000001*0*P*:~";

pub fn interchange(transaction: &str, body: &str) -> String {
    let segments = body.matches('~').count() + 2;
    format!("{ISA}GS*XX*S*R*20260101*1200*1*X*005010~ST*{transaction}*0001~{body}SE*{segments}*0001~GE*1*1~IEA*1*000000001~")
}

pub const PAYMENT: &str =
    "BPR*I*945.00*C*ACH*CCP*01*888999777*DA*24681012*1935665544**01*111333555*DA*144444*20260316~TRN*1*TRACE7*1935665544~LX*1~";

/// A day of service.
pub const DAY: &str = "DTM*472*20260310~";

/// The lines as `code bucket allowed denied from`, and the reasons of what was left.
pub fn lines(body: &str) -> (Vec<String>, Vec<String>) {
    read_lines(&interchange("835", &format!("{PAYMENT}{body}")))
}

pub fn read_lines(text: &str) -> (Vec<String>, Vec<String>) {
    let answer = file("readRemittance835", text).unwrap();
    let entries = answer["entries"].as_array().unwrap().iter();
    let entries = entries.map(|one| {
        let text = |name: &str| one[name].as_str().unwrap().to_owned();
        let denied = if one["denied"] == true { " denied" } else { "" };
        format!("{} {} {}{denied} {}", text("code"), text("serviceType"), text("allowed"), text("allowedFrom"))
    });
    (entries.collect(), answer["skipped"].as_array().unwrap().iter().map(|one| one["reason"].as_str().unwrap().to_owned()).collect())
}

/// A claim of Jane Doe that was charged and paid what its lines and its own adjustments come to.
pub fn claim(filing: &str, status: &str, rest: &str) -> String {
    let (charge, paid) = totals(rest);
    format!("CLP*C1*{status}*{charge}*{paid}*13*{filing}*ICN1*11*1~NM1*QC*1*DOE*JANE~{rest}")
}

fn totals(rest: &str) -> (Decimal, Decimal) {
    let amount = |text: Option<&&str>| text.and_then(|text| text.parse::<Decimal>().ok()).unwrap_or_default();
    let (mut charge, mut paid, mut in_line) = (Decimal::ZERO, Decimal::ZERO, false);
    for segment in rest.split('~') {
        let elements: Vec<&str> = segment.split('*').collect();
        match elements[0] {
            "SVC" => {
                in_line = true;
                charge += amount(elements.get(2));
                paid += amount(elements.get(3));
            }
            "CAS" if !in_line => paid -= elements.iter().skip(3).step_by(3).map(|one| amount(Some(one))).sum::<Decimal>(),
            _ => {}
        }
    }
    (charge, paid)
}
