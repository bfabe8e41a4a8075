//! What browsers know of Unicode.

use js_sys::JsString;

/// A text in a normal form, which is named as in the standard: "NFC", "NFKD".
pub fn normalize(text: &str, form: &str) -> String {
    JsString::from(text).normalize(form).into()
}
