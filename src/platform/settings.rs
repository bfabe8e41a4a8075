//! Settings that are not precious, in localStorage: it loses writes when a browser is killed, and all
//! apps of a host share it, so keys need a prefix. Answers go to [`super::records`].

use gloo::utils::window;
use web_sys::Storage;

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// The value under `key`; `None` if there is none or storage is denied.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Keeps `value` under `key`; `false` if storage is denied or full.
pub fn set(key: &str, value: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, value).is_ok())
}

/// Forgets `key`; `false` if storage is denied.
pub fn forget(key: &str) -> bool {
    storage().is_some_and(|storage| storage.remove_item(key).is_ok())
}
