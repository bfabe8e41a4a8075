//! Numbers and names that are typed.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::answers::Answer;
use super::{Answers, Asked, Face};
use crate::deck::IndexedDeck;
use crate::deck::interaction::{LONGEST_TYPED, NumberEntry, TextEntry};
use crate::platform::page::Draft;
use crate::quiz::{Finding, Outcome, Response, finding, grade};
use crate::ui::text;

impl Face for NumberEntry {
    fn controls(&self, asked: Asked) -> Html {
        number_field(asked, &self.unit)
    }

    fn answers<'a>(&'a self, asked: Asked<'a>) -> Answers<'a> {
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

    fn answers<'a>(&'a self, asked: Asked<'a>) -> Answers<'a> {
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
fn number_answers<'a>(asked: Asked<'a>, number: &'a NumberEntry) -> Answers<'a> {
    let (is_right, mixed_up) = found(asked);
    let key = Answer::new("key", &text::quantity(number.value, &number.unit), &number.rationale);
    let mix_ups = number.mix_ups.iter().map(|mix_up| {
        mix_up_answer(&text::number(mix_up.value, &number.unit), &mix_up.rationale, mixed_up.as_ref())
    });
    Answers { all: [key.judged(true, is_right)].into_iter().chain(mix_ups).collect(), ..Answers::default() }
}

/// The name and why, and the names that it may be mixed up with.
fn text_answers<'a>(asked: Asked<'a>, entry: &'a TextEntry) -> Answers<'a> {
    let (is_right, mixed_up) = found(asked);
    let shown = entry.accepted.first().map_or("", String::as_str);
    let key = Answer::new("key", shown, &entry.rationale);
    let mix_ups =
        entry.mix_ups.iter().map(|mix_up| mix_up_answer(&mix_up.text, &mix_up.rationale, mixed_up.as_ref()));
    Answers { all: [key.judged(true, is_right)].into_iter().chain(mix_ups).collect(), ..Answers::default() }
}

fn mix_up_answer<'a>(text: &str, rationale: &'a str, mixed_up: Option<&String>) -> Answer<'a> {
    let is_picked = mixed_up.is_some_and(|mixed_up| mixed_up == rationale);
    Answer::new(&format!("mix-up-{text}"), text, rationale).judged(false, is_picked)
}

/// Whether just what is right was given, and the rationale of the mix-up that was given, if it was one.
pub fn found(asked: Asked) -> (bool, Option<String>) {
    let interaction = &asked.item.interaction;
    let Some(given) = asked.given() else { return (false, None) };
    match finding(interaction, given, asked.deck.spelling()) {
        Finding::Number { given, off, mix_up, .. } => (given.is_some() && off == 0.0, mix_up),
        Finding::Text { mix_up, .. } => {
            (grade(interaction, given, asked.deck.spelling()).outcome == Outcome::Correct, mix_up)
        }
        Finding::Parts { .. } | Finding::None => (false, None),
    }
}
