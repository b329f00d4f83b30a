//! Remittances: which amounts are read, which lines were denied, and what is left and named.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use crate::interchanges::{DAY, PAYMENT, claim, file, interchange, lines};
use serde_json::{Value, json};

/// What is read of a claim of Part B with these lines: the entries, or the reasons.
fn read(status: &str, rest: &str) -> (Vec<String>, Vec<String>) {
    lines(&claim("MB", status, rest))
}

#[test]
fn a_stated_amount_and_a_stated_denial_go_before_a_conclusion() {
    for (status, service, adjustments, stated, expected) in [
        // A secondary claim: the first payer paid all of it.
        ("2", "100*0", "CAS*CO*45*30~CAS*OA*23*70~", "70", "70.00"),
        ("2", "100*0", "CAS*CO*45*30~CAS*OA*23*70~CAS*PR*2*14**23*-14~", "70", "70.00"),
        // Nothing was paid and nothing is owed, and the payer states what it allows all the same.
        ("1", "80*0", "CAS*CO*45*80~", "65", "65.00"),
        ("1", "80*0", "CAS*PR*96*80~", "65", "65.00"),
        // What was paid does not fit the adjustments: the stated amount does not depend on them.
        ("1", "100*80", "CAS*CO*45*10~", "90", "90.00"),
        // Reversals in the group for corrections, and with a stated amount without a sign.
        ("22", "-80*0", "CAS*CR*1*-65**45*-15~", "-65", "-65.00"),
        ("22", "-80*-52", "CAS*CR*2*-13**45*-15~", "-65", "-65.00"),
        ("22", "-80*-52", "CAS*CO*45*-15~CAS*PR*2*-13~", "65", "-65.00"),
        // A stated 0.00 with nothing paid is a denial.
        ("1", "80*0", "CAS*CO*50*80~", "0", "0.00 denied"),
        // The file states the denial.
        ("1", "80*0", "CAS*CO*119*80~", "65", "0.00 denied"),
        ("1", "80*0", "CAS*PR*119*80~", "65", "0.00 denied"),
        ("1", "80*0", "CAS*CO*45*15**119*65~", "65", "0.00 denied"),
        ("4", "80*0", "CAS*PR*1*65~CAS*CO*45*15~", "65", "0.00 denied"),
        // A part of the line was paid: then it was not denied.
        ("1", "80*28", "CAS*CO*45*15**119*30~CAS*PR*2*7~", "35", "35.00"),
    ] {
        let line = format!("SVC*HC:97110:GP*{service}~{DAY}{adjustments}AMT*B6*{stated}~");
        assert_eq!(read(status, &line), (vec![format!("97110 PT/SLP {expected} AMT*B6")], vec![]), "{status} {line}");
    }
    // Denied as a whole, a claim with one line, whether or not the line's payment is written less that.
    let denied = format!("CAS*PR*119*80~SVC*HC:97110:GP*80*80~{DAY}AMT*B6*65~");
    assert_eq!(read("1", &denied).0, ["97110 PT/SLP 0.00 denied AMT*B6"]);
    let denied = format!("CAS*CO*119*65~SVC*HC:97110:GP*80*65~{DAY}CAS*CO*45*15~");
    assert_eq!(read("1", &denied).0, ["97110 PT/SLP 0.00 denied adjustments"]);
    // Stated twice: only where both say the same.
    let twice = |second: &str| read("1", &format!("SVC*HC:97110:GP*80*65~{DAY}CAS*CO*45*15~AMT*B6*65~AMT*B6*{second}~"));
    assert_eq!(twice("65.00").0, ["97110 PT/SLP 65.00 AMT*B6"]);
    assert!(twice("60").0.is_empty() && twice("60").1[0].contains("two different allowed amounts"));
}

#[test]
fn denied_is_the_reason_and_not_the_group() {
    for (cas, expected) in [
        ("CAS*CO*119*80~", "denied"),
        ("CAS*PR*119*80~", "denied"),
        ("CAS*OA*119*80~", "denied"),
        ("CAS*PR*96*80~", "denied"),
        ("CAS*PR*16*80~", "denied"),
        ("CAS*PR*96*65~CAS*CO*45*15~", "denied"),
        ("CAS*CO*97*80~", "denied"),
        ("CAS*CR*50*80~", "denied"),
        // Owed as the patient's share: allowed, and nothing was denied.
        ("CAS*PR*1*65~CAS*CO*45*15~", "65.00"),
        // A denial and a share together, another denial that the patient owes, and what a first payer paid: not known.
        ("CAS*PR*96*10~CAS*PR*1*55~CAS*CO*45*15~", "PR-96"),
        ("CAS*PR*50*80~", "PR-50"),
        ("CAS*CO*45*15~CAS*OA*23*65~", "secondary"),
        ("CAS*CO*45*30~CAS*OA*23*50~CAS*PR*2*13**23*-13~", "secondary"),
        ("CAS*CR*1*65**45*15~", "CR-1"),
    ] {
        let (entries, skipped) = read("1", &format!("SVC*HC:97110:GP*80*0~{DAY}{cas}"));
        let all = entries.into_iter().chain(skipped).collect::<Vec<_>>();
        assert!(all.len() == 1 && all[0].contains(expected), "{cas}: {all:?}");
    }
}

#[test]
fn a_computed_amount_balances_or_is_left() {
    let line = |charge: &str, paid: &str, cas: &str| format!("SVC*HC:97110:GP*{charge}*{paid}~{DAY}{cas}");
    let two = |first: &str, second: &str| format!("{}{}", line("80", "65", first), line("40", "30", second));
    // Charge less all adjustments is what was paid, of the line and of the claim.
    for (rest, expected) in [
        (line("80", "52", "CAS*CO*45*15~CAS*PR*2*13~"), vec!["65.00"]),
        (two("CAS*CO*45*15~", "CAS*CO*45*10~"), vec!["65.00", "30.00"]),
        // Those of a claim with one line lower that line, whether or not its payment is written less them.
        (format!("CAS*CO*45*15~{}", line("80", "67", "CAS*PR*2*13~")), vec!["65.00"]),
        (format!("CAS*CO*45*15~{}", line("80", "80", "")), vec!["65.00"]),
    ] {
        let (entries, skipped) = read("1", &rest);
        let amounts: Vec<&str> = entries.iter().map(|one| one.split(' ').nth(2).unwrap()).collect();
        assert_eq!((amounts, skipped), (expected, vec![]), "{rest}");
    }
    for (body, reasons) in [
        (claim("MB", "1", &line("100", "80", "CAS*CO*45*10~")), vec!["the line does not balance"]),
        // The other line is left with it: what it is short of may be this one's.
        (claim("MB", "1", &two("CAS*CO*45*15~", "CAS*CO*45*4~")), vec!["the claim does not balance", "the line does not balance"]),
        (claim("MB", "1", &line("80", "65", "CAS*CO*45*15~")).replace("*1*80*65*", "*1*90*65*"), vec!["the claim does not balance"]),
        (claim("MB", "1", &line("80", "65", "CAS*CO*45*15~")).replace("*1*80*65*", "*1*8o*65*"), vec!["the charge is not"]),
        (claim("MB", "1", &line("80", "65", "CAS*CO*45*15~")).replace("*1*80*65*", "*1*80*x*"), vec!["the payment is not"]),
        // Told twice, of the claim and of the line.
        (
            claim("MB", "1", &format!("CAS*CO*45*15~{}", line("80", "65", "CAS*CO*45*15~"))).replace("*80*50*", "*80*65*"),
            vec!["the claim does not balance"],
        ),
        // Of several lines the claim's adjustments may be any one's.
        (claim("MB", "1", &format!("CAS*PR*1*20~{}", two("CAS*CO*45*15~", "CAS*CO*45*10~"))), vec!["only the whole claim was adjusted"; 2]),
        (
            claim("MB", "1", &format!("CAS*CO*253*1.30~{}", two("CAS*CO*45*15~", "CAS*CO*45*10~"))),
            vec!["only the whole claim was adjusted"; 2],
        ),
        // A line was lost: what the claim was adjusted by may be its.
        (
            claim("MB", "1", &format!("CAS*CO*45*20~{}", line("80", "52", "CAS*CO*45*15~CAS*PR*2*13~")))
                .replace("*1*80*32*", "*1*180*132*"),
            vec!["the claim does not balance"],
        ),
        (claim("MB", "1", &format!("CAS*CO*45*5~{}", two("CAS*CO*45*15~", "CAS*CO*45*10~"))), vec!["only the whole claim was adjusted"; 2]),
        // An adjustment that cannot be read, of another line: the claim cannot be added up.
        (claim("MB", "1", &two("CAS*CO*45*15~", "CAS*CO*45*1o~")), vec!["an adjustment has no valid"; 2]),
    ] {
        let (entries, skipped) = lines(&body);
        assert!(entries.is_empty(), "{body}: {entries:?}");
        assert!(
            skipped.len() == reasons.len() && skipped.iter().zip(&reasons).all(|(one, reason)| one.contains(reason)),
            "{body}: {skipped:?}"
        );
    }
}

#[test]
fn entries_say_why_and_for_whom() {
    let answer = |body: &str| file("readRemittance835", &interchange("835", &format!("{PAYMENT}{body}"))).unwrap()["entries"].clone();
    let rest = format!("CAS*PR*2*13~SVC*HC:97110:GP*80*65~{DAY}CAS*CO*45*10**59*5**45*0~");
    let entry = answer(&claim("MB", "1", &rest))[0].clone();
    assert_eq!(
        (entry["reasons"].clone(), entry["patient"].clone()),
        (json!(["PR-2", "CO-45", "CO-59"]), json!({ "name": "DOE, JANE", "memberId": null }))
    );
    // Of a claim with several lines only where a line has none of its own.
    let rest = format!("CAS*CO*119*120~SVC*HC:97110:GP*80*0~{DAY}SVC*HC:97530:GO*40*0~{DAY}CAS*CO*50*40~");
    let entries = answer(&claim("MB", "4", &rest));
    assert_eq!((entries[0]["reasons"].clone(), entries[1]["reasons"].clone()), (json!(["CO-119"]), json!(["CO-50"])));
}

// ---------------------------------------------------------------- nothing disappears

#[test]
fn every_claim_that_is_left_is_named() {
    let line = format!("SVC*HC:97110:GP*80*65~{DAY}CAS*CO*45*15~");
    let of = |filing: &str, bill_type: &str, line: &str| claim(filing, "1", line).replace("*ICN1*11*", &format!("*ICN1*{bill_type}*"));
    let undated = line.replace(DAY, "");
    for (body, reason) in [
        (claim("MB", "1", "AMT*AU*65~"), "no service lines"),
        (of("MA", "13", "DTM*232*20260310~"), "no service lines"),
        (claim("16", "4", ""), "no service lines"),
        (claim("MB", "25", &line), "predetermination"),
        (claim("MB", "23", &line), "forwarded"),
        (of("MA", "32", &line), "home health"),
        (of("MA", "33", &line), "home health"),
        (of("MA", "321", &line), "home health"),
        (of("MA", "85", &line), "critical access"),
        (of("MB", "85", &line), "critical access"),
        (of("16", "32", &line.replace("*80*65~", "*80*65*0420~")), "home health"),
        (of("MA", "21", &line), "Part A stay"),
        (claim("MB", "1", &format!("DTM*232*20251220~DTM*233*20260115~{undated}")), "two calendar years"),
        (claim("MB", "1", &line.replace(DAY, "DTM*150*20251230~DTM*151*20260102~")), "two calendar years"),
        (claim("MB", "1", &format!("DTM*232*20260310~DTM*233*2026~{undated}")), "not a valid date"),
    ] {
        let (entries, skipped) = lines(&body);
        assert!(entries.is_empty() && skipped.len() == 1 && skipped[0].contains(reason), "{body}: {entries:?} {skipped:?}");
    }
    // As a place of service 32 is a nursing facility; 34x is home health without a plan of care; a line's own day tells its year.
    for body in [
        of("MB", "32", &line),
        of("MA", "34", &line),
        of("MA", "22", &line),
        of("MA", "13", &format!("DTM*232*20251220~DTM*233*20260115~{line}")),
        claim("MB", "1", &line.replace(DAY, "DTM*150*20260301~DTM*151*20260304~")),
        claim("MB", "1", &format!("DTM*232*20260301~DTM*233*20260304~{undated}")),
    ] {
        assert_eq!((lines(&body).0.len(), lines(&body).1), (1, vec![]), "{body}");
    }
}

#[test]
fn a_denial_that_is_taken_back_is_no_denial() {
    for (service, adjustments) in
        [("-80*0", "CAS*CO*119*-80~"), ("80*0", "CAS*CO*119*80~"), ("-80*0", "CAS*PR*119*-80~"), ("-80*0", "CAS*CO*50*-80~")]
    {
        let line = format!("SVC*HC:97110:GP*{service}~{DAY}{adjustments}");
        assert_eq!(read("22", &line), (vec!["97110 PT/SLP 0.00 adjustments".to_owned()], vec![]), "{line}");
    }
}

#[test]
fn a_positive_reversal_after_a_signed_one_is_no_second_reversal() {
    let signed = format!("SVC*HC:97110:GP*-80*-65~{DAY}CAS*CO*45*-15~");
    let unsigned = format!("SVC*HC:97110:GP*90*75~{DAY}CAS*CO*45*15~");
    let (entries, skipped) = lines(&format!("{}{}", claim("MB", "22", &signed), claim("MB", "22", &unsigned)));
    assert_eq!(entries, ["97110 PT/SLP -65.00 adjustments"]);
    assert!(skipped.len() == 1 && skipped[0].contains("positive"), "{skipped:?}");
    // Of another claim, or before it, it is how this payer writes reversals; and a correction is not one.
    let other = claim("MB", "22", &unsigned).replace("CLP*C1", "CLP*C2");
    assert_eq!(
        lines(&format!("{}{other}", claim("MB", "22", &signed))).0,
        ["97110 PT/SLP -65.00 adjustments", "97110 PT/SLP -75.00 adjustments"]
    );
    assert_eq!(lines(&format!("{}{}", claim("MB", "22", &unsigned), claim("MB", "22", &signed))).0.len(), 2);
    assert_eq!(lines(&format!("{}{}", claim("MB", "22", &signed), claim("MB", "1", &unsigned))).0[1], "97110 PT/SLP 75.00 adjustments");
}

#[test]
fn claims_and_lines_of_a_claim_file_are_named_too() {
    let subscriber = "HL*2*1*22*0~SBR*P*18*******MB~NM1*IL*1*SMITH*MARY****MI*1EG4~NM1*PR*2*MEDICARE~";
    let read = |body: &str| {
        let answer = file("readClaim837", &interchange("837", &format!("{subscriber}{body}"))).unwrap();
        (
            answer["claims"].clone(),
            answer["skipped"].as_array().unwrap().iter().map(|one| one["reason"].as_str().unwrap().to_owned()).collect::<Vec<_>>(),
        )
    };
    let (claims, skipped) = read("CLM*A*80***11:B:1~");
    assert!(claims[0]["lines"] == json!([]) && skipped.len() == 1 && skipped[0].contains("no service lines"), "{skipped:?}");
    let service = "LX*1~SV1*HC:97110:GP:99*80*UN*1***1~";
    let (claims, skipped) =
        read(&format!("CLM*A*80***11:B:1~NTE*ADD*OF THE CLAIM~{service}DTP*472*RD8*20251230-20260102~NTE*ADD*KX CQ 59~NTE*TPO*MORE~"));
    assert_eq!((claims[0]["lines"][0]["date"].clone(), claims[0]["lines"][0]["note"].clone()), (Value::Null, json!("KX CQ 59 MORE")));
    assert!(skipped.len() == 1 && skipped[0].contains("two calendar years"), "{skipped:?}");
    let (claims, skipped) = read(&format!("CLM*A*80***11:B:1~{service}DTP*472*D8*20260231~"));
    assert!(claims[0]["lines"][0]["date"].is_null() && skipped.len() == 1 && skipped[0].contains("not a valid date"), "{skipped:?}");
    let institutional = "LX*1~SV2*0420*HC:97110:GP*80*UN*2~DTP*472*D8*20260310~";
    for (bill_type, reason) in [("32", "home health"), ("21", "Part A stay")] {
        let (claims, skipped) = read(&format!("CLM*A*80***{bill_type}:A:1~{institutional}"));
        assert!(claims == json!([]) && skipped.len() == 1 && skipped[0].contains(reason), "{bill_type}: {skipped:?}");
    }
    // The claim's period stands in for no line's day, and where it has two years that is said.
    let undated = institutional.replace("DTP*472*D8*20260310~", "");
    for (period, reasons) in [("RD8*20251220-20260115", 1), ("RD8*20260301-20260331", 0), ("D8*20260301", 0)] {
        let (claims, skipped) = read(&format!("CLM*A*80***13:A:1~DTP*434*{period}~{undated}"));
        assert!(claims[0]["lines"][0]["date"].is_null() && skipped.len() == reasons, "{period}: {skipped:?}");
        assert!(skipped.iter().all(|one| one.contains("two calendar years")), "{skipped:?}");
    }
    assert_eq!(read(&format!("CLM*A*80***13:A:1~DTP*434*RD8*20251220-20260115~{institutional}")).1, Vec::<String>::new());
    // A critical access hospital's claim goes out with KX like any other, and 32 is a place of service on a professional claim.
    for body in [format!("CLM*A*80***85:A:1~{institutional}"), format!("CLM*A*80***32:B:1~{service}DTP*472*D8*20260310~")] {
        assert_eq!((read(&body).0[0]["lines"].as_array().unwrap().len(), read(&body).1), (1, vec![]), "{body}");
    }
}
