//! Single and multiple choice: native radio buttons and boxes.

use yew::prelude::*;

use super::answers::Answer;
use super::{Answers, Asked, Face, keys, ordered};
use crate::deck::interaction::{MultipleChoice, SingleChoice};
use crate::deck::{Choice, ChoiceId, IndexedDeck};
use crate::platform::page::Draft;
use crate::quiz::{Response, choice_order};
use crate::ui::text;

impl Face for SingleChoice {
    fn controls(&self, asked: Asked) -> Html {
        let choices =
            in_order(asked, &self.choices).into_iter().map(|choice| pick(asked, &choice.id, &choice.text));
        html! { <>{ for choices }</> }
    }

    fn answers<'a>(&'a self, asked: Asked<'a>) -> Answers<'a> {
        answers(asked, &self.choices)
    }

    fn truth(&self, _: &IndexedDeck) -> String {
        truth(&self.choices)
    }

    fn draft(&self, drafts: &[&Draft]) -> Option<Response> {
        picked(drafts)
    }

    fn digit(&self, digit: usize, order: &[usize], _: Option<&Response>) -> Option<Response> {
        Some(Response::Choice { choice: self.choices.get(*order.get(digit)?)?.id.clone() })
    }
}

impl Face for MultipleChoice {
    fn controls(&self, asked: Asked) -> Html {
        let choices = in_order(asked, &self.choices).into_iter().map(|choice| {
            let onchange = {
                let (on_draft, after) =
                    (asked.on_draft.clone(), Response::ticking(asked.response, &choice.id));
                Callback::from(move |_: Event| on_draft.emit(after.clone()))
            };
            option(asked, &choice.id, &choice.text, "checkbox", onchange)
        });
        html! { <><p class="soft" lang="en">{ text::TICK_ALL }</p>{ for choices }</> }
    }

    fn answers<'a>(&'a self, asked: Asked<'a>) -> Answers<'a> {
        let mut answers = answers(asked, &self.choices);
        if asked.given().is_some() {
            for answer in &mut answers.all {
                answer.is_missed = answer.is_key && !answer.is_picked;
            }
        }
        answers
    }

    fn truth(&self, _: &IndexedDeck) -> String {
        truth(&self.choices)
    }

    fn draft(&self, drafts: &[&Draft]) -> Option<Response> {
        let mut choices = std::collections::BTreeSet::new();
        choices
            .extend(drafts.iter().filter(|draft| draft.checked).map(|draft| ChoiceId::new(&draft.control)));
        Some(Response::Multiple { choices })
    }

    fn digit(&self, digit: usize, order: &[usize], draft: Option<&Response>) -> Option<Response> {
        Some(Response::ticking(draft, &self.choices.get(*order.get(digit)?)?.id))
    }
}

/// Whether a choice is picked or ticked.
pub fn is_picked(response: Option<&Response>, id: &ChoiceId) -> bool {
    match response {
        Some(Response::Choice { choice }) => choice == id,
        Some(Response::Multiple { choices }) => choices.contains(id),
        _ => false,
    }
}

/// The radio button that was picked before the program was there.
pub fn picked(drafts: &[&Draft]) -> Option<Response> {
    let choice = drafts.iter().find(|draft| draft.checked)?;
    Some(Response::Choice { choice: ChoiceId::new(&choice.control) })
}

fn in_order<'a>(asked: Asked, choices: &'a [Choice]) -> Vec<&'a Choice> {
    ordered(choices, &choice_order(asked.ask, asked.item))
}

fn truth(choices: &[Choice]) -> String {
    keys(choices.iter().map(|choice| (choice.text.as_str(), choice.correct)))
}

/// One of several, of which one is to be picked.
pub fn pick(asked: Asked, id: &ChoiceId, text: &str) -> Html {
    let onchange = {
        let (on_draft, choice) = (asked.on_draft.clone(), id.clone());
        Callback::from(move |_: Event| on_draft.emit(Response::Choice { choice: choice.clone() }))
    };
    option(asked, id, text, "radio", onchange)
}

fn option(asked: Asked, id: &ChoiceId, text: &str, kind: &'static str, onchange: Callback<Event>) -> Html {
    html! {
        <label class="choice" key={id.as_str()}>
            <input
                type={kind}
                name={asked.name()}
                value={id.to_string()}
                data-choice={id.to_string()}
                checked={is_picked(asked.response, id)}
                {onchange}
            />{ " " }
            <span>{ text }</span>
        </label>
    }
}

/// Every choice, in the order in which it was offered.
fn answers<'a>(asked: Asked<'a>, choices: &'a [Choice]) -> Answers<'a> {
    let answers = in_order(asked, choices).into_iter().map(|choice| {
        Answer::new(choice.id.as_str(), &choice.text, &choice.rationale)
            .judged(choice.correct, is_picked(asked.given(), &choice.id))
    });
    Answers { all: answers.collect(), ..Answers::default() }
}
