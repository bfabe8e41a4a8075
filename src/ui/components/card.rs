//! One idea to read.

use yew::prelude::*;

use super::prose::prose;
use super::sources::sources;
use crate::deck::{Card, Chapter, IndexedDeck};
use crate::ui::route::Route;
use crate::ui::visuals::visual;

/// A card. Its element's id is the fragment that leads to it.
pub fn card(deck: &IndexedDeck, chapter: &Chapter, card: &Card) -> Html {
    let title_id = format!("title-{}", card.id);
    html! {
        <article
            key={card.id.as_str()}
            class="card"
            data-card={card.id.to_string()}
            id={Route::Card(card.id.clone()).anchor()}
            tabindex="-1"
            aria-labelledby={title_id.clone()}
        >
            <div>
                <h3 id={title_id}>{ card.title.as_str() }</h3>
                if let Some(figure) = &card.figure {
                    <p class="figure"><b>{ figure.value.as_str() }</b>{ " " }{ figure.label.as_str() }</p>
                }
                { prose(&card.body) }
                { visual(deck, chapter, card) }
            </div>
            { sources(deck, &card.facts) }
        </article>
    }
}
