//! How an entry is stored: a key to find it by, and a text with a checksum over both.
//!
//! The text is `<CRC-32 of "key\ntext", eight small hex digits> <the entry as JSON>`. A CRC-32 catches
//! every change that is confined to four neighbouring bytes; it guards against decay, not against malice.

use serde::{Deserialize, Serialize};

use super::entry::{Entry, EntryId};
use crate::deck::from_text;

/// An entry as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Record {
    /// Unique for the entry's id; keys of one writer sort in the order of its entries.
    pub key: String,
    /// Checksum and content.
    pub text: String,
}

/// Why a record could not be read. Whoever meets one keeps the record: a newer version of the app may
/// have written it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The checksum is missing or does not fit: bytes were lost or changed.
    Checksum,
    /// The checksum fits, but the content is not an entry as this version knows them.
    Shape,
    /// The content is an entry that belongs under another key.
    Key,
}

/// How an entry is stored. Equal entries give equal records.
pub fn encode(entry: &Entry) -> Record {
    let key = key(&entry.id);
    // Cannot fail: all maps in an entry have names for keys. Were it to, the record would read as
    // damaged rather than as something else.
    let json = serde_json::to_string(entry).unwrap_or_default();
    let text = format!("{} {json}", checksum(&key, &json));
    Record { key, text }
}

/// Reads a record.
///
/// # Errors
/// [`Damage`] if a byte of it is not as [`encode`] wrote it, if it is not an entry as this version knows
/// them, or if it claims a score outside 0 to 1.
pub fn decode(record: &Record) -> Result<Entry, Damage> {
    let (stated, json) = record.text.split_once(' ').ok_or(Damage::Checksum)?;
    if stated != checksum(&record.key, json) {
        return Err(Damage::Checksum);
    }
    let entry: Entry = from_text(json).map_err(|_| Damage::Shape)?;
    if let super::Event::Attempt(attempt) = &entry.event
        && !(0.0..=1.0).contains(&attempt.score)
    {
        return Err(Damage::Shape);
    }
    if key(&entry.id) == record.key { Ok(entry) } else { Err(Damage::Key) }
}

/// Twenty digits hold every number, so that keys sort as numbers do.
fn key(id: &EntryId) -> String {
    format!("{}-{:020}", id.writer, id.number)
}

fn checksum(key: &str, json: &str) -> String {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(key.as_bytes());
    hasher.update(b"\n");
    hasher.update(json.as_bytes());
    format!("{:08x}", hasher.finalize())
}
