//! Names: well formed, and borne by one part only.

use super::parts::{Parts, choice_lists, explained};
use super::{Code, Report};
use crate::deck::interaction::Interaction;
use crate::deck::register::Register;

const LONGEST: usize = 64;

pub(super) fn check(parts: &Parts, report: &mut Report) {
    if !parts.holes.paths.contains("$.id") {
        all([("$.id".to_owned(), parts.deck.id.as_str())], report);
    }
    all(parts.sources.iter().map(|source| (source.at("id"), source.it.id.as_str())), report);
    all(parts.voices.iter().map(|voice| (voice.at("id"), voice.it.id.as_str())), report);
    all(parts.facts.iter().map(|fact| (fact.at("id"), fact.it.id.as_str())), report);
    all(parts.chapters.iter().map(|chapter| (chapter.at("id"), chapter.it.id.as_str())), report);
    all(parts.cards.iter().map(|card| (card.at("id"), card.it.id.as_str())), report);
    all(parts.items.iter().map(|item| (item.at("id"), item.it.id.as_str())), report);
    all(parts.places.iter().map(|place| (place.at("id"), place.it.id.as_str())), report);
    all(parts.terms.iter().map(|term| (term.at("id"), term.it.id.as_str())), report);
    for item in &parts.items {
        if let Interaction::Cloze(cloze) = &item.it.interaction {
            let gaps = (0..).zip(&cloze.gaps).map(|(gap, at): (usize, _)| {
                (item.at(&format!("interaction.gaps[{gap}].id")), at.id.as_str())
            });
            all(gaps, report);
        }
        for list in choice_lists(item) {
            let choices = (0..)
                .zip(list.choices)
                .map(|(choice, at): (usize, _)| (format!("{}[{choice}].id", list.path), at.id.as_str()));
            all(choices, report);
        }
        all(explained(item).iter().map(|part| (format!("{}.id", part.path), part.id)), report);
        if let Interaction::Match(matching) = &item.it.interaction {
            let options = matching.options.iter().enumerate();
            let at = |position| item.at(&format!("interaction.options[{position}].id"));
            all(options.map(|(position, option)| (at(position), option.id.as_str())), report);
        }
    }
}

/// Checks names that must differ from each other.
pub(super) fn all<'a>(names: impl IntoIterator<Item = (String, &'a str)>, report: &mut Report) {
    let mut known = Register::default();
    let mut paths = Vec::new();
    for (path, name) in names {
        if !is_slug(name) {
            report.add(Code::BadSlug, path.as_str(), format!("\"{name}\" is no slug"));
        }
        if let Some(first) = known.number(name).and_then(|first| paths.get(first)) {
            report.add(Code::DuplicateId, path, format!("\"{name}\" stands at {first} already"));
        } else {
            known.put(name, paths.len());
            paths.push(path);
        }
    }
}

fn is_slug(name: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let ends = [name.bytes().next(), name.bytes().last()];
    name.len() <= LONGEST
        && ends.into_iter().all(|end| end.is_some_and(letter))
        && name.bytes().all(|byte| letter(byte) || byte == b'-' || byte == b'_')
}
