//! An item that stands in the story, answered in place. Its markup is the same before and after the
//! answer, so that the starter script can answer it before the program has arrived.

use yew::prelude::*;

use super::item::{Said, explanation, feedback, feedback_id, question};
use crate::deck::ItemId;
use crate::platform::{clock, page};
use crate::quiz::{Grade, Response, grade, is_complete};
use crate::ui::handover::Given;
use crate::ui::interactions::Asked;
use crate::ui::keyboard::on_enter;
use crate::ui::learner::Action;
use crate::ui::learning::Shared;
use crate::ui::text;

/// Which item, and where.
#[derive(Properties, PartialEq)]
pub struct StoryItemProps {
    /// The item; nothing is shown if the deck lacks it.
    pub id: ItemId,
    /// Where it stands on the page: parts the names of an item that stands there twice.
    pub at: AttrValue,
}

/// What stands in the item's element: its Check, its feedback and its answers.
#[component]
pub fn StoryItem(props: &StoryItemProps) -> Html {
    let shared = use_context::<Shared>();
    let item = shared.as_ref().and_then(|shared| shared.deck.item(&props.id));
    let draft = use_state(|| item.and_then(|item| shared.as_ref()?.handover.draft(item)));
    let is_hurried = use_state_eq(|| false);
    let given = use_state(|| {
        let item = item?;
        let early = shared.as_ref()?.handover.given(&shared.as_ref()?.deck, item)?.response;
        let spelling = shared.as_ref()?.deck.spelling();
        let graded = |response| grade(&item.interaction, response, spelling);
        let grade = early.as_ref().map_or(Grade::REVEALED, graded);
        Some((early, grade))
    });
    use_focus_kept(given.is_some(), feedback_id(&props.at, &props.id));
    let (Some(shared), Some(item)) = (shared.as_ref(), item) else { return Html::default() };

    let give = {
        let (given, id, interaction) = (given.clone(), props.id.clone(), item.interaction.clone());
        let (shared, is_hurried) = (shared.clone(), is_hurried.clone());
        Callback::from(move |response: Option<Response>| {
            let spelling = shared.deck.spelling();
            let is_whole = |response| is_complete(&interaction, response, spelling);
            let hurried = response.as_ref().is_some_and(|response| !is_whole(response));
            is_hurried.set(hurried);
            if given.is_some() || hurried {
                return;
            }
            let graded = |response| grade(&interaction, response, spelling);
            let grade = response.as_ref().map_or(Grade::REVEALED, graded);
            given.set(Some((response.clone(), grade)));
            shared.handover.keep(&id, Given { response: response.clone() });
            let at_millis = clock::now_millis();
            shared.recorder.dispatch(Action::Checked { item: id.clone(), response, at_millis });
        })
    };
    let check = {
        let (give, draft, is_hurried) = (give.clone(), draft.clone(), is_hurried.clone());
        Callback::from(move |()| match &*draft {
            Some(response) => give.emit(Some(response.clone())),
            None => is_hurried.set(true),
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
        let (by_pointer, on_enter) = (by_pointer.clone(), on_enter(check.clone()));
        Callback::from(move |event: KeyboardEvent| {
            *by_pointer.borrow_mut() = false;
            on_enter.emit(event);
        })
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
    // The first press answers; then it opens and closes as the reader likes.
    let is_given = given.is_some();
    let reveal = Callback::from(move |event: MouseEvent| {
        if !is_given {
            event.prevent_default();
            give.emit(None);
        }
    });
    let shown = given.as_ref().map_or(draft.as_ref(), |(response, _)| response.as_ref());
    let asked = Asked {
        deck: &shared.deck,
        item,
        at: &props.at,
        ask: None,
        response: shown,
        is_answered: given.is_some(),
        on_draft: &on_draft,
    };
    let said = given.as_ref().map(|(response, grade)| Said {
        outcome: grade.outcome,
        response: response.as_ref(),
        sure: None,
    });
    html! {
        <>
            <div class="ask" {onpointerdown} {onkeydown}>
                { question(asked) }
                <div class="actions">
                    <button
                        type="button"
                        lang="en"
                        class="primary"
                        data-action="check"
                        data-done={text::CHECKED}
                        onclick={check.reform(|_: MouseEvent| ())}
                        disabled={given.is_some()}
                    >
                        { if given.is_some() { text::CHECKED } else { text::CHECK } }
                    </button>
                </div>
            </div>
            { feedback(asked, said, *is_hurried) }
            <details class="answers" open={given.is_some()}>
                <summary data-action="reveal" onclick={reveal}>
                    <span class="offer" lang="en">{ text::SHOW_ME }</span>
                    <span class="after" lang="en">{ text::EVERY_ANSWER }</span>
                </summary>
                { explanation(asked, said) }
            </details>
        </>
    }
}

/// Once answered, what had the focus is disabled or gone: it goes to the verdict, unless the reader has
/// it elsewhere.
#[hook]
fn use_focus_kept(is_given: bool, feedback_id: String) {
    let was_given = use_mut_ref(|| is_given);
    use_effect_with(is_given, move |is_given| {
        if !was_given.replace(*is_given) && *is_given && page::is_focus_lost() {
            page::focus_in_place(&feedback_id);
        }
    });
}
