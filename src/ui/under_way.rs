//! A note in the settings that a session is under way. They are read at once where the log takes a while:
//! with it, a link that begins a quiz waits for the log before it shows a question. The log alone says what
//! is asked.

use crate::platform::settings;

/// Name of the setting; what it says is of no matter.
const SETTING: &str = "factdeck.under-way";

/// Whether a session was under way when the app was last open. A guess: another tab may have ended it since.
pub fn is_noted() -> bool {
    settings::get(SETTING).is_some()
}

/// Notes that there is one, or that there is none. Without storage a question may flash up at a reload.
pub fn note(is_under_way: bool) {
    if is_under_way {
        settings::set(SETTING, "");
    } else {
        settings::forget(SETTING);
    }
}
