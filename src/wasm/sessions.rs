//! Open appointments by handle. JavaScript holds a number, so that nothing of it can dangle here.

use std::cell::RefCell;
use std::collections::HashMap;

use wasm_bindgen::prelude::*;

use super::{from_js, refusal, to_js, wording};
use crate::api::{Session, Value};
use crate::error::{Error, ErrorCode};

#[derive(Default)]
struct Open {
    sessions: HashMap<u32, Session>,
    last: u32,
}

thread_local! {
    static OPEN: RefCell<Open> = RefCell::default();
}

fn closed() -> Error {
    Error::new(ErrorCode::SessionClosed, "the session is closed", "open another with openAppointment")
}

/// Runs a function on the session behind a handle and takes its answer across.
fn with<A: serde::Serialize>(handle: u32, function: impl FnOnce(&mut Session) -> Result<A, Error>) -> Result<JsValue, JsValue> {
    OPEN.with(|open| {
        let mut open = open.try_borrow_mut().map_err(|_| refusal(closed()))?;
        let session = open.sessions.get_mut(&handle).ok_or_else(|| refusal(closed()))?;
        to_js(&function(session).map_err(refusal)?)
    })
}

/// `openAppointment` of the public contract; gives the handle.
#[wasm_bindgen(js_name = sessionOpen)]
pub fn open(context: JsValue) -> Result<u32, JsValue> {
    let session = from_js(context).and_then(Session::open).map_err(refusal)?;
    OPEN.with(|open| {
        let mut open = open.try_borrow_mut().map_err(|_| refusal(closed()))?;
        // After four thousand million sessions the numbers begin again, past those that are still open.
        let mut handle = open.last.wrapping_add(1);
        while open.sessions.contains_key(&handle) {
            handle = handle.wrapping_add(1);
        }
        open.last = handle;
        open.sessions.insert(handle, session);
        Ok(handle)
    })
}

/// Frees what the session holds; harmless twice.
#[wasm_bindgen(js_name = sessionClose)]
pub fn close(handle: u32) {
    OPEN.with(|open| {
        if let Ok(mut open) = open.try_borrow_mut() {
            open.sessions.remove(&handle);
            if open.sessions.is_empty() {
                open.sessions.shrink_to_fit();
            }
        }
    });
}

/// `AppointmentSession.decide`.
#[wasm_bindgen(js_name = sessionDecide)]
pub fn decide(handle: u32, line: JsValue) -> Result<JsValue, JsValue> {
    let line = argument(line, "line")?;
    with(handle, |session| session.decide(line, &wording::current()))
}

/// `AppointmentSession.add`.
#[wasm_bindgen(js_name = sessionAdd)]
pub fn add(handle: u32, line: JsValue) -> Result<JsValue, JsValue> {
    let line = argument(line, "line")?;
    with(handle, |session| session.add(line, &wording::current()))
}

/// `AppointmentSession.update`.
#[wasm_bindgen(js_name = sessionUpdate)]
pub fn update(handle: u32, line: JsValue) -> Result<JsValue, JsValue> {
    let line = argument(line, "line")?;
    with(handle, |session| session.update(line, &wording::current()))
}

/// `AppointmentSession.remove`.
#[wasm_bindgen(js_name = sessionRemove)]
pub fn remove(handle: u32, id: JsValue) -> Result<JsValue, JsValue> {
    with(handle, |session| {
        let id = id.as_string().ok_or_else(|| wrong_type("id", "text"))?;
        session.remove(&id)
    })
}

/// `AppointmentSession.setOtherUsed`.
#[wasm_bindgen(js_name = sessionSetOtherUsed)]
pub fn set_other_used(handle: u32, service_type: JsValue, amount: JsValue) -> Result<JsValue, JsValue> {
    let (service_type, amount) = (argument(service_type, "serviceType")?, argument(amount, "amount")?);
    with(handle, |session| session.set_other_used(service_type, amount, &wording::current()))
}

/// `AppointmentSession.setAutoApplyKx`.
#[wasm_bindgen(js_name = sessionSetAutoApplyKx)]
pub fn set_auto_apply_kx(handle: u32, on: JsValue) -> Result<JsValue, JsValue> {
    with(handle, |session| {
        session.set_auto_apply_kx(on.as_bool().ok_or_else(|| wrong_type("on", "true or false"))?);
        Ok(())
    })
}

/// `AppointmentSession.thresholds`.
#[wasm_bindgen(js_name = sessionThresholds)]
pub fn thresholds(handle: u32) -> Result<JsValue, JsValue> {
    with(handle, |session| Ok(session.thresholds(&wording::current())))
}

/// `AppointmentSession.lines`.
#[wasm_bindgen(js_name = sessionLines)]
pub fn lines(handle: u32) -> Result<JsValue, JsValue> {
    OPEN.with(|open| {
        let open = open.try_borrow().map_err(|_| refusal(closed()))?;
        let session = open.sessions.get(&handle).ok_or_else(|| refusal(closed()))?;
        to_js(&session.lines(&wording::current()))
    })
}

fn argument(value: JsValue, name: &str) -> Result<Value, JsValue> {
    from_js(value).map_err(|error| refusal(error.in_field(name)))
}

fn wrong_type(name: &str, expected: &str) -> Error {
    Error::new(ErrorCode::WrongType, format!("expected {expected}"), format!("give {expected}")).in_field(name)
}
