//! Calling the functions of the table, and sessions, with JSON text or with packed bytes.

use std::sync::Arc;

use crate::ground::env::Env;
use crate::ground::error::{Error, ErrorCode, quoted};
use crate::ground::packed::{Out, Reader, Refusal, pack_json};
use crate::ground::sentence::Wording;
use crate::ground::tables::Tables;
use crate::visit::session::shape::{METHODS, Method, OpenAppointment};

use super::table::{Function, How, function};

/// Answers one packed request; of a function that takes a list, one of its elements.
///
/// # Errors
/// What the request got wrong, with its path.
pub fn call_packed(function: &Function, request: &[u8], env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let mut from = Reader::new(request);
    match function.how {
        How::Nothing(run) | How::Request(run) | How::File(run) | How::Each { run, .. } => run(&mut from, env, out),
        How::Lines(run) => run(&[], &mut from, env, out),
    }
}

/// Answers each element of a list.
///
/// # Errors
/// None but for bytes that lie.
pub(super) fn call_each(function: &Function, from: &mut Reader<'_>, env: &Env<'_>, out: &mut Out) -> Result<(), Refusal> {
    let How::Each { run, .. } = function.how else { return Ok(()) };
    let mut list = out.list();
    from.list(&mut |one| {
        out.item(&mut list);
        // What is refused is not read to its end.
        let mut element = *one;
        one.skip()?;
        run(&mut element, env, out)?;
        one.learn(&element);
        Ok(())
    })?;
    out.end_list(list);
    Ok(())
}

/// What is said where a function takes a list and is given something else.
pub(crate) fn no_list(function: &Function, found: &[u8]) -> Refusal {
    let [items, help] = match function.how {
        How::Each { refused, .. } => refused,
        _ => ["", ""],
    };
    Box::new(Error::new(ErrorCode::WrongType, format!("expected a list of {items}, found {}", Reader::new(found).kind()), help))
}

/// Calls a function of the public contract by its name, from JSON text to JSON text, with the tables that are compiled in and in English.
///
/// # Errors
/// What the request got wrong, with its path; `wrong-type` where the text is no JSON; `unknown-value` for a name that no function has.
///
/// ```
/// let next = kx_modifier::call_json("describeProjection", r#"{
///     "date": "2026-07-01", "serviceType": "OT", "visits": [{ "date": "2026-07-08", "allowed": "100.00" }]
/// }"#)?;
/// assert_eq!(next, r#""The booked visit stays within the threshold.""#);
/// # Ok::<(), kx_modifier::Error>(())
/// ```
///
#[cfg_attr(feature = "account", doc = "```")]
#[cfg_attr(not(feature = "account"), doc = "```ignore")]
/// let day = kx_modifier::call_json("estimateAllowed", r#"{
///     "lines": [{ "id": "a", "code": "97110", "units": 2 }, { "id": "b", "code": "99999", "units": 1 }],
///     "fees": { "97110": { "full": "30.00", "reduced": "23.00" } }
/// }"#)?;
/// let priced = r#"{"id":"a","allowed":"53.00","basis":"mppr","units":["30.00","23.00"]}"#;
/// assert_eq!(day, format!(r#"{{"lines":[{priced}],"total":"53.00","unpriced":["99999"]}}"#));
/// # Ok::<(), kx_modifier::Error>(())
/// ```
pub fn call_json(name: &str, request: &str) -> Result<String, Error> {
    call_json_in(&Env::BUILT_IN, name, request)
}

/// The same with tables and words of the caller's.
///
/// # Errors
/// As [`call_json`].
pub fn call_json_in(env: &Env<'_>, name: &str, request: &str) -> Result<String, Error> {
    let mut out = Out::json();
    write_json(env, name, request, &mut out).map_err(|refusal| *refusal)?;
    Ok(out.into_text())
}

fn write_json(env: &Env<'_>, name: &str, request: &str, out: &mut Out) -> Result<(), Refusal> {
    let function = function(name)
        .ok_or_else(|| Error::new(ErrorCode::UnknownValue, format!("{} is no function", quoted(name)), "see the table of functions"))?;
    let mut packed = Vec::new();
    match function.how {
        How::Nothing(run) => run(&mut Reader::new(&packed), env, out),
        How::Request(run) | How::File(run) => {
            pack_json(request, &mut packed)?;
            run(&mut Reader::new(&packed), env, out)
        }
        How::Each { .. } => {
            pack_json(request, &mut packed)?;
            let mut from = Reader::new(&packed);
            if !from.is_list() {
                return Err(no_list(function, &packed));
            }
            call_each(function, &mut from, env, out)
        }
        How::Lines(run) => run(request.as_bytes(), &mut Reader::new(&packed), env, out),
    }
}

/// Calls a function that takes lines of NDJSON. `beside`: its other argument as JSON text, such as a policy.
///
/// # Errors
/// What the other argument got wrong, with its path. A bad line is answered in its place.
///
#[cfg_attr(feature = "account", doc = "```")]
#[cfg_attr(not(feature = "account"), doc = "```ignore")]
/// let lines = br#"{"beneficiary":"b","id":"1","date":"2026-02-02","code":"97110","modifiers":["GP","KX"],"allowed":"60.00"}"#;
/// let answers = kx_modifier::wall::ndjson("auditNdjson", lines, None)?;
/// assert!(answers.starts_with(r#"{"beneficiary":"b","id":"1","serviceType":"PT/SLP","before":"2480.00","after":"2420.00","#));
/// # Ok::<(), kx_modifier::Error>(())
/// ```
pub fn ndjson(name: &str, lines: &[u8], beside: Option<&str>) -> Result<String, Error> {
    ndjson_in(&Env::BUILT_IN, name, lines, beside)
}

/// The same with tables and words of the caller's.
///
/// # Errors
/// As [`ndjson`].
pub fn ndjson_in(env: &Env<'_>, name: &str, lines: &[u8], beside: Option<&str>) -> Result<String, Error> {
    let mut packed = Vec::new();
    if let Some(beside) = beside {
        pack_json(beside, &mut packed).map_err(|refusal| *refusal)?;
    }
    let mut out = Out::json();
    match function(name).map(|function| function.how) {
        Some(How::Lines(run)) => run(lines, &mut Reader::new(&packed), env, &mut out).map_err(|refusal| *refusal)?,
        _ => return Err(Error::new(ErrorCode::UnknownValue, format!("{} takes no lines", quoted(name)), "see the table of functions")),
    }
    Ok(out.into_text())
}

/// An open appointment, called with JSON text.
///
/// ```
/// use kx_modifier::wall::Session;
/// let mut session = Session::open(r#"{
///     "appointment": { "date": "2026-07-01", "renderingProvider": { "discipline": "PT" } },
///     "coverage": { "program": "medicare-part-b" },
///     "usage": { "used": { "PT/SLP": "2470.00" } }
/// }"#)?;
/// session.call("add", &[r#"{ "id": "a", "code": "97110", "modifiers": ["GP"], "allowed": "31.40" }"#])?;
/// let decision = session.call("decide", &[r#"{ "code": "97140", "modifiers": ["GP"] }"#])?;
/// assert!(decision.contains(r#""standing":"reached""#));
/// # Ok::<(), kx_modifier::Error>(())
/// ```
#[derive(Debug)]
pub struct Session(OpenAppointment);

impl Session {
    /// `openAppointment` of the public contract.
    ///
    /// # Errors
    /// What the context got wrong, with its path.
    pub fn open(context: &str) -> Result<Self, Error> {
        Self::open_with(Arc::new(Tables::BUILT_IN), context)
    }

    /// The same with tables of the caller's.
    ///
    /// # Errors
    /// As [`Session::open`].
    pub fn open_with(tables: Arc<Tables>, context: &str) -> Result<Self, Error> {
        let mut packed = Vec::new();
        let opened = pack_json(context, &mut packed).and_then(|()| OpenAppointment::open(tables, &mut Reader::new(&packed)));
        opened.map(Self).map_err(|refusal| *refusal)
    }

    /// The names of its methods.
    pub fn methods() -> impl Iterator<Item = &'static str> {
        METHODS.iter().map(|(name, _)| *name)
    }

    /// A method of `AppointmentSession` by its name, with each argument as JSON text.
    ///
    /// # Errors
    /// What an argument got wrong, with its path from the argument's name on; `unknown-value` for a name that no method has.
    pub fn call(&mut self, method: &str, arguments: &[&str]) -> Result<String, Error> {
        self.call_in(&Wording::ENGLISH, method, arguments)
    }

    /// The same with words of the caller's.
    ///
    /// # Errors
    /// As [`Session::call`].
    pub fn call_in(&mut self, wording: &Wording, method: &str, arguments: &[&str]) -> Result<String, Error> {
        let run = method_of(method)
            .ok_or_else(|| Error::new(ErrorCode::UnknownValue, format!("{} is no method", quoted(method)), "see the session's methods"))?;
        let mut packed = Vec::new();
        for argument in arguments {
            pack_json(argument, &mut packed).map_err(|refusal| *refusal)?;
        }
        let mut out = Out::json();
        run(&mut self.0, &mut Reader::new(&packed), wording, &mut out).map_err(|refusal| *refusal)?;
        Ok(out.into_text())
    }
}

fn method_of(name: &str) -> Option<Method> {
    METHODS.iter().find(|(own, _)| *own == name).map(|(_, method)| *method)
}
