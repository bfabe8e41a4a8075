//! How long it takes to fold a long log: `cargo bench --bench fold`. Told per fold, in milliseconds, the
//! median of seven; twice the entries should take twice as long.
#![allow(clippy::unwrap_used, missing_docs, reason = "a bench that fails should stop")]

#[path = "../sample/mod.rs"]
mod sample;

use std::time::Instant;

use factdeck::deck::IndexedDeck;
use factdeck::memory::{
    Attempt, Day, Entry, EntryId, Event, Log, before_and_after, calibration, chapter_grasp, due, forecast,
    review, schedule, usual_millis,
};
use factdeck::quiz::{Ask, Outcome, Sure};
use sample::{deck, pick};

const ATTEMPTS_A_DAY: u64 = 100;
const CHAPTERS: usize = 10;
const ITEMS_OF_CHAPTER: usize = 20;

/// A learner's log: some writers, a hundred attempts a day over a deck of 200 items, each of one fact.
fn log_of(count: u64) -> (Log, Day) {
    let mut log = Log::new();
    for number in 0..count {
        let scattered = number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 33;
        let place = usize::try_from(scattered).unwrap();
        let (chapter, item) = (place % CHAPTERS, place / CHAPTERS % ITEMS_OF_CHAPTER);
        let is_right = scattered % 7 != 0;
        let day = Day::try_from(number / ATTEMPTS_A_DAY).unwrap();
        let attempt = Attempt {
            deck: "sample".into(),
            session: None,
            item: format!("c{chapter}-i{item}").into(),
            response: Some(pick(if is_right { "yes" } else { "no" })),
            outcome: if is_right { Outcome::Correct } else { Outcome::Wrong },
            score: f64::from(u8::from(is_right)),
            sure: (scattered % 3 == 0).then_some(Sure::Certain),
            hinted: false,
            took_millis: u32::try_from(scattered % 60_000).unwrap(),
            day: Some(day),
        };
        let id = EntryId { writer: format!("writer-{:03}", number / 500), number: number % 500 + 1 };
        let at_millis = i64::try_from(number).unwrap() * 864_000;
        log.insert(Entry { id, at_millis, after_millis: None, event: Event::Attempt(attempt) });
    }
    (log, Day::try_from(count / ATTEMPTS_A_DAY).unwrap())
}

fn median_millis(mut fold: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..7)
        .map(|_| {
            let start = Instant::now();
            fold();
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times.get(3).copied().unwrap()
}

fn main() {
    let deck: IndexedDeck = deck(&[ITEMS_OF_CHAPTER; CHAPTERS]);
    for count in [25_000, 50_000, 100_000] {
        let (log, today) = log_of(count);
        let now = schedule(&log, &deck, today);
        let due_count = due(&now, &deck).len();
        let schedule_millis = median_millis(|| drop(std::hint::black_box(schedule(&log, &deck, today))));
        let others_millis = median_millis(|| {
            std::hint::black_box((
                forecast(&now, &deck, 30),
                chapter_grasp(&now, &deck),
                calibration(&log, &deck.id),
                before_and_after(&log, &deck),
                usual_millis(&log),
                review(&now, &deck, &due(&now, &deck), Ask::default()),
            ));
        });
        println!(
            "{count} entries: schedule {schedule_millis:.1} ms ({due_count} due), the other folds {others_millis:.1} ms"
        );
    }
}
