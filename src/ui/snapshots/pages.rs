//! Results, data, faults and notices.

use yew::LocalServerRenderer;

use super::markup::part;
use super::visit::{AT_MILLIS, Visit, sound, wait};
use super::{expect, expect_states};
use crate::deck::{ChoiceId, Code, Problem};
use crate::memory::{Report, Trouble};
use crate::platform::fetch::FetchError;
use crate::platform::worker::Update;
use crate::quiz::{Message, Response, Sure};
use crate::ui::components::notices::{Notices, NoticesProps};
use crate::ui::learner::Action;
use crate::ui::pages::fault::{Fault, fault_page};
use crate::ui::route::Route;

fn picked(choice: &str, sure: Sure) -> [Message; 4] {
    let choice = ChoiceId::new(choice);
    answered(Response::Choice { choice }, Some(sure))
}

fn answered(response: Response, sure: Option<Sure>) -> [Message; 4] {
    [Message::Draft(response), Message::Sure(sure), Message::Check, Message::Next]
}

fn typed(number: &str, sure: Option<Sure>) -> [Message; 4] {
    answered(Response::Number { typed: number.to_owned() }, sure)
}

/// A whole quiz with every outcome: the third item is wrong though the learner was certain, and comes
/// first among the missed ones.
fn finished() -> Visit {
    let parts = Response::Multiple { choices: [ChoiceId::new("rock")].into() };
    Visit::with_damaged(2)
        .starts()
        .says(picked("fresnel", Sure::Certain))
        .says(answered(parts, Some(Sure::Think)))
        .says(typed("15", Some(Sure::Certain)))
        .says([Message::Reveal, Message::Next])
        .says([Message::Reveal, Message::Next])
        .says(picked("birds", Sure::Guess))
        .says(typed("11,520", None))
        .says([Message::Finish])
}

#[test]
fn places_that_there_are_not() {
    let shown = |fragment| {
        let visit = Visit::first();
        let route = Route::read(fragment, &visit.deck);
        part(&visit.page(route), "data-page=")
    };
    expect_states(
        "unknown",
        &[
            ("no page", shown("#/nowhere")),
            ("a misspelt page", shown("#/quizz?count=3")),
            ("a misspelt chapter", shown("#/chapter/the-ligth")),
            ("a misspelt card", shown("#/card/rhytm")),
            ("no word of the glossary", shown("#/term/wick")),
        ],
    );
}

#[test]
fn the_results() {
    let all = finished().page(Route::Results);
    let right = Visit::first().starts().says(picked("fresnel", Sure::Think)).says([Message::Finish]);
    expect_states(
        "results",
        &[
            ("of every outcome", part(&all, "data-page=")),
            ("all right", part(&right.page(Route::Results), "data-page=")),
            ("none yet", part(&Visit::first().page(Route::Results), "data-page=")),
        ],
    );
}

#[test]
fn the_data() {
    let checked = Action::Checked { item: "light-why".into(), response: None, at_millis: AT_MILLIS };
    let some = finished().saved().after([checked]).page(Route::Data);
    expect_states(
        "data",
        &[
            ("eight answers, one of them not stored, and damage", part(&some, "data-page=")),
            ("nothing yet", part(&Visit::first().page(Route::Data), "data-page=")),
        ],
    );
}

#[derive(yew::Properties, PartialEq)]
struct FaultyProps {
    fault: Fault,
}

#[yew::component]
fn Faulty(props: &FaultyProps) -> yew::Html {
    fault_page("decks/sound.json", &props.fault, false)
}

fn fault(fault: Fault) -> String {
    sound(&wait(LocalServerRenderer::<Faulty>::with_props(FaultyProps { fault })))
}

#[test]
fn a_deck_with_sixty_faults() {
    let problem = |code: Code, position: usize| Problem {
        path: format!("$.items[{position}].stem"),
        code,
        severity: code.severity(),
        detail: format!("fault {position}"),
    };
    // What is only a warning does not keep the deck from being shown, so it is neither counted nor listed.
    let mut problems = vec![problem(Code::UnknownField, 0)];
    problems.extend((1..=60).map(|position| problem(Code::WrongShape, position)));
    expect("fault-deck", &fault(Fault::Deck(problems)));
}

#[test]
fn a_deck_that_does_not_come() {
    expect("fault-fetch", &fault(Fault::Fetch(FetchError::Status(404))));
}

#[test]
fn the_notices() {
    let at = |visit: Visit| part(&visit.page(Route::Story), r#"class="notices""#);
    let failed = |trouble| Visit::first().told(Report::Failed(trouble));
    let answered = || Visit::first().starts().says([Message::Reveal]).saved();
    let read = |is_unfinished| Report::Read { entries: Vec::new(), damaged: Vec::new(), is_unfinished };
    let update = |update| sound(&wait(LocalServerRenderer::<Notices>::with_props(NoticesProps { update })));
    expect_states(
        "notices",
        &[
            ("nothing to say", at(Visit::first())),
            ("storage denied", at(failed(Trouble::Denied))),
            ("storage that does not answer", at(failed(Trouble::Silent))),
            ("erased, and storage does not answer", at(failed(Trouble::Silent).told(Report::Erasing))),
            ("stored answers are gone", at(answered().told(read(false)))),
            ("a backup restored in part", at(Visit::first().told(read(true)))),
            ("damaged records", at(Visit::with_damaged(1))),
            ("a new version", update(Update::Ready)),
            ("a new version that is in place, with nothing to be stored", update(Update::Active)),
        ],
    );
}
