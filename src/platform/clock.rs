//! What time it is.

/// Now, in milliseconds since 1970 (UTC), by the device's clock: it may be wrong, and may run backwards.
#[allow(clippy::cast_possible_truncation)] // a date's milliseconds are whole and far below 2^53
pub fn now_millis() -> i64 {
    js_sys::Date::now() as i64
}
