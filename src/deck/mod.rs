//! What is taught: the deck file as types, its text markup, loading and checking. Pure: no browser,
//! no clock, no randomness.

mod id;
pub mod interaction;
mod model;
pub mod prose;

pub use id::{CardId, ChapterId, ChoiceId, DeckId, FactId, GapId, ItemId, SourceId, TermId, VoiceId};
pub use interaction::Interaction;
pub use model::{
    Asks, Card, Chapter, Deck, FORMAT, Fact, Figure, Item, Source, Standing, Term, Voice, Weight,
};
