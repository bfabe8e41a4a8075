//! Which items are drawn, and that none gives away the answer to a later one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test should stop there")]

mod sample;

use factdeck::deck::interaction::Cloze;
use factdeck::deck::{IndexedDeck, Interaction, Item, ItemId, Standing, Weight};
use factdeck::quiz::{Ask, Plan, plan};
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
