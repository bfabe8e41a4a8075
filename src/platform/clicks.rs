//! Clicks anywhere in the page.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::MouseEvent;

use super::Listener;

/// Calls `f` for each click, by whatever means; `f` may prevent the click's default.
pub fn listen(f: impl Fn(MouseEvent) + 'static) -> Listener {
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&document(), "click", options, move |event| {
        // Scripts can send `click` events that are no MouseEvent.
        if let Some(click) = event.dyn_ref::<MouseEvent>() {
            f(click.clone());
        }
    });
    Listener::new([listener])
}
