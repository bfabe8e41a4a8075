//! Pictures: they lead somewhere, have something to show, and say it in words too.

use super::dates::is_date;
use super::lists::once;
use super::parts::{Part, Parts, entries};
use super::references::Names;
use super::{Code, Report, names};
use crate::deck::id::{FactId, PlaceId};
use crate::deck::model::Card;
use crate::deck::register::Register;
use crate::deck::visual::{Distance, Dormitory, Map, Quantities, Timeline, Visual};

/// The most marks, beds or buildings of a picture: more are no longer seen one by one.
const MOST_MARKS: u32 = 500;

pub(super) fn check(parts: &Parts, report: &mut Report) {
    let (facts, places) = (Names::facts(parts), Names::places(parts));
    for (card, visual) in pictures(parts) {
        for (field, text) in ["title", "summary"].into_iter().zip(visual.words()) {
            report.need_text(card.at(&format!("visual.{field}")), text);
        }
        for (path, list) in fact_lists(card, visual) {
            facts.need(entries(&path, list, FactId::as_str), report);
        }
        match visual {
            Visual::Timeline(timeline) => dates(card, timeline, report),
            Visual::Map(map) => ways(card, map, &places, report),
            Visual::Quantities(quantities) => bars(card, quantities, report),
            Visual::Plan(dormitory) => beds(card, dormitory, report),
            Visual::Voices(_) => {}
        }
    }
}

fn dates(card: &Part<Card>, timeline: &Timeline, report: &mut Report) {
    report.need_count(card.at("visual.events"), timeline.events.len(), 2, usize::MAX);
    for (position, event) in timeline.events.iter().enumerate() {
        let path = card.at(&format!("visual.events[{position}]"));
        report.need_text(format!("{path}.label"), &event.label);
        if !is_date(&event.date) {
            let detail = format!("\"{}\" is no YYYY, YYYY-MM or YYYY-MM-DD", event.date);
            report.add(Code::BadDate, format!("{path}.date"), detail);
        }
    }
}

fn ways(card: &Part<Card>, map: &Map, places: &Names, report: &mut Report) {
    let path = card.at("visual.places");
    report.need_count(path.as_str(), map.places.len(), 2, usize::MAX);
    places.need(entries(&path, &map.places, PlaceId::as_str), report);
    let mut shown = Register::default();
    once(entries(&path, &map.places, PlaceId::as_str), &mut shown, report);
    for (position, Distance { from, to, .. }) in map.distances.iter().enumerate() {
        for (end, place) in [("from", from), ("to", to)] {
            if !shown.has(place.as_str()) {
                let path = card.at(&format!("visual.distances[{position}].{end}"));
                report.add(Code::UnknownReference, path, format!("the map has no \"{place}\""));
            }
        }
    }
}

fn bars(card: &Part<Card>, quantities: &Quantities, report: &mut Report) {
    report.need_count(card.at("visual.bars"), quantities.bars.len(), 2, 4);
    if quantities.unit.trim().is_empty() {
        report.add(Code::NumberWithoutUnit, card.at("visual.unit"), "what does it count?");
    }
    if quantities.each == 0 {
        report.add(Code::ValueOffScale, card.at("visual.each"), "a mark stands for nothing");
    }
    let at = |position: usize, field: &str| card.at(&format!("visual.bars[{position}].{field}"));
    names::all(quantities.bars.iter().enumerate().map(|(n, bar)| (at(n, "id"), bar.id.as_str())), report);
    for (position, bar) in quantities.bars.iter().enumerate() {
        report.need_text(at(position, "label"), &bar.label);
        few_marks(at(position, "value"), bar.value / quantities.each.max(1), report);
    }
}

fn beds(card: &Part<Card>, dormitory: &Dormitory, report: &mut Report) {
    if dormitory.capacity() == 0 {
        report.add(Code::ValueOffScale, card.at("visual.rooms"), "the building holds nobody");
    }
    few_marks(card.at("visual.rooms"), dormitory.capacity(), report);
    few_marks(card.at("visual.people"), dormitory.buildings(), report);
}

fn few_marks(path: String, marks: u32, report: &mut Report) {
    if marks > MOST_MARKS {
        report.add(Code::TooManyChoices, path, format!("{marks} marks; up to {MOST_MARKS} can be seen"));
    }
}

/// The pictures of all cards.
pub(super) fn pictures<'p, 'a>(
    parts: &'p Parts<'a>,
) -> impl Iterator<Item = (&'p Part<'a, Card>, &'a Visual)> {
    parts.cards.iter().filter_map(|card| Some((card, card.it.visual.as_ref()?)))
}

fn fact_lists<'a>(card: &Part<Card>, visual: &'a Visual) -> Vec<(String, &'a [FactId])> {
    let at = |list: &str, position: usize| card.at(&format!("visual.{list}[{position}].facts"));
    match visual {
        Visual::Timeline(timeline) => {
            (0..).zip(&timeline.events).map(|(n, event)| (at("events", n), event.facts.as_slice())).collect()
        }
        Visual::Quantities(quantities) => {
            (0..).zip(&quantities.bars).map(|(n, bar)| (at("bars", n), bar.facts.as_slice())).collect()
        }
        Visual::Map(map) => vec![(card.at("visual.facts"), &map.facts)],
        Visual::Plan(plan) => vec![(card.at("visual.facts"), &plan.facts)],
        Visual::Voices(_) => Vec::new(),
    }
}
