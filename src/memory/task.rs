//! What the store is asked to do, and what it answers. See [`super::keeper`] for eras.

use super::entry::Entry;
use super::record::{Record, decode, encode};

/// Name of the time since everything was erased last; `None` if that was never, in a new store.
pub type Era = Option<u32>;

/// Key of the row that names the store's era.
pub const ERA: &str = "era";

/// Key, within an era, of the mark that more was to be written.
const UNFINISHED: &str = "unfinished";

/// Between an era's name and the key that it precedes.
const OF_ERA: char = '/';

/// Reads the row that names the store's era.
pub fn era(text: Option<&str>) -> Era {
    text.and_then(|text| text.parse().ok())
}

/// The key of a row of an era.
fn row_key(era: Era, key: &str) -> String {
    era.map_or_else(|| key.to_owned(), |era| format!("{era}{OF_ERA}{key}"))
}

/// What the store is to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Job {
    /// Read everything, on a new connection or the one that was opened last.
    Read {
        /// Open a new one. The one before may have died without a word.
        is_fresh: bool,
    },
    /// Remove everything, and begin an era of this name.
    Erase(u32),
    /// Write these entries.
    Write {
        /// Those that have waited longest.
        entries: Vec<Entry>,
        /// No others wait. If some do, a mark says so until the last are written.
        is_last: bool,
    },
    /// Remove these rows: they are of eras that have ended.
    Sweep(Vec<String>),
    /// Read the records of these keys.
    Find(Vec<String>),
    /// Count the records.
    Count,
}

/// A job and what it was given under.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// Counts the tasks.
    pub number: u64,
    /// The store's era, as far as is known.
    pub era: Era,
    /// What to do.
    pub job: Job,
}

/// A row of the store.
pub type Row = (String, String);

/// How the store's rows are to change, in one transaction: in the order of these fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowChange {
    /// Whether all rows are removed.
    pub removes_all: bool,
    /// Keys of rows that are removed, if they are there.
    pub removes: Vec<String>,
    /// Rows that are stored, each in the place of one of its key.
    pub puts: Vec<Row>,
}

impl Task {
    /// What the task changes; `None` if it only reads.
    pub fn change(&self) -> Option<RowChange> {
        match &self.job {
            Job::Read { .. } | Job::Find(_) | Job::Count => None,
            Job::Erase(next) => {
                let puts = vec![(ERA.to_owned(), next.to_string())];
                Some(RowChange { removes_all: true, puts, ..RowChange::default() })
            }
            Job::Write { entries, is_last } => {
                let mark = row_key(self.era, UNFINISHED);
                let rows = entries.iter().map(encode);
                let rows = rows.map(|record| (row_key(self.era, &record.key), record.text));
                Some(if *is_last {
                    RowChange { removes: vec![mark], puts: rows.collect(), ..RowChange::default() }
                } else {
                    RowChange { puts: rows.chain([(mark, String::new())]).collect(), ..RowChange::default() }
                })
            }
            Job::Sweep(keys) => Some(RowChange { removes: keys.clone(), ..RowChange::default() }),
        }
    }

    /// The keys of the rows that are to be found, in the order of the records asked for, and that of the
    /// store's era.
    pub fn row_keys(&self) -> Vec<String> {
        let Job::Find(keys) = &self.job else { return Vec::new() };
        keys.iter().map(|key| row_key(self.era, key)).chain([ERA.to_owned()]).collect()
    }
}

/// All records, sorted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contents {
    pub(super) era: Era,
    pub(super) is_unfinished: bool,
    pub(super) entries: Vec<Entry>,
    pub(super) damaged: Vec<Record>,
    /// Keys of rows of other eras.
    pub(super) stale: Vec<String>,
}

impl Contents {
    /// Nothing yet, of a store of this era.
    pub fn new(era: Era) -> Self {
        Self { era, ..Self::default() }
    }

    /// Adds a row.
    pub fn add(&mut self, (row_key, text): Row) {
        if row_key == ERA {
            return;
        }
        let split = row_key.split_once(OF_ERA).and_then(|(era, key)| Some((era.parse::<u32>().ok()?, key)));
        let (era, key) = split.map_or((None, row_key.as_str()), |(era, key)| (Some(era), key));
        if era != self.era {
            self.stale.push(row_key);
        } else if key == UNFINISHED {
            self.is_unfinished = true;
        } else {
            let record = Record { key: key.to_owned(), text };
            match decode(&record) {
                Ok(entry) => self.entries.push(entry),
                Err(_) => self.damaged.push(record),
            }
        }
    }
}

/// The store has done what it was to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// To [`Job::Read`].
    Contents(Contents),
    /// To [`Job::Erase`], [`Job::Write`] and [`Job::Sweep`].
    Changed {
        /// The store's era after it.
        era: Era,
    },
    /// To [`Job::Find`].
    Found {
        /// Those of the records that are there.
        records: Vec<Record>,
        /// The store's era.
        era: Era,
    },
    /// To [`Job::Count`].
    Count {
        /// How many rows there are.
        rows: usize,
        /// The store's era.
        era: Era,
    },
}
