//! Typed names: what people type for the bundled deck's names, and how names of all scripts are written.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod sample;

use factdeck::deck::interaction::{Interaction, TextMixUp};
use factdeck::deck::{Deck, IndexedDeck, load, normalize};
use factdeck::quiz::{Finding, Grade, Response, finding};
use proptest::prelude::*;
use sample::{deck, item, text};

fn bundled() -> IndexedDeck {
    let json = include_str!("../assets/decks/alabuga.json");
    IndexedDeck::new(load(json.as_bytes()).unwrap().deck, normalize)
}

/// How a typed name is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Taken {
    Right,
    Misspelt,
    MixedUp,
    Wrong,
}

fn taken(deck: &IndexedDeck, interaction: &Interaction, typed: &str) -> Taken {
    let response = Response::Text { typed: typed.into() };
    let graded = factdeck::quiz::grade(interaction, &response, deck.spelling());
    match finding(interaction, &response, deck.spelling()) {
        Finding::Text { misspelt: true, .. } => Taken::Misspelt,
        Finding::Text { mix_up: Some(_), .. } => Taken::MixedUp,
        _ if graded == Grade::CORRECT => Taken::Right,
        _ => Taken::Wrong,
    }
}

#[track_caller]
fn check_bundled(id: &str, expected: Taken, typed: &[&str]) {
    let deck = bundled();
    let item = deck.item(&id.into()).unwrap_or_else(|| panic!("no item {id}"));
    for typed in typed {
        assert_eq!(taken(&deck, &item.interaction, typed), expected, "{typed:?} for {id}");
    }
}

#[test]
fn what_stands_around_a_name_and_says_nothing_does_no_harm() {
    use Taken::Right;
    let cases: [(&str, &[&str]); 9] = [
        (
            "report-nhk",
            &[
                "NHK",
                "Japan's NHK",
                "Japan’s NHK",
                "NHK Japan",
                "NHK (Japan)",
                "NHK World-Japan",
                "NHK news",
                "Japanese NHK",
                "NHK TV",
                "the Japanese broadcaster NHK",
                "from NHK",
                "N.H.K.",
                "„NHK“",
                "ＮＨＫ",
            ],
        ),
        (
            "strikes-a22-name",
            &[
                "A-22 drone",
                "A-22 aircraft",
                "A-22 plane",
                "A-22 light aircraft",
                "an A-22",
                "Aeroprakt A-22 drone",
                "a22",
                "The A 22 light plane.",
            ],
        ),
        (
            "strikes-sso-name",
            &[
                "Special Operations Forces of Ukraine",
                "Ukraine's SSO",
                "Ukrainian Special Operations Forces",
                "Units of the Special Operations Forces",
            ],
        ),
        (
            "stakes-budanov-heads",
            &[
                "the GUR",
                "Ukraine's GUR",
                "ГУР",
                "Ukraine's Defence Intelligence",
                "the Defense Intelligence Directorate of Ukraine",
                "Ukrainian military intelligence",
            ],
        ),
        (
            "exchange-replaced-region",
            &[
                "Central Asian republics",
                "from Central Asia",
                "former Soviet Central Asia",
                "the region of Central Asia",
                "Средняя Азия",
            ],
        ),
        ("kursk-sappers-word", &["sapper", "a sapper", "the sappers", "North Korean sappers", "сапёры"]),
        (
            "kursk-who",
            &[
                "Security Council Secretary Shoigu",
                "Mr Shoigu",
                "Mr. Shoigu",
                "Russia's Sergei Shoigu",
                "Шойгу",
            ],
        ),
        ("drone-geran-text", &["Geran drone", "Geran drones", "the Russian Geran-2"]),
        ("factory-republic", &["Tatarstan, Russia", "Russian republic of Tatarstan", "in Tatarstan"]),
    ];
    for (id, typed) in cases {
        check_bundled(id, Right, typed);
    }
}

#[test]
fn what_says_something_else_stays_wrong() {
    use Taken::{MixedUp, Wrong};
    let wrong: [(&str, &[&str]); 7] = [
        (
            "report-nhk",
            &[
                "not NHK",
                "NHK or BBC",
                "NHK and BBC",
                "BBC",
                "no, NHK",
                "Japan",
                "NHK NHK",
                "Japan's",
                "the",
                "NHKK",
            ],
        ),
        ("strikes-a22-name", &["A-23", "22", "drone", "A-22 or Shahed", "A-22 missile site"]),
        (
            "factory-republic",
            &["Russia", "Russian region", "near Tatarstan", "Tatarstan and Chuvashia", "not in Tatarstan"],
        ),
        ("kursk-sappers-word", &["not sappers", "sappers or workers", "engineers", "workers"]),
        ("drone-maker", &["Iran or Russia", "Iran, Russia", "Iraq", "not Iran", "Iran and North Korea"]),
        ("stakes-budanov-heads", &["Ukraine", "head", "the general", "GUR or SBU", "not GUR"]),
        ("factory-militarnyi", &["Military"]),
    ];
    for (id, typed) in wrong {
        for typed in typed {
            let deck = bundled();
            let item = deck.item(&id.into()).unwrap();
            let taken = taken(&deck, &item.interaction, typed);
            assert!(matches!(taken, Wrong | MixedUp), "{typed:?} for {id} is {taken:?}");
        }
    }
    let mixed_up: [(&str, &[&str]); 5] = [
        ("drone-maker", &["Russia", "in Russia", "North Korea"]),
        ("strikes-sso-name", &["GUR", "the GUR", "Ukraine's GUR", "Ukrainian Air Force"]),
        ("exchange-replaced-region", &["Asia", "from Asia", "Middle East"]),
        ("kursk-who", &["Putin", "Mr Putin"]),
        ("stakes-budanov-heads", &["GRU", "the GRU", "SBU", "Ukraine's Special Operations Forces"]),
    ];
    for (id, typed) in mixed_up {
        check_bundled(id, MixedUp, typed);
    }
}

#[test]
fn a_slip_is_forgiven_but_no_other_word() {
    check_bundled("factory-republic", Taken::Misspelt, &["Tatarstn", "Tatarstan Republik", "the Tatarsten"]);
    check_bundled("kursk-who", Taken::Misspelt, &["Shoigou", "Shoigou, Russia"]);
    check_bundled("factory-militarnyi", Taken::Misspelt, &["Militarnyii", "Militanyi"]);
}

/// A text item that accepts one name, in a deck of nothing.
fn accepting(answer: &str) -> Interaction {
    Interaction::Text(text(&[answer]))
}

/// The same name as keyboards, phones and clipboards give it.
#[test]
fn one_name_may_be_written_in_many_ways() {
    let none = deck(&[]);
    let cases: [(&str, &[&str]); 32] = [
        (
            "Iran",
            &[
                "iran",
                "IRAN",
                "Iran.",
                " Iran ",
                "Iran\u{a0}",
                "Iran\u{200e}",
                "\u{200f}Iran",
                "\u{202a}Iran\u{202c}",
                "\u{2066}Iran\u{2069}",
                "Iran\u{2060}",
                "I\u{200b}ran",
                "I\u{ad}ran",
                "Ｉｒａｎ",
                "Iran?",
                "Iran!",
                "Iran…",
                "(Iran)",
                "„Iran“",
                "“Iran”",
                "«Iran»",
                "Iran;",
                "Iran:",
                "İran",
                "ıran",
                "Iran\u{fe0f}",
                "Iran/",
                "*Iran*",
                "Iran\u{0}",
                "I r a n",
                "¿Iran?",
                "‹Iran›",
                "【Iran】",
                "Iran\u{feff}",
                "𝐈𝐫𝐚𝐧",
                "Ⓘⓡⓐⓝ",
            ],
        ),
        (
            "KN-23",
            &[
                "KN23",
                "kn 23",
                "KN‑23",
                "KN–23",
                "KN—23",
                "KN−23",
                "ＫＮ－２３",
                "KN₋23",
                "KN/23",
                "KN⁃23",
                "KN²³",
            ],
        ),
        ("Huế", &["Huế", "Hu\u{ea}\u{301}", "Hue\u{302}\u{301}", "Hue", "HUẾ", "huê"]),
        ("Đà Nẵng", &["Da Nang", "ĐÀ NẴNG", "Đa\u{300} Na\u{306}\u{303}ng"]),
        ("Thành phố Hồ Chí Minh", &["Thanh pho Ho Chi Minh"]),
        ("Κως", &["Κώς", "Κω\u{301}ς", "κωσ", "ΚΩΣ"]),
        ("Αθήνα", &["ΑΘΗΝΑ", "Αθηνα", "Ἀθῆνα"]),
        ("서울", &["서울", "\u{1109}\u{1165}\u{110b}\u{116e}\u{11af}", "서 울"]),
        ("ガボン", &["カ\u{3099}ホ\u{3099}ン", "ｶﾞﾎﾞﾝ"]),
        ("ソウル", &["ｿｳﾙ"]),
        ("東京", &["東京\u{3000}", "東 京", "東京。", "東京、", "「東京」"]),
        ("Tromsø", &["Tromso", "TROMSØ"]),
        ("Köln", &["Ko\u{308}ln", "Koln", "KÖLN"]),
        ("Łódź", &["Lodz", "ŁÓDŹ"]),
        ("Xī’ān", &["Xian", "Xi'an", "Xi’an", "Xiʻan"]),
        ("Hawaiʻi", &["Hawaii", "Hawai'i", "Hawai‘i"]),
        ("Ağrı", &["Agri", "AĞRI"]),
        ("İstanbul", &["istanbul", "ISTANBUL", "ıstanbul"]),
        ("דן", &["דָּן", "\u{200f}דן\u{200f}"]),
        ("مصر", &["مِصر", "مصـر"]),
        ("Чечня", &["чечня", "ЧЕЧНЯ"]),
        ("Орёл", &["Орел", "Оре\u{308}л"]),
        ("Київ", &["Киі\u{308}в", "КИЇВ"]),
        ("Йошкар-Ола", &["И\u{306}ошкар Ола", "йошкар-ола"]),
        ("Straße", &["Strasse", "STRASSE", "STRAẞE"]),
        ("ﬁn", &["fin"]),
        ("CO₂", &["CO2", "co₂"]),
        ("Ⅳ", &["IV", "ⅳ"]),
        ("№ 5", &["No 5", "No. 5", "Nº 5"]),
        ("ŒUVRE", &["oeuvre"]),
        ("Pelé", &["Pele", "PELE\u{301}"]),
        ("The War Zone", &["War Zone", "the war zone", "“The War Zone”"]),
    ];
    for (answer, typed) in cases {
        for typed in [answer].iter().chain(typed) {
            assert_eq!(taken(&none, &accepting(answer), typed), Taken::Right, "{typed:?} for {answer}");
        }
    }
}

#[test]
fn what_makes_another_name_counts() {
    let none = deck(&[]);
    // A letter of its own in kana; a vowel of another word; a sign that parts names.
    let cases = [
        ("か", "が"),
        ("ハ", "バ"),
        ("ハ", "パ"),
        ("कि", "की"),
        ("กา", "กิ"),
        ("C++", "C"),
        ("C#", "C"),
        ("AT&T", "ATT"),
        ("サ", "さ"),
        ("Київ", "Киев"),
        ("ب", "ت"),
        ("서울", "서물"),
    ];
    for (answer, other) in cases {
        assert_eq!(taken(&none, &accepting(answer), other), Taken::Wrong, "{other} for {answer}");
        assert_eq!(taken(&none, &accepting(other), answer), Taken::Wrong, "{answer} for {other}");
    }
}

fn deck_with(change: impl FnOnce(&mut Deck)) -> IndexedDeck {
    let mut plain = (*deck(&[])).clone();
    change(&mut plain);
    IndexedDeck::new(plain, normalize)
}

#[test]
fn words_around_hold_where_they_say_nothing() {
    use Taken::{MixedUp, Right, Wrong};
    let around = |list: &[&str]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
    let with = |list: &[&str]| deck_with(|deck| deck.around = around(list));
    let mut entry = text(&["Asia"]);
    entry.mix_ups =
        ["East Asia", "Africa"].map(|text| TextMixUp { text: text.into(), rationale: "?".into() }).into();
    entry.around = around(&["continent", "east"]);
    let asia = Interaction::Text(entry);
    let cases = [
        ("the continent of Asia", Right),
        ("Asia, a continent", Right),
        ("continent", Wrong),
        ("in big Asia", Wrong),
        ("Russian Asia", Right),
        // What says more of what was typed is meant.
        ("East Asia", MixedUp),
        ("in the East Asia", MixedUp),
        ("Asia, Africa", Wrong),
        // A mix-up says something, though the deck lists it.
        ("Africa", MixedUp),
        ("the African Asia", Wrong),
    ];
    for (typed, expected) in cases {
        assert_eq!(taken(&with(&["Russian", "Africa"]), &asia, typed), expected, "{typed}");
    }
    // Where the answer is a word of the deck's list, such words say something.
    assert_eq!(taken(&with(&["Russian", "Asia"]), &asia, "Russian Asia"), Wrong);
    assert_eq!(taken(&with(&["Russian", "Asia"]), &asia, "the continent Asia"), Right);
    // Words of the deck's language, and of no other.
    let in_language = |language: &str| deck_with(|deck| deck.language = language.into());
    for (language, typed, expected) in [
        ("en", "in Asia", Right),
        ("en-GB", "the Asia", Right),
        ("de", "aus Asia", Right),
        ("en", "aus Asia", Wrong),
        ("de", "from Asia", Wrong),
        ("fr-CA", "à l'Asia", Right),
        ("ja", "in Asia", Wrong),
    ] {
        assert_eq!(taken(&in_language(language), &asia, typed), expected, "{typed} in {language}");
    }
}

#[test]
fn a_word_that_the_deck_uses_is_no_slip_of_another() {
    let military = accepting("Militarny");
    let telling = |text: &str| deck_with(|deck| deck.items = vec![item(text, "f", accepting("x"))]);
    assert_eq!(taken(&deck(&[]), &military, "Military"), Taken::Misspelt);
    assert_eq!(taken(&telling("of the MILITARY."), &military, "Military"), Taken::Wrong);
    assert_eq!(taken(&telling("militar"), &military, "Militar"), Taken::Misspelt);
    assert_eq!(taken(&telling("Łódź, Łódka"), &accepting("Łódzka"), "Lodka"), Taken::Wrong);
}

#[test]
fn a_text_longer_than_the_field_takes_is_no_answer_and_costs_nothing() {
    let none = deck(&[]);
    for typed in ["the ".repeat(100_000) + "Asia", "Asia".repeat(100_000)] {
        assert_eq!(taken(&none, &accepting("Asia"), &typed), Taken::Wrong);
    }
}

proptest! {
    #[test]
    fn what_does_not_count_is_gone_for_good(name in "\\PC{0,12}") {
        let none = deck(&[]);
        let folded = none.spelling().folded(&name);
        prop_assert_eq!(none.spelling().folded(&folded), folded.clone());
        // And a name is the same in either normal form, in quotes and among blanks.
        for form in [factdeck::deck::Form::Apart, factdeck::deck::Form::Together] {
            prop_assert_eq!(none.spelling().folded(&normalize(&name, form)), folded.clone());
        }
        prop_assert_eq!(none.spelling().folded(&format!(" “{name}”. ")), folded);
    }
}
