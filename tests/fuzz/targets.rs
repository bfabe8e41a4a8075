//! What comes from outside, each a function of one text: it must come back, whatever the text, and what it
//! reads must keep its promises. It gives a sign of what came of it; an input with a new one is worth
//! mutating further.

use std::fmt::Debug;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::LazyLock;

use factdeck::deck::interaction::{Interaction, NumberEntry, TextEntry, TextMixUp};
use factdeck::deck::{IndexedDeck, check_text, errors, load, normalize, read_or_errors};
use factdeck::memory::{
    Log, Reading, Record, before_and_after, calibration, chapter_grasp, decode, due, encode, forecast,
    last_session, open_session, schedule, usual_millis, write_backup,
};
use factdeck::quiz::{Ask, Response, choice_order, finding, grade, is_complete, plan, read_number, unread};
use factdeck::ui::route::Route;

/// Something to be fed.
pub struct Target {
    /// Its name, and that of its folder in the corpus.
    pub name: &'static str,
    /// Reads a text and gives a sign of what came of it.
    pub run: fn(&str) -> u64,
    /// Pieces that mean something in such a text.
    pub words: &'static [&'static str],
}

/// All of them.
pub const TARGETS: [Target; 6] = [
    Target {
        name: "link",
        run: link,
        words: &[
            "#/",
            "quiz",
            "?",
            "&",
            "chapters=",
            "count=",
            "seed=",
            "start=now",
            "%2C",
            "%",
            "card/",
            "a-b",
            "18446744073709551615",
        ],
    },
    Target { name: "record", run: record, words: JSON_WORDS },
    Target { name: "backup", run: backup, words: JSON_WORDS },
    Target { name: "deck", run: deck, words: JSON_WORDS },
    Target {
        name: "number",
        run: number,
        words: &[
            "1", "000", ",", ".", " ", "'", "-", "k", "million", "th", "June", "2025", "٣", "\u{202f}", "½",
            "e9", "\n",
        ],
    },
    Target {
        name: "name",
        run: name,
        words: &[
            "the ", "of ", "'s", "\u{301}", "ﬁ", "ß", "İ", "\u{3099}", "서", "\u{200f}", "-", "22", "\n",
            "Ａ",
        ],
    },
];

const JSON_WORDS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "\"",
    ",",
    ":",
    "null",
    "true",
    "0",
    "-1",
    "1e308",
    "4294967295",
    "9223372036854775807",
    "-9223372036854775808",
    "18446744073709551615",
    "0.1",
    "\\u0000",
    "\u{feff}",
    "{gap}",
    "[a](b)",
    "\"id\":",
    "\"kind\":",
    "\"day\":",
    "\"correct\":true",
    "\"number\"",
    "\"text\"",
    "\"cloze\"",
    "\"estimate\"",
    "\"order\"",
    "\"match\"",
    "\"plan\"",
    "\"timeline\"",
    "\"map\"",
];

static SOUND: LazyLock<IndexedDeck> = LazyLock::new(|| {
    let sound = include_str!("../decks/sound.json").as_bytes();
    IndexedDeck::new(load(sound).unwrap().deck, normalize)
});

fn sign(of: impl Debug) -> u64 {
    let mut hasher = DefaultHasher::new();
    format!("{of:?}").hash(&mut hasher);
    hasher.finish()
}

fn link(text: &str) -> u64 {
    let route = Route::parse(text);
    // What was misread is told of, and not part of the link that the app gives.
    assert_eq!(Route::parse(&route.href()).href(), route.href());
    let asked = match &route {
        Route::Quiz(link) => {
            let ask = link.ask(7);
            let told = (ask.chapters.len().min(4), ask.count.is_some(), link.seed.is_some(), link.start_now);
            assert!(plan(&SOUND, ask).items.len() <= SOUND.items.len());
            told
        }
        _ => (0, false, false, false),
    };
    sign((std::mem::discriminant(&route), asked, route.anchor().is_some()))
}

/// The first line is the key, the rest the entry; the checksum is made to fit, and left off where there is no
/// entry.
fn record(text: &str) -> u64 {
    let (key, json) = text.split_once('\n').unwrap_or((text, ""));
    let checksum = crc32fast::hash(format!("{key}\n{json}").as_bytes());
    let sealed = Record { key: key.into(), text: format!("{checksum:08x} {json}") };
    let _ = decode(&Record { key: key.into(), text: json.into() });
    let decoded = decode(&sealed);
    if let Ok(entry) = &decoded {
        assert_eq!(decode(&encode(entry)).as_ref(), Ok(entry));
        let mut log = Log::new();
        log.insert(entry.clone());
        folds(&log);
    }
    sign(decoded.map(|entry| std::mem::discriminant(&entry.event)))
}

fn backup(text: &str) -> u64 {
    let restored = match Reading::begin(text) {
        Ok(mut reading) => loop {
            match reading.step(3) {
                Ok(Some(restored)) => break Ok(restored),
                Ok(None) => {}
                Err(error) => break Err(error),
            }
        },
        Err(error) => Err(error),
    };
    if let Ok(restored) = &restored {
        let mut log = Log::new();
        log.merge(restored.entries.iter().cloned());
        folds(&log);
        assert!(Reading::begin(&write_backup(&log, &[])).is_ok());
    }
    let told = restored.map(|restored| (restored.entries.len().min(4), restored.damaged.min(4)));
    sign(told.map_err(|error| std::mem::discriminant(&error)))
}

/// What pages make of a log.
fn folds(log: &Log) {
    for today in [0, 20_000] {
        let schedule = schedule(log, &SOUND, today);
        let _ = (due(&schedule, &SOUND), forecast(&schedule, &SOUND, 30), before_and_after(log, &SOUND));
        let _ = (chapter_grasp(&schedule, &SOUND), calibration(log, &SOUND.id), usual_millis(log));
    }
    let _ = (open_session(log, &SOUND.id), last_session(log, &SOUND.id));
}

fn deck(text: &str) -> u64 {
    let problems = check_text(text, normalize);
    let told: Vec<_> = problems.iter().map(|problem| problem.code).take(3).collect();
    match read_or_errors(text.as_bytes(), normalize) {
        Ok(deck) => answer(&IndexedDeck::new(deck, normalize)),
        Err(found) => assert!(!found.is_empty() && !problems.is_empty()),
    }
    sign((told, problems.len().min(4)))
}

/// What the app does with a deck that it takes: plans, shuffles, grades.
fn answer(deck: &IndexedDeck) {
    let ask = Ask::default();
    assert!(plan(deck, ask.clone()).items.len() <= deck.items.len());
    let _ = errors(deck);
    let responses = [
        Response::Number { typed: "1,234".into() },
        Response::Text { typed: "the Fresnel of Asia".into() },
        Response::Multiple { choices: ["a".into()].into() },
        Response::Order { events: vec!["a".into(), "b".into()] },
    ];
    for item in &deck.items {
        let _ = choice_order(Some(&ask), item);
        for response in &responses {
            let score = grade(&item.interaction, response, deck.spelling()).score;
            assert!((0.0..=1.0).contains(&score));
            let _ = finding(&item.interaction, response, deck.spelling());
        }
    }
}

/// The first line is typed, the second the unit.
fn number(text: &str) -> u64 {
    let (typed, unit) = text.split_once('\n').unwrap_or((text, "km"));
    let read = read_number(typed, unit);
    let entry = NumberEntry {
        value: 2.719,
        tolerance: 0.01,
        near: Some(1.0),
        unit: unit.into(),
        rationale: String::new(),
        mix_ups: Vec::new(),
    };
    let (interaction, response) = (Interaction::Number(entry), Response::Number { typed: typed.into() });
    let is_whole = is_complete(&interaction, &response, SOUND.spelling());
    assert_eq!(is_whole, read.is_ok());
    assert_eq!(unread(&interaction, &response).is_some(), !is_whole && !typed.trim().is_empty());
    let _ = finding(&interaction, &response, SOUND.spelling());
    if let Ok(readings) = &read {
        assert!(matches!(readings.len(), 1 | 2) && readings.iter().all(|reading| reading.is_finite()));
    }
    sign(read.map(|readings| {
        (readings.len(), readings.iter().map(|r| r.abs().log10().round() as i32).collect::<Vec<_>>())
    }))
}

/// The first line is typed; the second accepted, the third mixed up, the fourth stands around.
fn name(text: &str) -> u64 {
    let mut lines = text.splitn(4, '\n').map(str::to_owned);
    let mut line = || lines.next().unwrap_or_default();
    let typed = line();
    let entry = TextEntry {
        accepted: vec![line(), "Militarny".into()],
        rationale: String::new(),
        mix_ups: vec![TextMixUp { text: line(), rationale: "?".into() }],
        around: line().split(' ').map(str::to_owned).collect(),
    };
    let spelling = SOUND.spelling();
    let folded = spelling.folded(&typed);
    assert_eq!(spelling.folded(&folded), folded, "{typed:?}");
    let is_itself = spelling.folded(&entry.accepted[0]) == folded && typed.chars().count() <= 200;
    let (interaction, response) = (Interaction::Text(entry), Response::Text { typed });
    let score = grade(&interaction, &response, spelling).score;
    assert!(!is_itself || folded.is_empty() || score > 0.0, "a name is itself");
    let found = finding(&interaction, &response, spelling);
    let signed = match found {
        factdeck::quiz::Finding::Text { misspelt, mix_up, .. } => (misspelt, mix_up.is_some()),
        _ => (false, false),
    };
    sign((signed, score > 0.0, folded.chars().count().min(12)))
}
