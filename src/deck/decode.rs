//! Decoding that says where: the JSON path of what does not fit, and of fields that nothing reads.

use serde::de::{DeserializeOwned, Deserializer};
use serde_ignored::Path as Unread;
use serde_path_to_error::{Path, Segment, Track};

/// Names the schema in an editor; means nothing to the program and is no unknown field.
const SCHEMA_FIELD: &str = "$.$schema";

/// A value of the wrong shape.
pub(super) struct Misfit<E> {
    /// JSON path of the value, such as `$.items[3].stem`.
    pub path: String,
    /// What the format's own decoder says.
    pub error: E,
}

/// Decodes a value that stands at `root` and adds the JSON path of every field that nothing reads to
/// `unknown`. What stands inside an interaction is beyond its sight, since serde copies a tagged value
/// before it reads it: paths end at `.interaction`, and unknown fields inside are not seen.
pub(super) fn decode<'de, D, T>(from: D, root: &str, unknown: &mut Vec<String>) -> Result<T, Misfit<D::Error>>
where
    D: Deserializer<'de>,
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

/// The decoder's message without the " at line 3 column 7" that `serde_json` puts behind it.
pub(super) fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    text.strip_suffix(&place).unwrap_or(&text).to_owned()
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
