//! Decoding JSON, in two ways. The tools' way ([`Exact`](super::exact::Exact)) says exactly where: the JSON
//! path of what does not fit, and of every field that nothing reads. The browser's way ([`Brief`]) knows
//! the element only, which tells a reader of a broken deck enough, and spares a sixth of the program.

use std::io::{BufReader, Read};

use serde::de::DeserializeOwned;
use serde_json::de::IoRead;
use serde_json::{Deserializer, Error, Value};

/// How much is fetched from a reader at a time.
const CHUNK_BYTES: usize = 64 * 1024;

/// What everything is decoded from. One type for all readers: each further one would put another copy
/// of all decoding into the program.
pub(super) type Json<'r> = Deserializer<IoRead<BufReader<&'r mut dyn Read>>>;

/// Decodes all that a reader gives.
///
/// # Errors
/// If the reader fails, the text is not JSON or the value of another shape.
pub(crate) fn from_reader<T: DeserializeOwned>(reader: &mut dyn Read) -> Result<T, Error> {
    whole(&mut json(reader))
}

/// Decodes a text.
///
/// # Errors
/// If it is not JSON or the value of another shape.
pub(crate) fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    whole(&mut json(&mut text.as_bytes()))
}

pub(super) fn json(reader: &mut dyn Read) -> Json<'_> {
    Deserializer::from_reader(BufReader::with_capacity(CHUNK_BYTES, reader))
}

fn whole<T: DeserializeOwned>(json: &mut Json) -> Result<T, Error> {
    let value = T::deserialize(&mut *json)?;
    json.end()?;
    Ok(value)
}

/// A value of the wrong shape.
pub(super) struct Misfit {
    /// JSON path of the value, such as `$.items[3].stem`, as exactly as the decoder knows it.
    pub path: String,
    /// What `serde_json` says.
    pub error: Error,
}

/// A way of decoding.
pub(super) trait Decoder {
    /// Whether it is worth the while to take an element apart for the sake of its paths.
    const IS_EXACT: bool;

    /// Decodes a value that stands at `root`, and adds the JSON path of every field that nothing reads to
    /// `unknown`, if the decoder sees them.
    fn decode<T: DeserializeOwned>(value: Value, root: &str, unknown: &mut Vec<String>) -> Result<T, Misfit>;
}

/// The browser's way: what does not fit is told with the path of the element, such as `$.items[3]`.
pub(super) struct Brief;

impl Decoder for Brief {
    const IS_EXACT: bool = false;

    // Writes the value and reads it again, since decoding straight from it would be one more copy of all
    // decoding. It costs time only where a deck is broken.
    fn decode<T: DeserializeOwned>(value: Value, root: &str, _: &mut Vec<String>) -> Result<T, Misfit> {
        from_text(&value.to_string()).map_err(|error| Misfit { path: root.to_owned(), error })
    }
}

/// The decoder's message without the " at line 3 column 7" that `serde_json` puts behind it.
pub(super) fn reason(error: &Error) -> String {
    let text = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    text.strip_suffix(&place).unwrap_or(&text).to_owned()
}
