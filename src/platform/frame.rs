//! The page in a frame of another site, and the tab of its own in which a person may let it go on.
//!
//! Whoever frames a page can lay something over it and lead clicks astray, and a policy that stands in the
//! page cannot forbid that. Nothing can be laid over a tab.

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{MessageEvent, Window};

use super::Listener;

/// What the tab posts to the frame.
const ALLOWED: &str = "factdeck: allowed";

/// Whether this page stands in a frame of another origin, at any depth.
pub fn is_foreign() -> bool {
    stands_in_foreign(window())
}

fn stands_in_foreign(mut inner: Window) -> bool {
    while let Ok(Some(outer)) = inner.parent() {
        if outer == inner {
            return false; // the outermost is its own parent
        }
        if !is_own(&outer) {
            return true;
        }
        inner = outer;
    }
    false
}

/// The address of another origin's window cannot be read.
fn is_own(other: &Window) -> bool {
    let own = window().location().origin();
    own.is_ok_and(|own| own != "null" && other.location().origin().is_ok_and(|origin| origin == own))
}

/// Calls `on_allowed` when the person has let this frame go on, in a tab that was opened from here.
pub fn listen(on_allowed: impl Fn() + 'static) -> Listener {
    let message = EventListener::new(&window(), "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let is_from_us = window().location().origin().is_ok_and(|own| own == event.origin());
        if is_from_us && event.data().as_string().as_deref() == Some(ALLOWED) {
            on_allowed();
        }
    });
    Listener::new([message])
}

/// The frame of another site, but of this app, that opened this tab; `None` for any other tab or frame.
fn asking() -> Option<Window> {
    let is_tab = window().parent().is_ok_and(|parent| parent.is_some_and(|parent| parent == window()));
    let opener = window().opener().ok().filter(|opener| is_tab && opener.is_object())?;
    // Of another window's classes, so that no check of its type holds.
    let opener: Window = opener.unchecked_into();
    (is_own(&opener) && stands_in_foreign(opener.clone())).then_some(opener)
}

/// Whether this tab was opened from such a frame, to be asked.
pub fn is_asking() -> bool {
    asking().is_some()
}

/// Lets that frame go on.
pub fn allow() {
    if let (Some(frame), Ok(own)) = (asking(), window().location().origin()) {
        // A frame that is gone meanwhile needs it no more.
        let _ = frame.post_message(&ALLOWED.into(), &own);
    }
}
