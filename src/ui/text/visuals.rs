//! Pictures, and the same as tables.

use super::{decimal, quantity};

pub const AS_TABLE: &str = "The same as a table";
pub const WHAT: &str = "What";
pub const WHO: &str = "Who";
pub const STANDING: &str = "Standing";
pub const PLACE_OR_WAY: &str = "Place, or from where to where";
pub const WHAT_OR_HOW_FAR: &str = "What it is, or how far";
pub const KM: &str = "km";
pub const DISTANCES_NOTE: &str =
    "Great-circle distances, by our own arithmetic; the lines are drawn straight.";
pub const BORDERS_NOTE: &str = "Borders are those of Natural Earth, and no statement.";
pub const ROOMS: &str = "Rooms in a building";
pub const BEDS: &str = "People in a room";
pub const IN_ONE_BUILDING: &str = "People in a building";
pub const PEOPLE_TO_HOUSE: &str = "People to be housed";
pub const BUILDINGS: &str = "Buildings, if each were full";
pub const PEOPLE: &str = "People";

pub fn mark_stands_for(each: u32, unit: &str) -> String {
    format!("Each mark stands for {}.", quantity(f64::from(each), unit))
}

pub fn between(from: &str, to: &str) -> String {
    format!("{from} to {to}")
}

pub fn housed(people: u32, rooms: u32, of: u32) -> String {
    let [people, rooms, of] = [people, rooms, of].map(|number| decimal(f64::from(number)));
    format!("{people} people in {rooms} of {of} rooms")
}

pub fn would_fill(people: u32, buildings: u32) -> String {
    let [people, buildings] = [people, buildings].map(|number| decimal(f64::from(number)));
    format!("{people} people would fill {buildings} such buildings, if each were full:")
}
