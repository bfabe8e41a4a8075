//! When facts are asked again: days, ratings, FSRS held to another implementation, goals, whatever the
//! clocks.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test should stop there")]

mod entries;
mod sample;

use entries::{any_entries, any_goal, attempt, entry, log_of};
use factdeck::deck::{IndexedDeck, normalize};
use factdeck::memory::{
    Attempt, Day, Entry, Event, FactMemory, Goal, Grasp, Log, Rating, day_of, decode, encode, rating,
    schedule,
};
use factdeck::quiz::{Outcome, Sure};
use proptest::prelude::*;

const DAY_MILLIS: i64 = 24 * 60 * 60 * 1000;

/// An attempt that comes to a rating, on a day.
fn rated(item: &str, rating: Rating, day: Day) -> Attempt {
    let outcome = if rating == Rating::Again { Outcome::Wrong } else { Outcome::Correct };
    Attempt { hinted: rating == Rating::Hard, day: Some(day), ..attempt(item, outcome) }
}

/// One writer's entries, a millisecond apart.
fn log(events: impl IntoIterator<Item = Event>) -> Log {
    let numbered = (1..).zip(events);
    let entries = numbered.map(|(number, event)| entry("tab", number, i64::try_from(number).unwrap(), event));
    log_of(&entries.collect::<Vec<_>>())
}

fn goal(goal: Goal) -> Event {
    Event::Goal { deck: "sample".into(), goal }
}

/// The item `c0-i0` of a deck with one fact, rated so on these days.
fn history(reviews: &[(Day, Rating)]) -> Vec<Event> {
    reviews.iter().map(|(day, rating)| Event::Attempt(rated("c0-i0", *rating, *day))).collect()
}

fn one_fact() -> IndexedDeck {
    sample::deck(&[1])
}

/// What is known of the one fact on the day `today`.
fn memory(events: Vec<Event>, today: Day) -> Option<FactMemory> {
    let deck = one_fact();
    schedule(&log(events), &deck, today).of(&deck, &"c0-f0".into()).cloned()
}

#[test]
fn a_day_begins_at_four_in_the_morning_where_the_learner_is() {
    const HOUR: i64 = 3_600_000;
    let (berlin_winter, berlin_summer, kathmandu, los_angeles) = (60, 120, 345, -480);
    // 30 March 2025, when Berlin's clocks went from 2 to 3 at night, and 26 October, when they went back, are
    // days 20177 and 20387.
    let (spring, autumn) = (20_177 * DAY_MILLIS, 20_387 * DAY_MILLIS);
    let cases = [
        (0, 0, -1),
        (4 * HOUR - 1, 0, -1),
        (4 * HOUR, 0, 0),
        (28 * HOUR - 1, 0, 0),
        (28 * HOUR, 0, 1),
        (-1, 0, -1),
        (-20 * HOUR - 1, 0, -2),
        (-20 * HOUR, 0, -1),
        // Half past one at night belongs to the day before, half past four to the new one: the night between
        // has three hours less one, or plus one.
        (spring + HOUR / 2, berlin_winter, 20_176),
        (spring + HOUR, berlin_summer, 20_176),
        (spring + 2 * HOUR - 1, berlin_summer, 20_176),
        (spring + 2 * HOUR, berlin_summer, 20_177),
        (autumn + HOUR - 1, berlin_summer, 20_386),
        (autumn + 3 * HOUR - 1, berlin_winter, 20_386),
        (autumn + 3 * HOUR, berlin_winter, 20_387),
        // One moment, three days' worth of clocks.
        (spring, kathmandu, 20_177),
        (spring, 0, 20_176),
        (spring + 12 * HOUR - 1, los_angeles, 20_176),
        (spring + 12 * HOUR, los_angeles, 20_177),
        (i64::MAX, 0, Day::MAX),
        (i64::MAX, i32::MAX, Day::MAX),
        (i64::MIN, 0, Day::MIN),
        (i64::MIN, i32::MIN, Day::MIN),
    ];
    for (at_millis, offset_minutes, day) in cases {
        assert_eq!(day_of(at_millis, offset_minutes), day, "{at_millis} at {offset_minutes}");
    }
}

#[test]
fn an_attempt_is_rated_by_what_it_was_worth_and_by_the_help_it_had() {
    use Rating::{Again, Good, Hard};
    let said = [None, Some(Sure::Guess), Some(Sure::Think), Some(Sure::Certain)];
    // For each outcome, without a hint and with one, by what was said of being sure.
    let table = [
        (Outcome::Correct, [[Good, Hard, Good, Good], [Hard, Hard, Hard, Hard]]),
        (Outcome::Partial, [[Again; 4], [Again; 4]]),
        (Outcome::Wrong, [[Again; 4], [Again; 4]]),
        (Outcome::Revealed, [[Again; 4], [Again; 4]]),
    ];
    for (outcome, by_hint) in table {
        for (hinted, expected) in [false, true].into_iter().zip(by_hint) {
            let found = said.map(|sure| rating(&Attempt { sure, hinted, ..attempt("a", outcome) }));
            assert_eq!(found, expected, "{outcome:?}, hinted: {hinted}");
        }
    }
}

/// How far `found` is from `expected`, as a share of it.
fn off(found: f32, expected: &serde_json::Value) -> f64 {
    let expected = expected.as_f64().unwrap();
    (f64::from(found) - expected).abs() / expected
}

#[test]
fn stability_difficulty_and_interval_are_those_of_another_implementation() {
    let text = include_str!("vectors/fsrs.json");
    let vectors: serde_json::Value = serde_json::from_str(text).unwrap();
    let histories = vectors["histories"].as_array().unwrap();
    assert!(histories.len() >= 200);
    for case in histories {
        let retention = case["retention"].as_f64().unwrap();
        let far = Day::MAX;
        let goals = [Goal::ForGood, Goal::Until { day: far }, Goal::NextWeek { until: far }];
        let is_asked = |goal: &Goal| (f64::from(goal.desired_retention()) - retention).abs() < 1e-6;
        let said = goals.into_iter().find(is_asked).unwrap();
        let mut events = vec![goal(said)];
        let mut today = 20_000;
        let reviews = case["reviews"].as_array().unwrap();
        for (at, (review, state)) in reviews.iter().zip(case["states"].as_array().unwrap()).enumerate() {
            today += Day::try_from(review[0].as_i64().unwrap()).unwrap();
            let rating = [Rating::Again, Rating::Hard, Rating::Good];
            let rating = rating[usize::try_from(review[1].as_u64().unwrap()).unwrap() - 1];
            events.push(Event::Attempt(rated("c0-i0", rating, today)));
            let found = memory(events.clone(), today).unwrap();
            assert!(off(found.stability_days, &state[0]) < 1e-4, "{found:?} at {at} of {case}");
            assert!(off(found.difficulty, &state[1]) < 1e-4, "{found:?} at {at} of {case}");
            assert_eq!(u64::from(found.interval_days), state[2], "{found:?} at {at} of {case}");
            assert_eq!((found.last_day, found.due_day), (today, today + found.interval_days.cast_signed()));
        }
    }
}

#[test]
fn what_is_known_of_a_fact_counts_its_attempts() {
    use Grasp::{Known, Learning};
    use Outcome::{Correct, Wrong};
    use Rating::{Again, Good, Hard};
    // Days and ratings; lapses, days right, last outcomes, and how far it has got that evening.
    type Case = (&'static [(Day, Rating)], u32, u32, &'static [Outcome], Grasp);
    let cases: [Case; 8] = [
        (&[(0, Good)], 0, 1, &[Correct], Learning),
        (&[(0, Again)], 0, 0, &[Wrong], Learning),
        (&[(0, Good), (0, Good)], 0, 1, &[Correct, Correct], Learning),
        (&[(0, Good), (2, Hard)], 0, 2, &[Correct, Correct], Known),
        (&[(0, Again), (0, Again), (0, Good)], 0, 1, &[Wrong, Wrong, Correct], Learning),
        (&[(0, Good), (2, Again), (2, Good), (3, Good)], 1, 2, &[Correct, Wrong, Correct, Correct], Known),
        (
            &[(0, Good), (0, Again), (0, Again), (0, Good), (0, Again)],
            2,
            0,
            &[Correct, Wrong, Wrong, Correct, Wrong],
            Learning,
        ),
        (
            &[(0, Again), (0, Again), (1, Good), (1, Good), (1, Good), (2, Good)],
            0,
            2,
            &[Wrong, Correct, Correct, Correct, Correct],
            Known,
        ),
    ];
    for (reviews, lapses, days_right, recent, grasp) in cases {
        let today = reviews.last().unwrap().0;
        let found = memory(history(reviews), today).unwrap();
        assert_eq!((found.lapses, found.days_right), (lapses, days_right), "{reviews:?}");
        assert_eq!((found.recent.as_slice(), found.grasp(today)), (recent, grasp), "{reviews:?}");
        assert_eq!(found.reviews as usize, reviews.len());
        assert_eq!(found.grasp(found.due_day), Learning, "what is due is not known");
    }
    assert_eq!(memory(Vec::new(), 0), None);
}

#[test]
fn every_fact_of_an_item_is_rated_once_and_nothing_else() {
    let mut deck = sample::deck(&[2, 1]);
    let mut both = sample::item("both", "c0-f0", sample::single(&["+yes", "no"]));
    both.facts = ["c0-f0", "c1-f0", "c0-f0", "gone"].map(Into::into).to_vec();
    let mut plain = (*deck).clone();
    plain.items.push(both);
    deck = IndexedDeck::new(plain, normalize);
    let other = Attempt { deck: "other".into(), ..rated("c0-i1", Rating::Good, 5) };
    let events = [rated("both", Rating::Good, 5), rated("lost", Rating::Good, 5), other].map(Event::Attempt);
    let found = schedule(&log(events), &deck, 5);
    let reviews =
        ["c0-f0", "c0-f1", "c1-f0", "gone"].map(|fact| found.of(&deck, &fact.into()).map(|it| it.reviews));
    assert_eq!(reviews, [Some(1), None, Some(1), None]);
    assert_eq!(found.grasp(&deck, &"c0-f1".into()), Grasp::New);
    let attempted: Vec<_> =
        found.attempted(&deck).map(|(fact, it)| (fact.id.as_str(), it.last_item.as_str())).collect();
    assert_eq!(attempted, [("c0-f0", "both"), ("c1-f0", "both")]);
    assert_eq!(found.next_day(), Some(7));
    let events =
        [("both", 5), ("c0-i1", 50)].map(|(item, day)| Event::Attempt(rated(item, Rating::Good, day)));
    assert_eq!(schedule(&log(events), &deck, 50).next_day(), Some(52), "what is due already is not the next");
    assert_eq!(schedule(&log([]), &deck, 5).next_day(), None);
}

#[test]
fn a_goal_sets_the_retention_and_holds_due_days_before_its_date() {
    use Rating::Good;
    // Learnt on day 100 and again on day 103: for good it is due on day 117.
    let days = [(100, Good), (103, Good)];
    let week = |until| Goal::NextWeek { until };
    let date = |day| Goal::Until { day };
    // What was said, the day on which it is looked at, and when the fact is due.
    let cases: [(&str, &[Goal], Day, Day); 12] = [
        ("nothing", &[], 103, 117),
        ("for good", &[Goal::ForGood], 103, 117),
        ("a far date", &[date(400)], 103, 111),
        ("within a week", &[week(200)], 103, 109),
        ("the day before", &[date(110)], 103, 109),
        ("the day before, in a week", &[week(108)], 103, 107),
        ("on the day itself it holds", &[date(110)], 110, 109),
        ("its date has passed", &[date(110)], 111, 117),
        ("tomorrow: there is no day left", &[date(104)], 103, 111),
        ("the day after tomorrow", &[date(105)], 103, 104),
        ("what was said last", &[date(110), date(107), Goal::ForGood], 103, 117),
        ("what was said last", &[Goal::ForGood, date(110)], 103, 109),
    ];
    for (name, goals, today, due) in cases {
        let events = goals.iter().map(|said| goal(*said)).chain(history(&days)).collect();
        let found = memory(events, today).unwrap();
        assert_eq!(found.due_day, due, "{name}");
        assert_eq!(found.interval_days, due.abs_diff(103), "{name}");
    }
    let other = Event::Goal { deck: "other".into(), goal: week(200) };
    assert_eq!(memory([history(&days), vec![other]].concat(), 103).unwrap().due_day, 117);
}

#[test]
fn attempts_of_several_tabs_count_in_the_order_of_time() {
    let answers = [(100, Rating::Good), (103, Rating::Again), (104, Rating::Good)];
    let one_tab = memory(history(&answers), 104);
    let tabs = ["z", "m", "a"].into_iter().zip(history(&answers)).zip(1..);
    let entries: Vec<Entry> = tabs.map(|((writer, event), at)| entry(writer, 1, at, event)).collect();
    let deck = one_fact();
    assert_eq!(schedule(&log_of(&entries), &deck, 104).of(&deck, &"c0-f0".into()), one_tab.as_ref());
}

#[test]
fn clocks_that_go_wrong_lose_nothing_and_stop_nothing() {
    use Rating::{Again, Good};
    let honest = memory(history(&[(100, Good), (103, Good)]), 103).unwrap();
    // Set back: it counts as the day that was reached.
    let back = memory(history(&[(100, Good), (103, Good), (90, Again)]), 103).unwrap();
    assert_eq!((back.last_day, back.reviews), (103, 3));
    assert_eq!(back, memory(history(&[(100, Good), (103, Good), (103, Again)]), 103).unwrap());
    // Set forward by years: it waits until its day has come.
    let ahead = history(&[(100, Good), (103, Good), (4000, Again)]);
    for today in [103, 104, 3998] {
        assert_eq!(memory(ahead.clone(), today).as_ref(), Some(&honest), "{today}");
    }
    assert_eq!(memory(ahead.clone(), 4000).unwrap().lapses, 1);
    // What waits is told, and from when on it counts.
    let waits_until = |today| schedule(&log(ahead.clone()), &one_fact(), today).waits_until;
    assert_eq!([103, 3998, 3999].map(waits_until), [Some(4000), Some(4000), None]);
    // Tomorrow already: a flight to the west.
    let west = memory(history(&[(100, Good), (104, Good)]), 103).unwrap();
    assert!(west.last_day == 104 && west.due_day > 104, "{west:?}");
    assert!(west.retrievability(103) > 0.999, "it cannot be more than remembered");
    // A goal said with such a clock waits too.
    let said = entry("ahead", 1, 4000 * DAY_MILLIS, goal(Goal::NextWeek { until: 105 }));
    let mut both = log(history(&[(100, Good), (103, Good)]));
    both.insert(said);
    assert_eq!(schedule(&both, &one_fact(), 103).goal, Goal::ForGood);
    // The ends of time.
    for day in [Day::MIN, 0, Day::MAX] {
        for (first, second) in [(Day::MIN, Day::MAX), (Day::MAX, Day::MIN), (Day::MAX, Day::MAX)] {
            for said in [Goal::ForGood, Goal::Until { day: Day::MIN }, Goal::Until { day: Day::MAX }] {
                let events = [vec![goal(said)], history(&[(first, Good), (second, Again)])].concat();
                if let Some(found) = memory(events, day) {
                    assert!(found.due_day >= found.last_day && found.stability_days > 0.0, "{found:?}");
                    assert!((0.0..=1.0).contains(&found.retrievability(day)), "{found:?}");
                }
            }
        }
    }
}

#[test]
fn an_older_entry_has_the_day_of_utc_and_is_written_as_it_was() {
    let older = Attempt { day: None, ..rated("c0-i0", Rating::Good, 0) };
    let at = |millis| entry("tab", 1, millis, Event::Attempt(older.clone()));
    let cases =
        [(0, -1), (4 * 3_600_000 - 1, -1), (4 * 3_600_000, 0), (DAY_MILLIS, 0), (100 * DAY_MILLIS, 99)];
    for (millis, day) in cases {
        assert_eq!(at(millis).day(), day, "{millis}");
    }
    let text = encode(&at(7)).text;
    let json = r#"{"id":{"writer":"tab","number":1},"at_millis":7,"event":{"event":"attempt","deck":"sample","session":null,"item":"c0-i0","response":{"kind":"choice","choice":"yes"},"outcome":"correct","score":1.0,"sure":null,"hinted":false,"took_millis":1500}}"#;
    assert_eq!(text.split_once(' ').unwrap().1, json);
    assert_eq!(decode(&encode(&at(7))), Ok(at(7)));
    let noted = entry("tab", 1, 7, Event::Attempt(rated("c0-i0", Rating::Good, -3)));
    assert_eq!(noted.day(), -3);
    assert!(encode(&noted).text.ends_with(r#""took_millis":1500,"day":-3}}"#));
    let said = entry("tab", 2, 8, goal(Goal::NextWeek { until: 20_000 }));
    assert!(
        encode(&said)
            .text
            .ends_with(r#"{"event":"goal","deck":"sample","goal":{"kind":"next-week","until":20000}}}"#)
    );
}

fn any_rating() -> impl Strategy<Value = Rating> {
    proptest::sample::select(vec![Rating::Again, Rating::Hard, Rating::Good])
}

/// A history of gaps and ratings, on days from 0.
fn any_history() -> impl Strategy<Value = Vec<(Day, Rating)>> {
    proptest::collection::vec((prop_oneof![0..3, 0..40, 0..500], any_rating()), 0..12).prop_map(|gaps| {
        let mut day = 0;
        let dated = gaps.into_iter().map(|(gap, rating)| {
            day += gap;
            (day, rating)
        });
        dated.collect()
    })
}

proptest! {
    #[test]
    fn a_better_rating_never_gives_a_shorter_interval(
        past in any_history(), gap in 0..500, said in any_goal(), ahead in 0..60,
    ) {
        let today = past.last().map_or(0, |(day, _)| *day) + gap;
        let said = match said {
            Goal::NextWeek { until } => Goal::NextWeek { until: until.saturating_add(today - ahead) },
            Goal::Until { day } => Goal::Until { day: day.saturating_add(today - ahead) },
            Goal::ForGood => said,
        };
        let [again, hard, good] = [Rating::Again, Rating::Hard, Rating::Good].map(|rating| {
            let events = [vec![goal(said)], history(&past), history(&[(today, rating)])].concat();
            memory(events, today).unwrap()
        });
        prop_assert!(1 <= again.interval_days, "{:?}", again);
        prop_assert!(again.interval_days <= hard.interval_days, "{:?} {:?}", again, hard);
        prop_assert!(hard.interval_days <= good.interval_days, "{:?} {:?}", hard, good);
        prop_assert!(again.stability_days < hard.stability_days && hard.stability_days <= good.stability_days);
        if let Some(date) = said.on(today).day().filter(|date| *date > today.saturating_add(1)) {
            prop_assert!(good.due_day < date, "asked again before {}: {:?}", date, good);
        }
    }

    #[test]
    fn the_schedule_does_not_depend_on_how_the_log_arrived(
        one in any_entries(), other in any_entries(), today in prop_oneof![9 => -2..60, 1 => any::<Day>()],
    ) {
        // The items of `any_entries` are `a` to `e`, its attempts on days near 0.
        let items = ["a", "b", "c", "d", "e"];
        let facts = ["f", "g", "f", "h", "g"];
        let fact = |id: &str| sample::fact(id, factdeck::deck::Weight::Main, factdeck::deck::Standing::Reported);
        let asks = |(item, fact): (&str, &str)| sample::item(item, fact, sample::single(&["+yes", "no"]));
        let deck = sample::deck_of(
            vec![("c", ["f", "g", "h"].map(fact).to_vec())],
            items.into_iter().zip(facts).map(asks).collect(),
        );
        let merged = |first: &[Entry], second: &[Entry]| {
            let mut log = log_of(first);
            log.merge(second.iter().cloned());
            schedule(&log, &deck, today)
        };
        let found = merged(&one, &other);
        prop_assert_eq!(&found, &merged(&other, &one));
        for (_, memory) in found.attempted(&deck) {
            prop_assert!(memory.stability_days > 0.0 && (1.0..=10.0).contains(&memory.difficulty));
            prop_assert!(memory.due_day >= memory.last_day);
            prop_assert!((0.0..=1.0).contains(&memory.retrievability(today)));
        }
    }
}
