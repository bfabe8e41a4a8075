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

/// A backup file that is being read, some records at a time: a page that reads a large one must not stand
/// still.
#[derive(Debug)]
pub struct Reading<'a> {
    text: &'a str,
    left: Left<'a>,
    restored: Restored,
}

/// What of a file is still to be read.
#[derive(Debug)]
enum Left<'a> {
    /// Its records as text: it looks as [`write_backup`] writes it.
    Text(&'a str),
    /// Its records: what else looks like was read as a whole.
    Lines(std::vec::IntoIter<Line>),
}

impl<'a> Reading<'a> {
    /// Begins with a file.
    ///
    /// # Errors
    /// [`BackupError`] if it is too large, or not a backup of a known format. Damaged records in it are no
    /// error: they are counted, and the others read.
    pub fn begin(text: &'a str) -> Result<Self, BackupError> {
        if text.len() > LARGEST_BACKUP_BYTES {
            return Err(BackupError::TooLarge { bytes: text.len() });
        }
        let head = format!("{{\"kind\":\"{KIND}\",\"format\":{FORMAT},\"records\":[");
        let records = text.strip_prefix(head.as_str()).and_then(|rest| rest.strip_suffix("]}"));
        let left = match records {
            Some(records) => Left::Text(records),
            None => Left::Lines(lines_of(text)?.into_iter()),
        };
        Ok(Self { text, left, restored: Restored { entries: Vec::new(), damaged: 0 } })
    }

    /// Reads some records more, at most so many; gives all of them once there are no others.
    ///
    /// # Errors
    /// [`BackupError`] if the file turns out to be no JSON.
    pub fn step(&mut self, most: usize) -> Result<Option<Restored>, BackupError> {
        for _ in 0..most {
            let line = match &mut self.left {
                Left::Lines(lines) => lines.next(),
                Left::Text("") => None,
                Left::Text(records) => {
                    if let Some((line, rest)) = first_line(records) {
                        *records = rest;
                        Some(line)
                    } else {
                        // It only looked like one of ours: read as a whole it tells where it is wrong.
                        self.left = Left::Lines(lines_of(self.text)?.into_iter());
                        self.restored = Restored { entries: Vec::new(), damaged: 0 };
                        continue;
                    }
                }
            };
            let Some(Line(record)) = line else {
                let none = Restored { entries: Vec::new(), damaged: 0 };
                return Ok(Some(std::mem::replace(&mut self.restored, none)));
            };
            match record.and_then(|record| decode(&record).ok()) {
                Some(entry) => self.restored.entries.push(entry),
                None => self.restored.damaged += 1,
            }
        }
        Ok(None)
    }
}

/// The first of some records that stand in a list, and the text of the others; `None` if they do not stand as
/// [`write_backup`] writes them. What is no object stands there too, as a line that cannot be read: a list of
/// a million zeros is gone through in steps as well.
fn first_line(records: &str) -> Option<(Line, &str)> {
    let len = if records.starts_with('{') {
        object_len(records)?
    } else {
        records.find(',').unwrap_or(records.len())
    };
    let (line, rest) = records.split_at_checked(len)?;
    let rest = match rest.strip_prefix(',') {
        Some("") => return None,
        Some(rest) => rest,
        None if rest.is_empty() => rest,
        None => return None,
    };
    match json::from_text(line) {
        Ok(line) => Some((line, rest)),
        Err(json::Refusal::Misfit) => Some((Line(None), rest)),
        Err(json::Refusal::NotJson(_)) => None,
    }
}

/// How many bytes the object takes that a text begins with, if it has none within it; `None` if it does not
/// end.
fn object_len(text: &str) -> Option<usize> {
    let (mut is_text, mut is_escaped) = (false, false);
    let ends = |byte: u8| {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = is_text,
            b'"' => is_text = !is_text,
            b'}' => return !is_text,
            _ => {}
        }
        false
    };
    text.bytes().position(ends).map(|last| last + 1)
}

/// The records of a file, read as a whole.
fn lines_of(text: &str) -> Result<Vec<Line>, BackupError> {
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
    fields.needed("records").ok_or(BackupError::NotBackup)
}

/// One element of the file's list; a misshapen one must not cost the others.
#[derive(Debug)]
struct Line(Option<Record>);

impl FromJson for Line {
    // What does not fit is counted and not told, so that a list of a million misfits is no million texts.
    fn from_json(value: Json, _: &mut Place) -> Option<Self> {
        Some(Self(Record::from_json(value, &mut Place::default())))
    }
}
