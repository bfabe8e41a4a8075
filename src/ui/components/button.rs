//! A button that does something where it stands.

use yew::prelude::*;

/// A button by its look (`primary`, `danger`, `link`, or nothing), its mark in the page and its words.
pub fn button(
    class: &'static str,
    action: &'static str,
    says: impl Into<AttrValue>,
    onclick: Callback<MouseEvent>,
) -> Html {
    let (class, says): (_, AttrValue) = ((!class.is_empty()).then_some(class), says.into());
    html! { <button type="button" lang="en" {class} data-action={action} {onclick}>{ says }</button> }
}
