//! The session as a state machine, and what comes out of it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test should stop there")]

mod sample;

use std::rc::Rc;

use factdeck::deck::{IndexedDeck, Interaction, ItemId, Standing, Weight};
use factdeck::quiz::{
    Answered, Ask, Grade, Message, Outcome, Plan, Response, Session, Stage, Sure, Tally, plan, plan_of,
    results,
};
use proptest::prelude::*;
use sample::{
    classifying, cloze, deck, deck_of, estimate, fact, fill, item, marking, matching, multiple, order, pick,
    place, put, single, tick,
};

fn asking(draft: Option<Response>, sure: Option<Sure>, hinted: bool) -> Stage {
    Stage::Asking { draft, sure, hinted }
}

/// Two items, both with the key `yes`; the first has a hint.
fn two_items() -> (IndexedDeck, Plan) {
    let facts = vec![fact("f", Weight::Main, Standing::Reported)];
    let mut first = item("first", "f", single(&["+yes", "no"]));
    first.hint = "think".into();
    let second = item("second", "f", single(&["+yes", "no"]));
    let plan = plan_of(Ask { sure: true, ..Ask::default() }, vec!["first".into(), "second".into()]);
    (deck_of(vec![("a", facts)], vec![first, second]), plan)
}

fn run(deck: &IndexedDeck, session: Session, messages: &[Message]) -> Session {
    messages.iter().cloned().fold(session, |session, message| session.update(deck, message))
}

/// Stage, position and count of answers after a message; `None` where nothing changes.
type After = Option<(Stage, usize, usize)>;

#[test]
fn every_message_in_every_stage() {
    let (deck, plan) = two_items();
    let fresh = Session::start(plan.clone());
    let drafted = run(&deck, fresh.clone(), &[Message::Draft(pick("yes"))]);
    let unfit = run(&deck, fresh.clone(), &[Message::Draft(pick("gone"))]);
    let answered = run(&deck, drafted.clone(), &[Message::Check]);
    let finished = run(&deck, fresh.clone(), &[Message::Finish]);

    let all = [
        Message::Draft(pick("no")),
        Message::Sure(Some(Sure::Think)),
        Message::Hint,
        Message::Check,
        Message::Reveal,
        Message::Next,
        Message::Finish,
    ];
    let end = || Some((Stage::Finished, 2, 0));
    let done = || Some((Stage::Answered, 0, 1));
    let rows: [(&str, &Session, [After; 7]); 5] = [
        (
            "fresh",
            &fresh,
            [
                Some((asking(Some(pick("no")), None, false), 0, 0)),
                Some((asking(None, Some(Sure::Think), false), 0, 0)),
                Some((asking(None, None, true), 0, 0)),
                None,
                done(),
                None,
                end(),
            ],
        ),
        (
            "drafted",
            &drafted,
            [
                Some((asking(Some(pick("no")), None, false), 0, 0)),
                Some((asking(Some(pick("yes")), Some(Sure::Think), false), 0, 0)),
                Some((asking(Some(pick("yes")), None, true), 0, 0)),
                done(),
                done(),
                None,
                end(),
            ],
        ),
        (
            "with a draft that is not complete",
            &unfit,
            [
                Some((asking(Some(pick("no")), None, false), 0, 0)),
                Some((asking(Some(pick("gone")), Some(Sure::Think), false), 0, 0)),
                Some((asking(Some(pick("gone")), None, true), 0, 0)),
                None,
                done(),
                None,
                end(),
            ],
        ),
        (
            "answered",
            &answered,
            [
                None,
                None,
                None,
                None,
                None,
                Some((asking(None, None, false), 1, 1)),
                Some((Stage::Finished, 2, 1)),
            ],
        ),
        ("finished", &finished, [None, None, None, None, None, None, None]),
    ];
    for (name, before, expected) in rows {
        for (message, expected) in all.iter().zip(expected) {
            let after = before.update(&deck, message.clone());
            match expected {
                None => assert_eq!(&after, before, "{message:?} while {name}"),
                Some((stage, position, count)) => {
                    let found = (after.stage.clone(), after.position(), after.answered.len());
                    assert_eq!(found, (stage, position, count), "{message:?} while {name}");
                }
            }
        }
    }
}

#[test]
fn an_answer_carries_what_was_given_and_how() {
    let (deck, plan) = two_items();
    let messages =
        [Message::Hint, Message::Sure(Some(Sure::Certain)), Message::Draft(pick("no")), Message::Check];
    let session = run(&deck, Session::start(plan), &messages);
    let expected = Answered {
        item: "first".into(),
        response: Some(pick("no")),
        grade: Grade::WRONG,
        sure: Some(Sure::Certain),
        hinted: true,
    };
    assert_eq!(session.last(), Some(&expected));
    assert_eq!(session.item_id(), Some(&"first".into()), "its feedback is on screen");
    assert_eq!(session.update(&deck, Message::Next).item_id(), Some(&"second".into()));
}

#[test]
fn showing_is_an_outcome_of_its_own_and_forgets_how_sure() {
    let (deck, plan) = two_items();
    let messages = [Message::Draft(pick("yes")), Message::Sure(Some(Sure::Guess)), Message::Reveal];
    let session = run(&deck, Session::start(plan), &messages);
    let last = session.last().unwrap();
    assert_eq!((last.grade, &last.response, last.sure), (Grade::REVEALED, &None, None));
}

#[test]
fn sure_and_hint_are_taken_only_where_there_are_such() {
    let (deck, mut plan) = two_items();
    plan.ask.sure = false;
    plan.items.reverse();
    let session = Session::start(plan);
    assert_eq!(session.update(&deck, Message::Sure(Some(Sure::Guess))), session);
    assert_eq!(session.update(&deck, Message::Hint), session, "the second item has no hint");
}

#[test]
fn what_is_half_done_waits_for_the_rest() {
    let number = |typed: &str| Response::Number { typed: typed.into() };
    let standings = [Standing::Reported, Standing::Claimed];
    // An item, what is half-done, and what is done.
    let cases = [
        (multiple(&["+a", "b", "c"]), tick(&[]), tick(&["a"])),
        (cloze(&[&["+a", "b"], &["c", "+d"]]), fill(&[("g0", "a")]), fill(&[("g0", "a"), ("g1", "c")])),
        (order(&["a", "b", "c"]), put(&["b", "a"]), put(&["b", "a", "c"])),
        (matching(&["a", "b"], &["a", "b"]), fill(&[("r1", "b")]), fill(&[("r0", "b"), ("r1", "b")])),
        (
            classifying(&standings, &standings),
            fill(&[("r0", "claimed")]),
            fill(&[("r0", "claimed"), ("r1", "claimed")]),
        ),
        (place(&["+a", "b"]), pick(""), pick("b")),
        (Interaction::Estimate(estimate(9.0, 1.0, None)), number("about"), number("about 7")),
        (marking(&["+a", "", "b"]), tick(&[]), tick(&["b"])),
    ];
    for (interaction, half, done) in cases {
        let kind = interaction.kind();
        let mut asked = item("it", "f", interaction);
        asked.hint = "think".into();
        let deck = deck_of(vec![], vec![asked]);
        let plan = plan_of(Ask { sure: true, ..Ask::default() }, vec!["it".into()]);
        let messages =
            [Message::Draft(half.clone()), Message::Sure(Some(Sure::Guess)), Message::Hint, Message::Check];
        let waiting = run(&deck, Session::start(plan), &messages);
        assert_eq!(waiting.stage, asking(Some(half), Some(Sure::Guess), true), "{kind}");
        let answered = run(&deck, waiting, &[Message::Draft(done.clone()), Message::Check]);
        assert_eq!(answered.stage, Stage::Answered, "{kind}");
        assert_eq!(answered.last().unwrap().response, Some(done), "{kind}");
    }
}

#[test]
fn how_sure_can_be_taken_back() {
    let (deck, plan) = two_items();
    let messages = [Message::Sure(Some(Sure::Guess)), Message::Sure(None)];
    let start = Session::start(plan);
    assert_eq!(run(&deck, start.clone(), &messages), start);
}

#[test]
fn the_last_next_finishes() {
    let (deck, plan) = two_items();
    let session =
        run(&deck, Session::start(plan), &[Message::Reveal, Message::Next, Message::Reveal, Message::Next]);
    assert_eq!((&session.stage, session.position(), session.item_id()), (&Stage::Finished, 2, None));
    let again = Session::resume(Rc::clone(&session.plan), Rc::clone(&session.answered));
    assert_eq!(again, session);
}

#[test]
fn a_session_of_nothing_is_finished() {
    let session = Session::start(Plan::default());
    assert_eq!((session.stage, session.answered.len()), (Stage::Finished, 0));
}

#[test]
fn an_item_that_the_deck_lost_can_be_passed() {
    let (deck, _) = two_items();
    let session = Session::start(plan_of(Ask::default(), vec!["gone".into(), "second".into()]));
    let checked = run(&deck, session.clone(), &[Message::Draft(pick("yes")), Message::Check]);
    assert_eq!(checked.answered.len(), 0);
    let passed = run(&deck, session, &[Message::Reveal, Message::Next]);
    assert_eq!(passed.item_id(), Some(&"second".into()));
}

#[test]
fn what_another_tab_answered_is_not_asked_again() {
    let (deck, _) = two_items();
    let items: Vec<ItemId> = ["first", "second", "third"].map(ItemId::from).to_vec();
    let elsewhere = Answered {
        item: "second".into(),
        response: Some(pick("yes")),
        grade: Grade::CORRECT,
        sure: None,
        hinted: false,
    };
    let session = Session::resume(plan_of(Ask::default(), items), vec![elsewhere]);
    assert_eq!(session.item_id(), Some(&"first".into()));
    let session = run(&deck, session, &[Message::Reveal, Message::Next]);
    assert_eq!(session.item_id(), Some(&"third".into()));
    assert_eq!(session.position(), 2);
}

fn any_message() -> impl Strategy<Value = Message> {
    let sure = prop_oneof![Just(None), Just(Some(Sure::Guess)), Just(Some(Sure::Certain))];
    prop_oneof![
        3 => "yes|no|gone".prop_map(|id| Message::Draft(pick(&id))),
        1 => sure.prop_map(Message::Sure),
        1 => Just(Message::Hint),
        4 => Just(Message::Check),
        1 => Just(Message::Reveal),
        4 => Just(Message::Next),
    ]
}

proptest! {
    #[test]
    fn a_session_cut_anywhere_goes_on_where_it_was(
        messages in proptest::collection::vec(any_message(), 0..60),
        seed: u64,
        cut in 0_usize..60,
    ) {
        let deck = deck(&[4, 5]);
        let plan = Rc::new(plan(&deck, Ask { seed, sure: true, ..Ask::default() }));
        let (before, after) = messages.split_at(cut.min(messages.len()));
        let whole = run(&deck, Session::start(Rc::clone(&plan)), before);
        let resumed = Session::resume(plan, Rc::clone(&whole.answered));
        // What comes back is the session past its feedback, with an empty draft.
        let mut cleared = whole.update(&deck, Message::Next);
        if let Stage::Asking { .. } = cleared.stage {
            cleared.stage = asking(None, None, false);
        }
        prop_assert_eq!(&resumed, &cleared);
        prop_assert_eq!(run(&deck, resumed, after), run(&deck, cleared, after));
    }

    #[test]
    fn no_item_is_answered_twice_and_the_order_is_the_plans(
        messages in proptest::collection::vec(any_message(), 0..80),
        seed: u64,
    ) {
        let deck = deck(&[3, 3]);
        let plan = plan(&deck, Ask { seed, ..Ask::default() });
        let session = run(&deck, Session::start(plan.clone()), &messages);
        let answered: Vec<_> = session.answered.iter().map(|answered| answered.item.clone()).collect();
        prop_assert_eq!(&answered[..], &plan.items[..answered.len()]);
    }
}

// --- Results ------------------------------------------------------------------------------------

fn given(item: &str, score: f64, outcome: Outcome, sure: Option<Sure>) -> Answered {
    let response = (outcome != Outcome::Revealed).then(|| pick("any"));
    Answered { item: item.into(), response, grade: Grade { outcome, score }, sure, hinted: false }
}

fn standings_deck() -> IndexedDeck {
    let of = |id: &str, standing| fact(id, Weight::Main, standing);
    let asks = |id: &str, fact: &str| item(id, fact, single(&["+yes", "no"]));
    deck_of(
        vec![
            ("one", vec![of("claimed", Standing::Claimed), of("announced", Standing::Announced)]),
            ("two", vec![of("claimed-too", Standing::Claimed)]),
            ("three", vec![of("unasked", Standing::Computed)]),
        ],
        vec![asks("a", "claimed"), asks("b", "announced"), asks("c", "claimed-too"), asks("d", "nowhere")],
    )
}

#[test]
fn results_are_summed_up_by_chapter_and_standing() {
    let answered = [
        given("c", 1.0, Outcome::Correct, Some(Sure::Certain)),
        given("a", 0.5, Outcome::Partial, Some(Sure::Think)),
        given("d", 0.0, Outcome::Revealed, None),
        given("b", 0.0, Outcome::Wrong, Some(Sure::Certain)),
        given("gone", 0.0, Outcome::Wrong, Some(Sure::Guess)),
    ];
    let found = results(&standings_deck(), &answered);
    let tally = |count, correct, score| Tally { count, correct, score };
    assert_eq!((found.count, found.score), (5, 1.5));
    assert_eq!((found.correct, found.partial, found.wrong, found.revealed), (1, 1, 2, 1));
    let by_chapter = [("one".into(), tally(2, 0, 0.5)), ("two".into(), tally(1, 1, 1.0))];
    assert_eq!(found.by_chapter, by_chapter);
    let by_standing = [(Standing::Announced, tally(1, 0, 0.0)), (Standing::Claimed, tally(2, 1, 1.5))];
    assert_eq!(found.by_standing, by_standing);
    let by_sure =
        [(Sure::Certain, tally(2, 1, 1.0)), (Sure::Think, tally(1, 0, 0.5)), (Sure::Guess, tally(1, 0, 0.0))];
    assert_eq!(found.by_sure, by_sure);
}

#[test]
fn what_was_missed_begins_with_sure_but_wrong() {
    let answered = [
        given("a", 0.0, Outcome::Wrong, Some(Sure::Think)),
        given("b", 0.5, Outcome::Partial, Some(Sure::Certain)),
        given("c", 1.0, Outcome::Correct, Some(Sure::Certain)),
        given("d", 0.0, Outcome::Revealed, None),
        given("e", 0.0, Outcome::Wrong, Some(Sure::Certain)),
    ];
    let found = results(&standings_deck(), &answered);
    assert_eq!(found.sure_but_wrong, ["b", "e"].map(ItemId::from));
    assert_eq!(found.missed, ["b", "e", "a", "d"].map(ItemId::from));
    let again = plan_of(Ask::default(), found.missed);
    assert_eq!(Session::start(again).item_id(), Some(&"b".into()));
}

#[test]
fn without_a_step_nothing_is_summed_up_by_sureness() {
    let answered = [given("a", 1.0, Outcome::Correct, None), given("b", 0.0, Outcome::Revealed, None)];
    assert_eq!(results(&standings_deck(), &answered).by_sure, []);
    assert_eq!(results(&standings_deck(), &[]), factdeck::quiz::Results::default());
}
