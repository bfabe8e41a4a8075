//! Reading a deck file, as far as it can be read.

use std::io::Read;

use super::json::shape::{FromJson, Holes, Misfit, Place};
use super::json::{self, Json, NotJson};
use super::model::{Deck, FORMAT};

/// A deck that could be read. Whether it is sound is another question: see [`super::check()`].
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The deck.
    pub deck: Deck,
    /// JSON paths of fields that nothing reads, misspelt ones perhaps.
    pub unknown_fields: Vec<String>,
}

/// Why a deck cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// The reader failed.
    Unreadable {
        /// The reader's own message.
        reason: String,
    },
    /// The text is not JSON, or ends too early.
    NotJson {
        /// Line of the first offence, from 1.
        line: usize,
        /// Column in that line, in bytes, from 1; 0 for the line's very beginning.
        column: usize,
        /// What was expected there.
        reason: String,
    },
    /// The file is of another format than [`super::FORMAT`].
    Format {
        /// The format that it says it has.
        found: u64,
    },
    /// A value is missing or of the wrong shape.
    Shape {
        /// Its JSON path, such as `$.items[3].stem`; for a missing one, that of what should hold it.
        path: String,
        /// What was expected there.
        reason: String,
    },
}

/// What could be read of a deck, and what could not.
pub(super) struct Reading {
    /// The deck; what could not be read is missing, or empty.
    pub deck: Deck,
    /// What is missing or empty.
    pub holes: Holes,
    /// Why.
    pub misfits: Vec<Misfit>,
    /// JSON paths of fields that nothing reads.
    pub unread: Vec<String>,
}

/// Reads a deck.
///
/// # Errors
/// [`LoadError`] with the first thing that is wrong; [`super::check_text`] finds the others.
pub fn load(mut reader: impl Read) -> Result<Loaded, LoadError> {
    let reading = read(&mut reader)?;
    match reading.misfits.into_iter().next() {
        None => Ok(Loaded { deck: reading.deck, unknown_fields: reading.unread }),
        Some(Misfit { path, reason }) => Err(LoadError::Shape { path, reason }),
    }
}

/// Reads what can be read of a deck.
///
/// # Errors
/// If there is nothing to go on with.
pub(super) fn read(reader: &mut dyn Read) -> Result<Reading, LoadError> {
    let root = json::read(reader).map_err(refusal)?;
    if let Some(found) = format(&root).filter(|&found| found != u64::from(FORMAT)) {
        return Err(LoadError::Format { found });
    }
    let mut place = Place::default();
    match Deck::from_json(root, &mut place) {
        Some(deck) => {
            let Place { misfits, unread, holes, .. } = place;
            Ok(Reading { deck, holes, misfits, unread })
        }
        None => Err(LoadError::Shape { path: "$".to_owned(), reason: "a deck is a JSON object".to_owned() }),
    }
}

/// The format that a file says it has. A file of another is refused as such, and not for what looks strange
/// in it.
fn format(root: &Json) -> Option<u64> {
    let Json::Object(fields) = root else { return None };
    fields.iter().find_map(|(name, value)| match value {
        Json::Whole(format) if name == "format" => Some(*format),
        _ => None,
    })
}

fn refusal(NotJson { line, column, reason, is_reader }: NotJson) -> LoadError {
    if is_reader { LoadError::Unreadable { reason } } else { LoadError::NotJson { line, column, reason } }
}
