//! The kinds of item: what each needs in the deck file. How each is graded is `quiz`'s matter, how it
//! looks is `ui`'s; both match on [`Interaction`], so a new kind that is forgotten there does not compile.

use serde::Serialize;

use super::id::{ChoiceId, GapId};
use super::json::Json;
use super::json::shape::{FromJson, Place, from_object};

/// How an item is asked and answered.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Interaction {
    /// Pick the one key.
    Choice(SingleChoice),
    /// Tick every key.
    Multiple(MultipleChoice),
    /// Give a number, near enough.
    Number(NumberEntry),
    /// Type a name or a word.
    Text(TextEntry),
    /// Fill the gaps of a sentence from drop-downs.
    Cloze(Cloze),
}

impl FromJson for Interaction {
    fn from_json(value: Json, place: &mut Place) -> Option<Self> {
        let (kind, value) = place.tagged("kind", value)?;
        match kind.as_str() {
            "choice" => FromJson::from_json(value, place).map(Self::Choice),
            "multiple" => FromJson::from_json(value, place).map(Self::Multiple),
            "number" => FromJson::from_json(value, place).map(Self::Number),
            "text" => FromJson::from_json(value, place).map(Self::Text),
            "cloze" => FromJson::from_json(value, place).map(Self::Cloze),
            _ => place.unknown_word(&kind),
        }
    }
}

impl Interaction {
    /// The word of the deck file, also the value of `data-interaction` in the page.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Choice(_) => "choice",
            Self::Multiple(_) => "multiple",
            Self::Number(_) => "number",
            Self::Text(_) => "text",
            Self::Cloze(_) => "cloze",
        }
    }
}

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

/// A typed name or word.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TextEntry {
    /// What counts as right; the first is shown as the answer. Case, accents, spaces, hyphens and
    /// full stops do not matter.
    pub accepted: Vec<String>,
    /// Why it is that; says who says so.
    pub rationale: String,
    /// Wrong answers that are to be expected, each with what it really is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mix_ups: Vec<TextMixUp>,
}

from_object!(TextEntry { accepted, rationale; mix_ups });

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
