//! The first page as text, for `index.html`: the story, and the first item of a quiz in the deck's order,
//! rendered at build time by the same views.

use yew::LocalServerRenderer;
use yew::prelude::*;

use super::app::{App, AppProps};
use super::handover::Handover;
use super::learner::{DeckRef, Learner};
use super::learning::{around, use_learner};
use super::pages::quiz::QuizPage;
use super::route::{QuizLink, Route};
use crate::deck::{Deck, IndexedDeck, normalize};

/// The prerendered parts of a page.
pub struct Prerendered {
    /// What stands in the mount element: the story, whole.
    pub story: String,
    /// The quiz page at the deck's first item, answers hidden: the starter script shows it for a link
    /// that begins such a quiz.
    pub quiz: String,
}

/// Renders a deck's first page.
pub async fn prerender(deck: Deck) -> Prerendered {
    let deck = DeckRef::new(IndexedDeck::new(deck, normalize));
    let first = Learner::new(deck.clone(), "");
    let link = QuizLink { deck_order: true, without_sure: true, start_now: true, ..QuizLink::default() };
    let at_link = first.clone().at_link(&link, 0, 0);
    let story = AppProps {
        deck: deck.clone(),
        file: AttrValue::default(),
        first,
        route: Route::Story,
        handover: Handover::default(),
        adopted: None,
    };
    let quiz = FirstItemProps { deck, first: at_link, link };
    Prerendered {
        story: LocalServerRenderer::<App>::with_props(story).hydratable(false).render().await,
        quiz: LocalServerRenderer::<FirstItem>::with_props(quiz).hydratable(false).render().await,
    }
}

#[derive(Properties, PartialEq)]
struct FirstItemProps {
    deck: DeckRef,
    first: Learner,
    link: QuizLink,
}

#[component]
fn FirstItem(props: &FirstItemProps) -> Html {
    let learner = use_learner(&props.deck, &Handover::default(), &props.first);
    around(learner, html! { <QuizPage link={props.link.clone()} /> })
}
