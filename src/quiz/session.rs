//! One run through a plan, as a state machine: a message gives the next state. Nothing is read or
//! written here; who holds the session records what was answered.

use std::rc::Rc;

use super::grade::{Grade, grade, is_complete};
use super::plan::{Ask, Plan};
use super::queue::Queue;
use super::response::{Response, Sure};
use crate::deck::{IndexedDeck, ItemId};

/// One item, done with.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// Which item.
    pub item: ItemId,
    /// What was given; `None` if the learner asked to be shown.
    pub response: Option<Response>,
    /// What it was worth at the time.
    pub grade: Grade,
    /// How sure the learner was; `None` if not said or not asked.
    pub sure: Option<Sure>,
    /// Whether the hint had been shown.
    pub hinted: bool,
}

/// What the session waits for.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// A response to the item on screen.
    Asking {
        /// What is picked or typed so far, not yet checked.
        draft: Option<Response>,
        /// How sure the learner says they are, so far.
        sure: Option<Sure>,
        /// Whether the hint is shown.
        hinted: bool,
    },
    /// Moving on: the item on screen is answered and its feedback shown.
    Answered,
    /// Nothing more: there are results.
    Finished,
}

impl Stage {
    const FRESH: Self = Self::Asking { draft: None, sure: None, hinted: false };
}

/// What the learner does.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// Picks, ticks or types; replaces the draft.
    Draft(Response),
    /// Says how sure they are, or takes it back.
    Sure(Option<Sure>),
    /// Asks for the hint.
    Hint,
    /// Gives the draft as the response.
    Check,
    /// Gives up: "show me".
    Reveal,
    /// Goes on to the next item.
    Next,
    /// Ends the session before its plan does.
    Finish,
}

/// One run through a plan.
#[derive(Clone, Debug)]
pub struct Session {
    /// What is asked.
    pub plan: Rc<Plan>,
    /// What was answered so far, in that order.
    pub answered: Rc<Vec<Answered>>,
    /// What it waits for.
    pub stage: Stage,
    position: usize,
}

/// Views compare sessions at every rendering: the same plan in memory needs no look into it.
impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        let same_plan = Rc::ptr_eq(&self.plan, &other.plan) || self.plan == other.plan;
        let same_answers = Rc::ptr_eq(&self.answered, &other.answered) || self.answered == other.answered;
        same_plan && same_answers && self.stage == other.stage && self.position == other.position
    }
}

impl Session {
    /// A session at its first item; finished at once if there is none.
    pub fn start(plan: impl Into<Rc<Plan>>) -> Self {
        Self::resume(plan, Vec::new())
    }

    /// A session that goes on where it was left: at the item whose turn it is, with an empty draft. Finished
    /// if there is none.
    pub fn resume(plan: impl Into<Rc<Plan>>, answered: impl Into<Rc<Vec<Answered>>>) -> Self {
        let (plan, answered) = (plan.into(), answered.into());
        Self { plan, answered, stage: Stage::FRESH, position: 0 }.at_next()
    }

    /// Position in the plan of the item on screen, from 0; the plan's length when finished.
    pub fn position(&self) -> usize {
        self.position
    }

    /// The item on screen; `None` when finished.
    pub fn item_id(&self) -> Option<&ItemId> {
        self.plan.items.get(self.position)
    }

    /// How often the item on screen was asked before in this session: 0, unless the plan asks again.
    pub fn repeat(&self) -> usize {
        let Some(item) = self.item_id() else { return 0 };
        let answers = self.answered.iter().filter(|answered| answered.item == *item).count();
        answers - usize::from(answers > 0 && self.stage == Stage::Answered)
    }

    /// How many items are still to be asked, the one on screen included until it is answered; an item that
    /// comes back counts.
    pub fn left(&self) -> usize {
        self.queue().len()
    }

    /// What the item on screen is shown by: as the plan was asked for, with another seed each time an item
    /// comes back, so that its choices stand in another order.
    pub fn ask(&self) -> Ask {
        let ask = &self.plan.ask;
        Ask { seed: ask.seed.wrapping_add(self.repeat() as u64), ..ask.clone() }
    }

    /// What was answered last: in [`Stage::Answered`], the item on screen.
    pub fn last(&self) -> Option<&Answered> {
        self.answered.last()
    }

    /// The session after a message. One that does not fit the stage changes nothing, and neither does a
    /// Check without a complete draft, a Hint where there is none, or a Sure where it is not asked. An
    /// item that the deck does not have can only be revealed.
    #[must_use]
    pub fn update(&self, deck: &IndexedDeck, message: Message) -> Self {
        match (&self.stage, message) {
            (Stage::Asking { sure, hinted, .. }, Message::Draft(draft)) => {
                self.asking(Some(draft), *sure, *hinted)
            }
            (Stage::Asking { draft, hinted, .. }, Message::Sure(sure)) if self.plan.ask.sure => {
                self.asking(draft.clone(), sure, *hinted)
            }
            (Stage::Asking { draft, sure, .. }, Message::Hint) if self.has_hint(deck) => {
                self.asking(draft.clone(), *sure, true)
            }
            (Stage::Asking { draft: Some(draft), sure, hinted }, Message::Check) => {
                self.checked(deck, draft, *sure, *hinted)
            }
            // How sure one was of an answer that was not given means nothing.
            (Stage::Asking { hinted, .. }, Message::Reveal) => {
                self.with_answer(None, Grade::REVEALED, None, *hinted)
            }
            (Stage::Answered, Message::Next) => self.clone().at_next(),
            (Stage::Asking { .. } | Stage::Answered, Message::Finish) => self.clone().finished(),
            _ => self.clone(),
        }
    }

    fn asking(&self, draft: Option<Response>, sure: Option<Sure>, hinted: bool) -> Self {
        Self { stage: Stage::Asking { draft, sure, hinted }, ..self.clone() }
    }

    fn has_hint(&self, deck: &IndexedDeck) -> bool {
        let item = self.item_id().and_then(|id| deck.item(id));
        item.is_some_and(|item| !item.hint.is_empty())
    }

    fn checked(&self, deck: &IndexedDeck, draft: &Response, sure: Option<Sure>, hinted: bool) -> Self {
        match self.item_id().and_then(|id| deck.item(id)) {
            Some(item) if is_complete(&item.interaction, draft, deck.spelling()) => {
                let grade = grade(&item.interaction, draft, deck.spelling());
                self.with_answer(Some(draft.clone()), grade, sure, hinted)
            }
            _ => self.clone(),
        }
    }

    fn with_answer(
        &self,
        response: Option<Response>,
        grade: Grade,
        sure: Option<Sure>,
        hinted: bool,
    ) -> Self {
        let Some(item) = self.item_id().cloned() else { return self.clone() };
        let mut after = Self { stage: Stage::Answered, ..self.clone() };
        Rc::make_mut(&mut after.answered).push(Answered { item, response, grade, sure, hinted });
        after
    }

    fn queue(&self) -> Queue<'_> {
        let mut queue = Queue::of(&self.plan);
        for answered in self.answered.iter() {
            queue.take(&answered.item, answered.grade.outcome);
        }
        queue
    }

    /// Moves to the item whose turn it is; if there is none, it is finished.
    fn at_next(mut self) -> Self {
        let next = self.queue().first();
        let Some(position) = next else { return self.finished() };
        self.position = position;
        self.stage = Stage::FRESH;
        self
    }

    fn finished(mut self) -> Self {
        self.position = self.plan.items.len();
        self.stage = Stage::Finished;
        self
    }
}
