//! In how many quizzes of the bundled deck an answer that is to be produced was shown before it is asked for:
//! `cargo bench --bench leaks`, with another deck file as an argument if wanted. For each kind of quiz and each
//! rule of drawing, over 4,000 seeds:
//!
//! - by the rule's own notion of a giveaway, in stems and in anything shown;
//! - by a stricter one that shares no code with it: numbers, guesses and names only, and the strings as they stand
//!   in the deck ("25,000", "NHK"), as words of their own.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a bench that fails should stop"
)]

use std::collections::BTreeSet;
use std::time::Instant;

use factdeck::deck::{ChapterId, IndexedDeck, Interaction, Item, ItemId, load, normalize};
use factdeck::quiz::{Ask, Draw, Giveaways, plan};

const SEEDS: u64 = 4_000;
const BUNDLED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/decks/alabuga.json");

/// Which items give away which others, by positions in the deck.
struct Strings {
    by_stem: Vec<BTreeSet<usize>>,
    by_anything: Vec<BTreeSet<usize>>,
}

impl Strings {
    fn of(deck: &IndexedDeck) -> Self {
        let answers: Vec<_> = deck.items.iter().map(answers).collect();
        let told_in = |position: usize, text: &str| -> BTreeSet<usize> {
            let is_told = |other: &usize| answers[*other].iter().any(|answer| stands_in(text, answer));
            (0..answers.len()).filter(|other| *other != position).filter(is_told).collect()
        };
        let stems = deck.items.iter().enumerate().map(|(at, item)| told_in(at, &item.stem));
        let all = deck.items.iter().enumerate().map(|(at, item)| told_in(at, &texts(item)));
        Self { by_stem: stems.collect(), by_anything: all.collect() }
    }

    fn is_told(given: &[BTreeSet<usize>], order: &[usize]) -> bool {
        let mut told: BTreeSet<usize> = BTreeSet::new();
        order.iter().any(|item| {
            let is_told = told.contains(item);
            told.extend(&given[*item]);
            is_told
        })
    }
}

fn answers(item: &Item) -> Vec<String> {
    match &item.interaction {
        Interaction::Number(entry) => numerals(entry.value),
        Interaction::Estimate(guess) => numerals(guess.value),
        Interaction::Text(entry) => entry.accepted.clone(),
        _ => Vec::new(),
    }
}

/// A number of ten and more as the deck writes it.
fn numerals(value: f64) -> Vec<String> {
    let digits = value.to_string();
    let grouped: String = digits
        .char_indices()
        .flat_map(|(at, digit)| {
            let comma = (at > 0 && (digits.len() - at).is_multiple_of(3)).then_some(',');
            comma.into_iter().chain([digit])
        })
        .collect();
    if value < 10.0 || value.fract() != 0.0 { Vec::new() } else { vec![digits, grouped] }
}

/// Every text of an item, as it stands in the deck file.
fn texts(item: &Item) -> String {
    fn add(value: &serde_json::Value, texts: &mut String) {
        match value {
            serde_json::Value::String(text) => texts.extend([text, "\n"]),
            serde_json::Value::Array(list) => list.iter().for_each(|value| add(value, texts)),
            serde_json::Value::Object(fields) => {
                // Ids are not shown, and what else is right need not be.
                let is_shown = |name: &str| !["id", "key", "facts", "accepted", "around"].contains(&name);
                fields.iter().filter(|(name, _)| is_shown(name)).for_each(|(_, value)| add(value, texts));
            }
            _ => {}
        }
    }
    let mut texts = String::new();
    add(&serde_json::to_value(item).unwrap(), &mut texts);
    texts
}

fn stands_in(text: &str, answer: &str) -> bool {
    text.match_indices(answer).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let mut after = text[at + answer.len()..].chars();
        let next = after.next();
        let is_of_number = next == Some(',') && after.next().is_some_and(|c| c.is_ascii_digit());
        !before.is_some_and(|c| c.is_alphanumeric() || c == ',')
            && !next.is_some_and(char::is_alphanumeric)
            && !is_of_number
    })
}

/// What a kind of quiz is called, the chapters that it asks about by turns, and how many items.
type Kind<'a> = (&'a str, &'a [Vec<ChapterId>], Option<usize>);

fn main() {
    let path = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let file = std::fs::read(path.as_deref().unwrap_or(BUNDLED)).unwrap();
    let deck = IndexedDeck::new(load(file.as_slice()).unwrap().deck, normalize);
    let all: Vec<&Item> = deck.items.iter().collect();
    let giveaways = Giveaways::among(&deck, &all);
    let strings = Strings::of(&deck);
    let chapters: Vec<ChapterId> = deck.chapters.iter().map(|chapter| chapter.id.clone()).collect();
    let pairs: Vec<Vec<ChapterId>> = (0..chapters.len())
        .flat_map(|one| (0..one).map(move |two| (two, one)))
        .map(|(one, two)| vec![chapters[one].clone(), chapters[two].clone()])
        .collect();
    let first_two = vec![chapters[..2].to_vec()];
    let kinds: [Kind; 8] = [
        ("chapters 1 and 2, 10", &first_two, Some(10)),
        ("chapters 1 and 2, 20", &first_two, Some(20)),
        ("any two chapters, 10", &pairs, Some(10)),
        ("any two chapters, 20", &pairs, Some(20)),
        ("all chapters, 10", &[Vec::new()], Some(10)),
        ("all chapters, 20", &[Vec::new()], Some(20)),
        ("all chapters, 60", &[Vec::new()], Some(60)),
        ("all chapters, all", &[Vec::new()], None),
    ];
    println!("Quizzes of {SEEDS} in which an answer was told before it is asked for, in per cent;");
    println!("and how many answers a quiz on the average, and how long a plan takes.\n");
    println!(
        "| quiz | draw | by a stem | by anything | strings: by a stem | strings: by anything | answers | ms |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|--:|");
    for (name, asked, count) in kinds {
        for draw in [Draw::First, Draw::Second] {
            let mut quizzes = [0_u32; 4];
            let (mut told, mut seconds) = (0, 0.0);
            for seed in 0..SEEDS {
                let chapters = asked[usize::try_from(seed).unwrap() % asked.len()].clone();
                let ask = Ask { chapters, count, seed, draw, ..Ask::default() };
                let start = Instant::now();
                let made = plan(&deck, ask);
                seconds += start.elapsed().as_secs_f64();
                let place = |id: &ItemId| deck.items.iter().position(|item| item.id == *id).unwrap();
                let order: Vec<usize> = made.items.iter().map(place).collect();
                let given_away = giveaways.given_away(&order).len();
                told += given_away;
                let is_told = [
                    !giveaways.given_away_by_stems(&order).is_empty(),
                    given_away > 0,
                    Strings::is_told(&strings.by_stem, &order),
                    Strings::is_told(&strings.by_anything, &order),
                ];
                for (count, is_told) in quizzes.iter_mut().zip(is_told) {
                    *count += u32::from(is_told);
                }
            }
            let seeds = f64::from(u32::try_from(SEEDS).unwrap());
            let shares: Vec<_> =
                quizzes.iter().map(|count| format!("{:.1}", f64::from(*count) / seeds * 100.0)).collect();
            println!(
                "| {name} | {} | {} | {:.2} | {:.3} |",
                draw.name(),
                shares.join(" | "),
                f64::from(u32::try_from(told).unwrap()) / seeds,
                seconds / seeds * 1000.0,
            );
        }
    }
}
