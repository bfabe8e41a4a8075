//! What pages show: folds over the review log. Each takes one walk over the log.

use super::entry::{Attempt, Event, SessionId};
use super::log::{Log, Moment};
use crate::deck::{DeckId, ItemId, Register, sorted_by};
use crate::quiz::{Answered, Grade, Plan, Queue};

/// A session that can be gone on with: what [`Session::resume`](crate::quiz::Session::resume) needs.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenSession {
    /// Its name, for the attempts to come.
    pub id: SessionId,
    /// What it asks.
    pub plan: Plan,
    /// What was answered so far, as [`answered_in`] has it.
    pub answered: Vec<Answered>,
}

/// The session of a deck that was started last, of those that were neither closed nor answered to the
/// end; `None` if there is none.
pub fn open_session(log: &Log, deck: &DeckId) -> Option<OpenSession> {
    let mut sessions = sessions(log, deck).filter(|session| !session.is_closed);
    sessions.find_map(|Told { id, plan, .. }| {
        let (answered, is_through) = replayed(log, id, plan);
        (!is_through).then(|| OpenSession { id: id.clone(), plan: plan.clone(), answered })
    })
}

/// The session of a deck that was started last, of those that were closed or answered to the end with
/// something answered: its plan, and its answers as [`answered_in`] has them. `None` if there is none.
pub fn last_session(log: &Log, deck: &DeckId) -> Option<(Plan, Vec<Answered>)> {
    sessions(log, deck).find_map(|Told { id, plan, is_closed }| {
        let (answered, is_through) = replayed(log, id, plan);
        ((is_closed || is_through) && !answered.is_empty()).then(|| (plan.clone(), answered))
    })
}

/// What the log tells of a session itself.
struct Told<'a> {
    id: &'a SessionId,
    plan: &'a Plan,
    is_closed: bool,
}

/// The sessions of a deck, the one that was started last first.
fn sessions<'a>(log: &'a Log, deck: &DeckId) -> impl Iterator<Item = Told<'a>> {
    let mut started: Vec<(Moment, &SessionId, &Plan)> = Vec::new();
    let mut closed = Register::default();
    for (moment, entry) in log.moments() {
        match &entry.event {
            Event::Started { deck: of, session, plan } if of == deck => started.push((moment, session, plan)),
            Event::Closed { session } => {
                closed.add(session.as_str());
            }
            Event::Started { .. } | Event::Attempt(_) | Event::Goal { .. } => {}
        }
    }
    let started = sorted_by(&started, |a, b| a.0.cmp(&b.0));
    started.into_iter().rev().map(move |(_, id, plan)| Told { id, plan, is_closed: closed.has(id.as_str()) })
}

/// What was answered in a session, in order. What its plan did not ask for any more is left out: the same
/// session may be open in two tabs. So an item counts as it was answered first, or, where the plan asks
/// again, until it was right once.
pub fn answered_in(log: &Log, session: &SessionId, plan: &Plan) -> Vec<Answered> {
    replayed(log, session, plan).0
}

/// What was answered in a session, and whether nothing is left to ask.
fn replayed(log: &Log, session: &SessionId, plan: &Plan) -> (Vec<Answered>, bool) {
    let attempts: Vec<(Moment, &Attempt)> =
        attempts(log).filter(|(_, attempt)| attempt.session.as_ref() == Some(session)).collect();
    let mut attempts = sorted_by(&attempts, |a, b| a.0.cmp(&b.0));
    let mut queue = Queue::of(plan);
    let asked = Register::of(plan.items.iter().map(ItemId::as_str));
    attempts.retain(|(_, attempt)| {
        asked.has(attempt.item.as_str()) && queue.take(&attempt.item, attempt.outcome)
    });
    (attempts.into_iter().map(|(_, attempt)| Answered::from(attempt)).collect(), queue.first().is_none())
}

impl From<&Attempt> for Answered {
    fn from(attempt: &Attempt) -> Self {
        Self {
            item: attempt.item.clone(),
            response: attempt.response.clone(),
            grade: Grade { outcome: attempt.outcome, score: attempt.score },
            sure: attempt.sure,
            hinted: attempt.hinted,
        }
    }
}

fn attempts(log: &Log) -> impl Iterator<Item = (Moment<'_>, &Attempt)> {
    log.moments().filter_map(|(moment, entry)| match &entry.event {
        Event::Attempt(attempt) => Some((moment, attempt)),
        Event::Started { .. } | Event::Goal { .. } | Event::Closed { .. } => None,
    })
}
