//! Numbers and names that are typed.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Asked, answer};
use crate::deck::interaction::{NumberEntry, TextEntry};
use crate::quiz::{Finding, Response, finding};
use crate::ui::text;

/// A number with its unit.
pub fn number(asked: Asked, number: &NumberEntry) -> Html {
    let unit_id = format!("unit-{}", asked.name());
    let typed = match asked.response {
        Some(Response::Number { typed }) => typed.clone(),
        _ => String::new(),
    };
    let draft = |typed| Response::Number { typed };
    html! {
        <p class="entry">
            <label for={input_id(asked)}>{ text::YOUR_NUMBER }</label>{ " " }
            { input(asked, typed, Some("decimal"), Some(unit_id.clone()), draft) }{ " " }
            <span id={unit_id}>{ number.unit.as_str() }</span>
        </p>
    }
}

/// A name or a word.
pub fn text(asked: Asked) -> Html {
    let typed = match asked.response {
        Some(Response::Text { typed }) => typed.clone(),
        _ => String::new(),
    };
    html! {
        <p class="entry">
            <label for={input_id(asked)}>{ text::YOUR_ANSWER }</label>{ " " }
            { input(asked, typed, None, None, |typed| Response::Text { typed }) }
        </p>
    }
}

fn input_id(asked: Asked) -> String {
    format!("in-{}", asked.name())
}

fn input(
    asked: Asked,
    typed: String,
    inputmode: Option<&'static str>,
    describedby: Option<String>,
    draft: fn(String) -> Response,
) -> Html {
    let on_draft = asked.on_draft.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            on_draft.emit(draft(input.value()));
        }
    });
    html! {
        <input
            id={input_id(asked)}
            name="entry"
            type="text"
            maxlength="200"
            {inputmode}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            data-entry=""
            aria-describedby={describedby}
            value={typed}
            {oninput}
        />
    }
}

/// The number and why, and the numbers that it may be mixed up with.
pub fn number_answers(asked: Asked, number: &NumberEntry) -> Html {
    let shown = text::quantity(number.value, &number.unit);
    let mixed_up = mixed_up(asked);
    let mix_ups = number.mix_ups.iter().map(|mix_up| {
        let shown = text::number(mix_up.value, &number.unit);
        let picked = mixed_up.as_ref() == Some(&mix_up.rationale);
        answer(&format!("mix-up-{shown}"), &shown, &mix_up.rationale, false, picked)
    });
    html! { <ul>{ answer("key", &shown, &number.rationale, true, false) }{ for mix_ups }</ul> }
}

/// The name and why, and the names that it may be mixed up with.
pub fn text_answers(asked: Asked, entry: &TextEntry) -> Html {
    let shown = entry.accepted.first().map_or("", String::as_str);
    let mixed_up = mixed_up(asked);
    let mix_ups = entry.mix_ups.iter().map(|mix_up| {
        let picked = mixed_up.as_ref() == Some(&mix_up.rationale);
        answer(&format!("mix-up-{}", mix_up.text), &mix_up.text, &mix_up.rationale, false, picked)
    });
    html! { <ul>{ answer("key", shown, &entry.rationale, true, false) }{ for mix_ups }</ul> }
}

/// The rationale of the mix-up that was given, if it was one.
fn mixed_up(asked: Asked) -> Option<String> {
    match finding(&asked.item.interaction, asked.response?) {
        Finding::Number { mix_up, .. } | Finding::Text { mix_up, .. } => mix_up,
        Finding::None => None,
    }
}
