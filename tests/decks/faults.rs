//! The ways to break the sound deck, for `deck_check.rs`: all but its pictures and what is answered by doing.

use factdeck::deck::Code;
use serde_json::{Value, json};

use super::patterns::EVEN;

/// A way to break the sound deck, and the one problem that must come of it.
pub struct Case {
    /// Code of the problem.
    pub code: Code,
    /// JSON path of the problem.
    pub path: &'static str,
    /// Breaks the deck.
    pub fault: fn(&mut Value),
}

pub const fn case(code: Code, path: &'static str, fault: fn(&mut Value)) -> Case {
    Case { code, path, fault }
}

/// Adds single choices until there are 12, whose keys' texts and positions the caller decides.
pub fn add_choices(deck: &mut Value, texts: [&str; 3], key_at: fn(usize) -> usize) {
    let pattern = deck["items"][0].clone();
    for number in 0..10 {
        let mut item = pattern.clone();
        item["id"] = json!(format!("more-{number}"));
        item["asks"] = json!("reason");
        let choices = item["interaction"]["choices"].as_array_mut().unwrap();
        choices.swap(1, 0);
        for (choice, text) in choices.iter_mut().zip(texts) {
            choice["text"] = json!(text);
        }
        choices.swap(0, key_at(number));
        deck["items"].as_array_mut().unwrap().push(item);
    }
}

pub fn push(list: &mut Value, element: Value) {
    list.as_array_mut().unwrap().push(element);
}

/// Every rule but those of pictures, and that of text which is not JSON.
pub const CASES: &[Case] = &[
    case(Code::WrongFormat, "$.format", |deck| deck["format"] = json!(2)),
    case(Code::WrongShape, "$.items[2].interaction.value", |deck| {
        deck["items"][2]["interaction"]["value"] = json!("31");
    }),
    case(Code::WrongShape, "$", |deck| {
        deck.as_object_mut().unwrap().remove("title");
    }),
    case(Code::WrongShape, "$", |deck| {
        deck.as_object_mut().unwrap().remove("format");
    }),
    case(Code::WrongShape, "$.format", |deck| deck["format"] = json!("1")),
    case(Code::WrongShape, "$.items[6].interaction.kind", |deck| {
        deck["items"][6]["interaction"]["kind"] = json!(7);
    }),
    case(Code::WrongShape, "$.items", |deck| deck["items"] = json!({})),
    case(Code::WrongShape, "$.pre_questions[0]", |deck| deck["pre_questions"][0] = json!(1)),
    case(Code::UnknownField, "$.glosary", |deck| deck["glosary"] = json!([])),
    case(Code::UnknownField, "$.items[0].interaction.choices[1].corect", |deck| {
        deck["items"][0]["interaction"]["choices"][1]["corect"] = json!(true);
    }),
    case(Code::UnknownField, "$.items[2].interaction.units", |deck| {
        deck["items"][2]["interaction"]["units"] = json!("m");
    }),
    case(Code::BadSlug, "$.id", |deck| deck["id"] = json!("Light House")),
    case(Code::BadSlug, "$.chapters[0].id", |deck| deck["chapters"][0]["id"] = json!("")),
    case(Code::BadSlug, "$.items[0].interaction.choices[0].id", |deck| {
        deck["items"][0]["interaction"]["choices"][0]["id"] = json!("-mirror");
    }),
    case(Code::BadSlug, "$.items[6].id", |deck| deck["items"][6]["id"] = json!("x".repeat(65))),
    case(Code::DuplicateId, "$.items[6].id", |deck| deck["items"][6]["id"] = json!("tower-lens")),
    case(Code::DuplicateId, "$.chapters[1].cards[0].id", |deck| {
        deck["chapters"][1]["cards"][0]["id"] = json!("height");
    }),
    case(Code::DuplicateId, "$.items[1].interaction.choices[3].id", |deck| {
        deck["items"][1]["interaction"]["choices"][3]["id"] = json!("rock");
    }),
    case(Code::UnknownReference, "$.facts[0].voice", |deck| deck["facts"][0]["voice"] = json!("no-one")),
    case(Code::UnknownReference, "$.facts[0].source", |deck| deck["facts"][0]["source"] = json!("none")),
    case(Code::UnknownReference, "$.chapters[0].cards[0].facts[1]", |deck| {
        push(&mut deck["chapters"][0]["cards"][0]["facts"], json!("none"));
    }),
    case(Code::UnknownReference, "$.items[1].facts[2]", |deck| {
        push(&mut deck["items"][1]["facts"], json!("none"));
    }),
    case(Code::UnknownReference, "$.chapters[1].check[1]", |deck| {
        push(&mut deck["chapters"][1]["check"], json!("none"));
    }),
    case(Code::UnknownReference, "$.pre_questions[0]", |deck| deck["pre_questions"][0] = json!("none")),
    case(Code::UnknownReference, "$.chapters[1].cards[1].body", |deck| {
        let body = deck["chapters"][1]["cards"][1]["body"].as_str().unwrap().replace("cat", "[cat](cat)");
        deck["chapters"][1]["cards"][1]["body"] = json!(body);
    }),
    case(Code::ListedTwice, "$.chapters[1].check[1]", |deck| {
        push(&mut deck["chapters"][1]["check"], json!("tower-parts"));
    }),
    case(Code::ListedTwice, "$.items[1].facts[2]", |deck| {
        push(&mut deck["items"][1]["facts"], json!("lens-kind"));
    }),
    case(Code::ListedTwice, "$.chapters[0].cards[0].facts[1]", |deck| {
        push(&mut deck["chapters"][0]["cards"][0]["facts"], json!("tower-height"));
    }),
    case(Code::ListedTwice, "$.pre_questions[1]", |deck| {
        push(&mut deck["pre_questions"], json!("tower-lens"));
    }),
    case(Code::EmptyList, "$.chapters[3].cards", |deck| {
        push(
            &mut deck["chapters"],
            json!({ "id": "more", "title": "More", "cards": [], "check": ["light-count"] }),
        );
        // Not the item at fault here.
        deck["items"][6]["interaction"] = deck["items"][0]["interaction"].clone();
    }),
    case(Code::EmptyList, "$.items[6].facts", |deck| {
        deck["items"][6]["facts"] = json!([]);
        deck["facts"][3]["weight"] = json!("aside");
    }),
    case(Code::EmptyList, "$.facts[4].paragraphs", |deck| deck["facts"][4]["paragraphs"] = json!([])),
    case(Code::ChapterCheckEmpty, "$.chapters[1].check", |deck| deck["chapters"][1]["check"] = json!([])),
    case(Code::CheckFirstNotChoice, "$.chapters[1].check[0]", |deck| {
        deck["chapters"][1]["check"] = json!(["light-rhythm", "light-why"]);
    }),
    case(Code::PreQuestionNotChoice, "$.pre_questions[1]", |deck| {
        push(&mut deck["pre_questions"], json!("light-count"));
    }),
    case(Code::EmptyText, "$.title", |deck| deck["title"] = json!(" ")),
    case(Code::EmptyText, "$.sources[0].publisher", |deck| deck["sources"][0]["publisher"] = json!("")),
    case(Code::EmptyText, "$.voices[0].role", |deck| deck["voices"][0]["role"] = json!("")),
    case(Code::EmptyText, "$.facts[0].statement", |deck| deck["facts"][0]["statement"] = json!("")),
    case(Code::EmptyText, "$.chapters[0].title", |deck| deck["chapters"][0]["title"] = json!("")),
    case(Code::EmptyText, "$.chapters[0].cards[0].body", |deck| {
        deck["chapters"][0]["cards"][0]["body"] = json!("\n\n");
    }),
    case(Code::EmptyText, "$.chapters[0].cards[0].figure.label", |deck| {
        deck["chapters"][0]["cards"][0]["figure"]["label"] = json!("");
    }),
    case(Code::EmptyText, "$.items[2].stem", |deck| deck["items"][2]["stem"] = json!("")),
    case(Code::EmptyText, "$.items[0].interaction.choices[0].text", |deck| {
        deck["items"][0]["interaction"]["choices"][0]["text"] = json!("");
    }),
    case(Code::EmptyText, "$.items[4].interaction.gaps[0].label", |deck| {
        deck["items"][4]["interaction"]["gaps"][0]["label"] = json!("");
    }),
    case(Code::EmptyText, "$.items[3].interaction.accepted[1]", |deck| {
        deck["items"][3]["interaction"]["accepted"][1] = json!(" - ");
    }),
    case(Code::EmptyText, "$.items[3].interaction.mix_ups[0].text", |deck| {
        deck["items"][3]["interaction"]["mix_ups"][0]["text"] = json!("");
    }),
    case(Code::EmptyText, "$.glossary[0].meaning", |deck| deck["glossary"][0]["meaning"] = json!("")),
    case(Code::MissingRationale, "$.items[0].interaction.choices[2].rationale", |deck| {
        deck["items"][0]["interaction"]["choices"][2]["rationale"] = json!("");
    }),
    case(Code::MissingRationale, "$.items[2].interaction.rationale", |deck| {
        deck["items"][2]["interaction"]["rationale"] = json!("");
    }),
    case(Code::MissingRationale, "$.items[2].interaction.mix_ups[0].rationale", |deck| {
        deck["items"][2]["interaction"]["mix_ups"][0]["rationale"] = json!(" ");
    }),
    case(Code::MissingRationale, "$.items[3].interaction.mix_ups[0].rationale", |deck| {
        deck["items"][3]["interaction"]["mix_ups"][0]["rationale"] = json!("");
    }),
    case(Code::MissingRationale, "$.items[4].interaction.gaps[1].choices[0].rationale", |deck| {
        deck["items"][4]["interaction"]["gaps"][1]["choices"][0]["rationale"] = json!("");
    }),
    case(Code::BadDate, "$.as_of", |deck| deck["as_of"] = json!("2023-02-29")),
    case(Code::BadDate, "$.sources[0].date", |deck| deck["sources"][0]["date"] = json!("last week")),
    case(Code::CardLength, "$.chapters[0].cards[0].body", |deck| {
        deck["chapters"][0]["cards"][0]["body"] = json!("word ".repeat(29));
    }),
    case(Code::CardLength, "$.chapters[0].cards[0].body", |deck| {
        deck["chapters"][0]["cards"][0]["body"] = json!("word ".repeat(101));
    }),
    case(Code::StemWithNot, "$.items[2].stem", |deck| {
        deck["items"][2]["stem"] = json!("How high isn\u{2019}t the tower?");
    }),
    case(Code::StemWithNot, "$.items[2].stem", |deck| {
        deck["items"][2]["stem"] = json!("What is NOT the tower's height?");
    }),
    case(Code::StemAllOfAbove, "$.items[0].interaction.choices[0].text", |deck| {
        deck["items"][0]["interaction"]["choices"][0]["text"] = json!("None of the above");
    }),
    case(Code::StemAllOfAbove, "$.items[1].stem", |deck| {
        deck["items"][1]["stem"] = json!("Which of these, or all of the above?");
    }),
    case(Code::TooFewChoices, "$.items[1].interaction.choices", |deck| {
        deck["items"][1]["interaction"]["choices"].as_array_mut().unwrap().drain(1..3);
    }),
    case(Code::TooFewChoices, "$.items[4].interaction.gaps[0].choices", |deck| {
        deck["items"][4]["interaction"]["gaps"][0]["choices"].as_array_mut().unwrap().remove(0);
    }),
    case(Code::TooFewChoices, "$.items[5].interaction.choices", |deck| {
        deck["items"][5]["interaction"]["choices"].as_array_mut().unwrap().truncate(1);
    }),
    case(Code::NoKey, "$.items[1].interaction.choices", |deck| {
        for choice in deck["items"][1]["interaction"]["choices"].as_array_mut().unwrap() {
            choice["correct"] = json!(false);
        }
    }),
    case(Code::NoKey, "$.items[4].interaction.gaps[1].choices", |deck| {
        deck["items"][4]["interaction"]["gaps"][1]["choices"][0]["correct"] = json!(false);
    }),
    case(Code::TwoKeys, "$.items[0].interaction.choices", |deck| {
        deck["items"][0]["interaction"]["choices"][0]["correct"] = json!(true);
    }),
    case(Code::TwoKeys, "$.items[4].interaction.gaps[1].choices", |deck| {
        deck["items"][4]["interaction"]["gaps"][1]["choices"][1]["correct"] = json!(true);
    }),
    case(Code::NoDistractor, "$.items[1].interaction.choices", |deck| {
        for choice in deck["items"][1]["interaction"]["choices"].as_array_mut().unwrap() {
            choice["correct"] = json!(true);
        }
    }),
    case(Code::DuplicateChoiceText, "$.items[0].interaction.choices[2].text", |deck| {
        deck["items"][0]["interaction"]["choices"][2]["text"] = json!(" a  fresnel LENS ");
    }),
    case(Code::ClozeGapMismatch, "$.items[4].interaction.gaps[0]", |deck| {
        deck["items"][4]["interaction"]["text"] =
            json!("The Harbour Gazette reports flashes every {seconds} seconds.");
    }),
    case(Code::ClozeGapMismatch, "$.items[4].interaction.gaps[1]", |deck| {
        deck["items"][4]["interaction"]["text"] =
            json!("The Harbour Gazette: {times} in {seconds} or {seconds} seconds.");
    }),
    case(Code::ClozeGapMismatch, "$.items[4].interaction.text", |deck| {
        deck["items"][4]["interaction"]["text"] = json!("The Harbour Gazette: {times} in {seconds} {units}.");
    }),
    case(Code::NumberWithoutUnit, "$.items[2].interaction.unit", |deck| {
        deck["items"][2]["interaction"]["unit"] = json!("");
    }),
    case(Code::NumberWithoutTolerance, "$.items[2].interaction.tolerance", |deck| {
        deck["items"][2]["interaction"]["tolerance"] = json!(-1);
    }),
    case(Code::NumberWithoutTolerance, "$.items[2].interaction.near", |deck| {
        deck["items"][2]["interaction"]["near"] = json!(2.5);
    }),
    case(Code::NumberWithoutTolerance, "$.items[6].interaction.tolerance", |deck| {
        deck["items"][6]["interaction"]["value"] = json!(11520.5);
    }),
    case(Code::NumberMixUpInsideTolerance, "$.items[2].interaction.mix_ups[0].value", |deck| {
        deck["items"][2]["interaction"]["mix_ups"][0]["value"] = json!(34);
    }),
    case(Code::TextWithoutAnswer, "$.items[3].interaction.accepted", |deck| {
        deck["items"][3]["interaction"]["accepted"] = json!([]);
    }),
    case(Code::TextMixUpAccepted, "$.items[3].interaction.mix_ups[0].text", |deck| {
        deck["items"][3]["interaction"]["mix_ups"][0]["text"] = json!("augustin-fresnel.");
    }),
    case(Code::EmptyText, "$.items[3].interaction.around[1]", |deck| {
        push(&mut deck["items"][3]["interaction"]["around"], json!("…"));
    }),
    case(Code::EmptyText, "$.around[2]", |deck| push(&mut deck["around"], json!(""))),
    case(Code::ListedTwice, "$.items[3].interaction.around[1]", |deck| {
        push(&mut deck["items"][3]["interaction"]["around"], json!("LENS."));
    }),
    case(Code::ListedTwice, "$.around[2]", |deck| push(&mut deck["around"], json!("mister"))),
    case(Code::AroundSaysSomething, "$.items[3].interaction.around[1]", |deck| {
        push(&mut deck["items"][3]["interaction"]["around"], json!("fresnel"));
    }),
    case(Code::AroundSaysSomething, "$.items[3].interaction.around[1]", |deck| {
        push(&mut deck["items"][3]["interaction"]["around"], json!("Lindqvist"));
    }),
    case(Code::AroundIsAnswer, "$.around[2]", |deck| push(&mut deck["around"], json!("fresnel"))),
    case(Code::VoiceUnnamed, "$.items[0]", |deck| {
        let item = &mut deck["items"][0];
        item["stem"] = json!("What does the lamp shine through?");
        item["interaction"]["choices"][1]["rationale"] = json!("Its rings have done the work since 1871.");
    }),
    case(Code::VoiceUnnamed, "$.items[6]", |deck| {
        deck["items"][6]["stem"] = json!("How many flashes does the lamp give in a whole day?");
        deck["items"][6]["interaction"]["rationale"] = json!("Eight a minute for 1,440 minutes.");
    }),
    case(Code::FactWithoutCard, "$.facts[4]", |deck| {
        deck["chapters"][1]["cards"][1]["facts"] = json!([]);
    }),
    case(Code::FactOnTwoCards, "$.facts[0]", |deck| {
        push(&mut deck["chapters"][1]["cards"][1]["facts"], json!("tower-height"));
    }),
    case(Code::FactWithoutItem, "$.facts[4]", |deck| deck["facts"][4]["weight"] = json!("main")),
    case(Code::KeyFactNeedsTwoKinds, "$.facts[3]", |deck| deck["facts"][3]["weight"] = json!("key")),
    case(Code::UnusedTerm, "$.glossary[1]", |deck| {
        push(&mut deck["glossary"], json!({ "id": "reef", "term": "Reef", "meaning": "Rock under water." }));
    }),
    case(Code::UnusedVoice, "$.voices[3]", |deck| {
        push(&mut deck["voices"], json!({ "id": "cat", "name": "The cat", "role": "Lives there" }));
    }),
    case(Code::TooLittleReasoning, "$.items", |deck| deck["items"][5]["asks"] = json!("recall")),
    case(Code::KeyLongestTooOften, "$.items", |deck| {
        add_choices(deck, ["a lens of rings", "mirror", "pane"], |number| number % 3);
    }),
    case(Code::KeyPositionSkewed, "$.items", |deck| add_choices(deck, EVEN, |_| 2)),
];
