//! Keeps the log on disk: says what the store is to do next, and what its answers mean. Knows no browser: the
//! store may be slow, silent, full, emptied or deleted by others at any time, and tests play all of that.
//!
//! **Eras.** Everything can be erased from one tab while another writes. So each erasing begins an era, whose
//! name the store keeps, and each row carries the name of the era that its writer knew. Rows of another era
//! count for nothing and are removed, so that nothing comes back. To let the store refuse them would be
//! simpler, but Firefox completes a transaction that was told to commit although one of its requests was
//! refused.

use super::entry::{Entry, EntryId};
use super::journal::{Journal, Report, Trouble};
use super::record::{decode, key};
use super::task::{Answer, Contents, Era, Job, Task};
use crate::deck::json::from_text;

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
    /// Nothing is tried before something new happens, or some time has passed.
    Enough,
}

/// How long after a failure to try again by oneself, in milliseconds; after each further one twice as long,
/// but not longer than [`LONGEST_WAIT_MILLIS`].
const SHORTEST_WAIT_MILLIS: u32 = 5_000;

/// See [`SHORTEST_WAIT_MILLIS`].
const LONGEST_WAIT_MILLIS: u32 = 320_000;

/// Says what the store is to do, one task at a time.
#[derive(Debug, Default)]
pub struct Keeper {
    era: Era,
    /// The store was read, and so its era is known.
    has_read: bool,
    knowledge: Knowledge,
    /// Number of the task under way. One that was silent for too long is not any more.
    running: Option<u64>,
    last_number: u64,
    /// Answers to tasks up to this number say nothing new.
    settled: u64,
    tries: Tries,
    /// How often it was told that the store does not serve, since it did.
    failures: u32,
    /// The name of the era that is to begin.
    wants_erase: Option<u32>,
    wants_count: bool,
    /// Rows to remove.
    stale: Vec<String>,
    /// Keys of records that others say they have written.
    heard: Vec<String>,
}

impl Keeper {
    /// Something happened after which to try again is worth it: an answer was given, the page was looked at,
    /// or [`Keeper::wait_millis`] have passed.
    pub const fn wake(&mut self) {
        self.tries = Tries::None;
    }

    /// How long to wait before [`Keeper::wake`] is worth it by itself, in milliseconds; `None` if nothing
    /// waits for it.
    pub fn wait_millis(&self) -> Option<u32> {
        let doublings = self.failures.saturating_sub(1).min(u32::BITS - 1);
        let wait = SHORTEST_WAIT_MILLIS.saturating_mul(1 << doublings).min(LONGEST_WAIT_MILLIS);
        (self.tries == Tries::Enough).then_some(wait)
    }

    /// The page came into view: others may have written, and it may have slept.
    pub const fn look(&mut self) {
        self.wants_count = true;
        self.wake();
    }

    /// The learner wants everything erased. `next` names the era that begins: a random number.
    pub fn erase(&mut self, next: u32) -> Report {
        self.wants_erase = Some(next);
        self.drop_running();
        self.wake();
        Report::Erasing
    }

    /// What other tabs are to hear once a task is done; `None` if it changes nothing.
    pub fn news(task: &Task) -> Option<String> {
        let keys: Vec<String> = match &task.job {
            Job::Erase(_) => Vec::new(),
            Job::Write { entries, .. } => entries.iter().map(|entry| key(&entry.id)).collect(),
            Job::Read { .. } | Job::Sweep(_) | Job::Find(_) | Job::Count => return None,
        };
        serde_json::to_string(&keys).ok()
    }

    /// Another tab told its news: the keys of what it has written, or none if it has erased all. They are a
    /// hint where to look, and no more.
    pub fn hear(&mut self, news: &str) {
        let keys: Vec<String> = from_text(news).unwrap_or_default();
        if keys.is_empty() {
            self.read_again();
            self.wake();
        }
        self.heard.extend(keys);
    }

    /// The next task, if there is one and none is under way. At most so many entries are written at once.
    pub fn next(&mut self, journal: &Journal, most: usize) -> Option<Task> {
        if self.running.is_some() || self.tries == Tries::Enough {
            return None;
        }
        let unsaved = journal.unsaved_count();
        let job = if self.knowledge != Knowledge::Current {
            Job::Read { is_fresh: self.knowledge == Knowledge::Nothing }
        } else if let Some(next) = self.wants_erase {
            Job::Erase(next)
        } else if unsaved > 0 {
            Job::Write { entries: journal.unsaved(most), is_last: unsaved <= most }
        } else if !self.stale.is_empty() {
            Job::Sweep(std::mem::take(&mut self.stale))
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

    /// The task has not been answered for so long that it is not waited for any more. Its answer still
    /// counts.
    pub fn give_up(&mut self, number: u64) -> Option<Report> {
        if self.running != Some(number) {
            return None;
        }
        self.running = None;
        self.knowledge = Knowledge::Nothing;
        self.has_failed();
        Some(Report::Failed(Trouble::Silent))
    }

    /// The task was answered. `None` if that comes too late to mean anything.
    pub fn answer(&mut self, task: &Task, answer: Answer, journal: &Journal) -> Option<Vec<Report>> {
        if task.number <= self.settled {
            return None;
        }
        let is_read = matches!(task.job, Job::Read { .. });
        if let (Job::Write { .. }, Answer::Changed { era }) = (&task.job, &answer)
            && *era != task.era
        {
            // It was written in an era that has ended. To open and to read tells of the new one.
            return Some(self.fail(task, Trouble::Lost));
        }
        self.settled = task.number;
        if is_read {
            // A store that was silent and opens late is open: the next try, which opens it too, is of no use.
            self.drop_running();
        } else if self.running == Some(task.number) {
            self.running = None;
        }
        // A store may let itself be read, and refuse each write.
        self.tries = if is_read && self.tries != Tries::None { Tries::One } else { Tries::None };
        if !is_read {
            self.failures = 0;
        }
        Some(match (answer, &task.job) {
            (Answer::Contents(contents), _) => self.read(contents),
            (Answer::Changed { .. }, Job::Write { entries, .. }) => vec![Report::Written(ids(entries))],
            (Answer::Changed { .. }, Job::Erase(next)) => {
                self.era = Some(*next);
                self.wants_erase = None;
                vec![Report::Erased]
            }
            (Answer::Found { era, .. }, _) if era != task.era => {
                self.read_again();
                Vec::new()
            }
            (Answer::Found { records, .. }, _) => {
                let entries = records.iter().filter_map(|record| decode(record).ok());
                vec![Report::Found(entries.collect())]
            }
            (Answer::Count { rows, era }, _) => {
                // Rows are only ever added, so as many as are known are the same ones. To read all of a long
                // log at each return to the tab would be felt.
                if era != task.era || rows != journal.stored_count() + usize::from(era.is_some()) {
                    self.read_again();
                }
                Vec::new()
            }
            (Answer::Changed { .. }, _) => Vec::new(),
        })
    }

    fn read(&mut self, contents: Contents) -> Vec<Report> {
        let Contents { era, is_unfinished, entries, damaged, stale } = contents;
        self.knowledge = Knowledge::Current;
        self.stale = stale;
        let mut reports = Vec::new();
        let is_new = std::mem::replace(&mut self.has_read, true) && era != self.era;
        // A store without an era, where we know of one, was deleted and made anew: what we know is kept.
        if is_new && era.is_some() {
            // Whoever erased it, this tab or another: what the learner of this one has done since stays.
            let done = self.wants_erase.take().is_some();
            reports.push(if done { Report::Erased } else { Report::ErasedElsewhere });
        }
        self.era = era;
        if self.wants_erase.is_none() {
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
        self.has_failed();
        let mut reports = vec![Report::Failed(trouble)];
        // Where nothing can be stored, nothing of ours is.
        if trouble == Trouble::Denied && self.wants_erase.take().is_some() {
            reports.push(Report::Erased);
        }
        reports
    }

    const fn has_failed(&mut self) {
        self.tries = Tries::Enough;
        self.failures = self.failures.saturating_add(1);
    }

    fn read_again(&mut self) {
        if self.knowledge == Knowledge::Current {
            self.knowledge = Knowledge::Stale;
        }
    }

    /// The answer to what is under way is of no interest any more.
    const fn drop_running(&mut self) {
        self.running = None;
        self.settled = self.last_number;
    }
}

fn ids(entries: &[Entry]) -> Vec<EntryId> {
    entries.iter().map(|entry| entry.id.clone()).collect()
}
