//! Keeps the log on disk: reads it when the app opens, writes what is unsaved, and tells the other
//! tabs. The only place in `ui` that knows storage.

use std::cell::RefCell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::learner::{Action, Learner};
use super::under_way;
use crate::deck::json::from_text;
use crate::memory::{Entry, Record, decode, encode};
use crate::platform::records::Records;
use crate::platform::tabs::Channel;
use crate::platform::{clock, page, pause, visibility};

/// Name of the database, and of the channel between tabs. One for all decks of a host: every attempt
/// names its deck.
const DATABASE: &str = "factdeck";

/// How many records are read or written before the browser gets its turn: some 20 milliseconds' worth on a laptop.
pub const RECORDS_A_STEP: usize = 1000;

/// What is posted to other tabs when everything was erased. Records are JSON and never equal it.
const ERASED: &str = "erased";

#[derive(Default)]
struct Recorder {
    records: Option<Records>,
    channel: Option<Channel>,
    /// The database is being opened.
    is_opening: bool,
    /// A write is under way; the next one starts when it has ended, with all that came meanwhile.
    is_writing: bool,
    /// The log's version and how many entries were unsaved when that was last looked at.
    seen: Option<(u64, usize)>,
    /// How often everything was erased: what was read before that is gone.
    erasures: usize,
    /// What the settings were told of a session under way.
    noted: Option<bool>,
}

/// The way to change the learner, with all that it takes to keep the log.
#[derive(Clone)]
pub struct RecorderHandle {
    recorder: Rc<RefCell<Recorder>>,
    learner: UseReducerHandle<Learner>,
}

impl PartialEq for RecorderHandle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.recorder, &other.recorder)
    }
}

impl RecorderHandle {
    /// Changes the learner, and stores what that adds to the log.
    pub fn dispatch(&self, action: Action) {
        if matches!(action, Action::Erased) {
            self.recorder.borrow_mut().erasures += 1;
        }
        self.learner.dispatch(action);
        // Once it is drawn, in the same task. Not in an effect: after a long drawing Yew puts its effects off
        // by a timer, for which a tab out of view waits a second, or for ever.
        let handle = self.clone();
        spawn_local(async move { handle.keep() });
    }

    /// Erases everything stored, here and in the other tabs' memory.
    pub fn erase(&self) {
        let handle = self.clone();
        spawn_local(async move {
            let erased = match handle.records() {
                Some(records) => records.erase().await,
                None => Ok(()),
            };
            if erased.is_ok() {
                handle.post(ERASED);
            }
            handle.dispatch(erased.map_or_else(Action::StorageFailed, |()| Action::Erased));
        });
    }

    fn records(&self) -> Option<Records> {
        self.recorder.borrow().records.clone()
    }

    /// Tells the other tabs.
    fn post(&self, text: &str) {
        if let Some(channel) = &self.recorder.borrow().channel {
            channel.post(text);
        }
    }

    fn open(&self) {
        let handle = self.clone();
        self.recorder.borrow_mut().channel =
            Channel::open(DATABASE, move |text| handle.dispatch(heard(&text)));
        self.open_records();
        self.keep();
    }

    fn open_records(&self) {
        if std::mem::replace(&mut self.recorder.borrow_mut().is_opening, true) {
            return;
        }
        let handle = self.clone();
        spawn_local(async move {
            let opened = Records::open(DATABASE).await;
            handle.recorder.borrow_mut().is_opening = false;
            let rows = match opened {
                Ok(records) => {
                    handle.recorder.borrow_mut().records = Some(records.clone());
                    records.all().await
                }
                Err(error) => Err(error),
            };
            handle.dispatch(match rows {
                Ok(rows) => {
                    let (entries, damaged) = handle.sorted(rows).await;
                    Action::Loaded { entries, damaged, at_millis: clock::now_millis() }
                }
                Err(error) => Action::StorageFailed(error),
            });
        });
    }

    /// Looks at the calendar, and reads what other tabs may have written while this one slept.
    fn catch_up(&self) {
        let at_millis = clock::now_millis();
        let learner = self.learner.clone();
        if learner.day_at(at_millis) != learner.today() {
            self.dispatch(Action::Looked { at_millis });
        }
        let Some(records) = self.records() else { return };
        let handle = self.clone();
        spawn_local(async move {
            // Rows are only ever added, so as many as are known are the same ones. To read all of a long log
            // at each return to the tab would be felt.
            let known = handle.learner.clone().stored_count();
            if records.count().await.is_ok_and(|count| count != known)
                && let Ok(rows) = records.all().await
            {
                let (entries, _) = handle.sorted(rows).await;
                handle.dispatch(Action::Foreign { entries, at_millis: clock::now_millis() });
            }
        });
    }

    /// Rows as entries, and those that are none. With pauses, since a log may be long: it may take seconds. None
    /// at all if everything was erased meanwhile.
    async fn sorted(&self, rows: Vec<(String, String)>) -> (Vec<Entry>, Vec<Record>) {
        let erasures = self.recorder.borrow().erasures;
        let mut entries = Vec::with_capacity(rows.len());
        let mut damaged = Vec::new();
        let mut rows = rows.into_iter();
        loop {
            for (key, text) in rows.by_ref().take(RECORDS_A_STEP) {
                let record = Record { key, text };
                match decode(&record) {
                    Ok(entry) => entries.push(entry),
                    Err(_) => damaged.push(record),
                }
            }
            if self.recorder.borrow().erasures != erasures {
                return (Vec::new(), Vec::new());
            }
            if rows.len() == 0 {
                return (entries, damaged);
            }
            pause::pause().await;
        }
    }

    /// Writes what is unsaved, the first of it, and marks in the page how much is saved.
    fn keep(&self) {
        // Cloned, since a handle keeps every state that it has shown.
        let learner = self.learner.clone();
        if let Some(is_under_way) = learner.is_under_way()
            && self.recorder.borrow_mut().noted.replace(is_under_way) != Some(is_under_way)
        {
            under_way::note(is_under_way);
        }
        let state = (learner.version(), learner.unsaved_count());
        if self.recorder.borrow_mut().seen.replace(state) != Some(state) {
            self.write(&learner);
            page::set_mark("data-saved", Some(&learner.saved_attempts().to_string()));
            page::set_mark("data-unsaved", (learner.unsaved_count() > 0).then_some(""));
        }
    }

    fn write(&self, learner: &Learner) {
        if self.recorder.borrow().is_writing || learner.unsaved_count() == 0 {
            return;
        }
        let Some(records) = self.records() else {
            // It would not open: with each new entry it is tried again.
            self.open_records();
            return;
        };
        self.recorder.borrow_mut().is_writing = true;
        let entries = learner.unsaved(RECORDS_A_STEP);
        let handle = self.clone();
        spawn_local(async move {
            let rows: Vec<(String, String)> =
                entries.iter().map(encode).map(|record| (record.key, record.text)).collect();
            let written = records.append(&rows).await;
            handle.recorder.borrow_mut().is_writing = false;
            if written.is_ok()
                && let Ok(text) = serde_json::to_string(&rows)
            {
                handle.post(&text);
            }
            handle.dispatch(written.map_or_else(Action::StorageFailed, |()| {
                Action::Saved(entries.into_iter().map(|entry| entry.id).collect())
            }));
        });
    }
}

fn heard(text: &str) -> Action {
    if text == ERASED {
        return Action::Erased;
    }
    let rows: Vec<(String, String)> = from_text(text).unwrap_or_default();
    let records = rows.into_iter().map(|(key, text)| Record { key, text });
    let entries = records.filter_map(|record| decode(&record).ok()).collect();
    Action::Foreign { entries, at_millis: clock::now_millis() }
}

/// Opens the log for as long as the component lives.
#[hook]
pub fn use_recorder(learner: &UseReducerHandle<Learner>) -> RecorderHandle {
    let recorder = use_mut_ref(Recorder::default);
    let handle = RecorderHandle { recorder, learner: learner.clone() };
    {
        let handle = handle.clone();
        use_effect_with((), move |()| {
            handle.open();
            let listener = visibility::on_show({
                let handle = handle.clone();
                move || handle.catch_up()
            });
            move || drop((listener, handle.recorder.take()))
        });
    }
    handle
}
