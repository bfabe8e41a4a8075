//! The ways to break the sound deck's items that are answered by doing, for `deck_check.rs`.

use factdeck::deck::Code;
use serde_json::{Value, json};

use super::faults::{Case, case, push};

/// The interaction of an item.
fn of(deck: &mut Value, item: usize) -> &mut Value {
    &mut deck["items"][item]["interaction"]
}

fn list<'a>(deck: &'a mut Value, item: usize, name: &str) -> &'a mut Vec<Value> {
    of(deck, item)[name].as_array_mut().unwrap()
}

/// Item 7 is an order, 8 a match, 9 a classify, 10 a place, 11 an estimate and 12 a mark.
pub const CASES: &[Case] = &[
    case(Code::WrongShape, "$.items[7].interaction.events[0].text", |deck| {
        of(deck, 7)["events"][0]["text"] = json!(1824);
    }),
    case(Code::WrongShape, "$.items[8].interaction.rows[1]", |deck| {
        of(deck, 8)["rows"][1].as_object_mut().unwrap().remove("key");
    }),
    case(Code::WrongShape, "$.items[9].interaction.standings[0]", |deck| {
        of(deck, 9)["standings"][0] = json!("established");
    }),
    case(Code::WrongShape, "$.items[10].interaction.choices[1].correct", |deck| {
        of(deck, 10)["choices"][1]["correct"] = json!("yes");
    }),
    case(Code::WrongShape, "$.items[11].interaction.from", |deck| of(deck, 11)["from"] = json!("0")),
    case(Code::WrongShape, "$.items[12].interaction.parts[1].id", |deck| {
        of(deck, 12)["parts"][1]["id"] = json!(1);
    }),
    case(Code::UnknownField, "$.items[11].interaction.beside[0].facts", |deck| {
        of(deck, 11)["beside"][0]["facts"] = json!([]);
    }),
    case(Code::BadSlug, "$.items[7].interaction.events[0].id", |deck| {
        of(deck, 7)["events"][0]["id"] = json!("The lamp");
    }),
    case(Code::BadSlug, "$.items[12].interaction.parts[0].id", |deck| {
        of(deck, 12)["parts"][0]["correct"] = json!(true);
    }),
    case(Code::DuplicateId, "$.items[7].interaction.events[1].id", |deck| {
        of(deck, 7)["events"][1]["id"] = json!("lamp");
    }),
    case(Code::DuplicateId, "$.items[8].interaction.options[3].id", |deck| {
        push(&mut of(deck, 8)["options"], json!({ "id": "keeper", "text": "Her cat" }));
    }),
    case(Code::DuplicateId, "$.items[8].interaction.rows[2].id", |deck| {
        of(deck, 8)["rows"][2]["id"] = json!("day");
    }),
    case(Code::DuplicateId, "$.items[9].interaction.rows[1].id", |deck| {
        of(deck, 9)["rows"][1]["id"] = json!("lamp");
    }),
    case(Code::DuplicateId, "$.items[10].interaction.choices[2].id", |deck| {
        of(deck, 10)["choices"][2]["id"] = json!("northport");
    }),
    case(Code::DuplicateId, "$.items[12].interaction.parts[5].id", |deck| {
        of(deck, 12)["parts"][5]["id"] = json!("came");
    }),
    case(Code::UnknownReference, "$.items[8].interaction.rows[0].key", |deck| {
        of(deck, 8)["rows"][0]["key"] = json!("none");
    }),
    case(Code::UnknownReference, "$.items[9].interaction.rows[2].key", |deck| {
        of(deck, 9)["rows"][2]["key"] = json!("observed");
    }),
    case(Code::UnknownReference, "$.items[10].interaction.choices[0].id", |deck| {
        of(deck, 10)["choices"][0]["id"] = json!("none");
    }),
    case(Code::ListedTwice, "$.items[9].interaction.standings[3]", |deck| {
        push(&mut of(deck, 9)["standings"], json!("reported"));
    }),
    case(Code::CheckFirstNotChoice, "$.chapters[2].check[0]", |deck| {
        deck["chapters"][2]["check"] = json!(["rock-where"]);
    }),
    case(Code::EmptyText, "$.items[7].interaction.from", |deck| of(deck, 7)["from"] = json!("")),
    case(Code::EmptyText, "$.items[7].interaction.to", |deck| of(deck, 7)["to"] = json!(" ")),
    case(Code::EmptyText, "$.items[7].interaction.events[2].text", |deck| {
        of(deck, 7)["events"][2]["text"] = json!("");
    }),
    case(Code::EmptyText, "$.items[8].interaction.options[1].text", |deck| {
        of(deck, 8)["options"][1]["text"] = json!("");
    }),
    case(Code::EmptyText, "$.items[8].interaction.rows[0].text", |deck| {
        of(deck, 8)["rows"][0]["text"] = json!("");
    }),
    case(Code::EmptyText, "$.items[9].interaction.rows[1].text", |deck| {
        of(deck, 9)["rows"][1]["text"] = json!("");
    }),
    case(Code::EmptyText, "$.items[11].interaction.beside[0].label", |deck| {
        of(deck, 11)["beside"][0]["label"] = json!("");
    }),
    case(Code::EmptyText, "$.items[12].interaction.parts[3].text", |deck| {
        of(deck, 12)["parts"][3]["text"] = json!(" ");
    }),
    case(Code::EmptyText, "$.items[12].interaction.parts[4].text", |deck| {
        of(deck, 12)["parts"][4]["text"] = json!("");
    }),
    case(Code::MissingRationale, "$.items[7].interaction.events[3].rationale", |deck| {
        of(deck, 7)["events"][3]["rationale"] = json!("");
    }),
    case(Code::MissingRationale, "$.items[8].interaction.rows[1].rationale", |deck| {
        of(deck, 8)["rows"][1]["rationale"] = json!(" ");
    }),
    case(Code::MissingRationale, "$.items[9].interaction.rows[0].rationale", |deck| {
        of(deck, 9)["rows"][0]["rationale"] = json!("");
    }),
    case(Code::MissingRationale, "$.items[10].interaction.choices[2].rationale", |deck| {
        of(deck, 10)["choices"][2]["rationale"] = json!("");
    }),
    case(Code::MissingRationale, "$.items[11].interaction.rationale", |deck| {
        of(deck, 11)["rationale"] = json!("");
    }),
    case(Code::MissingRationale, "$.items[12].interaction.parts[3].rationale", |deck| {
        of(deck, 12)["parts"][3].as_object_mut().unwrap().remove("rationale");
    }),
    case(Code::TooFewChoices, "$.items[7].interaction.events", |deck| list(deck, 7, "events").truncate(2)),
    case(Code::TooFewChoices, "$.items[8].interaction.options", |deck| {
        list(deck, 8, "options").truncate(1);
        for row in list(deck, 8, "rows") {
            row["key"] = json!("gazette");
        }
    }),
    case(Code::TooFewChoices, "$.items[8].interaction.rows", |deck| list(deck, 8, "rows").truncate(2)),
    case(Code::TooFewChoices, "$.items[9].interaction.standings", |deck| {
        list(deck, 9, "standings").truncate(1);
        for row in list(deck, 9, "rows") {
            row["key"] = json!("background");
        }
    }),
    case(Code::TooFewChoices, "$.items[9].interaction.rows", |deck| list(deck, 9, "rows").truncate(2)),
    case(Code::TooFewChoices, "$.items[10].interaction.choices", |deck| {
        list(deck, 10, "choices").retain(|choice| choice["id"] == "southport");
    }),
    case(Code::TooFewChoices, "$.items[12].interaction.parts", |deck| {
        of(deck, 12)["parts"][5].as_object_mut().unwrap().remove("id");
    }),
    case(Code::TooManyChoices, "$.items[7].interaction.events", |deck| {
        for more in 0..3 {
            let event =
                json!({ "id": format!("e{more}"), "text": format!("More {more}"), "rationale": "So." });
            push(&mut of(deck, 7)["events"], event);
        }
    }),
    case(Code::TooManyChoices, "$.items[8].interaction.options", |deck| {
        for more in 0..3 {
            push(
                &mut of(deck, 8)["options"],
                json!({ "id": format!("o{more}"), "text": format!("More {more}") }),
            );
        }
    }),
    case(Code::TooManyChoices, "$.items[8].interaction.rows", |deck| {
        for more in 0..3 {
            let mut row = of(deck, 8)["rows"][0].clone();
            row["id"] = json!(format!("r{more}"));
            row["text"] = json!(format!("More {more}"));
            push(&mut of(deck, 8)["rows"], row);
        }
    }),
    case(Code::TooManyChoices, "$.items[9].interaction.standings", |deck| {
        of(deck, 9)["standings"] = json!(["background", "reported", "claimed", "assessed", "computed"]);
    }),
    case(Code::TooManyChoices, "$.items[10].interaction.choices", |deck| {
        for more in 0..7 {
            let mut place = deck["places"][3].clone();
            place["id"] = json!(format!("p{more}"));
            push(&mut of(deck, 10)["choices"], json!({ "id": place["id"], "rationale": "It is not there." }));
            push(&mut deck["places"], place);
        }
    }),
    case(Code::TooManyChoices, "$.items[12].interaction.parts", |deck| {
        for more in 0..6 {
            let words = json!({ "id": format!("w{more}"), "text": "and so on", "rationale": "That is all." });
            push(&mut of(deck, 12)["parts"], words);
        }
    }),
    case(Code::NoKey, "$.items[10].interaction.choices", |deck| {
        of(deck, 10)["choices"][1]["correct"] = json!(false);
    }),
    case(Code::NoKey, "$.items[12].interaction.parts", |deck| {
        of(deck, 12)["parts"][1]["correct"] = json!(false);
    }),
    case(Code::TwoKeys, "$.items[10].interaction.choices", |deck| {
        of(deck, 10)["choices"][0]["correct"] = json!(true);
    }),
    case(Code::NoDistractor, "$.items[12].interaction.parts", |deck| {
        for part in [3, 5] {
            of(deck, 12)["parts"][part]["correct"] = json!(true);
        }
    }),
    case(Code::DuplicateChoiceText, "$.items[7].interaction.events[1].text", |deck| {
        of(deck, 7)["events"][1]["text"] = json!("the FIRST lamp ");
    }),
    case(Code::DuplicateChoiceText, "$.items[8].interaction.options[2].text", |deck| {
        of(deck, 8)["options"][2]["text"] = json!("Ada Lindqvist");
    }),
    case(Code::DuplicateChoiceText, "$.items[8].interaction.rows[2].text", |deck| {
        of(deck, 8)["rows"][2]["text"] = json!("That makes 11,520 flashes a day");
    }),
    case(Code::DuplicateChoiceText, "$.items[9].interaction.rows[1].text", |deck| {
        of(deck, 9)["rows"][1]["text"] = json!("The first lamp was lit in 1824");
    }),
    case(Code::NumberWithoutUnit, "$.items[11].interaction.unit", |deck| of(deck, 11)["unit"] = json!("")),
    case(Code::NumberWithoutTolerance, "$.items[11].interaction.tolerance", |deck| {
        of(deck, 11)["tolerance"] = json!(-1);
    }),
    case(Code::NumberWithoutTolerance, "$.items[11].interaction.near", |deck| {
        of(deck, 11)["near"] = json!(200);
    }),
    case(Code::ValueOffScale, "$.items[11].interaction.to", |deck| of(deck, 11)["to"] = json!(0)),
    case(Code::ValueOffScale, "$.items[11].interaction.to", |deck| of(deck, 11)["step"] = json!(0)),
    case(Code::ValueOffScale, "$.items[11].interaction.step", |deck| of(deck, 11)["step"] = json!(0.125)),
    case(Code::ValueOffScale, "$.items[11].interaction.value", |deck| of(deck, 11)["value"] = json!(3050)),
    case(Code::ValueOffScale, "$.items[11].interaction.value", |deck| of(deck, 11)["value"] = json!(5100)),
    case(Code::ValueOffScale, "$.items[11].interaction.beside[0].value", |deck| {
        of(deck, 11)["beside"][0]["value"] = json!(5001);
    }),
    case(Code::VoiceUnnamed, "$.items[11]", |deck| {
        deck["items"][11]["stem"] = json!("How many people visited Gull Rock in 2023?");
        of(deck, 11)["rationale"] = json!("They were 3,000.");
    }),
    case(Code::VoiceUnnamed, "$.items[12]", |deck| {
        of(deck, 12)["parts"][0]["text"] = json!("Someone ");
        of(deck, 12)["parts"][1]["rationale"] = json!("It is the word of one.");
    }),
    case(Code::VoiceUnnamed, "$.items[8]", |deck| {
        of(deck, 8)["rows"][0]["rationale"] = json!("It stands in print.");
    }),
];
