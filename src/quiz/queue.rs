//! What a session still has to ask, after what was answered in it.

use super::grade::Outcome;
use super::plan::Plan;
use crate::deck::{ItemId, Register};

/// The items of a plan that are still to be asked. Each comes in its turn and goes when it is answered; where
/// the plan asks again, one that was not right comes back after all others.
pub(crate) struct Queue<'a> {
    positions: Register<'a>,
    /// For each item of the plan, when it is its turn: the lower comes first. `None` for one that is done with.
    turns: Vec<Option<usize>>,
    last_turn: usize,
    asks_again: bool,
}

impl<'a> Queue<'a> {
    /// The whole plan.
    pub fn of(plan: &'a Plan) -> Self {
        let mut positions = Register::default();
        for (position, item) in plan.items.iter().enumerate() {
            positions.put(item.as_str(), position);
        }
        let last_turn = plan.items.len();
        Self { positions, turns: (0..last_turn).map(Some).collect(), last_turn, asks_again: plan.ask.again }
    }

    /// Takes an item out that was answered, whether it was its turn or not: the same session may be open in
    /// two tabs. False if it was not in there.
    pub fn take(&mut self, item: &ItemId, outcome: Outcome) -> bool {
        let position = self.positions.number(item.as_str());
        let Some(turn @ Some(_)) = position.and_then(|position| self.turns.get_mut(position)) else {
            return false;
        };
        let comes_back = self.asks_again && outcome != Outcome::Correct;
        *turn = comes_back.then_some(self.last_turn);
        self.last_turn += 1;
        true
    }

    /// The position in the plan of the item whose turn it is; `None` if all are done with.
    pub fn first(&self) -> Option<usize> {
        let waiting =
            self.turns.iter().enumerate().filter_map(|(position, turn)| Some((*turn.as_ref()?, position)));
        waiting.min().map(|(_, position)| position)
    }

    /// How many items are still to be asked.
    pub fn len(&self) -> usize {
        self.turns.iter().flatten().count()
    }
}
