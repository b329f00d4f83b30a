//! Files that are cut off, marked as a test, wrapped or an acknowledgement: what is given of them and what is named.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use crate::interchanges::{DAY, ISA, PAYMENT, claim, file, interchange, read_lines};
use serde_json::json;

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
        (text.replace(&se, "SE*7*0001~"), 1, vec!["segment count here says 7"]),
        (text.replace(&se, "SE**0001~").replace(ge, "GE*2*1~").replace(iea, "IEA*3*1~"), 1, vec!["segment count"]),
        (text.replace(ge, "GE*2*1~"), 1, vec!["transaction count here says 2, but the file has 1"]),
        (text.replace(iea, "IEA*0*000000001~"), 1, vec!["group count here says 0, but the file has 1"]),
        (text.replace("LX*1~", ""), 1, vec!["segment count"]),
        (text.replace("GS*XX*S*R*20260101*1200*1*X*005010~", ""), 1, vec!["transaction count"]),
        // Marked as a test.
        (text.replace("*0*P*:~", "*0*T*:~"), 1, vec!["test file"]),
        // Nothing in it.
        (format!("{ISA}{iea}").replace("IEA*1", "IEA*0"), 0, vec!["nothing between"]),
        (ISA.to_owned(), 0, vec!["before its IEA", "nothing between"]),
        (format!("{ISA}TA1*000000100*260805*0823*R*024~IEA*0*000000001~"), 0, vec!["acknowledgment (TA1)"]),
        (format!("{ISA}GS*XX*S*R*20260101*1200*1*X*005010~GE*0*1~IEA*1*000000001~"), 0, vec!["nothing between"]),
        (interchange("999", "AK1*HC*1~"), 0, vec!["acknowledgment (999)"]),
        (interchange("997", "AK1*HC*1~"), 0, vec!["acknowledgment (997)"]),
        (interchange("277", "BHT*0085*08~"), 0, vec!["acknowledgment (277)"]),
        (interchange("271", "BHT*0085*08~"), 0, vec!["not an 835"]),
        // What belongs to no transaction.
        (text.replace(ge, "CLP*C9*1*80*52*13*MB*I*11*1~GE*1*1~"), 1, vec!["outside any transaction"]),
        (format!("{text}CLP*C9*1*80*52*13*MB*I*11*1~SVC*HC:97110:GP*80*52~"), 1, vec!["outside any transaction"; 2]),
        (format!("{text}I"), 1, vec!["outside any transaction"]),
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
