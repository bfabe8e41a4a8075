//! Keeps the log on disk: has the store do what the [`Keeper`] says, and tells the learner and the other tabs
//! what came of it. The only place in `ui` that knows storage.

use std::cell::RefCell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::learner::{Action, Learner};
use super::under_way;
use crate::memory::{Answer, Contents, ERA, Job, Keeper, Record, Report, Row, RowChange, Task, Trouble, era};
use crate::platform::clock::{self, Timer};
use crate::platform::records::{Records, Step, StorageError};
use crate::platform::tabs::Channel;
use crate::platform::{entropy, page, pause, visibility};

/// Name of the database, and of the channel between tabs. One for all decks of a host: every attempt
/// names its deck.
const DATABASE: &str = "factdeck";

/// How many records are read or written before the browser gets its turn: some 20 milliseconds' worth on a
/// laptop.
pub const RECORDS_A_STEP: usize = 1000;

/// How long the store may be silent before the learner is told.
const PATIENCE_MILLIS: u32 = 3000;

#[derive(Default)]
struct Recorder {
    keeper: Keeper,
    /// The connection that was opened last.
    records: Option<Records>,
    channel: Option<Channel>,
    /// Ends the patience with the task of this number.
    patience: Option<(u64, Timer)>,
    /// Tries again after a failure.
    retry: Option<Timer>,
    /// The log's version and how many entries were unsaved when that was last looked at.
    seen: Option<(u64, usize)>,
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
        self.learner.dispatch(action);
        // Once it is drawn, in the same task. Not in an effect: after a long drawing Yew puts its effects off
        // by a timer, for which a tab out of view waits a second, or for ever.
        let handle = self.clone();
        spawn_local(async move { handle.keep() });
    }

    /// Erases everything stored, here and in the other tabs.
    pub fn erase(&self) {
        let report = self.recorder.borrow_mut().keeper.erase(entropy::number());
        self.report(report);
    }

    fn report(&self, report: Report) {
        self.dispatch(Action::Log { report, at_millis: clock::now_millis() });
    }

    fn open(&self) {
        let handle = self.clone();
        let hear = move |news: String| {
            handle.recorder.borrow_mut().keeper.hear(&news);
            handle.go_on();
        };
        self.recorder.borrow_mut().channel = Channel::open(DATABASE, hear);
        self.keep();
    }

    /// Looks at the calendar, and at what other tabs may have written while this one slept.
    fn catch_up(&self) {
        let at_millis = clock::now_millis();
        let learner = self.learner.clone();
        if learner.day_at(at_millis) != learner.today() {
            self.dispatch(Action::Looked { at_millis });
        }
        self.recorder.borrow_mut().keeper.look();
        self.go_on();
    }

    /// Stores what is unsaved, and marks in the page how much is saved.
    fn keep(&self) {
        // Cloned, since a handle keeps every state that it has shown.
        let learner = self.learner.clone();
        if let Some(is_under_way) = learner.is_under_way()
            && self.recorder.borrow_mut().noted.replace(is_under_way) != Some(is_under_way)
        {
            under_way::note(is_under_way);
        }
        let journal = learner.journal();
        let state = (journal.version(), journal.unsaved_count());
        let seen = self.recorder.borrow_mut().seen.replace(state);
        if seen != Some(state) {
            page::set_mark("data-saved", Some(&journal.saved_attempts().to_string()));
            page::set_mark("data-unsaved", (!journal.is_settled()).then_some(""));
        }
        if seen.is_some_and(|(_, unsaved)| journal.unsaved_count() > unsaved) {
            self.recorder.borrow_mut().keeper.wake();
        }
        self.go_on();
    }

    /// Has the store do what is next, if it is not busy.
    fn go_on(&self) {
        let learner = self.learner.clone();
        let task = self.recorder.borrow_mut().keeper.next(learner.journal(), RECORDS_A_STEP);
        let Some(task) = task else { return self.try_later() };
        let number = task.number;
        let handle = self.clone();
        let patience = clock::after(PATIENCE_MILLIS, move || {
            let report = handle.recorder.borrow_mut().keeper.give_up(number);
            if let Some(report) = report {
                handle.report(report);
            }
        });
        self.recorder.borrow_mut().patience = Some((number, patience));
        let handle = self.clone();
        spawn_local(async move { handle.perform(task).await });
    }

    /// Tries again after some time where the store has failed.
    fn try_later(&self) {
        let mut recorder = self.recorder.borrow_mut();
        let Some(wait_millis) = recorder.keeper.wait_millis().filter(|_| recorder.retry.is_none()) else {
            return;
        };
        let handle = self.clone();
        recorder.retry = Some(clock::after(wait_millis, move || {
            let mut recorder = handle.recorder.borrow_mut();
            recorder.retry = None;
            recorder.keeper.wake();
            drop(recorder);
            handle.go_on();
        }));
    }

    async fn perform(&self, task: Task) {
        let known = self.recorder.borrow().records.clone();
        let known = known.filter(|_| task.job != (Job::Read { is_fresh: true }));
        let is_known = known.is_some();
        let records = match known {
            Some(records) => Ok(records),
            None => Records::open(DATABASE).await,
        };
        let answer = match &records {
            Ok(records) => self.answer(records, &task).await,
            Err(error) => Err(*error),
        };
        let learner = self.learner.clone();
        let reports = match answer {
            Ok(answer) => self.recorder.borrow_mut().keeper.answer(&task, answer, learner.journal()),
            Err(error) => {
                let reports = self.recorder.borrow_mut().keeper.fail(&task, trouble(error));
                for report in reports {
                    self.report(report);
                }
                None
            }
        };
        if reports.is_some() {
            self.post(&task);
        }
        if let Ok(records) = records
            && !is_known
        {
            // One of the two connections is of no use.
            let unused = if reports.is_some() {
                self.recorder.borrow_mut().records.replace(records)
            } else {
                Some(records)
            };
            unused.iter().for_each(Records::close);
        }
        for report in reports.into_iter().flatten() {
            self.report(report);
        }
        self.go_on();
    }

    async fn answer(&self, records: &Records, task: &Task) -> Result<Answer, StorageError> {
        match &task.job {
            Job::Read { .. } => {
                let rows = records.all().await?;
                Ok(Answer::Contents(self.sorted(rows, task.number).await))
            }
            Job::Erase(_) | Job::Write { .. } | Job::Sweep(_) => {
                let text = records.change(&steps(task.change().unwrap_or_default()), ERA).await?;
                Ok(Answer::Changed { era: era(text.as_deref()) })
            }
            Job::Find(keys) => {
                let mut texts = records.some(&task.row_keys()).await?;
                let era = era(texts.pop().flatten().as_deref());
                let found = keys.iter().cloned().zip(texts);
                let found = found.filter_map(|(key, text)| Some(Record { key, text: text? }));
                Ok(Answer::Found { records: found.collect(), era })
            }
            Job::Count => {
                let (rows, text) = records.count(ERA).await?;
                Ok(Answer::Count { rows, era: era(text.as_deref()) })
            }
        }
    }

    /// Rows as what they hold. With pauses, since a log may be long: it may take seconds.
    async fn sorted(&self, rows: Vec<Row>, number: u64) -> Contents {
        // The store has answered; from here on it is our own time.
        self.recorder.borrow_mut().patience.take_if(|(task, _)| *task == number);
        let named = rows.iter().find(|(key, _)| key == ERA);
        let mut contents = Contents::new(era(named.map(|(_, text)| text.as_str())));
        let mut rows = rows.into_iter();
        loop {
            for row in rows.by_ref().take(RECORDS_A_STEP) {
                contents.add(row);
            }
            if rows.len() == 0 {
                return contents;
            }
            pause::pause().await;
        }
    }

    /// Tells the other tabs what a task has changed.
    fn post(&self, task: &Task) {
        if let (Some(news), Some(channel)) = (Keeper::news(task), &self.recorder.borrow().channel) {
            channel.post(&news);
        }
    }
}

fn steps(change: RowChange) -> Vec<Step> {
    let all = change.removes_all.then_some(Step::Clear);
    let some = change.removes.into_iter().map(Step::Remove);
    let puts = change.puts.into_iter().map(|(key, text)| Step::Put(key, text));
    all.into_iter().chain(some).chain(puts).collect()
}

const fn trouble(error: StorageError) -> Trouble {
    match error {
        StorageError::Denied => Trouble::Denied,
        StorageError::Full => Trouble::Full,
        StorageError::Lost => Trouble::Lost,
    }
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
