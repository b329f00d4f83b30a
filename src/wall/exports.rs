//! What JavaScript calls. It takes packed requests, gives answers as tokens and one run of text, and does nothing else: if a rule can be
//! read here, it is in the wrong room.
//!
//! A request is put where [`room`] says, then its function is called with the request's length. What comes back is the length of the run of
//! text, or, where the request was refused, that length's complement; [`head`] says where the tokens and the text are. While a function
//! runs it has taken the buffers along, so that what it calls may call the package again.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use js_sys::Function;
use wasm_bindgen::prelude::*;

use crate::ground::calendar::ServiceDate;
use crate::ground::env::Env;
use crate::ground::error::{Error, ErrorCode};
use crate::ground::money::Money;
use crate::ground::packed::{Out, Reader, Refusal, pack_serde};
use crate::ground::sentence::{Formats, Wording};
use crate::ground::tables::Tables;
use crate::visit::session::shape::{METHODS, OpenAppointment};

use super::call::{call_packed, no_list};
use super::table::{FUNCTIONS, How};

thread_local! {
    static REQUEST: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<Out> = const { RefCell::new(Out::packed()) };
    static TABLES: RefCell<Arc<Tables>> = RefCell::new(Arc::new(Tables::BUILT_IN));
    static WORDING: RefCell<Rc<Wording>> = RefCell::new(Rc::new(Wording::ENGLISH));
    /// By their numbers, ascending.
    static SESSIONS: RefCell<Vec<Slot>> = const { RefCell::new(Vec::new()) };
    static LAST_SESSION: Cell<u32> = const { Cell::new(0) };
}

/// Addresses of the tokens and of the text of the last answer.
static HEAD: [AtomicU32; 2] = [const { AtomicU32::new(0) }; 2];

/// More than this is given back once a request is answered.
const USUAL_REQUEST: usize = 1 << 18;

fn number(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}

fn size(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// Where a request of so many bytes is to be put.
#[wasm_bindgen]
pub fn room(length: u32) -> u32 {
    REQUEST.with_borrow_mut(|request| {
        if request.len() < size(length) {
            request.resize(size(length).max(1 << 12), 0);
        }
        number(request.as_ptr().addr())
    })
}

/// Where the addresses of an answer's tokens and text are.
#[wasm_bindgen]
pub fn head() -> u32 {
    number(HEAD.as_ptr().addr())
}

/// What reads a request and writes its answer.
type Run<'r> = &'r mut dyn FnMut(&[u8], &mut Out) -> Result<(), Refusal>;

/// Runs what answers a request, and leaves the answer where JavaScript finds it.
#[inline(never)]
fn answer(mut out: Out, length: u32, run: Run<'_>) -> i32 {
    let mut request = REQUEST.take();
    out.clear();
    let result = run(request.get(..size(length)).unwrap_or_default(), &mut out);
    if result.is_err() {
        out = Out::packed();
    }
    if let Err(refusal) = &result {
        refusal.write(&mut out);
    }
    if request.len() > USUAL_REQUEST {
        request = Vec::new();
    }
    REQUEST.replace(request);
    let [tokens, text] = &HEAD;
    tokens.store(number(out.tokens().as_ptr().addr()), Ordering::Relaxed);
    text.store(number(out.text().as_ptr().addr()), Ordering::Relaxed);
    let length = i32::try_from(out.text().len()).unwrap_or(i32::MAX);
    ANSWER.replace(out);
    if result.is_ok() { length } else { !length }
}

fn with_env<T>(run: impl FnOnce(&Env<'_>) -> T) -> T {
    let (tables, wording) = (TABLES.with_borrow(Arc::clone), WORDING.with_borrow(Rc::clone));
    run(&Env { tables: &tables, wording: &wording })
}

/// The last answer's buffers, where they are of use for another answer.
fn used() -> Out {
    let out = ANSWER.take();
    if out.is_packed() { out } else { Out::packed() }
}

fn no_function() -> Refusal {
    Box::new(Error::new(ErrorCode::UnknownValue, "there is no such function", "this is a fault of the package: report it"))
}

/// Answers the packed request, by the place of its function in the table; of a function that takes a list, one of its elements.
#[wasm_bindgen]
pub fn call(function: u32, length: u32) -> i32 {
    answer(used(), length, &mut |request, out| {
        let function = FUNCTIONS.get(size(function)).ok_or_else(no_function)?;
        with_env(|env| call_packed(function, request, env, out))
    })
}

/// Answers each element of the packed list.
#[wasm_bindgen]
pub fn call_each(function: u32, length: u32) -> i32 {
    answer(used(), length, &mut |request, out| {
        let function = FUNCTIONS.get(size(function)).ok_or_else(no_function)?;
        with_env(|env| super::call::call_each(function, &mut Reader::new(request), env, out))
    })
}

/// Refuses what was given to a function in place of a list.
#[wasm_bindgen]
pub fn refuse_list(function: u32, length: u32) -> i32 {
    answer(used(), length, &mut |found, _| Err(FUNCTIONS.get(size(function)).map_or_else(no_function, |function| no_list(function, found))))
}

/// Answers lines of NDJSON, with what is packed behind them.
#[wasm_bindgen]
pub fn call_lines(function: u32, lines: u32, length: u32) -> i32 {
    answer(Out::json(), length, &mut |request, out| match FUNCTIONS.get(size(function)).map(|function| function.how) {
        Some(How::Lines(run)) => {
            let (lines, beside) = request.split_at_checked(size(lines)).unwrap_or_default();
            with_env(|env| run(lines, &mut Reader::new(beside), env, out))
        }
        _ => Err(no_function()),
    })
}

/// The functions and the methods of a session, for the build to write wrappers of: `{ functions: [{ name, how }], methods: [name] }`.
#[wasm_bindgen]
pub fn table() -> i32 {
    answer(used(), 0, &mut |_, out| {
        super::listing::write(out);
        Ok(())
    })
}

fn closed() -> Refusal {
    Box::new(Error::new(ErrorCode::SessionClosed, "the session is closed", "open another with openAppointment"))
}

/// A session by its number; nothing while it answers.
type Slot = (u32, Option<Box<OpenAppointment>>);

/// Where a session is, or where it would be.
fn place_of(sessions: &[Slot], handle: u32) -> Result<usize, usize> {
    // As long as none before it was closed, the numbers tell.
    let guess = sessions.first().map(|(first, _)| size(handle.wrapping_sub(*first)));
    match guess.filter(|place| sessions.get(*place).is_some_and(|(own, _)| *own == handle)) {
        Some(place) => Ok(place),
        None => sessions.binary_search_by_key(&handle, |(own, _)| *own),
    }
}

/// Does something with the slot of a session that is open.
fn with_slot<T>(handle: u32, run: impl FnOnce(&mut Option<Box<OpenAppointment>>) -> T) -> Option<T> {
    SESSIONS.with_borrow_mut(|sessions| {
        let place = place_of(sessions, handle).ok()?;
        sessions.get_mut(place).map(|(_, slot)| run(slot))
    })
}

/// `openAppointment` of the public contract; answers with the session's number.
#[wasm_bindgen]
pub fn session_open(length: u32) -> i32 {
    answer(used(), length, &mut |request, out| {
        let session = OpenAppointment::open(TABLES.with_borrow(Arc::clone), &mut Reader::new(request))?;
        SESSIONS.with_borrow_mut(|sessions| {
            // After four thousand million sessions the numbers begin again, past those that are still open.
            let (handle, place) = loop {
                let handle = LAST_SESSION.get().wrapping_add(1);
                LAST_SESSION.set(handle);
                if let Err(place) = place_of(sessions, handle) {
                    break (handle, place);
                }
            };
            sessions.insert(place, (handle, Some(Box::new(session))));
            out.integer(handle.into());
        });
        Ok(())
    })
}

/// Calls a method of a session, by its place among them, with its packed arguments.
#[wasm_bindgen]
pub fn session_call(handle: u32, method: u32, length: u32) -> i32 {
    answer(used(), length, &mut |request, out| {
        // Taken out while it answers: what writes amounts and days is the host's, and may call the package again.
        let mut session = with_slot(handle, Option::take).flatten().ok_or_else(closed)?;
        let wording = WORDING.with_borrow(Rc::clone);
        let result = match METHODS.get(size(method)) {
            Some((_, method)) => method(&mut session, &mut Reader::new(request), &wording, out),
            None => Err(no_function()),
        };
        with_slot(handle, |slot| *slot = Some(session));
        result
    })
}

/// Frees what a session holds; harmless twice.
#[wasm_bindgen]
pub fn session_close(handle: u32) {
    SESSIONS.with_borrow_mut(|sessions| {
        if let Ok(place) = place_of(sessions, handle) {
            sessions.remove(place);
        }
        if sessions.is_empty() {
            sessions.shrink_to_fit();
        }
    });
}

/// Packs what is no plain data, behind the first bytes of the request: Maps, numbers of arbitrary size, objects of a class … Gives the
/// request's length, or the refusal of it, in `field` where that is not empty.
#[wasm_bindgen]
pub fn pack(value: JsValue, behind: u32, field: &str) -> i32 {
    let mut request = REQUEST.take();
    request.truncate(size(behind));
    // The format's own words name types of Rust.
    let packed = pack_serde(serde_wasm_bindgen::Deserializer::from(value), &mut request, |_, deep| {
        if deep { "nested too deeply" } else { "expected plain data, found something else" }.to_owned()
    });
    let length = request.len();
    REQUEST.replace(request);
    match packed {
        Ok(()) => i32::try_from(length).unwrap_or(i32::MAX),
        Err(refusal) => {
            let refusal = if field.is_empty() { refusal } else { Box::new(refusal.in_field(field)) };
            answer(used(), 0, &mut |_, _| Err(refusal.clone()))
        }
    }
}

/// What the loader makes of a locale. A host whose formats fail gets the plain form.
struct HostFormats {
    money: Function,
    day: Function,
    number: Function,
    capital: Function,
}

fn formatted(format: &Function, plain: &str) -> Option<String> {
    format.call1(&JsValue::UNDEFINED, &JsValue::from_str(plain)).ok()?.as_string()
}

impl Formats for HostFormats {
    fn money(&self, amount: Money) -> String {
        formatted(&self.money, &amount.to_string()).unwrap_or_else(|| amount.in_dollars())
    }

    fn day(&self, day: ServiceDate) -> String {
        let plain = day.to_string();
        formatted(&self.day, &plain).unwrap_or(plain)
    }

    fn number(&self, number: i64) -> String {
        let plain = number.to_string();
        formatted(&self.number, &plain).unwrap_or(plain)
    }

    fn capital(&self, letter: char) -> String {
        let plain = letter.to_string();
        formatted(&self.capital, &plain).unwrap_or(plain)
    }
}

/// `useRules` of the public contract, from the packed list of packs; nothing brings the built-in tables alone back. Answers `versions`.
#[wasm_bindgen]
pub fn use_rules(length: u32) -> i32 {
    answer(used(), length, &mut |request, out| {
        let tables = super::rules(request)?;
        TABLES.replace(Arc::new(tables));
        with_env(|env| crate::visit::versions::shape::versions(&mut Reader::new(request), env, out))
    })
}

/// `useWording` of the public contract, from the packed wording; no bytes bring the English sentences back.
#[wasm_bindgen]
pub fn use_wording(length: u32, money: Function, day: Function, number: Function, capital: Function) -> i32 {
    let mut formats = Some(HostFormats { money, day, number, capital });
    answer(used(), length, &mut |request, out| {
        let Some(formats) = formats.take().map(Box::new) else { return Ok(()) };
        let wording = if request.is_empty() { Wording::ENGLISH } else { super::wording(request, formats)? };
        WORDING.replace(Rc::new(wording));
        out.null();
        Ok(())
    })
}
