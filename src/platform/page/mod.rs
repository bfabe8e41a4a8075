//! The page as a whole: its marks, title, focus and scroll position, and its [takeover] from the
//! prerendered text.

mod adopted;
mod takeover;

use gloo::utils::{body, document, document_element, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, FocusOptions, HtmlDialogElement, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

pub use adopted::{Adopted, Left, Place, adopt};
pub use takeover::{Draft, drafts, early_answers, focus_mark, opens_at_item, restore_focus};

/// Id of the page's heading, which takes the focus on arrival.
pub const HEADING: &str = "heading";

/// Sets an attribute of `<html>` by its full name (`data-ready`), or with `None` takes it away.
pub fn set_mark(name: &str, value: Option<&str>) {
    let html = document_element();
    // Only a malformed attribute name is refused.
    let _ = match value {
        Some(value) => html.set_attribute(name, value),
        None => html.remove_attribute(name),
    };
}

/// An attribute of `<html>` by its full name; `None` if it is not there.
pub fn mark(name: &str) -> Option<String> {
    document_element().get_attribute(name)
}

/// Names the page, as tabs, bookmarks and screen readers show it.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Says that the page is being changed at large, so that a screen reader waits until it is done.
pub fn set_busy(busy: bool) {
    // The name is well formed, so this cannot be refused.
    let _ = body().set_attribute("aria-busy", if busy { "true" } else { "false" });
}

/// Where the deck is, by `<html data-deck="...">`; `None` if that is absent or is no plain path below
/// the page's own folder.
pub fn deck_url() -> Option<String> {
    mark("data-deck").filter(|path| is_plain_path(path))
}

/// Whether the story in the page was rendered from the deck file of this fingerprint: `<html
/// data-told-from="...">`.
pub fn is_told_from(fingerprint: &str) -> bool {
    mark("data-told-from").as_deref() == Some(fingerprint)
}

/// Whether a path can lead nowhere but below the page's folder, whatever it is resolved against.
fn is_plain_path(path: &str) -> bool {
    path.split('/').all(|segment| {
        !segment.is_empty()
            && !segment.starts_with('.')
            && segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    })
}

/// The element with this id, to draw into.
pub fn element(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Moves the focus to the element with this id and scrolls it into view; `false` if it is not there or
/// takes no focus.
pub fn focus(id: &str) -> bool {
    element(id).is_some_and(|element| focus_on(&element, false))
}

/// Moves the focus to the element with this id and leaves the scroll position alone; `false` as for
/// [`focus`].
pub fn focus_in_place(id: &str) -> bool {
    element(id).is_some_and(|element| focus_on(&element, true))
}

/// Whether nothing has the focus, or something that can no longer be used.
pub fn is_focus_lost() -> bool {
    let focused = document().active_element();
    focused.is_none_or(|element| element.tag_name() == "BODY" || element.matches(":disabled").unwrap_or(true))
}

fn focus_on(element: &Element, in_place: bool) -> bool {
    let Some(target) = element.dyn_ref::<HtmlElement>() else { return false };
    let options = FocusOptions::new();
    options.set_prevent_scroll(in_place);
    target.focus_with_options(&options).is_ok() && document().active_element().as_ref() == Some(element)
}

/// Writes into the element with this id, a live region: a screen reader tells it.
pub fn tell(id: &str, text: &str) {
    if let Some(region) = element(id) {
        region.set_text_content(Some(text));
    }
}

/// Scrolls the element with this id to the top of the view; `false` if it is not there.
pub fn scroll_to(id: &str) -> bool {
    let found = element(id);
    if let Some(element) = &found {
        element.scroll_into_view();
    }
    found.is_some()
}

/// Scrolls no farther than it takes to see the element with this id.
pub fn bring_into_view(id: &str) {
    let Some(element) = element(id) else { return };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls to the top of the page.
pub fn scroll_to_top() {
    set_scroll_y(0.0);
}

/// Opens the `<dialog>` with this id above the page, or closes it; nothing if it is so already.
pub fn show_dialog(id: &str, is_open: bool) {
    let found = element(id).and_then(|element| element.dyn_into::<HtmlDialogElement>().ok());
    let Some(dialog) = found else { return };
    if is_open && !dialog.open() {
        // Refused only if it is open already or not in the page.
        let _ = dialog.show_modal();
    } else if !is_open && dialog.open() {
        dialog.close();
    }
}

/// Loads the page anew.
pub fn reload() {
    // Browsers refuse it only to pages that are being left.
    let _ = window().location().reload();
}

/// Asks the boot script (`assets/boot.js`) to drop what is kept of the app, other than answers, and to load
/// the page past it. It stays as it is where the host cannot be reached, and says so.
pub fn load_afresh() {
    // The name of an event is never refused, and a window takes all that is sent to it.
    if let Ok(event) = web_sys::Event::new("load-afresh") {
        let _ = window().dispatch_event(&event);
    }
}

/// Calls `f` before the next frame is drawn, when what is rendered now stands in the page.
pub fn before_next_frame(f: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(f);
    // A window that draws no frames has no need of it either.
    let _ = window().request_animation_frame(callback.unchecked_ref());
}

/// How far the page is scrolled down, in CSS pixels.
pub fn scroll_y() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Scrolls the page so far down, in CSS pixels, at once (whatever `scroll-behavior` says: a position
/// that is put back must not be seen to move).
pub fn set_scroll_y(pixels: f64) {
    let options = web_sys::ScrollToOptions::new();
    options.set_top(pixels);
    options.set_behavior(web_sys::ScrollBehavior::Instant);
    window().scroll_to_with_scroll_to_options(&options);
}

#[cfg(test)]
mod tests {
    use super::is_plain_path;

    #[test]
    fn a_deck_is_below_the_page() {
        for good in ["decks/alabuga.json", "deck.json", "decks/a_b-2.v1.json"] {
            assert!(is_plain_path(good), "{good}");
        }
        let bad =
            ["", "/d.json", "//host/d.json", "../d.json", "a/../d.json", "https://host/d.json", "a//d.json"];
        for bad in bad.into_iter().chain(["data:,1", "blob:x", "a\\b.json", "a.json?b", "%2e%2e/d.json"]) {
            assert!(!is_plain_path(bad), "{bad}");
        }
    }
}
