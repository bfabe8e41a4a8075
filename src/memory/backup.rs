//! The backup file: all records of the log in one JSON file, checksums and all.
//!
//! Records that could not be read go along as they are, for a version that can. Restoring merges and
//! never replaces: see [`Log::merge`].

use serde::Serialize;

use super::entry::Entry;
use super::log::Log;
use super::record::{Record, decode, encode};
use crate::deck::json::shape::{FromJson, Place};
use crate::deck::json::{self, Json};
use crate::deck::sorted_by;

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
    let value = json::read(&mut text.as_bytes())
        .map_err(|error| BackupError::NotJson { line: error.line, column: error.column })?;
    let mut place = Place::default();
    let mut fields = place.fields(value).ok_or(BackupError::NotBackup)?;
    if fields.needed::<String>("kind").as_deref() != Some(KIND) {
        return Err(BackupError::NotBackup);
    }
    // Before the records, so that a file of another format is told as such whatever they look like.
    match fields.needed("format") {
        Some(FORMAT) => {}
        Some(found) => return Err(BackupError::Format { found }),
        None => return Err(BackupError::NotBackup),
    }
    let lines: Vec<Line> = fields.needed("records").ok_or(BackupError::NotBackup)?;
    let count = lines.len();
    let entries: Vec<Entry> = lines.iter().filter_map(|Line(record)| decode(record.as_ref()?).ok()).collect();
    let damaged = count - entries.len();
    Ok(Restored { entries, damaged })
}

/// One element of the file's list; a misshapen one must not cost the others.
struct Line(Option<Record>);

impl FromJson for Line {
    fn from_json(value: Json, place: &mut Place) -> Option<Self> {
        Some(Self(Record::from_json(value, place)))
    }
}
