//! Who says so: a chapter's facts, a line for each voice and a column for each standing; each fact is a dot
//! that leads to its card.

use yew::prelude::*;

use super::as_table;
use crate::deck::{Card, Chapter, Fact, IndexedDeck, Standing, Voice};
use crate::ui::components::sources::standing;
use crate::ui::route::Route;
use crate::ui::text;

/// How high a dot's place is, in CSS pixels: a target for a finger.
const DOT_PX: usize = 28;

/// A fact and the card that tells it.
type Told<'a> = (&'a Fact, &'a Card);

/// The facts of a chapter by voice, in the deck's order of voices.
fn by_voice<'a>(deck: &'a IndexedDeck, chapter: &'a Chapter) -> Vec<(&'a Voice, Vec<Told<'a>>)> {
    let told: Vec<Told> = chapter
        .cards
        .iter()
        .flat_map(|card| card.facts.iter().filter_map(move |id| Some((deck.fact(id)?, card))))
        .collect();
    let of =
        |voice: &Voice| told.iter().copied().filter(|(fact, _)| fact.voice == voice.id).collect::<Vec<_>>();
    deck.voices.iter().map(|voice| (voice, of(voice))).filter(|(_, told)| !told.is_empty()).collect()
}

/// The dots and the table.
pub fn view(deck: &IndexedDeck, chapter: &Chapter) -> Html {
    let voices = by_voice(deck, chapter);
    let is_used =
        |one: &Standing| voices.iter().any(|(_, told)| told.iter().any(|(fact, _)| fact.standing == *one));
    let standings: Vec<Standing> = Standing::ALL.into_iter().filter(is_used).collect();
    let lines = voices.iter().map(|(voice, told)| line(voice, told, &standings));
    let heads = standings.iter().map(|one| html! { <li>{ standing(*one) }</li> });
    let rows = voices.iter().flat_map(|(voice, told)| {
        told.iter().map(|(fact, card)| {
            let link =
                html! { <a href={Route::Card(card.id.clone()).href()}>{ fact.statement.as_str() }</a> };
            vec![html! { { voice.name.as_str() } }, standing(fact.standing), link]
        })
    });
    html! {
        <>
            <ul class="columns" aria-hidden="true">{ for heads }</ul>
            { for lines }
            { as_table(&[text::WHO, text::STANDING, text::WHAT], rows) }
        </>
    }
}

fn line(voice: &Voice, told: &[Told], standings: &[Standing]) -> Html {
    let columns = standings.len().max(1);
    let column = |one: Standing| told.iter().filter(move |(fact, _)| fact.standing == one);
    let most = standings.iter().map(|one| column(*one).count()).max().unwrap_or(1);
    let dots = standings.iter().enumerate().flat_map(|(at, one)| {
        let x = format!("{}%", text::plain((at as f64 + 0.5) / columns as f64 * 100.0));
        column(*one).enumerate().map(move |(row, (fact, card))| {
            let cy = row * DOT_PX + DOT_PX / 2;
            let label = format!("{}: {}", text::standing(*one), fact.statement);
            html! {
                <a href={Route::Card(card.id.clone()).href()} aria-label={label}>
                    <circle cx={x.clone()} cy={cy.to_string()} r="13" class="reach" />
                    <circle cx={x.clone()} cy={cy.to_string()} r="7" class="standing" data-standing={fact.standing.slug()} />
                </a>
            }
        })
    });
    html! {
        <div class="dots">
            <p aria-hidden="true">{ voice.name.as_str() }</p>
            <svg width="100%" height={(most * DOT_PX).to_string()} role="group" aria-label={voice.name.clone()}>
                { for dots }
            </svg>
        </div>
    }
}
