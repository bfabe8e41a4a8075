//! Small decks for tests, made by code.
#![allow(dead_code, reason = "each test program uses some of it")]

use std::sync::LazyLock;

use factdeck::deck::interaction::{
    Choice, Classifying, Cloze, Estimate, Event, Events, Gap, Marking, MatchOption, MatchRow, Matching,
    MultipleChoice, NumberEntry, PlaceChoice, PlacePick, SingleChoice, StandingRow, TextEntry, Words,
};
use factdeck::deck::{
    Asks, Card, Chapter, Deck, FORMAT, Fact, IndexedDeck, Interaction, Item, Standing, Weight, normalize,
};
use factdeck::quiz::{Finding, Grade, Response};

/// A deck of nothing, for what is asked of no deck in particular.
static NO_DECK: LazyLock<IndexedDeck> = LazyLock::new(|| deck(&[]));

pub fn grade(interaction: &Interaction, response: &Response) -> Grade {
    factdeck::quiz::grade(interaction, response, NO_DECK.spelling())
}

pub fn is_complete(interaction: &Interaction, response: &Response) -> bool {
    factdeck::quiz::is_complete(interaction, response, NO_DECK.spelling())
}

pub fn finding(interaction: &Interaction, response: &Response) -> Finding {
    factdeck::quiz::finding(interaction, response, NO_DECK.spelling())
}

pub fn choice(id: &str, correct: bool) -> Choice {
    Choice { id: id.into(), text: format!("text {id}"), correct, rationale: format!("why {id}") }
}

/// Choices named as they are, a leading `+` for the keys: `["+yes", "no"]`.
pub fn choices(names: &[&str]) -> Vec<Choice> {
    names.iter().map(|name| choice(name.trim_start_matches('+'), name.starts_with('+'))).collect()
}

pub fn single(names: &[&str]) -> Interaction {
    Interaction::Choice(SingleChoice { choices: choices(names), ordered: false })
}

pub fn multiple(names: &[&str]) -> Interaction {
    Interaction::Multiple(MultipleChoice { choices: choices(names) })
}

pub fn number(value: f64, tolerance: f64, near: Option<f64>) -> NumberEntry {
    NumberEntry {
        value,
        tolerance,
        near,
        unit: "km".into(),
        rationale: "as measured".into(),
        mix_ups: Vec::new(),
    }
}

pub fn text(accepted: &[&str]) -> TextEntry {
    TextEntry {
        accepted: accepted.iter().map(ToString::to_string).collect(),
        rationale: "as it is called".into(),
        mix_ups: Vec::new(),
        around: Vec::new(),
    }
}

/// A cloze with one gap for each list of choices: `g0`, `g1`, ...
pub fn cloze(gaps: &[&[&str]]) -> Interaction {
    let gap = |(number, names): (usize, &&[&str])| Gap {
        id: format!("g{number}").as_str().into(),
        label: format!("gap {number}"),
        choices: choices(names),
    };
    let gaps: Vec<Gap> = gaps.iter().enumerate().map(gap).collect();
    let text = gaps.iter().map(|gap| format!("{{{}}}", gap.id)).collect::<Vec<_>>().join(" and ");
    Interaction::Cloze(Cloze { text, gaps })
}

/// Events in their right order.
pub fn order(names: &[&str]) -> Interaction {
    let event =
        |id: &&str| Event { id: (*id).into(), text: format!("text {id}"), rationale: format!("why {id}") };
    Interaction::Order(Events {
        from: "first".into(),
        to: "last".into(),
        events: names.iter().map(event).collect(),
    })
}

/// Rows `r0`, `r1`, ... with these keys.
pub fn matching(options: &[&str], keys: &[&str]) -> Interaction {
    let option = |id: &&str| MatchOption { id: (*id).into(), text: format!("text {id}") };
    let row = |(number, key): (usize, &&str)| MatchRow {
        id: format!("r{number}").as_str().into(),
        text: format!("row {number}"),
        key: (*key).into(),
        rationale: format!("why {number}"),
    };
    Interaction::Match(Matching {
        options: options.iter().map(option).collect(),
        rows: keys.iter().enumerate().map(row).collect(),
    })
}

/// Rows `r0`, `r1`, ... with these keys.
pub fn classifying(standings: &[Standing], keys: &[Standing]) -> Interaction {
    let row = |(number, key): (usize, &Standing)| StandingRow {
        id: format!("r{number}").as_str().into(),
        text: format!("row {number}"),
        key: *key,
        rationale: format!("why {number}"),
    };
    Interaction::Classify(Classifying {
        standings: standings.to_vec(),
        rows: keys.iter().enumerate().map(row).collect(),
    })
}

/// Places named as they are, a leading `+` for the key.
pub fn place(names: &[&str]) -> Interaction {
    let choice = |name: &&str| PlaceChoice {
        id: name.trim_start_matches('+').into(),
        correct: name.starts_with('+'),
        rationale: "as it lies".into(),
    };
    Interaction::Place(PlacePick { choices: names.iter().map(choice).collect() })
}

/// A guess on a scale from 0 to twice the value.
pub fn estimate(value: f64, tolerance: f64, near: Option<f64>) -> Estimate {
    Estimate {
        value,
        tolerance,
        near,
        unit: "km".into(),
        rationale: "as measured".into(),
        from: 0.0,
        to: value * 2.0,
        step: 1.0,
        beside: Vec::new(),
    }
}

/// Groups of words named as they are, a leading `+` for those to be marked; those of no name cannot be.
pub fn marking(names: &[&str]) -> Interaction {
    let words = |name: &&str| {
        let id = name.trim_start_matches('+');
        Words {
            id: (!id.is_empty()).then(|| id.into()),
            text: format!("words {id} "),
            correct: name.starts_with('+'),
            rationale: "as it is meant".into(),
        }
    };
    Interaction::Mark(Marking { parts: names.iter().map(words).collect() })
}

pub fn pick(id: &str) -> Response {
    Response::Choice { choice: id.into() }
}

pub fn tick(ids: &[&str]) -> Response {
    Response::Multiple { choices: ids.iter().map(|id| (*id).into()).collect() }
}

/// Gaps or rows, each with what stands there.
pub fn fill(gaps: &[(&str, &str)]) -> Response {
    Response::Cloze { gaps: gaps.iter().map(|(gap, choice)| ((*gap).into(), (*choice).into())).collect() }
}

pub fn put(events: &[&str]) -> Response {
    Response::Order { events: events.iter().map(|id| (*id).into()).collect() }
}

pub fn fact(id: &str, weight: Weight, standing: Standing) -> Fact {
    Fact {
        id: id.into(),
        statement: format!("fact {id}"),
        voice: "voice".into(),
        standing,
        source: "source".into(),
        paragraphs: vec![1],
        weight,
        note: String::new(),
    }
}

pub fn item(id: &str, fact: &str, interaction: Interaction) -> Item {
    Item {
        id: id.into(),
        facts: vec![fact.into()],
        asks: Asks::Recall,
        stem: format!("stem {id}"),
        hint: String::new(),
        interaction,
    }
}

/// A deck of one card a chapter, which carries the chapter's facts.
pub fn deck_of(chapters: Vec<(&str, Vec<Fact>)>, items: Vec<Item>) -> IndexedDeck {
    let chapter = |(id, facts): &(&str, Vec<Fact>)| Chapter {
        id: (*id).into(),
        title: format!("chapter {id}"),
        cards: vec![Card {
            id: format!("card-{id}").as_str().into(),
            title: String::new(),
            figure: None,
            body: String::new(),
            facts: facts.iter().map(|fact| fact.id.clone()).collect(),
            visual: None,
        }],
        check: Vec::new(),
    };
    let deck = Deck {
        format: FORMAT,
        id: "sample".into(),
        title: String::new(),
        summary: String::new(),
        language: "en".into(),
        as_of: "2025-06-19".into(),
        sources: Vec::new(),
        voices: Vec::new(),
        chapters: chapters.iter().map(chapter).collect(),
        facts: chapters.into_iter().flat_map(|(_, facts)| facts).collect(),
        items,
        places: Vec::new(),
        glossary: Vec::new(),
        pre_questions: Vec::new(),
        around: Vec::new(),
    };
    IndexedDeck::new(deck, normalize)
}

/// A deck with so many items in each chapter. The items are `c0-i0`, `c0-i1`, ..., each a choice with the
/// key `yes`, each of a main fact of its own.
pub fn deck(sizes: &[usize]) -> IndexedDeck {
    let names: Vec<String> = (0..sizes.len()).map(|chapter| format!("c{chapter}")).collect();
    let facts_of = |name: &String, size: usize| {
        (0..size).map(|number| fact(&format!("{name}-f{number}"), Weight::Main, Standing::Reported)).collect()
    };
    let items_of = |(name, size): (&String, &usize)| {
        let name = name.clone();
        (0..*size).map(move |number| {
            item(&format!("{name}-i{number}"), &format!("{name}-f{number}"), single(&["+yes", "no", "never"]))
        })
    };
    let items = names.iter().zip(sizes).flat_map(items_of).collect();
    let chapters =
        names.iter().zip(sizes).map(|(name, size)| (name.as_str(), facts_of(name, *size))).collect();
    deck_of(chapters, items)
}
