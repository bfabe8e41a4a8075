//! The learner over reloads, links and other tabs.
#![allow(clippy::unwrap_used, reason = "a failing test should stop there")]

use super::*;
use crate::deck::{load, normalize};
use crate::memory::{Entry, Goal, Trouble, open_session};
use crate::quiz::Order;
use crate::ui::route::QuizLink;

fn deck() -> DeckRef {
    let json = include_bytes!("../../../tests/decks/sound.json");
    DeckRef::new(IndexedDeck::new(load(json.as_slice()).unwrap().deck, normalize))
}

fn after(learner: Learner, actions: impl IntoIterator<Item = Action>) -> Learner {
    let learner = actions.into_iter().fold(Rc::new(learner), Reducible::reduce);
    (*learner).clone()
}

fn entries(learner: &Learner) -> Vec<Entry> {
    learner.log().in_time_order().into_iter().cloned().collect()
}

fn loaded(entries: Vec<Entry>, at_millis: i64) -> Action {
    told(Report::Read { entries, damaged: Vec::new(), is_unfinished: false }, at_millis)
}

fn told(report: Report, at_millis: i64) -> Action {
    Action::Log { report, at_millis }
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
    let heard = || vec![loaded(Vec::new(), 50_000), told(Report::Found(left()), 60_000)];
    let cases = [
        ("after a reload", reloaded(), 53_000, 3000),
        ("after word from another tab", heard(), 67_000, 7000),
        ("with the clock set back", reloaded(), 40_000, 0),
        ("with no sense in the clock", reloaded(), i64::MIN, 0),
    ];
    for (when, actions, at_millis, took) in cases {
        let learner = after(Learner::new(deck(), "now"), actions);
        assert_eq!(took_millis(&after(learner, [says(Message::Reveal, at_millis)])), took, "{when}");
    }
}

#[test]
fn an_item_that_comes_back_at_once_is_timed_anew() {
    let ask = Ask { again: true, ..link(1).ask(0) };
    let actions = [
        loaded(Vec::new(), 1000),
        Action::Start { ask, at_millis: 1000 },
        says(Message::Reveal, 9000),
        says(Message::Next, 20_000),
        says(Message::Reveal, 22_000),
    ];
    let learner = after(Learner::new(deck(), "now"), actions);
    assert_eq!((learner.log().attempt_count(), took_millis(&learner)), (2, 2000));
}

#[test]
fn an_attempt_notes_the_day_where_the_learner_is() {
    type Offset = fn(i64) -> i32;
    // Half past four at night in UTC; what counts is the offset at that time.
    let at_millis = 4 * 3_600_000 + 1_800_000;
    let offsets: [(Offset, Day); 3] =
        [(|_| 0, 0), (|_| -60, -1), (|at_millis| if at_millis > 0 { -60 } else { 0 }, -1)];
    for (offset_minutes, day) in offsets {
        let item = deck().items.first().unwrap().id.clone();
        let actions = [
            told(Report::Erasing, at_millis),
            Action::Checked { item, response: None, at_millis },
            starts(1, at_millis),
            says(Message::Reveal, at_millis),
        ];
        let learner = after(Learner::new(deck(), "now").with_clock(0, offset_minutes), actions);
        let days: Vec<_> = learner.log().attempts().map(|attempt| attempt.day).collect();
        assert_eq!(days, [Some(day); 2]);
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

#[test]
fn a_session_held_back_is_on_screen_once_the_log_is_read_or_fails() {
    let held_back = || Learner::new(deck(), "now").at_link(&link(3), 0, 5000).held_back();
    assert_eq!((on_screen(&held_back()), held_back().is_under_way()), (None, None));
    let left = left_at_second(1000);
    let cases = [
        ("it goes on", loaded(left, 5050), 1, true),
        ("the log knows of none", loaded(Vec::new(), 5050), 0, false),
        ("no storage", told(Report::Failed(Trouble::Denied), 5050), 0, false),
    ];
    for (how, action, answered, is_under_way) in cases {
        let learner = after(held_back(), [action]);
        assert_eq!(on_screen(&learner).map(|(_, answered)| answered), Some(answered), "{how}");
        assert_eq!(learner.is_under_way(), Some(is_under_way), "{how}");
    }
}

#[test]
fn a_session_is_under_way_from_its_first_answer_to_its_end() {
    let reveal = || says(Message::Reveal, 5000);
    let cases = [
        ("not begun", vec![], false),
        ("no answer", vec![starts(2, 5000)], false),
        ("an answer", vec![starts(2, 5000), reveal()], true),
        ("ended early", vec![starts(2, 5000), reveal(), says(Message::Finish, 6000)], false),
    ];
    for (when, actions, is_under_way) in cases {
        let read = after(Learner::new(deck(), "now"), [loaded(Vec::new(), 1000)]);
        assert_eq!(after(read, actions).is_under_way(), Some(is_under_way), "{when}");
    }
}

/// The session on screen and how many answers it has; `None` if there is none.
fn on_screen(learner: &Learner) -> Option<(String, usize)> {
    let running = learner.running()?;
    Some((running.id.to_string(), running.session.answered.len()))
}

#[test]
fn a_link_ends_no_session_with_answers_in_it() {
    let follow = |count| Action::Follow { link: link(count), seed: 0, at_millis: 9000 };
    let answer = || says(Message::Reveal, 5000);
    let finish = || says(Message::Finish, 6000);
    let cases = [
        ("none before", vec![], 1),
        ("nothing answered", vec![starts(3, 5000)], 1),
        ("one answered", vec![starts(3, 5000), answer()], 3),
        ("one answered, of the same kind", vec![starts(1, 5000), answer()], 1),
        ("ended before", vec![starts(3, 5000), answer(), finish()], 1),
    ];
    for (before, actions, shown) in cases {
        let first = after(Learner::new(deck(), "now"), [loaded(Vec::new(), 1000)]);
        let was = after(first, actions);
        let is = after(was.clone(), [follow(1)]);
        assert_eq!(asked(&is), shown, "{before}");
        let is_at_stake = is.running().unwrap().is_at_stake(&link(1));
        assert_eq!(is_at_stake, before == "one answered", "{before}");
        if is_at_stake {
            assert_eq!(on_screen(&is), on_screen(&was), "{before}");
            // With a yes it gives way.
            let is = after(is, [starts(1, 9500)]);
            assert_eq!(asked(&is), 1);
            let closed = entries(&is).into_iter().filter(|entry| matches!(entry.event, Event::Closed { .. }));
            assert_eq!(closed.count(), 1);
        }
    }
}

#[test]
fn a_link_that_opens_the_app_finds_the_session_that_was_left() {
    let left = || left_at_second(1000);
    let open = |count| Learner::new(deck(), "now").at_link(&link(count), 0, 5000);
    let is_known = |learner: &Learner, count: usize| {
        entries(learner).len() == count && learner.running().unwrap().session.answered.len() == 1
    };
    let other = after(open(2), [loaded(left(), 5050)]);
    assert!(other.running().unwrap().is_at_stake(&link(2)));
    assert!(is_known(&other, left().len()), "nothing of the link is noted before a yes");
    let same = after(open(3), [loaded(left(), 5050)]);
    assert!(!same.running().unwrap().is_at_stake(&link(3)));
    assert!(is_known(&same, left().len()), "the link's own session goes on");
    // Answered before the log was read: that goes on, and the other stays open for later.
    let hasty = after(open(2), [says(Message::Reveal, 5010), loaded(left(), 5050)]);
    assert_eq!(asked(&hasty), 2);
    assert!(!hasty.running().unwrap().is_at_stake(&link(2)));
    let finished = after(hasty, [says(Message::Finish, 6000)]);
    let offered = open_session(&finished.log(), &deck().id).unwrap();
    assert_eq!((offered.plan.items.len(), offered.answered.len()), (3, 1));
}

#[test]
fn what_is_stored_is_no_longer_unsaved() {
    let checked = |item: &str| Action::Checked { item: item.into(), response: None, at_millis: 1000 };
    let first = after(Learner::new(deck(), "now"), [loaded(Vec::new(), 1000)]);
    let two = after(first, [checked("tower-lens"), checked("light-why")]);
    let written: Vec<_> = two.journal().unsaved(usize::MAX).into_iter().map(|entry| entry.id).collect();
    let counts = |learner: &Learner| {
        let journal = learner.journal();
        (journal.unsaved_count(), journal.saved_attempts(), journal.stored_count())
    };
    assert_eq!(counts(&two), (2, 0, 0));
    // A third comes while the two are being written.
    let three = after(two, [checked("tower-metres")]);
    let saved = after(three.clone(), [told(Report::Written(written.clone()), 1000)]);
    assert_eq!(counts(&saved), (1, 2, 2));
    // All is erased, and one more given, while the two are being written.
    let erasing = told(Report::Erasing, 1000);
    let erased = after(three, [erasing, checked("tower-parts"), told(Report::Written(written), 1000)]);
    assert_eq!(counts(&erased), (1, 0, 0));
}

#[test]
fn a_backup_adds_and_replaces_nothing() {
    let left = left_at_second(1000);
    let known = after(Learner::new(deck(), "now"), [loaded(left.get(..1).unwrap().to_vec(), 2000)]);
    let forged = Entry { at_millis: 9, ..left.first().unwrap().clone() };
    let file = [vec![forged], left.clone(), left.clone()].concat();
    let restored = after(known, [Action::Restored(file)]);
    assert_eq!(entries(&restored), left);
    assert_eq!(restored.journal().unsaved(usize::MAX), left.get(1..).unwrap());
}

#[test]
fn of_two_restored_entries_that_claim_one_id_the_same_one_stays_in_any_order() {
    let [one, other] = [1000, 2000].map(|at_millis| left_at_second(at_millis).remove(0));
    assert!(one.id == other.id && one != other);
    let restored = |file: [&Entry; 2]| {
        let file = file.into_iter().cloned().collect();
        entries(&after(Learner::new(deck(), "now"), [loaded(Vec::new(), 0), Action::Restored(file)]))
    };
    assert_eq!(restored([&one, &other]), restored([&other, &one]));
}

#[test]
fn the_day_is_looked_at_with_each_action_and_at_each_return_to_the_tab() {
    const HOUR: i64 = 60 * 60 * 1000;
    let berlin = |_| 60;
    let first = Learner::new(deck(), "now").with_clock(20_000 * 24 * HOUR, berlin);
    // 00:00 UTC is 01:00 there, and still the day before; at 03:00 UTC the day has turned.
    assert_eq!(first.today(), 19_999);
    let read = after(first, [loaded(Vec::new(), (20_000 * 24 + 2) * HOUR)]);
    assert_eq!((read.today(), read.schedule().today), (19_999, 19_999));
    let later = after(read, [Action::Looked { at_millis: (20_000 * 24 + 3) * HOUR }]);
    assert_eq!((later.today(), later.schedule().today), (20_000, 20_000));
    assert_eq!(after(later, [told(Report::ErasedElsewhere, (20_000 * 24 + 3) * HOUR)]).today(), 20_000);
}

#[test]
fn a_review_asks_what_is_due_and_a_practice_what_is_not() {
    const DAY: i64 = 24 * 60 * 60 * 1000;
    let read = after(Learner::new(deck(), "now"), [loaded(Vec::new(), 0)]);
    let checked = |item: &str| Action::Checked { item: item.into(), response: None, at_millis: 0 };
    let answered = after(read, [checked("tower-metres"), checked("light-why")]);
    let review = |which, at_millis| {
        let learner = after(answered.clone(), [Action::Review { which, seed: 1, at_millis }]);
        let session = learner.running().unwrap().session.clone();
        assert!(session.plan.ask.again, "until each was right once");
        session.left()
    };
    assert_eq!([review(Which::Due, 0), review(Which::Weakest, 0)], [0, 2]);
    assert_eq!([review(Which::Due, DAY), review(Which::Weakest, DAY)], [2, 0]);
}

#[test]
fn the_goal_that_was_said_last_holds() {
    let read = after(Learner::new(deck(), "now"), [loaded(Vec::new(), 0)]);
    let until = |day, at_millis| Action::Goal { goal: Goal::Until { day }, at_millis };
    let said = after(read, [until(90, 1000), until(30, 2000)]);
    assert_eq!(said.schedule().goal, Goal::Until { day: 30 });
    assert_eq!(said.journal().unsaved_count(), 2);
}
