//! Giveaways: which answers stand in a text.
//!
//! Only an answer that the learner produces is given away by a text: a number, a guess, a name, the words of a
//! gap. It stands in a text as whole words, compared as typed names are (see [`super::spelling`]): "25,000",
//! "25 000" and "25000" are one. Numbers below ten are in many texts for other reasons and are not looked for, nor
//! are numbers with decimals or in words. Rather too much is found than too little: "2.5" counts as 25.

use super::interaction::Interaction;
use super::model::Item;
use super::register::sorted_by;
use super::spelling::{Name, Spelling};

/// Names and numbers of fewer letters, in bytes, are in many texts for other reasons.
const FEWEST_LETTERS: usize = 2;
/// Above it not every whole number is one of floating-point numbers.
const LARGEST_NUMBER: f64 = 9e15;

/// The answers that are to be produced in some items.
#[derive(Default)]
pub struct Answers {
    /// Every form of an answer, folded as names are, with the position of its item.
    forms: Vec<(String, usize)>,
    /// Positions in it, sorted by the forms.
    sorted: Vec<usize>,
}

impl Answers {
    /// The answers of these items.
    pub fn of(items: &[&Item], spelling: Spelling) -> Self {
        let mut forms = Vec::new();
        for (position, item) in items.iter().enumerate() {
            each_answer(item, &mut |answer| {
                let form = spelling.folded(answer);
                if form.len() >= FEWEST_LETTERS {
                    forms.push((form, position));
                }
            });
        }
        let all: Vec<usize> = (0..forms.len()).collect();
        let form = |at: usize| forms.get(at).map(|(form, _)| form);
        Self { sorted: sorted_by(&all, |a, b| form(a).cmp(&form(b))), forms }
    }

    /// Whether there are none to be given away.
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// Tells `found` of each answer that stands in a text, by the position of its item.
    pub fn each_in(&self, text: &Name, found: &mut dyn FnMut(usize)) {
        let form = |at: &usize| self.forms.get(*at).map_or("", |(form, _)| form).as_bytes();
        for (start, mut rest) in text.tails() {
            // Of all forms with which the rest of the text begins, the longest first: each stands before the rest
            // when they are sorted, and what stands between begins as they do.
            let mut sorted = self.sorted.as_slice();
            while rest.len() >= FEWEST_LETTERS {
                let before = sorted.partition_point(|at| form(at) <= rest);
                let Some((last, others)) = sorted.get(..before).and_then(<[usize]>::split_last) else {
                    break;
                };
                let same = form(last).iter().zip(rest).take_while(|(a, b)| a == b).count();
                sorted = others;
                if same < form(last).len() {
                    rest = rest.get(..same).unwrap_or_default();
                } else if text.is_end(start + same)
                    && let Some((_, item)) = self.forms.get(*last)
                {
                    found(*item);
                }
            }
        }
    }
}

/// What is to be produced in an item, in every form that counts as right; nothing where it is picked.
fn each_answer(item: &Item, add: &mut dyn FnMut(&str)) {
    match &item.interaction {
        Interaction::Number(entry) => add(&numeral(entry.value)),
        Interaction::Estimate(guess) => add(&numeral(guess.value)),
        Interaction::Text(entry) => {
            for form in &entry.accepted {
                add(form);
            }
        }
        Interaction::Cloze(cloze) => {
            for gap in &cloze.gaps {
                for choice in &gap.choices {
                    if choice.correct {
                        add(&choice.text);
                    }
                }
            }
        }
        _ => {}
    }
}

/// A number in digits; nothing if it is not whole.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // whole, and within bounds
pub fn numeral(value: f64) -> String {
    let is_whole = (0.0..LARGEST_NUMBER).contains(&value) && value.fract() == 0.0;
    if is_whole { (value as u64).to_string() } else { String::new() }
}

/// How much is to be produced in an item: 0 for the most, a guess, which is worth nothing once the answer was
/// read.
pub const fn rank(item: &Item) -> u8 {
    match &item.interaction {
        Interaction::Estimate(_) => 0,
        Interaction::Number(_) => 1,
        Interaction::Text(_) => 2,
        _ => 3,
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
        let cases: [(&str, &[usize]); 18] = [
            ("How many of the 25,000 go?", &[0]),
            ("25000, 25 000 or 25.000", &[0, 0, 0]),
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
        let answers = Answers::of(&items.each_ref(), deck.spelling());
        for (text, expected) in cases {
            let mut found = Vec::new();
            answers.each_in(&deck.spelling().name(text), &mut |item| found.push(item));
            assert_eq!(found, expected, "{text}");
        }
        assert!(Answers::of(&[&number(4.0), &name(&["S", "-"])], deck.spelling()).is_empty());
    }
}
