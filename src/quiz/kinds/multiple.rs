//! Multiple choice, and words to be marked: part credit that cannot be had by ticking everything.

use crate::deck::ChoiceId;
use crate::deck::Spelling;
use crate::deck::interaction::{Marking, MultipleChoice};
use crate::quiz::Response;
use crate::quiz::grade::{Finding, Grade, Kind};

impl Kind for MultipleChoice {
    fn grade(&self, response: &Response, _: Spelling) -> Grade {
        grade(Ticks::of(response, &self.options()))
    }

    fn is_complete(&self, response: &Response, _: Spelling) -> bool {
        is_complete(Ticks::of(response, &self.options()))
    }

    fn finding(&self, response: &Response, _: Spelling) -> Finding {
        finding(Ticks::of(response, &self.options()))
    }
}

impl Kind for Marking {
    fn grade(&self, response: &Response, _: Spelling) -> Grade {
        grade(Ticks::of(response, &self.options()))
    }

    fn is_complete(&self, response: &Response, _: Spelling) -> bool {
        is_complete(Ticks::of(response, &self.options()))
    }

    fn finding(&self, response: &Response, _: Spelling) -> Finding {
        finding(Ticks::of(response, &self.options()))
    }
}

impl MultipleChoice {
    fn options(&self) -> Vec<(&ChoiceId, bool)> {
        self.choices.iter().map(|choice| (&choice.id, choice.correct)).collect()
    }
}

impl Marking {
    fn options(&self) -> Vec<(&ChoiceId, bool)> {
        self.parts.iter().filter_map(|part| Some((part.id.as_ref()?, part.correct))).collect()
    }
}

fn grade(ticks: Option<Ticks>) -> Grade {
    ticks.map_or(Grade::WRONG, |ticks| Grade::of_share(ticks.share()))
}

fn is_complete(ticks: Option<Ticks>) -> bool {
    ticks.is_some_and(|ticks| ticks.keys.ticked + ticks.distractors.ticked > 0)
}

fn finding(ticks: Option<Ticks>) -> Finding {
    let parts = |Ticks { keys, distractors }| Finding::Parts {
        right: keys.ticked,
        of: keys.all,
        besides: distractors.ticked,
    };
    ticks.map_or(Finding::None, parts)
}

/// What is ticked, of what could be.
#[derive(Default)]
struct Ticks {
    keys: Ticked,
    distractors: Ticked,
}

#[derive(Default)]
struct Ticked {
    ticked: usize,
    all: usize,
}

impl Ticks {
    /// `None` for a response of another kind.
    fn of(response: &Response, options: &[(&ChoiceId, bool)]) -> Option<Self> {
        let Response::Multiple { choices } = response else { return None };
        let mut ticks = Self::default();
        for (id, correct) in options {
            let part = if *correct { &mut ticks.keys } else { &mut ticks.distractors };
            part.all += 1;
            part.ticked += usize::from(choices.contains(*id));
        }
        Some(ticks)
    }

    /// The share of the keys that is ticked, minus the share of the distractors that is ticked. All keys and
    /// no distractor is 1; everything is 1 - 1 = 0, and so is nothing.
    fn share(&self) -> f64 {
        self.keys.share() - self.distractors.share()
    }
}

impl Ticked {
    fn share(&self) -> f64 {
        if self.all == 0 { 0.0 } else { self.ticked as f64 / self.all as f64 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// However many someone ticks who does not know.
    #[test]
    fn ticks_made_blindly_are_worth_nothing_on_average() {
        for (keys, distractors) in [(1, 2), (2, 3), (3, 5), (4, 1)] {
            let names: Vec<ChoiceId> =
                (0..keys + distractors).map(|n: usize| n.to_string().as_str().into()).collect();
            let options: Vec<_> = names.iter().enumerate().map(|(n, id)| (id, n < keys)).collect();
            let mut sums = vec![0.0; names.len() + 1];
            for picks in 0..1_usize << names.len() {
                let ticked = names.iter().enumerate().filter(|(n, _)| picks >> n & 1 == 1);
                let choices = ticked.map(|(_, id)| id.clone()).collect();
                let share = Ticks::of(&Response::Multiple { choices }, &options).map(|ticks| ticks.share());
                if let (Some(sum), Some(share)) = (sums.get_mut(picks.count_ones() as usize), share) {
                    *sum += share;
                }
            }
            assert!(sums.iter().all(|sum| sum.abs() < 1e-9), "{keys} of {}: {sums:?}", names.len());
        }
    }
}
