//! What the learner can see of their progress.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test should stop there")]

mod entries;
mod sample;

use entries::{attempt, entry, log_of};
use factdeck::deck::{IndexedDeck, ItemId, Standing, Weight, normalize};
use factdeck::memory::{
    Attempt, Calibration, Change, ChapterGrasp, Day, Event, Log, Step, before_and_after, calibration,
    chapter_grasp, forecast, schedule, usual_millis,
};
use factdeck::quiz::{Outcome, Sure};
use sample::{fact, item, single};

/// One writer's attempts.
fn log(attempts: impl IntoIterator<Item = Attempt>) -> Log {
    let numbered = (1..).zip(attempts);
    let entries = numbered.map(|(number, attempt)| entry("tab", number, 0, Event::Attempt(attempt)));
    log_of(&entries.collect::<Vec<_>>())
}

fn on(day: Day, item: &str, outcome: Outcome) -> Attempt {
    Attempt { day: Some(day), ..attempt(item, outcome) }
}

#[test]
fn the_forecast_counts_facts_by_the_day_on_which_they_are_due() {
    use Outcome::{Correct, Wrong};
    let deck = sample::deck(&[5]);
    // Due two days after a right answer, one after a wrong one, 14 after two right ones three days apart.
    let answers = [
        on(100, "c0-i0", Correct),
        on(103, "c0-i0", Correct),
        on(90, "c0-i1", Correct),
        on(101, "c0-i2", Correct),
        on(103, "c0-i3", Wrong),
    ];
    let found = schedule(&log(answers), &deck, 103);
    let counts = forecast(&found, &deck, 30);
    let days: Vec<_> = counts.iter().enumerate().filter(|(_, count)| **count > 0).collect();
    assert_eq!(days, [(0, &2), (1, &1), (14, &1)], "the one overdue counts to today");
    assert_eq!(counts.len(), 30);
    assert_eq!(forecast(&found, &deck, 14).iter().sum::<usize>(), 3, "what is due later is not told");
}

#[test]
fn chapters_tell_what_is_new_learning_and_known() {
    use Outcome::{Correct, Wrong};
    let deck = sample::deck(&[3, 2]);
    let mut plain = (*deck).clone();
    plain.facts.push(fact("unasked", Weight::Aside, Standing::Reported));
    plain.chapters[0].cards[0].facts.push("unasked".into());
    let deck = IndexedDeck::new(plain, normalize);
    let answers = [
        on(100, "c0-i0", Correct),
        on(103, "c0-i0", Correct),
        on(103, "c0-i1", Wrong),
        on(103, "c1-i0", Correct),
    ];
    let count = |new, learning, known| ChapterGrasp { new, learning, known };
    let of = |day| {
        let found = chapter_grasp(&schedule(&log(answers.clone()), &deck, day), &deck);
        found.into_iter().map(|(chapter, grasp)| (chapter.to_string(), grasp)).collect::<Vec<_>>()
    };
    assert_eq!(of(103), [("c0".into(), count(1, 1, 1)), ("c1".into(), count(1, 1, 0))]);
    assert_eq!(of(200), [("c0".into(), count(1, 2, 0)), ("c1".into(), count(1, 1, 0))]);
}

#[test]
fn confidence_is_held_against_what_was_right() {
    use Outcome::{Correct, Partial, Revealed, Wrong};
    use Sure::{Certain, Guess, Think};
    let said = |day, item, outcome, sure| Attempt { sure, ..on(day, item, outcome) };
    let other = Attempt { deck: "other".into(), ..said(1, "a", Wrong, Some(Certain)) };
    let answers = [
        said(1, "a", Wrong, Some(Certain)),
        said(1, "b", Partial, Some(Certain)),
        said(1, "c", Wrong, Some(Certain)),
        said(1, "d", Wrong, Some(Certain)),
        said(1, "e", Correct, Some(Certain)),
        // Right at last in the same session tells nothing yet; on a later day it does.
        said(1, "a", Correct, Some(Certain)),
        said(1, "d", Correct, None),
        said(2, "b", Correct, None),
        said(2, "c", Wrong, Some(Guess)),
        // Wrong again, and so the newest.
        said(3, "a", Wrong, Some(Certain)),
        said(2, "a", Correct, Some(Think)),
        said(3, "f", Correct, Some(Guess)),
        said(3, "g", Revealed, None),
        other,
    ];
    let names = |names: &[&str]| names.iter().map(|name| ItemId::from(*name)).collect();
    let expected = Calibration { steps: [(2, 1), (1, 1), (7, 2)], sure_but_wrong: names(&["a", "d", "c"]) };
    assert_eq!(calibration(&log(answers), &"sample".into()), expected);
    assert_eq!(calibration(&Log::new(), &"sample".into()), Calibration::default());
}

#[test]
fn before_is_the_first_attempt_at_a_pre_question_and_after_the_last_at_its_facts() {
    use Outcome::{Correct, Partial, Wrong};
    let mut plain = (*sample::deck(&[4])).clone();
    plain.items.push(item("other", "c0-f0", single(&["+yes", "no"])));
    plain.pre_questions = ["c0-i0", "c0-i1", "c0-i2", "gone"].map(ItemId::from).to_vec();
    let deck = IndexedDeck::new(plain, normalize);
    let change = |item: &str, before, after| Change { item: item.into(), before, after };
    let of = |item, outcome| on(1, item, outcome);
    let cases = [
        ("nothing", vec![], vec![]),
        ("only before", vec![of("c0-i0", Wrong)], vec![]),
        (
            "itself again",
            vec![of("c0-i1", Wrong), of("c0-i1", Correct)],
            vec![change("c0-i1", Wrong, Correct)],
        ),
        (
            "another item of its fact",
            vec![of("c0-i0", Wrong), of("other", Correct), of("other", Partial)],
            vec![change("c0-i0", Wrong, Partial)],
        ),
        ("what came before it is not after", vec![of("other", Correct), of("c0-i0", Wrong)], vec![]),
        ("items of other facts", vec![of("c0-i0", Wrong), of("c0-i3", Correct), of("gone", Correct)], vec![]),
        (
            "in the deck's order",
            vec![of("c0-i2", Wrong), of("c0-i0", Correct), of("c0-i2", Correct), of("other", Wrong)],
            vec![change("c0-i0", Correct, Wrong), change("c0-i2", Wrong, Correct)],
        ),
    ];
    for (name, answers, expected) in cases {
        assert_eq!(before_and_after(&log(answers), &deck), expected, "{name}");
    }
}

#[test]
fn an_answer_takes_as_long_as_the_learners_usual() {
    let of = |times: &[u32]| {
        let timed =
            |took_millis: &u32| Attempt { took_millis: *took_millis, ..attempt("a", Outcome::Correct) };
        usual_millis(&log(times.iter().map(timed)))
    };
    assert_eq!(of(&[]), 15_000);
    assert_eq!(of(&[1, 1, 1, 1]), 15_000, "too few");
    assert_eq!(of(&[0, 1, 0, 1, 1, 1]), 15_000, "those that were not timed do not count");
    assert_eq!(of(&[9000, 1000, 0, 4_000_000_000, 7000, 5000]), 7000);
}

#[test]
fn a_step_goes_by_the_last_answer_and_by_how_long_it_lasts() {
    use Outcome::{Correct, Partial, Revealed, Wrong};
    let deck = sample::deck(&[1]);
    let cases: [(&[(Day, Outcome)], Step); 8] = [
        (&[(100, Correct)], Step::Shaky),
        (&[(100, Wrong)], Step::Missed),
        (&[(100, Revealed)], Step::Missed),
        (&[(100, Partial)], Step::Shaky),
        (&[(100, Correct), (103, Correct)], Step::Holding),
        (&[(100, Correct), (103, Correct), (117, Correct)], Step::Firm),
        // However long it lasted: a wrong answer is the last word.
        (&[(100, Correct), (103, Correct), (117, Correct), (117, Wrong)], Step::Missed),
        (&[(100, Wrong), (100, Correct)], Step::Shaky),
    ];
    for (answers, step) in cases {
        let log = log(answers.iter().map(|(day, outcome)| on(*day, "c0-i0", *outcome)));
        let found = schedule(&log, &deck, 120);
        let fact = &deck.item(&"c0-i0".into()).unwrap().facts[0];
        assert_eq!(found.of(&deck, fact).unwrap().step(), step, "{answers:?}");
    }
}
