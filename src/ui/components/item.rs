//! One question, in parts that the story and the quiz share.

use yew::prelude::*;

use super::sources::sources;
use crate::deck::{IndexedDeck, Interaction, Item};
use crate::quiz::{Finding, Outcome, Response, Sure, finding};
use crate::ui::interactions::{Asked, answers, controls, found};
use crate::ui::route::Route;
use crate::ui::text;

/// The stem and what to answer with; disabled once answered, upon which the style sheet lets the
/// choices give way to the answers.
pub fn question(asked: Asked, is_answered: bool) -> Html {
    html! {
        <fieldset disabled={is_answered}>
            <legend>{ asked.item.stem.as_str() }</legend>
            { controls(asked) }
        </fieldset>
    }
}

/// What the feedback region says.
#[derive(Clone, Copy)]
pub struct Said<'a> {
    /// What the response was worth.
    pub outcome: Outcome,
    /// What was given; `None` if the answers were asked for.
    pub response: Option<&'a Response>,
    /// How sure the learner was.
    pub sure: Option<Sure>,
}

/// The region that speaks once the item is answered. It stands in the page before, so that screen
/// readers notice the change; what the starter script may have to say before the program is there, it
/// carries along.
pub fn feedback(item: &Item, said: Option<Said>) -> Html {
    let outcome = said.map(|said| said.outcome.slug());
    html! {
        <div
            class="feedback"
            role="status"
            data-outcome={outcome}
            data-correct={text::verdict(Outcome::Correct)}
            data-wrong={text::verdict(Outcome::Wrong)}
            data-revealed={text::verdict(Outcome::Revealed)}
            data-truth={text::THE_ANSWER}
        >
            if let Some(said) = said {
                <p class="verdict">{ text::verdict(said.outcome) }</p>
                { for remarks(item, said).into_iter().map(|remark| html! { <p>{ remark }</p> }) }
                if let Some(truth) = truth(item).filter(|_| said.outcome != Outcome::Correct) {
                    <p>{ text::THE_ANSWER }{ " " }<b>{ truth }</b></p>
                }
            }
        </div>
    }
}

/// The one right answer, where there is one: a falsehood must not be the last thing read.
fn truth(item: &Item) -> Option<String> {
    match &item.interaction {
        Interaction::Choice(single) => {
            single.choices.iter().find(|choice| choice.correct).map(|key| key.text.clone())
        }
        Interaction::Number(number) => Some(text::quantity(number.value, &number.unit)),
        Interaction::Text(entry) => entry.accepted.first().cloned(),
        Interaction::Multiple(_) | Interaction::Cloze(_) => None,
    }
}

fn remarks(item: &Item, said: Said) -> Vec<String> {
    let unit = match &item.interaction {
        Interaction::Number(number) => number.unit.as_str(),
        _ => "",
    };
    let found_out = said.response.map_or(Finding::None, |response| finding(&item.interaction, response));
    let partly = said.response.filter(|_| said.outcome == Outcome::Partial);
    let certain = said.sure == Some(Sure::Certain) && said.outcome == Outcome::Wrong;
    [
        text::finding(&found_out, unit),
        partly.and_then(|response| found(&item.interaction, response)),
        certain.then(|| text::CERTAIN_AND_WRONG.to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Every answer and why, who says so, and the way to the card.
pub fn explanation(deck: &IndexedDeck, asked: Asked) -> Html {
    let card = asked.item.facts.first().and_then(|fact| deck.card_of(fact)).map(|(_, card)| card);
    html! {
        <>
            { answers(asked) }
            <div class="who">
                <p>{ text::WHO_SAYS_SO }</p>
                { sources(deck, &asked.item.facts) }
                if let Some(card) = card {
                    <p>
                        <a class="to-card" href={Route::Card(card.id.clone()).href()}>{ text::read_the_card(&card.title) }</a>
                    </p>
                }
            </div>
        </>
    }
}
