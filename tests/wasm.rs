//! The wall itself, in a real browser: what only JavaScript values can say, and what the compiled module makes of them. What www/core makes
//! of plain data is tested on the package (tests/packaging).
#![cfg(all(target_arch = "wasm32", feature = "wasm"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function, JSON, JsString, Map, Object, Reflect, Uint8Array};
use kx_modifier::wall::table::FUNCTIONS;
use kx_modifier::wall::{Session, exports};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const REQUEST: &str = r#"{
    line: { code: "97110", modifiers: ["GP"], allowed: "31.40" },
    appointment: { date: "2026-03-10", renderingProvider: { discipline: "PT" } },
    coverage: { program: "medicare-part-b" },
    preferences: { autoApplyKx: true },
    usage: { used: { "PT/SLP": "2480.00" } },
}"#;

/// Another reading of src/ground/packed/write.rs than the package's own: slow, and without anything remembered.
const READ_TOKENS: &str = r#"
    const bytes = new Uint8Array(memory.buffer), words = new Uint32Array(memory.buffer), float = new DataView(memory.buffer);
    const cut = (from, length) => new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(bytes.subarray(from, from + length));
    const run = cut(words[head / 4 + 1], length);
    let at = words[head / 4] / 4, used = 0;
    const object = (names) => Object.fromEntries(names.map((name) => [name(), next()]));
    function next() {
        const token = words[at++], what = token >>> 3;
        switch (token & 7) {
            case 0: return [null, false, true][what];
            case 1: return run.slice(used, used += what);
            case 2: return cut(what, words[at++]);
            case 3: return object(cut(what, words[at++]).split(",").map((name) => () => name));
            case 4: return Array.from({ length: what }, next);
            case 5: return what;
            case 6: at += 2; return float.getFloat64(at * 4 - 8, true);
            case 7: return object(Array(what).fill(next));
        }
    }
    const answer = next();
    if (used !== run.length) throw new Error("the run of text is longer than its answer");
    return answer;
"#;

fn memory() -> JsValue {
    wasm_bindgen::memory()
}

fn bytes() -> Uint8Array {
    Uint8Array::new(&get(&memory(), "buffer"))
}

/// The answer that an export says is there, or the refusal.
fn answered(result: i32) -> Result<JsValue, JsValue> {
    let length = if result < 0 { !result } else { result };
    let read = Function::new_with_args("memory, head, length", READ_TOKENS);
    let answer = read.call3(&JsValue::NULL, &memory(), &exports::head().into(), &length.into()).expect("tokens");
    if result < 0 { Err(answer) } else { Ok(answer) }
}

/// Packs the values, one behind the other, each with the field that it is.
fn packed(values: &[(JsValue, &str)]) -> Result<u32, JsValue> {
    values.iter().try_fold(0, |behind, (value, field)| {
        let length = exports::pack(value.clone(), behind, field);
        u32::try_from(length).or_else(|_| answered(length).map(|_| 0))
    })
}

fn index(name: &str) -> u32 {
    u32::try_from(FUNCTIONS.iter().position(|function| function.name == name).expect(name)).unwrap()
}

/// A function that takes one value, whatever it is; of one that takes a list, an element.
fn call(name: &str, request: JsValue) -> Result<JsValue, JsValue> {
    answered(exports::call(index(name), packed(&[(request, "")])?))
}

fn decide(request: JsValue) -> Result<JsValue, JsValue> {
    call("decide", request)
}

fn session_call(handle: u32, method: &str, arguments: &[(JsValue, &str)]) -> Result<JsValue, JsValue> {
    let place = Session::methods().position(|own| own == method).expect(method);
    answered(exports::session_call(handle, u32::try_from(place).unwrap(), packed(arguments)?))
}

fn session_open(context: JsValue) -> u32 {
    let handle = packed(&[(context, "")]).and_then(|length| answered(exports::session_open(length))).expect("it opens");
    format!("{}", handle.as_f64().unwrap()).parse().unwrap()
}

/// Lines of NDJSON, with a value behind them where it is some.
fn lines(name: &str, lines: &str, beside: JsValue) -> Result<String, JsValue> {
    let behind = packed(&[(beside, "policy")])?;
    let room = exports::room(0);
    let beside = bytes().slice(room, room + behind);
    let length = u32::try_from(lines.len()).unwrap();
    let room = exports::room(length + behind);
    bytes().set(&Uint8Array::from(lines.as_bytes()), room);
    bytes().set(&beside, room + length);
    let result = exports::call_lines(index(name), length, length + behind);
    let Ok(length) = u32::try_from(result) else { return answered(result).map(|_| String::new()) };
    let head = bytes().slice(exports::head() + 4, exports::head() + 8).to_vec();
    let from = u32::from_le_bytes(head.try_into().unwrap());
    Ok(String::from_utf8(bytes().slice(from, from + length).to_vec()).unwrap())
}

fn to_json(value: &JsValue) -> String {
    String::from(JSON::stringify(value).unwrap())
}

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
    let error = decide(js(change)).expect_err(change);
    assert_eq!(text(&error, "code"), code, "{change}: {}", text(&error, "message"));
    assert_eq!(get(&error, "path").as_string().as_deref(), path, "{change}: {}", text(&error, "message"));
    assert!(!text(&error, "help").is_empty(), "{change}");
}

#[wasm_bindgen_test]
fn an_answer_is_plain_data() {
    let answer = decide(js("")).unwrap();
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
    let sent = to_json(&request);
    let answer = to_json(&decide(request).unwrap());
    let twin = kx_modifier::call_json("decide", &sent).unwrap();
    // The text of a float is JavaScript's on one side and Rust's on the other; read back they are the same.
    assert_eq!(answer, to_json(&JSON::parse(&twin).unwrap()));
}

#[wasm_bindgen_test]
fn null_and_undefined_are_absent() {
    for absent in ["null", "undefined"] {
        for field in
            ["line.modifiers", "line.allowed", "appointment.renderingProvider", "preferences", "usage.asOf", "usage.otherUsed", "policy"]
        {
            assert!(decide(js(&format!("r.{field} = {absent}"))).is_ok(), "{field} = {absent}");
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
    assert!(decide(js("r.line.units = 2")).is_ok());
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
        assert_eq!(text(&decide(js(&format!("return {value}"))).expect_err(value), "code"), "wrong-type", "{value}");
    }
}

#[wasm_bindgen_test]
fn a_map_is_read_as_the_object_it_stands_for() {
    let answer = decide(js("r.usage.used = new Map([['PT/SLP', '2479.99']])")).unwrap();
    assert_eq!(text(&answer, "basis.remaining"), "0.01");
    refused("r.usage.used = new Map([['PT', '2479.99']])", "unknown-field", Some("usage.used.PT"));
    refused("r.usage.used = new Map([[1, '2479.99']])", "wrong-type", Some("usage.used"));
}

#[wasm_bindgen_test]
fn odd_objects_are_read_by_what_they_hold() {
    for same in [
        "return new Proxy(r, {})",
        "r.line = new Proxy(r.line, { get: (of, name) => of[name] }); return r",
        "class Line { constructor() { Object.assign(this, r.line); } get units() { return 'none of its own'; } } r.line = new Line(); return r",
        "return Object.assign(Object.create({ inherited: 1 }), r)",
        "return Object.assign(Object.create(null), r)",
        "Object.defineProperty(r, 'hidden', { value: 1, enumerable: false }); return r",
        "r[Symbol('s')] = 1; return r",
        "return Object.freeze(r)",
        "return new Map(Object.entries(r))",
    ] {
        assert_eq!(text(&decide(js(same)).expect(same), "action"), "apply", "{same}");
    }
    refused("r.line.toJSON = () => ({})", "wrong-type", Some("line.toJSON"));
    refused("r.line.modifiers = [, 'GP']", "wrong-type", Some("line.modifiers[0]"));
    refused("r.line.modifiers = new Set(['GP'])", "wrong-type", Some("line.modifiers"));
    refused("r.line.code = new String('97110')", "wrong-type", Some("line.code"));
    refused("r.line.units = new Number(1)", "wrong-type", Some("line.units"));
    assert!(decide(js("r.line.units = 2n")).is_ok());
    // A getter's own error comes through, and is the last that this instance is asked: see tests/packaging.
}

#[wasm_bindgen_test]
fn a_cycle_ends_in_an_error() {
    let error = decide(js("r.usage.used = r")).expect_err("a cycle");
    assert_eq!(text(&error, "code"), "wrong-type");
    assert!(decide(js("")).is_ok(), "the module goes on");
}

#[wasm_bindgen_test]
fn huge_input_is_read_or_refused() {
    let answer = decide(js(
        "r.usage = { entries: Array.from({ length: 100000 }, (_, i) => ({ id: 'e' + i, date: '2026-02-02', serviceType: 'PT/SLP', allowed: '0.01' })) }",
    ))
    .unwrap();
    assert_eq!(text(&answer, "basis.remaining"), "1480.00");
    refused("r.line.code = 'x'.repeat(10_000_000)", "code-invalid", Some("line.code"));
    refused("r.line.modifiers = Array(100_000).fill('GP')", "too-many-modifiers", Some("line.modifiers"));
    let message = text(&decide(js("r.line.code = 'x'.repeat(10_000_000)")).expect_err("long"), "message");
    assert!(message.len() < 200, "a message quotes the beginning only: {}", message.len());
}

#[wasm_bindgen_test]
fn the_other_functions_cross_as_well() {
    let shown = call("thresholds", js("return { date: '2025-06-02', usage: { used: { 'PT/SLP': '2020.00' } } }")).unwrap();
    assert_eq!(text(&shown, "PT/SLP.label"), "$390.00 Medicare Threshold Remaining (PT/SLP)");
    let several = call("decideAppointment", js("r.lines = [r.line, { ...r.line, section: 'flowsheet' }]; delete r.line")).unwrap();
    assert_eq!((text(&several, "decisions.0.action"), text(&several, "decisions.1.action")), ("apply".into(), "none".into()));
    // One element of a list.
    assert_eq!(text(&call("decideAll", js("")).unwrap(), "decision.action"), "apply");
    assert_eq!(text(&call("decideAll:outcome", js("")).unwrap(), "outcome.action"), "apply");
    for bad in ["return { ...r, line: { code: 1 } }", "return null", "return []"] {
        assert_eq!(text(&call("decideAll", js(bad)).unwrap(), "error.code"), "wrong-type", "{bad}");
    }
    for bad in ["return () => 1", "return new Set()", "return Symbol('x')"] {
        assert_eq!(text(&call("decideAll", js(bad)).expect_err(bad), "code"), "wrong-type", "{bad}");
    }
    let no_list = answered(exports::refuse_list(index("decideAll"), packed(&[(js("return { a: 1 }"), "")]).unwrap())).expect_err("no list");
    assert_eq!((text(&no_list, "code"), get(&no_list, "path").is_null()), ("wrong-type".into(), true));
    assert_eq!(text(&answered(exports::call(9999, 0)).expect_err("no function"), "code"), "unknown-value");
    let traits = call(
        "traitsToEvaluate",
        js("return { traits: [{ name: 'a', prompt: 'b' }], date: '2026-03-10', serviceType: null, coverage: { program: 'other' } }"),
    )
    .unwrap();
    assert_eq!(to_json(&traits), r#"{"evaluate":[{"name":"a","prompt":"b"}],"skipped":[]}"#);
    assert_eq!(text(&answered(exports::call(index("versions"), 0)).unwrap(), "rules"), kx_modifier::RULES_VERSION);
}

#[wasm_bindgen_test]
fn the_account_functions_cross_as_well() {
    let checklist =
        call("documentationChecklist", js("return { date: '2026-03-10', documentation: { treatmentNote: true }, code: '97150' }")).unwrap();
    assert_eq!((text(&checklist, "items.3.status"), text(&checklist, "items.8.id")), ("met".into(), "group-necessity".into()));
    let projection = call("projectCrossing", js(
        "return { date: '2026-03-10', serviceType: 'OT', visits: [{ date: '2026-04-01', allowed: '2480.01' }, { date: '2199-01-01', allowed: '1' }] }",
    ))
    .unwrap();
    assert_eq!(
        to_json(&projection),
        r#"{"crossesOn":"2026-04-01","visitsBeforeCrossing":0,"remainingAfterLast":"-0.01","unknownYears":[2199]}"#
    );
    let day = call(
        "estimateAllowed",
        js("return { lines: [{ id: 'a', code: '97110', units: 2 }], fees: new Map([['97110', { full: '30', reduced: '23' }]]) }"),
    )
    .unwrap();
    assert_eq!(text(&day, "total"), "53.00");
    let other = call("otherUsedFromEligibility", js(
        "return { date: '2026-03-10', asOf: '2026-03-09', amounts: [{ serviceType: 'OT', kind: 'used', amount: '5', from: null, to: null, segment: '' }], entries: [] }",
    ))
    .unwrap();
    // A bucket that nothing is known of is left out: no `undefined` and no null.
    assert_eq!(
        to_json(&other),
        r#"{"used":{"OT":"5.00"},"ours":{"OT":"0.00"},"otherUsed":{"OT":"5.00"},"sums":[{"serviceType":"OT","stated":null,"threshold":"2480.00","usedHere":"0.00","pending":"0.00","otherUsed":"5.00","remaining":"2475.00"}],"elsewhere":[],"asOf":"2026-03-09","notices":[]}"#
    );
    let audit = call(
        "audit",
        js("return { lines: [{ id: 'a', date: '2026-03-10', code: '97110', modifiers: ['GP', 'KX', '1A', '2B', '3C'], allowed: '10' }] }"),
    )
    .unwrap();
    assert_eq!((text(&audit, "lines.0.kx"), text(&audit, "findings.0.code")), ("early".into(), "too-many-modifiers".into()));
    let table = call("compareBilling", js("return { lines: [{ code: '97110', modifiers: ['KX'] }], peers: [] }")).unwrap();
    assert_eq!((text(&table, "rows.0.code"), get(&table, "rows.0.proportion").as_f64()), ("97110".into(), Some(1.0)));
    for (change, path) in [
        ("return { lines: [{ id: 'a', code: '97110', units: 1.5 }], fees: {} }", "lines[0].units"),
        ("return { lines: [{ id: 'a', code: '97110', units: 1 }], fees: { '97110': { full: '1', reduced: '2' } } }", "fees.97110.reduced"),
    ] {
        let error = call("estimateAllowed", js(change)).expect_err(change);
        assert_eq!(text(&error, "path"), path);
    }
}

#[wasm_bindgen_test]
fn sessions_are_numbers() {
    let context = || js("delete r.line; return r");
    let (first, second) = (session_open(context()), session_open(context()));
    assert_ne!(first, second);
    let line = || (js("return { id: 'a', code: '97110', modifiers: ['GP'], allowed: '31.40' }"), "line");
    let alone = to_json(&decide(js("")).unwrap());
    assert_eq!(to_json(&session_call(first, "decide", &[(js("return r.line"), "line")]).unwrap()), alone);
    assert_eq!(text(&session_call(first, "add", &[line()]).unwrap(), "action"), "apply");
    assert_eq!(text(&session_call(first, "add", &[line()]).expect_err("twice"), "code"), "duplicate-id");
    assert_eq!(Array::from(&session_call(second, "lines", &[]).unwrap()).length(), 0);
    assert_eq!(text(&session_call(first, "lines", &[]).unwrap(), "0.line.id"), "a");
    // Each argument says where it is wrong, on the slow road too.
    for (line, path) in [("return { code: 1 }", "line.code"), ("return { code: () => 1 }", "line.code"), ("return () => 1", "line")] {
        assert_eq!(text(&session_call(first, "decide", &[(js(line), "line")]).expect_err(line), "path"), path, "{line}");
    }
    let amounts = [(js("return 'OT'"), "serviceType"), (js("return 5n"), "amount")];
    assert_eq!(text(&session_call(first, "setOtherUsed", &amounts).expect_err("a number"), "path"), "amount");
    exports::session_close(first);
    exports::session_close(first);
    assert_eq!(text(&session_call(first, "lines", &[]).expect_err("closed"), "code"), "session-closed");
    assert!(session_call(second, "thresholds", &[]).is_ok());
    let no_method = answered(exports::session_call(second, 99, 0)).expect_err("no method");
    assert_eq!(text(&no_method, "code"), "unknown-value");
    assert!(session_call(second, "thresholds", &[]).is_ok(), "it is still there");
    exports::session_close(second);
    exports::session_close(4_000_000_000);
}

#[wasm_bindgen_test]
fn bulk_text_crosses_as_bytes() {
    assert_eq!(lines("decideNdjson", "{}\n{}\n", JsValue::UNDEFINED).unwrap().lines().count(), 2);
    assert!(lines("auditNdjson", "", JsValue::UNDEFINED).unwrap().is_empty());
    let line = r#"{"beneficiary":"b","id":"1","date":"2026-02-02","code":"97110","modifiers":["GP","KX"],"allowed":"60.00"}"#;
    assert!(lines("auditNdjson", line, js("return { crossingLine: 'apply' }")).unwrap().contains(r#""kx":"early""#));
    assert_eq!(text(&lines("auditNdjson", "", js("return { crossingLine: 1 }")).expect_err("policy"), "path"), "policy.crossingLine");
    assert_eq!(text(&answered(exports::call_lines(index("decide"), 0, 0)).expect_err("no lines"), "code"), "unknown-value");
}

/// Where the module's memory grows while a request is put into it, what is looked at afterwards is what was put.
#[wasm_bindgen_test]
fn memory_grows_under_a_request() {
    let name = "x".repeat(3_000_000);
    for _ in 0..3 {
        let request = js("return { traits: [], date: '2026-03-10', serviceType: null, coverage: { program: 'other' } }");
        Reflect::set(&request, &"traits".into(), &Array::of1(&js(&format!("return {{ name: '{name}', prompt: 'é€😀' }}")))).unwrap();
        let answer = call("traitsToEvaluate", request).unwrap();
        assert_eq!(JsString::from(get(&answer, "evaluate.0.name")).length(), 3_000_000);
        assert_eq!(text(&answer, "evaluate.0.prompt"), "é€😀");
    }
}

/// Says amounts as the host does, and days and numbers plainly.
fn use_money(length: u32, money: &JsValue) -> i32 {
    let plain = Function::new_with_args("plain", "return plain");
    exports::use_wording(length, money.clone().unchecked_into(), plain.clone(), plain.clone(), plain)
}

fn use_wording(wording: &JsValue, money: &str) -> Result<JsValue, JsValue> {
    let length = if wording.is_null() { 0 } else { packed(&[(wording.clone(), "")])? };
    answered(use_money(length, &js(&format!("return (amount) => {money}"))))
}

fn label_of_ot() -> String {
    text(&call("thresholds", js("return { date: '2026-03-10' }")).unwrap(), "OT.label")
}

/// Formats are the host's; one that fails gives the plain form.
#[wasm_bindgen_test]
fn words_and_formats_of_the_host() {
    let english = label_of_ot();
    let table = js("return { locale: 'xx', texts: { 'label.remaining': '{bucket}: {remaining}' } }");
    use_wording(&table, "`<${amount}>`").unwrap();
    assert_eq!(label_of_ot(), "OT: <2480.00>");
    for money in ["{ throw new Error('mine'); }", "5", "undefined", "({})"] {
        use_wording(&table, money).unwrap();
        assert_eq!(label_of_ot(), "OT: $2,480.00", "{money}");
    }
    let error = use_wording(&js("return { locale: 'xx', texts: { 'label.remaining': '{day}' } }"), "amount");
    assert_eq!(text(&error.expect_err("a place of another sentence"), "path"), "texts[\"label.remaining\"]");
    let error = use_wording(&js("return { locale: 'xx', texts: { 'label.remaining': () => 1 } }"), "amount");
    assert_eq!(text(&error.expect_err("a function"), "code"), "wrong-type");
    assert_eq!(label_of_ot(), "OT: $2,480.00");
    use_wording(&JsValue::NULL, "amount").unwrap();
    assert_eq!(label_of_ot(), english);
}

/// While an answer is written, what writes its amounts asks the package for others: functions, its own session, and other words.
#[wasm_bindgen_test]
fn formats_that_call_the_package_again() {
    let context = || js("delete r.line; return r");
    let session = session_open(context());
    let inside = Rc::new(Cell::new(0));
    let money = {
        let inside = Rc::clone(&inside);
        Closure::<dyn Fn(String) -> String>::new(move |amount: String| {
            inside.set(inside.get() + 1);
            if inside.get() == 1 {
                assert_eq!(text(&decide(js("")).unwrap(), "action"), "apply");
                assert!(decide(js("r.line.code = 1")).is_err());
                assert_eq!(lines("decideNdjson", "{}\n", JsValue::UNDEFINED).unwrap().lines().count(), 1);
                let other = session_open(context());
                assert!(session_call(other, "thresholds", &[]).is_ok());
                exports::session_close(other);
                // One that is answering is not there for others.
                let busy = session_call(session, "lines", &[]);
                assert!(busy.is_ok() || text(&busy.unwrap_err(), "code") == "session-closed");
                use_wording(&JsValue::NULL, "amount").unwrap();
            }
            format!("<{amount}>")
        })
    };
    let wording = || packed(&[(js("return { locale: 'xx', texts: { 'label.remaining': '{bucket}: {remaining}' } }"), "")]).unwrap();
    answered(use_money(wording(), money.as_ref())).unwrap();
    assert_eq!(label_of_ot(), "OT: <2480.00>", "the words are those that were set when it was asked");
    assert!(inside.get() > 1);
    assert!(label_of_ot().starts_with('$'), "and now they are English");
    inside.set(0);
    answered(use_money(wording(), money.as_ref())).unwrap();
    assert_eq!(text(&session_call(session, "thresholds", &[]).unwrap(), "OT.label"), "OT: <2480.00>");
    assert_eq!(text(&session_call(session, "thresholds", &[]).unwrap(), "OT.label").chars().next(), Some('$'));
    exports::session_close(session);
}

#[wasm_bindgen_test]
fn x12_text_crosses_as_text() {
    let isa = "ISA*00*          *00*          *ZZ*S              *ZZ*R              *260101*1200*^*00501*000000001*0*P*:~";
    let file = JsValue::from_str(&format!(
        "{isa}GS*HB*S*R*20260101*1200*1*X*005010X279A1~ST*271*0001~EB*F*IND*AD*MB**29*1840~SE*3*0001~GE*1*1~IEA*1*000000001~"
    ));
    let answer = call("readEligibility271", file).unwrap();
    assert_eq!((text(&answer, "amounts.0.amount"), text(&answer, "amounts.0.serviceType")), ("1840.00".into(), "OT".into()));
    assert!(get(&answer, "amounts.0.from").is_null());
    for (bad, code) in [(JsValue::from_str("no"), "x12-invalid"), (JsValue::from_f64(5.0), "wrong-type"), (JsValue::NULL, "wrong-type")] {
        assert_eq!(text(&call("readRemittance835", bad.clone()).expect_err("bad"), "code"), code);
        assert_eq!(text(&call("readClaim837", bad).expect_err("bad"), "code"), code);
    }
}
