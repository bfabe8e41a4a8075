//! Cloze: the share of gaps that are filled right.

use crate::deck::interaction::{Cloze, Gap};
use crate::quiz::Response;
use crate::quiz::grade::{Grade, Kind};

impl Kind for Cloze {
    fn grade(&self, response: &Response) -> Grade {
        let Response::Cloze { gaps: filled } = response else { return Grade::WRONG };
        let is_right = |gap: &&Gap| {
            let key = gap.choices.iter().find(|option| option.correct);
            key.is_some_and(|key| filled.get(&gap.id) == Some(&key.id))
        };
        if self.gaps.is_empty() {
            return Grade::WRONG;
        }
        let right = self.gaps.iter().filter(is_right).count();
        Grade::of_share(right as f64 / self.gaps.len() as f64)
    }

    fn is_complete(&self, response: &Response) -> bool {
        let Response::Cloze { gaps: filled } = response else { return false };
        self.gaps.iter().all(|gap| {
            filled.get(&gap.id).is_some_and(|choice| gap.choices.iter().any(|option| option.id == *choice))
        })
    }
}
