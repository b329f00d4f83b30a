//! The wall itself, in a real browser: what only JavaScript values can say, and what answers are once they are there.
#![cfg(all(target_arch = "wasm32", feature = "wasm"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use js_sys::{Array, Function, JSON, Map, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

use kx_modifier::wasm as wall;

const REQUEST: &str = r#"{
    line: { code: "97110", modifiers: ["GP"], allowed: "31.40" },
    appointment: { date: "2026-03-10", renderingProvider: { discipline: "PT" } },
    coverage: { program: "medicare-part-b" },
    preferences: { autoApplyKx: true },
    usage: { used: { "PT/SLP": "2480.00" } },
}"#;

/// A JavaScript value from its source text. `r` in `change` is a good request.
fn js(change: &str) -> JsValue {
    let body = format!("const r = {REQUEST}; {change}; return r;");
    Function::new_no_args(&body).call0(&JsValue::NULL).expect("the source runs")
}

fn get(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, name| Reflect::get(&value, &name.into()).unwrap_or(JsValue::UNDEFINED))
}

fn text(value: &JsValue, path: &str) -> String {
    get(value, path).as_string().unwrap_or_else(|| format!("{:?}", get(value, path)))
}

/// The request with a change is refused with this code and path.
fn refused(change: &str, code: &str, path: Option<&str>) {
    let error = wall::decide(js(change)).expect_err(change);
    assert_eq!(text(&error, "code"), code, "{change}: {}", text(&error, "message"));
    assert_eq!(get(&error, "path").as_string().as_deref(), path, "{change}: {}", text(&error, "message"));
    assert!(!text(&error, "help").is_empty(), "{change}");
}

#[wasm_bindgen_test]
fn an_answer_is_plain_data() {
    let answer = wall::decide(js("")).unwrap();
    assert_eq!(text(&answer, "action"), "apply");
    assert!(!answer.is_instance_of::<Map>());
    for path in ["basis", "thresholds", "thresholds.PT/SLP", "conditions.0", "thresholds.PT/SLP.medicalReview"] {
        let value = get(&answer, path);
        assert!(value.is_object() && !value.is_instance_of::<Map>(), "{path}");
        assert_eq!(Object::get_prototype_of(&value), Object::get_prototype_of(&Object::new()), "{path}");
    }
    assert!(Array::is_array(&get(&answer, "modifiers")));
    // Absent is null, not undefined.
    assert!(get(&answer, "documentation").is_null());
    assert!(get(&answer, "basis.asOf").is_null());
}

#[wasm_bindgen_test]
fn an_answer_is_the_twins_to_the_letter() {
    let request = js("");
    let sent = String::from(JSON::stringify(&request).unwrap());
    let answer = String::from(JSON::stringify(&wall::decide(request).unwrap()).unwrap());
    let twin = kx_modifier::api::decide_json(&sent).unwrap();
    // The text of a float is JavaScript's on one side and Rust's on the other; read back they are the same.
    assert_eq!(answer, String::from(JSON::stringify(&JSON::parse(&twin).unwrap()).unwrap()));
}

#[wasm_bindgen_test]
fn null_and_undefined_are_absent() {
    for absent in ["null", "undefined"] {
        for field in
            ["line.modifiers", "line.allowed", "appointment.renderingProvider", "preferences", "usage.asOf", "usage.otherUsed", "policy"]
        {
            assert!(wall::decide(js(&format!("r.{field} = {absent}"))).is_ok(), "{field} = {absent}");
        }
        refused(&format!("r.line.code = {absent}"), "missing-field", Some("line.code"));
        refused(&format!("r.usage = {{ entries: [{absent}] }}"), "wrong-type", Some("usage.entries[0]"));
    }
}

#[wasm_bindgen_test]
fn unknown_and_misspelt_fields_are_refused() {
    refused("r.line.modifer = ['GP']", "unknown-field", Some("line.modifer"));
    refused("r.usage.used['PT'] = '1.00'", "unknown-field", Some("usage.used.PT"));
    refused("r.preferences = { autoApplyKX: true }", "unknown-field", Some("preferences.autoApplyKX"));
    refused("r.extra = 1", "unknown-field", Some("extra"));
    refused("r.policy = { thresholds: { 2031: { kx: '1', kxx: '1' } } }", "unknown-field", Some("policy.thresholds.2031.kxx"));
}

#[wasm_bindgen_test]
fn numbers_are_no_money() {
    for number in ["31.4", "0", "-1", "1e21", "NaN", "Infinity", "10n", "-0"] {
        refused(&format!("r.line.allowed = {number}"), "money-not-text", Some("line.allowed"));
    }
    refused("r.usage.used['PT/SLP'] = 2480", "money-not-text", Some("usage.used.PT/SLP"));
    refused("r.line.units = NaN", "unknown-value", Some("line.units"));
    assert!(wall::decide(js("r.line.units = 2")).is_ok());
}

#[wasm_bindgen_test]
fn what_is_no_plain_data_is_refused() {
    for (value, path) in [
        ("() => 1", Some("line.code")),
        ("Symbol('x')", Some("line.code")),
        ("new Set(['97110'])", Some("line.code")),
        ("new Date()", Some("line.code")),
        ("new Uint8Array(5)", Some("line.code")),
        ("{}", Some("line.code")),
        ("99999999999999999999n", Some("line.code")),
    ] {
        refused(&format!("r.line.code = {value}"), "wrong-type", path);
    }
    refused("r.appointment.date = new Date('2026-03-10')", "wrong-type", Some("appointment.date"));
    for value in ["null", "undefined", "1", "'x'", "[]", "() => 1"] {
        assert_eq!(text(&wall::decide(js(&format!("return {value}"))).expect_err(value), "code"), "wrong-type", "{value}");
    }
}

#[wasm_bindgen_test]
fn a_map_is_read_as_the_object_it_stands_for() {
    let answer = wall::decide(js("r.usage.used = new Map([['PT/SLP', '2479.99']])")).unwrap();
    assert_eq!(text(&answer, "basis.remaining"), "0.01");
    refused("r.usage.used = new Map([['PT', '2479.99']])", "unknown-field", Some("usage.used.PT"));
    refused("r.usage.used = new Map([[1, '2479.99']])", "wrong-type", Some("usage.used"));
}

#[wasm_bindgen_test]
fn a_cycle_ends_in_an_error() {
    let error = wall::decide(js("r.usage.used = r")).expect_err("a cycle");
    assert_eq!(text(&error, "code"), "wrong-type");
    assert!(wall::decide(js("")).is_ok(), "the module goes on");
}

#[wasm_bindgen_test]
fn huge_input_is_read_or_refused() {
    let answer = wall::decide(js(
        "r.usage = { entries: Array.from({ length: 100000 }, (_, i) => ({ id: 'e' + i, date: '2026-02-02', serviceType: 'PT/SLP', allowed: '0.01' })) }",
    ))
    .unwrap();
    assert_eq!(text(&answer, "basis.remaining"), "1480.00");
    refused("r.line.code = 'x'.repeat(10_000_000)", "code-invalid", Some("line.code"));
    refused("r.line.modifiers = Array(100_000).fill('GP')", "too-many-modifiers", Some("line.modifiers"));
    let message = text(&wall::decide(js("r.line.code = 'x'.repeat(10_000_000)")).expect_err("long"), "message");
    assert!(message.len() < 200, "a message quotes the beginning only: {}", message.len());
}

#[wasm_bindgen_test]
fn the_other_functions_cross_as_well() {
    let shown = wall::thresholds(js("return { date: '2025-06-02', usage: { used: { 'PT/SLP': '2020.00' } } }")).unwrap();
    assert_eq!(text(&shown, "PT/SLP.label"), "$390.00 Medicare Threshold Remaining (PT/SLP)");
    let several = wall::decide_appointment(js("r.lines = [r.line, { ...r.line, section: 'flowsheet' }]; delete r.line")).unwrap();
    assert_eq!((text(&several, "decisions.0.action"), text(&several, "decisions.1.action")), ("apply".into(), "none".into()));
    let all = wall::decide_all(js("return [r, { ...r, line: { code: 1 } }, () => 1, new Set()]")).unwrap();
    assert_eq!(text(&all, "0.decision.action"), "apply");
    for position in ["1", "2", "3"] {
        assert_eq!(text(&all, &format!("{position}.error.code")), "wrong-type", "{position}");
    }
    let traits = wall::traits_to_evaluate(js(
        "return { traits: [{ name: 'a', prompt: 'b' }], date: '2026-03-10', serviceType: null, coverage: { program: 'other' } }",
    ))
    .unwrap();
    assert_eq!(String::from(JSON::stringify(&traits).unwrap()), r#"{"evaluate":[{"name":"a","prompt":"b"}],"skipped":[]}"#);
    assert_eq!(text(&wall::versions().unwrap(), "rules"), kx_modifier::RULES_VERSION);
}

#[wasm_bindgen_test]
fn the_account_functions_cross_as_well() {
    let checklist =
        wall::documentation_checklist(js("return { date: '2026-03-10', documentation: { treatmentNote: true }, code: '97150' }")).unwrap();
    assert_eq!((text(&checklist, "items.3.status"), text(&checklist, "items.8.id")), ("met".into(), "group-necessity".into()));
    let projection = wall::project_crossing(js(
        "return { date: '2026-03-10', serviceType: 'OT', visits: [{ date: '2026-04-01', allowed: '2480.01' }, { date: '2199-01-01', allowed: '1' }] }",
    ))
    .unwrap();
    assert_eq!(
        String::from(JSON::stringify(&projection).unwrap()),
        r#"{"crossesOn":"2026-04-01","visitsBeforeCrossing":0,"remainingAfterLast":"-0.01","unknownYears":[2199]}"#
    );
    let day = wall::estimate_allowed(js(
        "return { lines: [{ id: 'a', code: '97110', units: 2 }], fees: new Map([['97110', { full: '30', reduced: '23' }]]) }",
    ))
    .unwrap();
    assert_eq!(text(&day, "total"), "53.00");
    let other = wall::other_used_from_eligibility(js(
        "return { date: '2026-03-10', asOf: '2026-03-09', amounts: [{ serviceType: 'OT', kind: 'used', amount: '5', from: null, to: null, segment: '' }], entries: [] }",
    ))
    .unwrap();
    // A bucket that nothing is known of is left out: no `undefined` and no null.
    assert_eq!(
        String::from(JSON::stringify(&other).unwrap()),
        r#"{"used":{"OT":"5.00"},"ours":{"OT":"0.00"},"otherUsed":{"OT":"5.00"},"asOf":"2026-03-09","notices":[]}"#
    );
    let audit = wall::audit(js(
        "return { lines: [{ id: 'a', date: '2026-03-10', code: '97110', modifiers: ['GP', 'KX', '1A', '2B', '3C'], allowed: '10' }] }",
    ))
    .unwrap();
    assert_eq!((text(&audit, "lines.0.kx"), text(&audit, "findings.0.code")), ("early".into(), "too-many-modifiers".into()));
    let table = wall::compare_billing(js("return { lines: [{ code: '97110', modifiers: ['KX'] }], peers: [] }")).unwrap();
    assert_eq!((text(&table, "rows.0.code"), get(&table, "rows.0.proportion").as_f64()), ("97110".into(), Some(1.0)));
    for (change, path) in [
        ("return { lines: [{ id: 'a', code: '97110', units: 1.5 }], fees: {} }", "lines[0].units"),
        ("return { lines: [{ id: 'a', code: '97110', units: 1 }], fees: { '97110': { full: '1', reduced: '2' } } }", "fees.97110.reduced"),
    ] {
        let error = wall::estimate_allowed(js(change)).expect_err(change);
        assert_eq!(text(&error, "path"), path);
    }
}

#[wasm_bindgen_test]
fn sessions_are_handles() {
    use wall::sessions;
    let context = || js("delete r.line; return r");
    let first = sessions::open(context()).unwrap();
    let second = sessions::open(context()).unwrap();
    assert_ne!(first, second);
    let line = || js("return { id: 'a', code: '97110', modifiers: ['GP'], allowed: '31.40' }");
    let alone = String::from(JSON::stringify(&wall::decide(js("")).unwrap()).unwrap());
    assert_eq!(String::from(JSON::stringify(&sessions::decide(first, js("return r.line")).unwrap()).unwrap()), alone);
    assert_eq!(text(&sessions::add(first, line()).unwrap(), "action"), "apply");
    assert_eq!(text(&sessions::add(first, line()).expect_err("twice"), "code"), "duplicate-id");
    assert_eq!(Array::from(&sessions::lines(second).unwrap()).length(), 0);
    assert_eq!(text(&sessions::lines(first).unwrap(), "0.line.id"), "a");
    sessions::close(first);
    sessions::close(first);
    assert_eq!(text(&sessions::lines(first).expect_err("closed"), "code"), "session-closed");
    assert!(sessions::thresholds(second).is_ok());
    sessions::close(second);
    sessions::close(4_000_000_000);
}

#[wasm_bindgen_test]
fn bulk_text_crosses_as_bytes() {
    let answers = String::from_utf8(wall::decide_ndjson(b"{}\n{}\n")).unwrap();
    assert_eq!(answers.lines().count(), 2);
    assert!(wall::audit_ndjson(b"", JsValue::UNDEFINED).unwrap().is_empty());
    assert_eq!(text(&wall::audit_ndjson(b"", js("return { crossingLine: 1 }")).expect_err("policy"), "path"), "policy.crossingLine");
}

/// Formats are the host's; one that fails gives the plain form.
#[wasm_bindgen_test]
fn words_and_formats_of_the_host() {
    let formats = |money: &str| -> wall::wording::HostFormats {
        let body = format!("return {{ money: (amount) => {money}, day: (day) => day, number: (number) => number }};");
        Function::new_no_args(&body).call0(&JsValue::NULL).unwrap().unchecked_into()
    };
    let label = || text(&wall::thresholds(js("return { date: '2026-03-10' }")).unwrap(), "OT.label");
    let english = label();
    let table = || js("return { locale: 'xx', texts: { 'label.remaining': '{bucket}: {remaining}' } }");
    wall::wording::use_wording(table(), formats("`<${amount}>`")).unwrap();
    assert_eq!(label(), "OT: <2480.00>");
    for money in ["{ throw new Error('mine'); }", "5"] {
        wall::wording::use_wording(table(), formats(money)).unwrap();
        assert_eq!(label(), "OT: $2,480.00");
    }
    let error = wall::wording::use_wording(js("return { locale: 'xx', texts: { 'label.remaining': '{day}' } }"), formats("amount"));
    assert_eq!(text(&error.expect_err("a place of another sentence"), "path"), "texts[\"label.remaining\"]");
    assert_eq!(label(), "OT: $2,480.00");
    wall::wording::use_wording(JsValue::NULL, formats("amount")).unwrap();
    assert_eq!(label(), english);
}

#[wasm_bindgen_test]
fn x12_text_crosses_as_text() {
    let isa = "ISA*00*          *00*          *ZZ*S              *ZZ*R              *260101*1200*^*00501*000000001*0*P*:~";
    let file = JsValue::from_str(&format!("{isa}ST*271*0001~EB*F*IND*AD*MB**29*1840~SE*1*0001~"));
    let answer = wall::read_eligibility271(file).unwrap();
    assert_eq!((text(&answer, "amounts.0.amount"), text(&answer, "amounts.0.serviceType")), ("1840.00".into(), "OT".into()));
    assert!(get(&answer, "amounts.0.from").is_null());
    for (bad, code) in [(JsValue::from_str("no"), "x12-invalid"), (JsValue::from_f64(5.0), "wrong-type"), (JsValue::NULL, "wrong-type")] {
        assert_eq!(text(&wall::read_remittance835(bad.clone()).expect_err("bad"), "code"), code);
        assert_eq!(text(&wall::read_claim837(bad).expect_err("bad"), "code"), code);
    }
}
