//! The kinds of item: what each needs in the deck file. How each is graded is `quiz`'s matter, how it
//! looks is `ui`'s; both match on [`Interaction`], so a new kind that is forgotten there does not compile.

mod choice;
mod cloze;
mod entry;
mod estimate;
mod mark;
mod order;
mod place;
mod rows;

pub use choice::{Choice, MultipleChoice, SingleChoice};
pub use cloze::{Cloze, Gap};
pub use entry::{LONGEST_TYPED, NumberEntry, NumberMixUp, TextEntry, TextMixUp};
pub use estimate::{Estimate, Mark};
pub use mark::{Marking, Words};
pub use order::{Event, Events};
pub use place::{PlaceChoice, PlacePick};
pub use rows::{Classifying, MatchOption, MatchRow, Matching, StandingRow};

use serde::Serialize;

use super::json::Json;
use super::json::shape::{FromJson, Place};

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
    /// Put events in order.
    Order(Events),
    /// Match claims with voices, or any rows with any options.
    Match(Matching),
    /// Say on what standing each of some facts is.
    Classify(Classifying),
    /// Find a place on the map.
    Place(PlacePick),
    /// Guess a number on a scale before seeing it.
    Estimate(Estimate),
    /// Mark words in a sentence.
    Mark(Marking),
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
            "order" => FromJson::from_json(value, place).map(Self::Order),
            "match" => FromJson::from_json(value, place).map(Self::Match),
            "classify" => FromJson::from_json(value, place).map(Self::Classify),
            "place" => FromJson::from_json(value, place).map(Self::Place),
            "estimate" => FromJson::from_json(value, place).map(Self::Estimate),
            "mark" => FromJson::from_json(value, place).map(Self::Mark),
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
            Self::Order(_) => "order",
            Self::Match(_) => "match",
            Self::Classify(_) => "classify",
            Self::Place(_) => "place",
            Self::Estimate(_) => "estimate",
            Self::Mark(_) => "mark",
        }
    }
}
