//! The backup file: all records of the log in one JSON file, checksums and all.
//!
//! Records that could not be read go along as they are, for a version that can. Restoring merges and
//! never replaces: see [`Log::merge`].

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::entry::Entry;
use super::log::Log;
use super::record::{Record, decode, encode};
use crate::deck::{from_text, sorted_by};

/// A file above this size is refused before it is looked at: 50 MiB, a hundred thousand attempts and
/// more.
pub const LARGEST_BACKUP_BYTES: usize = 50 * 1024 * 1024;

/// The `kind` that tells a backup from any other JSON file.
const KIND: &str = "factdeck-backup";
/// The `format` that this program reads and writes.
const FORMAT: u64 = 1;

#[derive(Serialize)]
struct Written<'a> {
    kind: &'static str,
    format: u64,
    records: &'a [&'a Record],
}

#[derive(Deserialize)]
struct Head {
    kind: String,
    format: u64,
}

#[derive(Deserialize)]
struct Body {
    records: Vec<Line>,
}

/// One element of the file's list; a misshapen one must not cost the others.
#[derive(Deserialize)]
#[serde(from = "Value")]
struct Line(Option<Record>);

impl From<Value> for Line {
    fn from(mut value: Value) -> Self {
        let mut take = |field| match value.get_mut(field).map(Value::take) {
            Some(Value::String(text)) => Some(text),
            _ => None,
        };
        Self(take("key").zip(take("text")).map(|(key, text)| Record { key, text }))
    }
}

/// What a backup held.
#[derive(Clone, Debug, PartialEq)]
pub struct Restored {
    /// The entries that could be read, as they stand in the file.
    pub entries: Vec<Entry>,
    /// How many others there were.
    pub damaged: usize,
}

/// Why a file is refused as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// It is larger than [`LARGEST_BACKUP_BYTES`].
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// It is not JSON, or was cut off.
    NotJson {
        /// Where reading stopped, from 1.
        line: usize,
        /// Where reading stopped, from 1; 0 at the start of a line.
        column: usize,
    },
    /// It is JSON, but no backup of this program.
    NotBackup,
    /// It is a backup of a format that this version does not know.
    Format {
        /// The format it states.
        found: u64,
    },
}

/// The backup file of a log, with the stored records that could not be read. Equal logs give equal files,
/// byte for byte.
pub fn write_backup(log: &Log, damaged: &[Record]) -> String {
    let entries: Vec<Record> = log.entries().map(encode).collect();
    let records: Vec<&Record> = entries.iter().chain(damaged).collect();
    let mut records = sorted_by(&records, Ord::cmp);
    records.dedup();
    // Cannot fail: nothing but text and numbers.
    serde_json::to_string(&Written { kind: KIND, format: FORMAT, records: &records }).unwrap_or_default()
}

/// Reads a backup file.
///
/// # Errors
/// [`BackupError`] if it is too large, or not a backup of a known format. Damaged records in it are no
/// error: they are counted, and the others read.
pub fn read_backup(text: &str) -> Result<Restored, BackupError> {
    if text.len() > LARGEST_BACKUP_BYTES {
        return Err(BackupError::TooLarge { bytes: text.len() });
    }
    // The head first, so that a file of another format is told as such whatever its records look like.
    let head: Head = from_text(text).map_err(|error| refusal(&error))?;
    if head.kind != KIND {
        return Err(BackupError::NotBackup);
    }
    if head.format != FORMAT {
        return Err(BackupError::Format { found: head.format });
    }
    let body: Body = from_text(text).map_err(|error| refusal(&error))?;
    let lines = body.records.len();
    let entries: Vec<Entry> =
        body.records.iter().filter_map(|Line(record)| decode(record.as_ref()?).ok()).collect();
    let damaged = lines - entries.len();
    Ok(Restored { entries, damaged })
}

fn refusal(error: &serde_json::Error) -> BackupError {
    if error.is_data() {
        BackupError::NotBackup
    } else {
        BackupError::NotJson { line: error.line(), column: error.column() }
    }
}
