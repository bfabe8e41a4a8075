//! Words to be marked in a sentence: toggle buttons in reading order.

use yew::prelude::*;

use super::answers::Answer;
use super::choice::is_picked;
use super::{Answers, Asked, Face, keys};
use crate::deck::interaction::{Marking, Words};
use crate::deck::{ChoiceId, IndexedDeck};
use crate::quiz::Response;
use crate::ui::text;

impl Face for Marking {
    fn controls(&self, asked: Asked) -> Html {
        sentence(asked, self)
    }

    fn answers<'a>(&'a self, asked: Asked<'a>) -> Answers<'a> {
        answers(asked, self)
    }

    fn truth(&self, _: &IndexedDeck) -> String {
        keys(self.parts.iter().map(|part| (words_alone(part), part.correct)))
    }

    fn digit(&self, digit: usize, _: &[usize], draft: Option<&Response>) -> Option<Response> {
        let id = self.parts.iter().filter_map(|part| part.id.as_ref()).nth(digit)?;
        Some(Response::ticking(draft, id))
    }
}

/// The sentence.
fn sentence(asked: Asked, marking: &Marking) -> Html {
    let parts = marking.parts.iter().map(|part| match &part.id {
        Some(id) => toggle(asked, part, id),
        None => html! { { part.text.as_str() } },
    });
    html! { <><p class="soft" lang="en">{ text::MARK_HOW }</p><p class="sentence">{ for parts }</p></> }
}

fn toggle(asked: Asked, part: &Words, id: &ChoiceId) -> Html {
    let onclick = {
        let (on_draft, after) = (asked.on_draft.clone(), Response::ticking(asked.response, id));
        Callback::from(move |_: MouseEvent| on_draft.emit(after.clone()))
    };
    let pressed = if is_picked(asked.response, id) { "true" } else { "false" };
    let is = match (asked.is_answered, part.correct, pressed) {
        (true, true, "true") => Some("right"),
        (true, true, _) => Some("missed"),
        (true, false, "true") => Some("wrong"),
        _ => None,
    };
    html! {
        <button type="button" class="words" data-choice={id.to_string()} data-is={is} aria-pressed={pressed} {onclick}>
            { part.text.as_str() }
        </button>
    }
}

/// Without the spaces and the punctuation that belong to the sentence.
fn words_alone(part: &Words) -> &str {
    part.text.trim().trim_end_matches([',', '.', ';', ':'])
}

/// Every group of words, and why.
fn answers<'a>(asked: Asked<'a>, marking: &'a Marking) -> Answers<'a> {
    let answers = marking.parts.iter().filter_map(|part| {
        let id = part.id.as_ref()?;
        let is_picked = is_picked(asked.given(), id);
        Some(
            Answer {
                // Words that are not to be marked say nothing that is not right.
                verdict: if part.correct { text::TO_MARK } else { text::NOT_TO_MARK },
                is_missed: part.correct && !is_picked && asked.given().is_some(),
                yours: text::YOU_MARKED.to_owned(),
                ..Answer::new(id.as_str(), words_alone(part), &part.rationale)
            }
            .judged(part.correct, is_picked),
        )
    });
    Answers { all: answers.collect(), ..Answers::default() }
}
