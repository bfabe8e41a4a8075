//! Attribution: an item on a fact that is not established says, by the time it is answered, who says so.

use std::collections::BTreeMap;

use super::parts::{Part, Parts, choice_lists, explained};
use super::wording::is_english;
use super::{Code, Report};
use crate::deck::id::{FactId, VoiceId};
use crate::deck::interaction::Interaction;
use crate::deck::model::{Fact, Item, Standing, Voice};

/// Words of a name that do not tell one voice from another; "s" is what an apostrophe leaves behind.
const EMPTY_WORDS: [&str; 12] = ["a", "an", "and", "by", "for", "from", "in", "of", "on", "own", "s", "the"];
/// The voice of the deck itself, and the words by which an English text names it.
const OURSELVES: (&str, [&str; 2]) = ("project", ["our", "ours"]);
/// From how many letters on a beginning in common makes two words one ("Ukraine's", "Ukrainian").
const STEM_LETTERS: usize = 5;
/// From how many letters on the last word of a name stands for it ("Budanov").
const SURNAME_LETTERS: usize = 6;

pub(super) fn check(parts: &Parts, report: &mut Report) {
    let facts: BTreeMap<&FactId, &Fact> = parts.facts.iter().map(|fact| (&fact.it.id, fact.it)).collect();
    let english = is_english(&parts.deck.language);
    let voices: BTreeMap<&VoiceId, Names> =
        parts.voices.iter().map(|voice| (&voice.it.id, Names::of(voice.it, english))).collect();
    for item in &parts.items {
        let fact = item.it.facts.first().and_then(|first| facts.get(first));
        let Some(fact) = fact.filter(|fact| fact.standing != Standing::Background) else { continue };
        let Some(names) = voices.get(&fact.voice) else { continue };
        if !texts(item).iter().any(|text| names.stand_in(text)) {
            let detail = format!("\"{}\" is {}; say by whom", fact.id, fact.standing.slug());
            report.add(Code::VoiceUnnamed, item.path.as_str(), detail);
        }
    }
}

/// What every learner has read after answering: the stem and the rationales of what is right.
fn texts<'a>(item: &Part<'a, Item>) -> Vec<&'a str> {
    let mut texts = vec![item.it.stem.as_str()];
    match &item.it.interaction {
        Interaction::Number(entry) => texts.push(&entry.rationale),
        Interaction::Text(entry) => texts.push(&entry.rationale),
        Interaction::Cloze(cloze) => texts.push(&cloze.text),
        Interaction::Estimate(estimate) => texts.push(&estimate.rationale),
        Interaction::Mark(marking) => texts.extend(marking.parts.iter().map(|part| part.text.as_str())),
        _ => {}
    }
    texts.extend(explained(item).into_iter().filter(|part| part.is_key).map(|part| part.rationale));
    let choices = choice_lists(item).into_iter().flat_map(|list| list.choices);
    texts.extend(choices.filter(|choice| choice.correct).map(|choice| choice.rationale.as_str()));
    texts
}

/// The ways in which a voice may be named, each as the words that must all be there.
struct Names(Vec<Vec<String>>);

impl Names {
    fn of(voice: &Voice, english: bool) -> Self {
        let mut names: Vec<Vec<String>> = voice.name.split(['/', '(', ')']).map(telling_words).collect();
        names.push(telling_words(voice.id.as_str()));
        let surname = voice.name.split_whitespace().last().filter(|last| {
            last.chars().next().is_some_and(char::is_uppercase) && last.chars().count() >= SURNAME_LETTERS
        });
        names.extend(surname.map(telling_words));
        if english && voice.id.as_str() == OURSELVES.0 {
            names.extend(OURSELVES.1.map(|word| vec![word.to_owned()]));
        }
        names.retain(|words| !words.is_empty());
        Self(names)
    }

    fn stand_in(&self, text: &str) -> bool {
        let text = words(text);
        let has = |wanted: &String| text.iter().any(|word| same(wanted, word));
        self.0.iter().any(|name| name.iter().all(has))
    }
}

/// The words of a text in lower case that tell one name from another.
pub(super) fn telling_words(name: &str) -> Vec<String> {
    words(name).into_iter().filter(|word| !EMPTY_WORDS.contains(&word.as_str())).collect()
}

/// The words of a text in lower case. An apostrophe parts them too, so that "NHK's" holds "nhk".
fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Whether two words are one but for an ending.
pub(super) fn same(a: &str, b: &str) -> bool {
    a == b || a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count() >= STEM_LETTERS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_voice_is_known_by_its_telling_words() {
        let voice =
            |id: &str, name: &str| Voice { id: id.into(), name: name.to_owned(), role: String::new() };
        let cases = [
            ("nhk", "NHK", "In NHK's report, how many?", true),
            ("nhk", "NHK", "How many?", false),
            ("budanov", "Kyrylo Budanov", "Budanov says so.", true),
            ("budanov", "Kyrylo Budanov", "Kyrylo says so.", false),
            ("ua_air_force", "Ukrainian Air Force", "Ukraine's Air Force counts 5.", true),
            ("ua_air_force", "Ukrainian Air Force", "Ukraine counts 5 in the air.", false),
            ("staff", "Ukraine's General Staff", "The Ukrainian General Staff says so.", true),
            ("zone", "The War Zone", "The war goes on.", false),
            ("article", "The War Zone", "The article puts it at 5.", true),
            ("dnipro", "Dnipro Official / Dnipro OSINT", "Dnipro OSINT shows it.", true),
            ("project", "Our own sum", "By our reckoning, 5.", true),
            ("project", "Our own sum", "It is 5.", false),
        ];
        for (id, name, text, expected) in cases {
            assert_eq!(Names::of(&voice(id, name), true).stand_in(text), expected, "{name}: {text}");
        }
    }
}
