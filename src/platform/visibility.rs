//! Whether anybody looks at the page.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{PageTransitionEvent, VisibilityState};

use super::Listener;

/// Calls `f` when the page comes back into view: its tab is chosen again, or the browser takes it out
/// of its back-and-forward cache, where a page sleeps and hears nothing. One return may call `f` twice.
pub fn on_show(f: impl Fn() + 'static) -> Listener {
    let on_visible = Rc::new(f);
    let on_restored = Rc::clone(&on_visible);
    let visible = EventListener::new(&document(), "visibilitychange", move |_| {
        if document().visibility_state() == VisibilityState::Visible {
            on_visible();
        }
    });
    let restored = EventListener::new(&window(), "pageshow", move |event| {
        if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
            on_restored();
        }
    });
    Listener::new([visible, restored])
}
