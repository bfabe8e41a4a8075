//! What pages show: folds over the review log, also when clocks go wrong and tabs cross.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test should stop there")]

mod entries;
mod sample;

use std::collections::BTreeSet;

use entries::{any_entries, attempt, entry, log_of, session, started};
use factdeck::deck::{DeckId, ItemId};
use factdeck::memory::{
    Attempt, Entry, EntryId, Event, Journal, Log, Report, answered_in, decode, encode, last_session,
    open_session,
};
use factdeck::quiz::{Ask, Outcome, Plan, Session, plan_of};
use proptest::prelude::*;

fn sample_deck() -> DeckId {
    "sample".into()
}

fn asks(items: &[&str]) -> Plan {
    plan_of(Ask::default(), items.iter().map(|item| (*item).into()).collect())
}

fn attempt_in(name: &str, item: &str, outcome: Outcome) -> Event {
    Event::Attempt(Attempt { session: Some(session(name)), ..attempt(item, outcome) })
}

fn story(item: &str, outcome: Outcome) -> Event {
    Event::Attempt(attempt(item, outcome))
}

/// The last attempt at an item, as the log orders them.
fn latest_of<'a>(log: &'a Log, item: &str) -> Option<&'a Attempt> {
    log.in_time_order().into_iter().rev().find_map(|entry| match &entry.event {
        Event::Attempt(attempt) if attempt.item.as_str() == item => Some(attempt),
        _ => None,
    })
}

fn closed(name: &str) -> Event {
    Event::Closed { session: session(name) }
}

/// One writer's entries, a second apart.
fn by_one_tab(events: Vec<Event>) -> Vec<Entry> {
    let numbered = (1..).zip(events);
    numbered.map(|(n, event)| entry("tab", n, 1000 * i64::try_from(n).unwrap(), event)).collect()
}

fn outcomes(entries: &[Entry], name: &str, plan: &Plan) -> Vec<(String, Outcome)> {
    let answered = answered_in(&log_of(entries), &session(name), plan);
    answered.iter().map(|answered| (answered.item.to_string(), answered.grade.outcome)).collect()
}

#[test]
fn the_open_session_is_the_last_that_was_neither_closed_nor_answered_to_the_end() {
    // What happened, and which session is open with how many answers.
    type Case = (&'static str, Vec<Event>, Option<(&'static str, usize)>);
    use Outcome::{Correct, Revealed, Wrong};
    let ab = || asks(&["a", "b"]);
    let cases: Vec<Case> = vec![
        ("nothing", vec![], None),
        ("only a story", vec![story("a", Correct)], None),
        ("just started", vec![started("s", ab())], Some(("s", 0))),
        ("half way", vec![started("s", ab()), attempt_in("s", "a", Wrong)], Some(("s", 1))),
        (
            "answers in the story do not count in the session",
            vec![started("s", ab()), story("a", Correct), story("b", Correct)],
            Some(("s", 0)),
        ),
        (
            "to the end",
            vec![started("s", ab()), attempt_in("s", "a", Wrong), attempt_in("s", "b", Revealed)],
            None,
        ),
        ("closed", vec![started("s", ab()), attempt_in("s", "a", Wrong), closed("s")], None),
        ("closed before it starts", vec![closed("s"), started("s", ab())], None),
        ("the newer of two", vec![started("s", ab()), started("t", ab())], Some(("t", 0))),
        (
            "the older, when the newer is done",
            vec![started("s", ab()), attempt_in("s", "b", Correct), started("t", asks(&["a"])), closed("t")],
            Some(("s", 1)),
        ),
        ("nothing to ask", vec![started("s", asks(&[]))], None),
        (
            "of another deck",
            vec![Event::Started { deck: "other".into(), session: session("s"), plan: ab() }],
            None,
        ),
    ];
    for (name, events, expected) in cases {
        let open = open_session(&log_of(&by_one_tab(events)), &sample_deck());
        let found = open.as_ref().map(|open| (open.id.as_str(), open.answered.len()));
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn the_last_session_is_the_newest_that_has_ended_with_an_answer() {
    use Outcome::{Correct, Wrong};
    let ab = || asks(&["a", "b"]);
    let one = || vec![started("s", ab()), attempt_in("s", "a", Wrong), closed("s")];
    let and = |more: Vec<Event>| [one(), more].concat();
    // What happened, and the last answer of the session that is found.
    let cases = [
        ("nothing", vec![], None),
        ("still open", vec![started("s", ab()), attempt_in("s", "a", Correct)], None),
        ("closed", one(), Some("a")),
        ("closed without an answer", vec![started("s", ab()), closed("s")], None),
        (
            "answered to the end",
            vec![started("s", ab()), attempt_in("s", "a", Wrong), attempt_in("s", "b", Wrong)],
            Some("b"),
        ),
        ("one that is open after it", and(vec![started("t", ab()), attempt_in("t", "b", Wrong)]), Some("a")),
        ("two that are open after it", and(vec![started("t", ab()), started("u", ab())]), Some("a")),
        (
            "two that are open and answered after it",
            and(vec![
                started("t", ab()),
                attempt_in("t", "b", Wrong),
                started("u", ab()),
                attempt_in("u", "b", Wrong),
            ]),
            Some("a"),
        ),
        ("an empty one after it", and(vec![started("t", ab()), closed("t")]), Some("a")),
        (
            "another one after it",
            and(vec![started("t", ab()), attempt_in("t", "b", Wrong), closed("t")]),
            Some("b"),
        ),
    ];
    for (name, events, expected) in cases {
        let found = last_session(&log_of(&by_one_tab(events)), &sample_deck());
        let item = found.as_ref().and_then(|(_, answered)| answered.last()).map(|last| last.item.as_str());
        assert_eq!(item, expected, "{name}");
    }
}

#[test]
fn an_open_session_goes_on_where_it_was() {
    let plan = asks(&["a", "b", "c"]);
    let events = vec![
        started("s", plan.clone()),
        attempt_in("s", "a", Outcome::Correct),
        attempt_in("s", "b", Outcome::Wrong),
    ];
    let open = open_session(&log_of(&by_one_tab(events)), &sample_deck()).unwrap();
    assert_eq!(open.plan, plan);
    let session = Session::resume(open.plan, open.answered);
    assert_eq!((session.position(), session.item_id()), (2, Some(&ItemId::from("c"))));
}

#[test]
fn an_item_counts_once_in_a_session_as_it_was_answered_first() {
    use Outcome::{Correct, Wrong};
    let plan = asks(&["a", "b"]);
    // The same session in two tabs.
    let entries = [
        entry("left", 1, 10, started("s", asks(&["a", "b"]))),
        entry("left", 2, 30, attempt_in("s", "a", Correct)),
        entry("right", 1, 20, attempt_in("s", "a", Wrong)),
        entry("right", 2, 40, attempt_in("s", "b", Correct)),
        entry("right", 3, 50, attempt_in("t", "b", Wrong)),
    ];
    assert_eq!(outcomes(&entries, "s", &plan), [("a".into(), Wrong), ("b".into(), Correct)]);
    assert_eq!(outcomes(&entries, "t", &plan), [("b".into(), Wrong)]);
    assert_eq!(open_session(&log_of(&entries), &sample_deck()), None, "both tabs together are through");
}

#[test]
fn two_sessions_in_two_tabs_do_not_mix() {
    use Outcome::{Correct, Wrong};
    let plan = asks(&["a", "b"]);
    for (left_at, right_at, newer, older) in [(10, 20, "t", "s"), (20, 10, "s", "t")] {
        let entries = [
            entry("left", 1, left_at, started("s", asks(&["a", "b"]))),
            entry("right", 1, right_at, started("t", asks(&["a", "b"]))),
            entry("left", 2, 30, attempt_in("s", "a", Correct)),
            entry("right", 2, 40, attempt_in("t", "b", Wrong)),
        ];
        assert_eq!(outcomes(&entries, "s", &plan), [("a".into(), Correct)]);
        assert_eq!(outcomes(&entries, "t", &plan), [("b".into(), Wrong)]);
        let mut log = log_of(&entries);
        assert_eq!(open_session(&log, &sample_deck()).unwrap().id, session(newer));
        log.insert(entry("right", 3, 50, closed(newer)));
        assert_eq!(open_session(&log, &sample_deck()).unwrap().id, session(older));
    }
}

#[test]
fn a_clock_set_back_does_not_turn_a_writers_order_round() {
    use Outcome::{Correct, Wrong};
    let plan = asks(&["a", "b", "c"]);
    let entries = [
        entry("tab", 1, 5000, started("s", asks(&["a", "b", "c"]))),
        entry("tab", 2, 6000, attempt_in("s", "a", Wrong)),
        // An hour back, then on.
        entry("tab", 3, -3_594_000, attempt_in("s", "b", Correct)),
        entry("tab", 4, -3_593_000, story("a", Correct)),
    ];
    let log = log_of(&entries);
    assert_eq!(outcomes(&entries, "s", &plan), [("a".into(), Wrong), ("b".into(), Correct)]);
    assert_eq!(latest_of(&log, "a").unwrap().outcome, Correct);
    let numbers: Vec<u64> = log.in_time_order().iter().map(|entry| entry.id.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4]);
}

#[test]
fn the_same_moment_in_two_tabs_has_one_order_everywhere() {
    let left = entry("left", 1, 10, story("a", Outcome::Correct));
    let right = entry("right", 1, 10, story("a", Outcome::Wrong));
    for entries in [[left.clone(), right.clone()], [right, left]] {
        let log = log_of(&entries);
        assert_eq!(latest_of(&log, "a").unwrap().outcome, Outcome::Wrong);
    }
}

#[test]
fn an_entry_from_the_future_counts_as_the_latest_and_loses_nothing() {
    use Outcome::{Correct, Wrong};
    let entries = [
        entry("ahead", 1, i64::MAX, started("t", asks(&["a"]))),
        entry("ahead", 2, 0, attempt_in("t", "b", Wrong)),
        entry("tab", 1, 10, started("s", asks(&["a", "b"]))),
        entry("tab", 2, 20, attempt_in("s", "a", Correct)),
        entry("tab", 3, 30, attempt_in("s", "b", Correct)),
        entry("past", 1, i64::MIN, story("b", Wrong)),
    ];
    let mut log = log_of(&entries);
    assert_eq!(open_session(&log, &sample_deck()).unwrap().id, session("t"));
    assert_eq!(latest_of(&log, "a").unwrap().outcome, Correct);
    assert_eq!(latest_of(&log, "b").unwrap().outcome, Wrong);
    // Closing it puts it away, whatever its clock said.
    log.insert(entry("tab", 4, 40, closed("t")));
    assert_eq!(open_session(&log, &sample_deck()), None);
}

#[test]
fn what_was_written_in_knowledge_of_a_clock_ahead_comes_after_it() {
    use Outcome::{Correct, Wrong};
    const AHEAD: i64 = 1_000_000;
    let plan = || asks(&["a"]);
    let mut journal = Journal::default();
    let report = |entries| Report::Read { entries, damaged: Vec::new(), is_unfinished: false };
    let ahead =
        [entry("y", 1, AHEAD, started("t", plan())), entry("y", 2, AHEAD + 5, attempt_in("t", "a", Wrong))];
    journal.take(report(ahead.to_vec()));
    // The clock is right again. Two runs of the app, whose names sort before and after the first one's.
    for (writer, name) in [("x", "s"), ("z", "r")] {
        let events = [started(name, plan()), attempt_in(name, "a", Correct), closed(name)];
        for (number, event) in (1..).zip(events) {
            journal.record(EntryId { writer: writer.into(), number }, 10, event);
        }
        let log = journal.log().clone();
        let (_, answered) = last_session(&log, &sample_deck()).unwrap();
        assert_eq!(answered.len(), 1);
        assert_eq!(answered[0].grade.outcome, Correct, "{writer}");
        let writers: Vec<_> = log.in_time_order().iter().map(|entry| entry.id.writer.clone()).collect();
        assert_eq!(writers.last().unwrap(), writer);
        assert!(writers.is_sorted_by_key(|writer| ["y", "x", "z"].iter().position(|name| name == writer)));
        // The same when it is read again, and by others.
        let records: Vec<Entry> = log.entries().map(|entry| decode(&encode(entry)).unwrap()).collect();
        assert_eq!(log_of(&records), log);
        assert!(
            log.entries().all(|entry| entry.id.writer == "y" || entry.at_millis == 10),
            "its own time stays"
        );
    }
    // Where no clock was ahead, nothing is noted.
    let mut sound = Journal::default();
    sound.take(report(vec![entry("y", 1, 9, started("t", plan()))]));
    sound.record(EntryId { writer: "x".into(), number: 1 }, 10, closed("t"));
    assert!(sound.log().entries().all(|entry| entry.after_millis.is_none()));
}

proptest! {
    #[test]
    fn folds_hold_whatever_the_log(entries in any_entries()) {
        let log = log_of(&entries);
        for name in ["s", "t"] {
            let answered = answered_in(&log, &session(name), &asks(&["a", "b", "c"]));
            let items: BTreeSet<_> = answered.iter().map(|answered| &answered.item).collect();
            prop_assert_eq!(items.len(), answered.len(), "an item twice");
        }
        if let Some(open) = open_session(&log, &sample_deck()) {
            prop_assert_eq!(&open.answered, &answered_in(&log, &open.id, &open.plan));
            prop_assert!(Session::resume(open.plan, open.answered).item_id().is_some());
        }
    }

    #[test]
    fn what_a_log_shows_does_not_depend_on_how_it_arrived(entries in any_entries(), seed: u64) {
        let order = factdeck::quiz::seeded_order(seed, "arrival", entries.len());
        let arrived: Vec<Entry> = order.into_iter().map(|at| entries[at].clone()).collect();
        let (one, other) = (log_of(&entries), log_of(&arrived));
        prop_assert_eq!(open_session(&one, &sample_deck()), open_session(&other, &sample_deck()));
        prop_assert_eq!(one.in_time_order(), other.in_time_order());
    }
}
