//! Order: the share of neighbours that stand as they should, beyond what chance gives.

use crate::deck::ChoiceId;
use crate::deck::Spelling;
use crate::deck::interaction::Events;
use crate::quiz::Response;
use crate::quiz::grade::{Finding, Grade, Kind, beyond_chance};

impl Kind for Events {
    fn grade(&self, response: &Response, _: Spelling) -> Grade {
        match self.whole(response) {
            Some(given) => Grade::of_share(self.share(given)),
            None => Grade::WRONG,
        }
    }

    /// Every event, each once.
    fn is_complete(&self, response: &Response, _: Spelling) -> bool {
        self.whole(response).is_some()
    }

    fn finding(&self, response: &Response, _: Spelling) -> Finding {
        let Some(given) = self.whole(response) else { return Finding::None };
        Finding::Parts { right: self.neighbours(given), of: self.events.len().saturating_sub(1), besides: 0 }
    }
}

impl Events {
    /// The order given, if it is one of all the events.
    fn whole<'a>(&self, response: &'a Response) -> Option<&'a [ChoiceId]> {
        let Response::Order { events: given } = response else { return None };
        let is_whole =
            given.len() == self.events.len() && self.events.iter().all(|event| given.contains(&event.id));
        is_whole.then_some(given)
    }

    /// Of n events, n - 1 have a right one to stand behind them. In an order made blindly each of them has
    /// that one there one time in n.
    fn share(&self, given: &[ChoiceId]) -> f64 {
        beyond_chance(self.neighbours(given), self.events.len().saturating_sub(1), self.events.len())
    }

    /// How many events have the right one right behind them.
    fn neighbours(&self, given: &[ChoiceId]) -> usize {
        let right = self.events.iter().zip(self.events.iter().skip(1));
        let stand = |before: &ChoiceId, behind: &ChoiceId| {
            given
                .windows(2)
                .any(|pair| matches!(pair, [first, second] if first == before && second == behind))
        };
        right.filter(|(before, behind)| stand(&before.id, &behind.id)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::interaction::Event;

    /// Every order of these names.
    fn all_orders(names: &[ChoiceId]) -> Vec<Vec<ChoiceId>> {
        if names.is_empty() {
            return vec![Vec::new()];
        }
        let first = |at: usize| {
            let mut rest = names.to_vec();
            let name = rest.remove(at);
            all_orders(&rest).into_iter().map(move |rest| [vec![name.clone()], rest].concat())
        };
        (0..names.len()).flat_map(first).collect()
    }

    #[test]
    fn an_order_made_blindly_is_worth_nothing_on_average() {
        for count in 2..=6 {
            let names: Vec<ChoiceId> = (0..count).map(|n: usize| n.to_string().as_str().into()).collect();
            let event =
                |id: &ChoiceId| Event { id: id.clone(), text: String::new(), rationale: String::new() };
            let events = names.iter().map(event).collect();
            let item = Events { from: String::new(), to: String::new(), events };
            let orders = all_orders(&names);
            assert_eq!(orders.len(), (1..=count).product::<usize>());
            let sum: f64 = orders.iter().map(|order| item.share(order)).sum();
            assert!(sum.abs() < 1e-9, "{count} events: {sum}");
        }
    }
}
