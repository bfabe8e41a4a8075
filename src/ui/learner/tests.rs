//! The learner over reloads, links and other tabs.
#![allow(clippy::unwrap_used, reason = "a failing test should stop there")]

use super::*;
use crate::deck::load;
use crate::quiz::Order;

fn deck() -> DeckRef {
    let json = include_bytes!("../../../tests/decks/sound.json");
    DeckRef::new(IndexedDeck::new(load(json.as_slice()).unwrap().deck))
}

fn after(learner: Learner, actions: impl IntoIterator<Item = Action>) -> Learner {
    let learner = actions.into_iter().fold(Rc::new(learner), Reducible::reduce);
    (*learner).clone()
}

fn entries(learner: &Learner) -> Vec<Entry> {
    learner.log().in_time_order().into_iter().cloned().collect()
}

fn loaded(entries: Vec<Entry>, at_millis: i64) -> Action {
    Action::Loaded { entries, damaged: Vec::new(), at_millis }
}

fn says(message: Message, at_millis: i64) -> Action {
    Action::Session { message, at_millis }
}

fn link(count: usize) -> QuizLink {
    QuizLink { count: Some(count), deck_order: true, start_now: true, ..QuizLink::default() }
}

fn starts(count: usize, at_millis: i64) -> Action {
    Action::Start { ask: link(count).ask(0), at_millis }
}

/// The log of a session of three items, the first of which was shown.
fn left_at_second(at_millis: i64) -> Vec<Entry> {
    let actions = [loaded(Vec::new(), at_millis), starts(3, at_millis), says(Message::Reveal, at_millis)];
    entries(&after(Learner::new(deck(), "earlier"), actions))
}

/// How long the attempt took that was recorded last.
fn took_millis(learner: &Learner) -> u32 {
    let own = entries(learner).into_iter().filter(|entry| entry.id.writer == "now");
    let mut times = own.filter_map(|entry| match entry.event {
        Event::Attempt(attempt) => Some(attempt.took_millis),
        _ => None,
    });
    times.next_back().unwrap()
}

fn asked(learner: &Learner) -> usize {
    learner.running().unwrap().session.plan.items.len()
}

#[test]
fn an_item_takes_as_long_as_it_was_on_screen() {
    let left = || left_at_second(1000);
    let reloaded = || vec![loaded(left(), 50_000)];
    // Another tab has answered it, and this one takes the session up there.
    let told = || vec![loaded(Vec::new(), 50_000), Action::Foreign { entries: left(), at_millis: 60_000 }];
    let cases = [
        ("after a reload", reloaded(), 53_000, 3000),
        ("after word from another tab", told(), 67_000, 7000),
        ("with the clock set back", reloaded(), 40_000, 0),
        ("with no sense in the clock", reloaded(), i64::MIN, 0),
    ];
    for (when, actions, at_millis, took) in cases {
        let learner = after(Learner::new(deck(), "now"), actions);
        assert_eq!(took_millis(&after(learner, [says(Message::Reveal, at_millis)])), took, "{when}");
    }
}

#[test]
fn the_session_of_a_link_is_begun_when_it_is_followed() {
    // The log knows of an older session that nobody answered, by a writer that sorts behind.
    let older = after(Learner::new(deck(), "z"), [loaded(Vec::new(), 1000), starts(3, 1000)]);
    for known in [Vec::new(), entries(&older)] {
        let at_link = Learner::new(deck(), "a").at_link(&link(2), 0, 5000);
        let learner = after(at_link, [loaded(known, 5050)]);
        assert_eq!(asked(&learner), 2);
        let begun = learner.log().in_time_order().last().map(|entry| entry.at_millis);
        assert_eq!(begun, Some(5050));
        let open = open_session(&learner.log(), &deck().id).unwrap();
        assert_eq!(open.plan.ask.order, Order::Deck);
        assert_eq!(open.plan.items.len(), 2, "a reload goes on with it");
    }
}
