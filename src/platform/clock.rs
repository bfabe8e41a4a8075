//! What time it is, and what is to be done later.

use gloo::timers::callback::Timeout;

/// Now, in milliseconds since 1970 (UTC), by the device's clock: it may be wrong, and may run backwards.
#[allow(clippy::cast_possible_truncation)] // a date's milliseconds are whole and far below 2^53
pub fn now_millis() -> i64 {
    js_sys::Date::now() as i64
}

/// The local date of a time, `YYYY-MM-DD`.
pub fn local_date(millis: i64) -> String {
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(millis as f64));
    format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}

/// How many minutes local time is ahead of UTC at a time.
#[allow(clippy::cast_possible_truncation)] // saturates, and no time zone is days away
pub fn offset_minutes(millis: i64) -> i32 {
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(millis as f64));
    -date.get_timezone_offset() as i32
}

/// Calls `f` once, so many milliseconds from now; not at all if the result is dropped before.
pub fn after(millis: u32, f: impl FnOnce() + 'static) -> Timer {
    Timer(Timeout::new(millis, f))
}

/// Something to be done later.
#[must_use = "dropped, it does nothing"]
pub struct Timer(#[allow(dead_code)] Timeout);
