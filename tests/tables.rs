//! The rows of `data/` are checked when the crate builds: here by the same code, with rows that are wrong.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "../build/reviews.rs"]
mod reviews;
#[allow(dead_code, reason = "the build uses all of it")]
#[path = "../build/tables.rs"]
#[allow(clippy::module_inception, reason = "what is beside it knows it by this name")]
mod tables;
#[allow(dead_code, reason = "the crate uses all of it")]
#[path = "../src/ground/sentence/template.rs"]
mod template;
#[path = "../build/wording.rs"]
mod wording;

fn render(file: &str, text: &str) -> Result<String, String> {
    let (_, render) = tables::ALL.into_iter().chain(reviews::ALL).chain([wording::CORE]).find(|(name, _)| *name == file).unwrap();
    render(file, text)
}

fn data(file: &str) -> String {
    std::fs::read_to_string(format!("{}/data/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The file with one more row refuses to build, and the message has the row's number and `why`.
fn refuses(file: &str, row: &str, why: &str) {
    let text = format!("{}{row}\n", data(file));
    let number = text.lines().count();
    match render(file, &text) {
        Ok(_) => panic!("`{row}` was taken"),
        Err(message) => {
            assert!(message.starts_with(&format!("data/{file}: row {number}: ")), "`{row}`: {message}");
            assert!(message.contains(why), "`{row}`: `{message}` does not say `{why}`");
        }
    }
}

#[test]
fn the_rows_as_they_are_build() {
    for (file, render) in tables::ALL.into_iter().chain(reviews::ALL).chain([wording::CORE]) {
        render(file, &data(file)).unwrap();
    }
}

#[test]
fn a_new_year_is_one_row() {
    let last: u16 = data("thresholds.csv").lines().last().and_then(|row| row.split(',').next()?.parse().ok()).unwrap();
    let next = last.checked_add(1).unwrap();
    let text = format!("{}{next},2560,2570.50,3000,a source\n", data("thresholds.csv"));
    let table = render("thresholds.csv", &text).unwrap();
    assert!(table.contains(&format!("ThresholdRow {{ year: {next}, pt_slp: Money::of_row(256000), ot: Money::of_row(257050), medical_review: Some(Money::of_row(300000)) }}")), "{table}");
}

#[test]
fn bad_threshold_rows_are_refused() {
    let file = "thresholds.csv";
    refuses(file, "2100,2560,2560,3000,", "has no source");
    refuses(file, "2100,2560,2560,3000", "has 4 cells");
    refuses(file, "2100,2560,2560,3000,a,b", "has 6 cells");
    refuses(file, "2018,2560,2560,3000,a source", "stands in");
    refuses(file, "2017,1980,1980,3700,a source", "not sorted");
    refuses(file, "20xx,2560,2560,3000,a source", "not a calendar year");
    for amount in ["0", "-1", "", "2560.5", "2560.505", "2,560", "$2560", "1e3", ".50"] {
        refuses(file, &format!("2100,\"{amount}\",2560,3000,a source"), "`pt_slp` must be an amount");
        refuses(file, &format!("2100,2560,\"{amount}\",3000,a source"), "`ot` must be an amount");
        refuses(file, &format!("2100,2560,2560,\"{amount}\",a source"), "`medical_review` must be an amount");
    }
    refuses(file, "2100,2560,2560 ,3000,a source", "a space");
}

#[test]
fn bad_code_rows_are_refused() {
    let file = "therapy_codes.csv";
    refuses(file, "Z9999,words,always,Y,Y,Y,N,N,yes,,,", "has no source");
    refuses(file, "Z9999,,always,Y,Y,Y,N,N,yes,,,a source", "has no description");
    refuses(file, "z9999,words,always,Y,Y,Y,N,N,yes,,,a source", "not a HCPCS code");
    refuses(file, "Z99999,words,always,Y,Y,Y,N,N,yes,,,a source", "not a HCPCS code");
    refuses(file, "Z9999,words,never,Y,Y,Y,N,N,yes,,,a source", "`class`");
    refuses(file, "Z9999,words,always,yes,Y,Y,N,N,yes,,,a source", "`pt`");
    refuses(file, "Z9999,words,always,Y,Y,Y,20min,N,yes,,,a source", "`timed`");
    refuses(file, "Z9999,words,always,Y,Y,Y,N,?,yes,,,a source", "`evaluation`");
    refuses(file, "Z9999,words,always,Y,Y,Y,N,N,maybe,,,a source", "`confirmed`");
    refuses(file, "97110,words,always,Y,Y,Y,N,N,yes,,,a source", "stands in");
    refuses(file, "00000,words,always,Y,Y,Y,N,N,yes,,,a source", "not sorted");
    for day in [
        "2026-02-29",
        "2026-13-01",
        "2026-00-01",
        "2026-04-31",
        "2026-1-1",
        "2026/01/01",
        "01/01/2026",
        "2026-01-01T00:00",
        "soon",
        "2026-01-00",
    ] {
        refuses(file, &format!("Z9999,words,always,Y,Y,Y,N,N,yes,{day},,a source"), "`from` must be a day that exists");
        refuses(file, &format!("Z9999,words,always,Y,Y,Y,N,N,yes,,{day},a source"), "`to` must be a day that exists");
    }
    refuses(file, "Z9999,words,always,Y,Y,Y,N,N,yes,2026-01-01,2025-12-31,a source", "`to` is before `from`");
    refuses("documented_codes.csv", "99999,N,N,a source", "qualifies for no service type");
    refuses("documented_codes.csv", "99999,Y,N,", "has no source");
    refuses("documentation.csv", "Not An Id,a source", "not an id");
    refuses("documentation.csv", "new-item,", "has no source");
    refuses("documentation.csv", "complexity,a source", "stands in");
}

#[test]
fn bad_rows_of_deadlines_and_checklists_are_refused() {
    let file = "deadlines.csv";
    refuses(file, "zz-new,service,1,,differ,", "has no source");
    refuses(file, "zz-New,service,1,,differ,a source", "not an id");
    refuses(file, "zz-new,payment,1,,differ,a source", "`counted_from`");
    refuses(file, "zz-new,service,,,differ,a source", "years or days");
    refuses(file, "zz-new,service,1,30,differ,a source", "years or days");
    refuses(file, "zz-new,service,0,,differ,a source", "`years`");
    refuses(file, "zz-new,service,,soon,differ,a source", "`days`");
    refuses(file, "zz-new,service,1,,maybe,a source", "`contractors`");
    refuses(file, "adjustment,service,1,,differ,a source", "stands in");
    let file = "review_checklists.csv";
    refuses(file, "zz,,2024-10-07,read,a source", "has no contractor");
    refuses(file, "zz,ZZ,2024-13-07,read,a source", "`reviewed` must be a day");
    refuses(file, "zz,ZZ,2024-10-07,maybe,a source", "`order`");
    refuses(file, "zz,ZZ,2024-10-07,read,", "has no source");
    let file = "review_items.csv";
    refuses(file, "orders,order,any,no,one,a source", "no checklist");
    refuses(file, "ngs.Orders,order,any,no,one,a source", "not an id");
    refuses(file, "ngs.more,orders,any,no,one,a source", "`orders` is no kind of document");
    refuses(file, "ngs.more,,any,no,one,a source", "has no kind of document");
    refuses(file, "ngs.more,order,every-page,no,one,a source", "has a kind of document");
    refuses(file, "ngs.more,order,all,no,one,a source", "`asks`");
    refuses(file, "ngs.more,order,any,maybe,one,a source", "`if_any`");
    refuses(file, "ngs.orders,order,any,no,one,a source", "stands in");
    refuses(file, "ngs.more,order,any,no,weeks,a source", "`spans`");
}

#[test]
fn a_code_may_have_its_first_and_its_last_day() {
    let row = |days: &str| {
        render("therapy_codes.csv", &format!("{}Z9999,words,always,Y,Y,Y,N,N,yes,{days},a source\n", data("therapy_codes.csv"))).unwrap()
    };
    assert!(row("2024-02-29,2026-12-31").contains("from: ServiceDate::of_row(2024, 2, 29), to: ServiceDate::of_row(2026, 12, 31) }"));
    assert!(row("2026-01-01,2026-01-01").contains("from: ServiceDate::of_row(2026, 1, 1), to: ServiceDate::of_row(2026, 1, 1) }"));
    assert!(row(",").contains("from: None, to: None }"));
}

#[test]
fn bad_sentences_are_refused() {
    let file = "wording/en/core.csv";
    refuses(file, "zz.new,", "has no text");
    refuses(file, "zz.new,text,more", "has 3 cells");
    refuses(file, "ZZ.new,text", "not sorted");
    refuses(file, "zz..new,text", "not an id");
    refuses(file, "zz.Ne w,text", "not an id");
    refuses(file, "worklist.open-line,text", "stands in");
    for text in ["{", "}", "{}", "{^}", "a {name", "{Name}", "{na me}", "{name}}", "{{name}", "{1}"] {
        refuses(file, &format!("zz.new,{text}"), "brace");
    }
    refuses(file, "zz.new.one,text", "without the row");
    refuses(file, "zz.new.other,text", "without the row");
    for text in ["{name}", "{^name}: {name}", "{{}}", "{{{name}}}"] {
        render(file, &format!("{}zz.new,{text}\n", data(file))).unwrap();
    }
}

#[test]
fn another_header_is_refused() {
    let message = render("thresholds.csv", "year,ot,pt_slp,medical_review,source\n2018,1,1,1,x\n").unwrap_err();
    assert!(message.contains("row 1: the header must be"), "{message}");
    assert!(render("thresholds.csv", "year,pt_slp,ot,medical_review,source\n").unwrap_err().contains("has no rows"));
}

#[test]
fn sentences_of_an_area_that_is_left_out_have_no_text_and_keep_their_ids() {
    let (file, render) = wording::CORE;
    let text = std::fs::read_to_string(format!("{}/data/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let (whole, part) = (render(file, &text).unwrap(), wording::core_without(file, &text, &["CLAIMS"]).unwrap());
    for (rendered, has_text) in [(&whole, true), (&part, false)] {
        assert_eq!(rendered.contains("Part A stay: its therapy"), has_text);
        assert!(rendered.contains("unread.part-a-stay\\n"));
    }
    assert!(
        part.contains("id: \"unread.part-a-stay\", places: &[], is_left_out: true")
            && part.contains("id: \"notice.hospice\", places: &[], is_left_out: false")
    );
}

#[test]
fn medical_review_follows_the_statute() {
    // 42 USC 1395l(g)(7)(B): $3,000 through 2027, indexed after. Nothing of the statute tells a later amount, so a later row has a source
    // of its own for it.
    for row in data("thresholds.csv").lines().skip(1) {
        let cells: Vec<&str> = row.splitn(5, ',').collect();
        let [year, _, _, review, source] = cells[..] else { panic!("{row}") };
        if year.parse::<u16>().unwrap() <= 2027 {
            assert_eq!(review, "3000", "{row}");
        } else {
            assert!(source.split(';').any(|one| one.contains("medical review:") && !one.contains("42 USC")), "{row}");
        }
    }
    // Nor is $3,000 carried into a year without a row, whether a host or a pack gives its threshold.
    let request = r#"{ "date": "2028-02-01", "policy": { "thresholds": { "2028": { "kx": "2600.00" } } } }"#;
    let answer = kx_modifier::call_json("thresholds", request).unwrap();
    assert!(answer.contains(r#""medicalReview":null"#) && !answer.contains("3000.00"), "{answer}");
}

#[test]
fn bad_plan_rows_are_refused() {
    let file = "plans.csv";
    refuses(file, "Zzz,yes,2021-01-01,2026-11-26,", "has no source");
    refuses(file, "Zzz,maybe,2021-01-01,2026-11-26,a source", "`follows`");
    refuses(file, "Zzz,yes,2021-13-01,2026-11-26,a source", "`from`");
    refuses(file, "Zzz,no,,,a source", "no day on which");
    refuses(file, "Aaa,no,,2026-11-26,a source", "not sorted");
}
