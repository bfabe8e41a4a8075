//! A text with gaps.

use serde::Serialize;

use super::Choice;
use crate::deck::id::GapId;
use crate::deck::json::shape::from_object;

/// A text with gaps, each filled from a drop-down.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cloze {
    /// The text; a gap stands in it as `{gap-id}`, each exactly once.
    pub text: String,
    /// The gaps, in the order of the text.
    pub gaps: Vec<Gap>,
}

from_object!(Cloze { text, gaps });

/// A place in a cloze text, to be filled.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Gap {
    /// Stable name, unique within the item.
    pub id: GapId,
    /// What the gap is about, read out to those who cannot see the sentence around it: "the verb".
    pub label: String,
    /// Two or more; exactly one is correct.
    pub choices: Vec<Choice>,
}

from_object!(Gap { id, label, choices });
