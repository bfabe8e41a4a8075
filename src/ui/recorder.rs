//! Keeps the log on disk: reads it when the app opens, writes what is unsaved, and tells the other
//! tabs. The only place in `ui` that knows storage.

use std::cell::RefCell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::learner::{Action, Learner};
use crate::deck::json::from_text;
use crate::memory::{Entry, Record, decode, encode};
use crate::platform::records::Records;
use crate::platform::tabs::Channel;
use crate::platform::{page, visibility};

/// Name of the database, and of the channel between tabs. One for all decks of a host: every attempt
/// names its deck.
const DATABASE: &str = "factdeck";

/// What is posted to other tabs when everything was erased. Records are JSON and never equal it.
const ERASED: &str = "erased";

#[derive(Default)]
struct Recorder {
    records: Option<Rc<Records>>,
    channel: Option<Channel>,
    /// The database is being opened.
    is_opening: bool,
    /// A write is under way; the next one starts when it has ended, with all that came meanwhile.
    is_writing: bool,
}

/// What pages may ask of the recorder.
#[derive(Clone)]
pub struct RecorderHandle {
    recorder: Rc<RefCell<Recorder>>,
    dispatcher: UseReducerDispatcher<Learner>,
}

impl PartialEq for RecorderHandle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.recorder, &other.recorder)
    }
}

impl RecorderHandle {
    /// Erases everything stored, here and in the other tabs' memory.
    pub fn erase(&self) {
        let Self { recorder, dispatcher } = self.clone();
        spawn_local(async move {
            let records = recorder.borrow().records.clone();
            let erased = match records {
                Some(records) => records.erase().await,
                None => Ok(()),
            };
            match erased {
                Ok(()) => {
                    if let Some(channel) = &recorder.borrow().channel {
                        channel.post(ERASED);
                    }
                    dispatcher.dispatch(Action::Erased);
                }
                Err(error) => dispatcher.dispatch(Action::StorageFailed(error)),
            }
        });
    }

    fn open(&self) {
        let Self { recorder, dispatcher } = self.clone();
        recorder.borrow_mut().channel = {
            let dispatcher = dispatcher.clone();
            Channel::open(DATABASE, move |text| dispatcher.dispatch(heard(&text)))
        };
        self.open_records();
    }

    fn open_records(&self) {
        let Self { recorder, dispatcher } = self.clone();
        if std::mem::replace(&mut recorder.borrow_mut().is_opening, true) {
            return;
        }
        spawn_local(async move {
            let opened = Records::open(DATABASE).await;
            recorder.borrow_mut().is_opening = false;
            match opened {
                Ok(records) => {
                    recorder.borrow_mut().records = Some(Rc::new(records));
                    read(&recorder, &dispatcher).await;
                }
                Err(error) => dispatcher.dispatch(Action::StorageFailed(error)),
            }
        });
    }

    /// Reads what other tabs may have written while this one slept.
    fn catch_up(&self) {
        let Self { recorder, dispatcher } = self.clone();
        spawn_local(async move {
            let records = recorder.borrow().records.clone();
            if let Some(records) = records
                && let Ok(rows) = records.all().await
            {
                dispatcher.dispatch(Action::Foreign(sort(rows).0));
            }
        });
    }

    fn write(&self, entries: Vec<Entry>) {
        if self.recorder.borrow().is_writing || entries.is_empty() {
            return;
        }
        let Some(records) = self.recorder.borrow().records.clone() else {
            // It would not open: with each new entry it is tried again.
            self.open_records();
            return;
        };
        self.recorder.borrow_mut().is_writing = true;
        let Self { recorder, dispatcher } = self.clone();
        let rows: Vec<(String, String)> =
            entries.iter().map(encode).map(|record| (record.key, record.text)).collect();
        spawn_local(async move {
            let written = records.append(&rows).await;
            recorder.borrow_mut().is_writing = false;
            match written {
                Ok(()) => {
                    if let Some(channel) = &recorder.borrow().channel
                        && let Ok(text) = serde_json::to_string(&rows)
                    {
                        channel.post(&text);
                    }
                    dispatcher.dispatch(Action::Saved(entries.into_iter().map(|entry| entry.id).collect()));
                }
                Err(error) => dispatcher.dispatch(Action::StorageFailed(error)),
            }
        });
    }
}

async fn read(recorder: &RefCell<Recorder>, dispatcher: &UseReducerDispatcher<Learner>) {
    let Some(records) = recorder.borrow().records.clone() else { return };
    match records.all().await {
        Ok(rows) => {
            let (entries, damaged) = sort(rows);
            dispatcher.dispatch(Action::Loaded { entries, damaged });
        }
        Err(error) => dispatcher.dispatch(Action::StorageFailed(error)),
    }
}

fn sort(rows: Vec<(String, String)>) -> (Vec<Entry>, Vec<Record>) {
    let mut entries = Vec::with_capacity(rows.len());
    let mut damaged = Vec::new();
    for (key, text) in rows {
        let record = Record { key, text };
        match decode(&record) {
            Ok(entry) => entries.push(entry),
            Err(_) => damaged.push(record),
        }
    }
    (entries, damaged)
}

fn heard(text: &str) -> Action {
    if text == ERASED {
        return Action::Erased;
    }
    let rows = from_text(text).unwrap_or_default();
    Action::Foreign(sort(rows).0)
}

/// Opens the log for as long as the component lives, and writes whatever becomes unsaved.
#[hook]
pub fn use_recorder(learner: &UseReducerHandle<Learner>) -> RecorderHandle {
    let recorder = use_mut_ref(Recorder::default);
    let handle = RecorderHandle { recorder, dispatcher: learner.dispatcher() };
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
    {
        let handle = handle.clone();
        let learner = learner.clone();
        // The version changes with every entry, the count when a write has ended with more to come, the
        // storage when the log has been read.
        let state = (learner.version(), learner.unsaved_count(), learner.storage().clone());
        use_effect_with(state, move |_| {
            handle.write(learner.unsaved());
            page::set_mark("data-saved", Some(&learner.saved_attempts().to_string()));
        });
    }
    handle
}
