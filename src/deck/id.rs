//! Names of the parts of a deck. Each kind of part has its own type, so that a card's name cannot be
//! passed where an item's is wanted.

use std::fmt;

use serde::Serialize;

use super::json::Json;
use super::json::shape::{FromJson, Place};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Wraps a slug as it stands; whether it is well formed is the checker's question.
            pub fn new(slug: impl Into<String>) -> Self {
                Self(slug.into())
            }

            /// The slug itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<String> for $name {
            fn from(slug: String) -> Self {
                Self(slug)
            }
        }

        impl FromJson for $name {
            fn from_json(value: Json, place: &mut Place) -> Option<Self> {
                String::from_json(value, place).map(Self)
            }
        }

        impl From<&str> for $name {
            fn from(slug: &str) -> Self {
                Self(slug.to_owned())
            }
        }
    )*};
}

ids! {
    /// Name of a deck, and of its file: `decks/<id>.json`.
    DeckId
    /// Name of a source.
    SourceId
    /// Name of a voice.
    VoiceId
    /// Name of a fact. Progress hangs on it: editing the fact's text keeps it.
    FactId
    /// Name of a chapter.
    ChapterId
    /// Name of a card.
    CardId
    /// Name of an item. Attempts are recorded under it.
    ItemId
    /// Name of a choice, unique within its item.
    ChoiceId
    /// Name of a gap in a cloze text, or of a row that wants an option; unique within its item.
    GapId
    /// Name of a place on the map.
    PlaceId
    /// Name of a glossary term.
    TermId
}
