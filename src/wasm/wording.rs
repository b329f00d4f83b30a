//! The words in which sentences are said. They are the host's to choose, once for the whole instance; everything below is told them.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::{from_js, refusal};
use crate::api::{self, Formats, Wording};
use crate::{Money, ServiceDate};

thread_local! {
    static CURRENT: RefCell<Rc<Wording>> = RefCell::new(Rc::new(Wording::ENGLISH));
}

/// The wording of the moment.
pub(super) fn current() -> Rc<Wording> {
    CURRENT.with_borrow(Rc::clone)
}

#[wasm_bindgen]
extern "C" {
    /// What the loader makes of a locale.
    pub type HostFormats;
    #[wasm_bindgen(method, structural, catch)]
    fn money(this: &HostFormats, amount: &str) -> Result<String, JsValue>;
    #[wasm_bindgen(method, structural, catch)]
    fn day(this: &HostFormats, day: &str) -> Result<String, JsValue>;
    #[wasm_bindgen(method, structural, catch)]
    fn number(this: &HostFormats, number: &str) -> Result<String, JsValue>;
}

/// A host whose formats fail gets the plain form.
impl Formats for HostFormats {
    fn money(&self, amount: Money) -> String {
        Self::money(self, &amount.to_string()).unwrap_or_else(|_| amount.in_dollars())
    }

    fn day(&self, day: ServiceDate) -> String {
        let plain = day.to_string();
        Self::day(self, &plain).unwrap_or(plain)
    }

    fn number(&self, number: i64) -> String {
        let plain = number.to_string();
        Self::number(self, &plain).unwrap_or(plain)
    }
}

/// `useWording` of the package.
#[wasm_bindgen(js_name = useWording)]
pub fn use_wording(wording: JsValue, formats: HostFormats) -> Result<(), JsValue> {
    let wording = if wording.is_null() {
        Wording::ENGLISH
    } else {
        from_js(wording).and_then(|wording| api::wording(wording, Box::new(formats))).map_err(refusal)?
    };
    CURRENT.replace(Rc::new(wording));
    Ok(())
}
