//! Words to be marked in a sentence.

use serde::Serialize;

use crate::deck::id::ChoiceId;
use crate::deck::json::shape::from_object;

/// A sentence, cut into groups of words.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Marking {
    /// The sentence in reading order, spaces and punctuation with it.
    pub parts: Vec<Words>,
}

from_object!(Marking { parts });

/// A group of words.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Words {
    /// Stable name, unique within the item; absent for words that cannot be marked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ChoiceId>,
    /// The words.
    pub text: String,
    /// Whether they are to be marked.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub correct: bool,
    /// Why they are to be marked, or not; empty only where there is no `id`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rationale: String,
}

from_object!(Words { text; id, correct, rationale });
