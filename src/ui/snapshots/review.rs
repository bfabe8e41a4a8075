//! Review and progress, over the days of a learner.

use super::expect_states;
use super::markup::part;
use super::visit::{AT_MILLIS, Visit};
use crate::deck::ChoiceId;
use crate::memory::{Goal, day_of};
use crate::quiz::{Message, Response, Sure};
use crate::ui::learner::{Action, Which};
use crate::ui::route::{QuizLink, Route};

const DAY_MILLIS: i64 = 24 * 60 * 60 * 1000;

fn shown(visit: Visit, route: Route) -> String {
    part(&visit.page(route), "data-page=")
}

/// The same visit so many days later.
fn later(visit: Visit, days: i64) -> Visit {
    visit.after([Action::Looked { at_millis: AT_MILLIS + days * DAY_MILLIS }])
}

/// A pre-question wrong though certain, one right and guessed, one shown.
fn learnt() -> Visit {
    let picked = |choice: &str, sure| {
        let response = Response::Choice { choice: ChoiceId::new(choice) };
        [Message::Draft(response), Message::Sure(Some(sure)), Message::Check, Message::Next]
    };
    Visit::first()
        .starts()
        .says(picked("mirror", Sure::Certain))
        .says([Message::Reveal, Message::Next])
        .says([Message::Reveal, Message::Finish])
}

fn reviews(visit: Visit, days: i64, messages: Vec<Message>) -> Visit {
    let at_millis = AT_MILLIS + days * DAY_MILLIS;
    let begun = visit.after([Action::Review { which: Which::Due, seed: 1, at_millis }]);
    begun.after(messages.into_iter().map(|message| Action::Session { message, at_millis }))
}

#[test]
fn the_review() {
    let goal = Goal::Until { day: day_of(AT_MILLIS, 0) + 30 };
    let until = Action::Goal { goal, at_millis: AT_MILLIS };
    expect_states(
        "review",
        &[
            ("nothing learnt", shown(Visit::first(), Route::Review)),
            ("nothing that counts yet", shown(later(learnt(), -200), Route::Review)),
            ("nothing due", shown(learnt().after([until]), Route::Review)),
            ("some due, another quiz under way", shown(later(learnt().starts(), 3), Route::Review)),
        ],
    );
}

#[test]
fn a_review_goes_on_until_all_was_right() {
    let quiz = |visit| part(&shown(visit, Route::Quiz(QuizLink::default())), r#"class="turn""#);
    let shown_once = || vec![Message::Reveal];
    let stopped = || vec![Message::Reveal, Message::Next, Message::Finish];
    expect_states(
        "review-session",
        &[
            ("begun", quiz(reviews(learnt(), 3, vec![]))),
            ("one comes back", quiz(reviews(learnt(), 3, shown_once()))),
            ("stopped", shown(reviews(learnt(), 3, stopped()), Route::Results)),
        ],
    );
}

#[test]
fn the_progress() {
    expect_states(
        "progress",
        &[
            ("nothing learnt", shown(Visit::first(), Route::Progress)),
            ("after a quiz", shown(learnt(), Route::Progress)),
            ("forty days later", shown(later(learnt(), 40), Route::Progress)),
        ],
    );
}

#[test]
fn what_is_due_is_offered_first() {
    let page = later(learnt(), 3).page(Route::Story);
    expect_states("story-due", &[("some due", part(&page, r#"class="head""#))]);
}
