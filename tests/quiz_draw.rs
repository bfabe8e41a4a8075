//! Which items are drawn, and that none gives away the answer to a later one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test should stop there")]

mod sample;

use std::collections::BTreeSet;

use factdeck::deck::interaction::{Cloze, NumberEntry, NumberMixUp, TextEntry};
use factdeck::deck::{IndexedDeck, Interaction, Item, ItemId, Standing, Weight, load, normalize};
use factdeck::quiz::{Ask, Draw, Giveaways, Order, Plan, plan};
use proptest::prelude::*;
use sample::{cloze, deck_of, estimate, fact, item, number, single, text};

fn names(plan: &Plan) -> Vec<&str> {
    plan.items.iter().map(ItemId::as_str).collect()
}

/// An item with this stem, of a fact that bears its name.
fn asking(id: &str, stem: &str, interaction: Interaction) -> Item {
    Item { stem: stem.into(), ..item(id, id, interaction) }
}

fn choice() -> Interaction {
    single(&["+yes", "no"])
}

/// A choice with this reason.
fn choice_for(reason: &str) -> Interaction {
    let Interaction::Choice(mut it) = choice() else { unreachable!() };
    it.choices[0].rationale = reason.into();
    Interaction::Choice(it)
}

/// A gap with this key.
fn gap(key: &str) -> Interaction {
    let Interaction::Cloze(Cloze { text, mut gaps }) = cloze(&[&["+a", "b"]]) else { unreachable!() };
    gaps[0].choices[0].text = key.into();
    Interaction::Cloze(Cloze { text, gaps })
}

fn whole(value: f64) -> Interaction {
    Interaction::Number(number(value, 0.0, None))
}

fn guess(value: f64) -> Interaction {
    Interaction::Estimate(estimate(value, 0.0, None))
}

fn name(accepted: &[&str]) -> Interaction {
    Interaction::Text(text(accepted))
}

/// A deck of these chapters of items, each item of a main fact of its own.
fn deck_with(chapters: Vec<(&str, Vec<Item>)>) -> IndexedDeck {
    let facts_of = |items: &[Item]| {
        items.iter().map(|item| fact(item.id.as_str(), Weight::Main, Standing::Reported)).collect()
    };
    let facts = chapters.iter().map(|(chapter, items)| (*chapter, facts_of(items))).collect();
    deck_of(facts, chapters.into_iter().flat_map(|(_, items)| items).collect())
}

/// Two chapters whose items tell each other's answers: in `a` by stems, in `b` by reasons.
fn telling_deck() -> IndexedDeck {
    deck_with(vec![
        (
            "a",
            vec![
                asking("a-word", "On whose word does NHK tell it?", choice()),
                asking("a-why", "Why do the 25,000 workers go?", choice()),
                asking("a-who", "Which broadcaster tells it?", name(&["NHK", "NHK World"])),
                asking("a-count", "How many workers go?", whole(25_000.0)),
                asking("a-guess", "Guess: how many workers go?", guess(25_000.0)),
                asking("a-plain", "Where do they go?", choice()),
            ],
        ),
        (
            "b",
            vec![
                asking("b-since", "Since when?", choice_for("Since the output is about 2,000 a month.")),
                asking("b-month", "How many a month?", whole(2_000.0)),
                asking("b-gap", "Complete the sentence.", gap("Tatarstan")),
                asking("b-place", "In which republic?", name(&["Tatarstan", "Republic of Tatarstan"])),
                asking("b-plain", "What for?", choice()),
                asking("b-other", "What else?", choice()),
            ],
        ),
    ])
}

fn second(seed: u64, count: Option<usize>) -> Ask {
    Ask { count, seed, draw: Draw::Second, ..Ask::default() }
}

/// As they were drawn when links named no draw: such links, and the seeds in them, give the same quiz for ever.
#[test]
fn the_first_draw_of_a_seed_never_changes() {
    let cases: [(u64, Option<usize>, &str); 6] = [
        (7, None, "b-plain b-since b-place a-word a-plain a-guess b-other a-count a-why a-who b-gap b-month"),
        (8, None, "b-since a-who a-count b-month a-guess a-why b-plain b-place b-gap a-word b-other a-plain"),
        (7, Some(4), "b-gap a-why b-since a-who"),
        (u64::MAX, Some(5), "a-plain b-other b-plain a-why a-guess"),
        (1, Some(7), "a-guess a-count b-gap b-month b-other a-plain b-plain"),
        (2, Some(11), "a-count a-plain b-gap a-word b-other a-why a-guess a-who b-month b-place b-since"),
    ];
    let deck = telling_deck();
    for (seed, count, expected) in cases {
        let made = plan(&deck, Ask { count, seed, ..Ask::default() });
        assert_eq!(names(&made).join(" "), expected, "{seed} {count:?}");
    }
}

/// What it gives may change with the deck's texts, but not with the program.
#[test]
fn the_second_draw_of_a_seed_never_changes() {
    let cases: [(u64, Option<usize>, &str); 6] = [
        (7, None, "b-plain b-month b-since b-place a-who a-word a-plain a-guess b-other a-count a-why b-gap"),
        (8, None, "b-month b-since a-who a-guess a-count a-why b-plain b-place b-gap a-word b-other a-plain"),
        (7, Some(4), "b-gap a-why b-since a-who"),
        (u64::MAX, Some(5), "a-plain b-other b-plain a-guess a-why"),
        (1, Some(7), "a-plain a-guess b-gap b-month b-other a-who b-plain"),
        (2, Some(11), "a-guess a-why a-plain b-place b-gap b-other a-who a-word b-plain b-month b-since"),
    ];
    let deck = telling_deck();
    for (seed, count, expected) in cases {
        assert_eq!(names(&plan(&deck, second(seed, count))).join(" "), expected, "{seed} {count:?}");
    }
}

#[test]
fn the_decks_own_order_is_kept_whatever_it_gives_away() {
    let ask = Ask { order: Order::Deck, ..second(7, Some(3)) };
    assert_eq!(names(&plan(&telling_deck(), ask)), ["a-word", "a-why", "a-who"]);
}

/// In these decks each item gives away the one that stands behind it, in one way or another.
#[test]
fn an_item_comes_before_those_that_give_its_answer_away() {
    let shows = |text: &str| asking("shows", text, choice());
    let told = |text: &str| asking("shows", "What else?", choice_for(text));
    let asks = |it: Interaction| asking("asks", "What?", it);
    let mut hinted = shows("What else?");
    hinted.hint = "Think of the 2,000.".into();
    let Interaction::Number(mut mixed_up) = whole(50.0) else { unreachable!() };
    mixed_up.mix_ups.push(NumberMixUp { value: 2_000.0, rationale: "Those are others.".into() });
    let cases = [
        (shows("Why 2,000?"), asks(whole(2_000.0))),
        (shows("Why 2.000?"), asks(guess(2_000.0))),
        (shows("Why Émile\u{2019}s?"), asks(name(&["Zola", "Emile"]))),
        (shows("Why a special zone?"), asks(gap("special zone"))),
        (told("It is about 2,000."), asks(whole(2_000.0))),
        (hinted, asks(whole(2_000.0))),
        (asking("shows", "How many?", Interaction::Number(mixed_up)), asks(whole(2_000.0))),
        (asking("shows", "Complete it.", gap("the 2,000")), asks(whole(2_000.0))),
        (asking("shows", "Which?", name(&["Two of them"])), asks(name(&["Two"]))),
    ];
    for (shows, asks) in cases {
        let case = format!("{shows:?}");
        let deck = deck_with(vec![("a", vec![shows, asks])]);
        for seed in 0..8 {
            assert_eq!(names(&plan(&deck, second(seed, None))), ["asks", "shows"], "{case}");
        }
    }
}

#[test]
fn of_two_that_give_each_other_away_one_is_drawn_and_more_is_to_be_produced_in_it() {
    let deck = deck_with(vec![(
        "a",
        vec![
            asking("number", "How many?", whole(2_000.0)),
            asking("guess", "How many, at a guess?", guess(2_000.0)),
            asking("other", "What else?", choice()),
        ],
    )]);
    for seed in 0..20 {
        let drawn = plan(&deck, second(seed, Some(2)));
        assert!(names(&drawn).contains(&"other"), "{drawn:?}");
        let all = plan(&deck, second(seed, None));
        let place = |id: &str| names(&all).iter().position(|name| *name == id).unwrap();
        assert!(place("guess") < place("number"), "where all are asked, the guess comes first");
    }
}

/// Where the deck makes a circle one is given away, but by no stem as long as stems alone make none.
#[test]
fn in_a_circle_stems_give_nothing_away() {
    let number = |id: &str, value, stem: &str, reason: &str| {
        let Interaction::Number(mut it) = whole(value) else { unreachable!() };
        it.rationale = reason.into();
        asking(id, stem, Interaction::Number(it))
    };
    let deck = deck_with(vec![(
        "a",
        vec![
            number("one", 11.0, "Beside 12?", "It is so."),
            number("two", 12.0, "Beside 13?", "It is so."),
            number("three", 13.0, "How many?", "More than 11 and 12."),
        ],
    )]);
    for seed in 0..20 {
        assert_eq!(names(&plan(&deck, second(seed, None))), ["three", "two", "one"]);
    }
}

#[test]
fn a_plan_of_very_many_items_is_in_the_order_of_its_seed() {
    let items = (0..400)
        .map(|at| asking(&format!("i{at}"), &format!("Not {}?", 1001 + at), whole(1000.0 + f64::from(at))));
    let deck = deck_with(vec![("a", items.collect())]);
    let [first, of_300] = [None, Some(300)].map(|count| plan(&deck, second(7, count)));
    assert_eq!(first.items, plan(&deck, Ask { seed: 7, ..Ask::default() }).items);
    assert_ne!(of_300.items, plan(&deck, Ask { count: Some(300), seed: 7, ..Ask::default() }).items);
}

/// The measure of `cargo bench --bench leaks`, for fewer seeds.
#[test]
fn quizzes_of_the_bundled_deck_give_nothing_away() {
    let deck = load(include_bytes!("../assets/decks/alabuga.json").as_slice()).unwrap().deck;
    let deck = IndexedDeck::new(deck, normalize);
    let chapters: Vec<_> = deck.chapters.iter().map(|chapter| chapter.id.clone()).collect();
    let mut told = 0;
    for seed in 0..100 {
        for (chapters, count) in [(&chapters[..2], 10), (&chapters[..2], 20), (&[], 10), (&[], 20)] {
            let made = plan(&deck, Ask { chapters: chapters.to_vec(), ..second(seed, Some(count)) });
            let items: Vec<_> = made.items.iter().map(|id| deck.item(id).unwrap()).collect();
            let as_asked: Vec<usize> = (0..items.len()).collect();
            let giveaways = Giveaways::among(&deck, &items);
            assert_eq!(giveaways.given_away_by_stems(&as_asked), [0; 0], "{:?}", made.items);
            told += usize::from(!giveaways.given_away(&as_asked).is_empty());
        }
    }
    assert!(told * 50 < 400, "{told} of 400");
}

/// Items that ask for a number or a name of their own, or for nothing that is produced; and which others each
/// names in its stem and in its reason.
#[derive(Clone, Debug)]
struct Telling {
    kinds: Vec<u8>,
    stems: Vec<Vec<usize>>,
    reasons: Vec<Vec<usize>>,
    chapters: usize,
}

impl Telling {
    fn answer(&self, at: usize) -> Option<String> {
        match self.kinds[at] {
            0 => Some(format!("1,0{at:02}")),
            1 => Some(format!("Name{at:02}")),
            _ => None,
        }
    }

    fn naming(&self, others: &[usize]) -> String {
        others.iter().filter_map(|other| self.answer(*other)).collect::<Vec<_>>().join("; ")
    }

    fn deck(&self) -> IndexedDeck {
        let mut chapters: Vec<(String, Vec<Item>)> =
            (0..self.chapters).map(|at| (format!("c{at}"), vec![])).collect();
        for at in 0..self.kinds.len() {
            let reason = self.naming(&self.reasons[at]);
            let interaction = match (self.kinds[at], self.answer(at)) {
                (0, _) => {
                    let value = 1000.0 + f64::from(u32::try_from(at).unwrap());
                    Interaction::Number(NumberEntry { rationale: reason, ..number(value, 0.0, None) })
                }
                (_, Some(name)) => Interaction::Text(TextEntry { rationale: reason, ..text(&[&name]) }),
                _ => choice_for(&reason),
            };
            let stem = format!("Beside {}?", self.naming(&self.stems[at]));
            chapters[at % self.chapters].1.push(asking(&format!("i{at:02}"), &stem, interaction));
        }
        deck_with(chapters.iter().map(|(id, items)| (id.as_str(), items.clone())).collect())
    }

    /// Whether an earlier item of a plan names the answer of a later one, in these of its texts.
    fn is_told(&self, plan: &Plan, texts: &[&[Vec<usize>]]) -> bool {
        let order: Vec<usize> = plan.items.iter().map(|id| id.as_str()[1..].parse().unwrap()).collect();
        order.iter().enumerate().any(|(place, item)| {
            let later = &order[place + 1..];
            let mut named = texts.iter().flat_map(|text| &text[*item]);
            named.any(|other| self.answer(*other).is_some() && later.contains(other))
        })
    }
}

/// `up_to` says of an item at a place how many of the first ones its texts may name, of all.
fn telling(
    in_stems: fn(usize, usize) -> usize,
    in_reasons: fn(usize, usize) -> usize,
) -> impl Strategy<Value = Telling> {
    (1_usize..25, 1_usize..4).prop_flat_map(move |(count, chapters)| {
        let named = |up_to: fn(usize, usize) -> usize| {
            let of_each = move |at: usize| {
                let most = up_to(at, count).max(1);
                let is_none = up_to(at, count) == 0;
                proptest::collection::vec(0..most, 0..3)
                    .prop_map(move |named| if is_none { Vec::new() } else { named })
            };
            (0..count).map(of_each).collect::<Vec<_>>()
        };
        (proptest::collection::vec(0_u8..3, count), named(in_stems), named(in_reasons))
            .prop_map(move |(kinds, stems, reasons)| Telling { kinds, stems, reasons, chapters })
    })
}

proptest! {
    #[test]
    fn no_stem_gives_a_later_answer_away(
        telling in telling(|at, _| at, |_, count| count),
        count in proptest::option::of(0_usize..25),
        seed: u64,
    ) {
        let deck = telling.deck();
        let made = plan(&deck, second(seed, count));
        prop_assert_eq!(&made, &plan(&deck, second(seed, count)), "the same seed gives the same plan");
        prop_assert!(!telling.is_told(&made, &[&telling.stems]), "{:?}", made.items);

        let size = telling.kinds.len();
        prop_assert_eq!(made.items.len(), count.unwrap_or(size).min(size));
        let distinct: BTreeSet<_> = made.items.iter().collect();
        prop_assert_eq!(distinct.len(), made.items.len());
        // A chapter falls behind the fullest by more than one only where all that it has left is given away.
        let of = |chapter: usize| made.items.iter().filter(move |id| id.as_str()[1..].parse::<usize>().unwrap() % telling.chapters == chapter);
        let most = (0..telling.chapters).map(|chapter| of(chapter).count()).max().unwrap();
        let named: BTreeSet<_> = telling.stems.iter().chain(&telling.reasons).flatten().collect();
        for chapter in 0..telling.chapters {
            let mut left = (chapter..size).step_by(telling.chapters).filter(|at| !made.items.contains(&ItemId::new(format!("i{at:02}"))));
            prop_assert!(of(chapter).count() + 1 >= most || left.all(|at| named.contains(&at) && telling.answer(at).is_some()));
        }
    }

    #[test]
    fn without_circles_nothing_is_given_away_and_all_that_the_seed_draws_is_asked(
        telling in telling(|at, _| at, |at, _| at),
        count in proptest::option::of(0_usize..25),
        seed: u64,
    ) {
        let deck = telling.deck();
        let made = plan(&deck, second(seed, count));
        prop_assert!(!telling.is_told(&made, &[&telling.stems, &telling.reasons]), "{:?}", made.items);
        let [made, first] = [made, plan(&deck, Ask { draw: Draw::First, ..second(seed, count) })]
            .map(|plan| plan.items.into_iter().collect::<BTreeSet<_>>());
        prop_assert_eq!(made, first);
    }

    #[test]
    fn of_pairs_that_give_each_other_away_one_each_is_drawn(pairs in 1_usize..9, part in 0.0..1.0, seed: u64) {
        let other = |at: usize| vec![at ^ 1];
        let telling = Telling {
            kinds: (0..2 * pairs).map(|at| u8::from(at % 3 == 0)).collect(),
            stems: vec![Vec::new(); 2 * pairs],
            reasons: (0..2 * pairs).map(other).collect(),
            chapters: 1,
        };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let count = 1 + (part * pairs as f64) as usize;
        let made = plan(&telling.deck(), second(seed, Some(count)));
        prop_assert_eq!(made.items.len(), count);
        prop_assert!(!telling.is_told(&made, &[&telling.reasons]), "{:?}", made.items);
    }
}
