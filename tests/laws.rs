//! What holds for every amount, every date and every request, tried on random ones.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "a test may stop at the first surprise")]

use crate::answers::call_json;
use kx_modifier::{Money, ServiceDate};
use proptest::prelude::*;
use serde_json::{Value, json};

// ---------------------------------------------------------------- money

const LARGEST: i64 = 99_999_999_999;

proptest! {
    #[test]
    fn money_parse_and_print_are_inverse(cents in -LARGEST..=LARGEST) {
        let amount = Money::from_cents(cents);
        prop_assert_eq!(Money::parse(&amount.to_string()).unwrap(), amount);
        let expected = format!("{}{}.{:02}", if cents < 0 { "-" } else { "" }, cents.abs() / 100, cents.abs() % 100);
        prop_assert_eq!(amount.to_string(), expected);
    }

    #[test]
    fn money_sums_are_exact(cents in prop::collection::vec(-LARGEST..=LARGEST, 0..200)) {
        let sum: Money = cents.iter().copied().map(Money::from_cents).sum();
        let expected: i64 = cents.iter().sum();
        prop_assert_eq!(sum.to_string(), Money::from_cents(expected).to_string());
        prop_assert_eq!(cents.iter().fold(sum, |left, one| left.minus(Money::from_cents(*one))), Money::ZERO);
    }

    #[test]
    fn money_order_is_that_of_cents(left in -LARGEST..=LARGEST, right in -LARGEST..=LARGEST) {
        prop_assert_eq!(Money::from_cents(left).cmp(&Money::from_cents(right)), left.cmp(&right));
    }

    #[test]
    fn money_takes_no_other_text(text in "\\PC{0,12}") {
        let good = {
            let digits = text.strip_prefix('-').unwrap_or(&text);
            let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
            let number = |text: &str| !text.is_empty() && text.chars().all(|letter| letter.is_ascii_digit());
            number(whole) && number(part) && part.len() <= 2 && whole.trim_start_matches('0').len() <= 9
        };
        prop_assert_eq!(Money::parse(&text).is_ok(), good);
    }

    #[test]
    fn dates_take_no_other_text(text in "\\PC{0,12}|[0-9]{4}-[0-9]{2}-[0-9]{2}[TZ ]?") {
        if let Ok(day) = ServiceDate::parse(&text) {
            prop_assert_eq!(day.to_string(), text);
        }
    }
}

/// An amount as text, by the formatting of numbers: with a sign before the dollars and a comma behind the thousands where it is shown.
fn formatted(cents: i64) -> (String, String) {
    let (sign, cents) = (if cents < 0 { "-" } else { "" }, cents.unsigned_abs());
    let whole = (cents / 100).to_string();
    let groups: Vec<&str> = whole.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap()).collect();
    (format!("{sign}{whole}.{:02}", cents % 100), format!("{sign}${}.{:02}", groups.join(","), cents % 100))
}

#[test]
fn money_by_the_cent() {
    let edges = [0, 99, 100, 999, 1000, 99_999, 100_000, 99_999_999, 100_000_000, LARGEST - 1, LARGEST];
    for cents in (-200_000..=200_000).chain(edges).chain(edges.map(|cents| -cents)) {
        let (amount, (written, shown)) = (Money::from_cents(cents), formatted(cents));
        assert_eq!((amount.to_string(), amount.in_dollars()), (written.clone(), shown));
        assert_eq!(Money::parse(&written).unwrap(), amount);
        // With one digit behind the point, and with none, where those are nought.
        for shorter in [written.strip_suffix('0'), written.strip_suffix(".00")].into_iter().flatten() {
            assert_eq!(Money::parse(shorter).unwrap(), amount, "{shorter}");
        }
        // A sum that was made of others is written alike.
        assert_eq!(Money::from_cents(cents - 1).plus(Money::from_cents(1)).to_string(), written);
        assert_eq!(Money::ZERO.minus(amount).to_string(), formatted(-cents).0);
    }
    // Sums are larger than what a request may name.
    for cents in [LARGEST + 1, LARGEST * 1000, -LARGEST * 1000, i64::MAX, i64::MIN] {
        let (written, shown) = formatted(cents);
        assert_eq!((Money::from_cents(cents).to_string(), Money::from_cents(cents).in_dollars()), (written.clone(), shown));
        assert!(Money::parse(&written).is_err(), "{written}");
    }
}

#[test]
fn money_examples() {
    for (text, printed) in [
        ("2480", "2480.00"),
        ("-35.10", "-35.10"),
        ("-0", "0.00"),
        ("-0.00", "0.00"),
        ("0.5", "0.50"),
        ("007", "7.00"),
        ("999999999.99", "999999999.99"),
    ] {
        assert_eq!(Money::parse(text).unwrap().to_string(), printed, "{text}");
    }
    for text in [
        "",
        "-",
        ".5",
        "5.",
        "+5",
        " 5",
        "5 ",
        "1,000",
        "$5",
        "1e3",
        "5.005",
        "--5",
        "1000000000",
        "-1000000000.00",
        "NaN",
        "٣",
        "5.0.0",
        "0x10",
    ] {
        assert!(Money::parse(text).is_err(), "`{text}` was taken");
    }
    for (cents, shown) in [
        (0, "$0.00"),
        (1, "$0.01"),
        (-1, "-$0.01"),
        (39_000, "$390.00"),
        (-103_510, "-$1,035.10"),
        (LARGEST, "$999,999,999.99"),
        (100_000, "$1,000.00"),
    ] {
        assert_eq!(Money::from_cents(cents).in_dollars(), shown);
    }
}

// ---------------------------------------------------------------- dates

/// Days of a month by the calendar's own rule, independent of the library behind `ServiceDate`.
fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[test]
fn every_day_from_1999_to_2101() {
    let first = ServiceDate::parse("1999-01-01").unwrap();
    let mut count = 0;
    for year in 1999..=2101 {
        for month in 0..=13 {
            for day in 0..=32 {
                let text = format!("{year:04}-{month:02}-{day:02}");
                let exists = (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
                let parsed = ServiceDate::parse(&text);
                assert_eq!(parsed.is_ok(), exists, "{text}");
                if let Ok(parsed) = parsed {
                    assert_eq!(parsed.to_string(), text);
                    assert_eq!(i64::from(parsed.year().number()), year);
                    assert_eq!(parsed.days_since(first), count, "{text}");
                    assert_eq!(first.days_since(parsed), -count, "{text}");
                    assert_eq!(first.plus_days(count), Some(parsed), "{text}");
                    count += 1;
                }
            }
        }
    }
    // 2100 is no leap year.
    assert_eq!(count, 103 * 365 + 25);
}

#[test]
fn the_first_and_the_last_day() {
    let day = |text: &str| ServiceDate::parse(text).unwrap();
    for text in ["0001-01-01", "0999-12-31", "1000-01-01", "9999-12-31"] {
        assert_eq!(day(text).to_string(), text);
    }
    for text in ["0000-12-31", "10000-01-01", "999-12-31", "-001-01-01", "2026-1-01", "2026-01-1", "2026/01/01", "２026-01-01"] {
        assert!(ServiceDate::parse(text).is_err(), "`{text}` was taken");
    }
    assert_eq!(day("9999-12-31").plus_days(1), None);
    assert_eq!(day("0001-01-01").plus_days(-1), None);
    for days in [i64::MAX, i64::MIN, 1 << 31, -(1 << 31)] {
        assert_eq!(day("2026-03-10").plus_days(days), None);
    }
}

// ---------------------------------------------------------------- decisions

fn cents() -> impl Strategy<Value = i64> {
    prop_oneof![0i64..=400_000, Just(248_000), Just(247_999), Just(248_001), Just(0), Just(1)]
}

fn money(cents: i64) -> Value {
    json!(Money::from_cents(cents).to_string())
}

fn modifier_list() -> impl Strategy<Value = Vec<&'static str>> {
    let modifier = prop::sample::select(vec!["GP", "GO", "GN", "CQ", "CO", "KX", "GA", "GY", "GZ", "59", "XS", "76", "gp", "kx"]);
    prop::collection::vec(modifier, 0..=4)
}

prop_compose! {
    fn line()(
        code in prop::sample::select(vec!["97110", "97140", "92507", "97161", "97164", "97035", "97010", "97597", "99213", "L1830", "97537"]),
        modifiers in modifier_list(),
        allowed in prop::option::of(cents()),
        declined in prop::option::weighted(0.1, Just("not medically necessary")),
        section in prop::sample::select(vec!["treatment", "flowsheet"]),
        done in any::<bool>(),
        provider in prop::sample::select(vec![json!(null), json!({}), json!({"discipline": "PT"}), json!({"discipline": "OT"}), json!({"discipline": "SLP"}), json!({"discipline": "PTA"}), json!({"taxonomy": "224Z00000X"})]),
    ) -> Value {
        json!({ "code": code, "modifiers": modifiers, "allowed": allowed.map(money), "kxDeclined": declined, "section": section, "done": done, "renderingProvider": provider })
    }
}

prop_compose! {
    fn context()(
        used in prop::option::of((cents(), cents())),
        other in prop::option::of(prop_oneof![Just(0i64), 0i64..=100_000]),
        entries in prop::option::of(prop::collection::vec((prop::sample::select(vec!["PT/SLP", "OT"]), cents(), prop::sample::select(vec!["adjudicated", "pending", "void"])), 0..4)),
        precomputed in prop::option::weighted(0.3, -100_000i64..=100_000),
        program in prop::sample::select(vec!["medicare-part-b", "medicare-part-b", "medicare-advantage", "other"]),
        auto in any::<bool>(),
        crossing in prop::sample::select(vec!["suggest", "apply", "ignore"]),
        list in prop::sample::select(vec!["documented", "cms"]),
        mixed in prop::sample::select(vec!["per-line", "whole-bucket"]),
        documentation in prop::option::of(prop::sample::select(vec![json!({}), json!({"treatmentNote": true})])),
        policy_documentation in prop::sample::select(vec!["warn", "require", "ignore"]),
    ) -> Value {
        let entries: Option<Vec<Value>> = entries.map(|entries| entries.into_iter()
            .map(|(service_type, cents, status)| json!({ "date": "2026-02-02", "serviceType": service_type, "allowed": money(cents), "status": status })).collect());
        json!({
            "appointment": { "date": "2026-03-10", "renderingProvider": { "discipline": "PT" } },
            "coverage": { "program": program, "followsKxThreshold": true },
            "preferences": { "autoApplyKx": auto },
            "usage": {
                "used": used.map(|(pt_slp, ot)| json!({ "PT/SLP": money(pt_slp), "OT": money(ot) })),
                "otherUsed": other.map(|cents| json!({ "PT/SLP": money(cents) })),
                "entries": entries,
                "precomputedRemaining": precomputed.map(|cents| json!({ "PT/SLP": money(cents) })),
            },
            "policy": { "crossingLine": crossing, "codeList": list, "mixedClaim": mixed, "documentation": policy_documentation },
            "documentation": documentation,
        })
    }
}

fn of(text: Result<String, kx_modifier::Error>) -> Value {
    serde_json::from_str(&text.unwrap()).unwrap()
}

fn appointment(context: &Value, lines: &[Value]) -> Value {
    let mut request = context.clone();
    request["lines"] = json!(lines);
    of(call_json("decideAppointment", &request.to_string()))
}

/// `decide` has no section, done mark and provider on the line: they go to the appointment.
fn single_request(context: &Value, line: &Value) -> Value {
    let mut request = context.clone();
    let mut line = line.clone();
    for name in ["section", "done", "renderingProvider"] {
        let own = line.as_object_mut().unwrap().remove(name).unwrap();
        if own != Value::Null {
            request["appointment"][name] = own;
        }
    }
    request["line"] = line;
    request
}

fn single(context: &Value, line: &Value) -> Value {
    of(call_json("decide", &single_request(context, line).to_string()))
}

fn upper(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_uppercase()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn an_appointment_of_one_line_is_decide(context in context(), line in line()) {
        prop_assert_eq!(&appointment(&context, std::slice::from_ref(&line))["decisions"][0], &single(&context, &line));
    }

    #[test]
    fn modifiers_are_never_lost_or_reordered(context in context(), lines in prop::collection::vec(line(), 1..5)) {
        let answer = appointment(&context, &lines);
        for (line, decision) in lines.iter().zip(answer["decisions"].as_array().unwrap()) {
            let mut expected = upper(&line["modifiers"]);
            if decision["action"] == "apply" {
                expected.push("KX".to_owned());
            }
            prop_assert_eq!(upper(&decision["modifiers"]), expected);
            prop_assert!(decision["modifiers"].as_array().unwrap().len() <= 4);
        }
    }

    #[test]
    fn apply_means_all_eight_conditions(context in context(), lines in prop::collection::vec(line(), 1..5)) {
        let answer = appointment(&context, &lines);
        let mut unresolved = Vec::new();
        for (position, decision) in answer["decisions"].as_array().unwrap().iter().enumerate() {
            let conditions = decision["conditions"].as_array().unwrap();
            prop_assert_eq!(conditions.len(), 8);
            if decision["action"] == "apply" {
                prop_assert!(conditions.iter().all(|one| one["met"] == true), "{}", decision);
                prop_assert_ne!(&decision["standing"], &Value::Null);
            }
            if decision["action"] == "suggest" {
                unresolved.push(json!(position));
            }
            prop_assert_eq!(decision["action"] == "none", decision["tooltip"] == "");
        }
        prop_assert_eq!(&answer["unresolved"], &json!(unresolved));
    }

    #[test]
    fn a_state_agrees_with_the_action_and_is_blocked_only_with_a_way_out(context in context(), lines in prop::collection::vec(line(), 1..5)) {
        for decision in appointment(&context, &lines)["decisions"].as_array().unwrap() {
            let ways = decision["wayOut"].as_array().unwrap();
            let (action, state) = (decision["action"].as_str().unwrap(), decision["state"].as_str().unwrap());
            let states: &[&str] = match action {
                "apply" => &["added", "check"],
                "keep" => &["added", "check", "blocked"],
                "suggest" => &["check", "blocked"],
                _ => &["not-needed", "declined", "check", "blocked"],
            };
            prop_assert!(states.contains(&state), "{}", decision);
            // A missing plan of care and unknown amounts block nothing.
            let blocks = |way: &Value| !["add-modifier", "refresh-usage"].contains(&way["action"].as_str().unwrap());
            prop_assert_eq!(state == "blocked", ways.iter().any(blocks), "{}", decision);
            for way in ways {
                let (before, after) = (upper(&decision["modifiers"]), upper(&way["modifiers"]));
                if way["action"] == "add-modifier" {
                    prop_assert!(["GP", "GO", "GN"].contains(&after.last().unwrap().as_str()) && after.len() <= 4, "{}", decision);
                    continue;
                }
                prop_assert!(after.len() <= before.len(), "a way out adds no modifier: {}", decision);
                prop_assert_eq!(way["action"] == "remove-kx", action == "keep" && !after.contains(&"KX".to_owned()), "{}", decision);
            }
        }
    }

    #[test]
    fn a_way_out_is_a_line_that_is_answered_and_no_longer_blocked_by_the_same(context in context(), line in line()) {
        for way in single(&context, &line)["wayOut"].as_array().unwrap() {
            let mut changed = line.clone();
            changed["modifiers"] = way["modifiers"].clone();
            if way["action"] == "keep-kx" {
                changed["kxDeclined"] = Value::Null;
            }
            let after = single(&context, &changed);
            let same = after["wayOut"].as_array().unwrap().iter().any(|one| one["label"] == way["label"]);
            let by_hand = ["move-modifier", "check-note", "refresh-usage"].contains(&way["action"].as_str().unwrap());
            prop_assert_eq!(same, by_hand, "{} then {}", way, after);
        }
    }

    #[test]
    fn ot_usage_never_changes_a_pt_slp_answer(context in context(), line in line(), ot in cents()) {
        let mut other = context.clone();
        // Whether usage is known at all stays as it was.
        prop_assume!(context["usage"]["used"] != Value::Null);
        other["usage"]["used"]["OT"] = money(ot);
        let (before, after) = (single(&context, &line), single(&other, &line));
        if before["serviceType"] == "PT/SLP" {
            for field in ["action", "state", "wayOut", "modifiers", "standing", "conditions", "tooltip", "notices", "documentation", "basis"] {
                prop_assert_eq!(&before[field], &after[field]);
            }
            prop_assert_eq!(&before["thresholds"]["PT/SLP"], &after["thresholds"]["PT/SLP"]);
        }
    }

    #[test]
    fn more_usage_never_turns_apply_into_none(context in context(), line in line(), more in 1i64..=500_000, as_entry in any::<bool>()) {
        let before = single(&context, &line);
        prop_assume!(before["serviceType"] != Value::Null);
        // Where nothing but "threshold remaining" was known, the first usage replaces it (contract), and the law cannot hold.
        prop_assume!(context["usage"]["precomputedRemaining"] == Value::Null || context["usage"]["entries"] != Value::Null);
        let service_type = before["serviceType"].as_str().unwrap();
        let mut added = context.clone();
        if as_entry {
            let mut entries = context["usage"]["entries"].as_array().cloned().unwrap_or_default();
            entries.push(json!({ "date": "2026-03-01", "serviceType": service_type, "allowed": money(more) }));
            added["usage"]["entries"] = json!(entries);
        } else {
            let used = context["usage"]["used"][service_type].as_str().map_or(Money::ZERO, |text| Money::parse(text).unwrap());
            let sum = used.plus(Money::from_cents(more)).to_string();
            if added["usage"]["used"] == Value::Null {
                added["usage"]["used"] = json!({});
            }
            added["usage"]["used"][service_type] = json!(sum);
        }
        let after = single(&added, &line);
        if before["action"] == "apply" {
            prop_assert_eq!(&after["action"], "apply", "{} then {}", before, after);
        }
    }

    #[test]
    fn the_same_request_gives_the_same_answer(context in context(), lines in prop::collection::vec(line(), 0..4)) {
        prop_assert_eq!(appointment(&context, &lines), appointment(&context, &lines));
    }

    #[test]
    fn an_outcome_is_the_decision_in_short(context in context(), line in line()) {
        let decision = single(&context, &line);
        let outcome = &of(call_json("decideAll:outcome", &json!([single_request(&context, &line)]).to_string()))[0]["outcome"];
        for field in ["action", "modifiers", "serviceType", "standing"] {
            prop_assert_eq!(&outcome[field], &decision[field]);
        }
        // Before and after the line, where it has a bucket and Medicare pays.
        if let (Some(service_type), true) = (decision["serviceType"].as_str(), context["coverage"]["program"] != "other") {
            let after = appointment(&context, std::slice::from_ref(&line))["thresholdsAfter"][service_type]["remaining"].clone();
            prop_assert_eq!(&outcome["remaining"], &decision["thresholds"][service_type]["remaining"]);
            prop_assert_eq!(&outcome["remainingAfter"], &after);
        } else {
            prop_assert_eq!([&outcome["remaining"], &outcome["remainingAfter"]], [&Value::Null, &Value::Null]);
        }
    }

    #[test]
    fn any_json_is_answered_or_refused(text in "\\PC{0,60}") {
        // Not kept: thousands of refusals of the same kind.
        for name in ["decide", "thresholds", "decideAppointment", "decideAll", "traitsToEvaluate"] {
            if let Err(error) = kx_modifier::call_json(name, &text) {
                prop_assert!(!error.message.is_empty() && !error.help.is_empty());
            }
        }
    }
}
