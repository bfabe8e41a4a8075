//! Items that are answered by doing: enough to do and not too much, each part explained, keys that are there.

use super::choices::{differ, keys};
use super::lists::once;
use super::parts::{Part, Parts, entries, explained};
use super::references::Names;
use super::{Code, Report};
use crate::deck::interaction::{Classifying, Estimate, Events, Interaction, Marking, Matching, PlacePick};
use crate::deck::model::Item;
use crate::deck::register::Register;
use crate::deck::spelling::Spelling;

pub(super) fn check(parts: &Parts, report: &mut Report) {
    let places = Names::places(parts);
    for item in &parts.items {
        for part in explained(item) {
            report.need_rationale(&part.path, part.rationale);
        }
        match &item.it.interaction {
            Interaction::Order(events) => order(item, events, parts.spelling, report),
            Interaction::Match(matching) => matches(item, matching, parts.spelling, report),
            Interaction::Classify(classifying) => standings(item, classifying, parts.spelling, report),
            Interaction::Place(place) => pick(item, place, &places, report),
            Interaction::Estimate(estimate) => scale(item, estimate, report),
            Interaction::Mark(marking) => words(item, marking, report),
            _ => {}
        }
    }
}

fn order(item: &Part<Item>, events: &Events, spelling: Spelling, report: &mut Report) {
    report.need_text(item.at("interaction.from"), &events.from);
    report.need_text(item.at("interaction.to"), &events.to);
    let path = item.at("interaction.events");
    report.need_count(path.as_str(), events.events.len(), 3, 6);
    differ(&path, &mut events.events.iter().map(|event| event.text.as_str()), spelling, report);
}

fn matches(item: &Part<Item>, matching: &Matching, spelling: Spelling, report: &mut Report) {
    let path = item.at("interaction.options");
    report.need_count(path.as_str(), matching.options.len(), 2, 5);
    for (position, option) in matching.options.iter().enumerate() {
        report.need_text(format!("{path}[{position}].text"), &option.text);
    }
    differ(&path, &mut matching.options.iter().map(|option| option.text.as_str()), spelling, report);
    let options = Register::of(matching.options.iter().map(|option| option.id.as_str()));
    let rows: Vec<_> = matching.rows.iter().map(|row| (row.text.as_str(), row.key.as_str())).collect();
    keyed(item, &rows, ("options", &options), spelling, report);
}

fn standings(item: &Part<Item>, classifying: &Classifying, spelling: Spelling, report: &mut Report) {
    let path = item.at("interaction.standings");
    report.need_count(path.as_str(), classifying.standings.len(), 2, 4);
    let mut standings = Register::default();
    once(entries(&path, &classifying.standings, |standing| standing.slug()), &mut standings, report);
    let rows: Vec<_> = classifying.rows.iter().map(|row| (row.text.as_str(), row.key.slug())).collect();
    keyed(item, &rows, ("standings", &standings), spelling, report);
}

/// Rows, each its text and its key, which stands in a list of options.
fn keyed(
    item: &Part<Item>,
    rows: &[(&str, &str)],
    (list, options): (&str, &Register),
    spelling: Spelling,
    report: &mut Report,
) {
    let path = item.at("interaction.rows");
    report.need_count(path.as_str(), rows.len(), 3, 5);
    differ(&path, &mut rows.iter().map(|(text, _)| *text), spelling, report);
    for (position, (_, key)) in rows.iter().enumerate().filter(|(_, (_, key))| !options.has(key)) {
        let detail = format!("{list} has no \"{key}\"");
        report.add(Code::UnknownReference, format!("{path}[{position}].key"), detail);
    }
}

fn pick(item: &Part<Item>, place: &PlacePick, places: &Names, report: &mut Report) {
    let path = item.at("interaction.choices");
    let names = place.choices.iter().enumerate();
    places.need(names.map(|(n, choice)| (format!("{path}[{n}].id"), choice.id.as_str())), report);
    let count = place.choices.len();
    report.need_count(path.as_str(), count, 0, 9);
    keys(&path, count, place.choices.iter().filter(|choice| choice.correct).count(), false, report);
}

fn words(item: &Part<Item>, marking: &Marking, report: &mut Report) {
    let path = item.at("interaction.parts");
    let can_be_marked = || marking.parts.iter().filter(|part| part.id.is_some());
    let count = can_be_marked().count();
    report.need_count(path.as_str(), count, 0, 8);
    keys(&path, count, can_be_marked().filter(|part| part.correct).count(), true, report);
    for (position, part) in marking.parts.iter().enumerate().filter(|(_, part)| part.id.is_none()) {
        let path = format!("{path}[{position}]");
        if part.correct {
            report.add(Code::BadSlug, format!("{path}.id"), "words to be marked have a name");
        } else if part.text.is_empty() {
            report.add(Code::EmptyText, format!("{path}.text"), "nothing to read");
        }
    }
}

fn scale(item: &Part<Item>, estimate: &Estimate, report: &mut Report) {
    let Estimate { value, from, to, step, .. } = *estimate;
    let is_whole = |number: f64| (number - number.round()).abs() < 1e-6;
    let mut off = |field: &str, detail: &str| {
        report.add(Code::ValueOffScale, item.at(&format!("interaction.{field}")), detail);
    };
    // Told among the bounds, since it could not even be drawn.
    if from >= to || step <= 0.0 {
        return;
    }
    // The slider is given its numbers to the hundredth.
    if !is_whole(from * 100.0) || !is_whole(step * 100.0) {
        off("step", "the slider stops at whole hundredths only");
    }
    if !(from..=to).contains(&value) || !is_whole((value - from) / step) {
        off("value", "the slider has no stop there");
    }
    for (position, mark) in estimate.beside.iter().enumerate() {
        if !(from..=to).contains(&mark.value) {
            off(&format!("beside[{position}].value"), "lies outside of the scale");
        }
    }
    for (position, mark) in estimate.beside.iter().enumerate() {
        report.need_text(item.at(&format!("interaction.beside[{position}].label")), &mark.label);
    }
}
