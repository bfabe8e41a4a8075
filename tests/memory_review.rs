//! What a review asks, and sessions that ask again until it is right.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test should stop there")]

mod entries;
mod sample;

use std::collections::BTreeSet;

use entries::{any_entries, attempt, entry, log_of, session as session_id, started};
use factdeck::deck::{Fact, IndexedDeck, Interaction, Item, ItemId, Standing, Weight};
use factdeck::memory::{
    Attempt, Day, Entry, Event, Log, answered_in, due, last_session, not_due, open_session, review, schedule,
};
use factdeck::quiz::{Ask, Draw, Message, Outcome, Plan, Session, Stage, choice_order, plan_of, results};
use proptest::prelude::*;
use sample::{fact, item, multiple, number, pick, single};

fn asks(items: &[&str]) -> Plan {
    let ask = Ask { again: true, ..Ask::default() };
    plan_of(ask, items.iter().map(|item| (*item).into()).collect())
}

fn names(plan: &Plan) -> Vec<&str> {
    plan.items.iter().map(ItemId::as_str).collect()
}

fn ids(facts: &[&Fact]) -> Vec<String> {
    facts.iter().map(|fact| fact.id.to_string()).collect()
}

/// Two chapters: `one` tells `f` and `g`, `two` tells `h`. `f` has two choices and a multiple, `g` and `h` a
/// choice each; `both` asks for `g` and `h`, a multiple too. `bare` has no item.
fn deck() -> IndexedDeck {
    let of = |id: &str| fact(id, Weight::Main, Standing::Reported);
    let choice = |id: &str, fact: &str| item(id, fact, single(&["+yes", "no"]));
    let mut both = item("both", "g", multiple(&["+yes", "no"]));
    both.facts.push("h".into());
    let items = vec![
        choice("f1", "f"),
        choice("f2", "f"),
        item("f3", "f", multiple(&["+yes", "no"])),
        choice("g1", "g"),
        choice("h1", "h"),
        both,
    ];
    sample::deck_of(vec![("one", vec![of("f"), of("g"), of("bare")]), ("two", vec![of("h")])], items)
}

/// Items answered right on these days.
fn right(answers: &[(&str, Day)]) -> Log {
    let entries = (1..).zip(answers).map(|(number, (item, day))| {
        let attempt = Attempt { day: Some(*day), ..attempt(item, Outcome::Correct) };
        entry("tab", number, i64::from(*day) * 1000, Event::Attempt(attempt))
    });
    log_of(&entries.collect::<Vec<_>>())
}

#[test]
fn due_facts_come_with_the_least_likely_first() {
    type Case<'a> = (&'a [(&'a str, Day)], &'a [&'a str], &'a [&'a str]);
    let deck = deck();
    // What was answered; what is due on day 10, and what is not, from the weakest.
    let cases: [Case; 6] = [
        (&[], &[], &[]),
        (&[("f1", 0)], &["f"], &[]),
        (&[("f1", 9)], &[], &["f"]),
        (&[("f1", 5), ("g1", 1), ("h1", 3)], &["g", "h", "f"], &[]),
        (&[("g1", 8), ("f1", 9), ("h1", 10)], &["g"], &["f", "h"]),
        (&[("both", 2), ("f1", 1)], &["f", "g", "h"], &[]),
    ];
    for (answers, is_due, is_not) in cases {
        let found = schedule(&right(answers), &deck, 10);
        assert_eq!(ids(&due(&found, &deck)), is_due, "due after {answers:?}");
        assert_eq!(ids(&not_due(&found, &deck)), is_not, "not due after {answers:?}");
    }
}

#[test]
fn a_fact_is_asked_by_another_kind_and_by_what_was_not_asked_for_longest() {
    type Case<'a> = (&'a str, &'a [(&'a str, Day)], &'a [&'a str]);
    let deck = deck();
    // What was answered, and what is asked on day 1000.
    let cases: [Case; 8] = [
        ("another kind", &[("f1", 0)], &["f3"]),
        ("another kind, though asked before", &[("f3", 0), ("f1", 5)], &["f3"]),
        ("never asked", &[("f1", 0), ("f3", 5)], &["f2"]),
        ("asked longest ago", &[("f2", 0), ("f1", 5), ("f3", 9)], &["f2"]),
        ("asked longest ago, the other way", &[("f1", 0), ("f2", 5), ("f3", 9)], &["f1"]),
        ("one item for two facts", &[("g1", 0), ("h1", 0)], &["both"]),
        ("a fact that another's item asks for", &[("h1", 0), ("both", 3), ("g1", 3)], &["both"]),
        ("none but those that were attempted", &[("g1", 0)], &["both"]),
    ];
    for (name, answers, expected) in cases {
        let found = schedule(&right(answers), &deck, 1000);
        let plan = review(&found, &deck, &due(&found, &deck), Ask::default());
        assert_eq!(names(&plan), expected, "{name}");
        assert!(plan.ask.again, "{name}");
    }
}

#[test]
fn a_review_keeps_to_count_and_chapters() {
    let deck = deck();
    let found = schedule(&right(&[("f1", 0), ("both", 0)]), &deck, 1000);
    let of = |ask: Ask| {
        let plan = review(&found, &deck, &due(&found, &deck), ask);
        plan.items.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let chapter = |id: &str| Ask { chapters: vec![id.into()], ..Ask::default() };
    assert_eq!(of(Ask::default()), ["f3", "g1", "h1"]);
    assert_eq!(of(Ask { count: Some(2), ..Ask::default() }), ["f3", "g1"]);
    assert_eq!(of(Ask { count: Some(0), ..Ask::default() }), [""; 0]);
    assert_eq!(of(chapter("two")), ["h1"]);
    assert_eq!(of(chapter("gone")), [""; 0]);
}

#[test]
fn the_seed_decides_among_items_that_were_never_asked() {
    let deck = deck();
    let found = schedule(&right(&[("f3", 0)]), &deck, 1000);
    let of = |seed| review(&found, &deck, &due(&found, &deck), Ask { seed, ..Ask::default() });
    let asked: BTreeSet<_> = (0..20).map(|seed| of(seed).items[0].to_string()).collect();
    assert_eq!(asked.into_iter().collect::<Vec<_>>(), ["f1", "f2"]);
    assert_eq!(of(7), of(7));
}

/// A review asks the most overdue first, unless that tells the answer to one that is due as well: by the draw of
/// now that one is pulled before it. What was begun by the first draw is in the log, and goes on as it was.
#[test]
fn a_review_gives_no_later_answer_away() {
    let of = |id: &str| fact(id, Weight::Main, Standing::Reported);
    let asks = |id: &str, stem: &str, interaction| Item { stem: stem.into(), ..item(id, id, interaction) };
    let count = || Interaction::Number(number(25_000.0, 0.0, None));
    let choice = || single(&["+yes", "no"]);
    let items = vec![
        asks("f", "Where to?", choice()),
        asks("g", "What for do the 25,000 go?", choice()),
        asks("h", "Until when?", choice()),
        asks("count", "How many go?", count()),
    ];
    let deck = sample::deck_of(vec![("one", vec![of("f"), of("g"), of("h"), of("count")])], items);
    let found = schedule(&right(&[("f", 0), ("g", 1), ("h", 2), ("count", 3)]), &deck, 1000);
    let by = |draw| review(&found, &deck, &due(&found, &deck), Ask { draw, ..Ask::default() });
    assert_eq!(names(&by(Draw::First)), ["f", "g", "h", "count"]);
    assert_eq!(names(&by(Draw::Second)), ["f", "count", "g", "h"]);
}

#[test]
fn a_plan_that_does_not_ask_again_is_written_as_it_was() {
    let json =
        r#"{"ask":{"chapters":[],"count":null,"seed":0,"order":"shuffled","sure":false},"items":["a"]}"#;
    let once = Plan { ask: Ask::default(), ..asks(&["a"]) };
    assert_eq!(serde_json::to_string(&once).unwrap(), json);
    let again = json.replace("false}", r#"false,"again":true}"#);
    assert_eq!(serde_json::to_string(&asks(&["a"])).unwrap(), again);
}

// --- Again, until right --------------------------------------------------------------------------

/// Answers items in turn with these choices, and goes on after each; the items that were asked.
fn run(deck: &IndexedDeck, plan: Plan, choices: &[&str]) -> (Session, Vec<String>) {
    let mut session = Session::start(plan);
    let mut asked = Vec::new();
    for choice in choices {
        asked.push(session.item_id().unwrap().to_string());
        for message in [Message::Draft(pick(choice)), Message::Check, Message::Next] {
            session = session.update(deck, message);
        }
    }
    (session, asked)
}

#[test]
fn what_was_not_right_comes_back_after_the_others_until_it_is() {
    let deck = sample::deck(&[3]);
    let items = ["c0-i0", "c0-i1", "c0-i2"];
    // What is picked, and which items that is for, by their number.
    let cases: [(&[&str], &[usize]); 5] = [
        (&["yes", "yes", "yes"], &[0, 1, 2]),
        (&["no", "yes", "yes", "yes"], &[0, 1, 2, 0]),
        (&["no", "yes", "no", "no", "yes", "yes"], &[0, 1, 2, 0, 2, 0]),
        (&["no", "no", "no", "yes", "no", "yes", "yes"], &[0, 1, 2, 0, 1, 2, 1]),
        (&["yes", "yes", "no", "never", "no", "yes"], &[0, 1, 2, 2, 2, 2]),
    ];
    for (choices, expected) in cases {
        let (session, asked) = run(&deck, asks(&items), choices);
        let expected: Vec<&str> = expected.iter().map(|number| items[*number]).collect();
        assert_eq!(asked, expected, "{choices:?}");
        assert_eq!((session.stage, session.answered.len()), (Stage::Finished, choices.len()), "{choices:?}");
    }
    let (shown, _) = run(&deck, asks(&items[..1]), &[]);
    let shown = shown.update(&deck, Message::Reveal).update(&deck, Message::Next);
    assert_eq!(
        (shown.item_id(), shown.repeat()),
        (Some(&"c0-i0".into()), 1),
        "what was shown comes back too"
    );
    let ask_once = Plan { ask: Ask::default(), ..asks(&items) };
    assert_eq!(run(&deck, ask_once, &["no"; 3]).0.stage, Stage::Finished);
}

#[test]
fn an_item_that_comes_back_has_its_choices_in_another_order() {
    let deck = sample::deck(&[2]);
    let (mut session, _) = run(&deck, asks(&["c0-i0", "c0-i1"]), &["no", "yes"]);
    assert_eq!((session.position(), session.repeat(), session.left()), (0, 1, 1));
    let mut orders = Vec::new();
    for repeat in 1..12 {
        assert_eq!(session.repeat(), repeat);
        let ask = session.ask();
        orders.push(choice_order(Some(&ask), deck.item(session.item_id().unwrap()).unwrap()));
        session = session.update(&deck, Message::Draft(pick("no"))).update(&deck, Message::Check);
        assert_eq!(session.ask(), ask, "the order stays while feedback is read");
        assert_eq!(session.left(), 1);
        session = session.update(&deck, Message::Next);
    }
    assert!(orders.iter().any(|order| *order != orders[0]));
    let fresh = Session::start(asks(&["c0-i0"]));
    assert_eq!((fresh.ask(), fresh.repeat()), (fresh.plan.ask.clone(), 0));
}

#[test]
fn results_count_an_item_once_as_it_was_answered_first() {
    let deck = sample::deck(&[2]);
    let (session, _) = run(&deck, asks(&["c0-i0", "c0-i1"]), &["no", "yes", "no", "yes"]);
    let found = results(&deck, &session.answered);
    assert_eq!((found.count, found.correct, found.wrong), (2, 1, 1));
    assert_eq!(found.missed, ["c0-i0".into()]);
}

fn in_session(item: &str, outcome: Outcome) -> Event {
    Event::Attempt(Attempt { session: Some(session_id("s")), ..attempt(item, outcome) })
}

#[test]
fn a_session_in_two_tabs_keeps_what_the_queue_asked_for() {
    use Outcome::{Correct, Revealed, Wrong};
    type Case<'a> = (&'a str, Vec<Entry>, &'a [(&'a str, Outcome)], Option<&'a str>);
    let plan = || asks(&["a", "b"]);
    let at = |writer: &str, number, item: &str, outcome| {
        entry(writer, number, i64::try_from(number).unwrap() * 10, in_session(item, outcome))
    };
    // What was answered, which of it counts, and what is asked next.
    let cases: [Case; 7] = [
        ("nothing", vec![], &[], Some("a")),
        ("one tab", vec![at("l", 2, "a", Wrong)], &[("a", Wrong)], Some("b")),
        (
            "all right at last",
            vec![at("l", 2, "a", Wrong), at("l", 3, "b", Correct), at("l", 4, "a", Correct)],
            &[("a", Wrong), ("b", Correct), ("a", Correct)],
            None,
        ),
        (
            "right in one, then wrong in the other",
            vec![at("l", 2, "a", Correct), at("r", 3, "a", Wrong)],
            &[("a", Correct)],
            Some("b"),
        ),
        (
            "wrong in one, then right in the other",
            vec![at("l", 2, "a", Wrong), at("r", 3, "a", Correct)],
            &[("a", Wrong), ("a", Correct)],
            Some("b"),
        ),
        (
            "wrong in both",
            vec![at("l", 2, "a", Wrong), at("r", 3, "a", Revealed), at("r", 4, "b", Wrong)],
            &[("a", Wrong), ("a", Revealed), ("b", Wrong)],
            Some("a"),
        ),
        (
            "what was not asked",
            vec![at("l", 2, "c", Wrong), at("l", 3, "a", Correct), at("l", 4, "a", Correct)],
            &[("a", Correct)],
            Some("b"),
        ),
    ];
    for (name, attempts, expected, next) in cases {
        let log = log_of(&[vec![entry("l", 1, 0, started("s", plan()))], attempts].concat());
        let answered = answered_in(&log, &session_id("s"), &plan());
        let found: Vec<_> = answered.iter().map(|one| (one.item.as_str(), one.grade.outcome)).collect();
        assert_eq!(found, expected, "{name}");
        let open = open_session(&log, &"sample".into());
        assert_eq!(open.is_some(), next.is_some(), "{name}");
        if let Some(open) = open {
            let session = Session::resume(open.plan, open.answered);
            assert_eq!(session.item_id().map(ItemId::as_str), next, "{name}");
        }
        let last = last_session(&log, &"sample".into()).map(|(_, answered)| answered.len());
        assert_eq!(last, next.is_none().then_some(expected.len()), "{name}");
    }
}

proptest! {
    #[test]
    fn a_session_that_asks_again_goes_on_after_a_kill_and_ends_when_all_is_right(
        choices in proptest::collection::vec(prop_oneof!["yes", "no"], 0..25), cut in 0_usize..25,
    ) {
        let deck = sample::deck(&[4]);
        let plan = plan_of(Ask { again: true, ..Ask::default() }, deck.items.iter().map(|item| item.id.clone()).collect());
        let mut session = Session::start(plan.clone());
        let mut entries = vec![entry("tab", 1, 0, started("s", plan))];
        for (at, choice) in choices.iter().enumerate() {
            if session.stage == Stage::Finished {
                break;
            }
            if at == cut {
                let open = open_session(&log_of(&entries), &"sample".into()).unwrap();
                let resumed = Session::resume(open.plan, open.answered);
                prop_assert_eq!(&resumed, &session);
                session = resumed;
            }
            session = session.update(&deck, Message::Draft(pick(choice))).update(&deck, Message::Check);
            let given = session.last().unwrap();
            let number = u64::try_from(entries.len()).unwrap() + 1;
            let attempt = Attempt {
                session: Some(session_id("s")),
                response: given.response.clone(),
                ..attempt(given.item.as_str(), given.grade.outcome)
            };
            entries.push(entry("tab", number, 0, Event::Attempt(attempt)));
            session = session.update(&deck, Message::Next);
        }
        let right = session.answered.iter().filter(|one| one.grade.outcome == Outcome::Correct).count();
        prop_assert_eq!(session.left(), 4 - right);
        prop_assert_eq!(session.stage == Stage::Finished, right == 4);
        prop_assert_eq!(open_session(&log_of(&entries), &"sample".into()).is_some(), right < 4);
    }

    #[test]
    fn a_review_asks_each_due_fact_and_no_item_twice(entries in any_entries(), today in 0..60, seed: u64) {
        let of = |id: &str| fact(id, Weight::Main, Standing::Reported);
        let mut shared = item("a", "f", single(&["+yes", "no"]));
        shared.facts.push("g".into());
        let items = vec![shared, item("b", "g", single(&["+yes", "no"])), item("c", "h", multiple(&["+yes", "no"]))];
        let deck = sample::deck_of(vec![("one", ["f", "g", "h", "bare"].map(of).to_vec())], items);
        let found = schedule(&log_of(&entries), &deck, today);
        let facts = due(&found, &deck);
        let plan = review(&found, &deck, &facts, Ask { seed, ..Ask::default() });
        let asked: BTreeSet<_> = plan.items.iter().collect();
        prop_assert_eq!(asked.len(), plan.items.len());
        let told: BTreeSet<_> = plan.items.iter().flat_map(|item| &deck.item(item).unwrap().facts).collect();
        prop_assert!(facts.iter().all(|fact| told.contains(&fact.id)));
        prop_assert!(facts.iter().all(|fact| fact.id.as_str() != "bare"));
        prop_assert!(plan.items.len() <= facts.len());
    }
}
