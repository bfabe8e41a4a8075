//! A learner's year, with a clock that the test turns.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test should stop there")]

mod entries;
mod sample;

use entries::{attempt, entry};
use factdeck::deck::{IndexedDeck, Standing, Weight};
use factdeck::memory::{Attempt, Day, Event, Goal, Log, day_of, due, review, schedule};
use factdeck::quiz::{Ask, Message, Outcome, Session, Stage};
use sample::{fact, item, multiple, pick, single, tick};

const HOUR_MILLIS: i64 = 60 * 60 * 1000;
/// 1 January 2025.
const FIRST_DAY: Day = 20_089;
const FACTS: usize = 40;

/// A learner in Berlin who remembers as FSRS says that people do: with the chance of the fact's
/// retrievability.
struct Year {
    deck: IndexedDeck,
    log: Log,
    number: u64,
    /// The day of each answer.
    answered: Vec<Day>,
    /// Of each fact that was due: how likely it was to be remembered, and how long its interval had been.
    kept: Vec<(f32, u32)>,
    chance: u64,
}

impl Year {
    fn new() -> Self {
        let names: Vec<String> = (0..FACTS).map(|number| format!("f{number}")).collect();
        let facts = names.iter().map(|name| fact(name, Weight::Main, Standing::Reported)).collect();
        let items = names.iter().flat_map(|name| {
            let of = |kind: &str| format!("{name}-{kind}");
            [
                item(&of("choice"), name, single(&["+yes", "no"])),
                item(&of("multiple"), name, multiple(&["+yes", "no"])),
            ]
        });
        let deck = sample::deck_of(vec![("one", facts)], items.collect());
        Self { deck, log: Log::new(), number: 0, answered: Vec::new(), kept: Vec::new(), chance: 1 }
    }

    /// Even between 0 and 1.
    fn draw(&mut self) -> f32 {
        self.chance =
            self.chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.chance >> 40) as f32 / 16_777_216.0
    }

    /// A time of the day, and the day that it counts to: an evening, or the night after it.
    fn clock(&mut self, day: Day) -> (i64, Day) {
        let is_summer = (FIRST_DAY + 88..FIRST_DAY + 298).contains(&day);
        let offset_minutes = if is_summer { 120 } else { 60 };
        let hour = if self.draw() < 0.3 { 27 } else { 20 };
        let at_millis =
            i64::from(day) * 24 * HOUR_MILLIS + hour * HOUR_MILLIS - i64::from(offset_minutes) * 60_000;
        (at_millis, day_of(at_millis, offset_minutes))
    }

    fn record(&mut self, at_millis: i64, event: Event) {
        self.number += 1;
        assert!(self.log.insert(entry("tab", self.number, at_millis, event)));
    }

    fn answer(&mut self, item: &str, outcome: Outcome, at_millis: i64, day: Day) {
        self.answered.push(day);
        self.record(at_millis, Event::Attempt(Attempt { day: Some(day), ..attempt(item, outcome) }));
    }

    /// Reviews what is due, as a session does; then reads `new` facts and answers a question on each.
    fn live(&mut self, on: Day, new: std::ops::Range<usize>) {
        let (at_millis, day) = self.clock(on);
        assert_eq!(day, on, "whatever the hour and the season");
        let now = schedule(&self.log, &self.deck, day);
        let deck = self.deck.clone();
        let facts = due(&now, &deck);
        for fact in &facts {
            let memory = now.of(&deck, &fact.id).unwrap();
            self.kept.push((memory.retrievability(memory.due_day), memory.interval_days));
        }
        let mut session =
            Session::start(review(&now, &deck, &facts, Ask { seed: self.number, ..Ask::default() }));
        assert_eq!(session.plan.items.len(), facts.len(), "one item for each fact");
        while session.stage != Stage::Finished {
            let item = deck.item(session.item_id().unwrap()).unwrap();
            let memory = now.of(&deck, &item.facts[0]).unwrap();
            assert_ne!(memory.last_item, item.id, "another item than the last");
            let knows = if session.repeat() > 0 { 0.95 } else { memory.retrievability(day) };
            let choice = if self.draw() < knows { "yes" } else { "no" };
            let is_choice = item.interaction.kind() == "choice";
            let draft = if is_choice { pick(choice) } else { tick(&[choice]) };
            session = session.update(&deck, Message::Draft(draft)).update(&deck, Message::Check);
            let outcome = session.last().unwrap().grade.outcome;
            self.answer(item.id.as_str(), outcome, at_millis, day);
            session = session.update(&deck, Message::Next);
        }
        for number in new {
            let outcome = if self.draw() < 0.8 { Outcome::Correct } else { Outcome::Wrong };
            self.answer(&format!("f{number}-choice"), outcome, at_millis, day);
        }
        let after = schedule(&self.log, &deck, day);
        assert!(due(&after, &deck).is_empty(), "what was right at last is not due on the same day");
    }

    fn answers_in(&self, days: std::ops::Range<Day>) -> usize {
        self.answered.iter().filter(|day| days.contains(&(**day - FIRST_DAY))).count()
    }
}

#[test]
fn a_year_of_reviews_gets_ever_lighter_and_nothing_slips() {
    let mut year = Year::new();
    for day in 0..365 {
        // Four facts a day for ten days.
        let new = usize::try_from(day).unwrap() * 4;
        year.live(FIRST_DAY + day, new.min(FACTS)..(new + 4).min(FACTS));
    }
    let first_answers = FACTS;
    let reviews = year.answered.len() - first_answers;
    let by_quarter = [0..92, 92..183, 183..274, 274..365].map(|days| year.answers_in(days));
    assert!((FACTS * 5..FACTS * 12).contains(&reviews), "{reviews} reviews of {FACTS} facts");
    assert!(by_quarter[0] > 3 * by_quarter[3], "they fall off: {by_quarter:?}");
    // On its due day a fact is as likely to be remembered as was desired, but for the rounding to whole days.
    // One that was just learnt with trouble would be due within hours: it waits until the next day.
    let (mut of_days, mut next_day) = (Vec::new(), Vec::new());
    for (retrievability, interval_days) in &year.kept {
        if *interval_days > 1 { of_days.push(*retrievability) } else { next_day.push(*retrievability) }
    }
    assert!(of_days.iter().all(|one| (0.87..0.92).contains(one)), "{of_days:?}");
    assert!(next_day.iter().all(|one| *one > 0.6), "{next_day:?}");
    assert!(
        of_days.len() > 150 && next_day.len() < of_days.len(),
        "{} and {}",
        of_days.len(),
        next_day.len()
    );
    let now = schedule(&year.log, &year.deck, FIRST_DAY + 365);
    let facts: Vec<_> = now.attempted(&year.deck).collect();
    assert_eq!(facts.len(), FACTS);
    let known = facts.iter().map(|(_, memory)| memory.retrievability(now.today)).sum::<f32>() / FACTS as f32;
    assert!(known > 0.9, "{known} known at the end of the year");
}

#[test]
fn for_a_date_every_fact_is_asked_again_before_it_and_known_on_it() {
    let mut year = Year::new();
    let (at_millis, _) = year.clock(FIRST_DAY);
    let date = FIRST_DAY + 60;
    year.record(at_millis, Event::Goal { deck: "sample".into(), goal: Goal::Until { day: date } });
    for day in 0..60 {
        let new = usize::try_from(day).unwrap() * 4;
        year.live(FIRST_DAY + day, new.min(FACTS)..(new + 4).min(FACTS));
    }
    let now = schedule(&year.log, &year.deck, date);
    for (fact, memory) in now.attempted(&year.deck) {
        // On the eve at the latest, since what was due later was drawn there.
        assert_eq!(memory.last_day, date - 1, "{}", fact.id);
        assert!(memory.retrievability(date) > 0.9 || memory.interval_days == 1, "{memory:?}");
    }
}
