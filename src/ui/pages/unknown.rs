//! What is shown for an address that leads nowhere: what it asks for, what may have been meant, and a way on.

use yew::prelude::*;

use crate::deck::IndexedDeck;
use crate::platform::page::HEADING;
use crate::ui::learning::Shared;
use crate::ui::route::{Route, Unknown};
use crate::ui::text;

/// What the address asks for.
#[derive(Properties, PartialEq)]
pub struct UnknownPageProps {
    /// The place that there is not.
    pub place: Unknown,
}

/// The page.
#[component]
pub fn UnknownPage(props: &UnknownPageProps) -> Html {
    let shared = use_context::<Shared>();
    let Unknown { misread, meant } = &props.place;
    let meant = meant.as_deref().zip(shared.as_ref()).map(|(route, Shared { deck, .. })| {
        html! { <p>{ text::links::WAS_MEANT }{ " " }<a href={route.href()}>{ name_of(route, deck) }</a></p> }
    });
    html! {
        <main lang="en" data-page="unknown" id="main">
            <h1 id={HEADING} tabindex="-1">{ text::links::LEADS_NOWHERE }</h1>
            <p>{ text::links::missing(misread) }</p>
            { for meant }
            <div class="actions">
                <a class="button primary" href={Route::Story.href()}>{ text::links::TO_STORY }</a>
            </div>
        </main>
    }
}

/// What a place is called; by its address if it has no name.
fn name_of(route: &Route, deck: &IndexedDeck) -> String {
    let name = match route {
        Route::Chapter(id) => deck.chapter(id).map(|chapter| &chapter.title),
        Route::Card(id) => {
            let mut cards = deck.chapters.iter().flat_map(|chapter| &chapter.cards);
            cards.find(|card| card.id == *id).map(|card| &card.title)
        }
        Route::Term(id) => deck.term(id).map(|term| &term.term),
        _ => None,
    };
    name.cloned().unwrap_or_else(|| text::page_name(route.page()).map_or(route.fragment(), str::to_owned))
}
