//! Multiple choice, and words to be marked: part credit that cannot be had by ticking everything.

use std::collections::BTreeSet;

use crate::deck::ChoiceId;
use crate::deck::interaction::{Marking, MultipleChoice};
use crate::quiz::Response;
use crate::quiz::grade::{Grade, Kind};

impl Kind for MultipleChoice {
    fn grade(&self, response: &Response) -> Grade {
        let Response::Multiple { choices: ticked } = response else { return Grade::WRONG };
        ticked_share(ticked, &mut self.choices.iter().map(|option| (&option.id, option.correct)))
    }

    fn is_complete(&self, response: &Response) -> bool {
        matches!(response, Response::Multiple { choices }
            if self.choices.iter().any(|option| choices.contains(&option.id)))
    }
}

impl Kind for Marking {
    fn grade(&self, response: &Response) -> Grade {
        let Response::Multiple { choices: marked } = response else { return Grade::WRONG };
        let can_be_marked = self.parts.iter().filter_map(|part| Some((part.id.as_ref()?, part.correct)));
        ticked_share(marked, &mut { can_be_marked })
    }

    fn is_complete(&self, response: &Response) -> bool {
        matches!(response, Response::Multiple { choices }
            if self.parts.iter().any(|part| part.id.as_ref().is_some_and(|id| choices.contains(id))))
    }
}

/// The share of the keys that is ticked, minus the share of the distractors that is ticked, but not below
/// nothing. All keys and no distractor is 1; everything is 1 - 1 = 0, and so is nothing.
fn ticked_share<'a>(
    ticked: &BTreeSet<ChoiceId>,
    options: &mut dyn Iterator<Item = (&'a ChoiceId, bool)>,
) -> Grade {
    let (mut keys, mut distractors) = (Share::default(), Share::default());
    for (id, correct) in options {
        let share = if correct { &mut keys } else { &mut distractors };
        share.all += 1;
        share.ticked += u32::from(ticked.contains(id));
    }
    Grade::of_share(keys.value() - distractors.value())
}

#[derive(Default)]
struct Share {
    ticked: u32,
    all: u32,
}

impl Share {
    fn value(&self) -> f64 {
        if self.all == 0 { 0.0 } else { f64::from(self.ticked) / f64::from(self.all) }
    }
}
