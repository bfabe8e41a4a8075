//! What is taught: the deck file as types, its text markup, loading and checking. Pure: no browser,
//! no clock, no randomness.

pub mod check;
mod decode;
#[cfg(not(target_arch = "wasm32"))]
mod exact;
mod id;
mod index;
pub mod interaction;
mod load;
mod model;
pub mod prose;
mod register;
#[cfg(feature = "schema")]
pub mod schema;
pub mod spelling;
mod tagged;

#[cfg(not(target_arch = "wasm32"))]
pub use check::check_text;
pub use check::{Code, Problem, Severity, check, errors, errors_in};
pub(crate) use decode::from_text;
pub use id::{CardId, ChapterId, ChoiceId, DeckId, FactId, GapId, ItemId, SourceId, TermId, VoiceId};
pub use index::IndexedDeck;
pub use interaction::{Choice, Interaction};
#[cfg(not(target_arch = "wasm32"))]
pub use load::load;
pub use load::{LoadError, Loaded, read};
pub use model::{
    Asks, Card, Chapter, Deck, FORMAT, Fact, Figure, Item, Source, Standing, Term, Voice, Weight,
};
pub(crate) use register::{Register, sorted_by};
pub(crate) use tagged::needed;
