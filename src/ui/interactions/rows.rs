//! Rows, each with a native drop-down of the same options: claims to voices, facts to standings.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::answers::Answer;
use super::cloze::selected;
use super::{Answers, Asked, Face, lines};
use crate::deck::interaction::{Classifying, Matching};
use crate::deck::{ChoiceId, GapId, IndexedDeck};
use crate::platform::page::Draft;
use crate::quiz::{Response, choice_order};
use crate::ui::text;

impl Face for Matching {
    fn controls(&self, asked: Asked) -> Html {
        Rows::from(self).controls(asked)
    }

    fn answers<'a>(&'a self, asked: Asked<'a>) -> Answers<'a> {
        Rows::from(self).answers(asked)
    }

    fn truth(&self, _: &IndexedDeck) -> String {
        Rows::from(self).truth()
    }

    fn draft(&self, drafts: &[&Draft]) -> Option<Response> {
        Some(selected(drafts))
    }
}

impl Face for Classifying {
    fn controls(&self, asked: Asked) -> Html {
        Rows::from(self).controls(asked)
    }

    fn answers<'a>(&'a self, asked: Asked<'a>) -> Answers<'a> {
        Rows::from(self).answers(asked)
    }

    fn truth(&self, _: &IndexedDeck) -> String {
        Rows::from(self).truth()
    }

    fn draft(&self, drafts: &[&Draft]) -> Option<Response> {
        Some(selected(drafts))
    }
}

/// A row and its key.
struct Row<'a> {
    id: &'a GapId,
    text: &'a str,
    key: &'a str,
    rationale: &'a str,
}

/// The rows of an item and the options that each of them has: name and words.
struct Rows<'a> {
    all: Vec<Row<'a>>,
    options: Vec<(&'a str, &'a str)>,
    /// What each option means, where its word alone does not say it.
    meanings: Vec<(&'a str, &'a str)>,
}

impl<'a> From<&'a Matching> for Rows<'a> {
    fn from(matching: &'a Matching) -> Self {
        let rows = matching.rows.iter().map(|row| Row {
            id: &row.id,
            text: &row.text,
            key: row.key.as_str(),
            rationale: &row.rationale,
        });
        let options = matching.options.iter().map(|option| (option.id.as_str(), option.text.as_str()));
        Self { all: rows.collect(), options: options.collect(), meanings: Vec::new() }
    }
}

impl<'a> From<&'a Classifying> for Rows<'a> {
    fn from(classifying: &'a Classifying) -> Self {
        let rows = classifying.rows.iter().map(|row| Row {
            id: &row.id,
            text: &row.text,
            key: row.key.slug(),
            rationale: &row.rationale,
        });
        let options =
            classifying.standings.iter().map(|standing| (standing.slug(), text::standing(*standing)));
        let meanings =
            classifying.standings.iter().map(|one| (text::standing(*one), text::standing_meaning(*one)));
        Self { all: rows.collect(), options: options.collect(), meanings: meanings.collect() }
    }
}

impl<'a> Rows<'a> {
    fn words(&self, option: &str) -> &str {
        self.options.iter().find(|(id, _)| *id == option).map_or("", |(_, words)| words)
    }

    fn in_order(&self, asked: Asked) -> Vec<&Row<'a>> {
        let order = choice_order(asked.ask, asked.item);
        order.iter().filter_map(|position| self.all.get(*position)).collect()
    }

    /// Each row with its drop-down.
    fn controls(&self, asked: Asked) -> Html {
        let meanings = self.meanings.iter();
        let meanings = meanings.map(
            |(word, meaning)| html! { <p class="soft" lang="en"><b>{ *word }</b>{ ": " }{ *meaning }</p> },
        );
        html! { <>{ for meanings }{ for self.in_order(asked).into_iter().map(|row| self.control(asked, row)) }</> }
    }

    fn control(&self, asked: Asked, row: &Row) -> Html {
        let id = format!("row-{}-{}", asked.name(), row.id);
        let chosen = picked(asked, row.id);
        let onchange = {
            let (on_draft, before, row) = (asked.on_draft.clone(), asked.response.cloned(), row.id.clone());
            Callback::from(move |event: yew::Event| {
                let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
                let choice = Some(select.value()).filter(|value| !value.is_empty()).map(ChoiceId::new);
                on_draft.emit(Response::filling(before.as_ref(), &row, choice));
            })
        };
        // What has meanings to tell are standings, which are the app's words.
        let language = (!self.meanings.is_empty()).then_some("en");
        let options = self.options.iter().map(|(option, words)| {
            html! {
                <option
                    lang={language}
                    key={*option}
                    value={option.to_string()}
                    data-choice={option.to_string()}
                    selected={chosen.is_some_and(|chosen| chosen.as_str() == *option)}
                >
                    { *words }
                </option>
            }
        });
        html! {
            <p key={row.id.as_str()} class="claim">
                <label for={id.clone()}>{ row.text }</label>{ " " }
                <select {id} name={row.id.to_string()} data-gap={row.id.to_string()} {onchange}>
                    <option value="" lang="en" selected={chosen.is_none()}>{ text::CHOOSE }</option>
                    { for options }
                </select>
            </p>
        }
    }

    /// Each row with its key, and why.
    fn answers(&self, asked: Asked) -> Answers<'a> {
        let answers = self.in_order(asked).into_iter().map(|row| {
            let picked = picked(asked, row.id).filter(|_| asked.is_answered);
            let wrong = picked.filter(|picked| picked.as_str() != row.key);
            let yours = wrong.map(|wrong| text::you_said(self.words(wrong.as_str()))).unwrap_or_default();
            Answer { yours, ..Answer::new(row.id.as_str(), &self.pair(row), row.rationale) }
                .judged(wrong.is_none(), picked.is_some())
        });
        Answers { all: answers.collect(), ..Answers::default() }
    }

    fn pair(&self, row: &Row) -> String {
        format!("{} \u{2013} {}", row.text, self.words(row.key))
    }

    /// Every row with its key, in short.
    fn truth(&self) -> String {
        lines(self.all.iter().map(|row| self.pair(row)))
    }
}

fn picked<'a>(asked: Asked<'a>, row: &GapId) -> Option<&'a ChoiceId> {
    match asked.response {
        Some(Response::Cloze { gaps }) => gaps.get(row),
        _ => None,
    }
}
