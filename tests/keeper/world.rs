//! A world of tabs that keep one log in one store: the tests say when the store does what it was told, how it
//! fails, when its answers arrive, and what else happens.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use factdeck::memory::{
    Answer, Contents, ERA, EntryId, Era, Event, Job, Journal, Keeper, Record, Report, RowChange, Task,
    Trouble, era,
};
use factdeck::quiz::Outcome;

use crate::entries::{attempt, entry};

/// How many entries a tab writes at once.
pub const ENTRIES_A_WRITE: usize = 10;

/// The database. It can be deleted from elsewhere, and is then made anew by whoever opens it next.
#[derive(Default)]
pub struct Store {
    rows: BTreeMap<String, String>,
    /// How often it was deleted: connections to an earlier one are dead.
    deletions: u32,
    /// What must never be seen again: what an erasing has removed, and what its tab had known.
    pub erased: BTreeSet<EntryId>,
}

impl Store {
    /// What is stored and counts.
    pub fn entries(&self) -> BTreeSet<EntryId> {
        let (mut keeper, mut journal) = (Keeper::default(), Journal::default());
        let task = keeper.next(&journal, 1).unwrap();
        for report in keeper.answer(&task, Answer::Contents(self.contents()), &journal).unwrap() {
            journal.take(report);
        }
        known(&journal)
    }

    fn contents(&self) -> Contents {
        let mut contents = Contents::new(self.era());
        self.rows.iter().for_each(|(key, text)| contents.add((key.clone(), text.clone())));
        contents
    }

    fn era(&self) -> Era {
        era(self.rows.get(ERA).map(String::as_str))
    }

    /// Whether no entry is left of what was erased.
    pub fn is_swept(&self) -> bool {
        self.rows.values().filter(|text| text.contains("attempt")).count() == self.entries().len()
    }

    fn perform(&mut self, task: &Task) -> Answer {
        match &task.job {
            Job::Read { .. } => Answer::Contents(self.contents()),
            Job::Erase(_) | Job::Write { .. } | Job::Sweep(_) => {
                if matches!(task.job, Job::Erase(_)) {
                    self.erased.extend(self.entries());
                }
                let RowChange { removes_all, removes, puts } = task.change().unwrap();
                self.rows.retain(|key, _| !removes_all && !removes.contains(key));
                self.rows.extend(puts);
                Answer::Changed { era: self.era() }
            }
            Job::Find(keys) => {
                let texts = task.row_keys().into_iter().map(|key| self.rows.get(&key));
                let found = keys.iter().zip(texts);
                let found =
                    found.filter_map(|(key, text)| Some(Record { key: key.clone(), text: text?.clone() }));
                Answer::Found { records: found.collect(), era: self.era() }
            }
            Job::Count => Answer::Count { rows: self.rows.len(), era: self.era() },
        }
    }
}

/// A task that was done or refused, and the tab has not heard of it.
struct Done {
    task: Task,
    outcome: Result<Answer, Trouble>,
    connection: u32,
}

fn known(journal: &Journal) -> BTreeSet<EntryId> {
    journal.log().entries().map(|entry| entry.id.clone()).collect()
}

/// A tab, or a run of the app in it.
pub struct Tab {
    pub journal: Journal,
    keeper: Keeper,
    writer: String,
    last_number: u64,
    /// The database that its last connection is to.
    connection: u32,
    /// Handed to the store, oldest first.
    handed: VecDeque<Task>,
    done: VecDeque<Done>,
    /// News of other tabs.
    inbox: VecDeque<String>,
    /// What it knew when its learner erased everything, until that is done.
    erasing: Option<BTreeSet<EntryId>>,
}

impl Tab {
    fn new(writer: String) -> Self {
        Self {
            journal: Journal::default(),
            keeper: Keeper::default(),
            writer,
            last_number: 0,
            connection: 0,
            handed: VecDeque::new(),
            done: VecDeque::new(),
            inbox: VecDeque::new(),
            erasing: None,
        }
    }

    pub fn wait_millis(&self) -> Option<u32> {
        self.keeper.wait_millis()
    }

    fn known(&self) -> BTreeSet<EntryId> {
        known(&self.journal)
    }

    fn saved(&self) -> BTreeSet<EntryId> {
        let waits: BTreeSet<_> = self.journal.unsaved(usize::MAX).into_iter().map(|entry| entry.id).collect();
        self.known().difference(&waits).cloned().collect()
    }

    fn take(&mut self, report: Report) {
        let unsaved = self.journal.unsaved_count();
        self.journal.take(report);
        // As the recorder does.
        if self.journal.unsaved_count() > unsaved {
            self.keeper.wake();
        }
    }

    fn go_on(&mut self) {
        self.handed.extend(self.keeper.next(&self.journal, ENTRIES_A_WRITE));
    }
}

/// Something happens to one of the tabs, or to the store.
#[derive(Clone, Debug)]
pub enum Happening {
    /// Its learner gives so many answers.
    Answers(usize),
    /// Its learner restores a backup of so many entries.
    Restores(usize),
    /// Its learner erases everything.
    Erases,
    /// It comes into view.
    Looks,
    /// It has waited after a failure for as long as it wanted to.
    Waits,
    /// The store does what the tab has handed to it first, and last if so said.
    Serves { last: bool },
    /// The store refuses what the tab has handed to it first.
    Refuses(Trouble),
    /// It hears of what the store has done, and last of what was done first if so said.
    Hears { last: bool },
    /// It has waited long enough.
    GivesUp,
    /// It hears the news of the other tabs.
    ReadsNews,
    /// It is killed and opened again. What the store was handed is still done if so said.
    Restarts { is_handed_done: bool },
    /// The database is deleted.
    Deletes,
}

/// Tabs and their store.
pub struct World {
    pub store: Store,
    pub tabs: Vec<Tab>,
    /// What any tab has said to be stored since everything was deleted the last time.
    pub said: BTreeSet<EntryId>,
    restarts: usize,
    eras: u32,
    /// Handed by tabs that are no more.
    orphans: VecDeque<Task>,
}

impl World {
    pub fn new(tabs: usize) -> Self {
        let tabs: Vec<Tab> = (0..tabs).map(|tab| Tab::new(format!("tab{tab}"))).collect();
        let mut world = Self {
            store: Store::default(),
            tabs,
            said: BTreeSet::new(),
            restarts: 0,
            eras: 0,
            orphans: VecDeque::new(),
        };
        world.tabs.iter_mut().for_each(Tab::go_on);
        world
    }

    pub fn happens(&mut self, at: usize, happening: &Happening) {
        let at = at % self.tabs.len();
        match happening {
            Happening::Answers(count) => self.answers(at, *count),
            Happening::Restores(count) => self.restores(at, *count),
            Happening::Erases => {
                let tab = &mut self.tabs[at];
                tab.erasing = Some(tab.known());
                self.eras += 1;
                let report = tab.keeper.erase(self.eras);
                tab.take(report);
                tab.go_on();
            }
            Happening::Looks => {
                self.tabs[at].keeper.look();
                self.tabs[at].go_on();
            }
            Happening::Waits => {
                let tab = &mut self.tabs[at];
                if tab.wait_millis().is_some() {
                    tab.keeper.wake();
                    tab.go_on();
                }
            }
            Happening::Serves { last } => self.serves(at, *last, None),
            Happening::Refuses(trouble) => self.serves(at, false, Some(*trouble)),
            Happening::Hears { last } => self.hears(at, *last),
            Happening::GivesUp => {
                let tab = &mut self.tabs[at];
                let number = tab.handed.back().map(|task| task.number);
                if let Some(report) = number.and_then(|number| tab.keeper.give_up(number)) {
                    tab.take(report);
                    tab.go_on();
                }
            }
            Happening::ReadsNews => {
                let tab = &mut self.tabs[at];
                while let Some(news) = tab.inbox.pop_front() {
                    tab.keeper.hear(&news);
                    tab.go_on();
                }
            }
            Happening::Restarts { is_handed_done } => {
                self.restarts += 1;
                let tab = Tab::new(format!("tab{at}x{}", self.restarts));
                let old = std::mem::replace(&mut self.tabs[at], tab);
                if *is_handed_done && old.connection == self.store.deletions {
                    let is_change = |task: &Task| matches!(task.job, Job::Write { .. } | Job::Erase(_));
                    self.orphans.extend(old.handed.into_iter().filter(is_change));
                }
                self.tabs[at].go_on();
            }
            Happening::Deletes => {
                self.store.rows.clear();
                self.store.deletions += 1;
                self.orphans.clear();
                self.said.clear();
            }
        }
    }

    /// Gives a tab news of no tab.
    pub fn tells(&mut self, at: usize, news: &str) {
        self.tabs[at].inbox.push_back(news.to_owned());
    }

    fn answers(&mut self, at: usize, count: usize) {
        let tab = &mut self.tabs[at];
        for _ in 0..count {
            tab.last_number += 1;
            let event = Event::Attempt(attempt("a", Outcome::Correct));
            let id = EntryId { writer: tab.writer.clone(), number: tab.last_number };
            tab.journal.record(id, 1000, event);
        }
        tab.keeper.wake();
        tab.go_on();
    }

    fn restores(&mut self, at: usize, count: usize) {
        self.restarts += 1;
        let file = (1..=count as u64).map(|number| {
            let event = Event::Attempt(attempt("b", Outcome::Wrong));
            entry(&format!("file{}", self.restarts), number, 500, event)
        });
        let tab = &mut self.tabs[at];
        tab.journal.restore(file.collect());
        tab.keeper.wake();
        tab.go_on();
    }

    fn serves(&mut self, at: usize, last: bool, refusal: Option<Trouble>) {
        if let Some(task) = self.orphans.pop_front() {
            let _ = self.store.perform(&task);
        }
        let tab = &mut self.tabs[at];
        let Some(task) = (if last { tab.handed.pop_back() } else { tab.handed.pop_front() }) else { return };
        let is_fresh = task.job == Job::Read { is_fresh: true };
        let connection = if is_fresh { self.store.deletions } else { tab.connection };
        let outcome = match refusal {
            Some(trouble) => Err(trouble),
            None if connection != self.store.deletions => Err(Trouble::Lost),
            None => Ok(self.store.perform(&task)),
        };
        if matches!(task.job, Job::Erase(_)) && outcome.is_ok() {
            self.store.erased.extend(tab.erasing.take().unwrap_or_default());
        }
        tab.done.push_back(Done { task, outcome, connection });
    }

    fn hears(&mut self, at: usize, last: bool) {
        let tab = &mut self.tabs[at];
        let Some(Done { task, outcome, connection }) =
            (if last { tab.done.pop_back() } else { tab.done.pop_front() })
        else {
            return;
        };
        let mut news = None;
        let reports = match outcome {
            Ok(answer) => match tab.keeper.answer(&task, answer, &tab.journal) {
                Some(reports) => {
                    tab.connection = connection;
                    news = Keeper::news(&task);
                    reports
                }
                None => Vec::new(),
            },
            Err(trouble) => tab.keeper.fail(&task, trouble),
        };
        for report in reports {
            tab.take(report);
        }
        if connection == self.store.deletions {
            self.said.extend(tab.saved());
        }
        tab.go_on();
        if let Some(news) = news {
            let others = self.tabs.iter_mut().enumerate().filter(|(tab, _)| *tab != at);
            others.for_each(|(_, tab)| tab.inbox.push_back(news.clone()));
        }
    }

    /// From now on all goes well: the store serves all, all is heard, and every tab comes into view.
    pub fn settle(&mut self) {
        for _ in 0..4 {
            for at in 0..self.tabs.len() {
                self.happens(at, &Happening::Looks);
                while self.is_busy(at) {
                    self.happens(at, &Happening::Serves { last: false });
                    self.happens(at, &Happening::Hears { last: false });
                    self.happens(at, &Happening::ReadsNews);
                }
            }
        }
    }

    fn is_busy(&self, at: usize) -> bool {
        let tab = &self.tabs[at];
        !(tab.handed.is_empty() && tab.done.is_empty() && tab.inbox.is_empty() && self.orphans.is_empty())
    }

    /// What all tabs know, once they have settled; a sentence if they do not agree with each other and the
    /// store.
    pub fn agreed(&self) -> Result<BTreeSet<EntryId>, String> {
        let stored = self.store.entries();
        for (at, tab) in self.tabs.iter().enumerate() {
            if tab.journal.unsaved_count() > 0 {
                return Err(format!("tab {at} has {} unsaved", tab.journal.unsaved_count()));
            }
            if tab.journal.is_erasing() {
                return Err(format!("tab {at} is still erasing"));
            }
            if tab.known() != stored {
                return Err(format!("tab {at} knows {:?}, stored is {stored:?}", tab.known()));
            }
        }
        Ok(stored)
    }
}
