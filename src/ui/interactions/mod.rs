//! How each kind of item looks: its controls, and its answers with their reasons. A new kind is added
//! as a file here and a line in each `match` below; both are checked for completeness by the compiler.

mod choice;
mod cloze;
mod entry;

use yew::prelude::*;

use crate::deck::{Choice, Interaction, Item};
use crate::quiz::{Ask, Response};
use crate::ui::text;

/// An item to be shown.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The item.
    pub item: &'a Item,
    /// Where it stands on the page; parts the names of controls of an item that stands there twice.
    pub at: &'a str,
    /// How choices are ordered; `None` for the order of the deck file.
    pub ask: Option<&'a Ask>,
    /// What is picked or typed so far, or was given.
    pub response: Option<&'a Response>,
    /// Told when that changes.
    pub on_draft: &'a Callback<Response>,
}

impl Asked<'_> {
    fn name(&self) -> String {
        format!("{}-{}", self.at, self.item.id)
    }
}

/// What the learner answers with.
pub fn controls(asked: Asked) -> Html {
    match &asked.item.interaction {
        Interaction::Choice(choice) => choice::single(asked, choice),
        Interaction::Multiple(multiple) => choice::multiple(asked, multiple),
        Interaction::Number(number) => entry::number(asked, number),
        Interaction::Text(_) => entry::text(asked),
        Interaction::Cloze(cloze) => cloze::gaps(asked, cloze),
    }
}

/// Every answer, and why.
pub fn answers(asked: Asked) -> Html {
    match &asked.item.interaction {
        Interaction::Choice(choice) => choice::answers(asked, &choice.choices),
        Interaction::Multiple(multiple) => choice::answers(asked, &multiple.choices),
        Interaction::Number(number) => entry::number_answers(asked, number),
        Interaction::Text(entry) => entry::text_answers(asked, entry),
        Interaction::Cloze(cloze) => cloze::answers(asked, cloze),
    }
}

/// How many of the keys a response found, where that is more than yes or no.
pub fn found(interaction: &Interaction, response: &Response) -> Option<String> {
    match (interaction, response) {
        (Interaction::Multiple(multiple), Response::Multiple { choices }) => {
            let keys = multiple.choices.iter().filter(|choice| choice.correct);
            let found = keys.clone().filter(|key| choices.contains(&key.id)).count();
            Some(text::found(found, keys.count()))
        }
        (Interaction::Cloze(cloze), Response::Cloze { gaps }) if cloze.gaps.len() > 1 => {
            let right = cloze.gaps.iter().filter(|gap| {
                gap.choices.iter().any(|choice| choice.correct && gaps.get(&gap.id) == Some(&choice.id))
            });
            Some(text::found(right.count(), cloze.gaps.len()))
        }
        _ => None,
    }
}

/// The picks of `choices`, in the given order of positions.
fn ordered<'a>(choices: &'a [Choice], order: &[usize]) -> Vec<&'a Choice> {
    if order.is_empty() {
        return choices.iter().collect();
    }
    order.iter().filter_map(|position| choices.get(*position)).collect()
}

/// One answer with its reason. `name` tells it from the others of its item.
fn answer(name: &str, text: &str, rationale: &str, is_key: bool, is_picked: bool) -> Html {
    html! {
        <li
            key={name}
            class="answer"
            data-for={name.to_owned()}
            data-key={is_key.then_some("")}
            data-picked={is_picked.then_some("")}
        >
            <p class="is">
                { if is_key { text::RIGHT } else { text::NOT_RIGHT } }{ " " }
                <span class="yours">{ text::YOUR_ANSWER }</span>
            </p>{ " " }
            <p><b>{ text }</b></p>{ " " }
            <p>{ rationale }</p>
        </li>
    }
}
