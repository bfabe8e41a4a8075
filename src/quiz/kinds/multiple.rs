//! Multiple choice: part credit that cannot be had by ticking everything.

use crate::deck::interaction::MultipleChoice;
use crate::quiz::Response;
use crate::quiz::grade::{Grade, Kind};

impl Kind for MultipleChoice {
    /// The share of the keys that is ticked, minus the share of the distractors that is ticked, but not
    /// below nothing. All keys and no distractor is 1; everything is 1 - 1 = 0, and so is nothing.
    fn grade(&self, response: &Response) -> Grade {
        let Response::Multiple { choices: ticked } = response else { return Grade::WRONG };
        let share_ticked = |correct: bool| {
            let options = self.choices.iter().filter(|option| option.correct == correct);
            let (all, hit) = options.fold((0_u32, 0_u32), |(all, hit), option| {
                (all + 1, hit + u32::from(ticked.contains(&option.id)))
            });
            if all == 0 { 0.0 } else { f64::from(hit) / f64::from(all) }
        };
        Grade::of_share(share_ticked(true) - share_ticked(false))
    }

    fn is_complete(&self, response: &Response) -> bool {
        matches!(response, Response::Multiple { choices }
            if self.choices.iter().any(|option| choices.contains(&option.id)))
    }
}
