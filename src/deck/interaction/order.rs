//! Events to be put in order.

use serde::Serialize;

use crate::deck::id::ChoiceId;
use crate::deck::json::shape::from_object;

/// Events, or anything else that has one order.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Events {
    /// What stands at the upper end: "Earliest".
    pub from: String,
    /// What stands at the lower end: "Latest".
    pub to: String,
    /// Three to six, in the right order. They are shown shuffled, and never in the right one.
    pub events: Vec<Event>,
}

from_object!(Events { from, to, events });

/// One of them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event {
    /// Stable name, unique within the item.
    pub id: ChoiceId,
    /// What the learner reads; does not say when.
    pub text: String,
    /// Why it stands there: when, and who says so.
    pub rationale: String,
}

from_object!(Event { id, text, rationale });
