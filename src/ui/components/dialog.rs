//! What opens above the page, in the browser's own modal dialog: focus stays in it, Esc closes it, and
//! the focus returns to where it was.

use yew::prelude::*;

use crate::deck::{IndexedDeck, TermId};
use crate::platform::page;
use crate::ui::{keyboard, text};

/// A dialog and what is in it.
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// Id of the element.
    pub id: AttrValue,
    /// Its heading.
    pub title: AttrValue,
    /// Whether it lies at the foot of the view, so that the text above stays visible.
    #[prop_or_default]
    pub is_low: bool,
    /// Whether it is open.
    pub is_open: bool,
    /// Told when it was closed, by whatever means.
    pub on_close: Callback<()>,
    /// What it says, and its buttons.
    pub children: Children,
}

/// A modal dialog.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    use_effect_with((props.id.clone(), props.is_open), |(id, is_open)| {
        page::show_dialog(id, *is_open);
    });
    let onclose = {
        let on_close = props.on_close.clone();
        Callback::from(move |_: Event| on_close.emit(()))
    };
    let name_id = format!("{}-name", props.id);
    html! {
        <dialog
            id={&props.id}
            class={classes!("sheet", props.is_low.then_some("low"))}
            aria-labelledby={name_id.clone()}
            {onclose}
        >
            if props.is_open {
                <h2 id={name_id}>{ &props.title }</h2>
                { props.children.clone() }
            }
        </dialog>
    }
}

/// The button that only closes. It has the focus when the dialog opens, whatever else stands in it.
pub fn close_button(on_close: &Callback<()>) -> Html {
    let on_close = on_close.clone();
    let onclick = Callback::from(move |_: MouseEvent| on_close.emit(()));
    html! {
        <div class="actions"><button type="button" data-action="close" autofocus=true {onclick}>{ text::CLOSE }</button></div>
    }
}

/// The meaning of a glossary term.
pub fn term_dialog(deck: &IndexedDeck, open: Option<&TermId>, on_close: &Callback<()>) -> Html {
    let term = open.and_then(|id| deck.term(id));
    html! {
        <Dialog
            id="term"
            is_low={true}
            title={term.map_or(AttrValue::default(), |term| AttrValue::from(term.term.clone()))}
            is_open={term.is_some()}
            on_close={on_close.clone()}
        >
            <p>{ term.map_or("", |term| term.meaning.as_str()) }</p>
            { close_button(on_close) }
        </Dialog>
    }
}

/// Whether the list of keys is open.
#[derive(Properties, PartialEq)]
pub struct KeysDialogProps {
    /// Whether it is open.
    pub is_open: bool,
    /// Told when it was closed.
    pub on_close: Callback<()>,
}

/// The keys of the quiz, and the switch that turns them off.
#[component]
pub fn KeysDialog(props: &KeysDialogProps) -> Html {
    let are_on = use_state(|| true);
    {
        let are_on = are_on.clone();
        use_effect_with(props.is_open, move |_| are_on.set(keyboard::are_on()));
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
    html! {
        <Dialog id="keys" title={text::KEYS} is_open={props.is_open} on_close={props.on_close.clone()}>
            <dl class="keys">{ for keys }</dl>
            <label class="choice">
                <input type="checkbox" name="keys" checked={*are_on} {onchange} />{ " " }
                <span>{ text::SINGLE_KEYS }</span>
            </label>
            { close_button(&props.on_close) }
        </Dialog>
    }
}
