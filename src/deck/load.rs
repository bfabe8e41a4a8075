//! Reading a deck file straight into types, so that a large file's text and its parsed form are never
//! held at once (memory in the browser only ever grows).

use std::io::Read;

#[cfg(not(target_arch = "wasm32"))]
use {
    super::decode::{Misfit, reason},
    super::exact::Exact,
    serde_json::error::Category,
};

use super::decode::from_reader;
use super::model::Deck;

/// A deck that could be read. Whether it is sound is another question: see [`super::check()`].
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The deck.
    pub deck: Deck,
    /// JSON paths of fields that nothing reads, misspelt ones perhaps; in the file's order. Inside an
    /// interaction, fields of another kind are found by [`super::check_text`] only.
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
        found: u32,
    },
    /// A value is missing or of the wrong shape.
    Shape {
        /// Its JSON path, such as `$.items[3].stem`; for a missing one, that of what should hold it.
        path: String,
        /// What was expected there.
        reason: String,
    },
}

/// Reads a deck in the browser; `None` if it cannot be read, and [`super::errors_in`] says why not.
pub fn read(mut reader: impl Read) -> Option<Deck> {
    from_reader(&mut reader).ok()
}

/// Reads a deck for tools.
///
/// # Errors
/// [`LoadError`] with the first thing that is wrong; [`super::check_text`] finds the others.
#[cfg(not(target_arch = "wasm32"))]
pub fn load(mut reader: impl Read) -> Result<Loaded, LoadError> {
    let mut unknown_fields = Vec::new();
    let deck = Exact::read(&mut reader, &mut unknown_fields).map_err(refusal)?;
    Ok(Loaded { deck, unknown_fields })
}

#[cfg(not(target_arch = "wasm32"))]
fn refusal(Misfit { path, error }: Misfit) -> LoadError {
    let reason = reason(&error);
    match error.classify() {
        Category::Io => LoadError::Unreadable { reason },
        Category::Syntax | Category::Eof => {
            LoadError::NotJson { line: error.line(), column: error.column(), reason }
        }
        Category::Data => match reason.parse() {
            Ok(found) if path == "$.format" => LoadError::Format { found },
            _ => LoadError::Shape { path, reason },
        },
    }
}
