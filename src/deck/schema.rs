//! The JSON Schema of the deck file, for editors and for other programs. Written from the types, so
//! that the two cannot drift apart; native only.

use super::model::Deck;

/// The schema as pretty JSON, ending in a line feed, as it is committed.
pub fn text() -> String {
    format!("{:#}\n", schemars::schema_for!(Deck).as_value())
}
