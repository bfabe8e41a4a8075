//! An item that stands in the story, answered in place. Its markup is the same before and after the
//! answer, so that the starter script can answer it before the program has arrived.

use yew::prelude::*;

use super::item::{Said, explanation, feedback, question};
use crate::deck::ItemId;
use crate::platform::clock;
use crate::quiz::{Grade, Response, grade, is_complete};
use crate::ui::handover::{Given, Handover};
use crate::ui::interactions::Asked;
use crate::ui::learner::{Action, DeckRef};
use crate::ui::learning::LearnerDispatcher;
use crate::ui::text;

/// Which item, and where.
#[derive(Properties, PartialEq)]
pub struct StoryItemProps {
    /// The item; nothing is shown if the deck lacks it.
    pub id: ItemId,
    /// Where it stands on the page: parts the names of an item that stands there twice.
    pub at: AttrValue,
}

/// An item with its Check, its feedback and its answers.
#[component]
pub fn StoryItem(props: &StoryItemProps) -> Html {
    let deck = use_context::<DeckRef>();
    let handover = use_context::<Handover>().unwrap_or_default();
    let dispatcher = use_context::<LearnerDispatcher>();
    let item = deck.as_ref().and_then(|deck| deck.item(&props.id));
    let draft = use_state(|| item.and_then(|item| handover.draft(item)));
    let given = use_state(|| {
        let item = item?;
        let early = handover.given(item)?.response;
        let grade = early.as_ref().map_or(Grade::REVEALED, |response| grade(&item.interaction, response));
        Some((early, grade))
    });
    let (Some(deck), Some(item)) = (deck.as_ref(), item) else { return Html::default() };

    let give = {
        let (given, id, interaction) = (given.clone(), props.id.clone(), item.interaction.clone());
        Callback::from(move |response: Option<Response>| {
            if given.is_some() || response.as_ref().is_some_and(|r| !is_complete(&interaction, r)) {
                return;
            }
            let grade = response.as_ref().map_or(Grade::REVEALED, |response| grade(&interaction, response));
            given.set(Some((response.clone(), grade)));
            handover.keep(&id, Given { response: response.clone() });
            if let Some(dispatcher) = &dispatcher {
                let at_millis = clock::now_millis();
                dispatcher.0.dispatch(Action::Checked { item: id.clone(), response, at_millis });
            }
        })
    };
    let onsubmit = {
        let (give, draft) = (give.clone(), draft.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(response) = &*draft {
                give.emit(Some(response.clone()));
            }
        })
    };
    // A pointer that picks a choice answers with it. The arrow keys pick too, so from the keyboard, and
    // from a screen reader, it takes Check.
    let by_pointer = use_mut_ref(|| false);
    let onpointerdown = {
        let by_pointer = by_pointer.clone();
        Callback::from(move |_: PointerEvent| *by_pointer.borrow_mut() = true)
    };
    let onkeydown = {
        let by_pointer = by_pointer.clone();
        Callback::from(move |_: KeyboardEvent| *by_pointer.borrow_mut() = false)
    };
    let on_draft = {
        let (give, draft) = (give.clone(), draft.clone());
        Callback::from(move |response: Response| {
            let answers = *by_pointer.borrow() && matches!(response, Response::Choice { .. });
            draft.set(Some(response.clone()));
            if answers {
                give.emit(Some(response));
            }
        })
    };
    let reveal = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        give.emit(None);
    });
    let shown = given.as_ref().map_or(draft.as_ref(), |(response, _)| response.as_ref());
    let asked = Asked { item, at: &props.at, ask: None, response: shown, on_draft: &on_draft };
    let said = given.as_ref().map(|(response, grade)| Said {
        outcome: grade.outcome,
        response: response.as_ref(),
        sure: None,
    });
    html! {
        <section class="item" data-item={item.id.to_string()} data-interaction={item.interaction.kind()}>
            <form {onsubmit} {onpointerdown} {onkeydown}>
                { question(asked, given.is_some()) }
                <div class="actions">
                    <button
                        type="submit"
                        class="primary"
                        data-action="check"
                        data-done={text::CHECKED}
                        disabled={given.is_some()}
                    >
                        { if given.is_some() { text::CHECKED } else { text::CHECK } }
                    </button>
                </div>
            </form>
            { feedback(item, said) }
            <details class="answers" open={given.is_some()}>
                <summary data-action="reveal" onclick={reveal}>
                    <span class="offer">{ text::SHOW_ME }</span>
                    <span class="after">{ text::EVERY_ANSWER }</span>
                </summary>
                { explanation(deck, asked) }
            </details>
        </section>
    }
}
