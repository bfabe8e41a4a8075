//! The deck as the rules see it: flat lists of parts, each with its JSON path.

use crate::deck::giveaway::numeral;
use crate::deck::id::ItemId;
use crate::deck::interaction::{Choice, Interaction};
use crate::deck::json::shape::Holes;
use crate::deck::model::{Card, Chapter, Deck, Fact, Item, Place, Source, Term, Voice};
use crate::deck::spelling::Spelling;

/// A part and where it stands in the file.
pub(super) struct Part<'a, T> {
    /// JSON path of the part.
    pub path: String,
    /// The part.
    pub it: &'a T,
}

impl<T> Part<'_, T> {
    /// JSON path of a field of the part.
    pub fn at(&self, field: &str) -> String {
        format!("{}.{field}", self.path)
    }
}

/// The deck's parts that could be read.
pub(super) struct Parts<'a> {
    pub deck: &'a Deck,
    pub spelling: Spelling<'a>,
    pub sources: Vec<Part<'a, Source>>,
    pub voices: Vec<Part<'a, Voice>>,
    pub facts: Vec<Part<'a, Fact>>,
    pub chapters: Vec<Part<'a, Chapter>>,
    /// The cards of all chapters.
    pub cards: Vec<Part<'a, Card>>,
    pub items: Vec<Part<'a, Item>>,
    pub terms: Vec<Part<'a, Term>>,
    pub places: Vec<Part<'a, Place>>,
    pub pre_questions: Vec<Part<'a, ItemId>>,
    pub holes: &'a Holes,
    /// Whether everything could be read, so that counting makes sense.
    pub whole: bool,
}

impl<'a> Parts<'a> {
    /// Takes a deck apart. A list from which reading left elements out has kept its order, so
    /// each element's path is the next one that is no hole.
    pub fn new(deck: &'a Deck, holes: &'a Holes, spelling: Spelling<'a>) -> Self {
        let chapters = placed(&deck.chapters, "$.chapters", holes);
        let cards =
            chapters.iter().flat_map(|chapter| placed(&chapter.it.cards, &chapter.at("cards"), holes));
        Self {
            sources: placed(&deck.sources, "$.sources", holes),
            voices: placed(&deck.voices, "$.voices", holes),
            facts: placed(&deck.facts, "$.facts", holes),
            cards: cards.collect(),
            chapters,
            items: placed(&deck.items, "$.items", holes),
            terms: placed(&deck.glossary, "$.glossary", holes),
            places: placed(&deck.places, "$.places", holes),
            pre_questions: placed(&deck.pre_questions, "$.pre_questions", holes),
            deck,
            spelling,
            holes,
            whole: holes.is_empty(),
        }
    }
}

/// The elements of a list with their paths.
fn placed<'a, T>(list: &'a [T], path: &str, holes: &Holes) -> Vec<Part<'a, T>> {
    let paths = (0..).map(|position: usize| format!("{path}[{position}]"));
    let readable = paths.filter(|path| !holes.paths.contains(path));
    readable.zip(list).map(|(path, it)| Part { path, it }).collect()
}

/// The names in a list of references, each with its JSON path.
pub(super) fn entries<'a, N>(
    path: &str,
    list: &'a [N],
    name: impl Fn(&'a N) -> &'a str,
) -> impl Iterator<Item = (String, &'a str)> {
    list.iter().enumerate().map(move |(position, entry)| (format!("{path}[{position}]"), name(entry)))
}

/// The choices to pick from at one time, and how many of them may be keys.
pub(super) struct ChoiceList<'a> {
    pub path: String,
    pub choices: &'a [Choice],
    pub several_keys: bool,
}

/// The choice lists of an item: one, one for each gap, or none.
pub(super) fn choice_lists<'a>(item: &Part<'a, Item>) -> Vec<ChoiceList<'a>> {
    let path = item.at("interaction.choices");
    match &item.it.interaction {
        Interaction::Choice(single) => {
            vec![ChoiceList { path, choices: &single.choices, several_keys: false }]
        }
        Interaction::Multiple(multiple) => {
            vec![ChoiceList { path, choices: &multiple.choices, several_keys: true }]
        }
        Interaction::Cloze(cloze) => (0..)
            .zip(&cloze.gaps)
            .map(|(gap, at): (usize, _)| ChoiceList {
                path: item.at(&format!("interaction.gaps[{gap}].choices")),
                choices: &at.choices,
                several_keys: false,
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// A part of an item that is explained once it is answered, and is no [`Choice`].
pub(super) struct Explained<'a> {
    pub path: String,
    pub id: &'a str,
    /// What the learner reads; `None` for what is named elsewhere.
    pub text: Option<&'a str>,
    pub rationale: &'a str,
    /// Whether the learner has read the rationale by the end, whatever the answer.
    pub is_key: bool,
}

/// The events, rows, places or words of an item.
pub(super) fn explained<'a>(item: &Part<'a, Item>) -> Vec<Explained<'a>> {
    let mut found = Vec::new();
    let mut add = |list: &str,
                   position: usize,
                   id: &'a str,
                   text: Option<&'a str>,
                   rationale: &'a str,
                   is_key: bool| {
        let path = item.at(&format!("interaction.{list}[{position}]"));
        found.push(Explained { path, id, text, rationale, is_key });
    };
    match &item.it.interaction {
        Interaction::Order(events) => {
            for (position, event) in events.events.iter().enumerate() {
                add("events", position, event.id.as_str(), Some(&event.text), &event.rationale, true);
            }
        }
        Interaction::Match(matching) => {
            for (position, row) in matching.rows.iter().enumerate() {
                add("rows", position, row.id.as_str(), Some(&row.text), &row.rationale, true);
            }
        }
        Interaction::Classify(classifying) => {
            for (position, row) in classifying.rows.iter().enumerate() {
                add("rows", position, row.id.as_str(), Some(&row.text), &row.rationale, true);
            }
        }
        Interaction::Place(place) => {
            for (position, choice) in place.choices.iter().enumerate() {
                add("choices", position, choice.id.as_str(), None, &choice.rationale, choice.correct);
            }
        }
        Interaction::Mark(marking) => {
            for (position, words) in marking.parts.iter().enumerate() {
                if let Some(id) = &words.id {
                    add("parts", position, id.as_str(), Some(&words.text), &words.rationale, words.correct);
                }
            }
        }
        _ => {}
    }
    found
}

/// What a learner has read of an item once it is answered, besides its stem, whatever was given: its parts, their
/// reasons, and the right answer.
pub(crate) fn each_shown(item: &Item, add: &mut dyn FnMut(&str)) {
    let part = Part { path: String::new(), it: item };
    for explained in explained(&part) {
        add(explained.text.unwrap_or_default());
        add(explained.rationale);
    }
    for list in choice_lists(&part) {
        for choice in list.choices {
            add(&choice.text);
            add(&choice.rationale);
        }
    }
    add(&item.hint);
    match &item.interaction {
        Interaction::Number(entry) => {
            add(&numeral(entry.value));
            add(&entry.rationale);
            for mix_up in &entry.mix_ups {
                add(&numeral(mix_up.value));
                add(&mix_up.rationale);
            }
        }
        Interaction::Text(entry) => {
            add(entry.accepted.first().map_or("", String::as_str));
            add(&entry.rationale);
            for mix_up in &entry.mix_ups {
                add(&mix_up.text);
                add(&mix_up.rationale);
            }
        }
        Interaction::Estimate(guess) => {
            add(&numeral(guess.value));
            add(&guess.rationale);
        }
        Interaction::Cloze(cloze) => add(&cloze.text),
        Interaction::Match(matching) => {
            for option in &matching.options {
                add(&option.text);
            }
        }
        _ => {}
    }
}
