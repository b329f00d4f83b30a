//! Files as payers really send them: the inputs beside the project by what is wanted of each, and rows of the same kinds written here.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod answers;
mod interchanges;

use interchanges::{ISA, PAYMENT, claim, file, interchange, lines, read_lines};
use serde_json::{Value, json};

// ---------------------------------------------------------------- the inputs beside the project

fn holds(answer: &Value, want: &Value) -> bool {
    want.as_object().unwrap().iter().all(|(name, value)| answer[name] == *value)
}

fn wanted(id: &str, case: &Value, answer: &Value) {
    let none = Vec::new();
    let list = |name: &str| answer[name].as_array().unwrap_or(&none);
    for (name, want) in case["want"].as_object().unwrap() {
        let is_met = match name.as_str() {
            "entries" | "patients" => {
                let want = want.as_array().unwrap();
                list(name).len() == want.len() && list(name).iter().zip(want).all(|(one, want)| holds(one, want))
            }
            "entriesHas" => want.as_array().unwrap().iter().all(|want| list("entries").iter().any(|one| holds(one, want))),
            "entriesNot" => !list("entries").iter().any(|one| holds(one, want)),
            "entriesOrSkipped" => list("entries").iter().any(|one| holds(one, want)) || !list("skipped").is_empty(),
            "skipped" => json!(list("skipped").len()) == *want,
            "skippedMin" => u64::try_from(list("skipped").len()).unwrap() >= want.as_u64().unwrap(),
            "unreadReasonHas" => list("unread").iter().any(|one| one["reason"].as_str().unwrap().contains(want.as_str().unwrap())),
            "matches" => {
                let request = json!({ "patients": answer["patients"], "memberId": want });
                let answer: Value = serde_json::from_str(&answers::call_json("matchPatient", &request.to_string()).unwrap()).unwrap();
                answer["whose"] == "theirs"
            }
            other => panic!("{id}: nothing here judges `{other}`"),
        };
        assert!(is_met, "{id}, {name}: wanted {want}, got {answer}");
    }
}

#[test]
fn the_files_that_were_misread() {
    let folder = format!("{}/../shared/field", env!("CARGO_MANIFEST_DIR"));
    let Ok(cases) = std::fs::read_to_string(format!("{folder}/cases.json")) else {
        println!("left out: the field files are not beside the project");
        return;
    };
    let cases: Vec<Value> = serde_json::from_str(&cases).unwrap();
    for case in &cases {
        let text = std::fs::read_to_string(format!("{folder}/{}", case["file"].as_str().unwrap())).unwrap();
        let answer = file(case["call"].as_str().unwrap(), &text).unwrap();
        wanted(case["id"].as_str().unwrap(), case, &answer);
    }
    assert!(!cases.is_empty());
}

// ---------------------------------------------------------------- amounts and denials

const DAY: &str = "DTM*472*20260310~";

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
    assert!(twice("60").0.is_empty() && twice("60").1[0].contains("stated twice"));
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
        (claim("MB", "1", &format!("CAS*PR*1*20~{}", two("CAS*CO*45*15~", "CAS*CO*45*10~"))), vec!["claim as a whole"; 2]),
        (claim("MB", "1", &format!("CAS*CO*253*1.30~{}", two("CAS*CO*45*15~", "CAS*CO*45*10~"))), vec!["claim as a whole"; 2]),
        // A line was lost: what the claim was adjusted by may be its.
        (
            claim("MB", "1", &format!("CAS*CO*45*20~{}", line("80", "52", "CAS*CO*45*15~CAS*PR*2*13~")))
                .replace("*1*80*32*", "*1*180*132*"),
            vec!["the claim does not balance"],
        ),
        (claim("MB", "1", &format!("CAS*CO*45*5~{}", two("CAS*CO*45*15~", "CAS*CO*45*10~"))), vec!["claim as a whole"; 2]),
        // An adjustment that cannot be read, of another line: the claim cannot be added up.
        (claim("MB", "1", &two("CAS*CO*45*15~", "CAS*CO*45*1o~")), vec!["an adjustment is not"; 2]),
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

// ---------------------------------------------------------------- complete or named

#[test]
fn what_was_complete_before_a_cut_is_given_and_the_rest_is_named() {
    let line = format!("SVC*HC:97110:GP*80*52~{DAY}CAS*CO*45*15~CAS*PR*2*13~AMT*B6*65~");
    let text = interchange("835", &format!("{PAYMENT}{}{}", claim("MB", "1", &line), claim("MB", "1", &format!("{line}{line}"))));
    let whole = read_lines(&text).0.len();
    assert_eq!(whole, 3);
    // Wherever it is cut, nothing that was half read is given, and it is said.
    let trailers = text.find("~SE*").unwrap();
    for end in 110..text.len() - 1 {
        let cut = text.get(..end).unwrap();
        let (entries, skipped) = read_lines(cut);
        assert!(entries.len() <= whole && entries.iter().all(|one| one == "97110 PT/SLP 65.00 AMT*B6"), "{end}: {entries:?}");
        let is_cut = !cut.contains("~IEA");
        assert_eq!(skipped.iter().any(|one| one.contains("cut off here, before its")), is_cut, "{end}: {skipped:?}");
        assert_eq!(entries.len() == whole, end > trailers + 2, "{end}");
    }
    // The claim that was being read goes with a claim file, the benefit with a response.
    let claims = "HL*2*1*22*0~SBR*P*18*******MB~NM1*IL*1*SMITH*MARY****MI*1EG4~NM1*PR*2*MEDICARE~\
        CLM*A*80***11:B:1~LX*1~SV1*HC:97110:GP*80*UN*1***1~CLM*B*80***11:B:1~LX*1~SV1*HC:97110:GP*80*UN*1***1~";
    let cut = |transaction: &str, body: &str| interchange(transaction, body).split("SE*").next().unwrap().to_owned();
    let answer = file("readClaim837", &cut("837", claims)).unwrap();
    assert_eq!((answer["claims"].as_array().unwrap().len(), answer["claims"][0]["id"].clone()), (1, json!("A")));
    assert_eq!(
        answer["skipped"].as_array().unwrap().iter().map(|one| one["segment"].clone()).collect::<Vec<_>>(),
        ["CLM*B*80***11:B:1", "SV1*HC:97110:GP*80*UN*1***1"]
    );
    let answer = file("readEligibility271", &cut("271", "EB*F**AD*MB**29*100~EB*F**AE*MB**29*200~DTP*292*RD8*20260101-20261231~")).unwrap();
    assert_eq!((answer["amounts"].as_array().unwrap().len(), answer["unread"].as_array().unwrap().len()), (1, 2));
    assert_eq!(answer["unread"][0]["segment"], "EB*F**AE*MB**29*200");
}

#[test]
fn a_trailer_that_is_missing_or_counts_otherwise_is_named() {
    let line = format!("SVC*HC:97110:GP*80*65~{DAY}CAS*CO*45*15~");
    let text = interchange("835", &format!("{PAYMENT}{}", claim("MB", "1", &line)));
    let segments = text.split("~SE*").next().unwrap().matches('~').count();
    let (se, ge, iea) = (format!("SE*{segments}*0001~"), "GE*1*1~", "IEA*1*000000001~");
    for (broken, entries, reasons) in [
        (text.clone(), 1, vec![]),
        (text.replace(iea, ""), 1, vec!["before its IEA"]),
        (text.replace(ge, "").replace(iea, ""), 1, vec!["before its GE and IEA"]),
        (text.replace(&se, ""), 0, vec!["cut off in the middle", "before its SE"]),
        (text.replace(ge, ""), 1, vec!["before its GE"]),
        // Another file follows one that was cut off.
        (format!("{}{text}", text.split("SE*").next().unwrap()), 1, vec!["cut off in the middle", "before its SE, GE and IEA"]),
        // Counts that disagree drop nothing, and are one finding.
        (text.replace(&se, "SE*7*0001~"), 1, vec!["segments here says 7"]),
        (text.replace(&se, "SE**0001~").replace(ge, "GE*2*1~").replace(iea, "IEA*3*1~"), 1, vec!["count of segments"]),
        (text.replace(ge, "GE*2*1~"), 1, vec!["transactions here says 2, but the file has 1"]),
        (text.replace(iea, "IEA*0*000000001~"), 1, vec!["groups here says 0, but the file has 1"]),
        (text.replace("LX*1~", ""), 1, vec!["count of segments"]),
        (text.replace("GS*XX*S*R*20260101*1200*1*X*005010~", ""), 1, vec!["count of transactions"]),
        // Marked as a test.
        (text.replace("*0*P*:~", "*0*T*:~"), 1, vec!["a test file"]),
        // Nothing in it.
        (format!("{ISA}{iea}").replace("IEA*1", "IEA*0"), 0, vec!["nothing between"]),
        (ISA.to_owned(), 0, vec!["before its IEA", "nothing between"]),
        (format!("{ISA}TA1*000000100*260805*0823*R*024~IEA*0*000000001~"), 0, vec!["an acknowledgement (TA1)"]),
        (format!("{ISA}GS*XX*S*R*20260101*1200*1*X*005010~GE*0*1~IEA*1*000000001~"), 0, vec!["nothing between"]),
        (interchange("999", "AK1*HC*1~"), 0, vec!["an acknowledgement (999)"]),
        (interchange("997", "AK1*HC*1~"), 0, vec!["an acknowledgement (997)"]),
        (interchange("277", "BHT*0085*08~"), 0, vec!["an acknowledgement (277)"]),
        (interchange("271", "BHT*0085*08~"), 0, vec!["not an 835"]),
        // What belongs to no transaction.
        (text.replace(ge, "CLP*C9*1*80*52*13*MB*I*11*1~GE*1*1~"), 1, vec!["outside of any transaction"]),
        (format!("{text}CLP*C9*1*80*52*13*MB*I*11*1~SVC*HC:97110:GP*80*52~"), 1, vec!["outside of any transaction"; 2]),
        (format!("{text}I"), 1, vec!["outside of any transaction"]),
        // What follows without a header of its own.
        (format!("{text}{}", text.split_once('~').unwrap().1.replace("TRACE7", "TRACE8")), 2, vec!["start of the file (ISA) is missing"]),
    ] {
        let (read, skipped) = read_lines(&broken);
        assert_eq!(read.len(), entries, "{broken}: {skipped:?}");
        assert!(
            skipped.len() == reasons.len() && skipped.iter().zip(&reasons).all(|(one, reason)| one.contains(reason)),
            "{broken}: {skipped:?}"
        );
    }
    // Every reader names it.
    for function in ["readEligibility271", "readClaim837"] {
        let list = if function == "readClaim837" { "skipped" } else { "unread" };
        for text in [
            ISA.to_owned(),
            interchange("999", "AK1*HC*1~"),
            interchange("271", "").replace("*P*:~", "*T*:~"),
            interchange("837", "").replace("SE*2", "SE*3"),
        ] {
            assert!(!file(function, &text).unwrap()[list].as_array().unwrap().is_empty(), "{function}: {text}");
        }
    }
}

#[test]
fn a_second_header_reads_wherever_it_is_wrapped() {
    let line = format!("SVC*HC:97110:GP*80*65~{DAY}CAS*CO*45*15~");
    for padding in 1..=80 {
        let first = interchange("835", &format!("{PAYMENT}N1*PR*{}~{}", "M".repeat(padding), claim("MB", "1", &line)));
        for second in
            [first.replace("TRACE7", "TRACE8"), first.replace("TRACE7", "TRACE8").replace('*', "|").replace('~', "!").replace(':', ">")]
        {
            let letters: Vec<char> = format!("{first}{second}").chars().collect();
            let wrapped = letters.chunks(80).map(|line| line.iter().collect::<String>()).collect::<Vec<_>>().join("\r\n");
            assert_eq!((read_lines(&wrapped).0.len(), read_lines(&wrapped).1), (2, vec![]), "{wrapped}");
        }
    }
    // The first header as well, at any width.
    let text = interchange("835", &format!("{PAYMENT}{}", claim("MB", "1", &line)));
    for width in 20..=120 {
        let letters: Vec<char> = text.chars().collect();
        let wrapped = letters.chunks(width).map(|line| line.iter().collect::<String>()).collect::<Vec<_>>().join("\n");
        assert_eq!((read_lines(&wrapped).0.len(), read_lines(&wrapped).1), (1, vec![]), "{width}: {wrapped}");
    }
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
        (claim("MB", "1", &format!("DTM*232*20260310~DTM*233*2026~{undated}")), "not a date"),
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
    assert!(claims[0]["lines"][0]["date"].is_null() && skipped.len() == 1 && skipped[0].contains("not a date"), "{skipped:?}");
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

// ---------------------------------------------------------------- whose it is

#[test]
fn a_patient_is_told_by_the_number_that_counts() {
    let line = format!("SVC*HC:97110:GP*80*65~{DAY}CAS*CO*45*15~");
    let of = |names: &str| {
        let body = format!("{PAYMENT}{}", claim("MB", "1", &line).replace("NM1*QC*1*DOE*JANE~", names));
        let answer = file("readRemittance835", &interchange("835", &body)).unwrap();
        let identity = file("identifyX12", &interchange("835", &body)).unwrap();
        assert_eq!(identity["patients"][0]["memberId"], answer["entries"][0]["patient"]["memberId"]);
        answer["entries"][0]["patient"].clone()
    };
    for (names, name, id) in [
        ("NM1*QC*1*DOE*JANE****HN*1A~NM1*74*1******C*1EG4~", "DOE, JANE", json!("1EG4")),
        ("NM1*74*1*DOE*JANET***C*1EG4~NM1*QC*1*DOE*JANE****HN*1A~", "DOE, JANE", json!("1A")),
        ("NM1*74*1*DOE*JANET****C*1EG4~", "DOE, JANET", json!("1EG4")),
        ("NM1*QC*1*DOE*JANE~NM1*IL*1*DOE*JOHN****MI*1EG4~", "DOE, JANE", json!("1EG4")),
        ("NM1*IL*1*DOE*JOHN****MI*1EG4~NM1*QC*1*DOE*JANE~", "DOE, JANE", json!("1EG4")),
        ("NM1*IL*1*DOE*JOHN****MI*1EG4~NM1*QC*1*DOE*JANE****MI*2EG4~", "DOE, JANE", json!("2EG4")),
        ("NM1*QC*1*DOE*JANE~NM1*TT*2*OTHER PAYER*****PI*9~", "DOE, JANE", Value::Null),
        ("", "", Value::Null),
    ] {
        assert_eq!(of(names), json!({ "name": name, "memberId": id }), "{names}");
    }
}

#[test]
fn another_coverage_of_a_response_is_somebody_else() {
    let amount = "EB*F**AD*MB**29*100~";
    let one = "HL*3*2*22*0~NM1*IL*1*DOE*JANE****MI*1EG4~";
    let other = "NM1*IL*1*ROE*RICHARD****MI*345~";
    let jane = json!({ "name": "DOE, JANE", "memberId": "1EG4" });
    for (body, patients) in [
        (format!("{one}EB*R*IND*30*OT*EE~LS*2120~{other}LE*2120~{amount}"), vec![jane.clone()]),
        // LS and LE were left out, or stand without the other.
        (format!("{one}EB*R*IND*30*OT*EE~{other}{amount}"), vec![jane.clone()]),
        (format!("{one}EB*R*IND*30*OT*EE~LS*2120~{other}{amount}"), vec![jane.clone()]),
        // The next subscriber, named or not, and a dependent without a number.
        (format!("{one}{amount}HL*4*2*22*0~{other}{amount}"), vec![jane.clone(), json!({ "name": "ROE, RICHARD", "memberId": "345" })]),
        (format!("{one}{amount}HL*4*2*22*0~{amount}"), vec![jane.clone(), json!({ "name": "", "memberId": null })]),
        (format!("{one}HL*4*3*23*0~NM1*03*1*DOE*JOHNNY~{amount}"), vec![json!({ "name": "DOE, JOHNNY", "memberId": "1EG4" })]),
        // What belongs to a benefit ends where another coverage begins.
        (format!("{one}EB*D**AE*MB***900~LS*2120~{other}LE*2120~MSG*USED AMOUNT~{amount}"), vec![jane.clone()]),
    ] {
        let answer = file("readEligibility271", &interchange("271", &body)).unwrap();
        let found: Vec<Value> = answer["amounts"].as_array().unwrap().iter().map(|one| one["patient"].clone()).collect();
        assert_eq!(found, patients, "{body}");
    }
    for share in ["EB*A*IND*AE*MB**27**.2~", "EB*A*IND*AD*MB**27*20*.2~", "EB*C*IND*AE*MB**29*100*.2~"] {
        let answer = file("readEligibility271", &interchange("271", &format!("{one}{share}"))).unwrap();
        assert!(answer["unread"][0]["reason"].as_str().unwrap().contains("what a patient pays"), "{share}");
    }
}

#[test]
fn what_was_read_is_taken_as_it_is() {
    let rest = format!("SVC*HC:97110:GP*100*0~{DAY}CAS*CO*45*30~CAS*OA*23*70~AMT*B6*70~");
    let read = file("readRemittance835", &interchange("835", &format!("{PAYMENT}{}", claim("MB", "2", &rest)))).unwrap();
    let call = |usage: &Value| -> Value {
        let request = json!({
            "lines": [], "appointment": { "date": "2026-04-01" }, "coverage": { "program": "medicare-part-b" },
            "usage": usage, "read": { "entries": read["entries"] },
        });
        serde_json::from_str(&answers::call_json("previewImport", &request.to_string()).unwrap()).unwrap()
    };
    let first = call(&json!({}));
    assert_eq!(first["entries"][0]["change"], "added");
    assert_eq!((first["notices"][0]["code"].clone(), first["notices"].as_array().unwrap().len()), (json!("medicare-secondary"), 1));
    // What an earlier version kept lacks the reasons and the patient, and is the same all the same.
    let mut kept = read["entries"].clone();
    for name in ["reasons", "patient"] {
        kept[0].as_object_mut().unwrap().remove(name).unwrap();
    }
    for entries in [kept, read["entries"].clone()] {
        let again = call(&json!({ "entries": entries }));
        assert_eq!((again["entries"][0]["change"].clone(), again["changes"].clone()), (json!("unchanged"), json!(false)));
    }
}
