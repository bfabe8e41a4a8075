//! Orders by seed, and which items a session asks.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test should stop there")]

mod sample;

use std::collections::{BTreeMap, BTreeSet};

use factdeck::deck::interaction::SingleChoice;
use factdeck::deck::{IndexedDeck, Interaction, ItemId, Standing, Weight};
use factdeck::quiz::{Ask, Draw, Order, Plan, choice_order, gap_order, plan, plan_of, seeded_order};
use proptest::prelude::*;
use sample::{
    choices, classifying, cloze, deck, deck_of, estimate, fact, item, marking, matching, multiple, order,
    place, single,
};

/// Worked out by a second, independent program: links and resumed sessions hang on these values.
#[test]
fn the_order_of_a_seed_never_changes() {
    let cases: [(u64, &str, &[usize]); 4] = [
        (0, "", &[4, 0, 2, 3, 1]),
        (1, "items", &[5, 1, 7, 2, 3, 0, 4, 9, 8, 6]),
        (2, "items", &[3, 5, 8, 6, 4, 0, 9, 1, 7, 2]),
        (u64::MAX, "choices of a", &[1, 3, 2, 0]),
    ];
    for (seed, salt, expected) in cases {
        assert_eq!(seeded_order(seed, salt, expected.len()), expected, "{seed} {salt}");
    }
    assert!(seeded_order(7, "nothing", 0).is_empty());
    assert_eq!(seeded_order(7, "one", 1), [0]);
}

#[test]
fn all_orders_come_up_about_as_often() {
    const SEEDS: u64 = 24_000;
    let mut often: BTreeMap<Vec<usize>, u32> = BTreeMap::new();
    for seed in 0..SEEDS {
        *often.entry(seeded_order(seed, "even", 4)).or_default() += 1;
    }
    assert_eq!(often.len(), 24);
    let expected = 1000.0;
    let off: f64 = often.values().map(|count| (f64::from(*count) - expected).powi(2) / expected).sum();
    // Chi-square with 23 degrees of freedom: above 49.7 only once in a thousand.
    assert!(off < 49.7, "{off}");
}

#[test]
fn salts_tell_apart_what_one_seed_shuffles() {
    let orders: BTreeSet<_> =
        (0..20).map(|salt| seeded_order(5, &format!("choices of item-{salt}"), 8)).collect();
    assert_eq!(orders.len(), 20);
}

fn chapter_counts(plan: &Plan) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for item in &plan.items {
        let chapter = item.as_str().split('-').next().unwrap();
        *counts.entry(chapter.to_owned()).or_default() += 1;
    }
    counts
}

fn names(plan: &Plan) -> Vec<&str> {
    plan.items.iter().map(ItemId::as_str).collect()
}

#[test]
fn the_decks_order_is_kept_when_asked_for() {
    let deck = deck(&[2, 2, 2]);
    let ask = |chapters: &[&str], count| Ask {
        chapters: chapters.iter().map(|id| (*id).into()).collect(),
        count,
        order: Order::Deck,
        ..Ask::default()
    };
    let cases: &[(&[&str], Option<usize>, &[&str])] = &[
        (&[], None, &["c0-i0", "c0-i1", "c1-i0", "c1-i1", "c2-i0", "c2-i1"]),
        (&[], Some(3), &["c0-i0", "c0-i1", "c1-i0"]),
        (&["c2", "c0"], Some(3), &["c0-i0", "c0-i1", "c2-i0"]),
        (&["c1"], Some(10), &["c1-i0", "c1-i1"]),
        (&["gone"], None, &[]),
        (&[], Some(0), &[]),
    ];
    for (chapters, count, expected) in cases {
        assert_eq!(names(&plan(&deck, ask(chapters, *count))), *expected, "{chapters:?} {count:?}");
    }
}

/// Two chapters; the first has one key fact, a main and an aside, and three items of the key fact.
fn weighted_deck() -> IndexedDeck {
    let of = |id: &str, weight| fact(id, weight, Standing::Reported);
    let asks = |id: &str, fact: &str| item(id, fact, single(&["+yes", "no"]));
    deck_of(
        vec![
            ("a", vec![of("aside", Weight::Aside), of("main", Weight::Main), of("key", Weight::Key)]),
            ("b", vec![of("b-main", Weight::Main), of("b-key", Weight::Key)]),
        ],
        vec![
            asks("a-aside", "aside"),
            asks("a-key-1", "key"),
            asks("a-main", "main"),
            asks("a-key-2", "key"),
            asks("a-key-3", "key"),
            asks("b-main", "b-main"),
            asks("b-key", "b-key"),
        ],
    )
}

#[test]
fn key_facts_are_taken_first_and_no_fact_twice_before_all_once() {
    let deck = weighted_deck();
    let mut key_items = BTreeSet::new();
    for seed in 0..40 {
        let taken = |chapter: &str, count| {
            let ask = Ask { chapters: vec![chapter.into()], count: Some(count), seed, ..Ask::default() };
            plan(&deck, ask).items.into_iter().collect::<BTreeSet<_>>()
        };
        let is_key = |item: &ItemId| item.as_str().contains("-key");
        let one = taken("a", 1);
        assert!(one.iter().all(is_key), "{one:?}");
        key_items.extend(one);
        let two = taken("a", 2);
        assert!(two.contains(&"a-main".into()) && two.iter().any(is_key), "{two:?}");
        let three = taken("a", 3);
        assert_eq!(three.iter().filter(|item| is_key(item)).count(), 1, "{three:?}");
        assert_eq!(taken("b", 1), BTreeSet::from(["b-key".into()]));
    }
    assert_eq!(key_items.len(), 3, "it should be the seed that picks among a fact's items");
}

#[test]
fn all_items_of_the_deck_means_those_without_a_chapter_too() {
    let deck = deck_of(vec![], vec![item("stray", "nowhere", single(&["+yes", "no"]))]);
    assert_eq!(names(&plan(&deck, Ask::default())), ["stray"]);
    assert_eq!(names(&plan(&deck, Ask { count: Some(1), ..Ask::default() })), ["stray"]);
    let of_a = Ask { chapters: vec!["a".into()], ..Ask::default() };
    assert!(plan(&deck, of_a).items.is_empty());
}

#[test]
fn a_shuffled_plan_is_not_in_the_decks_order() {
    let deck = deck(&[6, 6]);
    let in_order = plan(&deck, Ask { order: Order::Deck, ..Ask::default() });
    let shuffled = plan(&deck, Ask { seed: 1, ..Ask::default() });
    assert_ne!(in_order.items, shuffled.items);
    assert_ne!(shuffled.items, plan(&deck, Ask { seed: 2, ..Ask::default() }).items);
    let [in_order, shuffled] = [in_order, shuffled].map(|plan| BTreeSet::from_iter(plan.items));
    assert_eq!(in_order, shuffled);
}

#[test]
fn again_only_these_asks_each_once_in_the_given_order() {
    let ask = Ask { seed: 9, sure: true, ..Ask::default() };
    let again = plan_of(ask.clone(), vec!["b".into(), "a".into(), "b".into()]);
    assert_eq!(names(&again), ["b", "a"]);
    assert_eq!(again.ask, ask);
}

#[test]
fn items_that_the_deck_lost_are_dropped() {
    let plan = plan_of(Ask::default(), vec!["c0-i1".into(), "gone".into(), "c0-i0".into()]);
    assert_eq!(names(&plan.known_to(&deck(&[2]))), ["c0-i1", "c0-i0"]);
}

#[test]
fn choices_are_shuffled_unless_they_have_an_order() {
    let names = ["+a", "b", "c", "d", "e", "f"];
    let ordered = Interaction::Choice(SingleChoice { choices: choices(&names), ordered: true });
    let shuffled = Ask { seed: 3, ..Ask::default() };
    let as_filed = Ask { order: Order::Deck, ..shuffled.clone() };
    let file = [0, 1, 2, 3, 4, 5];

    let free = item("free", "f", single(&names));
    let other = item("other", "f", multiple(&names));
    assert_ne!(choice_order(Some(&shuffled), &free), file);
    assert_ne!(choice_order(Some(&shuffled), &other), choice_order(Some(&shuffled), &free));
    assert_eq!(choice_order(Some(&as_filed), &free), file);
    assert_eq!(choice_order(Some(&shuffled), &item("kept", "f", ordered)), file);

    let gapped = item("gapped", "f", cloze(&[&names, &names]));
    let Interaction::Cloze(it) = &gapped.interaction else { unreachable!() };
    let [first, second] = [&it.gaps[0], &it.gaps[1]].map(|gap| gap_order(Some(&shuffled), &gapped, gap));
    assert_ne!(first, second);
    assert_eq!(gap_order(Some(&as_filed), &gapped, &it.gaps[0]), file);
    assert!(choice_order(Some(&shuffled), &gapped).is_empty());
}

#[test]
fn rows_and_places_are_shuffled_and_words_stay_where_they_are() {
    let shuffled = |seed| Ask { seed, ..Ask::default() };
    let as_filed = Ask { order: Order::Deck, ..shuffled(3) };
    let file: Vec<usize> = (0..5).collect();
    let standings = Standing::ALL;
    let kinds = [
        matching(&["x", "y"], &["x", "y", "x", "y", "x"]),
        classifying(&standings, &standings[..5]),
        place(&["+a", "b", "c", "d", "e"]),
    ];
    for interaction in kinds {
        let it = item("it", "f", interaction);
        let of = |seed| choice_order(Some(&shuffled(seed)), &it);
        assert_eq!(choice_order(Some(&as_filed), &it), file);
        assert_eq!(choice_order(None, &it), file);
        assert_eq!(of(3), of(3), "the same seed gives the same order");
        let orders: BTreeSet<_> = (0..40).map(of).collect();
        assert!(orders.len() > 20, "{}: {orders:?}", it.interaction.kind());
    }
    for interaction in [marking(&["+a", "b", "c"]), Interaction::Estimate(estimate(5.0, 1.0, None))] {
        assert!(choice_order(Some(&shuffled(3)), &item("it", "f", interaction)).is_empty());
    }
}

#[test]
fn events_are_shuffled_where_nothing_else_is() {
    let events = item("events", "f", order(&["a", "b", "c", "d", "e"]));
    let orders: BTreeSet<_> = (0..400)
        .map(|seed| choice_order(Some(&Ask { seed, order: Order::Deck, ..Ask::default() }), &events))
        .collect();
    assert!(orders.len() > 100, "all but the right one of 120 should come up: {}", orders.len());
    // Sessions are resumed with this order: what it hangs on must never change.
    assert_eq!(
        choice_order(Some(&Ask { seed: 7, ..Ask::default() }), &events),
        seeded_order(7, "events of events", 5)
    );
    assert_eq!(choice_order(None, &events), seeded_order(0, "events of events", 5));
}

#[test]
fn plans_are_stored_in_words() {
    let plan = plan_of(Ask { count: Some(1), seed: u64::MAX, ..Ask::default() }, vec!["a".into()]);
    let stored = serde_json::to_string(&plan).unwrap();
    assert_eq!(
        stored,
        r#"{"ask":{"chapters":[],"count":1,"seed":18446744073709551615,"order":"shuffled","sure":false},"items":["a"]}"#
    );
    let of_draw = |draw| serde_json::to_string(&Ask { draw, ..Ask::default() }).unwrap();
    assert!(of_draw(Draw::Second).ends_with(r#","draw":"2"}"#), "{}", of_draw(Draw::Second));
    // As it was stored before there was another.
    assert!(of_draw(Draw::First).ends_with(r#""sure":false}"#), "{}", of_draw(Draw::First));
}

proptest! {
    #[test]
    fn events_never_stand_in_the_right_order_at_first(
        count in 2_usize..=6,
        seed in proptest::option::of(any::<u64>()),
        in_deck_order: bool,
        id in "[a-z]{1,6}",
    ) {
        let names: Vec<String> = (0..count).map(|n| n.to_string()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let events = item(&id, "f", order(&names));
        let order = if in_deck_order { Order::Deck } else { Order::Shuffled };
        let ask = seed.map(|seed| Ask { seed, order, ..Ask::default() });
        let shown = choice_order(ask.as_ref(), &events);
        prop_assert_eq!(&shown, &choice_order(ask.as_ref(), &events), "the same seed gives the same order");
        prop_assert!(!shown.is_sorted(), "{:?}", shown);
        let mut sorted = shown;
        sorted.sort_unstable();
        prop_assert_eq!(sorted, (0..count).collect::<Vec<_>>());
    }

    #[test]
    fn an_order_is_a_permutation_that_the_seed_repeats(seed: u64, salt in ".{0,8}", len in 0_usize..200) {
        let order = seeded_order(seed, &salt, len);
        prop_assert_eq!(&order, &seeded_order(seed, &salt, len));
        let mut sorted = order;
        sorted.sort_unstable();
        prop_assert_eq!(sorted, (0..len).collect::<Vec<_>>());
    }

    #[test]
    fn a_plan_has_the_right_count_of_the_asked_chapters_without_repeats(
        sizes in proptest::collection::vec(0_usize..9, 1..6),
        asked in proptest::collection::btree_set(0_usize..6, 0..5),
        count in proptest::option::of(0_usize..30),
        seed: u64,
        in_order: bool,
        draw in prop_oneof![Just(Draw::First), Just(Draw::Second)],
    ) {
        let deck = deck(&sizes);
        let order = if in_order { Order::Deck } else { Order::Shuffled };
        let chapters = asked.iter().map(|n| format!("c{n}").as_str().into()).collect();
        let ask = Ask { chapters, count, seed, order, sure: true, again: false, draw };
        let made = plan(&deck, ask.clone());
        prop_assert_eq!(&made, &plan(&deck, ask), "the same seed gives the same plan");

        let is_asked = |chapter: usize| asked.is_empty() || asked.contains(&chapter);
        let available: usize =
            sizes.iter().enumerate().filter(|(chapter, _)| is_asked(*chapter)).map(|(_, size)| size).sum();
        prop_assert_eq!(made.items.len(), count.unwrap_or(available).min(available));
        let distinct: BTreeSet<_> = made.items.iter().collect();
        prop_assert_eq!(distinct.len(), made.items.len());
        for item in &made.items {
            prop_assert!(deck.item(item).is_some());
        }
        let counts = chapter_counts(&made);
        for chapter in counts.keys() {
            prop_assert!(is_asked(chapter[1..].parse().unwrap()));
        }
        if !in_order {
            // A chapter may fall behind the fullest by more than one only if it has no more to give.
            let most = counts.values().max().copied().unwrap_or(0);
            for (chapter, size) in sizes.iter().enumerate().filter(|(chapter, _)| is_asked(*chapter)) {
                let got = counts.get(&format!("c{chapter}")).copied().unwrap_or(0);
                prop_assert!(got + 1 >= most || got == *size, "{:?}", counts);
            }
        }
    }
}
