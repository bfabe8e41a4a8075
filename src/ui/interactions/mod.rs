//! How each kind of item looks: one file for each, which gives its type a [`Face`], and one line in the one
//! `match` of [`face`].

mod answers;
mod choice;
mod cloze;
mod entry;
mod estimate;
mod mark;
mod order;
mod place;
mod rows;
#[cfg(test)]
mod tests;

use yew::prelude::*;

pub use answers::{Answers, explained};

use crate::deck::{Choice, IndexedDeck, Interaction, Item};
use crate::platform::page::Draft;
use crate::quiz::{Ask, Response};

/// An item to be shown.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The deck that it is of.
    pub deck: &'a IndexedDeck,
    /// The item.
    pub item: &'a Item,
    /// Where it stands on the page; parts the names of controls of an item that stands there twice.
    pub at: &'a str,
    /// How choices are ordered; `None` for the order of the deck file.
    pub ask: Option<&'a Ask>,
    /// What is picked or typed so far, or was given.
    pub response: Option<&'a Response>,
    /// Whether it is answered, or its answer was asked for.
    pub is_answered: bool,
    /// Told when that changes.
    pub on_draft: &'a Callback<Response>,
}

impl<'a> Asked<'a> {
    fn name(&self) -> String {
        format!("{}-{}", self.at, self.item.id)
    }

    /// What was answered; `None` as long as it is only a draft, and if the answer was asked for.
    fn given(&self) -> Option<&'a Response> {
        self.response.filter(|_| self.is_answered)
    }
}

/// What a kind of item shows, and how it is answered.
pub trait Face {
    /// What the learner answers with; once answered, what shows there what is right.
    fn controls(&self, asked: Asked) -> Html;

    /// Every answer, and why.
    fn answers<'a>(&'a self, asked: Asked<'a>) -> Answers<'a>;

    /// What is right, in short: a falsehood must not be the last thing read.
    fn truth(&self, deck: &IndexedDeck) -> String;

    /// The unit of a number; `None` for other kinds.
    fn unit(&self) -> Option<&str> {
        None
    }

    /// What was picked or typed, of the controls of its item, before the program was there.
    fn draft(&self, _drafts: &[&Draft]) -> Option<Response> {
        None
    }

    /// The response after the key of a digit, which counts the parts as they are shown from 0; `order` is the
    /// [`choice_order`](crate::quiz::choice_order) of the item.
    fn digit(&self, _digit: usize, _order: &[usize], _draft: Option<&Response>) -> Option<Response> {
        None
    }
}

/// The face of an item: the one place here that lists the kinds.
pub fn face(interaction: &Interaction) -> &dyn Face {
    match interaction {
        Interaction::Choice(kind) => kind,
        Interaction::Multiple(kind) => kind,
        Interaction::Number(kind) => kind,
        Interaction::Text(kind) => kind,
        Interaction::Cloze(kind) => kind,
        Interaction::Order(kind) => kind,
        Interaction::Match(kind) => kind,
        Interaction::Classify(kind) => kind,
        Interaction::Place(kind) => kind,
        Interaction::Estimate(kind) => kind,
        Interaction::Mark(kind) => kind,
    }
}

/// The picks of `choices`, in the given order of positions.
fn ordered<'a>(choices: &'a [Choice], order: &[usize]) -> Vec<&'a Choice> {
    order.iter().filter_map(|position| choices.get(*position)).collect()
}

/// What is right, each part on a line of its own; the style sheet keeps the line breaks.
fn lines(parts: impl Iterator<Item = String>) -> String {
    parts.flat_map(|part| ["\n".to_owned(), part]).collect()
}

/// The texts of the keys.
fn keys<'a>(texts: impl Iterator<Item = (&'a str, bool)>) -> String {
    texts.filter(|(_, correct)| *correct).map(|(text, _)| text).collect::<Vec<_>>().join("; ")
}
