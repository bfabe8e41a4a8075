//! Items that are answered by doing: enough to do and not too much, each part explained, keys that are there.

use super::parts::{Explained, Part, Parts, explained};
use super::{Code, Report};
use crate::deck::interaction::{Classifying, Estimate, Interaction, Marking, Matching, PlacePick};
use crate::deck::model::Item;
use crate::deck::register::Register;

pub(super) fn check(parts: &Parts, report: &mut Report) {
    let places = Register::of(parts.places.iter().map(|place| place.it.id.as_str()));
    for item in &parts.items {
        for part in explained(item) {
            reason(&part, report);
        }
        match &item.it.interaction {
            Interaction::Order(events) => count(item, "events", events.events.len(), 3, 6, report),
            Interaction::Match(matching) => matches(item, matching, report),
            Interaction::Classify(classifying) => standings(item, classifying, report),
            Interaction::Place(place) => pick(item, place, &places, parts, report),
            Interaction::Estimate(estimate) => scale(item, estimate, report),
            Interaction::Mark(marking) => words(item, marking, report),
            _ => {}
        }
    }
}

fn reason(part: &Explained, report: &mut Report) {
    if part.rationale.trim().is_empty() {
        report.add(Code::MissingRationale, format!("{}.rationale", part.path), "why is it right or wrong?");
    }
}

fn count(item: &Part<Item>, list: &str, count: usize, least: usize, most: usize, report: &mut Report) {
    let path = item.at(&format!("interaction.{list}"));
    if count < least {
        report.add(Code::TooFewChoices, path, format!("{count} of at least {least}"));
    } else if count > most {
        report.add(Code::TooManyChoices, path, format!("{count}; up to {most} can be held in mind"));
    }
}

fn matches(item: &Part<Item>, matching: &Matching, report: &mut Report) {
    count(item, "options", matching.options.len(), 2, 5, report);
    count(item, "rows", matching.rows.len(), 3, 5, report);
    let options = Register::of(matching.options.iter().map(|option| option.id.as_str()));
    for (position, option) in matching.options.iter().enumerate() {
        if option.text.trim().is_empty() {
            let path = item.at(&format!("interaction.options[{position}].text"));
            report.add(Code::EmptyText, path, "nothing to read");
        }
    }
    let keys = matching.rows.iter().map(|row| row.key.as_str());
    need(item, "options", &options, keys, report);
}

fn standings(item: &Part<Item>, classifying: &Classifying, report: &mut Report) {
    count(item, "standings", classifying.standings.len(), 2, 4, report);
    count(item, "rows", classifying.rows.len(), 3, 5, report);
    let mut standings = Register::default();
    for (position, standing) in classifying.standings.iter().enumerate() {
        if !standings.add(standing.slug()) {
            let path = item.at(&format!("interaction.standings[{position}]"));
            report.add(Code::ListedTwice, path, format!("\"{}\" is listed already", standing.slug()));
        }
    }
    need(item, "standings", &standings, classifying.rows.iter().map(|row| row.key.slug()), report);
}

fn need<'a>(
    item: &Part<Item>,
    list: &str,
    options: &Register,
    keys: impl Iterator<Item = &'a str>,
    report: &mut Report,
) {
    for (position, key) in keys.enumerate().filter(|(_, key)| !options.has(key)) {
        let path = item.at(&format!("interaction.rows[{position}].key"));
        report.add(Code::UnknownReference, path, format!("{list} has no \"{key}\""));
    }
}

fn pick(item: &Part<Item>, place: &PlacePick, places: &Register, parts: &Parts, report: &mut Report) {
    count(item, "choices", place.choices.len(), 2, 9, report);
    for (position, choice) in place.choices.iter().enumerate() {
        let name = choice.id.as_str();
        if !places.has(name) && !parts.holes.names.contains(name) {
            let path = item.at(&format!("interaction.choices[{position}].id"));
            report.add(Code::UnknownReference, path, format!("$.places has no \"{name}\""));
        }
    }
    let path = item.at("interaction.choices");
    match place.choices.iter().filter(|choice| choice.correct).count() {
        1 => {}
        0 => report.add(Code::NoKey, path, "no place is marked as correct"),
        keys => report.add(Code::TwoKeys, path, format!("{keys} places are marked as correct")),
    }
}

fn words(item: &Part<Item>, marking: &Marking, report: &mut Report) {
    let can_be_marked = || marking.parts.iter().filter(|part| part.id.is_some());
    let (all, keys) = (can_be_marked().count(), can_be_marked().filter(|part| part.correct).count());
    count(item, "parts", all, 3, 8, report);
    let path = item.at("interaction.parts");
    if keys == 0 && all > 0 {
        report.add(Code::NoKey, path, "no words are to be marked");
    } else if keys == all && all > 0 {
        report.add(Code::NoDistractor, path, "all words are to be marked");
    }
    for (position, part) in marking.parts.iter().enumerate().filter(|(_, part)| part.id.is_none()) {
        let path = item.at(&format!("interaction.parts[{position}]"));
        if part.correct {
            report.add(Code::WrongShape, path, "words without an `id` cannot be marked");
        } else if part.text.is_empty() {
            report.add(Code::EmptyText, format!("{path}.text"), "nothing to read");
        }
    }
}

fn scale(item: &Part<Item>, estimate: &Estimate, report: &mut Report) {
    let Estimate { value, from, to, step, .. } = *estimate;
    let mut off = |field: &str, detail: &str| {
        report.add(Code::ValueOffScale, item.at(&format!("interaction.{field}")), detail);
    };
    let is_scale = from < to && step > 0.0 && (to - from).is_finite();
    if !is_scale {
        off("to", "a scale goes upwards, by steps above zero");
        return;
    }
    let steps = (value - from) / step;
    if !(from..=to).contains(&value) || (steps - steps.round()).abs() > 1e-6 {
        off("value", "the slider has no stop there");
    }
    for (position, mark) in estimate.beside.iter().enumerate() {
        if !(from..=to).contains(&mark.value) {
            off(&format!("beside[{position}].value"), "lies outside of the scale");
        }
    }
    if estimate.beside.iter().any(|mark| mark.label.trim().is_empty()) {
        report.add(Code::EmptyText, item.at("interaction.beside"), "a mark has no label");
    }
}
