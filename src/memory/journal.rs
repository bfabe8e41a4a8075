//! The learner's log as the program holds it, and what is known of its copy on disk.

use std::cell::{Ref, RefCell};
use std::rc::Rc;

use super::entry::{Entry, EntryId, Event};
use super::log::Log;
use super::record::Record;
use crate::deck::sorted_by;

/// Why the store does not serve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is no storage for us: switched off, a private window, or broken beyond opening.
    Denied,
    /// The disk or our share of it is full.
    Full,
    /// It does not answer.
    Silent,
    /// Anything else.
    Lost,
}

/// Where attempts go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Storage {
    /// The log is not read yet; attempts wait.
    Opening,
    /// Attempts are stored as they come.
    Ready,
    /// The last try to read or write failed; attempts are kept in memory and tried again with the next.
    Failed(Trouble),
}

/// Something was learnt about the log on disk.
#[derive(Clone, Debug, PartialEq)]
pub enum Report {
    /// All of it was read.
    Read {
        /// What could be read.
        entries: Vec<Entry>,
        /// What could not.
        damaged: Vec<Record>,
        /// The last write of a long row of them is missing: a backup was not restored to its end.
        is_unfinished: bool,
    },
    /// Entries that others have stored.
    Found(Vec<Entry>),
    /// These entries are stored.
    Written(Vec<EntryId>),
    /// The store refused, or did not answer.
    Failed(Trouble),
    /// The learner wants everything erased, here and now. The store has not done it yet.
    Erasing,
    /// The store has done it.
    Erased,
    /// Everything was erased from another tab.
    ErasedElsewhere,
}

/// The log in memory, and how much of it is stored. Clones share the log.
#[derive(Clone, Debug)]
pub struct Journal {
    /// Shared and changed in place, since it may be large; `version` tells that it changed.
    log: Rc<RefCell<Log>>,
    version: u64,
    /// The latest time that an entry counts as, Unix milliseconds; `None` if there are none.
    latest_millis: Option<i64>,
    /// In the order in which they came.
    unsaved: Rc<Vec<EntryId>>,
    storage: Storage,
    damaged: Rc<Vec<Record>>,
    is_erasing: bool,
    has_vanished: bool,
    restoring: Restoring,
}

/// What is known of backups being restored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Restoring {
    /// Nothing is amiss.
    Sound,
    /// The store says that more was to be written, and not by us.
    CutOff,
    /// One was restored here: a mark in the store may be ours.
    Here,
}

impl Default for Journal {
    fn default() -> Self {
        Self {
            log: Rc::default(),
            version: 0,
            latest_millis: None,
            unsaved: Rc::default(),
            storage: Storage::Opening,
            damaged: Rc::default(),
            is_erasing: false,
            has_vanished: false,
            restoring: Restoring::Sound,
        }
    }
}

impl Journal {
    /// The log, to fold over.
    pub fn log(&self) -> Ref<'_, Log> {
        self.log.borrow()
    }

    /// Changes whenever the log does.
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// Where attempts go.
    pub const fn storage(&self) -> Storage {
        self.storage
    }

    /// Stored records that could not be read.
    pub fn damaged(&self) -> &[Record] {
        &self.damaged
    }

    /// Entries that are not known to be stored, in the order in which they came: the first ones, at most so
    /// many.
    pub fn unsaved(&self, most: usize) -> Vec<Entry> {
        let log = self.log();
        self.unsaved.iter().take(most).filter_map(|id| log.get(id).cloned()).collect()
    }

    /// How many entries are not known to be stored.
    pub fn unsaved_count(&self) -> usize {
        self.unsaved.len()
    }

    /// Whether nothing waits for the store: no entry, and no erasing.
    pub fn is_settled(&self) -> bool {
        self.unsaved.is_empty() && !self.is_erasing
    }

    /// How many attempts are known to be stored.
    pub fn saved_attempts(&self) -> usize {
        let log = self.log();
        let waiting = self.unsaved.iter().filter_map(|id| log.get(id));
        let waiting = waiting.filter(|entry| matches!(entry.event, Event::Attempt(_))).count();
        log.attempt_count().saturating_sub(waiting)
    }

    /// How many records are known to be stored, damaged ones included.
    pub fn stored_count(&self) -> usize {
        (self.log().entries().count() + self.damaged.len()).saturating_sub(self.unsaved.len())
    }

    /// Whether nothing at all is known or stored.
    pub fn is_empty(&self) -> bool {
        !self.is_erasing && self.damaged.is_empty() && self.log().entries().next().is_none()
    }

    /// Whether the learner has erased everything and the store has not done it yet.
    pub const fn is_erasing(&self) -> bool {
        self.is_erasing
    }

    /// Whether entries that were stored were found to be gone, without us.
    pub const fn has_vanished(&self) -> bool {
        self.has_vanished
    }

    /// Whether a backup was found to be restored in part: the program was ended before the rest was stored.
    pub const fn is_unfinished(&self) -> bool {
        matches!(self.restoring, Restoring::CutOff)
    }

    /// Adds an entry of our own: something that happens now, by a clock that may be wrong.
    pub fn record(&mut self, id: EntryId, at_millis: i64, event: Event) {
        let latest = self.latest_millis.filter(|latest| *latest >= at_millis);
        let after_millis = latest.map(|latest| latest.saturating_add(1));
        let entry = Entry { id: id.clone(), at_millis, after_millis, event };
        self.meet(&entry);
        self.log.borrow_mut().insert(entry);
        Rc::make_mut(&mut self.unsaved).push(id);
        self.version += 1;
    }

    fn meet(&mut self, entry: &Entry) {
        self.latest_millis = self.latest_millis.max(Some(entry.order_millis()));
    }

    /// Adds the entries of a backup. An id that is known stays as it is: a file may add to the log, never
    /// change it.
    pub fn restore(&mut self, entries: Vec<Entry>) {
        self.restoring = Restoring::Here;
        let is_new = |entry: &Entry| self.log().get(&entry.id).is_none();
        let new: Vec<Entry> = entries.into_iter().filter(is_new).collect();
        for entry in &new {
            self.meet(entry);
        }
        let (mut log, unsaved) = (self.log.borrow_mut(), Rc::make_mut(&mut self.unsaved));
        for entry in new {
            // Of several of one id the log keeps one, always the same.
            if log.get(&entry.id).is_none() {
                unsaved.push(entry.id.clone());
            }
            log.insert(entry);
        }
        drop(log);
        self.version += 1;
    }

    /// Takes in what was learnt of the log on disk.
    pub fn take(&mut self, report: Report) {
        match report {
            Report::Read { entries, damaged, is_unfinished } => {
                self.compare(&entries);
                self.merge(entries);
                self.damaged = Rc::new(damaged);
                if is_unfinished && self.restoring == Restoring::Sound {
                    self.restoring = Restoring::CutOff;
                }
                // While entries wait, only a write shows that there is no trouble.
                if self.storage == Storage::Opening || self.unsaved.is_empty() {
                    self.storage = Storage::Ready;
                }
            }
            Report::Found(entries) => self.merge(entries),
            Report::Written(ids) => {
                let written = Ids::new(ids.iter());
                Rc::make_mut(&mut self.unsaved).retain(|id| !written.contains(id));
                self.storage = Storage::Ready;
            }
            Report::Failed(trouble) => self.storage = Storage::Failed(trouble),
            Report::Erasing => self.empty(true),
            Report::Erased => {
                self.is_erasing = false;
                self.version += 1;
            }
            Report::ErasedElsewhere => self.empty(false),
        }
    }

    fn merge(&mut self, entries: Vec<Entry>) {
        for entry in &entries {
            self.meet(entry);
        }
        self.log.borrow_mut().merge(entries);
        self.version += 1;
    }

    /// Notes what of the log is not among the stored entries: it is to be stored, and it has vanished if it
    /// was stored before.
    fn compare(&mut self, stored: &[Entry]) {
        let stored = Ids::new(stored.iter().map(|entry| &entry.id));
        let waiting = Ids::new(self.unsaved.iter());
        let log = self.log.borrow();
        let saved = log.entries().map(|entry| &entry.id).filter(|id| !waiting.contains(id));
        let vanished: Vec<EntryId> = saved.filter(|id| !stored.contains(id)).cloned().collect();
        drop(log);
        self.has_vanished |= !vanished.is_empty();
        let waits = self.unsaved.iter().filter(|id| !stored.contains(id)).cloned();
        self.unsaved = Rc::new(waits.chain(vanished).collect());
    }

    /// Forgets everything. What is kept of the old log are states that views still show.
    fn empty(&mut self, is_erasing: bool) {
        let (version, storage) = (self.version + 1, self.storage);
        *self = Self { version, storage, is_erasing, ..Self::default() };
    }
}

/// Ids to look up.
struct Ids<'a>(Vec<&'a EntryId>);

impl<'a> Ids<'a> {
    fn new(ids: impl Iterator<Item = &'a EntryId>) -> Self {
        Self(sorted_by(&ids.collect::<Vec<_>>(), Ord::cmp))
    }

    fn contains(&self, id: &EntryId) -> bool {
        self.0.binary_search(&id).is_ok()
    }
}
