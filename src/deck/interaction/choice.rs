//! Single and multiple choice.

use serde::Serialize;

use crate::deck::id::ChoiceId;
use crate::deck::json::shape::from_object;

/// An option, with the reason why it is right or wrong.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Choice {
    /// Stable name, unique within the item (within the gap, in a cloze).
    pub id: ChoiceId,
    /// What the learner reads.
    pub text: String,
    /// Whether it is a key.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub correct: bool,
    /// Why it is right or wrong; leads with what is true.
    pub rationale: String,
}

from_object!(Choice { id, text, rationale; correct });

/// One key among distractors.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SingleChoice {
    /// Two or more; exactly one is correct.
    pub choices: Vec<Choice>,
    /// Keep the choices in the order of the file, for those that have an order of their own (dates,
    /// sizes). They are shuffled otherwise.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ordered: bool,
}

from_object!(SingleChoice { choices; ordered });

/// One key or more among distractors.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MultipleChoice {
    /// Three or more; at least one is correct and at least one is not.
    pub choices: Vec<Choice>,
}

from_object!(MultipleChoice { choices });
