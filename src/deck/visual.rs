//! Pictures that a card may have, drawn from what stands here. Every figure in them names the facts that it
//! is taken from, and the checker holds it to them.

use serde::Serialize;

use super::id::{FactId, GapId, PlaceId};
use super::json::Json;
use super::json::shape::{FromJson, Place, from_object};

/// A picture.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Visual {
    /// What came when.
    Timeline(Timeline),
    /// Where, and how far.
    Map(Map),
    /// Counts to scale.
    Quantities(Quantities),
    /// A dormitory that fills.
    Plan(Dormitory),
    /// The chapter's facts by voice and standing.
    Voices(Voices),
}

impl FromJson for Visual {
    fn from_json(value: Json, place: &mut Place) -> Option<Self> {
        let (kind, value) = place.tagged("kind", value)?;
        match kind.as_str() {
            "timeline" => FromJson::from_json(value, place).map(Self::Timeline),
            "map" => FromJson::from_json(value, place).map(Self::Map),
            "quantities" => FromJson::from_json(value, place).map(Self::Quantities),
            "plan" => FromJson::from_json(value, place).map(Self::Plan),
            "voices" => FromJson::from_json(value, place).map(Self::Voices),
            _ => place.unknown_word(&kind),
        }
    }
}

/// What came when.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Timeline {
    /// What one sees.
    pub title: String,
    /// What it shows, for those who do not see it.
    pub summary: String,
    /// In the order of time.
    pub events: Vec<Dated>,
}

from_object!(Timeline { title, summary, events });

/// Something with a date.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dated {
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as exactly as the facts know it.
    pub date: String,
    /// What happened.
    pub label: String,
    /// Where it was taken from.
    pub facts: Vec<FactId>,
}

from_object!(Dated { date, label, facts });

/// Where, and how far.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Map {
    /// What one sees.
    pub title: String,
    /// What it shows, for those who do not see it.
    pub summary: String,
    /// The places, two or more.
    pub places: Vec<PlaceId>,
    /// Lines between some of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub distances: Vec<Distance>,
    /// What the picture is about.
    pub facts: Vec<FactId>,
}

from_object!(Map { title, summary, places, facts; distances });

/// A line between two places.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Distance {
    /// From where.
    pub from: PlaceId,
    /// To where.
    pub to: PlaceId,
    /// Along the great circle, in kilometres, rounded to ten: our own arithmetic.
    pub km: u32,
}

from_object!(Distance { from, to, km });

/// Counts to scale.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quantities {
    /// What one sees.
    pub title: String,
    /// What it shows, for those who do not see it.
    pub summary: String,
    /// What is counted: "people".
    pub unit: String,
    /// How many one mark stands for; above zero.
    pub each: u32,
    /// Two to four counts.
    pub bars: Vec<Bar>,
}

from_object!(Quantities { title, summary, unit, each, bars });

/// A count.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bar {
    /// Stable name, unique within the picture.
    pub id: GapId,
    /// What is counted, on whose word.
    pub label: String,
    /// How many.
    pub value: u32,
    /// Where it was taken from.
    pub facts: Vec<FactId>,
}

from_object!(Bar { id, label, value, facts });

/// A dormitory that fills, and how many of them would.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dormitory {
    /// What one sees.
    pub title: String,
    /// What it shows, for those who do not see it.
    pub summary: String,
    /// Rooms in a building.
    pub rooms: u32,
    /// Beds in a room.
    pub beds: u32,
    /// How many people are to be housed.
    pub people: u32,
    /// Where all that was taken from.
    pub facts: Vec<FactId>,
}

from_object!(Dormitory { title, summary, rooms, beds, people, facts });

impl Dormitory {
    /// How many people a building holds.
    pub const fn capacity(&self) -> u32 {
        self.rooms.saturating_mul(self.beds)
    }

    /// How many buildings all the people would fill, the last one perhaps in part; 0 if none holds anyone.
    pub const fn buildings(&self) -> u32 {
        match self.capacity() {
            0 => 0,
            capacity => self.people.div_ceil(capacity),
        }
    }
}

/// Who says so: nothing but the deck's own facts.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Voices {
    /// What one sees.
    pub title: String,
    /// What it shows, for those who do not see it.
    pub summary: String,
}

from_object!(Voices { title, summary });

impl Visual {
    /// What one sees, and what it shows.
    pub fn words(&self) -> [&str; 2] {
        match self {
            Self::Timeline(Timeline { title, summary, .. })
            | Self::Map(Map { title, summary, .. })
            | Self::Quantities(Quantities { title, summary, .. })
            | Self::Plan(Dormitory { title, summary, .. })
            | Self::Voices(Voices { title, summary }) => [title, summary],
        }
    }
}
