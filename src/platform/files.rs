//! Files that the user saves from the app or gives to it.

use gloo::timers::callback::Timeout;
use gloo::utils::{body, document};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

/// How long a saved file stays at the browser's hand, in milliseconds: a download that first asks where
/// to, or a phone that first opens a sheet, reads it late.
const KEEP_MILLIS: u32 = 120_000;

/// Why a file could not be saved or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// Saving: the browser would not take it.
    Refused,
    /// Reading: larger than the cap.
    TooLarge,
    /// Reading: the file is gone, or may not be read.
    Unreadable,
    /// Reading: not UTF-8 text.
    NotText,
}

/// Hands the user a file to save. Browsers do not tell whether it was saved in the end.
///
/// # Errors
/// [`FileError::Refused`] if the browser would not even begin.
pub fn save(name: &str, mime: &str, text: &str) -> Result<(), FileError> {
    offer(name, mime, text).map_err(|_| FileError::Refused)
}

fn offer(name: &str, mime: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.set_hidden(true);
    // Firefox follows only a link that stands in the page.
    body().append_child(&link)?;
    link.click();
    link.remove();
    Timeout::new(KEEP_MILLIS, move || {
        // An address that is already gone needs no revoking.
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// Reads a file that the user gave, as UTF-8 text (a byte-order mark is dropped).
///
/// # Errors
/// [`FileError::TooLarge`] over `cap_bytes`, before anything is read; else why it is no text of ours.
pub async fn read(file: File, cap_bytes: u32) -> Result<String, FileError> {
    if file.size() > f64::from(cap_bytes) {
        return Err(FileError::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| FileError::Unreadable)?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    text_of(bytes).ok_or(FileError::NotText)
}

fn text_of(bytes: Vec<u8>) -> Option<String> {
    let mut text = String::from_utf8(bytes).ok()?;
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::text_of;

    #[test]
    fn only_utf8_is_text_and_its_mark_is_dropped() {
        assert_eq!(text_of(b"\xef\xbb\xbf{}".to_vec()).as_deref(), Some("{}"));
        assert_eq!(text_of("Алабуга".into()).as_deref(), Some("Алабуга"));
        assert_eq!(text_of(b"PK\x03\x04\xff\xfe".to_vec()), None);
    }
}
