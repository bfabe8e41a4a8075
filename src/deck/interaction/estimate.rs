//! A number to be guessed on a scale.

use serde::Serialize;

use crate::deck::json::shape::from_object;

/// A number, set on a scale before it is shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Estimate {
    /// The number to be guessed; a whole number of steps from `from`.
    pub value: f64,
    /// How far off, up or down, still counts as right; in the same unit.
    pub tolerance: f64,
    /// How far off still earns half; in the same unit, not below `tolerance`. Absent for no half.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub near: Option<f64>,
    /// What is counted, shown behind the field: "drones a month".
    pub unit: String,
    /// Why it is that number; says who says so.
    pub rationale: String,
    /// The scale's lower end.
    pub from: f64,
    /// The scale's upper end.
    pub to: f64,
    /// How far apart the slider's stops are: whole hundredths above zero, as `from` is in whole hundredths.
    pub step: f64,
    /// Other numbers that the answer is drawn beside; empty for none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<Mark>,
}

from_object!(Estimate { value, tolerance, unit, rationale, from, to, step; near, beside });

/// A number on the scale to compare with.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mark {
    /// What it is.
    pub label: String,
    /// The number, in the item's unit.
    pub value: f64,
}

from_object!(Mark { label, value });
