//! What is taught: the deck file as types, its text markup, loading and checking. Pure: no browser,
//! no clock, no randomness.

pub mod check;
mod fingerprint;
pub(crate) mod giveaway;
mod id;
mod index;
pub mod interaction;
pub(crate) mod json;
mod language;
mod load;
mod model;
mod month;
mod normal;
pub mod prose;
mod register;
#[cfg(feature = "schema")]
pub mod schema;
pub mod spelling;
pub mod visual;

pub use check::{Code, Problem, Severity, check, check_text, errors, read_or_errors};
pub use fingerprint::Fingerprinted;
pub use id::{
    CardId, ChapterId, ChoiceId, DeckId, FactId, GapId, ItemId, PlaceId, SourceId, TermId, VoiceId,
};
pub use index::IndexedDeck;
pub use interaction::{Choice, Interaction};
pub use language::is_right_to_left;
pub use load::{LoadError, Loaded, load};
pub use model::{
    Asks, Card, Chapter, Deck, FORMAT, Fact, Figure, Item, Place, Source, Standing, Term, Voice, Weight,
};
pub use month::MONTHS;
#[cfg(not(target_arch = "wasm32"))]
pub use normal::normalize;
pub use normal::{Form, Normalize};
pub(crate) use register::{Register, sorted_by};
pub use spelling::Spelling;
pub use visual::Visual;
