//! What a session still has to ask, after what was answered in it.

use super::grade::Outcome;
use super::plan::Plan;
use crate::deck::{ItemId, Register};

/// The items of a plan that are still to be asked. Each comes in its turn and goes when it is answered; where
/// the plan asks again, one that was not right comes back after all others.
pub(crate) struct Queue<'a> {
    plan: &'a Plan,
    /// What was answered: [`DONE`], or the number of the answer after which it came back. Not the whole plan,
    /// which may have ten thousand items: the queue is made anew at each of them.
    answered: Register<'a>,
    answers: usize,
}

const DONE: usize = 0;

impl<'a> Queue<'a> {
    /// The whole plan.
    pub fn of(plan: &'a Plan) -> Self {
        Self { plan, answered: Register::default(), answers: 0 }
    }

    /// Takes an item of the plan out that was answered, whether it was its turn or not: the same session may
    /// be open in two tabs. False if it was done with before.
    pub fn take(&mut self, item: &'a ItemId, outcome: Outcome) -> bool {
        let is_waiting = self.answered.number(item.as_str()) != Some(DONE);
        if is_waiting {
            self.answers += 1;
            let comes_back = self.plan.ask.again && outcome != Outcome::Correct;
            self.answered.put(item.as_str(), if comes_back { self.answers } else { DONE });
        }
        is_waiting
    }

    /// The position in the plan of the item whose turn it is; `None` if all are done with.
    pub fn first(&self) -> Option<usize> {
        let mut first_back: Option<(usize, usize)> = None;
        for (position, item) in self.plan.items.iter().enumerate() {
            match self.answered.number(item.as_str()) {
                // All that never were asked come before those that came back.
                None => return Some(position),
                Some(DONE) => {}
                Some(turn) if first_back.is_some_and(|(first, _)| first < turn) => {}
                Some(turn) => first_back = Some((turn, position)),
            }
        }
        first_back.map(|(_, position)| position)
    }

    /// How many items are still to be asked.
    pub fn len(&self) -> usize {
        let waiting = |item: &&ItemId| self.answered.number(item.as_str()) != Some(DONE);
        self.plan.items.iter().filter(waiting).count()
    }
}
