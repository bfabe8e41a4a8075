//! What opens above the page, in the browser's own modal dialog: focus stays in it, Esc closes it, and
//! the focus returns to where it was.

use yew::prelude::*;

use crate::deck::{IndexedDeck, TermId};
use crate::platform::page;
use crate::ui::{keyboard, text};

/// A dialog and what is in it.
pub struct Dialog<'a> {
    /// Id of the element.
    pub id: &'static str,
    /// Its heading.
    pub title: &'a str,
    /// Whether it lies at the foot of the view, so that the text above stays visible.
    pub is_low: bool,
    /// Whether it is open.
    pub is_open: bool,
    /// Told when it was closed, by whatever means.
    pub on_close: &'a Callback<()>,
    /// What it says, and its buttons.
    pub inner: Html,
}

/// Id of what a dialog says. It has the focus when the dialog opens: so a screen reader tells it, which Orca
/// does not do with what describes a dialog, and what is to be read comes before what can be pressed.
pub fn text_id(dialog_id: &str) -> String {
    format!("{dialog_id}-text")
}

/// A modal dialog. Of what is in it, one element has the id of [`text_id`].
#[hook]
pub fn use_dialog(dialog: Dialog<'_>) -> Html {
    let Dialog { id, title, is_low, is_open, on_close, inner } = dialog;
    use_effect_with(is_open, move |is_open| page::show_dialog(id, *is_open));
    let name_id = format!("{id}-name");
    html! {
        <dialog
            {id}
            class={classes!("sheet", is_low.then_some("low"))}
            aria-labelledby={name_id.clone()}
            aria-describedby={is_open.then(|| text_id(id))}
            onclose={on_close.reform(|_: Event| ())}
        >
            if is_open {
                <h2 id={name_id}>{ title }</h2>
                { inner }
            }
        </dialog>
    }
}

/// The button that only closes.
fn close_button(on_close: &Callback<()>) -> Html {
    let onclick = on_close.reform(|_: MouseEvent| ());
    html! {
        <div class="actions">
            <button type="button" lang="en" data-action="close" {onclick}>{ text::CLOSE }</button>
        </div>
    }
}

const TERM_ID: &str = "term";
const KEYS_ID: &str = "keys";

/// The meaning of a glossary term.
#[hook]
pub fn use_term_dialog(deck: Option<&IndexedDeck>, open: Option<&TermId>, on_close: &Callback<()>) -> Html {
    let term = open.and_then(|id| deck?.term(id));
    let meaning = term.map_or("", |term| term.meaning.as_str());
    use_dialog(Dialog {
        id: TERM_ID,
        title: term.map_or("", |term| term.term.as_str()),
        is_low: true,
        is_open: term.is_some(),
        on_close,
        inner: html! { <><p id={text_id(TERM_ID)} tabindex="-1" autofocus=true>{ meaning }</p>{ close_button(on_close) }</> },
    })
}

/// The keys of the quiz, and the switch that turns them off.
#[hook]
pub fn use_keys_dialog(is_open: bool, on_close: &Callback<()>) -> Html {
    let are_on = use_state(|| true);
    {
        let are_on = are_on.clone();
        use_effect_with(is_open, move |_| are_on.set(keyboard::are_on()));
    }
    let onchange = {
        let are_on = are_on.clone();
        Callback::from(move |_: Event| {
            keyboard::switch(!*are_on);
            are_on.set(keyboard::are_on());
        })
    };
    let keys = text::KEY_LIST.iter().map(|(key, meaning)| {
        html! { <><dt><kbd>{ *key }</kbd></dt><dd>{ *meaning }</dd></> }
    });
    let inner = html! {
        <>
            <dl class="keys" id={text_id(KEYS_ID)} tabindex="-1" autofocus=true>{ for keys }</dl>
            <label class="choice">
                <input type="checkbox" name="keys" checked={*are_on} {onchange} />{ " " }
                <span>{ text::SINGLE_KEYS }</span>
            </label>
            { close_button(on_close) }
        </>
    };
    use_dialog(Dialog { id: KEYS_ID, title: text::KEYS, is_low: false, is_open, on_close, inner })
}
