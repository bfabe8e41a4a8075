//! One question, in parts that the story and the quiz share.

use yew::prelude::*;

use super::sources::sources;
use crate::deck::ItemId;
use crate::quiz::{Finding, Outcome, Response, Sure, finding, is_complete, unread};
use crate::ui::interactions::{Asked, explained, face};
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
pub fn question(asked: Asked) -> Html {
    html! {
        <fieldset role={asked.ask.is_some().then_some("none")} disabled={asked.is_answered}>
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

impl Said<'_> {
    fn is_certain_and_wrong(&self) -> bool {
        self.sure == Some(Sure::Certain) && self.outcome == Outcome::Wrong
    }
}

/// The region that speaks once the item is answered. It stands in the page before, so that screen
/// readers notice the change; what the starter script may have to say before the program is there, it
/// carries along. `is_hurried`: Check was pressed before there was anything to check.
pub fn feedback(asked: Asked, said: Option<Said>, is_hurried: bool) -> Html {
    let item = asked.item;
    let outcome = said.map(|said| said.outcome.slug());
    let truth = AttrValue::from(face(&item.interaction).truth(asked.deck));
    let says = match said {
        Some(said) => Some(verdict(asked, said)),
        None => lack(asked).filter(|_| is_hurried).map(str::to_owned),
    };
    // For ears, which hear it before the reasons: eyes find it there.
    let tells = said.filter(|said| said.outcome != Outcome::Correct).map(|_| {
        let language = asked.deck.language.clone();
        html! { <span class="heard">{ " " }{ text::THE_ANSWER }{ " " }<span lang={language}>{ truth.clone() }</span></span> }
    });
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
            { for says.map(|says| html! { <p lang="en" key={outcome.unwrap_or_default()}>{ says }{ tells }</p> }) }
        </div>
    }
}

/// The verdict and what there is to say of it, a line each. One text: screen readers tell several paragraphs
/// in pieces, and not in their order.
fn verdict(asked: Asked, said: Said) -> String {
    let mut lines = vec![text::verdict(said.outcome).to_owned()];
    lines.extend(remarks(asked, said));
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

/// What there is to say of a response beyond the reasons, a line each.
pub fn remarks(asked: Asked, said: Said) -> Vec<String> {
    let item = asked.item;
    let found = |response| finding(&item.interaction, response, asked.deck.spelling());
    let found_out = match said.response.map(found) {
        // How many parts are right is worth saying where it is neither all nor nothing.
        Some(Finding::Parts { right, of, besides }) => (said.outcome == Outcome::Partial)
            .then(|| text::found(item.interaction.kind(), right, of, besides)),
        Some(found_out) => text::finding(&found_out, face(&item.interaction).unit().unwrap_or_default()),
        None => None,
    };
    // A name that the deck does not know stands nowhere else.
    let unknown = match said.response {
        Some(Response::Text { typed }) if said.outcome == Outcome::Wrong => {
            Some(text::you_said(typed.trim()))
        }
        _ => None,
    };
    let certain = said.is_certain_and_wrong().then(|| text::CERTAIN_AND_WRONG.to_owned());
    [found_out, unknown, certain].into_iter().flatten().collect()
}

/// Every answer and why, who says so, and the way to the card. What was neither given nor right is behind a fold:
/// open for those who were certain and wrong.
pub fn explanation(asked: Asked, said: Option<Said>) -> Html {
    let is_open = said.is_some_and(|said| said.is_certain_and_wrong());
    let deck = asked.deck;
    let card = asked.item.facts.first().and_then(|fact| deck.card_of(fact)).map(|(_, card)| card);
    html! {
        <>
            { explained(&face(&asked.item.interaction).answers(asked), is_open) }
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
