//! Reading of 271, 835 and 837: the public samples where they are beside the project, and interchanges written here for each rule.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use crate::answers::call_json;
use crate::interchanges::{ISA, PAYMENT, claim, file, interchange, lines};
use serde_json::{Value, json};

fn eligibility(text: &str) -> Value {
    file("readEligibility271", text).unwrap()
}

fn remittance(text: &str) -> Value {
    file("readRemittance835", text).unwrap()
}

fn claims(text: &str) -> Value {
    file("readClaim837", text).unwrap()
}

/// A sample that lies beside the project; where it does not, the test says that it is left out.
fn sample(name: &str) -> Option<String> {
    let path = format!("{}/../shared/data/x12/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        println!("left out: {name} is not beside the project");
    }
    text
}

// ---------------------------------------------------------------- tokens

#[test]
fn delimiters_come_from_the_header_in_any_layout() {
    let body = "EB*D**AD*MB**23*900.00~MSG*USED AMOUNT~";
    let plain = interchange("271", body);
    let expected = eligibility(&plain)["amounts"].clone();
    assert_eq!(expected[0]["amount"], "900.00");
    for other in [
        plain.replace('~', "~\n"),
        plain.replace('~', "~\r\n"),
        plain.replace('~', "\n"),
        plain.replace('~', "\r\n"),
        plain.replace('*', "|"),
        plain.replace('~', "'").replace('*', "+"),
        format!("\u{feff}\n  {plain}"),
        // Trimmed on its way: the header is not 106 columns wide any more.
        plain.replace("          ", "").replace("SENDER         ", "SENDER"),
    ] {
        let amounts = eligibility(&other)["amounts"].clone();
        assert_eq!(amounts[0]["amount"], "900.00", "{other}");
        assert_eq!(amounts[0]["kind"], "used", "{other}");
    }
    // Two interchanges in one text, each with its own delimiters.
    let two = format!("{plain}\n{}", plain.replace('*', "|").replace('~', "!"));
    assert_eq!(eligibility(&two)["amounts"].as_array().unwrap().len(), 2);
}

#[test]
fn a_text_that_was_wrapped_or_put_together_reads_the_same() {
    let pay = |padding: usize| {
        let lines = ["97110", "97112"].map(|code| format!("SVC*HC:{code}:GP*80*52**2~DTM*472*20260310~CAS*CO*45*15~CAS*PR*2*13~")).concat();
        interchange("835", &format!("{PAYMENT}N1*PR*{}~{}", "A".repeat(padding), claim("MB", "1", &lines)))
    };
    for padding in 1..=80 {
        let letters: Vec<char> = pay(padding).chars().collect();
        for line_end in ["\n", "\r\n"] {
            let wrapped = letters.chunks(80).map(|line| line.iter().collect::<String>()).collect::<Vec<_>>().join(line_end);
            let answer = remittance(&wrapped);
            assert_eq!(answer, remittance(&pay(padding)), "{padding}");
            assert_eq!((answer["entries"][1]["allowed"].clone(), answer["skipped"].clone()), (json!("65.00"), json!([])), "{padding}");
        }
    }
    let plain = interchange("271", "EB*D**AD*MB***900.00~MSG*USED AMOUNT~");
    let count = |text: &str| eligibility(text)["amounts"].as_array().unwrap().len();
    for other in [plain.replace('~', "\r"), plain.replace("*:~", "*: ~"), plain.replace('*', "\t")] {
        assert_eq!(count(&other), 1, "{other:?}");
    }
    // Two files in one, with delimiters of their own, whatever stands between them.
    let second: String = plain.chars().map(|one| "|!>{".chars().nth("*~:^".find(one).unwrap_or(9)).unwrap_or(one)).collect();
    for between in ["", "\n", "\n\u{feff}", "\u{1a}", "\n-----\n", "\r\n\u{1a}\r\n"] {
        assert_eq!(count(&format!("{plain}{between}{second}")), 2, "{between:?}");
        assert_eq!(count(&format!("{second}{between}{plain}")), 2, "{between:?}");
    }
    assert_eq!(count(&format!("{}\n{second}", plain.trim_end_matches('~'))), 2);
}

#[test]
fn text_that_is_no_x12_is_refused() {
    for text in
        ["", " ", "hello", "ISA", "ISA*00*", "{\"a\":1}", "<xml/>", "ST*271*0001~", &"x".repeat(100_000), "ISAAAAAAAAAAAAAAAAAAAAAA"]
    {
        for function in ["readEligibility271", "readRemittance835", "readClaim837"] {
            let code = file(function, text).err().map(|error| error.code.as_str());
            assert_eq!(code, Some("x12-invalid"), "{}", text.chars().take(40).collect::<String>());
        }
    }
}

#[test]
fn what_is_no_text_is_refused() {
    for request in ["null", "true", "12", "[]", "{}"] {
        for function in ["readEligibility271", "readRemittance835", "readClaim837", "identifyX12"] {
            let error = call_json(function, request).unwrap_err();
            let expected = ("wrong-type", Some("text"), "expected text", "give the file's text");
            assert_eq!((error.code.as_str(), error.path.as_deref(), error.message.as_str(), error.help.as_str()), expected, "{request}");
        }
    }
}

#[test]
fn a_line_that_was_paid_on_no_day_says_none() {
    let line = claim("MB", "1", "SVC*HC:97110:GP*80*65~DTM*472*20260310~CAS*CO*45*15~");
    let posted = |payment: &str| remittance(&interchange("835", &format!("{payment}{line}")))["entries"][0].get("posted").cloned();
    assert_eq!((posted(PAYMENT), posted(&PAYMENT.replace("20260316", ""))), (Some(json!("2026-03-16")), None));
}

#[test]
fn another_transaction_is_named_and_not_thrown() {
    let text = interchange("999", "AK1*HC*1~");
    assert_eq!(eligibility(&text)["unread"][0]["segment"], "ST*999*0001");
    assert_eq!(remittance(&text)["skipped"][0]["segment"], "ST*999*0001");
    assert_eq!(claims(&text)["skipped"][0]["segment"], "ST*999*0001");
}

// ---------------------------------------------------------------- 271

/// The amounts as `bucket kind amount from to`, and the reasons of what was left.
fn amounts(body: &str) -> (Vec<String>, Vec<String>) {
    let answer = eligibility(&interchange("271", body));
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let amounts = answer["amounts"].as_array().unwrap().iter();
    let amounts = amounts.map(|one| ["serviceType", "kind", "amount", "from", "to"].map(|name| text(&one[name])).join(" ")).collect();
    (amounts, answer["unread"].as_array().unwrap().iter().map(|one| text(&one["reason"])).collect())
}

#[test]
fn used_and_remaining_are_read_as_the_segment_says() {
    for (body, expected) in [
        ("EB*F*IND*AD*MB**29*1840~DTP*292*RD8*20260101-20261231~", "OT remaining 1840.00 2026-01-01 2026-12-31"),
        ("EB*F*IND*AE*MB**29*1840.5~", "PT/SLP remaining 1840.50 - -"),
        ("EB*F**AF***29*.50~", "PT/SLP remaining 0.50 - -"),
        ("EB*F*IND**MB*PHYSICAL & SPEECH THERAPY*29*1860~", "PT/SLP remaining 1860.00 - -"),
        ("EB*F*IND**MB*Occupational Therapy*29*0~", "OT remaining 0.00 - -"),
        ("EB*D**AD*MB**23*900~DTP*291*D8*20260101~MSG*USED AMOUNT~", "OT used 900.00 2026-01-01 -"),
        ("EB*D**AE*MB***900~MSG*Used amount~", "PT/SLP used 900.00 - -"),
        ("EB*F**AE*MB**29*-35.10~", "PT/SLP remaining -35.10 - -"),
    ] {
        assert_eq!(amounts(body), (vec![expected.to_owned()], vec![]), "{body}");
    }
    let both = amounts("EB*D**AD^AE*MB***900~MSG*USED AMOUNT~");
    assert_eq!(both, (vec!["PT/SLP used 900.00 - -".to_owned(), "OT used 900.00 - -".to_owned()], vec![]));
    // What stands below another benefit says nothing of this one.
    assert_eq!(amounts("EB*D**AE*MB***900~EB*D**30*MB***5~MSG*USED AMOUNT~").0, Vec::<String>::new());
    // 4010 has no repetition separator of its own.
    let old = interchange("271", "EB*D**AD^AE*MB***900~MSG*USED AMOUNT~").replace("*^*00501*", "*U*00401*");
    assert_eq!(eligibility(&old)["amounts"].as_array().unwrap().len(), 2);
}

#[test]
fn what_is_odd_is_unread_with_its_segment() {
    for (body, reason) in [
        ("EB*F*IND*AE*MB***29*1840~", "shifted"),
        ("EB*F*IND*AE*MB***29*1840~MSG*USED AMOUNT~", "shifted"),
        ("EB*F*IND**AE*MB**29*1840~", "shifted"),
        ("EB*F*AD*MB**29*1840~", "shifted"),
        ("EB*F*IND*AD*MB**23*1840~", "used or remaining"),
        ("EB*F*IND*AD*MB**29*1840~MSG*USED AMOUNT~", "both"),
        ("EB*F*IND*AD*MA**29*1840~", "insurance type MA"),
        ("EB*F*IND*AD*MB**29*~", "no valid amount"),
        ("EB*F*IND*AD*MB**29*18.405~", "no valid amount"),
        ("EB*F*IND*AD*MB**29*1,840~", "no valid amount"),
        ("EB*F*IND*AD*MB*PHYSICAL THERAPY*29*1840~", "different thresholds"),
        ("EB*D**AD*MB**23*900~MSG*UNUSED AMOUNT~", "used or remaining"),
        ("EB*F*IND***MB*PHYSICAL & SPEECH THERAPY*29*1860~", "shifted"),
        ("EB*F*IND**PHYSICAL & SPEECH THERAPY*29*1860~", "shifted"),
        ("EB*F*IND**MB**OCCUPATIONAL THERAPY*29*1860~", "shifted"),
        ("EB*F*IND*AE*MB*****29*1840~", "shifted"),
        ("EB*C**AD^AE*MB**29*0~", "what a patient pays"),
        ("EB*B*IND*AE*MB**29*10~", "what a patient pays"),
        ("AAA*N**72*C~", "rejected"),
    ] {
        let (read, unread) = amounts(body);
        assert!(read.is_empty() && unread.len() == 1 && unread[0].contains(reason), "{body}: {read:?} {unread:?}");
    }
    // A period that is none is named; the amount stands without it.
    let (read, unread) = amounts("EB*F*IND*AD*MB**29*1840~DTP*292*RD8*20260101-20261331~");
    assert_eq!((read, unread.len()), (vec!["OT remaining 1840.00 - -".to_owned()], 1));
    // Other benefits, and coverage without an amount, are not odd.
    assert_eq!(amounts("EB*1**AD^AE*MB~EB*C**96*MB**29*0~EB*B**1^33*HM*GOLD*27*10~EB*1**AE*MB*****VS*20~"), (vec![], vec![]));
    assert_eq!(amounts("EB*F**30*MB*ANNUAL PHYSICAL EXAM*29*1~"), (vec![], vec![]));
}

#[test]
fn the_sample_responses() {
    if let Some(text) = sample("cms_hets_4010_companion_guide_appendixB_2009.271") {
        let answer = eligibility(&text);
        let found: Vec<String> = answer["amounts"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| format!("{} {} {} {}", one["serviceType"], one["kind"], one["amount"], one["from"]))
            .collect();
        let expected = [("1840.00", "2009"), ("1810.00", "2008"), ("1780.00", "2007")]
            .map(|(amount, year)| format!("\"OT\" \"remaining\" \"{amount}\" \"{year}-01-01\""));
        assert_eq!(found, expected);
        // The guide's own AE segments have one separator too many, and segments were left out of it.
        let unread: Vec<&str> = answer["unread"].as_array().unwrap().iter().map(|one| one["segment"].as_str().unwrap()).collect();
        assert_eq!(unread, ["EB*F*IND*AE*MB***29*1840", "EB*F*IND*AE*MB***29*1810", "EB*F*IND*AE*MB***29*1780", "SE*156*2377396"]);
    }
    for name in ["lfh_271_5010_dependent-health-benefit-check.271", "lfh_271_5010_subscriber-health-benefit-check.271"] {
        if let Some(text) = sample(name) {
            let answer = eligibility(&text);
            assert_eq!((answer["amounts"].clone(), answer["unread"].as_array().unwrap().len()), (json!([]), 1), "{name}");
            assert!(answer["unread"][0]["reason"].as_str().unwrap().contains("test file"), "{name}");
        }
    }
}

// ---------------------------------------------------------------- 835

#[test]
fn allowed_amounts_of_therapy_lines() {
    let day = "DTM*472*20260310~";
    for (rest, expected) in [
        (format!("SVC*HC:97110:GP*80*52**2~{day}CAS*CO*45*15~CAS*PR*2*13~AMT*B6*65~"), "97110 PT/SLP 65.00 AMT*B6"),
        (format!("SVC*HC:97110:GP*80*52**2~{day}CAS*CO*45*15~CAS*PR*2*13~"), "97110 PT/SLP 65.00 adjustments"),
        // Sequestration lowers the payment, not the allowed amount; CO-59 lowers it.
        (format!("SVC*HC:97530:GO:KX*80*50.96**2~{day}CAS*CO*45*10**59*5**253*1.04~CAS*PR*2*13~"), "97530 OT 65.00 adjustments"),
        // All of it is the deductible: paid nothing, and not denied.
        (format!("SVC*HC:97110:GP*80*0**2~{day}CAS*CO*45*15~CAS*PR*1*65~"), "97110 PT/SLP 65.00 adjustments"),
        (format!("SVC*HC:97110:GP*80*0**2~{day}CAS*CO*119*80~"), "97110 PT/SLP 0.00 denied adjustments"),
        (format!("SVC*HC:97110:GN*80*0**2~{day}CAS*PR*119*0~"), "97110 PT/SLP 0.00 denied adjustments"),
        // What the amount does not depend on may be odd.
        (format!("SVC*HC:97110:GP**65**2~{day}AMT*B6*65~"), "97110 PT/SLP 65.00 AMT*B6"),
        (format!("SVC*HC:97110:GP*80*0**2~{day}CAS*PR*1*65.000~AMT*B6*65~"), "97110 PT/SLP 65.00 AMT*B6"),
        ("SVC*HC:97110:GP*80*65**2~DTM*150*20260301~DTM*151*20260304~CAS*CO*45*15~".to_owned(), "97110 PT/SLP 65.00 adjustments"),
    ] {
        assert_eq!(lines(&claim("MB", "1", &rest)), (vec![expected.to_owned()], vec![]), "{rest}");
    }
    let denied = claim("MB", "4", &format!("SVC*HC:97110:GP*80*0**2~{day}CAS*CO*119*80~"));
    assert_eq!(lines(&denied).0, ["97110 PT/SLP 0.00 denied adjustments"]);
    let unreadable = claim("MB", "4", &format!("SVC*HC:97110:GP*8o*x**2~{day}AMT*B6*~"));
    assert_eq!(lines(&unreadable).0, ["97110 PT/SLP 0.00 denied AMT*B6"]);
    for (sign, paid) in [("-", "-52"), ("", "52")] {
        let body = claim("MB", "22", &format!("SVC*HC:97110:GP*{sign}80*{paid}**2~{day}CAS*CO*45*{sign}15~CAS*PR*2*{sign}13~"));
        assert_eq!(lines(&body).0, ["97110 PT/SLP -65.00 adjustments"], "{sign}");
    }
}

const PAID: &str = "SVC*HC:97110:GP*80*65~DTM*472*20260310~CAS*CO*45*15~";

#[test]
fn an_entry_is_ready_for_usage() {
    let text = interchange("835", &format!("{PAYMENT}{}", claim("16", "1", "SVC*HC:97110:GP:59*80*52**2~DTM*472*20260310~AMT*B6*65~")));
    let answer = remittance(&text);
    let entry = &answer["entries"][0];
    assert_eq!(
        (
            entry["date"].clone(),
            entry["posted"].clone(),
            entry["program"].clone(),
            entry["status"].clone(),
            entry["claim"].clone(),
            entry["modifiers"].clone()
        ),
        (json!("2026-03-10"), json!("2026-03-16"), json!("medicare-advantage"), json!("adjudicated"), json!("C1"), json!(["GP", "59"]))
    );
    let request = json!({
        "date": "2026-04-01", "coverage": { "program": "medicare-advantage", "followsKxThreshold": true },
        "usage": { "entries": answer["entries"] }
    });
    let thresholds: Value = serde_json::from_str(&call_json("thresholds", &request.to_string()).unwrap()).unwrap();
    assert_eq!(thresholds["PT/SLP"]["used"], "65.00");
    // The same file gives the same ids, and each line its own.
    let two = interchange("835", &format!("{PAYMENT}{}{}", claim("MB", "1", &format!("{PAID}{PAID}")), claim("MB", "1", PAID)));
    let ids =
        |answer: Value| answer["entries"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    let first = ids(remittance(&two));
    assert_eq!(first, ids(remittance(&two)));
    assert_eq!(first.iter().collect::<std::collections::BTreeSet<_>>().len(), 3);
    // A file that was put together twice counts once, and says so; another payer's payment of the same number is another one.
    let twice = remittance(&format!("{two}{two}"));
    assert_eq!((ids(twice.clone()), twice["skipped"].as_array().unwrap().len()), (first.clone(), 3));
    let other = ids(remittance(&two.replace("TRN*1*TRACE7*1935665544", "TRN*1*TRACE7*1111111111")));
    assert!(other.iter().all(|id| !first.contains(id)), "{other:?}");
    // The same number with another amount is kept, under an id of its own.
    let both = ids(remittance(&format!(
        "{two}{}",
        two.replace("*80*65~", "*80*64~")
            .replace("CO*45*15", "CO*45*16")
            .replace("*130*", "*128*")
            .replace("*1*80*65*", "*1*80*64*")
            .replace("*160*130*", "*160*128*")
    )));
    assert_eq!(both.iter().collect::<std::collections::BTreeSet<_>>().len(), 6);
}

#[test]
fn what_is_left_is_named() {
    let good = PAID;
    for (body, reason) in [
        (claim("12", "1", good), "another payer"),
        (claim("MC", "1", good), "another payer"),
        (claim("", "1", good), "which payer"),
        (claim("MA", "1", good), "Part A stay"),
        (claim("MB", "1", "SVC*HC:97110*80*65~DTM*472*20260310~"), "GP, GO or GN"),
        (claim("MB", "1", "SVC*HC:97110:GP:GO*80*65~DTM*472*20260310~"), "GP, GO or GN"),
        (claim("MB", "1", "SVC*NU:0420*80*65~DTM*472*20260310~"), "HCPCS"),
        (claim("MB", "1", "SVC*HC:97110:GP*80*65~"), "date of service"),
        (claim("MB", "1", "SVC*HC:97110:GP*80*65~DTM*472*20260230~"), "date of service"),
        (claim("MB", "1", "SVC*HC:97110:GP*8o*65~DTM*472*20260310~"), "charge"),
        (claim("MB", "1", "SVC*HC:97110:GP*80*65~DTM*472*20260310~CAS*CO*97*15~"), "CO-97"),
        (claim("MB", "1", "SVC*HC:97110:GP*80*65~DTM*472*20260310~CAS*OA*94*15~"), "OA-94"),
        (claim("MB", "1", "SVC*HC:97110:GP*80*50~DTM*472*20260310~CAS*CO*45*x~"), "adjustment"),
        // Neither a denial nor an amount can be told.
        (claim("MB", "1", "SVC*HC:97110:GP*80*0~DTM*472*20260310~CAS*PR*1*6x~"), "adjustment"),
        (claim("MB", "1", "CAS*CO*45*x~SVC*HC:97110:GP*80*65~DTM*472*20260310~"), "adjustment"),
        // The patient owes what Medicare does not cover: that is no allowed amount.
        (claim("MB", "1", "SVC*HC:97110:GP*80*0~DTM*472*20260310~CAS*PR*50*80~"), "PR-50"),
        (claim("MB", "1", "DTM*232*20260101~SVC*HC:97110:GP*80*65~DTM*472*20260230~AMT*B6*65~"), "not a valid date"),
    ] {
        let (read, skipped) = lines(&body);
        assert!(read.is_empty() && skipped.len() == 1 && skipped[0].contains(reason), "{body}: {read:?} {skipped:?}");
    }
    // Part B bill types under MA count.
    assert_eq!(lines(&claim("MA", "1", good).replace("*11*1~", "*13*1~")).0.len(), 1);
    // The claim's period stands in for a line's date.
    assert_eq!(lines(&claim("MB", "1", "DTM*232*20260310~DTM*233*20260312~SVC*HC:97110:GP*80*65~CAS*CO*45*15~")).0.len(), 1);
}

#[test]
fn the_sample_remittances() {
    // As they are: other payers. With the filing code changed to Part B: their therapy lines.
    for (name, as_is, as_part_b) in [
        ("lfh_835_managed-care.835", 0, vec![]),
        ("lfh_835_medicare-part-a.835", 0, vec![]),
        ("ot_clinic_mixed_modifiers.835", 0, vec!["97530 225.00 false"]),
        (
            "tmhp_multi_claim.835",
            0,
            vec!["97161 120.00 false", "97110 65.00 false", "97140 55.00 false", "97530 40.00 false", "97161 0.00 true", "97110 0.00 true"],
        ),
        ("uhc_pt_denials.835", 0, vec!["97110 65.00 false", "97140 0.00 true", "97530 0.00 true", "97150 0.00 true"]),
    ] {
        let Some(text) = sample(name) else { continue };
        let answer = remittance(&text);
        assert_eq!(answer["entries"].as_array().unwrap().len(), as_is, "{name}");
        let filed = text.lines().map(|line| {
            let mut elements: Vec<&str> = line.trim_end_matches('~').split('*').collect();
            if elements[0] == "CLP" && elements.len() > 6 {
                elements[6] = "MB";
            }
            format!("{}~\n", elements.join("*"))
        });
        let answer = remittance(&filed.collect::<String>());
        let found: Vec<String> = answer["entries"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| format!("{} {} {}", one["code"].as_str().unwrap(), one["allowed"].as_str().unwrap(), one["denied"]))
            .collect();
        assert_eq!(found, as_part_b, "{name}: {}", answer["skipped"]);
    }
}

// ---------------------------------------------------------------- 837

const SUBSCRIBER: &str =
    "HL*1**20*1~NM1*85*2*CLINIC*****XX*1234567893~HL*2*1*22*0~SBR*P*18*******MB~NM1*IL*1*DOE*JANE~NM1*PR*2*MEDICARE*****PI*00000~";

#[test]
fn therapy_lines_of_a_professional_claim() {
    let body = format!(
        "{SUBSCRIBER}CLM*A1*155.00***11:B:7*Y*A*Y*Y~HI*ABK:M545~LX*1~SV1*HC:97110:GP:KX*80.00*UN*2***1~DTP*472*D8*20260310~REF*6R*LINE77~\
         LX*2~SV1*HC:99213*40*UN*1***1~DTP*472*D8*20260310~LX*3~SV1*HC:97140:GP:59:CQ*35*UN*1.5***1~DTP*472*RD8*20260310-20260311~"
    );
    let answer = claims(&interchange("837", &body));
    assert_eq!(
        answer["claims"],
        json!([{
            "id": "A1", "type": "professional", "frequency": "7", "payer": "MEDICARE", "medicare": true,
            "patient": { "name": "DOE, JANE", "memberId": null },
            "lines": [
                { "id": "LINE77", "date": "2026-03-10", "code": "97110", "modifiers": ["GP", "KX"], "charge": "80.00", "units": 2, "note": null },
                { "id": "3", "date": "2026-03-10", "code": "97140", "modifiers": ["GP", "59", "CQ"], "charge": "35.00", "units": 1.5,
                  "note": null },
            ],
        }])
    );
    assert_eq!(answer["skipped"].as_array().unwrap().len(), 1);
    assert!(answer["skipped"][0]["reason"].as_str().unwrap().contains("not a therapy line"));
    // The line of a claim is ready to be decided.
    let line = &answer["claims"][0]["lines"][0];
    let request = json!({
        "line": line,
        "appointment": { "date": line["date"] }, "coverage": { "program": "medicare-part-b" },
    });
    assert!(call_json("decide", &request.to_string()).unwrap().contains("\"action\":\"keep\""));
}

#[test]
fn an_institutional_claim_and_its_payers() {
    let body = format!(
        "{SUBSCRIBER}CLM*B1*80***13:A:1~SBR*S*18*******CI~NM1*PR*2*OTHER PAYER~LX*1~SV2*0420*HC:97110:GP*80*UN*2~DTP*472*D8*20260310~LX*2~SV2*0300**5*UN*1~\
         HL*3**22*0~SBR*P*18*******CI~NM1*PR*2*COMMERCIAL~HL*4*3*23*0~PAT*19~CLM*B2*80***13:A:1~LX*1~SV2*0430*HC:97530:GO*80*MJ*2~"
    );
    let text = interchange("837*0001*005010X223A2", &body).replace("*0001*0001~", "~");
    let answer = claims(&text);
    let claim = |index: usize| {
        let claim = &answer["claims"][index];
        format!("{} {} {} {} {}", claim["id"], claim["type"], claim["payer"], claim["medicare"], claim["lines"].as_array().unwrap().len())
    };
    assert_eq!(claim(0), "\"B1\" \"institutional\" \"MEDICARE\" true 1");
    assert_eq!(claim(1), "\"B2\" \"institutional\" \"COMMERCIAL\" false 0");
    assert_eq!(answer["skipped"].as_array().unwrap().len(), 2, "{}", answer["skipped"]);
}

#[test]
fn an_old_claim_file_tells_its_form_in_the_group() {
    let body = format!("{SUBSCRIBER}CLM*B1*80***13:A:1~LX*1~SV1*HC:97110:GP*80*UN*-0~DTP*472*D8*20260310~DTP*472*D8*20260231~");
    let text = interchange("837", &body);
    let claim = claims(&text.replace("*005010~", "*004010X096A1~"))["claims"][0].clone();
    assert_eq!((claim["type"].clone(), claim["lines"][0]["date"].clone()), (json!("institutional"), json!("2026-03-10")));
    assert_eq!(claim["lines"][0]["units"].to_string(), "0");
    assert_eq!(claims(&text.replace("*005010~", "*004010X098A1~"))["claims"][0]["type"], "professional");
}

#[test]
fn the_sample_claim() {
    if let Some(text) = sample("lfh_837p_demo.example1.837") {
        let answer = claims(&text);
        assert_eq!(answer["claims"][0]["id"], "26463774");
        assert_eq!(answer["claims"][0]["payer"], "KEY INSURANCE COMPANY");
        assert_eq!((answer["claims"][0]["medicare"].clone(), answer["claims"][0]["lines"].clone()), (json!(false), json!([])));
        assert_eq!(answer["skipped"].as_array().unwrap().len(), 5, "it is marked as a test, and its four lines are no therapy");
    }
}

// ---------------------------------------------------------------- whose it is

#[test]
fn a_text_says_what_it_is_of_which_day_and_whose() {
    // Without the sentence, which the next test is about.
    let identity = |text: &str| {
        let mut answer = file("identifyX12", text).unwrap();
        answer.as_object_mut().unwrap().remove("message").unwrap();
        answer
    };
    let response = "BHT*0022*11*A*20260302*1200~HL*1**20*1~NM1*PR*2*CMS*****PI*CMS~HL*3*2*22*0~NM1*IL*1*SMITH*MARY*B***MI*1EG4~\
        EB*F**AD*MB**29*100~EB*F**AE*MB**29*200~HL*4*2*22*0~NM1*IL*1*DOE****MI*2EG4~EB*F**AD*MB**29*300~";
    let expected = json!({ "kind": "271", "date": "2026-03-02", "patients": [
        { "name": "SMITH, MARY B", "memberId": "1EG4", "positions": [0, 1] },
        // An element short: what stands in the place of the number is not taken for one.
        { "name": "DOE", "memberId": null, "positions": [2] },
    ] });
    assert_eq!(identity(&interchange("271", response)), expected);

    let line = "SVC*HC:97110:GP*80*52**2~DTM*472*20260310~AMT*B6*65~";
    let named = |number: &str, names: &str| format!("CLP*{number}*1*80*52**MB*P{number}*11~{names}{line}");
    let remittance = [
        named("C1", "NM1*IL*1*PAYER*OF*BILLS***MI*9~NM1*QC*1*DOE*JANE****MI*1~NM1*IL*1*PAYER*OF*BILLS***MI*9~"),
        named("C2", "NM1*IL*1*ROE*RICHARD****MI*2~"),
        named("C3", "NM1*QC*1*DOE*JANE****MI*1~"),
        named("C4", ""),
    ]
    .concat();
    let expected = json!({ "kind": "835", "date": "2026-03-16", "patients": [
        { "name": "DOE, JANE", "memberId": "1", "positions": [0, 2] },
        { "name": "ROE, RICHARD", "memberId": "2", "positions": [1] },
        { "name": "", "memberId": null, "positions": [3] },
    ] });
    assert_eq!(identity(&interchange("835", &format!("{PAYMENT}{remittance}"))), expected);

    let claims = "BHT*0019*00*1*20260401*1200*CH~HL*2*1*22*0~SBR*P*18*******MB~NM1*IL*1*SMITH*MARY****MI*1EG4~NM1*PR*2*MEDICARE~\
        CLM*A*80***11:B:1~NM1*IL*1*OTHER*INSURED****MI*7~LX*1~SV1*HC:97110:GP*80*UN*1***1~CLM*B*80***11:B:1~";
    let expected =
        json!({ "kind": "837", "date": "2026-04-01", "patients": [{ "name": "SMITH, MARY", "memberId": "1EG4", "positions": [0, 1] }] });
    assert_eq!(identity(&interchange("837", claims)), expected);

    // An acknowledgement may stand before it, in the same text.
    let both = identity(&format!("{}{}", interchange("999", "AK1*HC*1~"), interchange("837", claims)));
    assert_eq!((both["kind"].clone(), both["patients"][0]["name"].clone()), (json!("837"), json!("SMITH, MARY")));
    assert_eq!(identity(&interchange("999", "AK1*HC*1~")), json!({ "kind": null, "date": null, "patients": [] }));
    assert_eq!(file("identifyX12", "hello").err().map(|error| error.code.as_str()), Some("x12-invalid"));
}

#[test]
fn what_a_text_is_is_said_in_a_sentence() {
    let said = |text: &str| file("identifyX12", text).unwrap()["message"].as_str().unwrap().to_owned();
    let of = |transaction: &str, body: &str| said(&interchange(transaction, body));
    let response = of("271", "BHT*0022*11*1*20260302*1200~");
    assert_eq!(response, "Eligibility response (271) dated Mar 2, 2026.");
    assert_eq!(of("835", "BPR*I*0*C*NON************20260316~"), "Remittance (835) paid on Mar 16, 2026.");
    assert_eq!(of("837", ""), "Claim file (837) without a date.");
    assert!(of("270", "").starts_with("This isn't a 271, 835 or 837 file."));
    // What is wrong with it as a whole.
    let whole = interchange("271", "BHT*0022*11*1*20260302*1200~");
    assert_eq!(said(&whole.replace("GE*1*1~IEA*1*000000001~", "")), format!("{response} It is cut off: the end is missing."));
    assert_eq!(said(&whole.replace("SE*3*", "SE*4*")), format!("{response} Its counts do not match its contents, so part may be missing."));
    assert_eq!(said(&whole.replace("*0*P*:~", "*0*T*:~")), format!("{response} It is marked as a test file."));
    assert_eq!(said(&format!("{whole}EB*F**AD*MB**29*1~")), format!("{response} Some segments are outside any transaction."));
    assert_eq!(
        said(&format!("{whole}{}", whole.split_once('~').unwrap().1)),
        format!("{response} Some segments are outside any transaction.")
    );
    assert!(of("999", "AK1*HC*1~").starts_with("Acknowledgment (999)"));
    assert!(said(&format!("{ISA}TA1*000000100*260805*0823*R*024~IEA*0*000000001~")).starts_with("Acknowledgment (TA1)"));
    assert_eq!(said(&format!("{ISA}IEA*0*000000001~")), "This X12 file is empty.");
}
