//! A part of a page under a heading of its own.

use yew::prelude::*;

/// A section; its heading's id is made from `id`.
pub fn section(id: &str, title: &'static str, inner: Html) -> Html {
    let name_id = format!("{id}-name");
    html! { <section aria-labelledby={name_id.clone()}><h2 id={name_id} lang="en">{ title }</h2>{ inner }</section> }
}
