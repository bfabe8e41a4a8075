//! Numbers and names that are typed.

use serde::Serialize;

use crate::deck::json::shape::from_object;

/// A number with a tolerance.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NumberEntry {
    /// The number to be given.
    pub value: f64,
    /// How far off, up or down, still counts as right; in the same unit. Zero for exactly.
    pub tolerance: f64,
    /// How far off still earns half; in the same unit, not below `tolerance`. Absent for no half.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub near: Option<f64>,
    /// What is counted, shown behind the field: "workers", "km".
    pub unit: String,
    /// Why it is that number; says who says so.
    pub rationale: String,
    /// Numbers that a learner may mix up with it, each with what it really is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mix_ups: Vec<NumberMixUp>,
}

from_object!(NumberEntry { value, tolerance, unit, rationale; near, mix_ups });

/// A number that belongs to something else.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NumberMixUp {
    /// The number.
    pub value: f64,
    /// What it really is.
    pub rationale: String,
}

from_object!(NumberMixUp { value, rationale });

/// The most characters of a typed answer: what the field takes, and what grading looks at.
pub const LONGEST_TYPED: usize = 200;

/// A typed name or word.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TextEntry {
    /// What counts as right; the first is shown as the answer. Case, accents, spaces and punctuation do not
    /// matter.
    pub accepted: Vec<String>,
    /// Why it is that; says who says so.
    pub rationale: String,
    /// Wrong answers that are to be expected, each with what it really is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mix_ups: Vec<TextMixUp>,
    /// Words that say nothing when they stand before or behind an accepted form, besides those of the deck:
    /// "missile" where "KN-23" is asked for. Articles and prepositions need not be listed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub around: Vec<String>,
}

from_object!(TextEntry { accepted, rationale; mix_ups, around });

/// A name that belongs to something else.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TextMixUp {
    /// The name, compared as the accepted ones are.
    pub text: String,
    /// What it really is.
    pub rationale: String,
}

from_object!(TextMixUp { text, rationale });
