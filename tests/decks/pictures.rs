//! The ways to break the sound deck's pictures and places, for `deck_check.rs`.

use factdeck::deck::Code;
use serde_json::{Value, json};

use super::faults::{Case, case, push};

/// The picture of a card of the third chapter.
fn of(deck: &mut Value, card: usize) -> &mut Value {
    &mut deck["chapters"][2]["cards"][card]["visual"]
}

fn list<'a>(deck: &'a mut Value, card: usize, name: &str) -> &'a mut Vec<Value> {
    of(deck, card)[name].as_array_mut().unwrap()
}

/// Card 0 has a timeline, 1 a map, 2 quantities and 3 a plan.
pub const CASES: &[Case] = &[
    case(Code::WrongShape, "$.chapters[2].cards[0].visual.kind", |deck| of(deck, 0)["kind"] = json!(1)),
    case(Code::WrongShape, "$.chapters[2].cards[0].visual", |deck| of(deck, 0)["kind"] = json!("cartoon")),
    case(Code::WrongShape, "$.chapters[2].cards[0].visual.events[0].date", |deck| {
        of(deck, 0)["events"][0]["date"] = json!(1824);
    }),
    case(Code::WrongShape, "$.chapters[2].cards[2].visual.bars[1].value", |deck| {
        of(deck, 2)["bars"][1]["value"] = json!(2999.5);
    }),
    // Whoever refers to what could not be read is not to blame.
    case(Code::WrongShape, "$.places", |deck| deck["places"] = json!({})),
    case(Code::WrongShape, "$.places[1].latitude", |deck| deck["places"][1]["latitude"] = json!("north")),
    case(Code::UnknownField, "$.chapters[2].cards[1].visual.distance", |deck| {
        of(deck, 1)["distance"] = json!([]);
    }),
    case(Code::BadSlug, "$.places[4].id", |deck| {
        let mut place = deck["places"][3].clone();
        place["id"] = json!("West Haven");
        push(&mut deck["places"], place);
    }),
    case(Code::DuplicateId, "$.places[4].id", |deck| {
        let place = deck["places"][3].clone();
        push(&mut deck["places"], place);
    }),
    case(Code::DuplicateId, "$.chapters[2].cards[2].visual.bars[1].id", |deck| {
        of(deck, 2)["bars"][1]["id"] = json!("before");
    }),
    case(Code::UnknownReference, "$.chapters[2].cards[0].visual.events[1].facts[2]", |deck| {
        push(&mut of(deck, 0)["events"][1]["facts"], json!("none"));
    }),
    case(Code::UnknownReference, "$.chapters[2].cards[1].visual.places[3]", |deck| {
        push(&mut of(deck, 1)["places"], json!("none"));
    }),
    case(Code::UnknownReference, "$.chapters[2].cards[1].visual.facts[1]", |deck| {
        push(&mut of(deck, 1)["facts"], json!("none"));
    }),
    // A place of the deck, but not of this map.
    case(Code::UnknownReference, "$.chapters[2].cards[1].visual.distances[0].from", |deck| {
        of(deck, 1)["distances"][0] = json!({ "from": "westhaven", "to": "gull-rock", "km": 110 });
    }),
    case(Code::UnknownReference, "$.chapters[2].cards[2].visual.bars[0].facts[1]", |deck| {
        push(&mut of(deck, 2)["bars"][0]["facts"], json!("none"));
    }),
    case(Code::UnknownReference, "$.chapters[2].cards[3].visual.facts[2]", |deck| {
        push(&mut of(deck, 3)["facts"], json!("none"));
    }),
    case(Code::ListedTwice, "$.chapters[2].cards[1].visual.places[3]", |deck| {
        push(&mut of(deck, 1)["places"], json!("northport"));
    }),
    case(Code::EmptyText, "$.chapters[1].cards[1].visual.title", |deck| {
        deck["chapters"][1]["cards"][1]["visual"]["title"] = json!("");
    }),
    case(Code::EmptyText, "$.chapters[2].cards[1].visual.summary", |deck| {
        of(deck, 1)["summary"] = json!(" ");
    }),
    case(Code::EmptyText, "$.chapters[2].cards[0].visual.events[2].label", |deck| {
        of(deck, 0)["events"][2]["label"] = json!("");
    }),
    case(Code::EmptyText, "$.chapters[2].cards[2].visual.bars[0].label", |deck| {
        of(deck, 2)["bars"][0]["label"] = json!("");
    }),
    case(Code::EmptyText, "$.places[0].name", |deck| deck["places"][0]["name"] = json!("")),
    case(Code::EmptyText, "$.places[3].what", |deck| deck["places"][3]["what"] = json!("")),
    case(Code::NumberWithoutUnit, "$.chapters[2].cards[2].visual.unit", |deck| {
        of(deck, 2)["unit"] = json!("");
    }),
    case(Code::TooFewChoices, "$.chapters[2].cards[0].visual.events", |deck| {
        list(deck, 0, "events").truncate(1);
    }),
    case(Code::TooFewChoices, "$.chapters[2].cards[1].visual.places", |deck| {
        list(deck, 1, "places").truncate(1);
        list(deck, 1, "distances").clear();
    }),
    case(Code::TooFewChoices, "$.chapters[2].cards[2].visual.bars", |deck| list(deck, 2, "bars").truncate(1)),
    case(Code::TooManyChoices, "$.chapters[2].cards[2].visual.bars", |deck| {
        for more in 0..3 {
            let mut bar = of(deck, 2)["bars"][0].clone();
            bar["id"] = json!(format!("bar-{more}"));
            list(deck, 2, "bars").push(bar);
        }
    }),
    case(Code::TooManyChoices, "$.chapters[2].cards[2].visual.bars[1].value", |deck| {
        of(deck, 2)["each"] = json!(5);
    }),
    case(Code::ValueOffScale, "$.chapters[2].cards[2].visual.each", |deck| {
        of(deck, 2)["each"] = json!(0);
        // So few that they could be drawn one by one.
        for (bar, value) in [(0, 12), (1, 30)] {
            of(deck, 2)["bars"][bar]["value"] = json!(value);
        }
        deck["facts"][9]["statement"] = json!("The newspaper reports 30 visitors, after 12.");
    }),
    case(Code::BadDate, "$.chapters[2].cards[0].visual.events[0].date", |deck| {
        of(deck, 0)["events"][0]["date"] = json!("1824-13");
    }),
    case(Code::BadPlace, "$.places[3]", |deck| deck["places"][3]["latitude"] = json!(90.5)),
    case(Code::BadPlace, "$.places[3]", |deck| deck["places"][3]["longitude"] = json!(-181)),
    case(Code::VisualDisagrees, "$.chapters[2].cards[2].visual.bars[0].value", |deck| {
        of(deck, 2)["bars"][0]["value"] = json!(1300);
    }),
    case(Code::VisualDisagrees, "$.chapters[2].cards[2].visual.bars[1].value", |deck| {
        of(deck, 2)["bars"][1]["facts"] = json!(["house-beds"]);
    }),
    case(Code::VisualDisagrees, "$.chapters[2].cards[0].visual.events[0].date", |deck| {
        of(deck, 0)["events"][0]["date"] = json!("1823");
    }),
    case(Code::VisualDisagrees, "$.chapters[2].cards[0].visual.events[1].date", |deck| {
        of(deck, 0)["events"][1]["date"] = json!("1871-06");
    }),
    case(Code::VisualDisagrees, "$.chapters[2].cards[0].visual.events[2].date", |deck| {
        of(deck, 0)["events"][2]["date"] = json!("1959-03-13");
    }),
    // More exact than the facts know.
    case(Code::VisualDisagrees, "$.chapters[2].cards[0].visual.events[0].date", |deck| {
        of(deck, 0)["events"][0]["date"] = json!("1824-05");
    }),
    case(Code::VisualDisagrees, "$.chapters[2].cards[0].visual.events[1].date", |deck| {
        list(deck, 0, "events").swap(0, 1);
    }),
    case(Code::VisualDisagrees, "$.chapters[2].cards[1].visual.distances[1].km", |deck| {
        of(deck, 1)["distances"][1]["km"] = json!(90);
    }),
    case(Code::VisualDisagrees, "$.chapters[2].cards[3].visual.people", |deck| {
        of(deck, 3)["people"] = json!(41);
    }),
];
