//! The pictures of cards, drawn as SVG from what stands in the deck. Each says the same in words as well, and
//! where its figures come from.

pub mod map;
pub mod plan;
pub mod projection;
mod quantities;
pub mod scale;
mod timeline;
mod voices;

use std::ops::Range;

use yew::prelude::*;

use crate::deck::{Card, Chapter, FactId, IndexedDeck, Visual};
use crate::ui::components::table::table;
use crate::ui::route::Route;
use crate::ui::text;

/// The picture of a card, if it has one.
pub fn visual(deck: &IndexedDeck, chapter: &Chapter, card: &Card) -> Html {
    let Some(visual) = &card.visual else { return Html::default() };
    let [title, summary] = visual.words();
    let (kind, shown) = match visual {
        Visual::Timeline(timeline) => ("timeline", timeline::view(deck, timeline)),
        Visual::Map(map) => ("map", map::view(deck, map)),
        Visual::Quantities(quantities) => ("quantities", quantities::view(deck, quantities)),
        Visual::Plan(dormitory) => ("plan", plan::view(deck, dormitory)),
        Visual::Voices(_) => ("voices", voices::view(deck, chapter)),
    };
    html! {
        <figure class="visual" data-visual={kind}>
            <figcaption><b>{ title }</b>{ " " }<span class="soft">{ summary }</span></figcaption>
            { shown }
        </figure>
    }
}

/// The same as a table, for whoever prefers it. The first cell of a row says what the row is about.
pub fn as_table(heads: &[&'static str], rows: impl Iterator<Item = Vec<Html>>) -> Html {
    html! {
        <details class="as-table"><summary lang="en">{ text::AS_TABLE }</summary>{ table(None, "", heads, rows) }</details>
    }
}

/// A path of so many pieces.
pub fn path(pieces: Range<u32>, piece: &dyn Fn(u32) -> String) -> String {
    pieces.fold(String::new(), |path, at| path + &piece(at))
}

/// The facts that a figure is taken from: who says so, on what standing, and the way to the card.
fn from(deck: &IndexedDeck, facts: &[FactId]) -> Html {
    let links = facts.iter().filter_map(|id| {
        let (fact, (_, card)) = (deck.fact(id)?, deck.card_of(id)?);
        let voice = deck.voice(&fact.voice).map_or("", |voice| voice.name.as_str());
        let says = text::says(voice, text::standing(fact.standing));
        Some(html! { <><a href={Route::Card(card.id.clone()).href()} title={fact.statement.clone()}>{ says }</a>{ " " }</> })
    });
    html! { <span class="from">{ for links }</span> }
}
