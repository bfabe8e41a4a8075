//! What the faces of all kinds give that is no markup: drafts, short answers, digits.
#![allow(clippy::expect_used, reason = "a failing test should stop there")]

use super::face;
use crate::deck::{ChoiceId, IndexedDeck, Item, load, normalize};
use crate::platform::page::Draft;
use crate::quiz::{Ask, Order, Response, choice_order};

fn deck() -> IndexedDeck {
    let sound = include_bytes!("../../../tests/decks/sound.json");
    IndexedDeck::new(load(sound.as_slice()).expect("a sound deck").deck, normalize)
}

fn item<'a>(deck: &'a IndexedDeck, id: &str) -> &'a Item {
    deck.item(&id.into()).expect("an item of the deck")
}

fn ticked(choice: &str) -> Draft {
    Draft { item: String::new(), control: choice.into(), value: choice.into(), checked: true }
}

fn filled(control: &str, value: &str) -> Draft {
    Draft { item: String::new(), control: control.into(), value: value.into(), checked: false }
}

fn pick(choice: &str) -> Response {
    Response::Choice { choice: choice.into() }
}

fn ticks(choices: &[&str]) -> Response {
    Response::Multiple { choices: choices.iter().copied().map(ChoiceId::from).collect() }
}

fn rows(rows: &[(&str, &str)]) -> Response {
    Response::Cloze { gaps: rows.iter().map(|&(row, choice)| (row.into(), choice.into())).collect() }
}

#[test]
fn what_was_done_before_the_program_was_there_is_taken_over() {
    let number = |typed: &str| Response::Number { typed: typed.into() };
    let text = |typed: &str| Response::Text { typed: typed.into() };
    let cases = [
        ("tower-lens", vec![ticked("pane")], Some(pick("pane"))),
        ("tower-lens", vec![], None),
        ("tower-parts", vec![ticked("rock"), ticked("cat")], Some(ticks(&["rock", "cat"]))),
        ("tower-metres", vec![filled("entry", "31 m")], Some(number("31 m"))),
        ("tower-inventor", vec![filled("entry", "Fresnel")], Some(text("Fresnel"))),
        ("tower-inventor", vec![], None),
        (
            "light-rhythm",
            vec![filled("times", "twice"), filled("seconds", "fifteen")],
            Some(rows(&[("times", "twice"), ("seconds", "fifteen")])),
        ),
        ("light-voices", vec![filled("cat", "keeper")], Some(rows(&[("cat", "keeper")]))),
        ("rock-standings", vec![filled("wire", "reported")], Some(rows(&[("wire", "reported")]))),
        ("rock-where", vec![ticked("northport")], Some(pick("northport"))),
        // The starter lets the field say what the slider says.
        ("rock-guests", vec![filled("slider", "2400"), filled("entry", "2400")], Some(number("2400"))),
        ("rock-guests", vec![filled("slider", "0")], None),
        // Their buttons do nothing before the program is there.
        ("rock-order", vec![], None),
        ("rock-hedge", vec![], None),
    ];
    let deck = deck();
    for (id, drafts, expected) in cases {
        let drafts: Vec<&Draft> = drafts.iter().collect();
        assert_eq!(face(&item(&deck, id).interaction).draft(&drafts), expected, "{id}: {drafts:?}");
    }
}

#[test]
fn every_kind_says_in_short_what_is_right() {
    let cases = [
        ("tower-lens", "A Fresnel lens"),
        ("tower-parts", "The height of the rock; The rings of the lens"),
        ("tower-metres", "31 metres"),
        ("tower-inventor", "Fresnel"),
        ("light-rhythm", "how often: twice; the number of seconds: fifteen"),
        (
            "rock-order",
            "\n1. The first lamp\n2. The Fresnel lens\n3. Electric light\n4. The newspaper's reporter",
        ),
        (
            "light-voices",
            "\nThe light flashes twice every fifteen seconds – The Harbour Gazette\
             \nThat makes 11,520 flashes a day – Our own sum\nA cat lived in the tower – Ada Lindqvist",
        ),
        (
            "rock-standings",
            "\nThe first lamp was lit in 1824 – Background\
             \nThe lamp was wired in 1959, says The Harbour Gazette – Reported\
             \nThe lens came by boat, says Ada Lindqvist – Claimed",
        ),
        ("rock-where", "Southport"),
        ("rock-guests", "3,000 visitors"),
        ("rock-hedge", "says"),
    ];
    let deck = deck();
    for (id, truth) in cases {
        assert_eq!(face(&item(&deck, id).interaction).truth(&deck), truth, "{id}");
    }
}

#[test]
fn digits_pick_as_the_parts_are_shown() {
    let deck = deck();
    let ask = Ask { order: Order::Shuffled, seed: 5, ..Ask::default() };
    for id in ["tower-lens", "rock-where"] {
        let item = item(&deck, id);
        let order = choice_order(Some(&ask), item);
        assert!(!order.is_sorted(), "{id} should be shuffled: {order:?}");
        let names = match id {
            "tower-lens" => ["mirror", "fresnel", "pane"],
            _ => ["northport", "southport", "westhaven"],
        };
        let picked = |digit| face(&item.interaction).digit(digit, &order, None);
        for (digit, position) in order.iter().enumerate() {
            assert_eq!(picked(digit), names.get(*position).map(|name| pick(name)), "{id}, {digit}");
        }
        assert_eq!(picked(3), None);
    }
}

#[test]
fn digits_mark_words_in_reading_order_and_take_it_back() {
    let deck = deck();
    let cases = [
        (0, None, Some(&["says"][..])),
        (2, None, Some(&["when"])),
        (3, None, None),
        (1, Some(&["says"][..]), Some(&["says", "came"])),
        (0, Some(&["says", "came"]), Some(&["came"])),
    ];
    for (digit, before, after) in cases {
        let marked =
            face(&item(&deck, "rock-hedge").interaction).digit(digit, &[], before.map(ticks).as_ref());
        assert_eq!(marked, after.map(ticks), "{digit} after {before:?}");
    }
}

/// Where a digit could mean two things, or nothing, it does nothing.
#[test]
fn digits_mean_nothing_to_other_kinds() {
    let deck = deck();
    for id in [
        "tower-metres",
        "tower-inventor",
        "light-rhythm",
        "rock-order",
        "light-voices",
        "rock-standings",
        "rock-guests",
    ] {
        let item = item(&deck, id);
        let order = choice_order(None, item);
        assert_eq!(face(&item.interaction).digit(0, &order, None), None, "{id}");
    }
}
