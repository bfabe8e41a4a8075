//! Who says so, and on what standing: the badge that every fact carries.

use yew::prelude::*;

use crate::deck::{Fact, FactId, IndexedDeck, Standing};
use crate::ui::text;

/// The word of a standing with its mark; the mark's shape is the style sheet's.
pub fn standing(standing: Standing) -> Html {
    html! { <span class="standing" lang="en" data-standing={standing.slug()}>{ text::standing(standing) }</span> }
}

/// A badge for each fact, with an explanation on demand; one for those whose badges would look alike. Facts
/// that the deck lacks are left out.
pub fn sources(deck: &IndexedDeck, facts: &[FactId]) -> Html {
    let mut badges: Vec<Vec<&Fact>> = Vec::new();
    for fact in facts.iter().filter_map(|id| deck.fact(id)) {
        let is_alike = |one: &&Fact| {
            one.voice == fact.voice && one.standing == fact.standing && one.paragraphs == fact.paragraphs
        };
        match badges.iter_mut().find(|badge| badge.iter().all(is_alike)) {
            Some(badge) => badge.push(fact),
            None => badges.push(vec![fact]),
        }
    }
    let badges = badges.iter().map(|facts| badge(deck, facts));
    html! { <ul class="sources" aria-label={text::WHO_SAYS_SO}>{ for badges }</ul> }
}

fn badge(deck: &IndexedDeck, facts: &[&Fact]) -> Html {
    let Some(fact) = facts.first() else { return Html::default() };
    let voice = deck.voice(&fact.voice);
    let name = voice.map_or(fact.voice.as_str(), |voice| voice.name.as_str());
    let role = voice.map_or("", |voice| voice.role.as_str());
    let paragraphs: Vec<_> = fact.paragraphs.iter().map(u32::to_string).collect();
    html! {
        <li key={fact.id.as_str()}>
            <details class="badge">
                <summary>
                    <span class="voice" lang={deck.language.clone()}>{ name }</span>{ " " }
                    { standing(fact.standing) }{ " " }
                    if !paragraphs.is_empty() { <span class="paras">
                        <span class="unseen" lang="en">{ text::paragraphs(paragraphs.len()) }</span><span aria-hidden="true">{ "¶ " }</span>
                        { paragraphs.join(", ") }
                    </span> }
                </summary>
                { for facts.iter().map(|fact| html! { <p lang={deck.language.clone()}>{ fact.statement.as_str() }</p> }) }
                if !role.is_empty() {
                    <p class="soft" lang={deck.language.clone()}><b>{ format!("{name}: ") }</b>{ role }{ "." }</p>
                }
                <p class="soft" lang="en">
                    <b>{ format!("{}: ", text::standing(fact.standing)) }</b>
                    { text::standing_meaning(fact.standing) }
                    { for facts.iter().filter(|fact| !fact.note.is_empty()).map(|fact| html! {
                        <span lang={deck.language.clone()}>{ format!(" {}", fact.note) }</span>
                    }) }
                </p>
            </details>
        </li>
    }
}
