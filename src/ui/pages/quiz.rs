//! The quiz: one item at a time, or what to choose before.

use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::setup::Setup;
use crate::deck::{IndexedDeck, Item};
use crate::memory::Storage;
use crate::platform::page::HEADING;
use crate::platform::{address, clock, keys, page};
use crate::quiz::{Message, Response, Session, Stage, Sure, is_complete};
use crate::ui::components::button::button;
use crate::ui::components::item::{Said, explanation, feedback, feedback_id, question, stem_id};
use crate::ui::half_done::use_half_done;
use crate::ui::interactions::Asked;
use crate::ui::keyboard::{Pressed, on_enter, pick};
use crate::ui::learner::{Action, DeckRef};
use crate::ui::learning::{Shared, use_learning};
use crate::ui::route::{QuizLink, Route};
use crate::ui::text;

/// What the address asks for.
#[derive(Properties, PartialEq)]
pub struct QuizPageProps {
    /// The link that led here.
    pub link: QuizLink,
}

/// Where the item stands, as its parts are named.
const AT: &str = "ask";

/// Id of the item, which takes the focus as the session moves on.
const ITEM_ID: &str = "item";

/// The session under way, else the choices for one.
#[component]
pub fn QuizPage(props: &QuizPageProps) -> Html {
    let learning = use_learning();
    let is_hurried = use_state_eq(|| false);
    let running = learning.as_ref().and_then(|(_, learner)| learner.running());
    let is_at_stake = running.is_some_and(|running| running.is_at_stake(&props.link));
    let session = running.map(|running| &running.session);
    let asked = session.filter(|session| session.item_id().is_some() && !is_at_stake);
    let is_reading =
        learning.as_ref().is_some_and(|(_, learner)| learner.journal().storage() == Storage::Opening);
    let place = asked.map(|session| (session.position(), session.stage == Stage::Answered));
    let said_id = asked.and_then(Session::item_id).map(|item| feedback_id(AT, item));
    use_focus(place, said_id, is_reading, is_at_stake);
    use_results(session.map(|session| session.stage == Stage::Finished));
    let on_message = {
        let (learning, is_hurried) = (learning.clone(), is_hurried.clone());
        Callback::from(move |message: Message| {
            let Some((Shared { deck, recorder, .. }, learner)) = &learning else { return };
            let is_checkable =
                || learner.running().is_some_and(|running| is_checkable(deck, &running.session));
            let hurried = message == Message::Check && !is_checkable();
            is_hurried.set(hurried);
            if !hurried {
                recorder.dispatch(Action::Session { message, at_millis: clock::now_millis() });
            }
        })
    };
    let deck = learning.as_ref().map(|(shared, _)| shared.deck.clone());
    use_keys(deck, asked.cloned(), on_message.clone());
    use_half_done(asked, on_message.reform(Message::Draft));
    let Some((Shared { deck, .. }, learner)) = &learning else { return Html::default() };
    let set_up = |at_stake: Option<String>| {
        let (link, key) = (props.link.clone(), Route::Quiz(props.link.clone()).fragment());
        html! { <><h1 id={HEADING} lang="en" tabindex="-1">{ text::QUIZ }</h1><Setup {key} {link} {at_stake} /></> }
    };
    let shown = match session.and_then(|session| Some((session, deck.item(session.item_id()?)?))) {
        Some((session, _)) if is_at_stake => set_up(Some(text::review::back_to(session))),
        Some((session, item)) => {
            let is_saved = learner.journal().unsaved_count() == 0;
            turn(&Turn { deck, item, session, is_saved, on_message: &on_message, is_hurried: *is_hurried })
        }
        None if is_reading => html! {
            <><h1 id={HEADING} lang="en" tabindex="-1">{ text::QUIZ }</h1><p role="status" lang="en">{ text::OPENING }</p></>
        },
        None => set_up(None),
    };
    html! { <main data-page="quiz" id="main">{ shown }</main> }
}

/// One item of a session, to be shown.
struct Turn<'a> {
    deck: &'a IndexedDeck,
    item: &'a Item,
    session: &'a Session,
    is_saved: bool,
    on_message: &'a Callback<Message>,
    is_hurried: bool,
}

/// An item, and how far its session has come.
fn turn(turn: &Turn) -> Html {
    let Turn { session, on_message, .. } = turn;
    let of = session.plan.items.len();
    let done = of.saturating_sub(session.left());
    html! {
        <>
            <h1 class="unseen" lang="en" id={HEADING} tabindex="-1">{ text::QUIZ }</h1>
            <div class="turn">
                <p id="turn" lang="en">{ text::review::turn_of(session) }</p>
                // For eyes: the words beside it say the same, and a screen reader would tell of each change.
                <progress value={done.to_string()} max={of.to_string()} aria-hidden="true" />
            </div>
            { item_view(turn) }
            <p>
                { button("link", "finish", text::FINISH, on_message.reform(|_| Message::Finish)) }
            </p>
        </>
    }
}

/// Whether what is picked or typed so far can be checked.
fn is_checkable(deck: &IndexedDeck, session: &Session) -> bool {
    let item = session.item_id().and_then(|id| deck.item(id));
    match (&session.stage, item) {
        (Stage::Asking { draft: Some(draft), .. }, Some(item)) => {
            is_complete(&item.interaction, draft, deck.spelling())
        }
        _ => false,
    }
}

fn item_view(turn: &Turn) -> Html {
    let &Turn { deck, item, session, is_saved, on_message, is_hurried } = turn;
    let answered = session.last().filter(|_| session.stage == Stage::Answered);
    let (draft, sure, hinted) = match &session.stage {
        Stage::Asking { draft, sure, hinted } => (draft.as_ref(), *sure, *hinted),
        Stage::Answered | Stage::Finished => (None, None, false),
    };
    let send = |message: Message| {
        let on_message = on_message.clone();
        Callback::from(move |_: MouseEvent| on_message.emit(message.clone()))
    };
    let on_draft = on_message.reform(Message::Draft);
    let shown: Option<&Response> = answered.map_or(draft, |answered| answered.response.as_ref());
    let ask = session.ask();
    let asked = Asked {
        deck,
        item,
        at: AT,
        ask: Some(&ask),
        response: shown,
        is_answered: answered.is_some(),
        on_draft: &on_draft,
    };
    let said = answered.map(|answered| Said {
        outcome: answered.grade.outcome,
        response: answered.response.as_ref(),
        sure: answered.sure,
    });
    let onkeydown = on_enter(on_message.reform(|()| Message::Check));
    let is_last = session.left() == 0;
    html! {
        <section
            key={format!("{} {}", item.id, session.repeat())}
            class="item"
            id={ITEM_ID}
            tabindex="-1"
            role="group"
            aria-labelledby={format!("turn {}", stem_id(asked))}
            data-item={item.id.to_string()}
            data-interaction={item.interaction.kind()}
        >
            <div id="ask" class="ask" {onkeydown}>
                { question(asked) }
                if answered.is_none() && !item.hint.is_empty() {
                    { hint(item, hinted, send(Message::Hint)) }
                }
                if answered.is_none() && session.plan.ask.sure {
                    { sure_steps(sure, on_message) }
                }
            </div>
            { feedback(asked, said, is_hurried) }
            // There before they are asked for: then Check has no more to do than to show them, and the
            // starter script can.
            <div class="answers" hidden={answered.is_none()}>{ explanation(asked, said) }</div>
            <div class="actions">
                if answered.is_some() {
                    <button type="button" lang="en" class="primary" data-action="next" onclick={send(Message::Next)}>
                        { if is_last { text::TO_RESULT } else { text::NEXT } }
                    </button>{ " " }
                    <span class="soft" lang="en">{ if is_saved { text::SAVED } else { text::NOT_SAVED_YET } }</span>
                } else {
                    <button type="button" lang="en" class="primary" data-action="check" data-done={text::CHECKED} onclick={send(Message::Check)}>
                        { text::CHECK }
                    </button>{ " " }
                    { button("", "reveal", text::SHOW_ME, send(Message::Reveal)) }
                }
            </div>
        </section>
    }
}

fn hint(item: &Item, is_shown: bool, on_hint: Callback<MouseEvent>) -> Html {
    // Asked for once; then it opens and closes as the reader likes.
    let onclick = Callback::from(move |event: MouseEvent| {
        if !is_shown {
            event.prevent_default();
            on_hint.emit(event);
        }
    });
    html! {
        <details class="hint" open={is_shown}>
            <summary lang="en" data-action="hint" {onclick}>{ text::HINT }</summary>
            <p>{ item.hint.as_str() }</p>
        </details>
    }
}

fn sure_steps(sure: Option<Sure>, on_message: &Callback<Message>) -> Html {
    let steps = Sure::ALL.into_iter().map(|step| {
        let on_message = on_message.clone();
        let onchange = Callback::from(move |_: Event| on_message.emit(Message::Sure(Some(step))));
        html! {
            <label class="step" key={step.slug()}>
                <input
                    type="radio"
                    name="sure"
                    value={step.slug()}
                    data-sure={step.slug()}
                    checked={sure == Some(step)}
                    {onchange}
                />{ " " }
                <span>{ text::sure(step) }</span>
            </label>
        }
    });
    html! { <fieldset class="sure" lang="en"><legend>{ text::HOW_SURE }</legend>{ for steps }</fieldset> }
}

/// Moves the focus along: to the verdict (`said_id`) once answered, from where one reads on to the reasons;
/// to the item once a session begins or moves on; to the page if another quiz is to take its place. Where the
/// page opens at an item it stays where the reader has it. `place` is the position of the item on screen and
/// whether it is answered; `None` while the log is read or a quiz is chosen.
#[hook]
fn use_focus(place: Option<(usize, bool)>, said_id: Option<String>, is_reading: bool, is_at_stake: bool) {
    let was_at = use_mut_ref(|| (place, is_at_stake));
    let was_reading = use_mut_ref(|| is_reading);
    use_effect_with(((place, is_at_stake), is_reading), move |(at, is_reading)| {
        let (was_at, was_reading) = (was_at.replace(*at), was_reading.replace(*is_reading));
        if was_at == *at {
            return;
        }
        match at.0 {
            None if is_at_stake => {
                page::scroll_to_top();
                page::focus_in_place(HEADING);
            }
            _ if was_reading => {}
            Some((_, true)) => {
                // Not at once: it would lay the page out before the feedback's own frame does.
                page::before_next_frame(move || {
                    if let Some(id) = said_id {
                        page::focus_in_place(&id);
                        page::bring_into_view(&id);
                    }
                });
            }
            Some((_, false)) => {
                page::scroll_to_top();
                page::focus_in_place(ITEM_ID);
            }
            None => {}
        }
    });
}

/// Leads to the results once a session on screen is finished; `None` if there is no session.
#[hook]
fn use_results(is_finished: Option<bool>) {
    let was_finished = use_mut_ref(|| None);
    use_effect_with(is_finished, move |is_finished| {
        if was_finished.replace(*is_finished) == Some(false) && *is_finished == Some(true) {
            address::go(&Route::Results.fragment());
        }
    });
}

#[hook]
fn use_keys(deck: Option<DeckRef>, asked: Option<Session>, on_message: Callback<Message>) {
    use_effect_with((deck, asked), move |(deck, asked)| {
        let (deck, asked) = (deck.clone(), asked.clone());
        let listener = keys::listen(move |event: KeyboardEvent| {
            let Some(session) = &asked else { return };
            let Some(item) = deck.as_ref().and_then(|deck| deck.item(session.item_id()?)) else { return };
            let Some(pressed) = Pressed::of(&event) else { return };
            let messages = pick(item, session, pressed);
            if !messages.is_empty() {
                event.prevent_default();
            }
            for message in messages {
                on_message.emit(message);
            }
        });
        move || drop(listener)
    });
}
