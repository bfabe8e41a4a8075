//! Keeps the log on disk: says what the store is to do next, and what its answers mean. Knows no browser: the
//! store may be slow, silent, full, emptied or deleted by others at any time, and tests play all of that.
//!
//! **Eras.** Everything can be erased from one tab while another writes. So each erasing ends an era, and leaves a
//! mark of it in the store. Whoever writes names the era that it knows; the store refuses, as a whole, what is of
//! an era that has ended, so that nothing comes back.

use super::entry::{Entry, EntryId};
use super::journal::{Journal, Report, Trouble};
use super::record::{Record, decode, key};
use crate::deck::json::from_text;

/// Beginning of the keys of the marks of eras that have ended; the era's number follows.
const ERA_ENDED: &str = "erased/";

/// Key of the mark that more was to be written.
pub const UNFINISHED: &str = "unfinished";

/// Key of the mark that an era has ended.
pub fn era_ended(era: u32) -> String {
    format!("{ERA_ENDED}{era}")
}

/// What the store is to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Job {
    /// Read everything, on a new connection or the one that was opened last.
    Read {
        /// Open a new one. The one before may have died without a word.
        is_fresh: bool,
    },
    /// Remove everything and mark the era as ended, and those before; nothing at all if that mark is there.
    Erase,
    /// Write these entries; nothing at all if the era has ended.
    Write {
        /// Those that have waited longest.
        entries: Vec<Entry>,
        /// No others wait. If some do, a mark says so until the last are written.
        is_last: bool,
    },
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
    /// How often everything was erased before, as far as is known.
    pub era: u32,
    /// What to do.
    pub job: Job,
}

/// All records, sorted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contents {
    era: u32,
    is_unfinished: bool,
    entries: Vec<Entry>,
    damaged: Vec<Record>,
}

impl Contents {
    /// Adds a record.
    pub fn add(&mut self, record: Record) {
        let era = record.key.strip_prefix(ERA_ENDED).and_then(|era| era.parse::<u32>().ok());
        if let Some(era) = era {
            self.era = self.era.max(era.saturating_add(1));
        } else if record.key == UNFINISHED {
            self.is_unfinished = true;
        } else {
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
    /// To [`Job::Erase`] and [`Job::Write`].
    Done,
    /// To [`Job::Find`]: what was found of them.
    Found {
        /// The records.
        records: Vec<Record>,
        /// The task's era has ended.
        is_over: bool,
    },
    /// To [`Job::Count`].
    Count {
        /// How many there are.
        records: usize,
        /// The task's era has ended.
        is_over: bool,
    },
}

/// What is known of the store.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Knowledge {
    /// There is no connection to it.
    #[default]
    Nothing,
    /// It has changed since it was read.
    Stale,
    /// It was read.
    Current,
}

/// How often something was tried without success.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tries {
    #[default]
    None,
    /// It is tried once more at once.
    One,
    /// Nothing is tried before something new happens.
    Enough,
}

/// Says what the store is to do, one task at a time.
#[derive(Debug, Default)]
pub struct Keeper {
    era: u32,
    knowledge: Knowledge,
    /// Number of the task under way. One that was silent for too long is not any more.
    running: Option<u64>,
    last_number: u64,
    /// Answers to tasks up to this number say nothing new.
    settled: u64,
    tries: Tries,
    wants_erase: bool,
    wants_count: bool,
    /// Keys of records that others say they have written.
    heard: Vec<String>,
}

impl Keeper {
    /// Something happened after which to try again is worth it: an answer was given, the page was looked at.
    pub const fn wake(&mut self) {
        self.tries = Tries::None;
    }

    /// The page came into view: others may have written, and it may have slept.
    pub const fn look(&mut self) {
        self.wants_count = true;
        self.wake();
    }

    /// The learner wants everything erased.
    pub fn erase(&mut self) -> Report {
        self.wants_erase = true;
        self.drop_running();
        self.wake();
        Report::Erasing
    }

    /// What other tabs are to hear once a task is done; `None` if it changes nothing.
    pub fn news(task: &Task) -> Option<String> {
        match &task.job {
            Job::Erase => Some(era_ended(task.era)),
            Job::Write { entries, .. } => {
                let keys: Vec<String> = entries.iter().map(|entry| key(&entry.id)).collect();
                serde_json::to_string(&keys).ok()
            }
            Job::Read { .. } | Job::Find(_) | Job::Count => None,
        }
    }

    /// Another tab told its news. They are a hint where to look; only what is erased is believed, so that it is off
    /// the screen at once.
    pub fn hear(&mut self, news: &str) -> Option<Report> {
        if let Some(era) = news.strip_prefix(ERA_ENDED).and_then(|era| era.parse::<u32>().ok()) {
            let is_new = era >= self.era;
            if is_new {
                self.era = era.saturating_add(1);
                self.read_again();
                self.drop_running();
                self.wake();
            }
            return is_new.then_some(Report::ErasedElsewhere);
        }
        match from_text::<Vec<String>>(news) {
            Ok(keys) => self.heard.extend(keys),
            Err(_) => self.wants_count = true,
        }
        None
    }

    /// The next task, if there is one and none is under way. At most so many entries are written at once.
    pub fn next(&mut self, journal: &Journal, most: usize) -> Option<Task> {
        if self.running.is_some() || self.tries == Tries::Enough {
            return None;
        }
        let unsaved = journal.unsaved_count();
        let job = if self.knowledge != Knowledge::Current {
            Job::Read { is_fresh: self.knowledge == Knowledge::Nothing }
        } else if self.wants_erase {
            Job::Erase
        } else if unsaved > 0 {
            Job::Write { entries: journal.unsaved(most), is_last: unsaved <= most }
        } else if !self.heard.is_empty() {
            Job::Find(std::mem::take(&mut self.heard))
        } else if std::mem::take(&mut self.wants_count) {
            Job::Count
        } else {
            return None;
        };
        self.last_number += 1;
        self.running = Some(self.last_number);
        Some(Task { number: self.last_number, era: self.era, job })
    }

    /// The task has not been answered for so long that it is not waited for any more. Its answer still counts.
    pub fn give_up(&mut self, number: u64) -> Option<Report> {
        if self.running != Some(number) {
            return None;
        }
        self.running = None;
        self.knowledge = Knowledge::Nothing;
        self.tries = Tries::Enough;
        Some(Report::Failed(Trouble::Silent))
    }

    /// The task was answered. `None` if that comes too late to mean anything.
    pub fn answer(&mut self, task: &Task, answer: Answer, journal: &Journal) -> Option<Vec<Report>> {
        if task.number <= self.settled {
            return None;
        }
        self.settled = task.number;
        let is_read = matches!(task.job, Job::Read { .. });
        // A store that was silent and opens late is open: the next try, which opens it too, is not waited for.
        if is_read || self.running == Some(task.number) {
            self.running = None;
        }
        // A store may let itself be read, and refuse each write.
        self.tries = if is_read && self.tries != Tries::None { Tries::One } else { Tries::None };
        Some(match (answer, &task.job) {
            (Answer::Contents(contents), _) => self.read(contents),
            (Answer::Done, Job::Write { entries, .. }) => vec![Report::Written(ids(entries))],
            (Answer::Done, _) => {
                self.era = task.era.saturating_add(1);
                self.wants_erase = false;
                vec![Report::Erased]
            }
            (Answer::Found { records, is_over }, _) => {
                if is_over {
                    self.read_again();
                }
                let entries = records.iter().filter_map(|record| decode(record).ok());
                if is_over { Vec::new() } else { vec![Report::Found(entries.collect())] }
            }
            (Answer::Count { records, is_over }, _) => {
                // Records are only ever added, so as many as are known are the same ones. To read all of a long
                // log at each return to the tab would be felt.
                let known = journal.stored_count() + usize::try_from(task.era).unwrap_or_default();
                if is_over || records != known {
                    self.read_again();
                }
                Vec::new()
            }
        })
    }

    fn read(&mut self, contents: Contents) -> Vec<Report> {
        let Contents { era, is_unfinished, entries, damaged } = contents;
        self.knowledge = Knowledge::Current;
        let mut reports = Vec::new();
        // An earlier era than ours: the store was deleted, and made anew.
        if era > self.era {
            // Whoever erased it, ours or another tab: what the learner has done since stays.
            let done = std::mem::take(&mut self.wants_erase);
            reports.push(if done { Report::Erased } else { Report::ErasedElsewhere });
        }
        self.era = era;
        if !self.wants_erase {
            reports.push(Report::Read { entries, damaged, is_unfinished });
        }
        reports
    }

    /// The task failed.
    pub fn fail(&mut self, task: &Task, trouble: Trouble) -> Vec<Report> {
        if self.running != Some(task.number) {
            return Vec::new();
        }
        self.running = None;
        match trouble {
            // A connection that was lost, an era that has ended: to open and to read tells.
            Trouble::Lost | Trouble::Silent => {
                self.knowledge = Knowledge::Nothing;
                if self.tries == Tries::None {
                    self.tries = Tries::One;
                    return Vec::new();
                }
            }
            Trouble::Full => {}
            Trouble::Denied => self.knowledge = Knowledge::Nothing,
        }
        self.tries = Tries::Enough;
        let mut reports = vec![Report::Failed(trouble)];
        // Where nothing can be stored, nothing of ours is.
        if trouble == Trouble::Denied && std::mem::take(&mut self.wants_erase) {
            reports.push(Report::Erased);
        }
        reports
    }

    fn read_again(&mut self) {
        if self.knowledge == Knowledge::Current {
            self.knowledge = Knowledge::Stale;
        }
    }

    /// What is under way is of a log that is no more.
    const fn drop_running(&mut self) {
        self.running = None;
        self.settled = self.last_number;
    }
}

fn ids(entries: &[Entry]) -> Vec<EntryId> {
    entries.iter().map(|entry| entry.id.clone()).collect()
}
