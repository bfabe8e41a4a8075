//! Texts that people read: there at all, of the right length, asking without tricks.

use super::parts::{Parts, choice_lists, explained};
use super::{Code, Report};
use crate::deck::interaction::Interaction;
use crate::deck::prose;

/// Fewest words of a card's text.
const CARD_WORDS_LEAST: usize = 30;
/// Most words of a card's text.
const CARD_WORDS_MOST: usize = 100;
/// Words that turn an English question round.
const NEGATIONS: [&str; 3] = ["not", "cannot", "except"];
/// Choices that point at other choices.
const POINTERS: [&str; 2] = ["all of the above", "none of the above"];

pub(super) fn check_style(parts: &Parts, report: &mut Report) {
    card_length(parts, report);
    if is_english(&parts.deck.language) {
        stems(parts, report);
    }
}

/// Whether a BCP 47 tag means English, of whatever country.
pub(super) fn is_english(language: &str) -> bool {
    language.split('-').next().is_some_and(|primary| primary.eq_ignore_ascii_case("en"))
}

pub(super) fn check_presence(parts: &Parts, report: &mut Report) {
    let mut need = |path: String, text: &str| report.need_text(path, text);
    let deck = parts.deck;
    let head = [("$.title", &deck.title), ("$.summary", &deck.summary), ("$.language", &deck.language)];
    for (path, text) in head.into_iter().filter(|(path, _)| !parts.holes.paths.contains(*path)) {
        need(path.to_owned(), text);
    }
    for source in &parts.sources {
        need(source.at("title"), &source.it.title);
        need(source.at("publisher"), &source.it.publisher);
    }
    for voice in &parts.voices {
        need(voice.at("name"), &voice.it.name);
        need(voice.at("role"), &voice.it.role);
    }
    for fact in &parts.facts {
        need(fact.at("statement"), &fact.it.statement);
    }
    for chapter in &parts.chapters {
        need(chapter.at("title"), &chapter.it.title);
    }
    for card in &parts.cards {
        need(card.at("title"), &card.it.title);
        need(card.at("body"), &card.it.body);
        if let Some(figure) = &card.it.figure {
            need(card.at("figure.value"), &figure.value);
            need(card.at("figure.label"), &figure.label);
        }
    }
    for item in &parts.items {
        need(item.at("stem"), &item.it.stem);
        for list in choice_lists(item) {
            for (position, choice) in list.choices.iter().enumerate() {
                need(format!("{}[{position}].text", list.path), &choice.text);
            }
        }
        for part in explained(item) {
            if let Some(text) = part.text {
                need(format!("{}.text", part.path), text);
            }
        }
    }
    for place in &parts.places {
        need(place.at("name"), &place.it.name);
        need(place.at("what"), &place.it.what);
    }
    for term in &parts.terms {
        need(term.at("term"), &term.it.term);
        need(term.at("meaning"), &term.it.meaning);
    }
}

fn card_length(parts: &Parts, report: &mut Report) {
    for card in &parts.cards {
        let words = prose::plain(&card.it.body).split_whitespace().count();
        // One without any is reported as empty.
        if words > 0 && !(CARD_WORDS_LEAST..=CARD_WORDS_MOST).contains(&words) {
            let detail = format!("{words} words; {CARD_WORDS_LEAST} to {CARD_WORDS_MOST} read well");
            report.add(Code::CardLength, card.at("body"), detail);
        }
    }
}

fn stems(parts: &Parts, report: &mut Report) {
    for item in &parts.items {
        let stem = item.it.stem.to_lowercase().replace('\u{2019}', "'");
        if let Some(word) = words(&stem).find(|word| NEGATIONS.contains(word) || word.ends_with("n't")) {
            report.add(Code::StemWithNot, item.at("stem"), format!("\"{word}\" turns the question round"));
        }
        points_elsewhere(&stem, item.at("stem"), report);
        for list in choice_lists(item) {
            for (position, choice) in list.choices.iter().enumerate() {
                let text = choice.text.to_lowercase();
                points_elsewhere(&text, format!("{}[{position}].text", list.path), report);
            }
        }
        if let Interaction::Cloze(cloze) = &item.it.interaction {
            points_elsewhere(&cloze.text.to_lowercase(), item.at("interaction.text"), report);
        }
    }
}

fn points_elsewhere(text: &str, path: String, report: &mut Report) {
    if let Some(pointer) = POINTERS.into_iter().find(|pointer| text.contains(pointer)) {
        report.add(
            Code::StemAllOfAbove,
            path,
            format!("\"{pointer}\" has no meaning among shuffled choices"),
        );
    }
}

/// The words of an English text, with their apostrophes.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
}
