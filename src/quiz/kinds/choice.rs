//! Single choice: the key, or not.

use crate::deck::Spelling;
use crate::deck::interaction::SingleChoice;
use crate::quiz::Response;
use crate::quiz::grade::{Grade, Kind};

impl Kind for SingleChoice {
    fn grade(&self, response: &Response, _: Spelling) -> Grade {
        let Response::Choice { choice } = response else { return Grade::WRONG };
        let right = self.choices.iter().any(|option| option.correct && option.id == *choice);
        if right { Grade::CORRECT } else { Grade::WRONG }
    }

    fn is_complete(&self, response: &Response, _: Spelling) -> bool {
        matches!(response, Response::Choice { choice }
            if self.choices.iter().any(|option| option.id == *choice))
    }
}
