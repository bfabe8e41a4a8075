//! Events to be put in order: each has a button up and one down, and the arrow keys do the same.

use yew::prelude::*;

use super::answers::Answer;
use super::{Answers, Asked, Face, lines};
use crate::deck::interaction::{Event, Events};
use crate::deck::{ChoiceId, IndexedDeck};
use crate::platform::page;
use crate::quiz::{Response, choice_order, is_complete};
use crate::ui::text;

impl Face for Events {
    fn controls(&self, asked: Asked) -> Html {
        list(asked, self)
    }

    fn answers<'a>(&'a self, asked: Asked<'a>) -> Answers<'a> {
        answers(asked, self)
    }

    fn truth(&self, _: &IndexedDeck) -> String {
        lines(
            self.events.iter().enumerate().map(|(position, event)| text::numbered(position + 1, &event.text)),
        )
    }
}

/// The events as they stand now: as given, or as first shown.
fn as_shown(asked: Asked, events: &Events) -> Vec<ChoiceId> {
    match asked.response {
        // One that was begun before the deck was edited may lack an event.
        Some(begun @ Response::Order { events })
            if is_complete(&asked.item.interaction, begun, asked.deck.spelling()) =>
        {
            events.clone()
        }
        _ => {
            let order = choice_order(asked.ask, asked.item);
            let shown = order.iter().filter_map(|position| events.events.get(*position));
            shown.map(|event| event.id.clone()).collect()
        }
    }
}

/// The list to be put in order.
fn list(asked: Asked, events: &Events) -> Html {
    let shown = as_shown(asked, events);
    let all: Vec<&Event> =
        shown.iter().filter_map(|id| events.events.iter().find(|event| event.id == *id)).collect();
    let count = all.len();
    let lines = all.iter().enumerate().map(|(position, event)| line(asked, &shown, event, position, count));
    html! {
        <>
            <p class="soft" lang="en">{ text::ORDER_HOW }</p>
            <p class="end">{ events.from.as_str() }</p>
            <ol class="events">{ for lines }</ol>
            <p class="end">{ events.to.as_str() }</p>
            // Written into as events move: only the move is to be heard, not the whole list each time.
            <p id={status_id(asked)} class="unseen" aria-live="polite"></p>
        </>
    }
}

fn line(asked: Asked, shown: &[ChoiceId], event: &Event, position: usize, count: usize) -> Html {
    let is_end = |is_down: bool| if is_down { position + 1 == count } else { position == 0 };
    let moved = |down: bool| {
        let (on_draft, after) = (asked.on_draft.clone(), Response::moving(shown, &event.id, down));
        let (button, status) = (button_id(asked, event, down), status_id(asked));
        let to = if down { position + 2 } else { position };
        let told = text::event_now(&event.text, to, count);
        let is_end = is_end(down);
        move || {
            if is_end {
                return;
            }
            on_draft.emit(after.clone());
            // Its line has moved, and whatever moves in a page loses the focus.
            let (button, status, told) = (button.clone(), status.clone(), told.clone());
            page::before_next_frame(move || {
                page::focus_in_place(&button);
                page::tell(&status, &told);
            });
        }
    };
    let (up, down) = (moved(false), moved(true));
    let onkeydown = {
        let (up, down) = (up.clone(), down.clone());
        Callback::from(move |event: KeyboardEvent| {
            match event.key().as_str() {
                "ArrowUp" => up(),
                "ArrowDown" => down(),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let button = |is_down: bool, onclick: Callback<MouseEvent>| {
        let word = if is_down { "\u{2193}" } else { "\u{2191}" };
        html! {
            <button
                type="button"
                id={button_id(asked, event, is_down)}
                aria-label={text::move_event(is_down, &event.text)}
                aria-disabled={is_end(is_down).then_some("true")}
                {onclick}
            >
                { word }
            </button>
        }
    };
    html! {
        <li key={event.id.as_str()} data-choice={event.id.to_string()} {onkeydown}>
            <span>{ event.text.as_str() }</span>{ " " }
            { button(false, Callback::from(move |_| up())) }{ " " }
            { button(true, Callback::from(move |_| down())) }
        </li>
    }
}

fn status_id(asked: Asked) -> String {
    format!("moved-{}", asked.name())
}

fn button_id(asked: Asked, event: &Event, is_down: bool) -> String {
    format!("{}-{}-{}", if is_down { "down" } else { "up" }, asked.name(), event.id)
}

/// The right order, and why; what stood at its place is marked as right.
fn answers<'a>(asked: Asked<'a>, events: &'a Events) -> Answers<'a> {
    let given = match asked.given() {
        Some(Response::Order { events }) => events.as_slice(),
        _ => &[],
    };
    let answers = events.events.iter().enumerate().map(|(position, event)| {
        let at = given.iter().position(|id| *id == event.id);
        let moved = at.map_or(0, |at| at.cast_signed() - position.cast_signed());
        let yours = at.filter(|_| moved != 0).map(|at| text::you_put_it(at + 1)).unwrap_or_default();
        Answer { yours, moved, ..Answer::new(event.id.as_str(), &event.text, &event.rationale) }
            .judged(moved == 0, at.is_some())
    });
    Answers { all: answers.collect(), is_sequence: true, ..Answers::default() }
}
