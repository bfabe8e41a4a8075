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

fn gaps<const N: usize>(filled: [(&str, &str); N]) -> Response {
    Response::Cloze { gaps: filled.map(|(gap, choice)| (GapId::new(gap), ChoiceId::new(choice))).into() }
}

fn order(events: [&str; 4]) -> Response {
    Response::Order { events: events.map(ChoiceId::new).into() }
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
    let misspelt = "#/quiz?chapters=the-ligth,no-such&cuont=3&order=random&junk=1&start=now";
    let visit = Visit::first();
    let misspelt = Route::read(misspelt, &visit.deck);
    let none = Route::read("#/quiz?chapters=no-such", &visit.deck);
    let instead = Visit::at("tower-metres").page(Route::Quiz(link));
    expect_states(
        "quiz-set-up",
        &[
            ("of itself", shown(Visit::first())),
            ("by a link", part(&asked_for, "data-page=")),
            ("in place of another quiz", part(&instead, "data-page=")),
            ("by a link that is misspelt", part(&visit.page(misspelt.clone()), "data-page=")),
            ("by such a link amid a quiz", part(&Visit::at("tower-metres").page(misspelt), "data-page=")),
            ("by a link to no chapter of the deck", part(&Visit::first().page(none), "data-page=")),
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

#[test]
fn an_order() {
    let id = "rock-order";
    let moved = order(["lens", "lamp", "wire", "reporter"]);
    // What was begun when the deck had one event less is begun anew.
    let of_another_deck = Response::Order { events: vec!["lens".into(), "lamp".into(), "wire".into()] };
    expect_states(
        "quiz-order",
        &[
            ("unanswered", item(id, [])),
            ("one moved", item(id, [Draft(moved.clone())])),
            ("right", checked(id, order(["lamp", "lens", "wire", "reporter"]))),
            ("partly right", checked(id, moved)),
            ("shown", item(id, [Reveal])),
        ],
    );
    let list = |messages: Vec<Message>| part(&item(id, messages), r#"class="events""#);
    assert_eq!(list(vec![Draft(of_another_deck)]), list(vec![]));
}

#[test]
fn a_match() {
    let id = "light-voices";
    let right = [("rhythm", "gazette"), ("day", "ours"), ("cat", "keeper")];
    let partly = [("rhythm", "gazette"), ("day", "gazette"), ("cat", "keeper")];
    expect_states(
        "quiz-match",
        &[
            ("unanswered", item(id, [])),
            ("half-done", item(id, [Draft(gaps([("day", "ours")]))])),
            ("right", checked(id, gaps(right))),
            ("partly right", checked(id, gaps(partly))),
            ("shown", item(id, [Reveal])),
        ],
    );
}

#[test]
fn a_classify() {
    let id = "rock-standings";
    let partly = [("lamp", "background"), ("wire", "claimed"), ("lens", "claimed")];
    expect_states(
        "quiz-classify",
        &[
            ("unanswered", item(id, [])),
            ("partly right", checked(id, gaps(partly))),
            ("shown", item(id, [Reveal])),
        ],
    );
}

#[test]
fn a_place() {
    let id = "rock-where";
    expect_states(
        "quiz-place",
        &[
            ("unanswered", item(id, [])),
            ("picked", item(id, [Draft(choice("westhaven"))])),
            ("right", checked(id, choice("southport"))),
            ("wrong", checked(id, choice("northport"))),
            ("shown", item(id, [Reveal])),
        ],
    );
}

#[test]
fn an_estimate() {
    let id = "rock-guests";
    expect_states(
        "quiz-estimate",
        &[
            ("unanswered", item(id, [])),
            ("set", item(id, [Draft(number("2400"))])),
            ("right", checked(id, number("3,100"))),
            ("partly right", checked(id, number("2400"))),
            ("wrong, and off the scale", checked(id, number("9000"))),
            ("shown", item(id, [Reveal])),
        ],
    );
}

#[test]
fn words_to_be_marked() {
    let id = "rock-hedge";
    expect_states(
        "quiz-mark",
        &[
            ("unanswered", item(id, [])),
            ("one marked", item(id, [Draft(choices(&["when"]))])),
            ("right", checked(id, choices(&["says"]))),
            ("partly right", checked(id, choices(&["says", "when"]))),
            ("shown", item(id, [Reveal])),
        ],
    );
}
