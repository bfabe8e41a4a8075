//! A number on a scale: a slider and a field, which say the same.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::answers::Answer;
use super::entry::{found, number_field, typed};
use super::{Answers, Asked, Face};
use crate::deck::IndexedDeck;
use crate::deck::interaction::Estimate;
use crate::platform::page::Draft;
use crate::quiz::{Finding, Response, finding, read_number};
use crate::ui::text;
use crate::ui::visuals::scale::{Length, lengths};

impl Face for Estimate {
    fn controls(&self, asked: Asked) -> Html {
        controls(asked, self)
    }

    fn answers<'a>(&'a self, asked: Asked<'a>) -> Answers<'a> {
        answers(asked, self)
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

/// The slider and the field.
fn controls(asked: Asked, estimate: &Estimate) -> Html {
    let on_draft = asked.on_draft.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            on_draft.emit(Response::Number { typed: input.value() });
        }
    });
    let [from, to, step] = [estimate.from, estimate.to, estimate.step].map(text::plain);
    let set = typed_so_far(asked, estimate).unwrap_or(estimate.from).max(estimate.from).min(estimate.to);
    html! {
        <>
            <p class="slider">
                <span aria-hidden="true">{ text::number(estimate.from, "") }</span>{ " " }
                <input
                    type="range"
                    name="slider"
                    min={from}
                    max={to}
                    {step}
                    value={text::plain(set)}
                    aria-label={text::slider(&estimate.unit)}
                    aria-valuetext={text::quantity(set, &estimate.unit)}
                    {oninput}
                />{ " " }
                <span aria-hidden="true">{ text::number(estimate.to, "") }</span>
            </p>
            { number_field(asked, &estimate.unit) }
        </>
    }
}

/// The number that is typed so far: of two readings the one that lies on the scale.
fn typed_so_far(asked: Asked, estimate: &Estimate) -> Option<f64> {
    let Some(Response::Number { typed }) = asked.response else { return None };
    let readings = read_number(typed, &estimate.unit).ok()?;
    let is_on_scale = |reading: &&f64| (estimate.from..=estimate.to).contains(*reading);
    readings.iter().find(is_on_scale).or(readings.first()).copied()
}

/// The number that was given, as it was graded.
fn given(asked: Asked) -> Option<f64> {
    match finding(&asked.item.interaction, asked.given()?, asked.deck.spelling()) {
        Finding::Number { given, .. } => given,
        _ => None,
    }
}

/// The number and why, drawn beside what was given.
fn answers<'a>(asked: Asked<'a>, estimate: &'a Estimate) -> Answers<'a> {
    let shown = text::quantity(estimate.value, &estimate.unit);
    let ours = |label: &'static str| html! { <span lang="en">{ label }</span> };
    let yours = given(asked).map(|value| Length { label: ours(text::YOUR_ANSWER), value, is_yours: true });
    let truth = Length { label: ours(text::THE_NUMBER), value: estimate.value, is_yours: false };
    let beside = estimate.beside.iter().map(|mark| Length {
        label: html! { { mark.label.as_str() } },
        value: mark.value,
        is_yours: false,
    });
    let drawn: Vec<Length> = yours.into_iter().chain([truth]).chain(beside).collect();
    let key = Answer::new("key", &shown, &estimate.rationale).judged(true, found(asked).0);
    Answers { drawn: lengths(&drawn, estimate.to, &estimate.unit), all: vec![key], is_sequence: false }
}
