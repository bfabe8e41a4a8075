//! The page's address. Routes live in its fragment (`#/quiz?count=10`), so that the app runs in any
//! folder of any host and a reload never asks the server for a page it does not have.

use gloo::events::EventListener;
use gloo::utils::window;

use super::Listener;

/// The fragment without its `#`, as it stands in the address (percent-encoding and all); empty if none.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// Goes to a fragment (given without `#`) as a new step of the history; the listeners are told.
/// Going to where we are is no step and tells nobody.
pub fn go(fragment: &str) {
    // Setting the hash fails only for an address that cannot have one, which is never ours.
    let _ = window().location().set_hash(fragment);
}

/// Goes to a fragment (given without `#`) in place of the present step of the history; the listeners
/// are told. (`history.replaceState` would tell nobody.)
pub fn replace(fragment: &str) {
    // Only a malformed URL is refused, and a fragment takes any text.
    let _ = window().location().replace(&format!("#{fragment}"));
}

/// Calls `f` with the new fragment (without `#`) whenever it has changed: by us, by a link, by the
/// back button or by hand.
pub fn listen(f: impl Fn(String) + 'static) -> Listener {
    Listener::new([EventListener::new(&window(), "hashchange", move |_| f(fragment()))])
}
