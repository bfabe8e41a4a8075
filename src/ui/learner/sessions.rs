//! Sessions: begun, followed, taken up again and closed, with what that adds to the log.

use super::{Learner, Which};
use crate::deck::{Item, ItemId};
use crate::memory::{Attempt, Event, OpenSession, SessionId, due, not_due, open_session, review};
use crate::quiz::{Answered, Ask, Draw, Grade, Message, Plan, Response, Session, Stage, Sure, grade, plan};
use crate::ui::route::QuizLink;

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

impl Learner {
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

    pub(super) fn start(&mut self, plan: Plan, at_millis: i64) {
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
    pub(super) fn record_session(&mut self, at_millis: i64) {
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

    pub(super) fn follow(&mut self, link: &QuizLink, seed: u64, at_millis: i64) {
        let stays = self.running.as_ref().is_some_and(|running| {
            let is_same = running.session.stage != Stage::Finished && link.fits(&running.session.plan.ask);
            is_same || running.is_at_stake(link)
        });
        if !stays {
            self.start(plan(&self.deck, link.ask(seed)), at_millis);
        }
    }

    pub(super) fn tell_session(&mut self, message: Message, at_millis: i64) {
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

    pub(super) fn check(&mut self, item: ItemId, response: Option<Response>, at_millis: i64) {
        let Some(asked) = self.deck.item(&item) else { return };
        let graded = |response| grade(&asked.interaction, response, self.deck.spelling());
        let grade = response.as_ref().map_or(Grade::REVEALED, graded);
        let answered = Answered { item, response, grade, sure: None::<Sure>, hinted: false };
        // Nothing tells when the reader began to think about an item of the story.
        let attempt = self.attempt(None, &answered, 0, at_millis);
        self.record(Event::Attempt(attempt), at_millis);
    }

    /// Begins a review of facts that are due, or of the weakest of those that are not.
    pub(super) fn review(&mut self, which: Which, seed: u64, at_millis: i64) {
        let schedule = self.schedule();
        let (facts, count) = match which {
            Which::Due => (due(&schedule, &self.deck), None),
            Which::Weakest => (not_due(&schedule, &self.deck), Some(MOST_WEAKEST)),
        };
        let ask = Ask { count, seed, sure: self.asks_how_sure(), draw: Draw::NEWEST, ..Ask::default() };
        let plan = review(&schedule, &self.deck, &facts, ask);
        self.start(plan, at_millis);
    }

    /// As in the session before, if there was one.
    pub(super) fn asks_how_sure(&self) -> bool {
        self.running.as_ref().is_none_or(|running| running.session.plan.ask.sure)
    }

    /// Takes up the session that the log says is open: after a reload, or when another tab has answered
    /// in the one on screen. A session on screen that has answers of its own, or that nobody answered
    /// elsewhere, stays.
    pub(super) fn resume(&mut self, at_millis: i64) {
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
