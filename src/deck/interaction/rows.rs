//! Rows, each of which wants one of the same few options.

use serde::Serialize;

use crate::deck::Standing;
use crate::deck::id::{ChoiceId, GapId};
use crate::deck::json::shape::from_object;

/// Claims to be matched with who makes them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Matching {
    /// Two to five. One may serve several rows, or none.
    pub options: Vec<MatchOption>,
    /// Three to five.
    pub rows: Vec<MatchRow>,
}

from_object!(Matching { options, rows });

/// Something to match with.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MatchOption {
    /// Stable name, unique among the item's options.
    pub id: ChoiceId,
    /// What the learner reads.
    pub text: String,
}

from_object!(MatchOption { id, text });

/// Something to be matched.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MatchRow {
    /// Stable name, unique among the item's rows.
    pub id: GapId,
    /// What the learner reads.
    pub text: String,
    /// The option that is right.
    pub key: ChoiceId,
    /// Why; leads with what is true.
    pub rationale: String,
}

from_object!(MatchRow { id, text, key, rationale });

/// Facts to be told by their standing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Classifying {
    /// Two to four to choose from, each once.
    pub standings: Vec<Standing>,
    /// Three to five.
    pub rows: Vec<StandingRow>,
}

from_object!(Classifying { standings, rows });

/// A fact to be told by its standing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StandingRow {
    /// Stable name, unique among the item's rows.
    pub id: GapId,
    /// What the learner reads.
    pub text: String,
    /// The standing that is right.
    pub key: Standing,
    /// Why; leads with what is true.
    pub rationale: String,
}

from_object!(StandingRow { id, text, key, rationale });
