//! The learner's state: the review log, the session under way and how far both are stored. A reducer
//! without side effects: [`crate::ui::recorder`] writes what is unsaved.

mod action;
mod sessions;
#[cfg(test)]
mod tests;

use std::cell::{Ref, RefCell};
use std::ops::Deref;
use std::rc::Rc;

use yew::Reducible;

use crate::deck::IndexedDeck;
use crate::memory::{Day, EntryId, Event, Journal, Log, Report, Schedule, Storage, day_of, schedule};
use crate::quiz::{Ask, Message, Session, Stage, plan, plan_of};
pub use action::{Action, Which};
pub use sessions::Running;

/// The deck, shared by all views. Two are equal if they are the same deck in memory.
#[derive(Clone)]
pub struct DeckRef(Rc<IndexedDeck>);

impl DeckRef {
    /// Shares a deck.
    pub fn new(deck: IndexedDeck) -> Self {
        Self(Rc::new(deck))
    }
}

impl Deref for DeckRef {
    type Target = IndexedDeck;
    fn deref(&self) -> &IndexedDeck {
        &self.0
    }
}

impl PartialEq for DeckRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// A schedule, and the version of the log that it is a fold over.
struct Folded {
    version: u64,
    schedule: Rc<Schedule>,
}

/// What the learner has done and is doing.
#[derive(Clone)]
pub struct Learner {
    deck: DeckRef,
    journal: Journal,
    writer: Rc<str>,
    /// How many minutes local time is ahead of UTC at a time, Unix milliseconds.
    offset_minutes: fn(i64) -> i32,
    /// The learner's day when the clock was last looked at.
    today: Day,
    /// What is remembered, as it was folded last.
    folded: Rc<RefCell<Option<Folded>>>,
    last_number: u64,
    running: Option<Running>,
    /// The session on screen is not shown before the log is read.
    is_held_back: bool,
    /// Counts every change, so that two states are compared without a look at the log.
    revision: u64,
}

impl PartialEq for Learner {
    fn eq(&self, other: &Self) -> bool {
        self.revision == other.revision && self.deck == other.deck
    }
}

impl Learner {
    /// A learner of whom nothing is known yet. `writer` names this run of the app in the log.
    pub fn new(deck: DeckRef, writer: &str) -> Self {
        Self {
            deck,
            journal: Journal::default(),
            writer: writer.into(),
            offset_minutes: |_| 0,
            today: 0,
            folded: Rc::default(),
            last_number: 0,
            running: None,
            is_held_back: false,
            revision: 0,
        }
    }

    /// The same at a time, Unix milliseconds, where local time is so many minutes ahead of UTC at a time:
    /// what says which day it is. Without it the first days are those of UTC.
    #[must_use]
    pub fn with_clock(mut self, at_millis: i64, offset_minutes: fn(i64) -> i32) -> Self {
        self.offset_minutes = offset_minutes;
        self.today = self.day_at(at_millis);
        self
    }

    /// The learner's day at a time, Unix milliseconds.
    pub fn day_at(&self, at_millis: i64) -> Day {
        day_of(at_millis, (self.offset_minutes)(at_millis))
    }

    /// The learner's day when the clock was last looked at.
    pub const fn today(&self) -> Day {
        self.today
    }

    /// What is remembered today. Folded once for each state of the log.
    pub fn schedule(&self) -> Rc<Schedule> {
        let mut folded = self.folded.borrow_mut();
        if let Some(Folded { version, schedule }) = &*folded
            && (*version, schedule.today) == (self.journal.version(), self.today)
        {
            return schedule.clone();
        }
        let schedule = Rc::new(schedule(&self.log(), &self.deck, self.today));
        *folded = Some(Folded { version: self.journal.version(), schedule: schedule.clone() });
        schedule
    }

    /// The log, and how much of it is stored.
    pub const fn journal(&self) -> &Journal {
        &self.journal
    }

    /// The log, to fold over.
    pub fn log(&self) -> Ref<'_, Log> {
        self.journal.log()
    }

    /// The session on screen, finished ones included until the next begins.
    pub fn running(&self) -> Option<&Running> {
        self.running.as_ref().filter(|_| !self.is_held_back)
    }

    /// The session on screen, unless it is finished.
    pub fn left(&self) -> Option<&Session> {
        self.running().map(|running| &running.session).filter(|session| session.item_id().is_some())
    }

    /// Whether a session on screen has answers and more to ask: a reload goes on with it. `None` while the
    /// log is not read.
    pub fn is_under_way(&self) -> Option<bool> {
        let is_open = |session: &Session| session.stage != Stage::Finished && !session.answered.is_empty();
        let is_under_way = self.running().is_some_and(|running| is_open(&running.session));
        (self.journal.storage() != Storage::Opening).then_some(is_under_way)
    }

    fn record(&mut self, event: Event, at_millis: i64) {
        self.last_number += 1;
        let id = EntryId { writer: self.writer.to_string(), number: self.last_number };
        self.journal.record(id, at_millis, event);
    }

    /// Takes in what was learnt about the log on disk.
    fn learn(&mut self, report: Report, at_millis: i64) {
        let is_read = matches!(report, Report::Read { .. });
        let is_new = is_read || matches!(report, Report::Found(_));
        self.is_held_back &= !is_read && !matches!(report, Report::Failed(_));
        if matches!(report, Report::Erasing | Report::ErasedElsewhere) {
            self.running = None;
        }
        self.journal.take(report);
        if is_new {
            self.resume(at_millis);
        }
        if is_read {
            self.record_session(at_millis);
        }
    }
}

impl Reducible for Learner {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        next.revision += 1;
        if let Some(at_millis) = action.at_millis() {
            next.today = next.day_at(at_millis);
        }
        match action {
            Action::Log { report, at_millis } => next.learn(report, at_millis),
            Action::Restored(entries) => next.journal.restore(entries),
            Action::Follow { link, seed, at_millis } => next.follow(&link, seed, at_millis),
            Action::Start { ask, at_millis } => {
                let plan = plan(&next.deck, ask);
                next.start(plan, at_millis);
            }
            Action::Again { items, seed, at_millis } => {
                let ask = Ask { seed, sure: next.asks_how_sure(), ..Ask::default() };
                next.start(plan_of(ask, items), at_millis);
            }
            Action::Review { which, seed, at_millis } => next.review(which, seed, at_millis),
            Action::Goal { goal, at_millis } => {
                next.record(Event::Goal { deck: next.deck.id.clone(), goal }, at_millis);
            }
            // The day is all there is to it.
            Action::Looked { .. } => {}
            Action::Session { message, at_millis } => {
                let moves_on = message == Message::Next;
                next.tell_session(message, at_millis);
                if moves_on {
                    // Another tab may have answered in the same session while the feedback was read.
                    next.resume(at_millis);
                }
            }
            Action::Checked { item, response, at_millis } => {
                next.check(item, response, at_millis);
            }
        }
        Rc::new(next)
    }
}
