//! Numbers and names that are typed.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Answer, Asked, Face, answer};
use crate::deck::IndexedDeck;
use crate::deck::interaction::{LONGEST_TYPED, NumberEntry, TextEntry};
use crate::platform::page::Draft;
use crate::quiz::{Finding, Response, finding};
use crate::ui::text;

impl Face for NumberEntry {
    fn controls(&self, asked: Asked) -> Html {
        number_field(asked, &self.unit)
    }

    fn answers(&self, asked: Asked) -> Html {
        number_answers(asked, self)
    }

    fn truth(&self, _: &IndexedDeck) -> String {
        text::quantity(self.value, &self.unit)
    }

    fn unit(&self) -> Option<&str> {
        Some(&self.unit)
    }

    fn draft(&self, drafts: &[&Draft]) -> Option<Response> {
        Some(Response::Number { typed: typed(drafts)? })
    }
}

impl Face for TextEntry {
    fn controls(&self, asked: Asked) -> Html {
        text_field(asked)
    }

    fn answers(&self, asked: Asked) -> Html {
        text_answers(asked, self)
    }

    fn truth(&self, _: &IndexedDeck) -> String {
        self.accepted.first().cloned().unwrap_or_default()
    }

    fn draft(&self, drafts: &[&Draft]) -> Option<Response> {
        Some(Response::Text { typed: typed(drafts)? })
    }
}

/// What stood in the field before the program was there.
pub fn typed(drafts: &[&Draft]) -> Option<String> {
    drafts.iter().find(|draft| draft.control == FIELD).map(|draft| draft.value.clone())
}

/// The `name` of the field.
const FIELD: &str = "entry";

/// A number with its unit.
pub fn number_field(asked: Asked, unit: &str) -> Html {
    let unit_id = format!("unit-{}", asked.name());
    let typed = match asked.response {
        Some(Response::Number { typed }) => typed.clone(),
        _ => String::new(),
    };
    let draft = |typed| Response::Number { typed };
    html! {
        <p class="entry">
            <label for={input_id(asked)} lang="en">{ text::YOUR_NUMBER }</label>{ " " }
            { input(asked, typed, Some("decimal"), Some(unit_id.clone()), draft) }{ " " }
            <span id={unit_id}>{ unit }</span>
        </p>
    }
}

/// A name or a word.
fn text_field(asked: Asked) -> Html {
    let typed = match asked.response {
        Some(Response::Text { typed }) => typed.clone(),
        _ => String::new(),
    };
    html! {
        <p class="entry">
            <label for={input_id(asked)} lang="en">{ text::YOUR_ANSWER }</label>{ " " }
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
            name={FIELD}
            type="text"
            maxlength={LONGEST_TYPED.to_string()}
            {inputmode}
            autocomplete="off"
            enterkeyhint="go"
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
fn number_answers(asked: Asked, number: &NumberEntry) -> Html {
    let shown = text::quantity(number.value, &number.unit);
    let mixed_up = mixed_up(asked);
    let mix_ups = number.mix_ups.iter().map(|mix_up| {
        let shown = text::number(mix_up.value, &number.unit);
        let picked = mixed_up.as_ref() == Some(&mix_up.rationale);
        mix_up_answer(&shown, &mix_up.rationale, picked)
    });
    html! { <ul>{ key_answer(&shown, &number.rationale) }{ for mix_ups }</ul> }
}

/// The name and why, and the names that it may be mixed up with.
fn text_answers(asked: Asked, entry: &TextEntry) -> Html {
    let shown = entry.accepted.first().map_or("", String::as_str);
    let mixed_up = mixed_up(asked);
    let mix_ups = entry.mix_ups.iter().map(|mix_up| {
        let picked = mixed_up.as_ref() == Some(&mix_up.rationale);
        mix_up_answer(&mix_up.text, &mix_up.rationale, picked)
    });
    html! { <ul>{ key_answer(shown, &entry.rationale) }{ for mix_ups }</ul> }
}

/// The one answer that is right.
pub fn key_answer(text: &str, rationale: &str) -> Html {
    answer(Answer { name: "key", text, rationale, is_key: true, is_picked: false, yours: "" })
}

fn mix_up_answer(text: &str, rationale: &str, is_picked: bool) -> Html {
    let name = format!("mix-up-{text}");
    answer(Answer { name: &name, text, rationale, is_key: false, is_picked, yours: "" })
}

/// The rationale of the mix-up that was given, if it was one.
fn mixed_up(asked: Asked) -> Option<String> {
    match finding(&asked.item.interaction, asked.response?, asked.deck.spelling()) {
        Finding::Number { mix_up, .. } | Finding::Text { mix_up, .. } => mix_up,
        Finding::Parts { .. } | Finding::None => None,
    }
}
