//! Bounds: what is drawn or reckoned with is of a size that a page can bear. The app asks for these before it
//! draws anything; the others can wait.

use super::parts::Parts;
use super::visuals::pictures;
use super::{Code, Report};
use crate::deck::interaction::Interaction;
use crate::deck::model::Place;
use crate::deck::visual::Visual;

/// The largest number, up or down: nine million millions. Beyond it six digits behind the point are lost.
const LARGEST: f64 = 9e12;
/// The most events, places, rows or options of one item or picture. Some of them are laid out by comparing
/// each with each.
const MOST_PARTS: usize = 100;
/// The most marks, rooms, beds and buildings of one picture, each a part of a path.
const MOST_DRAWN: u32 = 5_000;
/// The same for all pictures of the deck, which stand on one page.
const MOST_DRAWN_IN_ALL: u32 = 50_000;
/// The most ways of writing one name, and words around it: each is tried on what is typed.
const MOST_FORMS: usize = 500;

pub(super) fn check(parts: &Parts, report: &mut Report) {
    for place in &parts.places {
        let Place { latitude, longitude, .. } = *place.it;
        if !(-90.0..=90.0).contains(&latitude) || !(-180.0..=180.0).contains(&longitude) {
            report.add(Code::BadPlace, place.path.as_str(), "latitude or longitude is out of range");
        }
    }
    forms("$.around".to_owned(), parts.deck.around.len(), report);
    for item in &parts.items {
        let at = |field: &str| item.at(&format!("interaction.{field}"));
        match &item.it.interaction {
            Interaction::Number(entry) => {
                numbers(&at, &[("value", entry.value), ("tolerance", entry.tolerance)], report);
                numbers(&at, &[("near", entry.near.unwrap_or(0.0))], report);
                for (position, mix_up) in entry.mix_ups.iter().enumerate() {
                    numbers(&at, &[(&format!("mix_ups[{position}].value"), mix_up.value)], report);
                }
            }
            Interaction::Estimate(guess) => {
                numbers(&at, &[("value", guess.value), ("tolerance", guess.tolerance)], report);
                numbers(
                    &at,
                    &[("near", guess.near.unwrap_or(0.0)), ("from", guess.from), ("to", guess.to)],
                    report,
                );
                for (position, mark) in guess.beside.iter().enumerate() {
                    numbers(&at, &[(&format!("beside[{position}].value"), mark.value)], report);
                }
                if guess.from >= guess.to || guess.step <= 0.0 {
                    report.add(Code::ValueOffScale, at("to"), "a scale goes upwards, by steps above zero");
                }
            }
            Interaction::Text(entry) => {
                forms(at("accepted"), entry.accepted.len(), report);
                forms(at("mix_ups"), entry.mix_ups.len(), report);
                forms(at("around"), entry.around.len(), report);
            }
            Interaction::Order(events) => count(at("events"), events.events.len(), report),
            Interaction::Match(matching) => {
                count(at("options"), matching.options.len(), report);
                count(at("rows"), matching.rows.len(), report);
            }
            Interaction::Classify(classifying) => {
                count(at("standings"), classifying.standings.len(), report);
                count(at("rows"), classifying.rows.len(), report);
            }
            Interaction::Place(place) => count(at("choices"), place.choices.len(), report),
            Interaction::Choice(_)
            | Interaction::Multiple(_)
            | Interaction::Cloze(_)
            | Interaction::Mark(_) => {}
        }
    }
    drawn(parts, report);
}

fn drawn(parts: &Parts, report: &mut Report) {
    let mut in_all = 0_u32;
    for (card, visual) in pictures(parts) {
        let (field, marks) = match visual {
            Visual::Timeline(timeline) => {
                count(card.at("visual.events"), timeline.events.len(), report);
                continue;
            }
            Visual::Map(map) => {
                count(card.at("visual.places"), map.places.len(), report);
                count(card.at("visual.distances"), map.distances.len(), report);
                continue;
            }
            Visual::Quantities(quantities) => {
                let marks = quantities.bars.iter().map(|bar| bar.value.div_ceil(quantities.each.max(1)));
                ("bars", marks.fold(0, u32::saturating_add))
            }
            Visual::Plan(plan) => {
                let marks = plan.rooms.saturating_add(plan.capacity());
                ("rooms", marks.saturating_add(plan.buildings()))
            }
            Visual::Voices(_) => continue,
        };
        in_all = in_all.saturating_add(marks);
        if marks > MOST_DRAWN || in_all > MOST_DRAWN_IN_ALL {
            let detail = format!(
                "{marks} parts to draw; up to {MOST_DRAWN} can be drawn, and {MOST_DRAWN_IN_ALL} in all pictures"
            );
            report.add(Code::TooLarge, card.at(&format!("visual.{field}")), detail);
        }
    }
}

fn numbers(at: &dyn Fn(&str) -> String, numbers: &[(&str, f64)], report: &mut Report) {
    for (field, _) in numbers.iter().filter(|(_, number)| number.is_finite() && number.abs() > LARGEST) {
        report.add(Code::TooLarge, at(field), "is beyond nine million millions, up or down");
    }
}

fn count(path: String, count: usize, report: &mut Report) {
    if count > MOST_PARTS {
        report.add(Code::TooLarge, path, format!("{count}; up to {MOST_PARTS} can be shown"));
    }
}

fn forms(path: String, count: usize, report: &mut Report) {
    if count > MOST_FORMS {
        report.add(
            Code::TooLarge,
            path,
            format!("{count}; up to {MOST_FORMS} can be tried on what is typed"),
        );
    }
}
