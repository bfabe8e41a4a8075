//! Cloze: the share of gaps that are filled right.

use std::collections::BTreeMap;

use crate::deck::Spelling;
use crate::deck::interaction::{Cloze, Gap};
use crate::deck::{ChoiceId, GapId};
use crate::quiz::Response;
use crate::quiz::grade::{Finding, Grade, Kind};

impl Kind for Cloze {
    fn grade(&self, response: &Response, _: Spelling) -> Grade {
        match response {
            Response::Cloze { gaps } if !self.gaps.is_empty() => {
                Grade::of_share(self.right(gaps) as f64 / self.gaps.len() as f64)
            }
            _ => Grade::WRONG,
        }
    }

    fn is_complete(&self, response: &Response, _: Spelling) -> bool {
        let Response::Cloze { gaps: filled } = response else { return false };
        self.gaps.iter().all(|gap| {
            filled.get(&gap.id).is_some_and(|choice| gap.choices.iter().any(|option| option.id == *choice))
        })
    }

    fn finding(&self, response: &Response, _: Spelling) -> Finding {
        let Response::Cloze { gaps } = response else { return Finding::None };
        Finding::Parts { right: self.right(gaps), of: self.gaps.len(), besides: 0 }
    }
}

impl Cloze {
    /// How many gaps are filled right.
    fn right(&self, filled: &BTreeMap<GapId, ChoiceId>) -> usize {
        let is_right = |gap: &&Gap| {
            let key = gap.choices.iter().find(|option| option.correct);
            key.is_some_and(|key| filled.get(&gap.id) == Some(&key.id))
        };
        self.gaps.iter().filter(is_right).count()
    }
}
