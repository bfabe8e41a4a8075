//! The learner's state: the review log, the session under way and how far both are stored. A reducer
//! without side effects: [`crate::ui::recorder`] writes what is unsaved.

mod action;
#[cfg(test)]
mod tests;

use std::cell::{Ref, RefCell};
use std::ops::Deref;
use std::rc::Rc;

use yew::Reducible;

use super::route::QuizLink;
use crate::deck::{IndexedDeck, Item, ItemId};
use crate::memory::{
    Attempt, Day, EntryId, Event, Journal, Log, OpenSession, Report, Schedule, SessionId, Storage, day_of,
    due, not_due, open_session, review, schedule,
};
use crate::quiz::{
    Answered, Ask, Grade, Message, Plan, Response, Session, Stage, Sure, grade, plan, plan_of,
};
pub use action::{Action, Which};

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

/// How many items at most a practice of what is not due asks.
const MOST_WEAKEST: usize = 10;

/// The session on screen.
#[derive(Clone)]
pub struct Running {
    /// Its name in the log.
    pub id: SessionId,
    /// Its state.
    pub session: Session,
    /// When the item on screen was first shown, Unix milliseconds.
    shown_at_millis: i64,
    /// The link that began it before the log was read. The log does not know of it yet, and may hold the
    /// session that the link asks for, further on. `None` once it is recorded.
    unread_link: Option<QuizLink>,
}

impl Running {
    /// Whether a link would end this session with answers in it: then the learner is asked first. So it is
    /// with a link that could not be read whole, which must be told.
    pub fn is_at_stake(&self, link: &QuizLink) -> bool {
        let Session { plan, answered, stage, .. } = &self.session;
        let would_end = link.begins() && !answered.is_empty() && !link.fits(&plan.ask);
        *stage != Stage::Finished && (would_end || !link.misread.is_empty())
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

    /// The state in which the app opens at a link: its session has begun, before the log is read.
    #[must_use]
    pub fn at_link(mut self, link: &QuizLink, seed: u64, at_millis: i64) -> Self {
        let running = self.session_of(plan(&self.deck, link.ask(seed)), at_millis);
        self.running = Some(Running { unread_link: Some(link.clone()), ..running });
        self
    }

    /// The same with the session held back until the log is read: it is known to hold one that goes on, and
    /// the first question of this one would only flash up.
    #[must_use]
    pub const fn held_back(mut self) -> Self {
        self.is_held_back = true;
        self
    }

    /// The same with what the reader picked or typed for the item on screen before the program ran.
    #[must_use]
    pub fn with_draft(mut self, draft: impl FnOnce(&Item) -> Option<Response>) -> Self {
        let item = self.running.as_ref().and_then(|running| self.deck.item(running.session.item_id()?));
        let draft = item.and_then(draft);
        if let (Some(draft), Some(running)) = (draft, &mut self.running) {
            running.session = running.session.update(&self.deck, Message::Draft(draft));
        }
        self
    }

    fn session_of(&self, plan: Plan, at_millis: i64) -> Running {
        Running {
            id: SessionId::new(format!("{}-{}", self.writer, self.last_number + 1)),
            session: Session::start(plan),
            shown_at_millis: at_millis,
            unread_link: None,
        }
    }

    fn start(&mut self, plan: Plan, at_millis: i64) {
        self.close(at_millis);
        let running = self.session_of(plan, at_millis);
        self.record_start(&running, at_millis);
        self.running = Some(running);
    }

    fn close(&mut self, at_millis: i64) {
        if let Some(left) = self.running.take()
            && left.unread_link.is_none()
            && left.session.stage != Stage::Finished
        {
            self.record(Event::Closed { session: left.id }, at_millis);
        }
    }

    /// Tells the log of the session on screen, if it does not know of it.
    fn record_session(&mut self, at_millis: i64) {
        let Some(mut running) = self.running.take() else { return };
        if running.unread_link.take().is_some() {
            self.record_start(&running, at_millis);
        }
        self.running = Some(running);
    }

    fn record_start(&mut self, running: &Running, at_millis: i64) {
        let (session, plan) = (running.id.clone(), (*running.session.plan).clone());
        self.record(Event::Started { deck: self.deck.id.clone(), session, plan }, at_millis);
    }

    fn follow(&mut self, link: &QuizLink, seed: u64, at_millis: i64) {
        let stays = self.running.as_ref().is_some_and(|running| {
            let is_same = running.session.stage != Stage::Finished && link.fits(&running.session.plan.ask);
            is_same || running.is_at_stake(link)
        });
        if !stays {
            self.start(plan(&self.deck, link.ask(seed)), at_millis);
        }
    }

    fn tell_session(&mut self, message: Message, at_millis: i64) {
        if matches!(message, Message::Check | Message::Reveal) {
            self.record_session(at_millis);
        }
        let Some(running) = self.running.take() else { return };
        let session = running.session.update(&self.deck, message);
        if session.answered.len() > running.session.answered.len()
            && let Some(answered) = session.last()
        {
            let took_millis = u32::try_from(at_millis.saturating_sub(running.shown_at_millis)).unwrap_or(0);
            let attempt = self.attempt(Some(running.id.clone()), answered, took_millis, at_millis);
            self.record(Event::Attempt(attempt), at_millis);
        }
        let finished = session.stage == Stage::Finished && running.session.stage != Stage::Finished;
        if finished {
            self.record(Event::Closed { session: running.id.clone() }, at_millis);
        }
        // The next item may be the same one again.
        let moved_on = running.session.stage == Stage::Answered && session.stage != Stage::Answered;
        let shown_at_millis = if moved_on { at_millis } else { running.shown_at_millis };
        self.running = Some(Running { session, shown_at_millis, ..running });
    }

    fn attempt(
        &self,
        session: Option<SessionId>,
        answered: &Answered,
        took_millis: u32,
        at_millis: i64,
    ) -> Attempt {
        Attempt {
            deck: self.deck.id.clone(),
            session,
            item: answered.item.clone(),
            response: answered.response.clone(),
            outcome: answered.grade.outcome,
            score: answered.grade.score,
            sure: answered.sure,
            hinted: answered.hinted,
            took_millis,
            day: Some(self.day_at(at_millis)),
        }
    }

    fn check(&mut self, item: ItemId, response: Option<Response>, at_millis: i64) {
        let Some(asked) = self.deck.item(&item) else { return };
        let graded = |response| grade(&asked.interaction, response, self.deck.spelling());
        let grade = response.as_ref().map_or(Grade::REVEALED, graded);
        let answered = Answered { item, response, grade, sure: None::<Sure>, hinted: false };
        // Nothing tells when the reader began to think about an item of the story.
        let attempt = self.attempt(None, &answered, 0, at_millis);
        self.record(Event::Attempt(attempt), at_millis);
    }

    /// Begins a review of facts that are due, or of the weakest of those that are not.
    fn review(&mut self, which: Which, seed: u64, at_millis: i64) {
        let schedule = self.schedule();
        let (facts, count) = match which {
            Which::Due => (due(&schedule, &self.deck), None),
            Which::Weakest => (not_due(&schedule, &self.deck), Some(MOST_WEAKEST)),
        };
        let ask = Ask { count, seed, sure: self.asks_how_sure(), ..Ask::default() };
        let plan = review(&schedule, &self.deck, &facts, ask);
        self.start(plan, at_millis);
    }

    /// As in the session before, if there was one.
    fn asks_how_sure(&self) -> bool {
        self.running.as_ref().is_none_or(|running| running.session.plan.ask.sure)
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

    /// Takes up the session that the log says is open: after a reload, or when another tab has answered
    /// in the one on screen. A session on screen that has answers of its own, or that nobody answered
    /// elsewhere, stays.
    fn resume(&mut self, at_millis: i64) {
        let found = open_session(&self.log(), &self.deck.id);
        let Some(OpenSession { id, plan, answered }) = found else { return };
        let take_up = match &self.running {
            None => true,
            Some(Running { session, .. }) if !matches!(session.stage, Stage::Asking { .. }) => false,
            Some(running) if running.id == id => running.session.answered.len() < answered.len(),
            Some(Running { unread_link: Some(link), session, .. }) => {
                // Another with answers in it stays until the learner says otherwise.
                session.answered.is_empty() && (link.fits(&plan.ask) || !answered.is_empty())
            }
            Some(_) => false,
        };
        if take_up {
            let mut session = Session::resume(plan.known_to(&self.deck), answered);
            if let Some(Running { session: shown, .. }) = &self.running
                && shown.item_id() == session.item_id()
                && let Stage::Asking { draft: Some(draft), .. } = &shown.stage
            {
                session = session.update(&self.deck, Message::Draft(draft.clone()));
            }
            self.running = Some(Running { id, session, shown_at_millis: at_millis, unread_link: None });
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
