//! A place to be found on the map.

use serde::Serialize;

use crate::deck::id::PlaceId;
use crate::deck::json::shape::from_object;

/// Places to pick from, on the map and in a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlacePick {
    /// Two or more of the deck's places; exactly one is correct.
    pub choices: Vec<PlaceChoice>,
}

from_object!(PlacePick { choices });

/// A place to pick.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlaceChoice {
    /// The place's name in the deck's `places`; each at most once.
    pub id: PlaceId,
    /// Whether it is the key.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub correct: bool,
    /// Why it is right or wrong; leads with what is true.
    pub rationale: String,
}

from_object!(PlaceChoice { id, rationale; correct });
