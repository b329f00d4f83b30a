//! An event in an answer. Its names are written in the order of RFC 8785, so that the JSON text without the hash is the canonical form: text
//! has one form in an answer too, and of numbers there are whole ones only.

use crate::ground::calendar::ServiceDate;
use crate::ground::packed::{Open, Out, object};
use crate::visit::attestation::{Kind, Scope};

use crate::account::attestation::event::{Event, Shown, What};

/// The RFC 8785 form of the event without its hash.
pub(super) fn canonical(event: &Event<'_>) -> String {
    let mut out = Out::json();
    write(event, None, &mut out);
    out.into_text()
}

/// Writes a text behind its name; what does not apply is absent.
#[inline(never)]
fn put(out: &mut Out, object: &mut Open, name: &str, text: Option<&str>) {
    if let Some(text) = text {
        out.field(object, name);
        out.str(text);
    }
}

/// `AttestationEvent` of the public contract; without its hash it is what the hash is over.
#[inline(never)]
#[cfg_attr(small, optimize(size))]
pub(crate) fn write(event: &Event<'_>, hash: Option<&str>, out: &mut Out) {
    let answered = event.answered();
    let kind = if answered.is_some() { Kind::Answered } else { Kind::Asked };
    let object = &mut out.fields();
    put(out, object, "answer", answered.map(|one| one.answer.as_str()));
    put(out, object, "asked", answered.map(|one| one.asked));
    put(out, object, "at", Some(event.at.as_str()));
    put(out, object, "by", answered.map(|one| one.by));
    put(out, object, "enteredBy", answered.and_then(|one| one.entered_by));
    put(out, object, "hash", hash);
    put(out, object, "kind", Some(kind.as_str()));
    out.field(object, "previous");
    out.option(event.previous, Out::str);
    put(out, object, "reason", answered.and_then(|one| one.reason));
    put(out, object, "role", answered.map(|one| one.role.as_str()));
    out.field(object, "scope");
    write_scope(&event.scope, out);
    if let What::Asked(shown) = &event.what {
        out.field(object, "shown");
        write_shown(shown, out);
    }
    out.end_fields(*object);
}

fn write_scope(scope: &Scope<'_>, out: &mut Out) {
    let day = |out: &mut Out, object: &mut Open, name: &str, day: Option<ServiceDate>| {
        if let Some(day) = day {
            out.field(object, name);
            out.date(day);
        }
    };
    let object = &mut out.fields();
    put(out, object, "discipline", Some(scope.discipline.as_str()));
    put(out, object, "line", scope.line);
    put(out, object, "patient", Some(scope.patient));
    put(out, object, "planOfCare", scope.plan_of_care);
    day(out, object, "until", scope.until);
    day(out, object, "visit", scope.visit);
    out.field(object, "year");
    out.integer(scope.year.number().into());
    out.end_fields(*object);
}

fn write_shown(shown: &Shown<'_>, out: &mut Out) {
    object!(out, {
        "action" => out.fixed(shown.action.as_str()),
        "notices" => out.each(&shown.notices, |out, code| out.str(code)),
        "packs" => out.each(&shown.packs, |out, id| out.str(id)),
        "remaining" => out.option(shown.remaining, Out::str),
        "rules" => out.str(shown.rules),
        "tooltip" => out.str(shown.tooltip),
    });
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::account::attestation::event::shape as reading;
    use crate::ground::packed::{Reader, pack_json};

    /// The canonical form of the only event of a record in JSON text.
    fn canonical_of(record: &str) -> String {
        let mut packed = Vec::new();
        pack_json(record, &mut packed).unwrap();
        canonical(&reading::record(&mut Reader::new(&packed)).unwrap()[0])
    }

    /// RFC 8785, as any reader of JSON can apply it: names in the order of UTF-16, no space, text in its one form.
    fn jcs(value: &Value) -> String {
        let text = |text: &str| {
            let mut out = Out::json();
            out.str(text);
            out.into_text()
        };
        match value {
            Value::String(own) => text(own),
            Value::Array(values) => format!("[{}]", values.iter().map(jcs).collect::<Vec<_>>().join(",")),
            Value::Object(values) => {
                let mut values: Vec<_> = values.iter().collect();
                values.sort_by_key(|(name, _)| name.encode_utf16().collect::<Vec<_>>());
                let values: Vec<_> = values.into_iter().map(|(name, value)| format!("{}:{}", text(name), jcs(value))).collect();
                format!("{{{}}}", values.join(","))
            }
            other => other.to_string(),
        }
    }

    fn vector(given: &str, expected: &str) {
        assert_eq!(jcs(&serde_json::from_str(given).unwrap()), expected);
    }

    /// RFC 8785, 3.2.2. Of numbers only whole ones: an event has no others.
    #[test]
    fn text_is_written_as_in_the_example_of_the_rfc() {
        vector(
            r#"{"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}"#,
            r#"{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}"#,
        );
        let short = [(8, "\\b"), (9, "\\t"), (10, "\\n"), (12, "\\f"), (13, "\\r")];
        for code in 0_u32..32 {
            let letter = char::from_u32(code).unwrap().to_string();
            let form = short.iter().find(|(own, _)| *own == code).map_or_else(|| format!("\\u{code:04x}"), |(_, form)| (*form).to_owned());
            assert_eq!(jcs(&Value::String(letter)), format!("\"{form}\""));
        }
    }

    /// RFC 8785, 3.2.3, and the test data of its authors (appendix F): french, structures, unicode, weird, and of arrays what is no literal.
    #[test]
    fn names_are_ordered_as_in_the_examples_of_the_rfc() {
        vector(
            r#"{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
                "\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}"#,
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\"\u{f6}\":\"Latin Small Letter O With Diaeresis\",\
             \"\u{20ac}\":\"Euro Sign\",\"\u{1f600}\":\"Emoji: Grinning Face\",\"\u{fb33}\":\"Hebrew Letter Dalet With Dagesh\"}",
        );
        let french = r#"{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}"#;
        vector(french, french);
        vector(
            r#"{"1":{"f":{"f":"hi","F":5},"\n":56},"10":{},"":"empty","a":{},"111":[{"e":"yes","E":"no"}],"A":{}}"#,
            r#"{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}"#,
        );
        vector(r#"{"Unnormalized Unicode":"A\u030a"}"#, "{\"Unnormalized Unicode\":\"A\u{30a}\"}");
        // DEL is written as it is, a slash has no escape, and a name of two halves stands before one of U+FB33.
        vector(
            r#"{"\ufb33":"a","\ud83d\ude02":"b","\u20ac":"c","\u00f6":"d","\u0080":"\u007f","<\/script>":"e","1":"f","\n":"g"}"#,
            "{\"\\n\":\"g\",\"1\":\"f\",\"</script>\":\"e\",\"\u{80}\":\"\u{7f}\",\"\u{f6}\":\"d\",\"\u{20ac}\":\"c\",\"\u{1f602}\":\"b\",\"\u{fb33}\":\"a\"}",
        );
        vector(r#"[56,{"d":true,"10":null,"1":[]}]"#, r#"[56,{"1":[],"10":null,"d":true}]"#);
    }

    #[test]
    fn an_event_is_hashed_over_its_canonical_form() {
        let asked = r#"{"kind":"asked","at":"2026-09-14T15:04:05-04:00","previous":null,"hash":"",
            "scope":{"patient":"Ana \u0008 \"\u00e9\"","discipline":"PT","year":2026,"until":"2026-10-31","planOfCare":"p","line":"a","visit":"2026-09-14"},
            "shown":{"rules":"2026.2","packs":["2027.1","b"],"action":"suggest","tooltip":"Check KX\u000c","notices":["early-kx"],"remaining":null}}"#;
        let answered = r#"{"kind":"answered","at":"2026-09-14T15:04:05Z","previous":"x","hash":"","asked":"y","by":"Kim","role":"npp",
            "enteredBy":"Jo","answer":"leave-kx-off","reason":"no","scope":{"patient":"","discipline":"SLP","year":2026}}"#;
        for event in [asked, answered] {
            let mut given: Value = serde_json::from_str(event).unwrap();
            given.as_object_mut().unwrap().remove("hash");
            assert_eq!(canonical_of(&format!("[{event}]")), jcs(&given));
        }
    }
}
