//! Single and multiple choice: native radio buttons and boxes.

use yew::prelude::*;

use super::{Asked, answer, ordered};
use crate::deck::interaction::{MultipleChoice, SingleChoice};
use crate::deck::{Choice, ChoiceId};
use crate::quiz::{Response, choice_order};
use crate::ui::text;

fn is_picked(response: Option<&Response>, id: &ChoiceId) -> bool {
    match response {
        Some(Response::Choice { choice }) => choice == id,
        Some(Response::Multiple { choices }) => choices.contains(id),
        _ => false,
    }
}

fn in_order<'a>(asked: Asked, choices: &'a [Choice]) -> Vec<&'a Choice> {
    let order = asked.ask.map(|ask| choice_order(ask, asked.item)).unwrap_or_default();
    ordered(choices, &order)
}

/// One key among distractors.
pub fn single(asked: Asked, single: &SingleChoice) -> Html {
    let choices = in_order(asked, &single.choices).into_iter().map(|choice| {
        let onchange = {
            let (on_draft, choice) = (asked.on_draft.clone(), choice.id.clone());
            Callback::from(move |_: Event| on_draft.emit(Response::Choice { choice: choice.clone() }))
        };
        option(asked, choice, "radio", onchange)
    });
    html! { <>{ for choices }</> }
}

/// One key or more among distractors.
pub fn multiple(asked: Asked, multiple: &MultipleChoice) -> Html {
    let choices = in_order(asked, &multiple.choices).into_iter().map(|choice| {
        let onchange = {
            let (on_draft, after) = (asked.on_draft.clone(), Response::ticking(asked.response, &choice.id));
            Callback::from(move |_: Event| on_draft.emit(after.clone()))
        };
        option(asked, choice, "checkbox", onchange)
    });
    html! { <><p class="soft">{ text::TICK_ALL }</p>{ for choices }</> }
}

fn option(asked: Asked, choice: &Choice, kind: &'static str, onchange: Callback<Event>) -> Html {
    html! {
        <label class="choice" key={choice.id.as_str()}>
            <input
                type={kind}
                name={asked.name()}
                value={choice.id.to_string()}
                data-choice={choice.id.to_string()}
                checked={is_picked(asked.response, &choice.id)}
                {onchange}
            />{ " " }
            <span>{ choice.text.as_str() }</span>
        </label>
    }
}

/// Every choice, in the order in which it was offered.
pub fn answers(asked: Asked, choices: &[Choice]) -> Html {
    let answers = in_order(asked, choices).into_iter().map(|choice| {
        let picked = is_picked(asked.response, &choice.id);
        answer(choice.id.as_str(), &choice.text, &choice.rationale, choice.correct, picked)
    });
    html! { <ul>{ for answers }</ul> }
}
