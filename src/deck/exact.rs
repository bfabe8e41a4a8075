//! The tools' way of decoding, which says exactly where. Not part of the program in the browser.

use std::io::Read;

use serde::de::{DeserializeOwned, Deserializer};
use serde_ignored::Path as Unread;
use serde_json::Value;
use serde_path_to_error::{Path, Segment, Track};

use super::decode::{Decoder, Misfit, json};

/// Names the schema in an editor; means nothing to the program and is no unknown field.
const SCHEMA_FIELD: &str = "$.$schema";

/// The tools' way.
pub(super) struct Exact;

impl Exact {
    /// Decodes all that a reader gives.
    pub fn read<T>(reader: &mut dyn Read, unknown: &mut Vec<String>) -> Result<T, Misfit>
    where
        T: DeserializeOwned,
    {
        let mut json = json(reader);
        let value = decode(&mut json, "$", unknown)?;
        json.end().map_err(|error| Misfit { path: "$".to_owned(), error })?;
        Ok(value)
    }
}

impl Decoder for Exact {
    const IS_EXACT: bool = true;

    fn decode<T: DeserializeOwned>(value: Value, root: &str, unknown: &mut Vec<String>) -> Result<T, Misfit> {
        decode(value, root, unknown)
    }
}

fn decode<'de, D, T>(from: D, root: &str, unknown: &mut Vec<String>) -> Result<T, Misfit>
where
    D: Deserializer<'de, Error = serde_json::Error>,
    T: DeserializeOwned,
{
    let mut track = Track::new();
    let tracked = serde_path_to_error::Deserializer::new(from, &mut track);
    let decoded = serde_ignored::deserialize(tracked, |unread| {
        let path = format!("{root}{}", of_unread(&unread));
        if path != SCHEMA_FIELD {
            unknown.push(path);
        }
    });
    decoded.map_err(|error| Misfit { path: format!("{root}{}", of_misfit(&track.path())), error })
}

fn of_misfit(path: &Path) -> String {
    path.iter()
        .map(|segment| match segment {
            Segment::Seq { index } => format!("[{index}]"),
            Segment::Map { key } => format!(".{key}"),
            Segment::Enum { .. } | Segment::Unknown => String::new(),
        })
        .collect()
}

fn of_unread(path: &Unread) -> String {
    match path {
        Unread::Root => String::new(),
        Unread::Seq { parent, index } => format!("{}[{index}]", of_unread(parent)),
        Unread::Map { parent, key } => format!("{}.{key}", of_unread(parent)),
        Unread::Some { parent } | Unread::NewtypeStruct { parent } | Unread::NewtypeVariant { parent } => {
            of_unread(parent)
        }
    }
}
