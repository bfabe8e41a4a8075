//! Reading a deck file, and finding parts of a deck by name.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use std::io::{self, Read};

use factdeck::deck::{Deck, IndexedDeck, Interaction, LoadError, check, load, normalize};
use proptest::prelude::*;
use serde_json::{Value, json};

const SOUND: &str = include_str!("decks/sound.json");

fn changed(change: impl FnOnce(&mut Value)) -> String {
    let mut deck = serde_json::from_str(SOUND).unwrap();
    change(&mut deck);
    deck.to_string()
}

fn sound() -> Deck {
    load(SOUND.as_bytes()).unwrap().deck
}

#[test]
fn a_deck_written_again_is_the_same_file() {
    let deck = sound();
    let written = serde_json::to_value(&deck).unwrap();
    assert_eq!(written, serde_json::from_str::<Value>(SOUND).unwrap());
    assert_eq!(load(written.to_string().as_bytes()).unwrap().deck, deck);
}

proptest! {
    #[test]
    fn any_text_and_number_survives_the_way_through_a_file(
        title in ".*", body in "\\PC*", value in any::<i32>(), paragraphs in prop::collection::vec(any::<u32>(), 0..4),
    ) {
        let mut deck = sound();
        deck.title = title;
        deck.chapters[0].cards[0].body = body;
        deck.facts[0].paragraphs = paragraphs;
        if let Interaction::Number(entry) = &mut deck.items[2].interaction {
            entry.value = f64::from(value) / 4.0;
        }
        let text = serde_json::to_string(&deck).unwrap();
        let loaded = load(text.as_bytes()).unwrap();
        prop_assert_eq!(loaded.deck, deck);
        prop_assert!(loaded.unknown_fields.is_empty());
    }
}

/// Path and reason of a refusal, and what brings it about.
type Refusal = (&'static str, &'static str, fn(&mut Value));

#[test]
fn a_refusal_says_what_and_where() {
    let shape = |text: String| match load(text.as_bytes()) {
        Err(LoadError::Shape { path, reason }) => (path, reason),
        other => panic!("{other:?}"),
    };
    let cases: [Refusal; 5] = [
        ("$.items[3].stem", "expected a text, found a number", |deck| {
            deck["items"][3]["stem"] = json!(3);
        }),
        ("$.chapters[1].cards[0]", "missing field `title`", |deck| {
            deck["chapters"][1]["cards"][0].as_object_mut().unwrap().remove("title");
        }),
        ("$", "missing field `voices`", |deck| {
            deck.as_object_mut().unwrap().remove("voices");
        }),
        ("$.items[2].interaction", "missing field `unit`", |deck| {
            deck["items"][2]["interaction"].as_object_mut().unwrap().remove("unit");
        }),
        ("$.format", "expected a whole number from 0, found a text", |deck| deck["format"] = json!("1")),
    ];
    for (path, reason, fault) in cases {
        assert_eq!(shape(changed(fault)), (path.to_owned(), reason.to_owned()));
    }
    let (path, reason) = shape(changed(|deck| deck["facts"][0]["standing"] = json!("sworn")));
    assert_eq!(path, "$.facts[0].standing");
    assert!(reason.starts_with("unknown word `sworn`, expected one of `announced`, `observed`"), "{reason}");
}

#[test]
fn another_format_is_told_before_its_strange_shape() {
    let text = r#"{ "format": 2, "title": ["strange"] }"#;
    assert_eq!(load(text.as_bytes()), Err(LoadError::Format { found: 2 }));
}

#[test]
fn what_is_not_json_is_told_by_line_and_column() {
    let place = |text: &str| match load(text.as_bytes()) {
        Err(LoadError::NotJson { line, column, reason }) => (line, column, reason),
        other => panic!("{other:?}"),
    };
    assert_eq!(place("<html>"), (1, 1, "expected value".to_owned()));
    assert_eq!(place("{ \"format\": 1,\n  title"), (2, 3, "key must be a string".to_owned()));
    assert_eq!(place("").2, "EOF while parsing a value");
    assert_eq!(place(&format!("{SOUND}]")).2, "trailing characters");
    let (half, _) = SOUND.split_at(SOUND.len() / 2);
    assert!(place(half).2.starts_with("EOF while parsing"));
}

#[test]
fn a_reader_that_fails_is_not_blamed_on_the_file() {
    struct Cut;
    impl Read for Cut {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the line went dead"))
        }
    }
    let begun = SOUND.as_bytes().take(1000).chain(Cut);
    assert_eq!(load(begun), Err(LoadError::Unreadable { reason: "the line went dead".to_owned() }));
}

#[test]
fn unknown_fields_are_told_by_path() {
    let text = changed(|deck| {
        deck["$schema"] = json!("./deck.schema.json");
        deck["subtitle"] = json!("?");
        deck["chapters"][0]["cards"][1]["colour"] = json!({ "name": "red" });
        deck["chapters"][0]["cards"][0]["figure"]["unit"] = json!("m");
    });
    let mut unknown = load(text.as_bytes()).unwrap().unknown_fields;
    unknown.sort();
    assert_eq!(
        unknown,
        ["$.chapters[0].cards[0].figure.unit", "$.chapters[0].cards[1].colour", "$.subtitle"]
    );
}

#[test]
fn parts_are_found_by_name() {
    let deck = IndexedDeck::new(sound(), normalize);
    for item in &deck.items {
        assert_eq!(deck.item(&item.id), Some(item));
    }
    for fact in &deck.facts {
        assert_eq!(deck.fact(&fact.id), Some(fact));
    }
    for voice in &deck.voices {
        assert_eq!(deck.voice(&voice.id), Some(voice));
    }
    for source in &deck.sources {
        assert_eq!(deck.source(&source.id), Some(source));
    }
    for term in &deck.glossary {
        assert_eq!(deck.term(&term.id), Some(term));
    }
    for chapter in &deck.chapters {
        assert_eq!(deck.chapter(&chapter.id), Some(chapter));
        for card in &chapter.cards {
            for fact in &card.facts {
                assert_eq!(deck.card_of(fact), Some((chapter, card)));
            }
        }
    }
    for missing in ["", "a", "m", "zzz"] {
        assert_eq!(deck.item(&missing.into()), None);
        assert_eq!(deck.card_of(&missing.into()), None);
        assert_eq!(deck.items_of(&missing.into()).count(), 0);
    }
}

#[test]
fn items_belong_to_the_chapter_of_their_first_fact() {
    let deck = IndexedDeck::new(sound(), normalize);
    let items_of = |chapter: &str| -> Vec<&str> {
        deck.items_of(&chapter.into()).map(|item| item.id.as_str()).collect()
    };
    assert_eq!(items_of("the-tower"), ["tower-lens", "tower-parts", "tower-metres", "tower-inventor"]);
    assert_eq!(items_of("the-light"), ["light-rhythm", "light-why", "light-count", "light-voices"]);
    let of_the_rock =
        ["order", "standings", "where", "guests", "hedge", "sleepers"].map(|name| format!("rock-{name}"));
    assert_eq!(items_of("the-rock"), of_the_rock);
    for item in &deck.items {
        let chapter = deck.chapter_of(item).unwrap();
        assert!(item.id.as_str().starts_with(chapter.id.as_str().trim_start_matches("the-")), "{item:?}");
    }
}

#[test]
fn of_two_parts_of_one_name_the_first_is_found() {
    let mut deck = sound();
    deck.items[6].id = deck.items[0].id.clone();
    let fact = deck.facts[0].id.clone();
    deck.chapters[1].cards[1].facts.push(fact.clone());
    let deck = IndexedDeck::new(deck, normalize);
    assert_eq!(deck.item(&deck.items[0].id), deck.items.first());
    assert_eq!(deck.card_of(&fact).map(|(_, card)| card.id.as_str()), Some("height"));
}

#[test]
fn ten_thousand_items_are_read_checked_and_found() {
    let mut deck = sound();
    let pattern: Vec<_> = deck.items.clone();
    for number in 0..10_000 {
        let mut item = pattern[number % pattern.len()].clone();
        item.id = format!("item-{number}").as_str().into();
        if let Interaction::Choice(single) = &mut item.interaction {
            single.choices.rotate_left(number % 3);
        }
        deck.items.push(item);
    }
    let text = serde_json::to_string(&deck).unwrap();
    let loaded = load(text.as_bytes()).unwrap();
    // Copies of a few items cannot differ in what tells their keys; that is all there is to find.
    let found = check(&loaded.deck, normalize);
    assert!(found.iter().all(|problem| problem.path == "$.items"), "{found:?}");
    let indexed = IndexedDeck::new(loaded.deck, normalize);
    assert_eq!(indexed.item(&"item-9999".into()).map(|item| item.id.as_str()), Some("item-9999"));
    let items = indexed.chapters.iter().map(|chapter| indexed.items_of(&chapter.id).count());
    assert_eq!(items.sum::<usize>(), 10_014);
}
