//! Taking over from the prerendered page without losing what the reader did there: answers already
//! given, fields already filled, the place of the focus.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

/// Answers given before the program ran, as the inline starter noted them: the JSON of `data-early` on
/// `<html>`, `[{"item": .., "choice": .., "at": Unix milliseconds}]`, not checked. `None` if there are
/// none.
pub fn early_answers() -> Option<String> {
    super::mark("data-early")
}

/// Whether the starter showed the first item of the quiz that the page was opened for.
pub fn opens_at_item() -> bool {
    super::mark("data-opening").as_deref() == Some("item")
}

/// What stood in one control of an item before the program ran.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The item's id: `data-item` of the nearest element around the control.
    pub item: String,
    /// The control's `data-choice`, else its `name`; empty if it has neither.
    pub control: String,
    /// What is typed or selected; of a box or radio button, its `value`.
    pub value: String,
    /// Whether a box or radio button is ticked; `false` for other controls.
    pub checked: bool,
}

/// All ticked, typed and selected controls of the items in the page, in page order. Call it before
/// anything is drawn over them.
pub fn drafts() -> Vec<Draft> {
    document().body().map_or_else(Vec::new, |body| drafts_in(&body).collect())
}

/// Those of the controls in an element.
pub(super) fn drafts_in(within: &Element) -> impl Iterator<Item = Draft> + use<> {
    elements_in(within, "input, select").filter_map(|control| draft(&control))
}

fn draft(control: &Element) -> Option<Draft> {
    let item = item_of(control)?;
    let (value, checked) = if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        let ticks = matches!(input.type_().as_str(), "radio" | "checkbox");
        if ticks && !input.checked() {
            return None;
        }
        (input.value(), ticks)
    } else {
        (control.dyn_ref::<HtmlSelectElement>()?.value(), false)
    };
    if value.is_empty() && !checked {
        return None;
    }
    let name = control.get_attribute("data-choice").or_else(|| control.get_attribute("name"));
    Some(Draft { item, control: name.unwrap_or_default(), value, checked })
}

fn item_of(element: &Element) -> Option<String> {
    element.closest("[data-item]").ok()??.get_attribute("data-item")
}

/// The elements in another that fit a selector, in page order.
pub(super) fn elements_in(within: &Element, selector: &str) -> impl Iterator<Item = Element> + use<> {
    let list = within.query_selector_all(selector).ok();
    let count = list.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |index| list.as_ref()?.get(index)?.dyn_into().ok())
}

/// By what an element is known again after the page was drawn anew, the surest first.
const KNOWN_BY: [&str; 5] = ["data-choice", "data-action", "name", "id", "href"];

/// Says what has the focus, in words that still hold after the page is drawn anew; `None` if nothing
/// has it, or nothing that could be told from its like.
pub fn focus_mark() -> Option<String> {
    let focused = document().active_element()?;
    let found = |name: &&str| focused.get_attribute(name).filter(|value| !value.is_empty());
    let (name, value) = KNOWN_BY.iter().find_map(|name| Some((name, found(name)?)))?;
    Some(FocusMark { name, value: &value, item: item_of(&focused).as_deref() }.to_string())
}

/// Puts the focus where [`focus_mark`] found it, without scrolling; the caret goes behind what is typed,
/// where the reader was most likely at work. `false` if there is no such element any more.
pub fn restore_focus(mark: &str) -> bool {
    let Some(mark) = FocusMark::parse(mark) else { return false };
    let Some(body) = document().body() else { return false };
    let wanted = elements_in(&body, &format!("[{}]", mark.name)).find(|element| {
        element.get_attribute(mark.name).as_deref() == Some(mark.value)
            && item_of(element).as_deref() == mark.item
    });
    wanted.is_some_and(|element| focus_at_end(&element))
}

/// Gives an element the focus, without scrolling; in a field the caret goes behind what is typed.
pub(super) fn focus_at_end(element: &Element) -> bool {
    let focused = super::focus_on(element, true);
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        // Refused by controls that hold no text, which have no caret to place.
        let end = u32::try_from(input.value().encode_utf16().count()).unwrap_or(u32::MAX);
        let _ = input.set_selection_range(end, end);
    }
    focused
}

/// `name=value`, and on a second line the item's id if it stands in one. Compared as texts, never used
/// as a selector, so no value needs escaping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct FocusMark<'a> {
    name: &'static str,
    value: &'a str,
    item: Option<&'a str>,
}

impl<'a> FocusMark<'a> {
    fn parse(text: &'a str) -> Option<Self> {
        let (known, item) = text.split_once('\n').map_or((text, None), |(known, item)| (known, Some(item)));
        let (name, value) = known.split_once('=')?;
        let name = KNOWN_BY.into_iter().find(|known| *known == name)?;
        Some(Self { name, value, item })
    }
}

impl std::fmt::Display for FocusMark<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}={}", self.name, self.value)?;
        self.item.map_or(Ok(()), |item| write!(f, "\n{item}"))
    }
}

#[cfg(test)]
mod tests {
    use super::FocusMark;

    #[test]
    fn a_focus_mark_is_read_back() {
        for item in [None, Some("i-1")] {
            let mark = FocusMark { name: "data-choice", value: "a=b", item };
            assert_eq!(FocusMark::parse(&mark.to_string()), Some(mark));
        }
        assert_eq!(FocusMark::parse("style=x\ni-1"), None);
        assert_eq!(FocusMark::parse(""), None);
    }
}
