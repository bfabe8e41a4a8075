//! Order: the share of neighbours that stand as they should, beyond what chance gives.

use crate::deck::interaction::Events;
use crate::quiz::Response;
use crate::quiz::grade::{Grade, Kind};

impl Kind for Events {
    /// Of n events in the right order, n - 1 have the right one right behind them. An order made blindly has
    /// (n - 1) / n such pairs on average; they are taken off the pairs found and off the pairs there are.
    fn grade(&self, response: &Response) -> Grade {
        let Response::Order { events: given } = response else { return Grade::WRONG };
        if !self.is_complete(response) {
            return Grade::WRONG;
        }
        if self.events.len() < 2 {
            return Grade::CORRECT;
        }
        let found = self.neighbours(given);
        let pairs = (self.events.len() - 1) as f64;
        let by_chance = pairs / self.events.len() as f64;
        Grade::of_share((found as f64 - by_chance) / (pairs - by_chance))
    }

    /// Every event, each once.
    fn is_complete(&self, response: &Response) -> bool {
        let Response::Order { events: given } = response else { return false };
        given.len() == self.events.len() && self.events.iter().all(|event| given.contains(&event.id))
    }
}
