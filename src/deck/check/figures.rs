//! Pictures show what the facts say: every number, every date, and every distance.

use super::dates::is_date;
use super::parts::Parts;
use super::visuals::pictures;
use super::{Code, Report};
use crate::deck::MONTHS;
use crate::deck::id::{FactId, PlaceId};
use crate::deck::model::Fact;
use crate::deck::visual::{Distance, Visual};

/// Mean radius of the Earth, as the International Union of Geodesy and Geophysics gives it.
const EARTH_RADIUS_KM: f64 = 6371.0;
/// To how many kilometres a distance is rounded.
const ROUNDED_TO_KM: f64 = 10.0;

pub(super) fn check(parts: &Parts, report: &mut Report) {
    for (card, visual) in pictures(parts) {
        let mut disagrees = |path: String, detail: String| report.add(Code::VisualDisagrees, path, detail);
        match visual {
            Visual::Timeline(timeline) => {
                for (position, event) in timeline.events.iter().enumerate() {
                    let path = card.at(&format!("visual.events[{position}].date"));
                    let is_later = position > 0
                        && timeline.events.get(position - 1).is_some_and(|before| before.date > event.date);
                    if is_later {
                        disagrees(path, "the event before it is later".to_owned());
                    } else if is_date(&event.date)
                        && !facts(parts, &event.facts).any(|fact| tells_date(fact, &event.date))
                    {
                        disagrees(path, format!("none of its facts tells of {}", event.date));
                    }
                }
            }
            Visual::Map(map) => {
                for (position, distance) in map.distances.iter().enumerate() {
                    let km = great_circle_km(parts, distance);
                    if km.is_some_and(|km| (km - f64::from(distance.km)).abs() > ROUNDED_TO_KM / 2.0) {
                        let detail = format!("it is {:.0} km", km.unwrap_or_default());
                        disagrees(card.at(&format!("visual.distances[{position}].km")), detail);
                    }
                }
            }
            Visual::Quantities(quantities) => {
                for (position, bar) in quantities.bars.iter().enumerate() {
                    if !facts(parts, &bar.facts).any(|fact| tells_number(fact, bar.value)) {
                        let path = card.at(&format!("visual.bars[{position}].value"));
                        disagrees(path, format!("none of its facts tells of {}", bar.value));
                    }
                }
            }
            Visual::Plan(plan) => {
                let figures = [
                    ("rooms", plan.rooms),
                    ("beds", plan.beds),
                    ("people", plan.people),
                    ("rooms", plan.capacity()),
                    ("people", plan.buildings()),
                ];
                for (field, figure) in figures {
                    if !facts(parts, &plan.facts).any(|fact| tells_number(fact, figure)) {
                        disagrees(
                            card.at(&format!("visual.{field}")),
                            format!("none of its facts tells of {figure}"),
                        );
                    }
                }
            }
            Visual::Voices(_) => {}
        }
    }
}

fn facts<'a>(parts: &'a Parts, ids: &'a [FactId]) -> impl Iterator<Item = &'a Fact> {
    parts.facts.iter().map(|fact| fact.it).filter(|fact| ids.contains(&fact.id))
}

/// Whether a fact's statement or note has a number, in digits with or without commas, or as a small word.
fn tells_number(fact: &Fact, number: u32) -> bool {
    const SMALL: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let word = SMALL.get(number as usize).copied();
    let digits = number.to_string();
    words(fact).any(|found| found == digits || Some(found.to_lowercase().as_str()) == word)
}

/// Whether a fact's statement or note has the year, and if the date has them the month by its
/// name, which begins with a capital ("may" is no month), and the day.
fn tells_date(fact: &Fact, date: &str) -> bool {
    let mut parts = date.split('-');
    let has = |wanted: &str| words(fact).any(|word| word == wanted);
    let month = |number: &str| MONTHS.get(number.parse::<usize>().ok()?.checked_sub(1)?).copied();
    parts.next().is_some_and(has)
        && parts.next().is_none_or(|number| month(number).is_some_and(has))
        && parts.next().is_none_or(|day| has(day.trim_start_matches('0')))
}

/// The words of a fact; a number without its commas.
fn words(fact: &Fact) -> impl Iterator<Item = String> {
    let text = format!("{} {}", fact.statement, fact.note);
    let parted = |letter: char| !letter.is_alphanumeric() && letter != ',' && letter != '.';
    let words: Vec<String> =
        text.split(parted).map(|word| word.trim_matches(['.', ',']).replace(',', "")).collect();
    words.into_iter()
}

/// The haversine formula (Sinnott 1984), which is exact for near places too. `None` if the deck lacks one.
fn great_circle_km(parts: &Parts, distance: &Distance) -> Option<f64> {
    let place = |id: &PlaceId| parts.places.iter().map(|place| place.it).find(|place| place.id == *id);
    let (from, to) = (place(&distance.from)?, place(&distance.to)?);
    let half_sine_squared = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
    let across = half_sine_squared(to.longitude - from.longitude)
        * from.latitude.to_radians().cos()
        * to.latitude.to_radians().cos();
    let haversine = half_sine_squared(to.latitude - from.latitude) + across;
    Some(2.0 * EARTH_RADIUS_KM * haversine.sqrt().asin())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::{Standing, Weight};

    fn fact(statement: &str) -> Fact {
        Fact {
            id: "f".into(),
            statement: statement.into(),
            voice: "v".into(),
            standing: Standing::Reported,
            source: "s".into(),
            paragraphs: vec![],
            weight: Weight::Main,
            note: String::new(),
        }
    }

    #[test]
    fn a_number_is_told_in_digits_or_as_a_word() {
        let told = fact("NHK reported 25,000 workers, in four shifts; about 2.5 times 6,000.");
        for (number, is_told) in
            [(25_000, true), (4, true), (6_000, true), (25, false), (2, false), (5, false)]
        {
            assert_eq!(tells_number(&told, number), is_told, "{number}");
        }
    }

    #[test]
    fn a_date_is_told_as_far_as_it_goes() {
        let told = fact("The latest strike came on 15 June 2025.");
        let cases = [
            ("2025", true),
            ("2025-06", true),
            ("2025-06-15", true),
            ("2024", false),
            ("2025-05", false),
            ("2025-06-05", false),
        ];
        for (date, is_told) in cases {
            assert_eq!(tells_date(&told, date), is_told, "{date}");
        }
        // A month, and no verb.
        assert!(tells_date(&fact("It came in May 1871."), "1871-05"));
        assert!(!tells_date(&fact("It may have come in 1871."), "1871-05"));
    }
}
