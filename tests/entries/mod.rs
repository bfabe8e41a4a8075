//! Entries of the review log for tests, by hand and by strategy.
#![allow(dead_code, reason = "each test program uses some of it")]

use factdeck::memory::{Attempt, Day, Entry, EntryId, Event, Goal, Log, SessionId};
use factdeck::quiz::{Ask, Draw, Order, Outcome, Plan, Response, Sure, plan_of};
use proptest::prelude::*;

pub fn session(name: &str) -> SessionId {
    SessionId::new(name)
}

pub fn entry(writer: &str, number: u64, at_millis: i64, event: Event) -> Entry {
    let id = EntryId { writer: writer.into(), number };
    Entry { id, at_millis, after_millis: None, event }
}

/// The start of a session of the deck `sample`.
pub fn started(name: &str, plan: Plan) -> Event {
    Event::Started { deck: "sample".into(), session: session(name), plan }
}

/// A check-yourself attempt at an item of the deck `sample`.
pub fn attempt(item: &str, outcome: Outcome) -> Attempt {
    let score = match outcome {
        Outcome::Correct => 1.0,
        Outcome::Partial => 0.5,
        Outcome::Wrong | Outcome::Revealed => 0.0,
    };
    let response = (outcome != Outcome::Revealed).then(|| Response::Choice { choice: "yes".into() });
    Attempt {
        deck: "sample".into(),
        session: None,
        item: item.into(),
        response,
        outcome,
        score,
        sure: None,
        hinted: false,
        took_millis: 1500,
        day: None,
    }
}

pub fn log_of(entries: &[Entry]) -> Log {
    let mut log = Log::new();
    log.merge(entries.iter().cloned());
    log
}

fn any_response() -> impl Strategy<Value = Response> {
    prop_oneof![
        "[a-z]{1,8}".prop_map(|id| Response::Choice { choice: id.as_str().into() }),
        proptest::collection::btree_set("[a-z]{1,3}", 0..4).prop_map(|ids| Response::Multiple {
            choices: ids.iter().map(|id| id.as_str().into()).collect()
        }),
        ".{0,12}".prop_map(|typed| Response::Number { typed }),
        ".{0,12}".prop_map(|typed| Response::Text { typed }),
        proptest::collection::btree_map("[a-z]{1,3}", "[a-z]{1,3}", 0..4).prop_map(|gaps| {
            Response::Cloze {
                gaps: gaps.iter().map(|(gap, id)| (gap.as_str().into(), id.as_str().into())).collect(),
            }
        }),
        proptest::collection::vec("[a-z]{1,3}", 0..6)
            .prop_map(|ids| Response::Order { events: ids.iter().map(|id| id.as_str().into()).collect() }),
    ]
}

fn any_sure() -> impl Strategy<Value = Option<Sure>> {
    proptest::option::of(proptest::sample::select(Sure::ALL.to_vec()))
}

fn any_attempt() -> impl Strategy<Value = Attempt> {
    (
        proptest::option::of("[st]"),
        "[a-e]",
        proptest::option::of(any_response()),
        proptest::sample::select(Outcome::ALL.to_vec()),
        0_u32..=1_000_000,
        any_sure(),
        any::<bool>(),
        any::<u32>(),
        proptest::option::of(prop_oneof![9 => 0..50, 1 => any::<Day>()]),
    )
        .prop_map(|(of, item, response, outcome, millionths, sure, hinted, took_millis, day)| Attempt {
            deck: "sample".into(),
            session: of.map(|name| session(&name)),
            item: item.as_str().into(),
            response,
            outcome,
            score: f64::from(millionths) / 1e6,
            sure,
            hinted,
            took_millis,
            day,
        })
}

fn any_plan() -> impl Strategy<Value = Plan> {
    let items = proptest::collection::vec("[a-e]", 0..5);
    (items, proptest::option::of(0_usize..50), any::<u64>(), any::<(bool, bool, bool, bool)>()).prop_map(
        |(items, count, seed, (shuffled, sure, again, is_first))| {
            let order = if shuffled { Order::Shuffled } else { Order::Deck };
            let draw = if is_first { Draw::First } else { Draw::Second };
            let ask = Ask { chapters: vec!["one".into()], count, seed, order, sure, again, draw };
            plan_of(ask, items.iter().map(|item| item.as_str().into()).collect())
        },
    )
}

/// Goals on days near those of the entries.
pub fn any_goal() -> impl Strategy<Value = Goal> {
    let day = || prop_oneof![9 => 0..60, 1 => any::<Day>()];
    prop_oneof![
        day().prop_map(|until| Goal::NextWeek { until }),
        day().prop_map(|day| Goal::Until { day }),
        Just(Goal::ForGood),
    ]
}

/// Entries of few writers, numbers and moments, so that they meet each other.
pub fn any_entry() -> impl Strategy<Value = Entry> {
    let event = prop_oneof![
        4 => any_attempt().prop_map(Event::Attempt),
        1 => ("[st]", any_plan()).prop_map(|(name, plan)| started(&name, plan)),
        1 => "[st]".prop_map(|name| Event::Closed { session: session(&name) }),
        1 => any_goal().prop_map(|goal| Event::Goal { deck: "sample".into(), goal }),
    ];
    let at_millis = prop_oneof![9 => 0_i64..50, 1 => any::<i64>()];
    ("[pq]|p-1", prop_oneof![9 => 1_u64..12, 1 => any::<u64>()], at_millis, event)
        .prop_map(|(writer, number, at_millis, event)| entry(&writer, number, at_millis, event))
}

pub fn any_entries() -> impl Strategy<Value = Vec<Entry>> {
    proptest::collection::vec(any_entry(), 0..25)
}
