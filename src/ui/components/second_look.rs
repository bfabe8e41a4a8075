//! A question that is worth a second look: its answer, the fact behind it, and the way to the card.

use yew::prelude::*;

use super::sources::sources;
use crate::deck::{IndexedDeck, Item};
use crate::ui::interactions::face;
use crate::ui::route::Route;
use crate::ui::text;

/// An item with its answer, who says so, and the card to read.
pub fn second_look(deck: &IndexedDeck, item: &Item) -> Html {
    let fact = item.facts.first();
    let statement = fact.and_then(|fact| deck.fact(fact)).map_or("", |fact| fact.statement.as_str());
    let card = fact.and_then(|fact| deck.card_of(fact)).map(|(_, card)| card);
    html! {
        <>
            <h3 lang={deck.language.clone()}>{ item.stem.as_str() }</h3>
            <p lang="en">{ text::THE_ANSWER }{ " " }<b lang={deck.language.clone()}>{ face(&item.interaction).truth(deck) }</b></p>
            <p lang={deck.language.clone()}>{ statement }</p>
            { sources(deck, &item.facts) }
            if let Some(card) = card {
                <p><a class="to-card" lang="en" href={Route::Card(card.id.clone()).href()}>{ text::read_the_card(&card.title) }</a></p>
            }
        </>
    }
}
