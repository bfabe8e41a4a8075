//! Every rule of the checker, each broken once in a small sound deck, and nothing else found with it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use std::collections::BTreeSet;

use factdeck::deck::{self, Code, Deck, IndexedDeck, Interaction, Problem, Severity, load, normalize};
use serde_json::{Value, json};

#[path = "decks/doing.rs"]
mod doing;
#[path = "decks/faults.rs"]
mod faults;
#[path = "decks/patterns.rs"]
mod patterns;
#[path = "decks/pictures.rs"]
mod pictures;

use faults::{Case, add_choices};
use patterns::{EVEN, many};

const SOUND: &str = include_str!("decks/sound.json");

fn check(deck: &Deck) -> Vec<Problem> {
    deck::check(deck, normalize)
}

fn check_text(text: &str) -> Vec<Problem> {
    deck::check_text(text, normalize)
}

fn read_or_errors(text: &[u8]) -> Result<Deck, Vec<Problem>> {
    deck::read_or_errors(text, normalize)
}

/// Every way to break the sound deck.
fn cases() -> impl Iterator<Item = &'static Case> {
    [faults::CASES, doing::CASES, patterns::CASES, pictures::CASES].into_iter().flatten()
}

/// The sound deck, changed.
fn changed(change: impl FnOnce(&mut Value)) -> String {
    let mut deck = serde_json::from_str(SOUND).unwrap();
    change(&mut deck);
    serde_json::to_string_pretty(&deck).unwrap()
}

/// The codes and paths of all that is wrong with a text, sorted.
fn found(text: &str) -> Vec<(&'static str, String)> {
    let mut found: Vec<_> =
        check_text(text).into_iter().map(|problem| (problem.code.slug(), problem.path)).collect();
    found.sort();
    found
}

#[track_caller]
fn finds(text: &str, expected: &[(&'static str, &str)]) {
    let mut expected: Vec<_> = expected.iter().map(|&(code, path)| (code, path.to_owned())).collect();
    expected.sort();
    assert_eq!(found(text), expected);
}

#[test]
fn the_sound_deck_has_no_problems() {
    finds(SOUND, &[]);
    assert_eq!(check(&load(SOUND.as_bytes()).unwrap().deck), []);
}

#[test]
fn each_fault_is_found_at_its_place_and_nothing_else() {
    for case in cases() {
        let found = found(&changed(case.fault));
        assert_eq!(found, [(case.code.slug(), case.path.to_owned())]);
    }
}

/// But for a picture that disagrees with its facts: it can be shown, and the tools have refused it before.
#[test]
fn the_app_finds_the_same_errors() {
    for case in cases() {
        let text = changed(case.fault);
        let mut expected = check_text(&text);
        expected
            .retain(|problem| problem.severity == Severity::Error && problem.code != Code::VisualDisagrees);
        let is_told_first = |problem: &Problem| is_told_before_drawing(problem);
        match read_or_errors(text.as_bytes()) {
            Ok(deck) => {
                assert!(!expected.iter().any(is_told_first), "{expected:?}");
                assert_eq!(deck::errors(&IndexedDeck::new(deck, normalize)), expected);
            }
            Err(found) => {
                assert!(expected.iter().any(is_told_first), "{expected:?}");
                assert_eq!(found, expected);
            }
        }
    }
}

/// Whether the app asks for it before it draws anything: it could not be read, or drawing it could take for
/// ever.
fn is_told_before_drawing(problem: &Problem) -> bool {
    matches!(problem.code, Code::WrongShape | Code::WrongFormat | Code::TooLarge | Code::BadPlace)
        || problem.code == Code::ValueOffScale && problem.detail.contains("upwards")
}

/// What could hold up a page or stop it, each told as what it is before anything is drawn of it.
#[test]
fn what_cannot_be_drawn_is_told_before_it_is() {
    let visual = |card: usize, change: &dyn Fn(&mut Value)| {
        changed(|deck| change(&mut deck["chapters"][2]["cards"][card]["visual"]))
    };
    let item = |item: usize, change: &dyn Fn(&mut Value)| {
        changed(|deck| change(&mut deck["items"][item]["interaction"]))
    };
    let kind = |kind: &str| {
        let deck: Value = serde_json::from_str(SOUND).unwrap();
        deck["items"].as_array().unwrap().iter().position(|item| item["interaction"]["kind"] == kind).unwrap()
    };
    let card = |kind: &str| {
        let deck: Value = serde_json::from_str(SOUND).unwrap();
        let cards = deck["chapters"][2]["cards"].as_array().unwrap();
        cards.iter().position(|card| card["visual"]["kind"] == kind).unwrap()
    };
    let longer =
        |field: &'static str| move |part: &mut Value| part[field] = many(&part[field][0].clone(), 101);
    let set = |field: &'static str, value: Value| move |part: &mut Value| part[field] = value.clone();
    let decks = [
        visual(card("plan"), &set("rooms", json!(1_000_000_000))),
        visual(card("plan"), &set("people", json!(u32::MAX))),
        visual(card("plan"), &|plan| {
            plan["rooms"] = json!(u32::MAX);
            plan["beds"] = json!(0);
        }),
        visual(card("quantities"), &|counts| counts["bars"][0]["value"] = json!(4_000_000_000_u32)),
        visual(card("timeline"), &longer("events")),
        visual(card("map"), &longer("places")),
        visual(card("map"), &longer("distances")),
        item(kind("order"), &longer("events")),
        item(kind("match"), &longer("rows")),
        item(kind("match"), &longer("options")),
        item(kind("classify"), &longer("rows")),
        item(kind("classify"), &longer("standings")),
        item(kind("place"), &longer("choices")),
        item(kind("estimate"), &|guess| {
            guess["from"] = json!(10);
            guess["to"] = json!(5);
        }),
        item(kind("estimate"), &set("step", json!(0))),
        item(kind("estimate"), &set("to", json!(1e300))),
        item(kind("number"), &set("value", json!(1e300))),
        item(kind("number"), &set("tolerance", json!(1e300))),
        item(kind("text"), &|name| name["accepted"] = many(&json!("Fresnel"), 501)),
        changed(|deck| deck["places"][0]["latitude"] = json!(1e300)),
        changed(|deck| deck["places"][0]["longitude"] = json!(-181)),
        changed(|deck| deck["around"] = many(&json!("x"), 501)),
        // Many pictures, none of which is too large alone.
        changed(|deck| {
            let mut card = deck["chapters"][2]["cards"][card("quantities")].clone();
            card["visual"]["each"] = json!(1);
            card["visual"]["bars"][0]["value"] = json!(4000);
            card["visual"]["bars"][1]["value"] = json!(100);
            deck["chapters"][2]["cards"] = many(&card, 13);
        }),
    ];
    for (number, deck) in decks.iter().enumerate() {
        let found = read_or_errors(deck.as_bytes());
        let problems = found.err().unwrap_or_else(|| panic!("deck {number} is taken"));
        assert!(problems.iter().any(is_told_before_drawing), "deck {number}: {problems:?}");
    }
}

#[test]
fn a_byte_order_mark_is_read_past() {
    finds(&format!("\u{feff}{SOUND}"), &[]);
    finds(&format!("\u{feff}\u{feff}{SOUND}"), &[("not-json", "$")]);
}

/// 5 MiB each, of what is quick to write and slow to read if each piece of it is told or looked for again.
/// The limit is for a debug build on a busy machine: what grows with the square of it takes hours.
#[test]
fn large_files_of_nonsense_are_refused_in_one_pass() {
    const SIZE: usize = 5 << 20;
    let filled = |piece: &str| piece.repeat(SIZE / piece.len());
    let long_text = |piece: &str| {
        let text = serde_json::to_string(&filled(piece)).unwrap();
        let text = text.trim_matches('"').to_owned();
        changed(|deck| deck["chapters"][0]["cards"][0]["body"] = json!("HERE")).replace("HERE", &text)
    };
    let fields: Vec<String> = (0..SIZE / 12).map(|number| format!("\"f{number}\":0,")).collect();
    let fields = fields.concat();
    let texts = [
        filled("["),
        filled("{\"a\":"),
        format!("[{}0]", filled("0,")),
        format!("{{\"format\":1,\"items\":[{}0]}}", filled("0,")),
        format!("{{\"format\":1,\"items\":[{}{{}}]}}", filled("{},")),
        format!("{{\"format\":1,{}\"title\":\"\"}}", filled("\"title\":\"\",")),
        format!("{{\"format\":1,{fields}\"title\":\"\"}}"),
        long_text("["),
        long_text("[a]("),
        long_text("{"),
    ];
    for text in texts {
        let begun = std::time::Instant::now();
        assert!(!check_text(&text).is_empty(), "{}", &text[..40]);
        let took = begun.elapsed();
        assert!(took.as_secs() < 30, "{} took {took:?}", &text[..40]);
    }
}

#[test]
fn the_app_goes_on_after_what_is_misshapen_too() {
    let text = changed(|deck| {
        deck["title"] = json!(3);
        deck["items"][0]["interaction"]["choices"][0]["text"] = json!(1);
        deck["items"][2]["stem"] = json!([]);
        deck["facts"][2]["source"] = json!("none");
    });
    let found = read_or_errors(text.as_bytes()).unwrap_err();
    let found: Vec<_> = found.into_iter().map(|problem| (problem.code, problem.path)).collect();
    let expected = [
        (Code::WrongShape, "$.title"),
        (Code::WrongShape, "$.items[0].interaction.choices[0].text"),
        (Code::WrongShape, "$.items[2].stem"),
        (Code::UnknownReference, "$.facts[2].source"),
    ];
    assert_eq!(found, expected.map(|(code, path)| (code, path.to_owned())));
    for text in [&b"{"[..], b"", b"\xff\xfe", b"{ \"format\": 1, \"id\": \"\xff\" }"] {
        assert_eq!(read_or_errors(text).unwrap_err()[0].code, Code::NotJson);
    }
}

#[test]
fn each_code_has_a_case() {
    let not_json = check_text("{").first().map(|problem| problem.code);
    let proven: BTreeSet<Code> = cases().map(|case| case.code).chain(not_json).collect();
    let missing: Vec<_> =
        Code::ALL.iter().filter(|code| !proven.contains(code)).map(|code| code.slug()).collect();
    assert_eq!(missing, [] as [&str; 0]);
    let slugs: BTreeSet<_> = Code::ALL.iter().map(|code| code.slug()).collect();
    assert_eq!(slugs.len(), Code::ALL.len(), "two codes share a slug");
}

#[test]
fn what_is_no_deck_at_all_is_one_problem() {
    for text in ["", "{", "{} {}", "not json", "{\"format\": 1,}"] {
        finds(text, &[("not-json", "$")]);
    }
    finds("[]", &[("wrong-shape", "$")]);
    finds(r#"{ "format": 7, "cards": "everything is different" }"#, &[("wrong-format", "$.format")]);
}

#[test]
fn every_misshapen_part_is_found_and_the_rest_is_checked() {
    let text = changed(|deck| {
        deck["title"] = json!(3);
        deck["facts"][1].as_object_mut().unwrap().remove("standing");
        deck["chapters"][0]["cards"][1]["body"] = json!(null);
        deck["items"][0]["interaction"]["choices"][0]["text"] = json!(1);
        deck["items"][0]["interaction"]["choices"][2] = json!("pane");
        deck["items"][0]["stem"] = json!([]);
        deck["items"][4]["interaction"]["gaps"][1]["choices"][0]["id"] = json!(15);
        // Behind and beside the misshapen ones: the paths still count every element.
        deck["items"][2]["interaction"]["unit"] = json!("");
        deck["chapters"][1]["cards"][1]["title"] = json!("");
        deck["facts"][2]["source"] = json!("none");
    });
    finds(
        &text,
        &[
            ("wrong-shape", "$.title"),
            ("wrong-shape", "$.facts[1]"),
            ("wrong-shape", "$.chapters[0].cards[1].body"),
            ("wrong-shape", "$.items[0].interaction.choices[0].text"),
            ("wrong-shape", "$.items[0].interaction.choices[2]"),
            ("wrong-shape", "$.items[0].stem"),
            ("wrong-shape", "$.items[4].interaction.gaps[1].choices[0].id"),
            ("number-without-unit", "$.items[2].interaction.unit"),
            ("empty-text", "$.chapters[1].cards[1].title"),
            ("unknown-reference", "$.facts[2].source"),
        ],
    );
}

#[test]
fn a_kind_that_no_one_knows_is_found_once() {
    let text = changed(|deck| deck["items"][6]["interaction"]["kind"] = json!("jigsaw"));
    let problems = check_text(&text);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].path, "$.items[6].interaction");
    assert!(problems[0].detail.contains("jigsaw"), "{problems:?}");
}

#[test]
fn no_problem_means_that_it_loads() {
    let twice = SOUND.replacen("\"language\": \"en\",", "\"language\": \"en\", \"language\": \"en\",", 1);
    finds(&twice, &[("wrong-shape", "$")]);
    assert!(load(twice.as_bytes()).is_err());
}

#[test]
fn rules_of_english_wording_rest_in_other_languages() {
    let stem = |language: &str| {
        changed(|deck| {
            deck["language"] = json!(language);
            deck["items"][2]["stem"] = json!("Not, was bedeutet das Wort?");
        })
    };
    finds(&stem("en-GB"), &[("stem-with-not", "$.items[2].stem")]);
    assert!(!found(&stem("de")).iter().any(|(code, _)| *code == "stem-with-not"));
}

#[test]
fn numbers_that_json_cannot_write_are_found_too() {
    let mut deck = load(SOUND.as_bytes()).unwrap().deck;
    let mut expected = Vec::new();
    for (item, value) in [(2, f64::NAN), (6, f64::INFINITY)] {
        if let Interaction::Number(entry) = &mut deck.items[item].interaction {
            entry.value = value;
        }
        expected.push((Code::NumberWithoutTolerance, format!("$.items[{item}].interaction.value")));
    }
    let found: Vec<_> = check(&deck).into_iter().map(|problem| (problem.code, problem.path)).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_deck_of_another_format_in_memory_is_told_too() {
    let mut deck = load(SOUND.as_bytes()).unwrap().deck;
    deck.format = 2;
    assert_eq!(check(&deck)[0].code, Code::WrongFormat);
}

#[test]
fn errors_are_what_the_app_cannot_work_with() {
    assert_eq!(Code::UnknownReference.severity(), Severity::Error);
    assert_eq!(Code::StemWithNot.severity(), Severity::Warning);
    let problem = &check_text("")[0];
    assert_eq!((problem.severity, problem.code.slug()), (Severity::Error, "not-json"));
}

#[test]
fn balanced_keys_are_not_suspected() {
    // The key is as long as the distractors.
    let balanced = changed(|deck| add_choices(deck, EVEN, |number| number % 3));
    finds(&balanced, &[]);
}

#[test]
fn each_figure_of_a_plan_is_held_to_its_facts() {
    let plan = |field: &str, value: u32| {
        changed(|deck| deck["chapters"][2]["cards"][3]["visual"][field] = json!(value))
    };
    let (rooms, beds, people) = (
        ("visual-disagrees", "$.chapters[2].cards[3].visual.rooms"),
        ("visual-disagrees", "$.chapters[2].cards[3].visual.beds"),
        ("visual-disagrees", "$.chapters[2].cards[3].visual.people"),
    );
    // Nine rooms, and eighteen beds; still three houses.
    finds(&plan("rooms", 9), &[rooms, rooms]);
    // Three to a room, which some fact tells of, and 24 beds; but two houses only, of which there is a word
    // too.
    finds(&plan("beds", 3), &[rooms]);
    finds(&plan("people", 48), &[people]);
    // 81 people, and six houses.
    finds(&plan("people", 81), &[people, people]);
    let off_scale = ("value-off-scale", "$.chapters[2].cards[3].visual.rooms");
    finds(&plan("beds", 0), &[off_scale, beds, rooms, people]);
    let too_many = ("too-many-choices", "$.chapters[2].cards[3].visual.people");
    finds(&plan("people", 9000), &[too_many, people, people]);
}

#[test]
fn what_a_note_says_counts_too() {
    let noted = changed(|deck| {
        deck["facts"][9]["statement"] =
            json!("The newspaper reports many visitors in 2023, and fewer before.");
        deck["facts"][9]["note"] = json!("They were 3,000, after 1,250.");
    });
    finds(&noted, &[]);
}

#[test]
fn a_deck_may_name_its_schema_for_an_editor() {
    finds(&changed(|deck| deck["$schema"] = json!("./deck.schema.json")), &[]);
}
