//! Keys pressed anywhere in the page.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::Listener;

/// Calls `f` for each key pressed, whatever has the focus; `f` may prevent the key's default. It has to
/// leave keys alone that are typed into a field or held with Ctrl, Alt or Meta.
pub fn listen(f: impl Fn(KeyboardEvent) + 'static) -> Listener {
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&document(), "keydown", options, move |event| {
        // Autofill sends `keydown` events that are no KeyboardEvent.
        if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
            f(key.clone());
        }
    });
    Listener::new([listener])
}
