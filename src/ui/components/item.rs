//! One question, in parts that the story and the quiz share.

use yew::prelude::*;

use super::sources::sources;
use crate::deck::ItemId;
use crate::quiz::{Finding, Outcome, Response, Sure, finding, is_complete, unread};
use crate::ui::interactions::{Asked, face};
use crate::ui::route::Route;
use crate::ui::text;

/// Id of the stem's element.
pub fn stem_id(asked: Asked) -> String {
    format!("stem-{}-{}", asked.at, asked.item.id)
}

/// Id of the region that speaks, of an item that stands at `at`.
pub fn feedback_id(at: &str, item: &ItemId) -> String {
    format!("said-{at}-{item}")
}

/// The stem and what to answer with; disabled once answered, upon which the style sheet lets the
/// choices give way to the answers. In the quiz the stem is told with the whole item, to which the focus
/// goes, and the fieldset would tell it again.
pub fn question(asked: Asked, is_answered: bool) -> Html {
    html! {
        <fieldset role={asked.ask.is_some().then_some("none")} disabled={is_answered}>
            <legend id={stem_id(asked)}>{ asked.item.stem.as_str() }</legend>
            { face(&asked.item.interaction).controls(asked) }
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
/// carries along. `is_hurried`: Check was pressed before there was anything to check.
pub fn feedback(asked: Asked, said: Option<Said>, is_hurried: bool) -> Html {
    let item = asked.item;
    let outcome = said.map(|said| said.outcome.slug());
    let truth = AttrValue::from(face(&item.interaction).truth(asked.deck));
    let says = match said {
        Some(said) => Some(verdict(asked, said, &truth)),
        None => lack(asked).filter(|_| is_hurried).map(str::to_owned),
    };
    html! {
        <div
            class="feedback"
            id={feedback_id(asked.at, &item.id)}
            aria-live="polite"
            tabindex="-1"
            data-outcome={outcome}
            data-correct={text::verdict(Outcome::Correct)}
            data-wrong={text::verdict(Outcome::Wrong)}
            data-revealed={text::verdict(Outcome::Revealed)}
            data-label={text::THE_ANSWER}
            data-truth={truth.clone()}
        >
            { for says.map(|says| html! { <p lang="en" key={outcome.unwrap_or_default()}>{ says }</p> }) }
        </div>
    }
}

/// The verdict and what there is to say of it, a line each. One text: screen readers tell several paragraphs
/// in pieces, and not in their order.
fn verdict(asked: Asked, said: Said, truth: &str) -> String {
    let mut lines = vec![text::verdict(said.outcome).to_owned()];
    lines.extend(remarks(asked, said));
    if said.outcome != Outcome::Correct {
        lines.push(format!("{} {truth}", text::THE_ANSWER));
    }
    lines.join("\n")
}

/// What is still wanted before there is something to check.
fn lack(asked: Asked) -> Option<&'static str> {
    let interaction = &asked.item.interaction;
    let general = text::hurried(interaction.kind());
    let Some(response) = asked.response else { return Some(general) };
    if is_complete(interaction, response, asked.deck.spelling()) {
        return None;
    }
    Some(unread(interaction, response).map_or(general, text::unread))
}

fn remarks(asked: Asked, said: Said) -> Vec<String> {
    let item = asked.item;
    let found = |response| finding(&item.interaction, response, asked.deck.spelling());
    let found_out = match said.response.map(found) {
        // How many parts are right is worth saying where it is neither all nor nothing.
        Some(Finding::Parts { right, of, besides }) => (said.outcome == Outcome::Partial)
            .then(|| text::found(item.interaction.kind(), right, of, besides)),
        Some(found_out) => text::finding(&found_out, face(&item.interaction).unit().unwrap_or_default()),
        None => None,
    };
    let certain = said.sure == Some(Sure::Certain) && said.outcome == Outcome::Wrong;
    [found_out, certain.then(|| text::CERTAIN_AND_WRONG.to_owned())].into_iter().flatten().collect()
}

/// Every answer and why, who says so, and the way to the card.
pub fn explanation(asked: Asked) -> Html {
    let deck = asked.deck;
    let card = asked.item.facts.first().and_then(|fact| deck.card_of(fact)).map(|(_, card)| card);
    html! {
        <>
            { face(&asked.item.interaction).answers(asked) }
            <div class="who">
                <p lang="en">{ text::WHO_SAYS_SO }</p>
                { sources(deck, &asked.item.facts) }
                if let Some(card) = card {
                    <p>
                        <a class="to-card" lang="en" href={Route::Card(card.id.clone()).href()}>{ text::read_the_card(&card.title) }</a>
                    </p>
                }
            </div>
        </>
    }
}
