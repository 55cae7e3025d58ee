//! Numbers, sums and times as the reader's language writes them: the browser's own `Intl`.

use js_sys::{Array, Intl, Object, Reflect};
use mot_cua_contract::time::Rounding;
use wasm_bindgen::prelude::*;

fn locales(lang: &str) -> Array {
    // The ward is in Việt Nam: the region decides separators even for a language that has no locale data.
    Array::of2(&JsValue::from_str(lang), &JsValue::from_str("vi"))
}

#[cfg(not(feature = "full"))]
pub(crate) fn number(value: f64, lang: &str) -> String {
    format_with(&Intl::NumberFormat::new(&locales(lang), &Object::new()), value)
}

/// `currency` is an ISO 4217 code; a code that `Intl` refuses is written behind the number.
#[cfg(not(feature = "full"))]
pub(crate) fn money(value: f64, currency: &str, lang: &str) -> String {
    if currency.len() != 3 || !currency.bytes().all(|b| b.is_ascii_uppercase()) {
        return [&number(value, lang), " ", currency].concat();
    }
    let options = Object::new();
    let _ = Reflect::set(&options, &"style".into(), &"currency".into());
    let _ = Reflect::set(&options, &"currency".into(), &currency.into());
    if currency == "VND" {
        let _ = Reflect::set(&options, &"maximumFractionDigits".into(), &0.into());
    }
    format_with(&Intl::NumberFormat::new(&locales(lang), &options), value)
}

#[cfg(not(feature = "full"))]
fn format_with(format: &Intl::NumberFormat, value: f64) -> String {
    format
        .format()
        .call1(&JsValue::NULL, &value.into())
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

/// `09:41` on the phone's clock.
pub(crate) fn clock_time(unix_ms: f64, lang: &str) -> String {
    let options = options(&[("hour", "2-digit"), ("minute", "2-digit")]);
    date_with(&unix_ms.into(), &options, lang)
}

/// Day, and hour where times are rounded to it, of an answer's `savedAt`.
pub(crate) fn moment(saved_at: &str, rounding: Rounding, lang: &str) -> String {
    let options = options(&[("day", "numeric"), ("month", "long"), ("year", "numeric")]);
    if rounding == Rounding::Hour {
        let _ = Reflect::set(&options, &"hour".into(), &"2-digit".into());
        let _ = Reflect::set(&options, &"minute".into(), &"2-digit".into());
    }
    date_with(&saved_at.into(), &options, lang)
}

/// `Monday, 23 November` of a day like `2026-11-23`, or only its weekday.
#[cfg(feature = "more")]
pub(crate) fn day(date: &str, with: Day, lang: &str) -> String {
    let options = match with {
        Day::Name => options(&[("weekday", "long")]),
        Day::Date => {
            options(&[("weekday", "long"), ("day", "numeric"), ("month", "long"), ("year", "numeric")])
        }
    };
    // A day without an hour is read as midnight in Greenwich.
    let _ = Reflect::set(&options, &"timeZone".into(), &"UTC".into());
    date_with(&date.into(), &options, lang)
}

/// How much of a day is written.
#[cfg(feature = "more")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Day {
    Name,
    Date,
}

fn options(of: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in of {
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    let _ = Reflect::set(&options, &"hour12".into(), &JsValue::FALSE);
    options
}

/// `when`: as `Date` takes it. What is no date is left out: `Intl` throws then.
fn date_with(when: &JsValue, options: &Object, lang: &str) -> String {
    let format = Intl::DateTimeFormat::new(&locales(lang), options);
    let date = js_sys::Date::new(when);
    format.format().call1(&JsValue::NULL, &date).ok().and_then(|text| text.as_string()).unwrap_or_default()
}
