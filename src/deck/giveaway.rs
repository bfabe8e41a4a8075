//! Giveaways: which answers stand in a text, and what texts a learner has read once an item is answered.
//!
//! Only an answer that the learner produces is given away by a text: a number, a guess, a name, the words of a
//! gap. It stands in a text as whole words, compared as typed names are (see [`super::spelling`]): "25,000",
//! "25 000" and "25000" are one. Numbers below ten are in many texts for other reasons and are not looked for, nor
//! are numbers with decimals, or numbers in words but for "25 thousand" and "25 million". Rather too much is found
//! than too little: "2.5" counts as 25.

use super::interaction::{Choice, Interaction};
use super::model::Item;
use super::prose::{Piece, pieces};
use super::register::sorted_by;
use super::spelling::{Name, Spelling};

/// Names and numbers of fewer letters, in bytes, are in many texts for other reasons.
const FEWEST_LETTERS: usize = 2;
/// Words that stand for the last zeros of a number.
const THOUSANDS: [(u64, &str); 2] = [(1_000, "thousand"), (1_000_000, "million")];
/// Above it not every whole number is one of floating-point numbers.
const LARGEST_NUMBER: f64 = 9e15;

/// The answers that are to be produced in some items.
pub struct Answers {
    /// Every form of an answer, folded as names are, with the position of its item; sorted.
    forms: Vec<(String, usize)>,
}

impl Answers {
    /// The answers of these items.
    pub fn of<'a>(items: impl IntoIterator<Item = &'a Item>, spelling: Spelling) -> Self {
        let mut forms = Vec::new();
        for (position, item) in items.into_iter().enumerate() {
            let folded = answers(item).into_iter().map(|answer| spelling.folded(&answer));
            let telling = folded.filter(|form| form.len() >= FEWEST_LETTERS);
            forms.extend(telling.map(|form| (form, position)));
        }
        let form = |at: usize| forms.get(at).map(|(form, _)| form);
        let order = sorted_by(&(0..forms.len()).collect::<Vec<_>>(), |a, b| form(a).cmp(&form(b)));
        Self { forms: order.into_iter().filter_map(|at| forms.get_mut(at).map(std::mem::take)).collect() }
    }

    /// Tells `found` of each answer that stands in a text, by the position of its item.
    pub fn each_in(&self, text: &Name, mut found: impl FnMut(usize)) {
        for (start, mut rest) in text.tails() {
            // Of all forms with which the rest of the text begins, the longest first: they are sorted, so each
            // stands before the rest, and what stands between begins as they do.
            let mut before = self.forms.len();
            while rest.len() >= FEWEST_LETTERS {
                let Some(forms) = self.forms.get(..before) else { break };
                before = forms.partition_point(|(form, _)| form.as_bytes() <= rest);
                let Some((form, item)) = before.checked_sub(1).and_then(|last| forms.get(last)) else {
                    break;
                };
                let same = form.bytes().zip(rest).take_while(|(a, b)| a == *b).count();
                if same == form.len() {
                    before -= 1;
                    if text.is_end(start + same) {
                        found(*item);
                    }
                } else {
                    rest = rest.get(..same).unwrap_or_default();
                }
            }
        }
    }
}

/// What is to be produced in an item, in every form that counts as right; nothing where it is picked.
fn answers(item: &Item) -> Vec<String> {
    match &item.interaction {
        Interaction::Number(entry) => numerals(entry.value),
        Interaction::Estimate(guess) => numerals(guess.value),
        Interaction::Text(entry) => entry.accepted.clone(),
        Interaction::Cloze(cloze) => {
            let keys = cloze.gaps.iter().flat_map(|gap| &gap.choices).filter(|choice| choice.correct);
            keys.map(|key| key.text.clone()).collect()
        }
        _ => Vec::new(),
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // whole, and within bounds
fn numerals(value: f64) -> Vec<String> {
    if !(0.0..LARGEST_NUMBER).contains(&value) || value.fract() != 0.0 {
        return Vec::new();
    }
    let number = value as u64;
    let mut forms = vec![number.to_string()];
    let rounded = THOUSANDS.iter().filter(|(size, _)| number > 0 && number.is_multiple_of(*size));
    forms.extend(rounded.map(|(size, word)| format!("{}{word}", number / size)));
    forms
}

/// What a learner has read of an item by the time it is answered, besides its stem: its parts, their reasons and
/// the right answer, whatever was given.
pub fn shown(item: &Item) -> Vec<&str> {
    let mut texts = vec![item.hint.as_str()];
    match &item.interaction {
        Interaction::Choice(single) => add_choices(&mut texts, &single.choices),
        Interaction::Multiple(multiple) => add_choices(&mut texts, &multiple.choices),
        Interaction::Number(entry) => {
            texts.extend([entry.unit.as_str(), &entry.rationale]);
            texts.extend(entry.mix_ups.iter().map(|mix_up| mix_up.rationale.as_str()));
        }
        Interaction::Text(entry) => {
            texts.extend(entry.accepted.first().map(String::as_str));
            texts.push(&entry.rationale);
            texts.extend(entry.mix_ups.iter().map(|mix_up| mix_up.rationale.as_str()));
        }
        Interaction::Cloze(cloze) => {
            texts.extend(pieces(&cloze.text).into_iter().filter_map(|piece| match piece {
                Piece::Words(words) => Some(words),
                Piece::Gap(_) => None,
            }));
            for gap in &cloze.gaps {
                texts.push(&gap.label);
                add_choices(&mut texts, &gap.choices);
            }
        }
        Interaction::Order(events) => {
            for event in &events.events {
                texts.extend([event.text.as_str(), &event.rationale]);
            }
        }
        Interaction::Match(matching) => {
            texts.extend(matching.options.iter().map(|option| option.text.as_str()));
            for row in &matching.rows {
                texts.extend([row.text.as_str(), &row.rationale]);
            }
        }
        Interaction::Classify(classifying) => {
            for row in &classifying.rows {
                texts.extend([row.text.as_str(), &row.rationale]);
            }
        }
        Interaction::Place(place) => {
            texts.extend(place.choices.iter().map(|choice| choice.rationale.as_str()));
        }
        Interaction::Estimate(guess) => {
            texts.extend([guess.unit.as_str(), &guess.rationale]);
            texts.extend(guess.beside.iter().map(|mark| mark.label.as_str()));
        }
        Interaction::Mark(marking) => {
            for words in &marking.parts {
                texts.extend([words.text.as_str(), &words.rationale]);
            }
        }
    }
    texts
}

fn add_choices<'a>(texts: &mut Vec<&'a str>, choices: &'a [Choice]) {
    for choice in choices {
        texts.extend([choice.text.as_str(), &choice.rationale]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::interaction::{NumberEntry, TextEntry};
    use crate::deck::{Asks, IndexedDeck, load, normalize};

    fn item(interaction: Interaction) -> Item {
        Item {
            id: "it".into(),
            facts: Vec::new(),
            asks: Asks::Recall,
            stem: String::new(),
            hint: String::new(),
            interaction,
        }
    }

    fn number(value: f64) -> Item {
        item(Interaction::Number(NumberEntry {
            value,
            tolerance: 0.0,
            near: None,
            unit: "workers".into(),
            rationale: "why".into(),
            mix_ups: Vec::new(),
        }))
    }

    fn name(accepted: &[&str]) -> Item {
        item(Interaction::Text(TextEntry {
            accepted: accepted.iter().map(ToString::to_string).collect(),
            rationale: "why".into(),
            mix_ups: Vec::new(),
            around: Vec::new(),
        }))
    }

    #[test]
    fn an_answer_stands_in_a_text_as_whole_words_however_they_are_written() {
        let json = include_str!("../../tests/decks/sound.json");
        let Ok(loaded) = load(json.as_bytes()) else { unreachable!("it is sound") };
        let deck = IndexedDeck::new(loaded.deck, normalize);
        let items = [
            number(25_000.0),
            number(15.0),
            number(4.0),
            number(2.5),
            name(&["NHK", "NHK World"]),
            name(&["Geran-2", "Geran"]),
            name(&["S", "Émile Zola"]),
        ];
        let cases: [(&str, &[usize]); 19] = [
            ("How many of the 25,000 go?", &[0]),
            ("25000, 25 000 or 25.000", &[0, 0, 0]),
            ("some 25 thousand", &[0]),
            ("some 25 million, 125,000 or 250,000", &[]),
            ("On 15 June", &[1]),
            ("in 2015, at 1.155", &[]),
            ("15", &[1]),
            ("four, 4 and 2.5", &[]),
            ("the NHK's report", &[4]),
            ("NHK World", &[4, 4]),
            ("nhkworld", &[4]),
            ("NHKs and xNHK", &[]),
            ("a Geran2", &[5]),
            ("a GERAN-2", &[5, 5]),
            ("a Geran-1", &[5]),
            ("Ger an", &[5]),
            ("s", &[]),
            ("emile zola", &[6]),
            ("", &[]),
        ];
        let answers = Answers::of(&items, deck.spelling());
        for (text, expected) in cases {
            let mut found = Vec::new();
            answers.each_in(&deck.spelling().name(text), |item| found.push(item));
            assert_eq!(found, expected, "{text}");
        }
    }
}
