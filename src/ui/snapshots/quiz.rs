//! The quiz: what to choose before, and every kind of item in every state.

use super::expect_states;
use super::markup::part;
use super::visit::Visit;
use crate::deck::{ChoiceId, GapId};
use crate::quiz::Message::{Check, Draft, Hint, Reveal, Sure as HowSure};
use crate::quiz::{Message, Response, Sure};
use crate::ui::route::{QuizLink, Route};

fn shown(visit: Visit) -> String {
    part(&visit.page(Route::Quiz(QuizLink::default())), "data-page=")
}

/// An item after these messages.
fn item(id: &str, messages: impl IntoIterator<Item = Message>) -> String {
    shown(Visit::at(id).says(messages))
}

/// An item once this response was checked.
fn checked(id: &str, response: Response) -> String {
    item(id, [Draft(response), Check])
}

fn choice(id: &str) -> Response {
    Response::Choice { choice: ChoiceId::new(id) }
}

fn choices(ids: &[&str]) -> Response {
    Response::Multiple { choices: ids.iter().copied().map(ChoiceId::new).collect() }
}

fn number(typed: &str) -> Response {
    Response::Number { typed: typed.to_owned() }
}

fn text(typed: &str) -> Response {
    Response::Text { typed: typed.to_owned() }
}

fn gaps(filled: [(&str, &str); 2]) -> Response {
    Response::Cloze { gaps: filled.map(|(gap, choice)| (GapId::new(gap), ChoiceId::new(choice))).into() }
}

#[test]
fn the_set_up() {
    let link = QuizLink {
        chapters: vec!["the-light".into()],
        count: Some(2),
        without_sure: true,
        ..QuizLink::default()
    };
    let asked_for = Visit::first().page(Route::Quiz(link));
    let link = QuizLink { count: Some(15), start_now: true, ..QuizLink::default() };
    let instead = Visit::at("tower-metres").page(Route::Quiz(link));
    expect_states(
        "quiz-set-up",
        &[
            ("of itself", shown(Visit::first())),
            ("by a link", part(&asked_for, "data-page=")),
            ("in place of another quiz", part(&instead, "data-page=")),
        ],
    );
}

#[test]
fn a_single_choice() {
    let id = "tower-lens";
    let certain = || HowSure(Some(Sure::Certain));
    let right = Visit::at(id).says([Draft(choice("fresnel")), Check]).saved();
    expect_states(
        "quiz-choice",
        &[
            ("unanswered", item(id, [])),
            ("picked, with the hint and how sure", item(id, [Draft(choice("pane")), Hint, certain()])),
            ("right, and stored", shown(right)),
            ("wrong, though certain", item(id, [Draft(choice("mirror")), certain(), Check])),
            ("shown", item(id, [Reveal])),
        ],
    );
}

#[test]
fn a_multiple_choice() {
    let id = "tower-parts";
    expect_states(
        "quiz-multiple",
        &[
            ("unanswered", item(id, [])),
            ("right", checked(id, choices(&["rock", "lens"]))),
            ("partly right", checked(id, choices(&["rock"]))),
            ("wrong", checked(id, choices(&["cat", "boat"]))),
            ("shown", item(id, [Reveal])),
        ],
    );
}

#[test]
fn a_number() {
    let id = "tower-metres";
    expect_states(
        "quiz-number",
        &[
            ("unanswered", item(id, [])),
            ("right", checked(id, number("30"))),
            ("partly right", checked(id, number("36"))),
            ("wrong, by a mix-up", checked(id, number("15"))),
            ("shown", item(id, [Reveal])),
        ],
    );
}

#[test]
fn a_name() {
    let id = "tower-inventor";
    expect_states(
        "quiz-text",
        &[
            ("unanswered", item(id, [])),
            ("right, but misspelt", checked(id, text("Fresnal"))),
            ("wrong, by a mix-up", checked(id, text("lindqvist"))),
            ("wrong, with markup in it", checked(id, text(r#"<b>"x"</b>"#))),
            ("shown", item(id, [Reveal])),
        ],
    );
}

#[test]
fn a_cloze() {
    let id = "light-rhythm";
    expect_states(
        "quiz-cloze",
        &[
            ("unanswered", item(id, [])),
            ("right", checked(id, gaps([("times", "twice"), ("seconds", "fifteen")]))),
            ("partly right", checked(id, gaps([("times", "once"), ("seconds", "fifteen")]))),
            ("wrong", checked(id, gaps([("times", "once"), ("seconds", "thirty-one")]))),
            ("shown", item(id, [Reveal])),
        ],
    );
}
