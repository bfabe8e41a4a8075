//! The ways to break the sound deck by what no part shows alone: lengths, counts, giveaways; and by sizes
//! that no page can bear.

use factdeck::deck::Code;
use serde_json::{Value, json};

use super::faults::{Case, add_choices, case, push};

/// Texts of one length, so that length tells nothing.
pub const EVEN: [&str; 3] = ["mirror", "shades", "silver"];

/// Adds items that are like one of the deck, under other names.
fn repeat(deck: &mut Value, item: usize, times: usize, change: fn(&mut Value, usize)) {
    for number in 0..times {
        let mut copy = deck["items"][item].clone();
        copy["id"] = json!(format!("copy-{number}"));
        copy["asks"] = json!("reason");
        change(&mut copy, number);
        push(&mut deck["items"], copy);
    }
}

/// A list with one element so many times.
pub fn many(element: &Value, times: usize) -> Value {
    Value::Array(vec![element.clone(); times])
}

/// Rules that count over the deck, and bounds.
pub const CASES: &[Case] = &[
    case(Code::KeyShortestTooOften, "$.items", |deck| {
        add_choices(deck, ["lens", "mirror", "a pane of glass"], |number| number % 3);
    }),
    case(Code::KeyLongestTooSeldom, "$.items", |deck| {
        add_choices(deck, ["lens", "pane", "a mirror"], |number| number % 3);
    }),
    case(Code::KeyShortestTooSeldom, "$.items", |deck| {
        add_choices(deck, ["mirror", "shades", "lens"], |number| number % 3);
    }),
    case(Code::KeyLongestTooOften, "$.items", |deck| {
        // Gaps, and not the choices: "fifteen" is the key, and longer now than the other.
        repeat(deck, 4, 10, |item, _| {
            item["interaction"]["gaps"][1]["choices"][1]["text"] = json!("ten");
        });
    }),
    case(Code::KeyCountTells, "$.items", |deck| repeat(deck, 1, 5, |_, _| {})),
    case(Code::KeysHedge, "$.items", |deck| {
        repeat(deck, 0, 30, |item, number| {
            let choices = item["interaction"]["choices"].as_array_mut().unwrap();
            choices.swap(1, 0);
            for (choice, text) in
                choices.iter_mut().zip(["it may be a lens", "it is the mirror", "it is just shade"])
            {
                choice["text"] = json!(text);
            }
            choices.swap(0, number % 3);
        });
    }),
    case(Code::CheckGivesAway, "$.chapters[1].check[1]", |deck| {
        deck["chapters"][1]["check"] = json!(["light-why", "light-count"]);
        let why = "The Harbour Gazette reports a rhythm of its own, which comes to 11,520 flashes a day.";
        deck["items"][5]["interaction"]["choices"][0]["rationale"] = json!(why);
    }),
    case(Code::AnswerInStems, "$.items[6].interaction", |deck| {
        add_choices(deck, EVEN, |number| number % 3);
        for item in deck["items"].as_array_mut().unwrap().iter_mut().rev().take(4) {
            item["stem"] = json!("Through what do the 11,520 flashes shine, as Ada Lindqvist says?");
        }
    }),
    case(Code::StemsGiveAway, "$.items[2].stem", |deck| {
        deck["items"][2]["stem"] = json!("How high is the tower that 3,000 people a year visit?");
        deck["items"][11]["stem"] = json!("By The Harbour Gazette, how many people visited the 31 metres?");
    }),
    // A circle of three, and one that leads into it.
    case(Code::StemsGiveAway, "$.items[2].stem", |deck| {
        deck["items"][0]["stem"] = json!("By Ada Lindqvist, what shines through at 31 metres?");
        deck["items"][2]["stem"] = json!("How high is the tower with the lens of Augustin Fresnel?");
        deck["items"][3]["stem"] = json!("Whose name does the lens bear that 3,000 people visited?");
        deck["items"][11]["stem"] = json!("By The Harbour Gazette, how many people visited the 31 metres?");
    }),
    case(Code::BadLanguage, "$.language", |deck| deck["language"] = json!("english")),
    case(Code::BadLanguage, "$.language", |deck| deck["language"] = json!("en_GB")),
    case(Code::StrangeSign, "$.title", |deck| deck["title"] = json!("The light\u{0} on Gull Rock")),
    case(Code::StrangeSign, "$.items[0].interaction.choices[0].rationale", |deck| {
        deck["items"][0]["interaction"]["choices"][0]["rationale"] =
            json!("A mirror\u{202e} throws light back.");
    }),
    case(Code::TextTooLong, "$.items[3].interaction.accepted[1]", |deck| {
        deck["items"][3]["interaction"]["accepted"][1] = json!("é".repeat(201));
    }),
    case(Code::TextTooLong, "$.items[3].interaction.mix_ups[0].text", |deck| {
        deck["items"][3]["interaction"]["mix_ups"][0]["text"] = json!("x".repeat(201));
    }),
    case(Code::NumberNotAsShown, "$.items[2].interaction.value", |deck| {
        deck["items"][2]["interaction"]["value"] = json!(31.000_000_4);
        deck["items"][2]["interaction"]["tolerance"] = json!(0.000_000_1);
    }),
    case(Code::DuplicateChoiceText, "$.items[0].interaction.choices[2].text", |deck| {
        deck["items"][0]["interaction"]["choices"][0]["text"] = json!("A caf\u{e9} mirror");
        deck["items"][0]["interaction"]["choices"][2]["text"] = json!("A cafe\u{301} mirror");
    }),
    case(Code::ClozeGapMismatch, "$.items[4].interaction.text", |deck| {
        deck["items"][4]["interaction"]["text"] =
            json!("The Harbour Gazette reports {times} in {seconds} seconds, {and then.");
    }),
    case(Code::ClozeGapMismatch, "$.items[4].interaction.text", |deck| {
        deck["items"][4]["interaction"]["text"] =
            json!("The Harbour Gazette reports {times} in {seconds}} seconds.");
    }),
    case(Code::TooLarge, "$.items[2].interaction.mix_ups[0].value", |deck| {
        deck["items"][2]["interaction"]["mix_ups"][0]["value"] = json!(-1e15);
    }),
    case(Code::TooLarge, "$.items[3].interaction.around", |deck| {
        let words: Vec<String> = (0..501).map(|number| format!("word{number}")).collect();
        deck["items"][3]["interaction"]["around"] = json!(words);
    }),
];
