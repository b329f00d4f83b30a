//! Laws of the account: expected amounts, projections and audits, tried on random ones.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "a test may stop at the first surprise")]

use std::collections::BTreeMap;

use crate::answers::call_json;
use kx_modifier::Money;
use proptest::prelude::*;
use serde_json::{Value, json};

fn of(text: Result<String, kx_modifier::Error>) -> Value {
    serde_json::from_str(&text.unwrap()).unwrap()
}

fn money(cents: i64) -> Value {
    json!(Money::from_cents(cents).to_string())
}

fn cents(amount: &Value) -> Money {
    Money::parse(amount.as_str().unwrap()).unwrap()
}

// ---------------------------------------------------------------- expected amounts

const CODES: [&str; 5] = ["97110", "97140", "97530", "92507", "97035"];

prop_compose! {
    fn day()(
        lines in prop::collection::vec((0usize..CODES.len(), 0u32..5), 0..8),
        fees in prop::collection::vec((1i64..10_000, 0i64..5_000), CODES.len() - 1),
    ) -> (Vec<(usize, u32)>, Vec<(i64, i64)>) {
        // The last code has no fee.
        (lines, fees.into_iter().map(|(reduced, more)| (reduced + more, reduced)).collect())
    }
}

fn estimate(lines: &[(usize, u32)], fees: &[(i64, i64)]) -> Value {
    let lines: Vec<Value> = lines
        .iter()
        .enumerate()
        .map(|(place, (code, units))| json!({ "id": place.to_string(), "code": CODES[*code], "units": units }))
        .collect();
    let fees: BTreeMap<&str, Value> = CODES
        .iter()
        .zip(fees)
        .map(|(code, (full, reduced))| (*code, json!({ "full": money(*full), "reduced": money(*reduced) })))
        .collect();
    of(call_json("estimateAllowed", &json!({ "lines": lines, "fees": fees }).to_string()))
}

fn sum(lines: &[(usize, u32)], fees: &[(i64, i64)], which: fn(&(i64, i64)) -> i64) -> i64 {
    lines.iter().filter_map(|(code, units)| fees.get(*code).map(|fee| which(fee) * i64::from(*units))).sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn an_estimate_lies_between_the_reduced_and_the_full_fees((lines, fees) in day()) {
        let answer = estimate(&lines, &fees);
        let total = cents(&answer["total"]);
        let (full, reduced) = (sum(&lines, &fees, |fee| fee.0), sum(&lines, &fees, |fee| fee.1));
        prop_assert!(total <= Money::from_cents(full));
        prop_assert!(total >= Money::from_cents(reduced));
        let largest = lines.iter().filter(|(_, units)| *units > 0).filter_map(|(code, _)| fees.get(*code)).map(|fee| fee.0 - fee.1).max().unwrap_or(0);
        prop_assert_eq!(total, Money::from_cents(reduced + largest));
        let of_lines: Money = answer["lines"].as_array().unwrap().iter().map(|line| cents(&line["allowed"])).sum();
        prop_assert_eq!(of_lines, total);
        for line in answer["lines"].as_array().unwrap() {
            let of_units: Money = line["units"].as_array().unwrap().iter().map(cents).sum();
            prop_assert_eq!(of_units, cents(&line["allowed"]));
        }
        let unpriced = lines.iter().any(|(code, _)| *code == CODES.len() - 1);
        prop_assert_eq!(&answer["unpriced"], &if unpriced { json!(["97035"]) } else { json!([]) });
    }

    #[test]
    fn the_order_of_lines_never_changes_a_total((lines, fees) in day()) {
        let mut turned = lines.clone();
        turned.reverse();
        prop_assert_eq!(&estimate(&lines, &fees)["total"], &estimate(&turned, &fees)["total"]);
    }
}

// ---------------------------------------------------------------- projection

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// The first visit that the projection names is the first on which a line of its amount crosses, or finds nothing left and costs something.
    #[test]
    fn a_projection_agrees_with_decide(used in 230_000i64..250_000, visits in prop::collection::vec((1u32..=12, 0i64..8_000), 0..10)) {
        let mut visits: Vec<(String, i64)> = visits.into_iter().map(|(month, cents)| (format!("2026-{month:02}-15"), cents)).collect();
        let usage = json!({ "used": { "PT/SLP": money(used) } });
        let list: Vec<Value> = visits.iter().map(|(date, cents)| json!({ "date": date, "allowed": money(*cents) })).collect();
        let answer = of(call_json("projectCrossing", &json!({ "date": "2026-01-02", "serviceType": "PT/SLP", "usage": usage, "visits": list }).to_string()));
        visits.sort_by(|left, right| left.0.cmp(&right.0));
        let mut spent = used;
        let mut crosses = None;
        for (place, (date, cents)) in visits.iter().enumerate() {
            let decision = of(call_json("decide", &json!({
                "line": { "code": "97110", "modifiers": ["GP"], "allowed": money(*cents) },
                "appointment": { "date": date, "renderingProvider": { "discipline": "PT" } },
                "coverage": { "program": "medicare-part-b" },
                "usage": { "used": { "PT/SLP": money(spent) } },
            }).to_string()));
            let over = decision["standing"] == "crosses" || (decision["standing"] == "reached" && (*cents > 0 || spent > 248_000));
            if over && crosses.is_none() {
                crosses = Some((place, date.clone()));
            }
            spent += cents;
        }
        let (before, on) = crosses.map_or((visits.len(), Value::Null), |(place, date)| (place, json!(date)));
        prop_assert_eq!(&answer["crossesOn"], &on);
        prop_assert_eq!(&answer["visitsBeforeCrossing"], &json!(before));
        prop_assert_eq!(cents(&answer["remainingAfterLast"]), Money::from_cents(248_000 - spent));
    }
}

// ---------------------------------------------------------------- audit

prop_compose! {
    fn audit_line()(
        day in 0u32..330,
        posted in prop::option::weighted(0.3, 0u32..330),
        service_type in prop::sample::select(vec!["PT/SLP", "OT"]),
        kx in any::<bool>(),
        cents in prop_oneof![0i64..40_000, Just(124_000)],
        void in prop::bool::weighted(0.1),
    ) -> Value {
        let date = |day: u32| format!("2026-{:02}-{:02}", day / 28 + 1, day % 28 + 1);
        let plan = if service_type == "OT" { "GO" } else { "GP" };
        json!({
            "date": date(day), "posted": posted.map(date), "code": "97110", "modifiers": if kx { vec![plan, "KX"] } else { vec![plan] },
            "allowed": money(cents), "status": if void { "void" } else { "adjudicated" },
        })
    }
}

fn named(lines: Vec<Value>) -> Vec<Value> {
    lines
        .into_iter()
        .enumerate()
        .map(|(place, mut line)| {
            line["id"] = json!(format!("line {place}"));
            line
        })
        .collect()
}

fn audit(lines: &[Value]) -> Value {
    of(call_json("audit", &json!({ "lines": lines }).to_string()))
}

fn day_of(line: &Value) -> String {
    line["posted"].as_str().or(line["date"].as_str()).unwrap().to_owned()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn lines_run_by_day_and_then_as_given(lines in prop::collection::vec(audit_line(), 0..15)) {
        let lines = named(lines);
        let mut expected: Vec<&Value> = lines.iter().collect();
        expected.sort_by_key(|line| day_of(line));
        let ran: Vec<Value> = audit(&lines)["lines"].as_array().unwrap().iter().map(|line| line["id"].clone()).collect();
        prop_assert_eq!(ran, expected.iter().map(|line| line["id"].clone()).collect::<Vec<_>>());
    }

    #[test]
    fn another_order_of_different_days_changes_nothing(lines in prop::collection::vec(audit_line(), 0..15)) {
        let mut lines = named(lines);
        let mut days = std::collections::BTreeSet::new();
        lines.retain(|line| days.insert(day_of(line)));
        let before = audit(&lines);
        lines.reverse();
        prop_assert_eq!(before, audit(&lines));
    }

    #[test]
    fn what_comes_later_never_changes_what_was(lines in prop::collection::vec(audit_line(), 1..15)) {
        let mut lines = named(lines);
        lines.sort_by_key(day_of);
        let whole = audit(&lines);
        lines.pop();
        let part = audit(&lines);
        let count = part["lines"].as_array().unwrap().len();
        prop_assert_eq!(&part["lines"].as_array().unwrap()[..], &whole["lines"].as_array().unwrap()[..count]);
    }

    #[test]
    fn ot_lines_never_change_pt_slp_lines(lines in prop::collection::vec(audit_line(), 0..15)) {
        let lines = named(lines);
        let pt_slp: Vec<Value> = lines.iter().filter(|line| line["modifiers"][0] == "GP").cloned().collect();
        let of_pt_slp = |answer: &Value| answer["lines"].as_array().unwrap().iter().filter(|line| line["serviceType"] == "PT/SLP").cloned().collect::<Vec<_>>();
        prop_assert_eq!(of_pt_slp(&audit(&lines)), of_pt_slp(&audit(&pt_slp)));
    }

    /// Where a line stands in the audit is where `decide` puts it, given what ran before.
    #[test]
    fn an_audit_agrees_with_decide(lines in prop::collection::vec(audit_line(), 0..12)) {
        let mut lines = named(lines);
        lines.sort_by_key(day_of);
        let answer = audit(&lines);
        let mut entries: Vec<Value> = Vec::new();
        for (line, audited) in lines.iter().zip(answer["lines"].as_array().unwrap()) {
            if line["status"] == "void" {
                prop_assert_eq!(&audited["kx"], "not-applicable");
                continue;
            }
            let ot = line["modifiers"][0] == "GO";
            let decision = of(call_json("decide", &json!({
                "line": { "code": line["code"], "modifiers": line["modifiers"], "allowed": line["allowed"] },
                "appointment": { "date": line["date"], "renderingProvider": { "discipline": if ot { "OT" } else { "PT" } } },
                "coverage": { "program": "medicare-part-b" },
                "preferences": { "autoApplyKx": true },
                "usage": { "entries": entries },
            }).to_string()));
            prop_assert_eq!(&decision["standing"], &audited["standing"]);
            prop_assert_eq!(&decision["basis"]["remaining"], &audited["before"]);
            let expected = match decision["action"].as_str().unwrap() {
                "apply" => "missing",
                "suggest" => "crossing",
                "keep" if decision["standing"] == "below" => "early",
                _ => "correct",
            };
            prop_assert_eq!(&audited["kx"], expected);
            entries.push(json!({ "date": line["date"], "serviceType": if ot { "OT" } else { "PT/SLP" }, "allowed": line["allowed"] }));
        }
    }

    #[test]
    fn totals_are_the_sums_of_their_lines(lines in prop::collection::vec(audit_line(), 0..15)) {
        let lines = named(lines);
        for total in audit(&lines)["totals"].as_array().unwrap() {
            let plan = if total["serviceType"] == "OT" { "GO" } else { "GP" };
            let counted = || lines.iter().filter(|line| line["status"] != "void" && line["modifiers"][0] == plan);
            let allowed: Money = counted().map(|line| cents(&line["allowed"])).sum();
            let with_kx: Money = counted().filter(|line| line["modifiers"][1] == "KX").map(|line| cents(&line["allowed"])).sum();
            prop_assert_eq!((cents(&total["allowed"]), cents(&total["withKx"])), (allowed, with_kx));
            prop_assert_eq!(total["reachedOn"] != Value::Null, allowed >= cents(&total["threshold"]));
        }
    }
}
