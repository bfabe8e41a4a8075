//! A text whose gaps are filled from native drop-downs.

use std::collections::BTreeMap;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::answers::Answer;
use super::{Answers, Asked, Face, keys, ordered};
use crate::deck::interaction::{Cloze, Gap};
use crate::deck::{ChoiceId, GapId, IndexedDeck};
use crate::platform::page::Draft;
use crate::quiz::{Response, gap_order};
use crate::ui::text;

impl Face for Cloze {
    fn controls(&self, asked: Asked) -> Html {
        gaps(asked, self)
    }

    fn answers<'a>(&'a self, asked: Asked<'a>) -> Answers<'a> {
        answers(asked, self)
    }

    fn truth(&self, _: &IndexedDeck) -> String {
        let gaps = self.gaps.iter().map(|gap| {
            let choices = gap.choices.iter().map(|choice| (choice.text.as_str(), choice.correct));
            format!("{}: {}", gap.label, keys(choices))
        });
        gaps.collect::<Vec<_>>().join("; ")
    }

    fn draft(&self, drafts: &[&Draft]) -> Option<Response> {
        Some(selected(drafts))
    }
}

/// What stood in drop-downs before the program was there.
pub fn selected(drafts: &[&Draft]) -> Response {
    let mut gaps = BTreeMap::new();
    gaps.extend(drafts.iter().map(|draft| (GapId::new(&draft.control), ChoiceId::new(&draft.value))));
    Response::Cloze { gaps }
}

/// What a gap is filled with so far.
fn filling<'a>(asked: Asked<'a>, gap: &GapId) -> Option<&'a ChoiceId> {
    match asked.response {
        Some(Response::Cloze { gaps }) => gaps.get(gap),
        _ => None,
    }
}

fn order(asked: Asked, gap: &Gap) -> Vec<usize> {
    gap_order(asked.ask, asked.item, gap)
}

/// The text with a drop-down in each gap; once answered, with what belongs there.
fn gaps(asked: Asked, cloze: &Cloze) -> Html {
    let mut parts = Vec::new();
    let mut rest = cloze.text.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        parts.push(html! { { before } });
        let Some((id, behind)) = after.split_once('}') else {
            rest = after;
            break;
        };
        if let Some(gap) = cloze.gaps.iter().find(|gap| gap.id.as_str() == id) {
            if asked.is_answered {
                parts.push(corrected(asked, gap));
            } else {
                // What is read in its place where scripts are off.
                parts.push(html! { <span class="blank" aria-hidden="true">{ text::BLANK }</span> });
                parts.push(select(asked, gap));
            }
        }
        rest = behind;
    }
    parts.push(html! { { rest } });
    html! { <p class="cloze">{ for parts }</p> }
}

fn select(asked: Asked, gap: &Gap) -> Html {
    let chosen = filling(asked, &gap.id);
    let onchange = {
        let (on_draft, before, gap) = (asked.on_draft.clone(), asked.response.cloned(), gap.id.clone());
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let choice = Some(select.value()).filter(|value| !value.is_empty()).map(ChoiceId::new);
            on_draft.emit(Response::filling(before.as_ref(), &gap, choice));
        })
    };
    let options = ordered(&gap.choices, &order(asked, gap)).into_iter().map(|choice| {
        html! {
            <option
                key={choice.id.as_str()}
                value={choice.id.to_string()}
                data-choice={choice.id.to_string()}
                selected={chosen == Some(&choice.id)}
            >
                { choice.text.as_str() }
            </option>
        }
    });
    html! {
        <select name={gap.id.to_string()} data-gap={gap.id.to_string()} aria-label={gap.label.clone()} {onchange}>
            <option value="" lang="en" selected={chosen.is_none()}>{ text::CHOOSE }</option>
            { for options }
        </select>
    }
}

/// What was chosen for a gap, struck out if it is wrong, and what is right.
fn corrected(asked: Asked, gap: &Gap) -> Html {
    let chosen = filling(asked, &gap.id);
    let wrong = gap.choices.iter().find(|choice| !choice.correct && chosen == Some(&choice.id));
    let right = gap.choices.iter().find(|choice| choice.correct);
    html! {
        <>
            { for wrong.map(|wrong| html! { <><del>{ wrong.text.as_str() }</del>{ " " }</> }) }
            { for right.map(|right| html! { <ins>{ right.text.as_str() }</ins> }) }
        </>
    }
}

/// Every choice of every gap.
fn answers<'a>(asked: Asked<'a>, cloze: &'a Cloze) -> Answers<'a> {
    let answers = cloze.gaps.iter().flat_map(|gap| {
        let choices = ordered(&gap.choices, &order(asked, gap)).into_iter();
        choices.map(move |choice| {
            let is_picked = asked.is_answered && filling(asked, &gap.id) == Some(&choice.id);
            let name = format!("{}/{}", gap.id, choice.id);
            Answer { part: &gap.label, ..Answer::new(&name, &choice.text, &choice.rationale) }
                .judged(choice.correct, is_picked)
        })
    });
    Answers { all: answers.collect(), ..Answers::default() }
}
